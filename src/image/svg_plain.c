#include "image/svg_plain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "image/svg.h"
#include "image/svg_css.h"
#include "image/svg_pass.h"

bool dgs_svg_remark(dgs_svg_plain *plain, dgs_err *err, const char *format, ...)
{
    enum { REMARKS_MOST = 8 };
    char text[512];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (size_t i = 0; i < plain->nremarks; i++)
        if (strcmp(plain->remarks[i], text) == 0)
            return true;
    if (plain->nremarks == REMARKS_MOST)
        return true;
    const char *kept = dgs_str_copy(plain->tree.arena, dgs_str_of(text));
    const char **remark =
        kept == NULL ? NULL : DGS_PUSH(plain->tree.arena, plain->remarks, plain->nremarks, plain->cap_remarks);
    if (remark == NULL)
        return dgs_fail_memory(err);
    *remark = kept;
    return true;
}

bool dgs_svg_length(const char *text, double *out)
{
    static const struct {
        const char *unit;
        double pixels;
    } units[] = {{"", 1},    {"px", 1},         {"pt", 96 / 72.0}, {"pc", 16},
                 {"in", 96}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"q", 96 / 101.6}};
    dgs_svg_skip_space(&text);
    if (dgs_svg_read_number(&text, out) != NULL)
        return false;
    dgs_str rest = dgs_str_trim(dgs_str_of(text));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (dgs_str_is(rest, units[i].unit)) {
            *out *= units[i].pixels;
            return true;
        }
    return false;
}

typedef struct loss {
    const char *name;   // of the element
    const char *remark; // NULL: nothing is lost in a still picture
} loss;

static const char moves[] = "the drawing is animated, and only its first image is printed: save it without animation";
static const char is_page[] = "it has parts of a web page (%s), which are not drawn: replace them with shapes";

static const loss losses[] = {
    {"metadata", NULL},
    {"title", NULL},
    {"desc", NULL},
    {"font", NULL},
    {"font-face", NULL},
    {"cursor", NULL},
    {"script", "a script in it is not run: save the drawing as it should look"},
    {"animate", moves},
    {"animateTransform", moves},
    {"animateMotion", moves},
    {"animateColor", moves},
    {"set", moves},
    {"discard", moves},
    {"video", is_page},
    {"audio", is_page},
    {"iframe", is_page},
    {"canvas", is_page},
};

// Text in a box that a web page, or an older Inkscape, breaks into lines.
static bool tell_boxed_text(dgs_svg_pass *p, const dgs_svg_node *node, bool *gone)
{
    bool flows = dgs_svg_is(node, "flowRoot");
    char words[DGS_SVG_QUOTE] = "";
    if (!flows && !dgs_svg_is(node, "foreignObject"))
        return true;
    *gone = true;
    if (!dgs_svg_quote(p, node, words))
        return false;
    if (words[0] == '\0')
        return flows || dgs_svg_remark(p->plain, p->err,
                                       "it has a part of a web page (foreignObject), which is not drawn: "
                                       "in your drawing program replace it with shapes");
    return dgs_svg_remark(
        p->plain, p->err,
        "the text '%s' is in a box (%s), which is not drawn: in your drawing program turn text into paths", words,
        node->name);
}

static bool leave_out(dgs_svg_pass *p, dgs_svg_node *node, bool *gone)
{
    *gone = false;
    for (size_t i = 0; i < sizeof losses / sizeof *losses; i++) {
        if (!dgs_svg_is(node, losses[i].name))
            continue;
        *gone = true;
        const char *remark = losses[i].remark;
        if (remark == is_page)
            return dgs_svg_remark(p->plain, p->err, is_page, node->name);
        return remark == NULL || dgs_svg_remark(p->plain, p->err, "%s", remark);
    }
    return tell_boxed_text(p, node, gone);
}

bool dgs_svg_quote(dgs_svg_pass *p, const dgs_svg_node *node, char out[DGS_SVG_QUOTE])
{
    enum { SHOWN = 30 };
    dgs_buf words = {.arena = p->plain->tree.arena};
    dgs_svg_words(node, &words, SHOWN + 1);
    if (words.failed)
        return dgs_fail_memory(p->err);
    dgs_str text = dgs_str_trim((dgs_str){words.p, words.n});
    bool cut = text.n > SHOWN;
    text.n = cut ? SHOWN : text.n;
    while (cut && text.n > 0 && ((unsigned char)text.p[text.n] & 0xc0) == 0x80) // not in the middle of a character
        text.n--;
    (void)snprintf(out, DGS_SVG_QUOTE, "%.*s%s", (int)text.n, text.n == 0 ? "" : text.p, cut ? "..." : "");
    return true;
}

