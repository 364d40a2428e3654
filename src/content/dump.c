#include "content/loader.h"

static const char *const ROLES[] = {"note", "key",   "book",  "emergency", "emergency-short",
                                    "now",  "today", "visit", "limits",    "notes"};
static const char *const LISTS[] = {"bullet", "number", "tick"};
static const char *const TICKS[] = {"", "[ ]", "[x]"};
static const char *const FIELDS[DGS_ACTIVE_KINDS] = {
    [DGS_ACTIVE_TICK] = "tick", [DGS_ACTIVE_LINE] = "line", [DGS_ACTIVE_LINES] = "lines"};

static void dump_attributes(const dgs_node *n, const dgs_doc *doc, dgs_buf *to)
{
    switch (n->kind) {
    case DGS_NODE_PART:
        dgs_buf_addf(to, " %s", doc->package->parts[n->part].keyword);
        break;
    case DGS_NODE_BOX:
        dgs_buf_addf(to, " %s", ROLES[n->box]);
        break;
    case DGS_NODE_LIST:
        dgs_buf_addf(to, " %s", LISTS[n->list]);
        break;
    case DGS_NODE_HEADING:
        dgs_buf_addf(to, " %d #%s", n->level, n->id);
        break;
    case DGS_NODE_LABEL:
        dgs_buf_addf(to, " #%s", n->id);
        break;
    default:
        break;
    }
    if (n->header)
        dgs_buf_adds(to, " header");
    if (n->number > 0 && n->kind != DGS_NODE_FIELD)
        dgs_buf_addf(to, " %d", n->number);
    if (dgs_node_tick(n) != DGS_TICK_NONE)
        dgs_buf_addf(to, " %s", TICKS[dgs_node_tick(n)]);
    if (n->picture_name != NULL)
        dgs_buf_addf(to, " %s", n->picture_name);
    if (n->qr != NULL)
        dgs_buf_addf(to, " <%s>", n->qr);
}

static void dump_text(dgs_str text, dgs_buf *to)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n')
            dgs_buf_adds(to, "\\n");
        else
            dgs_buf_addc(to, text.p[i]);
}

// A link or a sign of several spans is named after the last of them; `next` is the span that follows, or NULL.
static void dump_span(const dgs_span *span, const dgs_span *next, dgs_buf *to)
{
    const char *mark = span->emphasis == DGS_EMPH_STRONG ? "**" : "";
    dgs_buf_adds(to, mark);
    dump_text(span->text, to);
    dgs_buf_adds(to, mark);
    if (span->lang != NULL)
        dgs_buf_addf(to, " <lang %s>", span->lang);
    if (span->sign != NULL && (next == NULL || next->sign != span->sign))
        dgs_buf_addf(to, " <sign %s>", span->sign);
    if (span->page_of != NULL)
        dgs_buf_addf(to, " <page #%s>", span->page_of->id);
    if (span->link == NULL || (next != NULL && span->link == next->link) ||
        (span->page_of != NULL && span->page_of == span->link->target))
        return;
    if (span->link->kind == DGS_ACTIVE_OUT)
        dgs_buf_addf(to, " <%s>", span->link->url);
    else
        dgs_buf_addf(to, " <#%s>", span->link->target->id);
}

// Its name, and after it what it is for.
static void dump_field(const dgs_node *field, dgs_buf *to)
{
    dgs_buf words = {.arena = to->arena};
    dgs_field_add_name(&words, field);
    dgs_buf_adds(&words, ": ");
    dgs_field_add_label(&words, field);
    dgs_buf_addf(to, " %s #", FIELDS[field->active->kind]);
    dump_text((dgs_str){words.p, words.n}, to);
    to->failed = to->failed || words.failed;
}

static void dump_node(const dgs_node *n, int depth, const dgs_doc *doc, dgs_buf *to)
{
    dgs_buf_addf(to, "%*s%s", depth * 2, "", dgs_node_kind_name(n->kind));
    if (n->kind == DGS_NODE_DOC)
        dgs_buf_addf(to, " %s: %s", doc->about.language, doc->about.title);
    dump_attributes(n, doc, to);
    if (n->kind == DGS_NODE_FIELD)
        dump_field(n, to);
    bool alt = n->alt != NULL && n->kind != DGS_NODE_FIELD;
    if (alt || n->nspans > 0)
        dgs_buf_adds(to, ": ");
    if (alt)
        dump_text(dgs_str_of(n->alt), to);
    for (size_t i = 0; i < n->nspans; i++)
        dump_span(&n->spans[i], i + 1 < n->nspans ? &n->spans[i + 1] : NULL, to);
    dgs_buf_addc(to, '\n');
}

bool dgs_content_dump(const dgs_doc *doc, dgs_buf *to)
{
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n)) {
        int depth = 0;
        for (const dgs_node *up = n->parent; up != NULL; up = up->parent)
            depth++;
        dump_node(n, depth, doc, to);
    }
    return !to->failed;
}
