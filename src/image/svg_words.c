// What a drawing's text asks for that the program which draws it will not do, or has not.
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "image/svg_css.h"
#include "image/svg_pass.h"

static const char turn[] = "in your drawing program turn text into paths";

enum { FAMILIES_MOST = 16 };

typedef struct family {
    char name[64];
    char quote[DGS_SVG_QUOTE]; // of the first text in it
    dgs_buf letters;
} family;

typedef struct text_pass {
    dgs_svg_pass pass;
    family of[FAMILIES_MOST];
    size_t n;
} text_pass;

static bool is_list(const char *value)
{
    return value != NULL && strpbrk(value + strspn(value, " \t\n,"), " \t\n,") != NULL &&
           value[strcspn(value, " \t\n,") + strspn(value + strcspn(value, " \t\n,"), " \t\n,")] != '\0';
}

static bool is_other(const char *value, const char *const *plain)
{
    for (size_t i = 0; value != NULL && plain[i] != NULL; i++)
        if (strcasecmp(value, plain[i]) == 0)
            return false;
    return value != NULL;
}

// How an element of a text is set, where the drawing program does not do that as a browser does; NULL = it does.
static const char *odd_setting(text_pass *t, const dgs_svg_node *node)
{
    static const struct {
        const char *name;
        const char *plain[6]; // the values that ask for nothing
    } properties[] = {
        {"writing-mode", {"lr", "lr-tb", "horizontal-tb", "rl", "rl-tb"}},
        {"dominant-baseline", {"auto", "alphabetic", "baseline", "use-script", "no-change"}},
        {"alignment-baseline", {"auto", "alphabetic", "baseline"}},
        {"baseline-shift", {"baseline", "0", "0px", "0%"}},
        {"word-spacing", {"normal", "0", "0px"}},
        {"text-transform", {"none"}},
        {"font-feature-settings", {"normal"}},
        {"font-variation-settings", {"normal"}},
        {"text-orientation", {"mixed"}},
        {"text-decoration", {"none"}},
        {"text-shadow", {"none"}},
        {"font-variant", {"normal"}},
        {"font-variant-caps", {"normal"}},
        {"font-kerning", {"auto", "normal"}},
        {"white-space", {"normal", "nowrap"}},
    };
    static const char *const lists[] = {"x", "y", "dx", "dy"};
    if (dgs_svg_is(node, "textPath"))
        return "along a path";
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (is_list(dgs_svg_get(node, lists[i])))
            return "letter by letter";
    if (dgs_svg_get(node, "rotate") != NULL)
        return "with turned letters (rotate)";
    if (dgs_svg_get(node, "textLength") != NULL)
        return "to a given length (textLength)";
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (is_other(dgs_css_inherited(t->pass.plain->tree.arena, node, properties[i].name), properties[i].plain))
            return properties[i].name;
    return NULL;
}

// What of the shorthand "italic 600 48px/1.2 Brandon, serif" stands behind the size, the first word with a unit.
static const char *behind_size(const char *font)
{
    while (font != NULL && *font != '\0') {
        size_t n = strcspn(font, " ");
        bool digit = strcspn(font, "0123456789") < n;
        bool unit = digit && (strspn(font, "0123456789.") < n);
        font += n + strspn(font + n, " ");
        if (unit)
            return font;
    }
    return NULL;
}

// The first family of a list, without quotation marks; Illustrator writes two kinds of them round it.
static void first_family(text_pass *t, const dgs_svg_node *node, char out[64])
{
    dgs_arena *arena = t->pass.plain->tree.arena;
    const char *list = dgs_css_inherited(arena, node, "font-family");
    if (list == NULL)
        list = behind_size(dgs_css_inherited(arena, node, "font"));
    if (list == NULL)
        list = "";
    list += strspn(list, " \"'");
    size_t n = strcspn(list, ",\"'");
    dgs_str name = dgs_str_trim((dgs_str){list, n});
    (void)snprintf(out, 64, "%.*s", (int)(name.n > 63 ? 63 : name.n), name.p);
}

