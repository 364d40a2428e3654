// dgs-bake-words OUT.c FILE.md...: shapes every word of the files in every usual face and compiles the glyphs into C,
// so that the program need not shape its own words when it runs. A build tool. Words are found by blanks and Markdown's
// own signs: one that is missed, or none at all, only costs its place in the table.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/file.h"
#include "profile/country.h"
#include "save/save.h"
#include "text/builtin.h"

// The tool itself has no built-in words.
const dgs_builtin_word dgs_builtin_words[] = {{0}};
const size_t dgs_nbuiltin_words = 0;
const char dgs_builtin_texts[] = "";
const dgs_glyph dgs_builtin_glyphs[] = {{0}};

enum { ARENA_MAX = 256 * 1024 * 1024, FILE_MAX = 1024 * 1024, TABLE = 8192, FULL = TABLE / 4 * 3 };

typedef struct entry {
    dgs_str text; // empty: a free place
    dgs_face face;
    dgs_feature feature;
    dgs_word word;
} entry;

typedef struct table {
    entry entries[TABLE];
    size_t n;
} table;

typedef struct baker {
    dgs_arena *arena;
    dgs_text *text;
    dgs_err *err;
    table *table;
    bool title; // the words are those of a heading
} baker;

static bool add_word(baker *b, dgs_face face, dgs_feature feature, dgs_str s)
{
    size_t i = (size_t)dgs_text_hash(face, feature, s) & (TABLE - 1);
    for (; b->table->entries[i].text.n > 0; i = (i + 1) & (TABLE - 1)) {
        const entry *e = &b->table->entries[i];
        if (e->face == face && e->feature == feature && dgs_str_eq(e->text, s))
            return true;
    }
    if (b->table->n > FULL || s.n > UINT16_MAX) // full enough: the rest is shaped at run time
        return true;
    entry *e = &b->table->entries[i];
    *e = (entry){{dgs_str_copy(b->arena, s), s.n}, face, feature, {0}};
    b->table->n++;
    return e->text.p != NULL && dgs_text_shape(b->text, face, feature, s, &e->word, b->err) ? true
                                                                                            : dgs_fail_memory(b->err);
}

// Titles have a face of their own.
static bool add_everywhere(baker *b, dgs_str s)
{
    if (b->title && s.n > 0 && !add_word(b, DGS_FACE_DISPLAY, DGS_FEATURE_NONE, s))
        return false;
    const size_t heading = 8; // words of tables and page numbers, which have figures of one width, are short
    for (int face = 0; s.n > 0 && face < DGS_FACES_USUAL; face++)
        if (!add_word(b, (dgs_face)face, DGS_FEATURE_NONE, s) ||
            (s.n <= heading && !add_word(b, (dgs_face)face, DGS_FEATURE_TABULAR, s)))
            return false;
    return true;
}

// What stands between blanks, without the stars of Markdown.
static bool add_token(baker *b, dgs_str s)
{
    char *bare = dgs_str_copy(b->arena, s);
    size_t n = 0;
    if (bare == NULL)
        return dgs_fail_memory(b->err);
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '*')
            bare[n++] = s.p[i];
    if (!add_everywhere(b, (dgs_str){bare, n}))
        return false;
    if (n == 0 || !isdigit((unsigned char)bare[n - 1]))
        return true;
    dgs_buf ended = {.arena = b->arena}; // a date or a number may be filled in at the end of a sentence
    dgs_buf_addf(&ended, "%.*s.", (int)n, bare);
    return ended.failed ? dgs_fail_memory(b->err) : add_everywhere(b, (dgs_str){ended.p, ended.n});
}

// What stands between any of the signs.
static bool add_between(baker *b, const char *text, const char *signs)
{
    for (const char *p = text + strspn(text, signs); *p != '\0'; p += strspn(p, signs)) {
        size_t n = strcspn(p, signs);
        if (!add_everywhere(b, (dgs_str){p, n}))
            return false;
        p += n;
    }
    return true;
}

// The words of the usual region, which the content does not spell out; what is written where there are none.
static const char *region_word(const char *field)
{
    const dgs_country *usual = dgs_country_find("US");
    const struct {
        const char *field, *word;
    } words[] = {
        {"{{region.call}}", usual->call}, {"{{region.place}}", usual->place}, {"{{region.physio}}", usual->physio}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(field, words[i].field, strlen(words[i].field)) == 0)
            return words[i].word;
    return NULL;
}

// The text as it is read: links without their addresses, the region's words in their places.
static const char *as_read(baker *b, const char *text)
{
    dgs_buf out = {.arena = b->arena};
    for (const char *p = text; *p != '\0'; p++) {
        const char *word = region_word(p);
        if (word != NULL) {
            dgs_buf_adds(&out, word);
            p = strstr(p, "}}") + 1;
        } else if (p[0] == ']' && p[1] == '(' && strchr(p, ')') != NULL) {
            p = strchr(p, ')');
        } else if (*p != '[') {
            dgs_buf_addc(&out, *p);
        }
    }
    return out.failed ? NULL : out.p;
}

static bool add_tokens(baker *b, const char *text)
{
    const char *const blanks = " \t\r\n";
    for (const char *p = text + strspn(text, blanks); *p != '\0'; p += strspn(p, blanks)) {
        size_t n = strcspn(p, blanks);
        if (!add_token(b, (dgs_str){p, n}))
            return false;
        p += n;
    }
    return true;
}

