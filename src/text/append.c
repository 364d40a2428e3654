// The tables are those of OpenType 1.9: "glyf" (a composite is a count of -1, its box, and its parts), "loca", "hmtx",
// "hhea", "head", "maxp".
#include "text/append.h"

#include <string.h>

enum { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES }; // in the order of their tags, as a file has them

static const char tags[TABLES][5] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};

typedef struct font {
    dgs_str in[TABLES];
    dgs_buf out[TABLES];
    size_t nglyphs, nmetrics;
    bool long_loca;
} font;

typedef struct box { // of an outline, in font units
    int x_min, y_min, x_max, y_max;
} box;

static unsigned get16(dgs_str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    return at + 2 <= s.n ? (unsigned)p[0] << 8 | p[1] : 0;
}

static int get_i16(dgs_str s, size_t at)
{
    return (int16_t)get16(s, at);
}

static size_t get32(dgs_str s, size_t at)
{
    return (size_t)get16(s, at) << 16 | get16(s, at + 2);
}

static void put16(dgs_buf *to, int v)
{
    unsigned bits = (unsigned)v;
    dgs_buf_addc(to, (char)(bits >> 8 & 0xff));
    dgs_buf_addc(to, (char)(bits & 0xff));
}

static void put32(dgs_buf *to, size_t v)
{
    put16(to, (int)(v >> 16 & 0xffff));
    put16(to, (int)(v & 0xffff));
}

static void set16(dgs_buf *to, size_t at, unsigned v)
{
    if (to->failed || at + 2 > to->n)
        return;
    to->p[at] = (char)(v >> 8 & 0xff);
    to->p[at + 1] = (char)(v & 0xff);
}

// Raises a number of a table; it is unsigned there.
static void raise16(dgs_buf *to, size_t at, unsigned v)
{
    unsigned had = to->failed ? 0 : get16((dgs_str){to->p, to->n}, at);
    set16(to, at, v > UINT16_MAX ? UINT16_MAX : v > had ? v : had);
}

static bool read_tables(font *f, dgs_str file, dgs_arena *arena)
{
    for (unsigned i = 0; i < get16(file, 4); i++) {
        size_t at = 12 + 16 * (size_t)i, start = get32(file, at + 8), n = get32(file, at + 12);
        if (at + 16 > file.n || start > file.n || n > file.n - start)
            return false;
        for (int t = 0; t < TABLES; t++)
            if (memcmp(file.p + at, tags[t], 4) == 0)
                f->in[t] = (dgs_str){file.p + start, n};
    }
    f->nglyphs = get16(f->in[MAXP], 4);
    f->nmetrics = get16(f->in[HHEA], 34);
    f->long_loca = get16(f->in[HEAD], 50) != 0;
    for (int t = 0; t < TABLES; t++)
        f->out[t].arena = arena;
    return f->in[HEAD].n >= 54 && f->in[HHEA].n >= 36 && f->in[MAXP].n >= 32 && f->nmetrics > 0 &&
           f->nmetrics <= f->nglyphs && f->in[HMTX].n >= 2 * (f->nglyphs + f->nmetrics) &&
           f->in[LOCA].n >= (f->nglyphs + 1) * (f->long_loca ? 4 : 2);
}

static size_t place_of(const font *f, size_t id)
{
    return f->long_loca ? get32(f->in[LOCA], id * 4) : (size_t)get16(f->in[LOCA], id * 2) * 2;
}

