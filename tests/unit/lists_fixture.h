// What the tests of lists share: a list that is written and opened, and its rows one after the other.
#ifndef DGS_TESTS_LISTS_FIXTURE_H
#define DGS_TESTS_LISTS_FIXTURE_H
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/rows.h"
#include "unit.h"

static dgs_rows *rows;
static dgs_row row;
static dgs_err err;
static char path[64];

static void put(const char *ending, const char *text, size_t n)
{
    (void)snprintf(path, sizeof path, "/tmp/dgs-lists-%ld%s", (long)getpid(), ending);
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    ck_assert_uint_eq(fwrite(text, 1, n, to), n);
    ck_assert_int_eq(fclose(to), 0);
}

static bool opens_so(const char *ending, const char *text, size_t n, const dgs_rows_how *how)
{
    put(ending, text, n);
    err = (dgs_err){0};
    rows = dgs_rows_open(path, how, &err);
    ck_assert_int_eq(unlink(path), 0);
    return rows != NULL;
}

static void close_rows(void)
{
    dgs_rows_close(rows);
    rows = NULL;
}

static void opens(const char *ending, const char *text)
{
    ck_assert_msg(opens_so(ending, text, strlen(text), NULL), "%s", err.message);
}

static void next_is(int line, const char *name, const char *phone)
{
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_str_eq(row.fault, "");
    ck_assert_int_eq(row.line, line);
    ck_assert_pstr_eq(row.text[DGS_SETTING_NAME], name);
    ck_assert_pstr_eq(row.text[DGS_SETTING_PHONE], phone);
}

static void next_is_bad(const char *words)
{
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_ROW);
    ck_assert_msg(strstr(row.fault, words) != NULL, "'%s' does not say '%s'", row.fault, words);
}

static void next_is_end(void)
{
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_END);
    ck_assert_int_eq(dgs_rows_next(rows, &row, &err), DGS_ROWS_END);
    close_rows();
}
#endif
