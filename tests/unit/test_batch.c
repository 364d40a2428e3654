// Unit tests of src/batch: rows out of CSV and JSON Lines.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.h"
#include "lists_fixture.h"

// The list as CSV cannot be used, for this reason.
static void refused(const char *text, const char *words)
{
    ck_assert(!opens_so(".csv", text, strlen(text), NULL));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

static void next_is_bad_at(int line, const char *words)
{
    next_is_bad(words);
    ck_assert_int_eq(row.line, line);
}

START_TEST(cells_are_read_as_rfc_4180_has_them)
{
    opens(".csv", "name,phone\r\nA,1\r\n\"B, C\",\" 2 \"\r\n\"D \"\"E\"\"\",\r\n,4");
    ck_assert_ptr_null(dgs_rows_delimiter(rows));
    next_is(2, "A", "1");
    ck_assert_uint_eq(row.n, 1);
    next_is(3, "B, C", "2");
    next_is(4, "D \"E\"", NULL);
    next_is(5, NULL, "4");
    ck_assert_uint_eq(row.n, 4);
    next_is_end();
}
END_TEST

START_TEST(lines_are_counted_over_cells_of_several)
{
    opens(".csv", "phone,name\n\n1,\"A\r\nB\rC\nD\"\n\n\n2,E\n");
    next_is(3, "A\nB\nC\nD", "1");
    next_is(9, "E", "2"); // the CR in the cell counts too
    next_is_end();
    opens(".csv", "name,phone\rA,1\rB,2\r");
    next_is(2, "A", "1");
    next_is(3, "B", "2");
    next_is_end();
}
END_TEST

START_TEST(other_marks_are_found)
{
    opens(".csv", "\xef\xbb\xbfname;phone\nA, B;1\n");
    ck_assert_str_eq(dgs_rows_delimiter(rows), "semicolons");
    next_is(2, "A, B", "1");
    next_is_end();
    opens(".csv", "\"name\"\tphone\nA;B\t1\n\t2\n");
    ck_assert_str_eq(dgs_rows_delimiter(rows), "tabs");
    next_is(2, "A;B", "1");
    next_is(3, NULL, "2");
    next_is_end();
    opens(".csv", "name\nA;B\n");
    next_is(2, "A;B", NULL);
    next_is_end();
}
END_TEST

START_TEST(a_bad_row_does_not_touch_the_next)
{
    opens(".csv", "name,phone\nA\nB,1,2\nC \"D\",3\nE,4\n\"F\"G,5\nH,6\n");
    next_is(2, "A", NULL); // as spreadsheets leave out what is empty
    next_is_bad_at(3, "3 cells, but");
    next_is_bad_at(4, "cell 1 has a quotation mark inside");
    next_is(5, "E", "4");
    next_is_bad_at(6, "cell 1 has a quotation mark inside");
    next_is(7, "H", "6");
    next_is_end();
    opens(".csv", "name,phone\nA,\"1\n2,3");
    next_is_bad_at(2, "the quotation mark of cell 2 is never closed");
    next_is_end();
}
END_TEST

START_TEST(cells_and_rows_have_limits)
{
    static char text[200000];
    int n = snprintf(text, sizeof text, "name,phone\n%0*d,1\n%0*d,2\n", DGS_CELL_MAX, 7, DGS_CELL_MAX + 1, 7);
    opens(".csv", text);
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, "");
    ck_assert_uint_eq(strlen(row.text[DGS_SETTING_NAME]), DGS_CELL_MAX);
    next_is_bad_at(3, "name has 4097 bytes");
    next_is_end();
    ck_assert_int_gt(n, 0);
    memset(text, 'x', sizeof text - 1);
    memcpy(text, "name\n\"", 6);
    opens(".csv", text);
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_FAILED);
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, ":2: the row that begins here has more than 64 KB"));
    close_rows();
}
END_TEST

// A row of n bytes with its line end, whose first part and last part are given.
static dgs_rows_got row_of(const char *ending, const char *before, const char *begin, const char *end, size_t n)
{
    static char text[2 * DGS_ROW_MAX];
    size_t at = strlen(before);
    memset(text, ' ', sizeof text);
    memcpy(text, before, at);
    memcpy(text + at, begin, strlen(begin));
    memcpy(text + at + n - strlen(end), end, strlen(end));
    text[at + n] = '\0';
    opens(ending, text);
    dgs_rows_got got = dgs_rows_next(rows, &row, &err);
    close_rows();
    return got;
}

