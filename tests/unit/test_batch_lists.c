// Lists as spreadsheets, exports and people write them.
#include <stdio.h>
#include <string.h>

#include "batch/book_inner.h"
#include "batch/charset.h"
#include "batch/rows_inner.h"
#include "lists_fixture.h"

static void refused(const char *ending, const char *text, const char *words)
{
    ck_assert(!opens_so(ending, text, strlen(text), NULL));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

static void unused_are(const char *names)
{
    char told[DGS_ROWS_UNUSED_MAX];
    ck_assert(dgs_rows_unused(rows, told) == (names[0] != '\0'));
    ck_assert_str_eq(told, names);
}

START_TEST(headings_are_as_people_write_them)
{
    static const struct heading {
        const char *words;
        dgs_setting setting;
    } headings[] = {{"NAME", DGS_SETTING_NAME},
                    {"Practice Name", DGS_SETTING_NAME},
                    {"Phone Number", DGS_SETTING_PHONE},
                    {"Telephone", DGS_SETTING_PHONE},
                    {"E-mail", DGS_SETTING_EMAIL},
                    {"Email Address", DGS_SETTING_EMAIL},
                    {"Web Site", DGS_SETTING_WEBSITE},
                    {"Booking Link", DGS_SETTING_BOOKING_URL},
                    {"booking-url", DGS_SETTING_BOOKING_URL},
                    {"Colour", DGS_SETTING_COLOR},
                    {"\xc2\xa0Opening\xc2\xa0Hours: ", DGS_SETTING_HOURS},
                    {"Logo Alt", DGS_SETTING_LOGO_ALT},
                    {"Country", DGS_SETTING_REGION}};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        char text[100];
        (void)snprintf(text, sizeof text, "%s\nA\n", headings[i].words);
        opens(".csv", text);
        ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
        ck_assert_pstr_eq(row.text[headings[i].setting], "A");
        next_is_end();
    }
}
END_TEST

START_TEST(columns_that_are_not_ours_are_named)
{
    opens(".csv", "id,name,Notes,\"active\",Name of\xc3\xa9\n17,A,new,TRUE,x\n");
    unused_are("'id', 'Notes', 'active' and 'Name of\xc3\xa9'");
    next_is(2, "A", NULL);
    next_is_end();
    opens(".csv", "name,a1,a2,a3,a4,a5,a6,a7,a8,a9,b1,b2,b3,b4\nA\n");
    unused_are("'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'b1', 'b2', 'b3' and 1 more");
    next_is(2, "A", NULL);
    next_is_end();
    opens(".jsonl", "{\"name\":\"A\",\"id\":7}\n{\"name\":\"B\",\"id\":8,\"x\":[1,{\"y\":2}]}\n");
    next_is(1, "A", NULL);
    next_is(2, "B", NULL);
    unused_are("'id' and 'x'");
    next_is_end();
}
END_TEST

START_TEST(all_wrong_columns_are_told_at_once)
{
    refused(".csv", "nmae,Adress,phone,Phone,Telephone\n",
            ": column 'nmae' not found, did you mean name, and column 'Adress' not found, did you mean address, and "
            "there are two columns for phone ('phone' and 'Phone'), and there are two columns for phone ('phone' and "
            "'Telephone'): correct the first row");
    refused(".csv", "Account Name,Business\n",
            ": there are two columns for name ('Account Name' and 'Business'): remove or rename one in the first row");
    refused(".csv", "Willow Creek,(503) 555-0142\n",
            "columns 'Willow Creek' and '(503) 555-0142' not found: name keys");
}
END_TEST

START_TEST(a_line_may_tell_the_mark)
{
    static const char *const firsts[] = {"sep=;\r\n", "\xef\xbb\xbfsep=;\n", "\"sep=;\"\n", "SEP=;;;\n"};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        char text[100];
        (void)snprintf(text, sizeof text, "%sname;phone\nA, B, C;1\n", firsts[i]);
        opens(".csv", text);
        ck_assert_str_eq(dgs_rows_delimiter(rows), "semicolons");
        next_is(3, "A, B, C", "1");
        next_is_end();
    }
    opens(".csv", "sep=|\nname|phone\nA, B|1\n");
    next_is(3, "A, B", "1");
    ck_assert(dgs_rows_begin(rows, &err)); // again from its beginning
    next_is(3, "A, B", "1");
    next_is_end();
}
END_TEST

