// Cells that exports have spoiled, and what is no cell of a list at all.
#include "lists_fixture.h"

START_TEST(what_a_spreadsheet_spoiled_is_bad)
{
    static const char *const values[] = {"#N/A",    "#REF!",   "#VALUE!", "#DIV/0!",   "#NAME?",    "#NULL!",
                                         "#SPILL!", "#BEZUG!", "#NV",     "#¡REF!",    "#¿NOMBRE?", "#N/D",
                                         "#####",   "Err:502", "NULL",    "undefined", "\\N",       "NaN"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[60], words[100];
        (void)snprintf(text, sizeof text, "name\n%s\nNull\n", values[i]);
        (void)snprintf(words, sizeof words, "name is '%s', which a spreadsheet or database writes", values[i]);
        opens(".csv", text);
        next_is_bad(words);
        next_is(3, "Null", NULL); // a family's name
        next_is_end();
    }
    opens(".csv", "name,color\n#1 Massage,#0b5f5a\n# Yoga!,#FFF\n");
    next_is(2, "#1 Massage", NULL);
    next_is(3, "# Yoga!", NULL);
    next_is_end();
}
END_TEST

START_TEST(text_that_was_encoded_twice_is_bad)
{
    opens(".csv", "name\nCafÃ© KÃ¶rper\nCaf√© K√∂rper\nÃ la carte\nCafé – Körper™\nМассаж\nCaf\xef\xbf\xbd\n");
    next_is_bad("name was encoded twice (\"CafÃ© KÃ¶rper\", which may have been \"Café Körper\")");
    next_is_bad("which may have been \"Café Körper\"");
    next_is(4, "Ã la carte", NULL);
    next_is(5, "Café – Körper™", NULL);
    next_is(6, "Массаж", NULL);
    next_is_bad("name has a letter that another program lost");
    next_is_end();
}
END_TEST

// A capital letter with an accent next to a quotation mark, a dash or a sign has the bytes of a letter of another
// script.
START_TEST(words_that_are_utf8_by_chance_are_taken)
{
    static const char *const names[] = {"5 rue de l’Église", "Massage “École”", "CAFÉ™", "SPÉ®", "Été–É",
                                        "ESPAÑ– A",          "D’Évry, l’Île"};
    opens(".csv", "name\n5 rue de l’Église\nMassage “École”\nCAFÉ™\nSPÉ®\nÉté–É\nESPAÑ– A\n\"D’Évry, l’Île\"\n"
                  "Ð¡Ð°Ð»Ð¾Ð½\nâ€œSpaâ€\xc2\x9d\nðŸ˜€ Spa\nWÄ™gry\n");
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        next_is(2 + i, names[i], NULL);
    next_is_bad("which may have been \"Салон");
    next_is_bad("which may have been \"“Spa”");
    next_is_bad("encoded twice");
    next_is_bad("which may have been \"Węgry");
    next_is_end();
}
END_TEST

START_TEST(codes_of_web_pages_are_told)
{
    opens(".csv", "name,address\nWillow &amp; Oak,a\nCaf&eacute;,a\nO&#39;Neil,a\nA,12 Mill Lane<br>Salem\n<B>A</B>,a\n"
                  "A,<p class='x'>5 High St</p>\nR&B; a < b > c,\"<3, AT&T; Rest&Relax; <pre>\"\n");
    next_is_bad("name has HTML code (\"&amp;\"): export the list as plain text, or write what the code means");
    next_is_bad("name has HTML code (\"&eacute;\")");
    next_is_bad("name has HTML code (\"&#39;\")");
    next_is_bad("address has HTML code (\"<br>\")");
    next_is_bad("name has HTML code (\"<B>\")");
    next_is_bad("address has HTML code (\"<p class='x'>\")");
    next_is(8, "R&B; a < b > c", NULL);
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS], "<3, AT&T; Rest&Relax; <pre>");
    next_is_end();
}
END_TEST

