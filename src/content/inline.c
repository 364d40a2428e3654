#include <ctype.h>
#include <string.h>

#include "base/form.h"
#include "base/utf8.h"
#include "content/loader.h"
#include "profile/url.h"

typedef struct words { // one leaf while it is read
    dgs_loader *loader;
    dgs_fields fields;
    int line, depth;
    dgs_emphasis emphasis;
    dgs_active *link;
    const char *lang, *sign;
    const dgs_variable *variable; // whose words are being read
    dgs_buf *text;                // the loader's, as the parts are
    dgs_span_part *parts;
    size_t nparts;
} words;

const char *dgs_text_short(dgs_loader *loader, dgs_str s)
{
    enum { SHORT = 60 };
    size_t n = s.n;
    if (n > SHORT)
        for (n = SHORT; n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80;)
            n--;
    char *copy = dgs_str_copy(loader->arena, (dgs_str){s.p, n});
    return copy == NULL ? "" : copy;
}

const char *dgs_text_composed(dgs_loader *loader, dgs_str s)
{
    const char *copy = dgs_form_compose(loader->arena, &s) ? dgs_str_copy(loader->arena, s) : NULL;
    if (copy == NULL)
        dgs_loader_memory(loader);
    return copy;
}

// The part that the next byte belongs to.
static dgs_span_part *open_part(words *w, const dgs_node *page_of)
{
    dgs_span_part *p = w->nparts == 0 ? NULL : &w->parts[w->nparts - 1];
    bool same = p != NULL && p->emphasis == w->emphasis && p->link == w->link && p->page_of == page_of &&
                p->lang == w->lang && p->sign == w->sign && p->variable == NULL && w->variable == NULL;
    if (same)
        return p;
    p = DGS_PUSH(w->loader->arena, w->parts, w->nparts, w->loader->span_parts_cap);
    w->loader->span_parts = w->parts;
    if (p == NULL) {
        dgs_loader_memory(w->loader);
        return NULL;
    }
    *p = (dgs_span_part){w->text->n, w->text->n, w->emphasis, w->link, page_of, w->lang, w->sign, w->variable};
    return p;
}

// What no reader sees is left out.
static bool add_bytes(words *w, const char *bytes, size_t n, const dgs_node *page_of)
{
    dgs_str rest = {bytes, n}, seen = dgs_utf8_seen(&rest);
    if (seen.n == 0)
        return true;
    dgs_span_part *p = open_part(w, page_of);
    if (p == NULL)
        return false;
    for (; seen.n > 0; seen = dgs_utf8_seen(&rest))
        dgs_buf_add(w->text, seen.p, seen.n);
    p->end = w->text->n;
    return w->text->failed ? dgs_loader_memory(w->loader) : true;
}

static char last_byte(const words *w)
{
    return w->text->n == 0 ? '\n' : w->text->p[w->text->n - 1];
}

static bool add_blank(words *w)
{
    return last_byte(w) == ' ' || last_byte(w) == '\n' ? true : add_bytes(w, " ", 1, NULL);
}

// Takes blanks and line ends off the end of what was read so far.
static void trim_end(words *w, const char *what)
{
    while (w->text->n > 0 && strchr(what, last_byte(w)) != NULL) {
        w->text->n--;
        while (w->nparts > 0 && w->parts[w->nparts - 1].start >= w->text->n)
            w->nparts--;
        if (w->nparts > 0)
            w->parts[w->nparts - 1].end = w->text->n;
    }
}

static bool add_plain(words *w, dgs_str s)
{
    while (s.n > 0) {
        size_t n = 0;
        while (n < s.n && strchr(" \t\r\n", s.p[n]) == NULL)
            n++;
        if (n > 0 && !add_bytes(w, s.p, n, NULL))
            return false;
        if (n < s.n && !add_blank(w))
            return false;
        n += n < s.n;
        s = (dgs_str){s.p + n, s.n - n};
    }
    return true;
}

// Has the last word that was read, "page" before its number, belong to the link too: a number alone says little as a
// link, and is small to hit. Not where the word is set in another way than the number.
static bool link_last_word(words *w, const dgs_active *link)
{
    dgs_span_part *last = w->nparts == 0 ? NULL : &w->parts[w->nparts - 1];
    size_t start = w->text->n;
    if (last == NULL || last->link != NULL || last->emphasis != w->emphasis || last->lang != w->lang ||
        last->sign != w->sign || last->variable != NULL || last->page_of != NULL || last_byte(w) != ' ')
        return true;
    for (start--; start > last->start && strchr(" \n", w->text->p[start - 1]) == NULL;)
        start--;
    dgs_span_part word = *last;
    word.start = start;
    word.link = link;
    last->end = start;
    w->nparts -= last->start == start;
    dgs_span_part *part = DGS_PUSH(w->loader->arena, w->parts, w->nparts, w->loader->span_parts_cap);
    w->loader->span_parts = w->parts;
    if (part == NULL)
        return dgs_loader_memory(w->loader);
    *part = word;
    return true;
}

