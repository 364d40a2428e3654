#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "check/rules.h"

bool dgs_has_words(dgs_str text)
{
    for (int32_t cp = dgs_utf8_next(&text); cp >= 0; cp = dgs_utf8_next(&text))
        if (!dgs_utf8_blank(cp))
            return true;
    return false;
}

static bool leaf_has_words(const dgs_node *leaf)
{
    for (size_t i = 0; i < leaf->nspans; i++)
        if (dgs_has_words(leaf->spans[i].text))
            return true;
    return false;
}

static bool alternative_text(const dgs_checking *c, const dgs_node *node)
{
    if (node->kind != DGS_NODE_FIGURE)
        return true;
    const char *name = dgs_report_quote(c->report, c->err, dgs_str_of(node->picture_name), 0);
    dgs_str alt = dgs_str_of(node->alt);
    if (name == NULL)
        return false;
    if (!dgs_has_words(alt))
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the picture %s has no alternative text: write in its [] what it shows", name);
    if (dgs_str_is(alt, node->picture_name))
        return dgs_report_add(
            c->report, c->err, node->file, node->line,
            "the picture %s has only its file name as alternative text: write in its [] what it shows", name);
    size_t n = dgs_utf8_length(alt);
    return n <= DGS_ALT_MAX ? true
                            : dgs_report_add(c->report, c->err, node->file, node->line,
                                             "the words in the [] of the picture %s are %zu characters long: use %d at "
                                             "most, and write the rest under it as its caption",
                                             name, n, DGS_ALT_MAX);
}

// How many # the heading has that this one stands under; 0 = there is none.
static int written_above(const dgs_node *heading)
{
    for (const dgs_node *n = heading->parent->parent; n != NULL; n = n->parent)
        if (n->first->kind == DGS_NODE_HEADING)
            return n->first->written;
    return 0;
}

static bool heading_level(const dgs_checking *c, const dgs_node *node)
{
    if (node->kind != DGS_NODE_HEADING || node->written <= written_above(node) + 1)
        return true;
    return dgs_report_add(c->report, c->err, node->file, node->line,
                          "a heading level is skipped: write %.*s instead of %.*s", written_above(node) + 1, "######",
                          node->written, "######");
}

static bool has_words(const dgs_checking *c, const dgs_node *node)
{
    static const char *const missing[DGS_NODE_KINDS] = {
        [DGS_NODE_HEADING] = "a heading has no text: write it, or remove its #",
        [DGS_NODE_ITEM] = "a list item has no text: write some, or remove the item",
        [DGS_NODE_LABEL] = "a label has no text: write [words](#point)",
    };
    if (missing[node->kind] == NULL || leaf_has_words(node))
        return true;
    return dgs_report_add(c->report, c->err, node->file, node->line, "%s", missing[node->kind]);
}

// Over its first column, which names the rows, a table may have none.
static bool table_headings(const dgs_checking *c, const dgs_node *node)
{
    if (node->kind != DGS_NODE_TABLE)
        return true;
    size_t column = 1, empty = 0, first_empty = 0;
    for (const dgs_node *cell = node->first->first; cell != NULL; cell = cell->next, column++)
        if (!leaf_has_words(cell)) {
            empty++;
            first_empty = first_empty == 0 && column > 1 ? column : first_empty;
        }
    if (empty + 1 == column)
        return dgs_report_add(c->report, c->err, node->file, node->line,
                              "the table has no column headings: write them in its first row");
    return first_empty == 0
               ? true
               : dgs_report_add(c->report, c->err, node->file, node->line,
                                "column %zu of the table has no heading: write one in the first row", first_empty);
}

// "example.org/list" of "https://example.org/list/"; empty where nothing follows the host, whose name is a fair word.
static dgs_str without_scheme(const char *url)
{
    const char *host = url == NULL ? NULL : strstr(url, "://");
    dgs_str rest = dgs_str_of(host == NULL ? NULL : host + 3);
    while (rest.n > 0 && rest.p[rest.n - 1] == '/')
        rest.n--;
    return rest.n > 0 && memchr(rest.p, '/', rest.n) != NULL ? rest : (dgs_str){"", 0};
}

static bool is_address(const dgs_active *link)
{
    static const char *const starts[] = {"http://", "https://", "www.", "mailto:", "tel:"};
    if (strpbrk(link->words, " \n") != NULL)
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (strncasecmp(link->words, starts[i], strlen(starts[i])) == 0)
            return true;
    dgs_str words = dgs_str_of(link->words);
    while (words.n > 0 && words.p[words.n - 1] == '/')
        words.n--;
    return words.n > 0 && dgs_str_eq(words, without_scheme(link->url));
}

static bool link_words(const dgs_checking *c, const dgs_active *link)
{
    dgs_str words = dgs_str_of(link->words);
    if (!dgs_has_words(words))
        return dgs_report_add(c->report, c->err, link->file, link->line, "a link has no text: write [words](address)");
    if (!is_address(link))
        return true;
    const char *quote = dgs_report_quote(c->report, c->err, words, 0);
    return quote != NULL &&
           dgs_report_add(
               c->report, c->err, link->file, link->line,
               "the text of a link is its address, \"%s\", which is tedious to listen to: write [words](address)",
               quote);
}

static bool check_node(const dgs_checking *c, const dgs_node *node)
{
    static dgs_rule *const rules[] = {alternative_text, heading_level,   has_words,
                                      table_headings,   dgs_rule_glyphs, dgs_rule_logo};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!rules[i](c, node))
            return false;
    return true;
}

static bool check_tree(const dgs_checking *c, const dgs_node *root, bool variable_only)
{
    for (const dgs_node *n = root; n != NULL; n = dgs_node_walk(root, n))
        if ((n->variable || !variable_only) && !check_node(c, n))
            return false;
    return true;
}

// The words round the page number, which are in the foot and in no node.
static bool check_foot(const dgs_checking *c, const dgs_about *about)
{
    dgs_span words = {.text = dgs_str_of(about->page_of)};
    const dgs_node foot = {.file = about->file, .line = about->page_of_line, .spans = &words, .nspans = 1};
    return dgs_rule_glyphs(c, &foot);
}

bool dgs_check_document(const dgs_doc *doc, dgs_text *text, dgs_report *report, dgs_err *err)
{
    const dgs_checking c = {text, report, err};
    if (!check_tree(&c, doc->root, false) || !check_tree(&c, doc->unprinted, false) || !check_foot(&c, &doc->about))
        return false;
    for (size_t i = 0; i < doc->nlinks; i++)
        if (!link_words(&c, doc->links[i]))
            return false;
    return true;
}

bool dgs_check_variable(const dgs_doc *doc, dgs_text *text, dgs_report *report, dgs_err *err)
{
    const dgs_checking c = {text, report, err};
    return check_tree(&c, doc->root, true) && check_tree(&c, doc->unprinted, true);
}
