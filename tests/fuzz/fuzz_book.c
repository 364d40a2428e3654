// A workbook as a list of practices: bytes as the file; or parts parted by FS, put into a package that is sound, as
// .xlsx (workbook, relations, styles, strings, sheet) or as .ods (content).
#include <string.h>
#include <zlib.h>

#include "base/utf8.h"
#include "batch/rows.h"
#include "fuzz.h"

enum { RAW, XLSX, ODS, KINDS, PARTS = 8 };

typedef struct part {
    const char *name;
    dgs_str bytes;
    size_t at;
} part;

static void number(dgs_buf *to, size_t n, size_t bytes)
{
    for (; bytes > 0; bytes--, n >>= 8)
        dgs_buf_addc(to, (char)(n & 0xff));
}

// What the records of the two kinds share.
static void head(dgs_buf *to, const part *p)
{
    number(to, 20, 2); // version, flags, method: stored
    number(to, 0, 8);
    number(to, crc32(crc32(0, NULL, 0), (const unsigned char *)p->bytes.p, (unsigned)p->bytes.n), 4);
    number(to, p->bytes.n, 4);
    number(to, p->bytes.n, 4);
    number(to, strlen(p->name), 2);
}

static dgs_str zip(dgs_arena *arena, part *parts, size_t n)
{
    dgs_buf to = {.arena = arena};
    for (size_t i = 0; i < n; i++) {
        parts[i].at = to.n;
        dgs_buf_adds(&to, "PK\3\4");
        head(&to, &parts[i]);
        number(&to, 0, 2);
        dgs_buf_adds(&to, parts[i].name);
        dgs_buf_add(&to, parts[i].bytes.p, parts[i].bytes.n);
    }
    size_t start = to.n;
    for (size_t i = 0; i < n; i++) {
        dgs_buf_adds(&to, "PK\1\2");
        number(&to, 20, 2);
        head(&to, &parts[i]);
        number(&to, 0, 12);
        number(&to, parts[i].at, 4);
        dgs_buf_adds(&to, parts[i].name);
    }
    size_t size = to.n - start;
    dgs_buf_adds(&to, "PK\5\6");
    number(&to, 0, 4);
    number(&to, n, 2);
    number(&to, n, 2);
    number(&to, size, 4);
    number(&to, start, 4);
    number(&to, 0, 2);
    return to.failed ? (dgs_str){0} : (dgs_str){to.p, to.n};
}

static dgs_str package(const fuzz_input *in, unsigned kind)
{
    static const char *const names[] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                                        "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"};
    part parts[PARTS] = {{.name = "content.xml"}};
    dgs_str rest = in->bytes;
    size_t n = 0;
    if (kind == ODS) {
        parts[n++].bytes = rest;
        return zip(in->arena, parts, n);
    }
    parts[n++] = (part){"[Content_Types].xml", DGS_STR("<Types/>"), 0};
    parts[n++] = (part){"_rels/.rels", DGS_STR("<Relationships/>"), 0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        parts[n++] = (part){names[i], fuzz_part(&rest), 0};
    return zip(in->arena, parts, n);
}

static void read_rows(const char *path, const char *sheet)
{
    dgs_err err = {0};
    dgs_row row;
    const dgs_rows_how how = {DGS_CHARSET_FIND, sheet, NULL, 0};
    dgs_rows *rows = dgs_rows_open(path, &how, &err);
    dgs_rows_got got = DGS_ROWS_END;
    int line = 0;
    fuzz_check(rows != NULL, &err);
    for (; rows != NULL && (got = dgs_rows_next(rows, &row, &err)) == DGS_ROWS_ROW; line = row.line) {
        if (row.line < line)
            fuzz_broken("rows are not in order");
        for (size_t i = 0; i < DGS_SETTINGS; i++) {
            dgs_str cell = dgs_str_of(row.text[i]);
            if (cell.n > DGS_CELL_MAX || dgs_utf8_check(cell) < cell.n)
                fuzz_broken("a cell is too long, or not UTF-8");
        }
    }
    fuzz_check(got != DGS_ROWS_FAILED && rows != NULL, &err);
    dgs_rows_close(rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    if (fuzz_open(&in, data, n)) {
        unsigned kind = in.choice % KINDS;
        dgs_str bytes = kind == RAW ? in.bytes : package(&in, kind);
        if (bytes.p != NULL)
            read_rows(fuzz_put("list.xlsx", bytes), in.choice % 2 == 0 ? NULL : "2");
        fuzz_remove("list.xlsx");
    }
    fuzz_close(&in);
    return 0;
}