START_TEST(what_is_no_name_is_told)
{
    opens(".csv",
          " Practice | phone\n----------+---\nWillow | 1\npractice | phone\nPhone Number | 555-0142\n555 | 1\n*** | 1\n"
          "Website Wellness | 1\n\xe2\x98\xaf | 1\nPractice Makes Perfect | 1\n");
    next_is_bad("name is '----------+---', which has no letter: write the practice's name, or delete the line");
    next_is(3, "Willow", "1");
    next_is_bad("name is 'practice', as the column is called: delete the line");
    next_is_bad("name is 'Phone Number', which is what a column is called: write a row for each practice");
    next_is(6, "555", "1");
    next_is_bad("name is '***', which has no letter");
    next_is(8, "Website Wellness", "1");
    next_is(9, "\xe2\x98\xaf", "1");
    next_is(10, "Practice Makes Perfect", "1");
    next_is_end();
}
END_TEST

START_TEST(line_ends_of_databases_are_line_ends)
{
    opens(".csv", "name,address\nA,12 Mill Lane\vSalem\nB,12 Mill Lane\xe2\x80\xa8Salem\xe2\x80\xa9OR\n");
    next_is(2, "A", NULL);
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS], "12 Mill Lane\nSalem");
    next_is(3, "B", NULL);
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS], "12 Mill Lane\nSalem\nOR");
    next_is_end();
}
END_TEST

START_TEST(letters_that_were_lost_are_told)
{
    opens(".csv", "name,website\n?ó?ta ?ód?,a\nCaf? K?rper,a\nWhy? "
                  "Because,a.example/?q=1\nPain?,a\nM?LLER,a\nSore?Call!,a\n(;?A),a\n");
    next_is_bad(
        "name has a ? before a letter, as if another program had lost one (\"?ó?ta ?ód?\"): export the list again");
    next_is_bad("name has a ? before a letter");
    next_is(4, "Why? Because", NULL);
    next_is(5, "Pain?", NULL);
    next_is_bad("name has a ? before a letter");
    next_is(7, "Sore?Call!", NULL);
    next_is(8, "(;?A)", NULL);
    next_is_end();
    opens(".csv", "name,tagline\n????? ?????,a\n\"??????? \xc2\xab???\xc2\xbb\",a\n?,a\n24/7 ??,a\nWhy???,a\n");
    next_is_bad("name has question marks for letters that another program lost (\"????? ?????\")");
    next_is_bad("name has question marks for letters");
    next_is(4, "?", NULL);
    next_is(5, "24/7 ??", NULL);
    next_is(6, "Why???", NULL);
    next_is_end();
}
END_TEST

START_TEST(tabs_are_blanks_and_lines_stay)
{
    opens(".csv", "name,address\n\"Willow\tCreek\",\"12 Mill Lane\r\n97477\tOR\"\n\"A\nB\",\n");
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_str_eq(row.text[DGS_SETTING_NAME], "Willow Creek");
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS], "12 Mill Lane\n97477 OR");
    next_is(4, "A\nB", NULL); // which is refused where it is printed
    next_is_end();
}
END_TEST

START_TEST(all_faults_of_a_row_are_told)
{
    opens(".csv", "name,therapist,tagline\n#N/A,#REF!,x\n");
    next_is_bad("name is '#N/A'");
    ck_assert_ptr_nonnull(strstr(row.fault, "clear the cell\ntherapist is '#REF!'"));
    ck_assert(!row.broken);
    next_is_end();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cells");
    TCase *tests = tcase_create("cells");
    tcase_add_test(tests, what_a_spreadsheet_spoiled_is_bad);
    tcase_add_test(tests, text_that_was_encoded_twice_is_bad);
    tcase_add_test(tests, words_that_are_utf8_by_chance_are_taken);
    tcase_add_test(tests, codes_of_web_pages_are_told);
    tcase_add_test(tests, what_is_no_name_is_told);
    tcase_add_test(tests, line_ends_of_databases_are_line_ends);
    tcase_add_test(tests, letters_that_were_lost_are_told);
    tcase_add_test(tests, tabs_are_blanks_and_lines_stay);
    tcase_add_test(tests, all_faults_of_a_row_are_told);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
