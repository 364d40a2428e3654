#include "content/loader.h"

enum {
    LEVEL_MAX = 4
}; // "####": with a box in it that is the fifth level as tagged, and with a tracker in that the sixth

typedef struct outline { // the part that is being read, with what is open at each level of its file
    dgs_loader *loader;
    dgs_node *open[LEVEL_MAX + 1];
    int depth, steps;
    bool steps_here; // a part of steps
} outline;

static bool first_is_picture(cmark_node *heading)
{
    cmark_node *first = cmark_node_first_child(heading);
    return first != NULL && cmark_node_get_type(first) == CMARK_NODE_IMAGE;
}

// What a heading of this level stands in; where a level is skipped, the deepest one that is open (src/check tells it).
static dgs_node *above(const outline *o, int level)
{
    return o->open[level <= o->depth ? level - 1 : o->depth];
}

static bool refuse_picture(const outline *o, int line)
{
    const dgs_package_part *steps = dgs_package_steps(o->loader->package);
    return steps == NULL
               ? dgs_loader_fail(o->loader, line, "a heading cannot begin with a picture: remove it")
               : dgs_loader_fail(o->loader, line,
                                 "only the title and the ## headings of %s can begin with a picture: remove it here",
                                 steps->file);
}

static bool check_level(const outline *o, cmark_node *heading, int line)
{
    int level = cmark_node_get_heading_level(heading);
    if (level == 1)
        return dgs_loader_fail(o->loader, line, "there is a second # title: write ## for a section");
    if (level > LEVEL_MAX)
        return dgs_loader_fail(o->loader, line, "the lowest heading is ####: use fewer #");
    if (above(o, level)->kind == DGS_NODE_STEP)
        return dgs_loader_fail(o->loader, line, "a step cannot have headings: write the words in bold");
    return !first_is_picture(heading) || (level == 2 && o->steps_here) || refuse_picture(o, line);
}

// The picture of a heading, which decorates it; the words in its square brackets stand under it.
static bool read_picture(dgs_loader *loader, cmark_node *image, int line, dgs_node *into)
{
    const char *words;
    if (!dgs_source_picture(loader, cmark_node_get_url(image), line, into) ||
        !dgs_inline_plain(loader, image, line, &words))
        return false;
    into->alt = *words == '\0' ? NULL : words;
    return true;
}

static bool open_section(outline *o, cmark_node *heading)
{
    int line = cmark_node_get_start_line(heading), level = cmark_node_get_heading_level(heading);
    cmark_node *words = cmark_node_first_child(heading);
    if (!check_level(o, heading, line))
        return false;
    bool step = first_is_picture(heading);
    dgs_node *parent = above(o, level);
    dgs_node *section = dgs_loader_node(o->loader, parent, step ? DGS_NODE_STEP : DGS_NODE_SECTION, line);
    if (section == NULL)
        return false;
    if (step) {
        section->number = ++o->steps;
        if (!read_picture(o->loader, words, line, section))
            return false;
        words = cmark_node_next(words);
    }
    for (int skipped = o->depth + 1; skipped < level; skipped++)
        o->open[skipped] = parent;
    o->open[level] = section;
    o->depth = level;
    return dgs_heading_read(o->loader, words, line, level, parent->first->level + 1, section);
}

// The level of the heading that a box begins with, behind its [!MARKER] or not; 0 = none.
static int box_level(cmark_node *quote)
{
    cmark_node *n = cmark_node_first_child(quote);
    if (n != NULL && cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH)
        n = cmark_node_next(n);
    return n != NULL && cmark_node_get_type(n) == CMARK_NODE_HEADING ? cmark_node_get_heading_level(n) : 0;
}

// A box with a ## heading stands beside the ## sections and so ends the one before it; without a heading it stands
// where it is written.
static bool read_box(outline *o, cmark_node *quote)
{
    int level = box_level(quote), line = cmark_node_get_start_line(quote);
    if (level == 1)
        return dgs_loader_fail(o->loader, line, "the heading of a box begins with ##: # is for the title");
    if (level > 0 && level <= o->depth)
        o->depth = level - 1;
    return dgs_block_read(o->loader, quote, o->open[o->depth]);
}

static bool read_block(outline *o, cmark_node *block)
{
    cmark_node_type type = cmark_node_get_type(block);
    if (type == CMARK_NODE_HEADING)
        return open_section(o, block);
    return type == CMARK_NODE_BLOCK_QUOTE ? read_box(o, block) : dgs_block_read(o->loader, block, o->open[o->depth]);
}

static bool is_heading(cmark_node *block, int level)
{
    return block != NULL && cmark_node_get_type(block) == CMARK_NODE_HEADING &&
           cmark_node_get_heading_level(block) == level;
}

// The first block that is no comment, which has to be a "#" heading.
static cmark_node *find_title(dgs_loader *loader, cmark_node *root)
{
    cmark_node *n = cmark_node_first_child(root);
    while (n != NULL && cmark_node_get_type(n) == CMARK_NODE_HTML_BLOCK) {
        if (!dgs_comment(n, cmark_node_get_start_line(n), loader))
            return NULL;
        n = cmark_node_next(n);
    }
    if (is_heading(n, 1))
        return n;
    dgs_loader_fail(loader, n == NULL ? 1 : cmark_node_get_start_line(n),
                    "the file must begin with a # title: write one");
    return NULL;
}