static bool promise_link(words *w, const char *id);

// "page #id": a promise of the number of a page, kept in dgs_resolve_all(), and a link to it.
static bool add_page(words *w, dgs_str id)
{
    dgs_node *promise = dgs_loader_node(w->loader, NULL, DGS_NODE_HEADING, w->line);
    dgs_active *outer = w->link;
    if (promise == NULL)
        return false;
    promise->id = dgs_text_composed(w->loader, id);
    if (outer == NULL) {
        w->link = dgs_arena_alloc(w->loader->arena, sizeof *w->link);
        if (w->link == NULL)
            return dgs_loader_memory(w->loader);
        *w->link = (dgs_active){.kind = DGS_ACTIVE_WITHIN, .file = w->loader->file->name, .line = w->line};
    }
    bool ok = promise->id != NULL && (outer != NULL || (promise_link(w, promise->id) && link_last_word(w, w->link))) &&
              add_bytes(w, "0", 1, promise);
    w->link = outer;
    return ok;
}

// What follows "page" in "{{page #id}}".
static bool add_page_field(words *w, const char *shown, dgs_str rest)
{
    if (w->fields != DGS_FIELDS_ALL)
        return dgs_loader_fail(w->loader, w->line,
                               "{{%s}} is not allowed here: name a page in a paragraph or a list item", shown);
    if (rest.n < 2 || rest.p[0] != '#' || memchr(rest.p, ' ', rest.n) != NULL)
        return dgs_loader_fail(w->loader, w->line, "{{%s}} names no heading: write {{page #heading}}", shown);
    return add_page(w, (dgs_str){rest.p + 1, rest.n - 1});
}

// "|your practice" behind a variable's name: the words for when it is not known, or nothing.
static bool check_variable(words *w, const dgs_variable *v, dgs_str rest, dgs_str instead)
{
    dgs_loader *loader = w->loader;
    if (v->regional && v->value != NULL && rest.n == 0)
        return true;
    if (w->fields == DGS_FIELDS_NONE || w->link != NULL)
        return dgs_loader_fail(loader, w->line, "{{%s}} is not allowed in [ ]: write it outside", v->name);
    if (v->option != NULL && w->fields == DGS_FIELDS_PUBLIC)
        return dgs_loader_fail(
            loader, w->line,
            "{{%s}} is private and not allowed in a heading, which bookmarks repeat: write it in the text", v->name);
    if (rest.n > 0 && (rest.p[0] != '|' || instead.n == 0))
        return dgs_loader_fail(loader, w->line,
                               "{{%s}} is unclear: write {{%s}}, or {{%s|words}} with words for when it is not known",
                               v->name, v->name, v->name);
    if (instead.n == 0 && (w->fields != DGS_FIELDS_ALL || (loader->file->whole && !v->regional)))
        return dgs_loader_fail(loader, w->line, "{{%s}} needs words for when it is not known: write {{%s|words}}",
                               v->name, v->name);
    return true;
}

// A promise of the variable's value, kept in dgs_variables_fill(): until then its words are those that stand in for it,
// or its name. So no value is ever read as Markdown.
static bool add_variable(words *w, const dgs_variable *v, dgs_str rest)
{
    dgs_str instead = rest.n == 0 ? rest : dgs_str_trim((dgs_str){rest.p + 1, rest.n - 1}), left = instead;
    if (dgs_utf8_seen(&left).n == 0)
        instead.n = 0;
    if (!check_variable(w, v, rest, instead))
        return false;
    if (v->regional && v->value != NULL) // the same for every practice that this document may be for
        return add_bytes(w, v->value, strlen(v->value), NULL);
    dgs_str text = instead.n == 0 ? dgs_str_of(v->name) : instead;
    w->variable = v;
    bool ok = add_bytes(w, text.p, text.n, NULL);
    w->variable = NULL;
    return ok;
}

