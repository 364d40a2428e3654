// Archives by libzip, which shares no code with ours: all of their files are read, and whatever is changed in one,
// nothing is taken for a file that libzip does not take for it too.
#include "batch/zip.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { FILES = 12, ARCHIVE_MAX = 1 << 20, CONTENT_MAX = 40000 };

static uint64_t lot = 7;
static char archive[ARCHIVE_MAX], content[FILES][CONTENT_MAX];
static size_t archive_n, content_n[FILES];

static uint32_t draw(uint32_t below)
{
    lot = lot * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(lot >> 33) % below;
}

static void name_of(int i, char name[32])
{
    (void)snprintf(name, 32, "xl/worksheets/sheet%d.xml", i);
}

// Stored or packed, empty or long, with comments of files and of the archive.
static void make_archive(void)
{
    zip_error_t error;
    zip_source_t *all = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(all, ZIP_TRUNCATE, &error);
    ck_assert_ptr_nonnull(zip);
    zip_source_keep(all);
    for (int i = 0; i < FILES; i++) {
        char name[32];
        content_n[i] = i == 0 ? 0 : draw(CONTENT_MAX);
        for (size_t j = 0; j < content_n[i]; j++)
            content[i][j] = i % 3 == 0 ? (char)draw(256) : "<c r=\"A1\"><v>"[draw(13)];
        name_of(i, name);
        zip_int64_t at = zip_file_add(zip, name, zip_source_buffer(zip, content[i], content_n[i], 0), 0);
        ck_assert_int_ge(at, 0);
        ck_assert_int_eq(
            zip_set_file_compression(zip, (zip_uint64_t)at, draw(3) == 0 ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0), 0);
        if (draw(2) == 0)
            ck_assert_int_eq(zip_file_set_comment(zip, (zip_uint64_t)at, "a comment", 9, 0), 0);
    }
    if (draw(2) == 0)
        ck_assert_int_eq(zip_set_archive_comment(zip, "a comment of all", 16), 0);
    ck_assert_int_eq(zip_close(zip), 0);
    ck_assert_int_eq(zip_source_open(all), 0);
    archive_n = (size_t)zip_source_read(all, archive, sizeof archive);
    ck_assert_uint_lt(archive_n, sizeof archive);
    (void)zip_source_close(all);
    zip_source_free(all);
}

typedef struct taken {
    char bytes[CONTENT_MAX];
    size_t n;
} taken;

static bool take(void *ctx, const char *bytes, size_t n)
{
    taken *to = ctx;
    ck_assert_uint_le(n, sizeof to->bytes - to->n);
    memcpy(to->bytes + to->n, bytes, n);
    to->n += n;
    return true;
}

static bool we_read(int i, size_t most, taken *out, dgs_err *err)
{
    char name[32];
    name_of(i, name);
    const dgs_zip_wanted wanted = {{archive, archive_n}, "list.xlsx", name, most};
    out->n = 0;
    return dgs_zip_unpack(&wanted, take, out, err);
}

static bool libzip_reads(int i, taken *out)
{
    char name[32];
    zip_error_t error;
    zip_source_t *all = zip_source_buffer_create(archive, archive_n, 0, &error);
    zip_t *zip = zip_open_from_source(all, ZIP_RDONLY, &error);
    if (zip == NULL) {
        zip_source_free(all);
        return false;
    }
    name_of(i, name);
    zip_file_t *file = zip_fopen(zip, name, 0);
    zip_int64_t n = file == NULL ? -1 : zip_fread(file, out->bytes, sizeof out->bytes);
    bool ok = n >= 0 && zip_fclose(file) == 0;
    if (file != NULL && n < 0)
        (void)zip_fclose(file);
    out->n = n < 0 ? 0 : (size_t)n;
    zip_discard(zip);
    return ok;
}

START_TEST(all_files_are_read)
{
    static taken ours;
    for (int archives = 0; archives < 40; archives++) {
        make_archive();
        for (int i = 0; i < FILES; i++) {
            dgs_err err = {0};
            ck_assert_msg(we_read(i, CONTENT_MAX, &ours, &err), "%s", err.message);
            ck_assert_uint_eq(ours.n, content_n[i]);
            ck_assert_mem_eq(ours.bytes, content[i], ours.n);
        }
    }
}
END_TEST

START_TEST(one_that_is_larger_than_allowed_is_refused)
{
    static taken ours;
    make_archive();
    for (int i = 1; i < FILES; i++) {
        dgs_err err = {0};
        ck_assert(we_read(i, content_n[i], &ours, &err));
        ck_assert(!we_read(i, content_n[i] - 1, &ours, &err));
        ck_assert_ptr_nonnull(strstr(err.message, "list.xlsx: the workbook is too large"));
    }
}
END_TEST

// A byte here and there is another, some are left out, or the end is.
static void spoil(void)
{
    size_t changes = 1 + draw(4), tail = archive_n < 1200 ? archive_n : 1200;
    for (size_t i = 0; i < changes; i++) { // half of them where the directory is
        size_t at = draw(2) == 0 ? draw((uint32_t)archive_n) : archive_n - 1 - draw((uint32_t)tail);
        archive[at] = (char)(draw(2) == 0 ? archive[at] ^ (1 << draw(8)) : (int)draw(256));
    }
    if (draw(8) == 0)
        archive_n -= draw(100);
    if (draw(8) == 0) {
        size_t at = draw((uint32_t)archive_n - 20), n = 1 + draw(16);
        memmove(archive + at, archive + at + n, archive_n - at - n);
        archive_n -= n;
    }
}

START_TEST(of_a_spoiled_archive_nothing_is_taken_that_another_library_does_not_take)
{
    static taken ours, theirs;
    static char whole[ARCHIVE_MAX];
    size_t read = 0, refused = 0;
    for (int archives = 0; archives < 20; archives++) {
        make_archive();
        size_t whole_n = archive_n;
        memcpy(whole, archive, whole_n);
        for (int times = 0; times < 100; times++) {
            memcpy(archive, whole, archive_n = whole_n);
            spoil();
            for (int i = 0; i < FILES; i++) {
                dgs_err err = {0};
                if (!we_read(i, CONTENT_MAX, &ours, &err)) {
                    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
                    refused++;
                    continue;
                }
                read++;
                if (libzip_reads(i, &theirs)) {
                    ck_assert_uint_eq(ours.n, theirs.n);
                    ck_assert_mem_eq(ours.bytes, theirs.bytes, ours.n);
                } else { // as where the end's record has another fault
                    ck_assert_uint_eq(ours.n, content_n[i]);
                    ck_assert_mem_eq(ours.bytes, content[i], ours.n);
                }
            }
        }
    }
    ck_assert_uint_gt(read, 5000);
    ck_assert_uint_gt(refused, 1000);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("zip");
    TCase *tests = tcase_create("judged by libzip");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, all_files_are_read);
    tcase_add_test(tests, one_that_is_larger_than_allowed_is_refused);
    tcase_add_test(tests, of_a_spoiled_archive_nothing_is_taken_that_another_library_does_not_take);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