static bool add_text(baker *b, const char *text)
{
    const char *const signs = " \t\r\n*[]()|#>!`\\";
    const char *const round = " \t\r\n*[]|#>!`\\"; // without the round brackets, which belong to some words
    const char *read = as_read(b, text);
    return read == NULL ? dgs_fail_memory(b->err)
                        : add_tokens(b, text) && add_tokens(b, read) && add_between(b, text, signs) &&
                              add_between(b, text, round);
}

// The headings once more, those of boxes too.
static bool add_titles(baker *b, const char *text)
{
    bool ok = true;
    for (const char *line = text; ok && *line != '\0'; line += strspn(line, "\r\n")) {
        size_t n = strcspn(line, "\r\n");
        const char *own = line[strspn(line, "> ")] == '#' ? dgs_str_copy(b->arena, (dgs_str){line, n}) : "";
        b->title = own != NULL && *own != '\0';
        ok = own == NULL ? dgs_fail_memory(b->err) : !b->title || add_text(b, own);
        line += n;
    }
    b->title = false;
    return ok;
}

static bool add_file(baker *b, const char *path)
{
    dgs_str bytes;
    if (!dgs_file_read(b->arena, "text", path, FILE_MAX, &bytes, b->err))
        return false;
    return add_text(b, bytes.p) && add_titles(b, bytes.p);
}

// What layout adds to the content, and what follows a number of a page, which is a link.
static bool add_marks(baker *b)
{
    static const char *const marks[] = {" ", ":", ".", ",", "?", "!", "\xe2\x80\xa2", "\xe2\x9c\x93"};
    enum { DAYS = 14 }; // of a tracker, each headed by its number; steps have fewer
    bool ok = true;
    b->title = true;
    for (size_t i = 0; ok && i < sizeof marks / sizeof *marks; i++)
        ok = add_everywhere(b, dgs_str_of(marks[i]));
    for (int day = 1; ok && day <= DAYS; day++) {
        dgs_buf number = {.arena = b->arena};
        dgs_buf_addint(&number, day);
        ok = !number.failed && add_everywhere(b, (dgs_str){number.p, number.n});
    }
    b->title = false;
    return ok;
}

// The words' entries, then their texts and glyphs in two long arrays.
static void put_table(dgs_buf *out, const table *t)
{
    dgs_buf texts = {.arena = out->arena}, glyphs = texts;
    size_t text = 0, glyph = 0;
    dgs_buf_adds(out, "// Made by dgs-bake-words from the built-in content: change that.\n"
                      "#include \"text/builtin.h\"\n\nconst dgs_builtin_word dgs_builtin_words[] = {\n");
    for (size_t i = 0; i < TABLE; i++) {
        const entry *e = &t->entries[i];
        dgs_buf_addf(out, "{%zu,%zu,%d,%zu,%zu,%d,%d},\n", text, glyph, e->word.advance, e->text.n, e->word.n,
                     (int)e->face, (int)e->feature);
        for (size_t k = 0; k < e->text.n; k++)
            dgs_buf_addf(&texts, "%d,", e->text.p[k]);
        for (size_t k = 0; k < e->word.n; k++) {
            const dgs_glyph *g = &e->word.glyphs[k];
            dgs_buf_addf(&glyphs, "{%u,%d,%d,%d,%d,%u,%u},\n", g->gid, g->advance, g->width, g->dx, g->dy, g->cluster,
                         g->length);
        }
        text += e->text.n;
        glyph += e->word.n;
    }
    dgs_buf_addf(out, "};\nconst size_t dgs_nbuiltin_words = %d;\nconst char dgs_builtin_texts[] = {\n", TABLE);
    dgs_buf_add(out, texts.p, texts.n);
    dgs_buf_adds(out, "0};\nconst dgs_glyph dgs_builtin_glyphs[] = {\n");
    dgs_buf_add(out, glyphs.p, glyphs.n);
    dgs_buf_adds(out, "{0}};\n");
    out->failed = out->failed || glyphs.failed || texts.failed;
}

static bool bake(baker *b, const char *out_path, char **paths, int n)
{
    if (b->table == NULL || b->text == NULL || !dgs_text_open(b->text, DGS_FACE_DISPLAY, b->err) || !add_marks(b))
        return dgs_fail_memory(b->err);
    for (int i = 0; i < n; i++)
        if (!add_file(b, paths[i]))
            return false;
    dgs_buf out = {.arena = b->arena};
    put_table(&out, b->table);
    return out.failed ? dgs_fail_memory(b->err) : dgs_save_file(out_path, (dgs_str){out.p, out.n}, b->err);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        (void)fputs("usage: dgs-bake-words OUT.c FILE.md...\n", stderr);
        return DGS_ERR_USAGE;
    }
    dgs_err err = {0};
    dgs_arena *arena = dgs_arena_new(ARENA_MAX);
    baker b = {.arena = arena, .text = dgs_text_new(NULL, &err), .err = &err};
    if (arena != NULL)
        b.table = dgs_arena_alloc(arena, sizeof *b.table);
    bool ok = arena != NULL ? bake(&b, argv[1], argv + 2, argc - 2) : dgs_fail_memory(&err);
    dgs_text_free(b.text);
    dgs_arena_free(arena);
    if (!ok)
        (void)fprintf(stderr, "dgs-bake-words: %s\n", err.message);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
