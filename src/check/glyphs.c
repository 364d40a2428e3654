#include "base/utf8.h"
#include "check/rules.h"

enum { NAMED_MAX = 8 }; // characters that one finding names

typedef struct missing { // what one node has no glyphs for
    int32_t named[NAMED_MAX];
    size_t n;
    bool others;
    bool uninstalled;     // the first one, and its face could be here
    const dgs_span *span; // where the first one stands
    size_t at;
} missing;

// What every face of the family has for sure; most text is made of it.
static bool plain(int32_t cp)
{
    return (cp >= 0x20 && cp < 0x7f) || cp == '\n' || cp == 0xa0;
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

typedef struct whole { // all the node's text; without stretches where the family sets it all
    dgs_stretches stretches;
    size_t at; // where the span's text begins in it
} whole;

static const dgs_stretch *stretch_at(whole *all, size_t at)
{
    for (; all->stretches.n > 1 && all->stretches.of->end <= all->at + at; all->stretches.n--)
        all->stretches.of++;
    return all->stretches.of;
}

static void look_through(const dgs_checking *c, const dgs_span *span, whole *all, missing *m)
{
    dgs_str rest = span->text;
    while (rest.n > 0) {
        size_t skipped = skip_ascii(rest);
        rest = (dgs_str){rest.p + skipped, rest.n - skipped};
        size_t at = span->text.n - rest.n;
        int32_t cp = dgs_utf8_next(&rest);
        if (cp < 0)
            return;
        if (!plain(cp) && !dgs_text_stretch_has(c->text, stretch_at(all, at), (uint32_t)cp)) {
            m->uninstalled = m->uninstalled || (m->n == 0 && dgs_text_lacks_data(c->text, (uint32_t)cp));
            note(m, cp, span, at);
        }
    }
}

static bool find_stretches(const dgs_checking *c, const dgs_node *node, whole *out)
{
    size_t i = 0;
    while (i < node->nspans && dgs_text_simple(node->spans[i].text))
        i++;
    if (i == node->nspans)
        return true;
    dgs_piece *pieces = dgs_arena_array(c->report->arena, node->nspans, sizeof *pieces);
    for (i = 0; pieces != NULL && i < node->nspans; i++)
        pieces[i] = (dgs_piece){node->spans[i].text, false};
    if (pieces == NULL)
        return dgs_fail_memory(c->err);
    return dgs_text_stretches(c->text, pieces, node->nspans, c->report->arena, &out->stretches, c->err);
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
    if (m->uninstalled)
        return dgs_report_add(c->report, c->err, node->file, node->line, "the character U+%04X is in %s, and %s",
                              (unsigned)m->named[0], m->span->option, dgs_text_install);
    if (m->n == 1)
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the font has no character U+%04X, which is in %s: write it another way",
                              (unsigned)m->named[0], m->span->option);
    return dgs_report_add(c->report, c->err, node->file, node->line,
                          "the font has no character U+%04X, nor others that are in %s: write them another way",
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
    if (m->uninstalled)
        return dgs_report_add(c->report, c->err, node->file, node->line, "%s %s in \"%s\", and %s", characters.p,
                              m->n == 1 ? "is" : "are", quote, dgs_text_install);
    if (m->n == 1)
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the font has no character %s, which is in \"%s\": write it another way", characters.p,
                              quote);
    return dgs_report_add(c->report, c->err, node->file, node->line,
                          "the font has no characters %s, which are in \"%s\": write them another way", characters.p,
                          quote);
}

bool dgs_rule_glyphs(const dgs_checking *c, const dgs_node *node)
{
    missing own = {0}, clients = {0};
    whole all = {0};
    if (!find_stretches(c, node, &all))
        return false;
    for (size_t i = 0; i < node->nspans; i++) {
        look_through(c, &node->spans[i], &all, node->spans[i].option == NULL ? &own : &clients);
        all.at += node->spans[i].text.n;
    }
    return (own.n == 0 || public_text(c, node, &own)) && (clients.n == 0 || private_text(c, node, &clients));
}