static bool add_field(words *w, dgs_str field)
{
    static const char *const page[] = {"page", NULL};
    dgs_loader *loader = w->loader;
    dgs_str inner = dgs_str_trim(field);
    size_t n = 0;
    while (n < inner.n && strchr(" \t|#", inner.p[n]) == NULL)
        n++;
    dgs_str name = {inner.p, n}, rest = dgs_str_trim((dgs_str){inner.p + n, inner.n - n});
    const char *shown = dgs_text_short(loader, inner);
    const dgs_variable *variable = dgs_variables_find(loader, name);
    if (dgs_str_is(name, page[0]))
        return add_page_field(w, shown, rest);
    if (variable != NULL)
        return add_variable(w, variable, rest);
    const char *typed = dgs_text_short(loader, name), *hint = dgs_variables_hint(loader, typed);
    if (hint[0] == '\0')
        hint = dgs_loader_hint(loader, typed, page, "{{", " #heading}}");
    return dgs_loader_fail(loader, w->line, "variable {{%s}} not found%s: correct or remove it", shown, hint);
}

static const char *find2(dgs_str s, char c)
{
    for (size_t i = 0; i + 1 < s.n; i++)
        if (s.p[i] == c && s.p[i + 1] == c)
            return s.p + i;
    return NULL;
}

static bool add_text(words *w, dgs_str s)
{
    const char *start;
    if (w->fields == DGS_FIELDS_KEEP)
        return add_plain(w, s);
    while ((start = find2(s, '{')) != NULL) {
        dgs_str field = {start + 2, s.n - (size_t)(start + 2 - s.p)};
        const char *end = find2(field, '}');
        if (end == NULL)
            return dgs_loader_fail(w->loader, w->line,
                                   "a {{ has no }} after it on its line: write {{page #heading}} or {{practice.name}}");
        if (!add_plain(w, (dgs_str){s.p, (size_t)(start - s.p)}))
            return false;
        field.n = (size_t)(end - field.p);
        if (!add_field(w, field))
            return false;
        s = (dgs_str){end + 2, s.n - (size_t)(end + 2 - s.p)};
    }
    return add_plain(w, s);
}

static bool read_nodes(words *w, cmark_node *first);

static bool read_text(words *w, cmark_node *node)
{
    return add_text(w, dgs_str_of(cmark_node_get_literal(node)));
}

static bool read_soft_break(words *w, cmark_node *node)
{
    (void)node;
    w->line++;
    return add_blank(w);
}

static bool read_hard_break(words *w, cmark_node *node)
{
    (void)node;
    w->line++;
    trim_end(w, " ");
    return w->text->n == 0 ? true : add_bytes(w, "\n", 1, NULL);
}

static bool read_code(words *w, cmark_node *node)
{
    return dgs_loader_fail(w->loader, w->line, "code is not supported in a handout: remove the backquotes of `%s`",
                           dgs_text_short(w->loader, dgs_str_of(cmark_node_get_literal(node))));
}

static bool read_html(words *w, cmark_node *node)
{
    dgs_str html = dgs_str_of(cmark_node_get_literal(node));
    if (dgs_str_starts(html, "<!--"))
        return true;
    return dgs_loader_fail(w->loader, w->line, "%s is HTML, which is not supported here: remove it, or write \\< for <",
                           dgs_text_short(w->loader, html));
}

static bool read_image(words *w, cmark_node *node)
{
    return dgs_loader_fail(w->loader, w->line, "the picture '%.60s' is inside a text: begin a paragraph with it",
                           cmark_node_get_url(node));
}

static bool read_strong(words *w, cmark_node *node)
{
    dgs_emphasis outer = w->emphasis;
    w->emphasis = DGS_EMPH_STRONG;
    bool ok = read_nodes(w, cmark_node_first_child(node));
    w->emphasis = outer;
    return ok;
}

// Where a link leads, for its contents: the host, the address or the number.
static bool check_url(words *w, const char *typed, dgs_active *link, const char **place)
{
    dgs_arena *arena = w->loader->arena;
    dgs_buf prefix = {.arena = arena};
    dgs_buf_addf(&prefix, "%s:%d: the link", w->loader->file->name, w->line);
    if (prefix.failed)
        return dgs_loader_memory(w->loader);
    const char *what = prefix.p;
    if (strncmp(typed, "mailto:", 7) == 0) {
        *place = dgs_str_copy(arena, dgs_str_of(typed + 7));
        return *place != NULL ? dgs_url_email(arena, what, *place, &link->url, w->loader->err)
                              : dgs_loader_memory(w->loader);
    }
    if (strncmp(typed, "tel:", 4) == 0) {
        *place = dgs_str_copy(arena, dgs_str_of(typed + 4));
        if (*place == NULL)
            return dgs_loader_memory(w->loader);
        return dgs_url_phone(arena, what, *place, &link->url, w->loader->err) &&
               (link->url != NULL ||
                dgs_loader_fail(w->loader, w->line, "the link '%s' has two numbers: make it two links",
                                dgs_text_short(w->loader, dgs_str_of(typed))));
    }
    if (strncmp(typed, "http://", 7) != 0 && strncmp(typed, "https://", 8) != 0)
        return dgs_loader_fail(w->loader, w->line,
                               "the link '%s' leads nowhere: begin it with https://, http://, mailto:, tel: or #",
                               dgs_text_short(w->loader, dgs_str_of(typed)));
    dgs_url web;
    if (!dgs_url_web(arena, what, typed, &web, w->loader->err))
        return false;
    link->url = web.url;
    *place = web.host;
    return true;
}