START_TEST(what_is_empty_at_the_end_is_passed_over)
{
    opens(".csv", "name,phone,,,\r\nA,1,,,\r\nB,2\r\nC\r\n,,,,\r\n\xc2\xa0,,,,\r\nD,4,,,,,,\r\n,,\r\n");
    next_is(2, "A", "1");
    next_is(3, "B", "2");
    next_is(4, "C", NULL);
    next_is(7, "D", "4");
    ck_assert_uint_eq(row.n, 4);
    next_is_end();
    opens(".csv", "name,,phone\nA,,1\nB,x,2\nC,,3,,y\n");
    next_is(2, "A", "1");
    next_is_bad("this row has text in cell 2, whose column has no name in the first row");
    next_is_bad("this row has 5 cells, but the first row names 3 columns");
    next_is_end();
    opens(".csv", "name,done\nA,TRUE\n,FALSE\n,FALSE\n,yes\n"); // as a sheet with boxes to tick is exported
    next_is(2, "A", NULL);
    next_is_bad("text only in columns that are not used");
    next_is_end();
}
END_TEST

START_TEST(cells_are_trimmed_of_all_blanks)
{
    opens(".csv", "name,phone\n\xc2\xa0"
                  "A\xe2\x80\x89\xc2\xa0,\xef\xbb\xbf(503)\xc2\xa0"
                  "555-0142\xc2\xa0\n");
    next_is(2, "A",
            "(503)\xc2\xa0"
            "555-0142");
    next_is_end();
    opens(".csv", "name,phone\n\"=\"\"0A\"\"\",'030 1234567\n'n Sync,+1\n");
    next_is(2, "0A", "030 1234567");
    next_is(3, "'n Sync", "+1");
    next_is_end();
}
END_TEST

START_TEST(byte_order_marks_are_passed_over)
{
    static const char *const marks[] = {"\xef\xbb\xbf", "\xef\xbb\xbf\xef\xbb\xbf", "\xc3\xaf\xc2\xbb\xc2\xbf",
                                        "\xef\xbb\xbf\xc3\xaf\xc2\xbb\xc2\xbf"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        char text[60];
        (void)snprintf(text, sizeof text, "%sname\nA\n", marks[i]);
        opens(".csv", text);
        unused_are("");
        next_is(2, "A", NULL);
        next_is_end();
    }
}
END_TEST

// The text as UTF-16, with each of its bytes a unit; *n becomes its length.
static const char *as_utf16(const char *text, bool big, size_t *n)
{
    static char out[80000];
    for (*n = 0; *text != '\0'; text++) {
        out[(*n)++] = big ? '\0' : *text;
        out[(*n)++] = big ? *text : '\0';
    }
    return out;
}

START_TEST(utf_16_is_read_with_and_without_a_mark)
{
    for (int i = 0; i < 4; i++) {
        size_t n;
        bool big = i % 2 == 1;
        char text[9000];
        const char *units = as_utf16("name\tphone\nA B\t1\nC\t2", big, &n);
        size_t mark = i < 2 ? 2 : 0;
        memcpy(text, big ? "\xfe\xff" : "\xff\xfe", mark);
        memcpy(text + mark, units, n);
        ck_assert(opens_so(".txt", text, n + mark, NULL));
        next_is(2, "A B", "1");
        next_is(3, "C", "2");
        next_is_end();
    }
    static const char mixed[] = "n\0a\0m\0e\0\n\0\xe9\0\x3d\xd8\x4f\xde\x04\x04\n\0\x3d\xd8\n\0";
    ck_assert(opens_so(".csv", mixed, sizeof mixed - 1, NULL));
    next_is(2, "\xc3\xa9\xf0\x9f\x99\x8f\xd0\x84", NULL);
    next_is_bad("name has a letter that another program lost"); // half a pair
    next_is_end();
}
END_TEST