START_TEST(rows_end_at_their_limit)
{
    ck_assert_int_eq(row_of(".jsonl", "", "{\"name\":\"A\"", "}\n", DGS_ROW_MAX), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, "");
    ck_assert_int_eq(row_of(".jsonl", "", "{\"name\":\"A\"", "}\n", DGS_ROW_MAX + 1), DGS_ROWS_FAILED);
    ck_assert(err.kind == DGS_ERR_DATA && strstr(err.message, ":1: this row has more than 64 KB: shorten it") != NULL);
    // Blanks round a cell are none of it.
    ck_assert_int_eq(row_of(".csv", "name,phone\n", "A", ",1\n", DGS_ROW_MAX), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, "");
    ck_assert_int_eq(row_of(".csv", "name,phone\n", "A", ",1\n", DGS_ROW_MAX + 1), DGS_ROWS_FAILED);
    ck_assert(err.kind == DGS_ERR_DATA && strstr(err.message, ":2: the row that begins here has more than 64") != NULL);
}
END_TEST

START_TEST(all_rows_are_read_again_from_the_same_file)
{
    static const char *const lists[][2] = {{".csv", "\xef\xbb\xbfname;phone\nA;1\n\nB;2\n"},
                                           {".jsonl", "\xef\xbb\xbf{\"name\":\"A\",\"phone\":\"1\"}\n\n"
                                                      "{\"name\":\"B\",\"phone\":\"2\"}\n"}};
    for (size_t i = 0; i < 2; i++) {
        opens(lists[i][0], lists[i][1]); // it has lost its name by now
        for (int round = 0; round < 3; round++) {
            next_is(i == 0 ? 2 : 1, "A", "1");
            ck_assert_uint_eq(row.n, 1);
            if (round < 2) { // in the last one to its end
                ck_assert(dgs_rows_begin(rows, &err));
                continue;
            }
            next_is(i == 0 ? 4 : 3, "B", "2");
            next_is_end();
        }
        close_rows();
    }
}
END_TEST