// False for a glyph without an outline.
static bool box_of(const font *f, size_t id, box *out)
{
    size_t at = place_of(f, id);
    if (place_of(f, id + 1) < at + 10 || at + 10 > f->in[GLYF].n)
        return false;
    dgs_str g = {f->in[GLYF].p + at, 10};
    *out = (box){get_i16(g, 2), get_i16(g, 4), get_i16(g, 6), get_i16(g, 8)};
    return true;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

// The box round all parts; false where none has an outline.
static bool box_round(const font *f, const dgs_subset *subset, const dgs_composite *c, box *out)
{
    bool any = false;
    for (size_t i = 0; i < c->nparts; i++) {
        const dgs_component *part = &c->parts[i];
        box b;
        if (!box_of(f, subset->new_id[part->gid], &b))
            continue;
        b = (box){b.x_min + part->x, b.y_min + part->y, b.x_max + part->x, b.y_max + part->y};
        *out = !any ? b
                    : (box){least(out->x_min, b.x_min), least(out->y_min, b.y_min), most(out->x_max, b.x_max),
                            most(out->y_max, b.y_max)};
        any = true;
    }
    return any;
}

static void copy_tables(font *f)
{
    for (int t = 0; t < TABLES; t++)
        if (t != HMTX && t != LOCA)
            dgs_buf_add(&f->out[t], f->in[t].p, f->in[t].n);
    while (f->out[GLYF].n % 4 != 0)
        dgs_buf_addc(&f->out[GLYF], '\0');
    for (size_t id = 0; id < f->nglyphs; id++) {
        size_t metric = id < f->nmetrics ? id : f->nmetrics - 1;
        size_t bearing = id < f->nmetrics ? 4 * id + 2 : 4 * f->nmetrics + 2 * (id - f->nmetrics);
        put16(&f->out[HMTX], (int)get16(f->in[HMTX], 4 * metric));
        put16(&f->out[HMTX], (int)get16(f->in[HMTX], bearing));
        put32(&f->out[LOCA], place_of(f, id));
    }
    put32(&f->out[LOCA], f->out[GLYF].n);
}

static void add_parts(dgs_buf *glyf, const dgs_subset *subset, const dgs_composite *c)
{
    enum { ARE_WORDS = 1, ARE_XY = 2, MORE = 0x20, UNSCALED = 0x1000 };
    for (size_t i = 0; i < c->nparts; i++) {
        put16(glyf, ARE_WORDS | ARE_XY | UNSCALED | (i + 1 < c->nparts ? MORE : 0));
        put16(glyf, subset->new_id[c->parts[i].gid]);
        put16(glyf, c->parts[i].x);
        put16(glyf, c->parts[i].y);
    }
    while (glyf->n % 4 != 0)
        dgs_buf_addc(glyf, '\0');
}

// The file's box grows with the glyph's; how many points and contours a composite has is told as what it may have.
static void raise_limits(font *f, const dgs_composite *c, const box *b)
{
    dgs_buf *head = &f->out[HEAD], *maxp = &f->out[MAXP];
    dgs_str old = f->in[MAXP], now = {head->p, head->n};
    unsigned n = (unsigned)c->nparts;
    if (head->failed || maxp->failed)
        return;
    set16(head, 36, (unsigned)least(get_i16(now, 36), b->x_min));
    set16(head, 38, (unsigned)least(get_i16(now, 38), b->y_min));
    set16(head, 40, (unsigned)most(get_i16(now, 40), b->x_max));
    set16(head, 42, (unsigned)most(get_i16(now, 42), b->y_max));
    raise16(maxp, 10, n * (unsigned)most((int)get16(old, 6), (int)get16(old, 10)));
    raise16(maxp, 12, n * (unsigned)most((int)get16(old, 8), (int)get16(old, 12)));
    raise16(maxp, 28, n);
    raise16(maxp, 30, get16(old, 30) + 1);
}

static void add_glyph(font *f, const dgs_subset *subset, const dgs_composite *c)
{
    box b = {0};
    if (box_round(f, subset, c, &b)) {
        dgs_buf *glyf = &f->out[GLYF];
        put16(glyf, -1);
        put16(glyf, b.x_min);
        put16(glyf, b.y_min);
        put16(glyf, b.x_max);
        put16(glyf, b.y_max);
        add_parts(glyf, subset, c);
        raise_limits(f, c, &b);
    }
    put32(&f->out[LOCA], f->out[GLYF].n);
    put16(&f->out[HMTX], c->width);
    put16(&f->out[HMTX], b.x_min);
    raise16(&f->out[HHEA], 10, c->width);
}

static size_t sum_of(dgs_str s)
{
    size_t sum = 0;
    for (size_t i = 0; i < s.n; i += 4) {
        char four[4] = {0};
        memcpy(four, s.p + i, s.n - i < 4 ? s.n - i : 4);
        sum += get32((dgs_str){four, 4}, 0);
    }
    return sum & 0xffffffff;
}

static void write_file(const font *f, dgs_buf *file)
{
    size_t at = 12 + 16 * TABLES;
    put32(file, 0x10000);
    put16(file, TABLES);
    put16(file, 64); // the largest power of two up to TABLES, times 16; its exponent; what is left
    put16(file, 2);
    put16(file, 16 * TABLES - 64);
    for (int t = 0; t < TABLES; t++) {
        dgs_str table = {f->out[t].p, f->out[t].n};
        dgs_buf_add(file, tags[t], 4);
        put32(file, sum_of(table));
        put32(file, at);
        put32(file, table.n);
        at += (table.n + 3) / 4 * 4;
    }
    for (int t = 0; t < TABLES; t++) {
        dgs_buf_add(file, f->out[t].p, f->out[t].n);
        while (file->n % 4 != 0)
            dgs_buf_addc(file, '\0');
    }
}

// The whole sums up to a number of its own ("head", checksumAdjustment).
static void adjust_sum(const font *f, dgs_buf *file)
{
    size_t head = 12 + 16 * TABLES + (f->out[GLYF].n + 3) / 4 * 4;
    size_t left = 0xb1b0afba - sum_of((dgs_str){file->p, file->n});
    set16(file, head + 8, (unsigned)(left >> 16 & 0xffff));
    set16(file, head + 10, (unsigned)(left & 0xffff));
}

static bool add_widths(dgs_subset *subset, const dgs_composite *composites, size_t n, dgs_arena *arena)
{
    uint16_t *widths = dgs_arena_array(arena, subset->nnew + n, sizeof *widths);
    if (widths == NULL)
        return false;
    memcpy(widths, subset->widths, subset->nnew * sizeof *widths);
    for (size_t i = 0; i < n; i++)
        widths[subset->nnew + i] = composites[i].width;
    subset->widths = widths;
    subset->nnew += n;
    return true;
}

bool dgs_subset_append(dgs_subset *subset, const dgs_composite *composites, size_t n, dgs_arena *arena, bool *ok)
{
    font f = {0};
    dgs_buf file = {.arena = arena};
    *ok = read_tables(&f, subset->file, arena) && f.nglyphs == subset->nnew && n <= UINT16_MAX - f.nglyphs;
    if (!*ok)
        return true;
    copy_tables(&f);
    for (size_t i = 0; i < n; i++)
        add_glyph(&f, subset, &composites[i]);
    set16(&f.out[HEAD], 8, 0);
    set16(&f.out[HEAD], 10, 0);
    set16(&f.out[HEAD], 50, 1); // places of four bytes
    set16(&f.out[HHEA], 34, (unsigned)(f.nglyphs + n));
    set16(&f.out[MAXP], 4, (unsigned)(f.nglyphs + n));
    bool failed = false;
    for (int t = 0; t < TABLES; t++)
        failed = failed || f.out[t].failed;
    if (failed)
        return false;
    write_file(&f, &file);
    if (file.failed)
        return false;
    adjust_sum(&f, &file);
    subset->file = (dgs_str){file.p, file.n};
    return add_widths(subset, composites, n, arena);
}