START_TEST(pieces_of_utf_16_meet_where_reads_end)
{
    static char text[60000];
    size_t n = (size_t)snprintf(text, sizeof text, "name,phone\n"), bytes;
    for (int i = 0; i < 3000; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "A%d,1\n", i);
    const char *units = as_utf16(text, false, &bytes);
    ck_assert(opens_so(".csv", units, bytes, NULL));
    for (int i = 0; i < 3000; i++) {
        char name[16];
        (void)snprintf(name, sizeof name, "A%d", i);
        next_is(i + 2, name, "1");
    }
    next_is_end();
}
END_TEST

START_TEST(code_pages_are_told_and_taken)
{
    static const char western[] = "name\nCaf\xe9 K\xf6rper \x96 \x80\n", mac[] = "name\nCaf\x8e K\x9arper\n",
                      russian[] = "name\n\xcc\xe0\xf1\n";
    opens(".csv", western);
    next_is_bad("name is not valid UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8), or add --encoding "
                "windows-1252, which reads \"Café Körper – €\"");
    next_is_end();
    opens(".csv", mac);
    next_is_bad("add --encoding mac-roman, which reads \"Café Körper\"");
    next_is_end();
    ck_assert(opens_so(".csv", western, sizeof western - 1, &(dgs_rows_how){DGS_CHARSET_WINDOWS_1252, NULL, NULL, 0}));
    next_is(2, "Café Körper – €", NULL);
    next_is_end();
    ck_assert(opens_so(".csv", mac, sizeof mac - 1, &(dgs_rows_how){DGS_CHARSET_MAC_ROMAN, NULL, NULL, 0}));
    next_is(2, "Café Körper", NULL);
    next_is_end();
    ck_assert(opens_so(".csv", russian, sizeof russian - 1, &(dgs_rows_how){DGS_CHARSET_WINDOWS_1251, NULL, NULL, 0}));
    next_is(2, "Мас", NULL);
    next_is_end();
    ck_assert(
        opens_so(".csv", "\xef\xbb\xbfname\nCafé\n", 14, &(dgs_rows_how){DGS_CHARSET_WINDOWS_1252, NULL, NULL, 0}));
    next_is(2, "Café", NULL); // the file itself knows better
    next_is_end();
}
END_TEST

static void address_is(const char *address)
{
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, "");
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS] == NULL ? "none" : row.text[DGS_SETTING_ADDRESS], address);
}

START_TEST(addresses_in_several_columns_are_joined)
{
    char names[DGS_ROWS_UNUSED_MAX];
    opens(".csv", "Company,Street Address,Address 2,City,State,ZIP Code\n"
                  "A,12 Mill Lane,Suite 4,Springfield,OR,97477\nB,5 Elm St,,Boston,MA,2108.0\nC,,,Salem,,\nD,,,,,\n"
                  "E,\"5 Elm St, Boston, MA 02108\",,Boston,MA,02108\nF,12 Salem Road,,Salem,,\n");
    address_is("12 Mill Lane\nSuite 4\nSpringfield, OR 97477");
    address_is("5 Elm St\nBoston, MA 02108"); // whose 0 a spreadsheet took
    address_is("Salem");
    address_is("none");
    address_is("5 Elm St, Boston, MA 02108");
    address_is("12 Salem Road\nSalem");
    ck_assert(!dgs_rows_unused(rows, names));
    next_is_end();
    opens(".csv", "name;street;postcode;city\nA;Hauptstr. 1;10115;Berlin\nB;Rue 2;1204;Genf\n");
    address_is("Hauptstr. 1\n10115 Berlin");
    address_is("Rue 2\n1204 Genf");
    next_is_end();
    opens(".csv", "name,city,zip\nA,Salem,97301\n"); // no street, so no address
    address_is("none");
    ck_assert(dgs_rows_unused(rows, names));
    ck_assert_str_eq(names, "'city' and 'zip'");
    next_is_end();
    opens(".jsonl",
          "{\"name\":\"A\",\"address_1\":\"12 Mill Lane\",\"city\":\"Salem\",\"state\":\"OR\",\"zip\":\"97301\"}\n"
          "{\"name\":\"B\",\"address\":\"x\"}\n");
    address_is("12 Mill Lane\nSalem, OR 97301");
    address_is("x");
    next_is_end();
    opens(".csv", "name,street,city\nA,x,#N/A\n");
    next_is_bad("address is '#N/A'");
    next_is_end();
}
END_TEST