static bool promise_link(words *w, const char *id)
{
    dgs_loader *l = w->loader;
    dgs_open_link *open = DGS_PUSH(l->arena, l->links, l->nlinks, l->links_cap);
    char *copy = dgs_str_copy(l->arena, dgs_str_of(id));
    if (open == NULL || copy == NULL)
        return dgs_loader_memory(l);
    *open = (dgs_open_link){w->link, copy, l->file->name, w->line};
    return true;
}

static bool finish_link(words *w, size_t start, const char *place)
{
    dgs_str text = {w->text->p == NULL ? "" : w->text->p + start, w->text->n - start};
    text = dgs_str_trim(text);
    w->link->words = dgs_text_composed(w->loader, text);
    text = dgs_str_of(w->link->words);
    dgs_buf contents = {.arena = w->loader->arena};
    dgs_buf_add(&contents, text.p, text.n);
    for (size_t i = 0; i < contents.n; i++)
        contents.p[i] = contents.p[i] == '\n' ? ' ' : contents.p[i];
    if (place != NULL && !dgs_str_is(text, place))
        dgs_buf_addf(&contents, " (%s)", place);
    w->link->contents = contents.p;
    return contents.failed || w->link->words == NULL ? dgs_loader_memory(w->loader) : true;
}

// "[mots](lang:fr)": words in another language.
static bool read_language(words *w, cmark_node *node, const char *tag)
{
    if (!dgs_language_ok(tag))
        return dgs_loader_fail(w->loader, w->line, "'%.60s' is not a language: write it like lang:es", tag);
    const char *outer = w->lang;
    w->lang = dgs_str_copy(w->loader->arena, dgs_str_of(tag));
    bool ok = w->lang != NULL ? read_nodes(w, cmark_node_first_child(node)) : dgs_loader_memory(w->loader);
    w->lang = outer;
    return ok;
}

// "[Fever](sign:fever)": words that name a sign, so that a program can tell whether all signs are there.
static bool read_sign(words *w, cmark_node *node, const char *id)
{
    if (id[0] == '\0' || w->sign != NULL)
        return dgs_loader_fail(w->loader, w->line, "this sign has no name of its own: write [words](sign:name)");
    w->sign = dgs_str_copy(w->loader->arena, dgs_str_of(id));
    bool ok = w->sign != NULL ? read_nodes(w, cmark_node_first_child(node)) : dgs_loader_memory(w->loader);
    w->sign = NULL;
    return ok;
}

static bool read_link(words *w, cmark_node *node)
{
    const char *url = dgs_text_composed(w->loader, dgs_str_of(cmark_node_get_url(node))), *place = NULL;
    if (url == NULL)
        return false;
    if (strncmp(url, "lang:", 5) == 0)
        return read_language(w, node, url + 5);
    if (strncmp(url, "sign:", 5) == 0)
        return read_sign(w, node, url + 5);
    dgs_loader *l = w->loader;
    dgs_active *link = dgs_arena_alloc(l->arena, sizeof *link);
    const dgs_active **known = DGS_PUSH(l->arena, l->all_links, l->nall_links, l->all_links_cap);
    if (link == NULL || known == NULL)
        return dgs_loader_memory(l);
    bool within = url[0] == '#';
    *link = (dgs_active){.kind = within ? DGS_ACTIVE_WITHIN : DGS_ACTIVE_OUT, .file = l->file->name, .line = w->line};
    *known = w->link = link;
    bool ok = within ? promise_link(w, url + 1) : check_url(w, url, link, &place);
    size_t start = w->text->n;
    ok = ok && read_nodes(w, cmark_node_first_child(node)) && finish_link(w, start, place);
    w->link = NULL;
    return ok;
}

typedef bool read_fn(words *w, cmark_node *node);

