#include "content/loader.h"

static const char *const ROLES[] = {"note", "key", "book", "emergency", "emergency-short", "today", "notes"};
static const char *const LISTS[] = {"bullet", "number", "tick"};
static const char *const TICKS[] = {"", "[ ]", "[x]"};
static const char *const FIELDS[DGS_ACTIVE_KINDS] = {
    [DGS_ACTIVE_TICK] = "tick", [DGS_ACTIVE_LINE] = "line", [DGS_ACTIVE_LINES] = "lines"};

static const char *part_name(dgs_part part)
{
    return part == DGS_PART_GUIDE ? "guide" : part == DGS_PART_ARTICLE ? "article" : "worksheet";
}

static void dump_attributes(const dgs_node *n, FILE *to)
{
    switch (n->kind) {
    case DGS_NODE_PART:
        fprintf(to, " %s", part_name(n->part));
        break;
    case DGS_NODE_BOX:
        fprintf(to, " %s", ROLES[n->box]);
        break;
    case DGS_NODE_LIST:
        fprintf(to, " %s", LISTS[n->list]);
        break;
    case DGS_NODE_HEADING:
        fprintf(to, " %d #%s", n->level, n->id);
        break;
    case DGS_NODE_LABEL:
        fprintf(to, " #%s", n->id);
        break;
    default:
        break;
    }
    if (n->header)
        fputs(" header", to);
    if (n->number > 0 && n->kind != DGS_NODE_FIELD)
        fprintf(to, " %d", n->number);
    if (dgs_node_tick(n) != DGS_TICK_NONE)
        fprintf(to, " %s", TICKS[dgs_node_tick(n)]);
    if (n->picture_name != NULL)
        fprintf(to, " %s", n->picture_name);
    if (n->code != NULL)
        fprintf(to, " <%s>", n->code);
}

static void dump_text(dgs_str text, FILE *to)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n')
            fputs("\\n", to);
        else
            fputc(text.p[i], to);
}

static void dump_span(const dgs_span *span, const dgs_active *next, FILE *to)
{
    const char *mark = span->emphasis == DGS_EMPH_STRONG ? "**" : "";
    fputs(mark, to);
    dump_text(span->text, to);
    fputs(mark, to);
    if (span->lang != NULL)
        fprintf(to, " <lang %s>", span->lang);
    if (span->sign != NULL)
        fprintf(to, " <sign %s>", span->sign);
    if (span->page_of != NULL)
        fprintf(to, " <page #%s>", span->page_of->id);
    if (span->link == NULL || span->link == next)
        return;
    if (span->link->kind == DGS_ACTIVE_OUT)
        fprintf(to, " <%s>", span->link->url);
    else
        fprintf(to, " <#%s>", span->link->target->id);
}

// Its name, and behind it what it is for.
static void dump_field(const dgs_node *field, dgs_buf *words, FILE *to)
{
    words->n = 0;
    dgs_field_add_name(words, field);
    dgs_buf_adds(words, ": ");
    dgs_field_add_label(words, field);
    fprintf(to, " %s #", FIELDS[field->active->kind]);
    dump_text((dgs_str){words->p, words->n}, to);
}

static void dump_node(const dgs_node *n, int depth, const dgs_doc *doc, dgs_buf *words, FILE *to)
{
    fprintf(to, "%*s%s", depth * 2, "", dgs_node_kind_name(n->kind));
    if (n->kind == DGS_NODE_DOC)
        fprintf(to, " %s: %s", doc->about.language, doc->about.title);
    dump_attributes(n, to);
    if (n->kind == DGS_NODE_FIELD)
        dump_field(n, words, to);
    if (n->alt != NULL || n->nspans > 0)
        fputs(": ", to);
    if (n->alt != NULL)
        dump_text(dgs_str_of(n->alt), to);
    for (size_t i = 0; i < n->nspans; i++)
        dump_span(&n->spans[i], i + 1 < n->nspans ? n->spans[i + 1].link : NULL, to);
    fputc('\n', to);
}

bool dgs_content_dump(const dgs_doc *doc, FILE *to)
{
    dgs_buf words = {.arena = dgs_arena_new(DGS_MEMORY_MAX)};
    if (words.arena == NULL)
        return false;
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n)) {
        int depth = 0;
        for (const dgs_node *up = n->parent; up != NULL; up = up->parent)
            depth++;
        dump_node(n, depth, doc, &words, to);
    }
    bool whole = !words.failed;
    dgs_arena_free(words.arena);
    return fflush(to) == 0 && !ferror(to) && whole;
}