START_TEST(a_heading_may_stand_below_a_title)
{
    opens(".csv", "Practices 2026\n\nas of May; all of them\nName;Phone;Notes\nA;555-0142;x\n");
    ck_assert_int_eq(dgs_rows_heading_line(rows), 4);
    next_is(5, "A", "555-0142");
    next_is_end();
    opens(".csv", ",,,\nTable 1,,\nname,phone,\nA,555-0142,\n");
    ck_assert_int_eq(dgs_rows_heading_line(rows), 3);
    next_is(4, "A", "555-0142");
    next_is_end();
    opens(".csv", "name\nPerez; Ana\n"); // one column, in which a mark is no mark
    ck_assert_int_eq(dgs_rows_heading_line(rows), 0);
    next_is(2, "Perez; Ana", NULL);
    next_is_end();
    refused(".csv", "Anna,555-0142\nBerta,555-0143\nname,of all\n",
            "columns 'Anna' and '555-0142' not found"); // one key is none
}
END_TEST

START_TEST(what_is_no_list_is_named)
{
    refused(".dif", "TABLE\n0,1\n\"list\"\n", "is a table in an old format (DIF): open it in a spreadsheet");
    refused(".slk", "ID;PWXL;N;E\nC;X1;Y1;K\"name\"\n", "is a sheet in an old format (SYLK): open it in a spreadsheet");
    refused(".xls", "\n<HTML><body><table>", "is a web page, despite its name: open it in a spreadsheet");
    refused(".fods", "<?xml version=\"1.0\"?>", "is XML, perhaps an old or flat workbook");
    refused(".vcf", "BEGIN:VCARD\r\n", "is a file of contacts (vCard): export the contacts as CSV");
    refused(".csv", "%PDF-1.7", "is a PDF");
    refused(".csv", "{\\rtf1", "is a formatted document (RTF)");
    opens(".json", "{\"data\":[{\"name\":\"A\"}]}");
    next_is_bad("this object has no key of a profile, like \"name\": write a list of such objects");
    next_is_end();
    opens(".jsonl", "{\"name\":\"A\",\"phone\":5035550142,\"id\":1.5}\n{\"name\":\"B\",\"phone\":0.5}\n");
    next_is(1, "A", "5035550142");
    next_is_bad("phone is not a string: put it in quotation marks");
    next_is_end();
    opens(".csv", "title,phone\nA,555-0142\n");
    ck_assert(dgs_rows_nameless(rows));
    next_is(2, NULL, "555-0142");
    next_is_end();
    opens(".csv", "Account Name,phone\nA,555-0142\n");
    ck_assert(!dgs_rows_nameless(rows));
    next_is(2, "A", "555-0142");
    next_is_end();
}
END_TEST

START_TEST(code_pages_are_guessed_by_what_makes_words)
{
    ck_assert_int_eq(dgs_charset_guess(DGS_STR("\xaf\xf3\xb3ta \xa3\xf3"
                                               "d\x9f")),
                     DGS_CHARSET_WINDOWS_1250);
    ck_assert_int_eq(dgs_charset_guess(DGS_STR("Cr\xe8me Br\xfbl\xe9"
                                               "e")),
                     DGS_CHARSET_WINDOWS_1252);
    ck_assert_int_eq(dgs_charset_guess(DGS_STR("Jos\xe9\x92s N\xba 5, \xa3"
                                               "5 \xae")),
                     DGS_CHARSET_WINDOWS_1252);
    ck_assert_int_eq(dgs_charset_guess(DGS_STR("M\x9fller K\x9arper")), DGS_CHARSET_MAC_ROMAN);
}
END_TEST