static bool add_letters(text_pass *t, const dgs_svg_node *text, const dgs_svg_node *piece)
{
    char name[64];
    family *f = NULL;
    first_family(t, piece->parent, name);
    for (size_t i = 0; i < t->n; i++)
        f = strcasecmp(t->of[i].name, name) == 0 ? &t->of[i] : f;
    if (f == NULL && t->n < FAMILIES_MOST) {
        f = &t->of[t->n++];
        *f = (family){.letters = {.arena = t->pass.plain->tree.arena}};
        (void)snprintf(f->name, sizeof f->name, "%s", name);
        if (!dgs_svg_quote(&t->pass, text, f->quote))
            return false;
    }
    enum { LETTERS_MOST = 4096 };
    if (f != NULL && f->letters.n + piece->text.n <= LETTERS_MOST)
        dgs_buf_add(&f->letters, piece->text.p, piece->text.n);
    return f == NULL || !f->letters.failed || dgs_fail_memory(t->pass.err);
}

static bool look_at_text(text_pass *t, const dgs_svg_node *text)
{
    char words[DGS_SVG_QUOTE] = "";
    const char *odd = NULL;
    if (!dgs_svg_quote(&t->pass, text, words))
        return false;
    for (const dgs_svg_node *n = text; n != NULL && words[0] != '\0'; n = dgs_svg_walk(text, n)) {
        if (n->name == NULL && dgs_str_trim(n->text).n > 0 && !add_letters(t, text, n))
            return false;
        if (n->name != NULL && odd == NULL)
            odd = odd_setting(t, n);
    }
    return odd == NULL ||
           dgs_svg_remark(t->pass.plain, t->pass.err, "the text '%s' is set %s%s, which is not drawn that way: %s",
                          words, strchr(odd, '-') != NULL && strchr(odd, ' ') == NULL ? "with " : "", odd, turn);
}

static bool is_generic(const char *name)
{
    static const char *const generic[] = {"",        "serif",         "sans-serif",         "monospace",
                                          "cursive", "fantasy",       "system-ui",          "inherit",
                                          "initial", "unset",         "ui-serif",           "math",
                                          "sans",    "ui-sans-serif", "-apple-system",      "ui-rounded",
                                          "emoji",   "ui-monospace",  "blinkmacsystemfont", NULL};
    for (size_t i = 0; generic[i] != NULL; i++)
        if (strcasecmp(name, generic[i]) == 0)
            return true;
    return false;
}

static bool tell_font(text_pass *t, const family *f, const dgs_font_found *found, bool known)
{
    dgs_svg_plain *plain = t->pass.plain;
    dgs_err *err = t->pass.err;
    char letter[5] = {0};
    if (known && found->missing != 0) {
        (void)dgs_utf8_put(found->missing, letter);
        if (!dgs_svg_remark(plain, err, "the text '%s' has the letter '%s' (U+%04X), which is in no font here: %s",
                            f->quote, letter, (unsigned)found->missing, turn))
            return false;
    }
    if (f->name[0] == '\0')
        return dgs_svg_remark(plain, err, "the text '%s' names no font, so each program uses a different one: %s",
                              f->quote, turn);
    if (is_generic(f->name))
        return dgs_svg_remark(plain, err, "the text '%s' uses the font %s, which is different in each program: %s",
                              f->quote, f->name, turn);
    if (known && found->installed)
        return true;
    const char *why = plain->embeds_font ? "which is embedded in the drawing but not used"
                      : known            ? "which is not installed"
                                         : "which may not be installed";
    return dgs_svg_remark(plain, err, "the text '%s' uses the font %s, %s: %s", f->quote, f->name, why, turn);
}

bool dgs_svg_plain_text(dgs_svg_plain *plain, const dgs_drawer *drawer, dgs_err *err)
{
    text_pass t = {.pass = {.plain = plain, .err = err}};
    const dgs_svg_node *root = plain->tree.root;
    for (const dgs_svg_node *n = root, *next; n != NULL; n = next) {
        bool text = dgs_svg_is(n, "text");
        next = text ? dgs_svg_walk_past(root, n) : dgs_svg_walk(root, n);
        if (text && !look_at_text(&t, n))
            return false;
    }
    for (size_t i = 0; i < t.n; i++) {
        dgs_font_found found = {0};
        const dgs_font_wanted wanted = {is_generic(t.of[i].name) ? "sans-serif" : t.of[i].name,
                                        {t.of[i].letters.p, t.of[i].letters.n}};
        bool known = drawer->font != NULL && drawer->font(drawer->ctx, &wanted, plain->tree.arena, &found);
        if (!tell_font(&t, &t.of[i], &found, known))
            return false;
    }
    return true;
}