static bool read_nodes(words *w, cmark_node *first)
{
    static read_fn *const readers[] = {
        [CMARK_NODE_TEXT] = read_text,
        [CMARK_NODE_SOFTBREAK] = read_soft_break,
        [CMARK_NODE_LINEBREAK] = read_hard_break,
        [CMARK_NODE_CODE] = read_code,
        [CMARK_NODE_HTML_INLINE] = read_html,
        [CMARK_NODE_EMPH] = read_strong,
        [CMARK_NODE_STRONG] = read_strong,
        [CMARK_NODE_LINK] = read_link,
        [CMARK_NODE_IMAGE] = read_image,
    };
    if (w->depth > DGS_CONTENT_NEST_MAX) // the paragraph itself is the first
        return dgs_loader_fail(w->loader, w->line,
                               "bold, italics and links are nested more than %d deep: use fewer levels",
                               DGS_CONTENT_NEST_MAX);
    w->depth++;
    bool ok = true;
    for (cmark_node *n = first; ok && n != NULL; n = cmark_node_next(n)) {
        size_t type = (size_t)cmark_node_get_type(n);
        if (type < sizeof readers / sizeof *readers && readers[type] != NULL)
            ok = readers[type](w, n);
    }
    w->depth--;
    return ok;
}

static bool set_spans(words *w, dgs_node *leaf)
{
    dgs_str all = {w->text->p, w->text->n};
    int32_t control = dgs_utf8_control(all); // &#7; is a way to write one
    if (control >= 0)
        return dgs_loader_fail(w->loader, w->line, "this text has the control character U+%04X: remove it",
                               (unsigned)control);
    if (w->nparts == 0)
        return true;
    const char *text = dgs_str_copy(w->loader->arena, all);
    leaf->spans = dgs_arena_array(w->loader->arena, w->nparts, sizeof *leaf->spans);
    if (text == NULL || leaf->spans == NULL)
        return dgs_loader_memory(w->loader);
    for (size_t i = 0; i < w->nparts; i++) {
        const dgs_span_part *p = &w->parts[i];
        dgs_str own = {text + p->start, p->end - p->start};
        if (!dgs_form_compose(w->loader->arena, &own)) // also what entities stand for
            return dgs_loader_memory(w->loader);
        leaf->spans[leaf->nspans++] = (dgs_span){.text = own,
                                                 .emphasis = p->emphasis,
                                                 .link = p->link,
                                                 .lang = p->lang,
                                                 .sign = p->sign,
                                                 .page_of = p->page_of,
                                                 .variable = p->variable};
    }
    return true;
}

bool dgs_inline_read(dgs_loader *loader, cmark_node *first, int line, dgs_fields fields, dgs_node *leaf)
{
    words w = {.loader = loader, .fields = fields, .line = line, .text = &loader->text, .parts = loader->span_parts};
    loader->text.arena = loader->arena;
    loader->text.n = 0;
    if (!read_nodes(&w, first))
        return false;
    trim_end(&w, " \n");
    return set_spans(&w, leaf);
}

bool dgs_inline_plain(dgs_loader *loader, cmark_node *node, int line, const char **out)
{
    dgs_node leaf = {0};
    if (!dgs_inline_read(loader, cmark_node_first_child(node), line, DGS_FIELDS_NONE, &leaf))
        return false;
    *out = dgs_node_text(loader->arena, &leaf);
    return *out == NULL ? dgs_loader_memory(loader) : true;
}

void dgs_spans_drop_start(dgs_node *leaf, size_t bytes)
{
    while (leaf->nspans > 0) {
        dgs_str *text = &leaf->spans[0].text;
        size_t n = bytes < text->n ? bytes : text->n;
        bytes -= n;
        while (bytes == 0 && n < text->n && (text->p[n] == ' ' || text->p[n] == '\n'))
            n++;
        *text = (dgs_str){text->p + n, text->n - n};
        if (text->n > 0)
            return;
        leaf->spans++;
        leaf->nspans--;
    }
}

bool dgs_spans_end_in_line(const dgs_node *leaf)
{
    if (leaf->nspans == 0)
        return false;
    dgs_str s = leaf->spans[leaf->nspans - 1].text;
    return s.n >= 3 && memcmp(s.p + s.n - 3, "___", 3) == 0;
}

void dgs_spans_drop_line(dgs_node *leaf)
{
    while (leaf->nspans > 0) {
        dgs_str *text = &leaf->spans[leaf->nspans - 1].text;
        while (text->n > 0 && strchr("_ \n", text->p[text->n - 1]) != NULL)
            text->n--;
        if (text->n > 0)
            return;
        leaf->nspans--;
    }
}
