#include "base/utf8.h"
#include "check/rules.h"

enum { NAMED_MAX = 8 }; // characters that one finding names

typedef struct missing { // what one node has no glyphs for
    int32_t named[NAMED_MAX];
    size_t n;
    bool others;
    const dgs_span *span; // where the first one stands
    size_t at;
} missing;

// What every face of the family has for sure; most text is made of it.
static bool plain(int32_t cp)
{
    return (cp >= 0x20 && cp < 0x7f) || cp == '\n' || cp == 0xa0;
}

// The usual faces speak for the others, which have the same characters.
bool dgs_rule_has_glyph(const dgs_text *text, uint32_t cp)
{
    for (int face = 0; face < DGS_FACES_USUAL; face++)
        if (!dgs_text_has(text, (dgs_face)face, cp))
            return false;
    return true;
}

static void note(missing *m, int32_t cp, const dgs_span *span, size_t at)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->named[i] == cp)
            return;
    if (m->n == 0) {
        m->span = span;
        m->at = at;
    }
    if (m->n < NAMED_MAX)
        m->named[m->n++] = cp;
    else
        m->others = true;
}

static size_t skip_ascii(dgs_str text)
{
    size_t n = 0;
    while (n < text.n && text.p[n] >= 0x20 && text.p[n] < 0x7f)
        n++;
    return n;
}

static void look_through(const dgs_checking *c, const dgs_span *span, missing *m)
{
    dgs_str rest = span->text;
    while (rest.n > 0) {
        size_t skipped = skip_ascii(rest);
        rest = (dgs_str){rest.p + skipped, rest.n - skipped};
        size_t at = span->text.n - rest.n;
        int32_t cp = dgs_utf8_next(&rest);
        if (cp < 0)
            return;
        if (!plain(cp) && !dgs_rule_has_glyph(c->text, (uint32_t)cp))
            note(m, cp, span, at);
    }
}

// "按" (U+6309), "摩" (U+6469) and others
static void list_characters(dgs_buf *out, const missing *m)
{
    for (size_t i = 0; i < m->n; i++) {
        char character[5] = {0};
        (void)dgs_utf8_put((uint32_t)m->named[i], character);
        const char *before = i == 0 ? "" : i + 1 == m->n && !m->others ? " and " : ", ";
        dgs_buf_addf(out, "%s\"%s\" (U+%04X)", before, character, (unsigned)m->named[i]);
    }
    dgs_buf_adds(out, m->others ? " and others" : "");
}

// What a client's text says is nobody else's business, and all its characters would tell a name of two letters.
static bool private_text(const dgs_checking *c, const dgs_node *node, const missing *m)
{
    if (m->n == 1)
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the font has no character U+%04X, which stands in %s: write it in another way",
                              (unsigned)m->named[0], m->span->option);
    return dgs_report_add(c->report, c->err, node->file, node->line,
                          "the font has no character U+%04X, nor others that stand in %s: write them in another way",
                          (unsigned)m->named[0], m->span->option);
}

static bool public_text(const dgs_checking *c, const dgs_node *node, const missing *m)
{
    dgs_buf characters = {.arena = c->report->arena};
    list_characters(&characters, m);
    if (characters.failed)
        return dgs_fail_memory(c->err);
    const char *quote = dgs_report_quote(c->report, c->err, m->span->text, m->at);
    if (quote == NULL)
        return false;
    if (m->n == 1)
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the font has no character %s, which stands in \"%s\": write it in another way",
                              characters.p, quote);
    return dgs_report_add(c->report, c->err, node->file, node->line,
                          "the font has no characters %s, which stand in \"%s\": write them in another way",
                          characters.p, quote);
}

bool dgs_rule_glyphs(const dgs_checking *c, const dgs_node *node)
{
    missing own = {0}, clients = {0};
    for (size_t i = 0; i < node->nspans; i++)
        look_through(c, &node->spans[i], node->spans[i].option == NULL ? &own : &clients);
    return (own.n == 0 || public_text(c, node, &own)) && (clients.n == 0 || private_text(c, node, &clients));
}