START_TEST(a_name_that_begins_like_a_key_is_not_mistyped)
{
    ck_assert(!dgs_columns_mistyped("colorparts", "color"));
    ck_assert(!dgs_columns_mistyped("naem and more", "name"));
    ck_assert(dgs_columns_mistyped("naem", "name"));
    ck_assert(dgs_columns_mistyped("phoen", "phone"));
}
END_TEST

START_TEST(json_may_be_an_array)
{
    static const char *const endings[] = {".jsonl", ".json"};
    for (size_t i = 0; i < 2; i++) {
        opens(endings[i], " [\n{\"name\": \"A\", \"phone\": null},\n  {\n\"name\":\n\"B]}\\\"\",\"phone\":\"2\"} ]\n");
        next_is(2, "A", NULL);
        next_is(3, "B]}\"", "2");
        ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_END);
        ck_assert(dgs_rows_begin(rows, &err));
        next_is(2, "A", NULL);
        dgs_rows_close(rows);
    }
    opens(".json", "{\"name\":\n\"A\"}\n{\"name\":\"B\"}");
    next_is(1, "A", NULL);
    next_is(3, "B", NULL);
    next_is_end();
    opens(".json", "[\"A\", 5, {\"name\":\"B\"}, {]");
    next_is_bad("this value is not a JSON object");
    next_is_bad("this value is not a JSON object");
    next_is(1, "B", NULL);
    next_is_bad("this object is not valid JSON");
    dgs_rows_close(rows);
}
END_TEST

static void fails_next(const char *words)
{
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_FAILED);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    dgs_rows_close(rows);
}

START_TEST(an_array_has_an_end)
{
    opens(".json", "[{\"name\":\"A\"},\n");
    next_is(1, "A", NULL);
    fails_next(":2: the array is not closed with ]: the file may be incomplete");
    opens(".jsonl", "[{\"name\":\"A\"}]\n{\"name\":\"B\"}\n");
    next_is(1, "A", NULL);
    fails_next("there is text after the end of the array");
}
END_TEST

static const struct number {
    const char *format;
    double value;
    const char *shown; // NULL = not read
} numbers[] = {{"General", 5035550142, "5035550142"},
               {"General", 15035550142, "15035550142"},
               {"General", 0.5, "0.5"},
               {"General", 1e20, NULL},
               {"@", 7102, "7102"},
               {"00000", 7102, "07102"},
               {"0", 12.6, "13"},
               {"0", 0.5, "1"},
               {"0", -2.5, "-3"},
               {"0.00", 1.005, "1.01"},
               {"0.0##", 14520.39, "14520.39"},
               {"0.0##", 7, "7.0"},
               {"0.##", 0.05, "0.05"},
               {"0.##", 7, "7."}, // as Excel has it
               {"#,##0.0#", 8815070429, "8,815,070,429.0"},
               {"0,000", 5, "0,005"},
               {"# ??", 5, "  5"},
               {"0,", 5000, NULL}, // thousands of them
               {".00", 0.5, NULL},
               {"0.00", 0.5, "0.50"},
               {"0.00", 1234.5, "1234.50"},
               {"#,##0", 1234567, "1,234,567"},
               {"#,##0.00\\ \"EUR\"", 1234.5, "1,234.50 EUR"},
               {"[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 5035550142, "(503) 555-0142"},
               {"[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", 5550142, "555-0142"},
               {"000\\-00\\-0000", 12345678, "012-34-5678"},
               {"+0 000 000 0000", 15035550142, "+1 503 555 0142"},
               {"\"0\"0", 305551234, "0305551234"},
               {"0%", 0.25, "25%"},
               {"0;(0)", -5, "(5)"},
               {"0", -5, "-5"},
               {"[Red]0_);[$-409]0", 7, "7"},
               {"mm/dd/yyyy", 45000, NULL},
               {"0.00E+00", 5035550142, "5035550142"},
               {"0.00E+00", 0.125, NULL},
               {"\"open", 5, NULL},
               {"", 5, NULL}};

START_TEST(numbers_of_a_workbook_are_as_the_sheet_shows_them)
{
    dgs_arena *arena = dgs_arena_new(1024 * 1024);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        dgs_buf shown = {.arena = arena};
        bool ok = dgs_book_number(numbers[i].format, numbers[i].value, &shown);
        ck_assert_msg(ok == (numbers[i].shown != NULL), "%s", numbers[i].format);
        if (ok)
            ck_assert_str_eq(shown.p, numbers[i].shown);
    }
    dgs_arena_free(arena);
}
END_TEST