static bool read_part(outline *o, cmark_node *root, dgs_node *part)
{
    cmark_node *title = find_title(o->loader, root);
    if (title == NULL)
        return false;
    int line = cmark_node_get_start_line(title);
    part->line = line;
    cmark_node *words = cmark_node_first_child(title);
    if (first_is_picture(title)) {
        if (!o->steps_here)
            return refuse_picture(o, line);
        if (!read_picture(o->loader, words, line, part))
            return false;
        words = cmark_node_next(words);
    }
    if (!dgs_heading_read(o->loader, words, line, 1, o->loader->file->title_level, part))
        return false;
    for (cmark_node *n = cmark_node_next(title); n != NULL; n = cmark_node_next(n))
        if (!read_block(o, n))
            return false;
    if (part->first->next == NULL)
        return dgs_loader_fail(o->loader, line, "there is nothing under this title: write the text");
    return true;
}

bool dgs_headings_part(dgs_loader *loader, size_t part, bool printed, dgs_node **out)
{
    const dgs_package_part *about = &loader->package->parts[part];
    dgs_source_file file = {.printed = printed, .title_level = 1};
    cmark_node *root;
    bool ok = dgs_source_open(loader, about->file, &file, &root);
    *out = ok ? dgs_loader_node(loader, NULL, DGS_NODE_PART, 1) : NULL;
    if (*out != NULL) {
        (*out)->part = (unsigned)part;
        (*out)->design = about->design;
        outline o = {
            .loader = loader, .open = {NULL, *out}, .depth = 1, .steps_here = about->design == DGS_DESIGN_STEPS};
        ok = read_part(&o, root, *out);
    }
    loader->file = NULL;
    return ok && *out != NULL;
}

// One form of the signs: from a "#" heading to the next one, which is given back.
static cmark_node *read_signs(dgs_loader *loader, cmark_node *title, dgs_box_role role, dgs_node **out)
{
    int line = cmark_node_get_start_line(title);
    cmark_node *n = cmark_node_next(title);
    dgs_node *box = dgs_loader_node(loader, NULL, DGS_NODE_BOX, line);
    bool emergency = role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT;
    *out = NULL;
    if (box == NULL ||
        !dgs_heading_read(loader, cmark_node_first_child(title), line, 1, loader->file->title_level, box) ||
        (emergency && loader->file->printed && !dgs_resolve_also(loader, "emergency-signs", box->first)))
        return NULL;
    for (; n != NULL && !is_heading(n, 1); n = cmark_node_next(n))
        if (!dgs_block_read(loader, n, box))
            return NULL;
    if (box->first->next == NULL) {
        dgs_loader_fail(loader, line,
                        "there are no signs under this heading: write them, since every handout must have them");
        return NULL;
    }
    box->box = role;
    *out = box;
    return n;
}

// Whether the first part that is printed is one of steps.
static bool begins_with_steps(const dgs_loader *loader)
{
    size_t first = 0;
    while (!dgs_package_has(loader->source->parts, first))
        first++;
    return loader->package->parts[first].design == DGS_DESIGN_STEPS;
}

// The forms in their order. What is printed is known once the whole handout is put together, but for the first two.
static bool read_emergency(dgs_loader *loader, dgs_source_file *file, cmark_node *root, dgs_signs *out)
{
    cmark_node *title = find_title(loader, root);
    const bool steps = begins_with_steps(loader);
    const struct form {
        dgs_box_role role;
        bool printed;
    } forms[DGS_FORMS] = {[DGS_FORM_FULL] = {DGS_BOX_EMERGENCY, steps},
                          [DGS_FORM_BRIEF] = {DGS_BOX_EMERGENCY_SHORT, !steps},
                          [DGS_FORM_TODAY] = {DGS_BOX_TODAY, true},
                          [DGS_FORM_LIMITS] = {DGS_BOX_LIMITS, true}};
    const size_t nforms = dgs_package_forms(loader->package);
    for (size_t i = 0; i < nforms && title != NULL; i++) {
        cmark_node *next;
        file->printed = forms[i].printed;
        next = read_signs(loader, title, forms[i].role, &out->form[i]);
        if (out->form[i] == NULL)
            return false;
        if ((next == NULL) != (i + 1 == nforms))
            return dgs_loader_fail(
                loader, cmark_node_get_start_line(next == NULL ? title : next),
                "this file has %s # headings: the emergency signs in full, the same in brief, the signs that need a "
                "doctor today%s",
                nforms == DGS_FORMS ? "four" : "three", nforms == DGS_FORMS ? ", and whom a step could harm" : "");
        title = next;
    }
    return out->form[0] != NULL;
}

bool dgs_headings_emergency(dgs_loader *loader, dgs_signs *out)
{
    dgs_source_file file = {.title_level = 2, .whole = true}; // all stand under the title of the first part
    cmark_node *root;
    bool ok = dgs_source_open(loader, loader->package->emergency, &file, &root);
    ok = ok && read_emergency(loader, &file, root, out);
    out->custom = file.custom;
    loader->file = NULL;
    return ok;
}

void dgs_headings_lower(dgs_node *root)
{
    const dgs_node *first = dgs_node_child(root, DGS_NODE_PART);
    for (dgs_node *part = root->first; part != NULL; part = part->next)
        for (dgs_node *n = part; n != NULL && part != first; n = (dgs_node *)dgs_node_walk(part, n))
            n->level += n->kind == DGS_NODE_HEADING && part->kind == DGS_NODE_PART ? 1 : 0;
}