START_TEST(a_list_that_changes_is_noticed_no_later_than_its_rows_are_read)
{
    enum { ROWS = 4000 };
    put(".csv", "name\n", 5);
    FILE *to = fopen(path, "a");
    for (int i = 0; i < ROWS; i++)
        fprintf(to, "Name %d\n", i);
    ck_assert_int_eq(fclose(to), 0);
    rows = dgs_rows_open(path, NULL, &err);
    ck_assert(rows != NULL && dgs_rows_precheck(rows) && !dgs_rows_changed(rows));
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    int fd = open(path, O_WRONLY);
    ck_assert_int_eq(pwrite(fd, "Evil", 4, 5 + 10 * 3000), 4); // within the file, not at its end
    const struct timespec long_ago[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    ck_assert_int_eq(futimens(fd, long_ago), 0);
    ck_assert_int_eq(close(fd), 0);
    ck_assert(!dgs_rows_changed(rows)); // what was read before is of the list as it was
    while (!dgs_rows_changed(rows)) {
        ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
        ck_assert_ptr_null(strstr(row.text[DGS_SETTING_NAME], "Evil"));
    }
    ck_assert_uint_lt(row.n, ROWS);
    ck_assert(dgs_rows_begin(rows, &err) && dgs_rows_changed(rows) && !dgs_rows_precheck(rows)); // once and for all
    close_rows();
    ck_assert_int_eq(unlink(path), 0);
}
END_TEST

START_TEST(a_list_that_is_no_file_is_not_opened)
{
    (void)snprintf(path, sizeof path, "/tmp/dgs-rows-%ld.csv", (long)getpid());
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    const char *const names[] = {path, "/dev/zero", "/tmp", "-"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        err = (dgs_err){0};
        ck_assert_ptr_null(dgs_rows_open(names[i], NULL, &err));
        ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    }
    ck_assert_int_eq(unlink(path), 0);
}
END_TEST

START_TEST(bytes_that_are_no_text_are_bad)
{
    static const char text[] = "name,phone\nA\0B,1\nC\xff,2\nD,3\n";
    put(".csv", text, sizeof text - 1);
    err = (dgs_err){0};
    rows = dgs_rows_open(path, NULL, &err);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_ptr_nonnull(rows);
    next_is_bad_at(2, "name has a NUL byte");
    next_is_bad_at(3, "name is not valid UTF-8");
    next_is(4, "D", "3");
    next_is_end();
}
END_TEST

START_TEST(headings_are_keys)
{
    refused("name,phnoe\nA,1\n", "column 'phnoe' not found, did you mean phone: correct the first row");
    refused("name,name\n", "two columns 'name'");
    refused("fone,id\nA,1\n", "columns 'fone' and 'id' not found: name keys of a profile in the first row");
    refused("", "is empty");
    refused("\n\n", "is empty");
    opens(".csv", " name , phone\nA,1\n");
    next_is(2, "A", "1");
    next_is_end();
}
END_TEST

START_TEST(json_lines_are_objects_of_texts)
{
    opens(".jsonl", "{\"name\": \"A\", \"phone\": \"1\"}\n\n  {\"name\":\"B\\nC\"}\r\n{}\n{\"name\":\"\"}");
    next_is(1, "A", "1");
    next_is(3, "B\nC", NULL);
    next_is(4, NULL, NULL);
    next_is(5, NULL, NULL);
    next_is_end();
    opens(".NDJSON", "{\"name\": 1}\n{\"naem\": \"A\"}\n[]\n{\n{\"name\":null}\n{\"name\":\"D\"}\n");
    next_is_bad_at(1, "name is not a string");
    next_is_bad_at(2, "key 'naem' not found, did you mean name");
    next_is_bad_at(3, "not a JSON object");
    next_is_bad_at(4, "not valid JSON (");
    next_is(5, NULL, NULL);
    next_is(6, "D", NULL);
    next_is_end();
}
END_TEST

START_TEST(sha256_is_that_of_the_standard) // FIPS 180-4 example
{
    char hex[DGS_SHA256_HEX + 1];
    dgs_sha256_hex(DGS_STR("abc"), hex);
    ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

START_TEST(sha256_goes_on_after_it_was_asked)
{
    char hex[DGS_SHA256_HEX + 1], whole[DGS_SHA256_HEX + 1];
    dgs_sha256 hash;
    dgs_sha256_begin(&hash);
    dgs_sha256_add(&hash, DGS_STR("abc"));
    dgs_sha256_digits(&hash, hex);
    dgs_sha256 copy = hash;
    dgs_sha256_add(&hash, DGS_STR("def"));
    dgs_sha256_digits(&hash, hex);
    dgs_sha256_hex(DGS_STR("abcdef"), whole);
    ck_assert_str_eq(hex, whole);
    dgs_sha256_digits(&copy, hex);
    dgs_sha256_hex(DGS_STR("abc"), whole);
    ck_assert_str_eq(hex, whole);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch");
    TCase *tests = tcase_create("rows");
    tcase_add_test(tests, cells_are_read_as_rfc_4180_has_them);
    tcase_add_test(tests, lines_are_counted_over_cells_of_several);
    tcase_add_test(tests, other_marks_are_found);
    tcase_add_test(tests, a_bad_row_does_not_touch_the_next);
    tcase_add_test(tests, cells_and_rows_have_limits);
    tcase_add_test(tests, rows_end_at_their_limit);
    tcase_add_test(tests, bytes_that_are_no_text_are_bad);
    tcase_add_test(tests, all_rows_are_read_again_from_the_same_file);
    tcase_add_test(tests, a_list_that_changes_is_noticed_no_later_than_its_rows_are_read);
    tcase_add_test(tests, a_list_that_is_no_file_is_not_opened);
    tcase_add_test(tests, headings_are_keys);
    tcase_add_test(tests, json_lines_are_objects_of_texts);
    tcase_add_test(tests, sha256_is_that_of_the_standard);
    tcase_add_test(tests, sha256_goes_on_after_it_was_asked);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