static void is_wanted(const char *ending, const char *text, const char *first)
{
    const dgs_str wanted[] = {DGS_STR("account_id"), DGS_STR("City")};
    const dgs_rows_how how = {.wanted = wanted, .nwanted = 2};
    char names[DGS_ROWS_UNUSED_MAX];
    ck_assert_msg(opens_so(ending, text, strlen(text), &how), "%s", err.message);
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, first == NULL ? "account_id is empty, and --file-name uses it: fill it in" : "");
    ck_assert_pstr_eq(row.column[0], first);
    ck_assert_str_eq(row.column[1], "Bend");
    ck_assert_str_eq(row.text[DGS_SETTING_ADDRESS], "1 Main St\nBend");
    ck_assert(!dgs_rows_unused(rows, names));
    close_rows();
}

START_TEST(columns_that_names_of_files_use_are_kept)
{
    const dgs_str wanted[] = {DGS_STR("ID")};
    const dgs_rows_how how = {.wanted = wanted, .nwanted = 1};
    const char *twice = "id,name,ID\n1,Anna,2\n", *spoiled = "id,name\n#N/A,Anna\n", *none = "name,Id No\nAnna,1\n";
    is_wanted(".csv", "Account ID,name,address,city\n 7 ,Anna,1 Main St,Bend\n", "7");
    is_wanted(".csv", "Account ID,name,address,city\n,Anna,1 Main St,Bend\n", NULL);
    is_wanted(".jsonl", "{\"Account ID\": 7, \"name\": \"A\", \"address\": \"1 Main St\", \"city\": \"Bend\"}\n", "7");
    is_wanted(".jsonl", "{\"Account ID\": null, \"address\": \"1 Main St\", \"city\": \"Bend\"}\n", NULL);
    ck_assert(!opens_so(".csv", twice, strlen(twice), &how));
    ck_assert_ptr_nonnull(strstr(err.message, "there are two columns 'ID'"));
    ck_assert(!opens_so(".csv", none, strlen(none), &how));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "write {n}, a key like {name}, or another column ('Id No')"));
    ck_assert(opens_so(".csv", spoiled, strlen(spoiled), &how));
    next_is_bad("ID is '#N/A'");
    close_rows();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lists");
    TCase *tests = tcase_create("as people write them");
    tcase_add_test(tests, headings_are_as_people_write_them);
    tcase_add_test(tests, columns_that_are_not_ours_are_named);
    tcase_add_test(tests, columns_that_names_of_files_use_are_kept);
    tcase_add_test(tests, all_wrong_columns_are_told_at_once);
    tcase_add_test(tests, a_line_may_tell_the_mark);
    tcase_add_test(tests, what_is_empty_at_the_end_is_passed_over);
    tcase_add_test(tests, cells_are_trimmed_of_all_blanks);
    tcase_add_test(tests, byte_order_marks_are_passed_over);
    tcase_add_test(tests, utf_16_is_read_with_and_without_a_mark);
    tcase_add_test(tests, pieces_of_utf_16_meet_where_reads_end);
    tcase_add_test(tests, code_pages_are_told_and_taken);
    tcase_add_test(tests, addresses_in_several_columns_are_joined);
    tcase_add_test(tests, a_heading_may_stand_below_a_title);
    tcase_add_test(tests, what_is_no_list_is_named);
    tcase_add_test(tests, code_pages_are_guessed_by_what_makes_words);
    tcase_add_test(tests, a_name_that_begins_like_a_key_is_not_mistyped);
    tcase_add_test(tests, json_may_be_an_array);
    tcase_add_test(tests, an_array_has_an_end);
    tcase_add_test(tests, numbers_of_a_workbook_are_as_the_sheet_shows_them);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