static bool speaks_english(const char *languages)
{
    for (const char *p = languages; *p != '\0'; p += strcspn(p, ","), p += *p == ',') {
        dgs_svg_skip_space(&p);
        if (strncmp(p, "en", 2) == 0)
            return true;
    }
    return false;
}

static bool is_taken(const dgs_svg_node *node)
{
    const char *language = dgs_svg_get(node, "systemLanguage"), *extension = dgs_svg_get(node, "requiredExtensions");
    return node->name != NULL && (extension == NULL) && (language == NULL || speaks_english(language));
}

// The first child that may be shown stays.
static void choose(dgs_svg_node *node)
{
    bool chosen = false;
    for (dgs_svg_node *child = node->first, *next; child != NULL; child = next) {
        next = child->next;
        if (chosen || !is_taken(child))
            dgs_svg_take_out(child);
        else
            chosen = true;
    }
    node->name = "g";
}

static bool is_one_of(const char *text, const char *const *starts)
{
    for (size_t i = 0; starts[i] != NULL; i++)
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static bool check_link(dgs_svg_pass *p, dgs_svg_node *node, const char *link, bool *gone)
{
    static const char *const drawn[] = {"data:image/png",     "data:image/jpeg", "data:image/jpg", "data:image/gif",
                                        "data:image/svg+xml", "data:;base64,",   "data:image/*",   NULL};
    bool image = dgs_svg_is(node, "image") || dgs_svg_is(node, "feImage");
    dgs_svg_skip_space(&link);
    if (image && strncmp(link, "data:image/svg", 14) == 0)
        return dgs_svg_remark(p->plain, p->err,
                              "a drawing in it may look coarse: in your drawing program ungroup it, so that it is not "
                              "a picture in a picture");
    if (image && is_one_of(link, drawn))
        return dgs_svg_doubt_picture(p, link);
    if (link[0] == '#' || link[0] == '\0' || (strncmp(link, "data:", 5) == 0 && !image))
        return true;
    if (strcmp(node->name, "g") == 0) { // a link of a web page
        dgs_svg_unset(node, "href");
        return true;
    }
    *gone = true;
    if (strncmp(link, "data:", 5) == 0)
        return dgs_svg_remark(p->plain, p->err,
                              "a picture in it (%.*s) is not drawn: in your drawing program put it in as PNG or JPEG",
                              (int)strcspn(link + 5, ";,") > 30 ? 30 : (int)strcspn(link + 5, ";,"), link + 5);
    const char *name = strrchr(link, '/');
    name = name == NULL || name[1] == '\0' ? link : name + 1;
    return dgs_svg_remark(
        p->plain, p->err,
        "it refers to another file, %.60s, which is not read: in your drawing program embed the picture", name);
}

// Effects that programs do not agree on, and that few logos have.
static bool tell_effect(dgs_svg_pass *p, const dgs_svg_node *node)
{
    static const char *const effects[] = {"feConvolveMatrix",  "feDiffuseLighting",
                                          "feDisplacementMap", "feSpecularLighting",
                                          "feTurbulence",      "feTile",
                                          "feImage",           NULL};
    for (size_t i = 0; effects[i] != NULL; i++)
        if (dgs_svg_is(node, effects[i]))
            return dgs_svg_remark(
                p->plain, p->err,
                "it has an effect (%s) that may look different: in your drawing program save it as PNG", effects[i]);
    return true;
}

// librsvg 2.54 takes an image for as large as it is before its own transform where a filter or a mask of a group asks.
// So the transform becomes that of a group round it, and so does the name by which others refer to it.
static bool lift_transform(dgs_svg_pass *p, dgs_svg_node *node)
{
    dgs_arena *arena = p->plain->tree.arena;
    const char *transform = dgs_svg_get(node, "transform"), *id = dgs_svg_get(node, "id");
    if (!dgs_svg_is(node, "image") || transform == NULL)
        return true;
    dgs_svg_node *image = dgs_svg_new(arena, node, "image");
    if (image == NULL)
        return dgs_fail_memory(p->err);
    dgs_svg_unset(node, "transform");
    dgs_svg_unset(node, "id");
    image->attributes = node->attributes;
    image->nattributes = node->nattributes;
    image->cap_attributes = node->cap_attributes;
    node->name = "g";
    node->attributes = NULL;
    node->nattributes = node->cap_attributes = 0;
    return (dgs_svg_set(arena, node, "transform", transform) && (id == NULL || dgs_svg_set(arena, node, "id", id))) ||
           dgs_fail_memory(p->err);
}

static bool visit(dgs_svg_pass *p, dgs_svg_node *node, bool *gone)
{
    if (dgs_svg_is(node, "a"))
        node->name = "g";
    if (dgs_svg_is(node, "switch"))
        choose(node);
    const char *link = dgs_svg_get(node, "href");
    if (!tell_effect(p, node) || !dgs_svg_doubt_element(p, node) || !leave_out(p, node, gone))
        return false;
    if (*gone)
        return true;
    if (link != NULL && !check_link(p, node, link, gone))
        return false;
    return *gone || (dgs_svg_properties(p, node) && lift_transform(p, node));
}

static bool visit_all(dgs_svg_pass *p)
{
    dgs_svg_node *root = p->plain->tree.root, *next;
    for (dgs_svg_node *n = root; n != NULL; n = next) {
        bool gone = false;
        if (n->name != NULL && !visit(p, n, &gone))
            return false;
        next = gone ? dgs_svg_walk_past(root, n) : dgs_svg_walk(root, n);
        if (gone && n != root)
            dgs_svg_take_out(n);
    }
    return true;
}

static bool tell_sheets(dgs_svg_pass *p, const dgs_css_said *said)
{
    const dgs_svg_plain *plain = p->plain;
    if ((said->refers || plain->tree.refers) &&
        !dgs_svg_remark(p->plain, p->err, "its style sheet is in another file, which is not read: embed it"))
        return false;
    if (said->sized &&
        !dgs_svg_remark(p->plain, p->err,
                        "its style sheet has rules for certain window sizes, which are ignored: save it without them"))
        return false;
    return said->odd == NULL ||
           dgs_svg_remark(p->plain, p->err, "the rule for '%s' in its style sheet is ignored: save it with attributes",
                          said->odd);
}

// What is not shown and nothing refers to is in our reader's way.
static void drop_hidden(dgs_svg_plain *plain)
{
    dgs_svg_node *root = plain->tree.root, *next;
    for (dgs_svg_node *n = root; n != NULL; n = dgs_svg_walk(root, n))
        if (dgs_svg_is(n, "use"))
            return;
    for (dgs_svg_node *n = root; n != NULL; n = next) {
        const char *display = n->name == NULL || n == root ? NULL : dgs_css_get(plain->tree.arena, n, "display");
        bool hidden = display != NULL && strcmp(display, "none") == 0;
        next = hidden ? dgs_svg_walk_past(root, n) : dgs_svg_walk(root, n);
        if (hidden)
            dgs_svg_take_out(n);
    }
}

bool dgs_svg_plain_read(dgs_arena *arena, const char *name, dgs_str bytes, dgs_svg_plain *out, dgs_err *err)
{
    dgs_css_said said;
    *out = (dgs_svg_plain){0};
    dgs_svg_pass p = {.plain = out, .err = err};
    if (!dgs_svg_tree_read(arena, name, bytes, &out->tree, err) || !dgs_css_inline(&out->tree, name, &said, err) ||
        !dgs_svg_frame(&p) || !visit_all(&p) || !tell_sheets(&p, &said) || !dgs_svg_shadows(&p))
        return false;
    dgs_svg_filters(out);
    drop_hidden(out);
    out->embeds_font = said.embeds_font;
    return true;
}

bool dgs_svg_plain_empty(dgs_svg_plain *plain, dgs_err *err)
{
    static const char *const effects[] = {"filter", "mask", "clip-path"};
    const dgs_svg_node *root = plain->tree.root;
    for (const dgs_svg_node *n = root; n != NULL; n = dgs_svg_walk(root, n))
        for (size_t i = 0; n->name != NULL && i < sizeof effects / sizeof *effects; i++)
            if (dgs_css_get(plain->tree.arena, n, effects[i]) != NULL)
                return dgs_svg_remark(
                    plain, err, "its effect (%s) may be why it is not drawn: in your drawing program save it as PNG",
                    effects[i]);
    return true;
}

bool dgs_svg_plain_write(const dgs_svg_plain *plain, dgs_str *out, dgs_err *err)
{
    dgs_buf text = {.arena = plain->tree.arena};
    dgs_svg_write(&plain->tree, &text);
    *out = (dgs_str){text.p, text.n};
    return !text.failed || dgs_fail_memory(err);
}
