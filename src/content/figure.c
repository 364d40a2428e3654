#include <string.h>

#include "content/loader.h"

// The one link that an item consists of; NULL when it is anything else.
static cmark_node *label_link(cmark_node *item)
{
    cmark_node *paragraph = cmark_node_first_child(item);
    if (paragraph == NULL || cmark_node_next(paragraph) != NULL ||
        cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return NULL;
    cmark_node *link = cmark_node_first_child(paragraph);
    bool one = link != NULL && cmark_node_next(link) == NULL && cmark_node_get_type(link) == CMARK_NODE_LINK;
    return one && cmark_node_get_url(link)[0] == '#' ? link : NULL;
}

static bool is_label_list(cmark_node *list)
{
    if (list == NULL || cmark_node_get_type(list) != CMARK_NODE_LIST)
        return false;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL; item = cmark_node_next(item))
        if (label_link(item) == NULL)
            return false;
    return true;
}

static bool check_anchor(dgs_loader *loader, const dgs_node *figure, const dgs_node *label)
{
    if (figure->picture == NULL) // not printed, so not loaded
        return true;
    const dgs_art *art = figure->picture->kind == DGS_PICTURE_ART ? figure->picture->art : NULL;
    size_t n = art == NULL ? 0 : art->nanchors;
    const char **names = dgs_arena_array(loader->arena, n + 1, sizeof *names);
    if (names == NULL)
        return dgs_loader_memory(loader);
    for (size_t i = 0; i < n; i++) {
        names[i] = art->anchors[i].name;
        if (strcmp(names[i], label->id) == 0)
            return true;
    }
    return dgs_loader_fail(loader, label->line,
                           "the picture %s does not have the point #%s%s: name a point that it has",
                           figure->picture_name, dgs_text_short(loader, dgs_str_of(label->id)),
                           dgs_loader_hint(loader, label->id, names, "#", ""));
}

static bool read_label(dgs_loader *loader, cmark_node *item, const dgs_node *figure, dgs_node *into)
{
    cmark_node *link = label_link(item);
    int line = cmark_node_get_start_line(item);
    dgs_node *label = dgs_loader_node(loader, into, DGS_NODE_LABEL, line);
    if (label == NULL || !dgs_inline_read(loader, cmark_node_first_child(link), line, DGS_FIELDS_FILLED, label))
        return false;
    label->id = dgs_text_composed(loader, dgs_str_of(cmark_node_get_url(link) + 1));
    return label->id != NULL && check_anchor(loader, figure, label);
}

// Reads the list of links that follows, if there is one, into LABELs of `into`.
static bool read_labels(dgs_loader *loader, cmark_node *paragraph, const dgs_node *figure, dgs_node *into)
{
    cmark_node *list = cmark_node_next(paragraph);
    if (!is_label_list(list))
        return true;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL; item = cmark_node_next(item))
        if (!read_label(loader, item, figure, into))
            return false;
    cmark_node_unlink(list); // so that it does not come again as a list
    return true;
}

static bool read_caption(dgs_loader *loader, cmark_node *after, int line, dgs_node *figure)
{
    dgs_node *caption = dgs_loader_node(loader, figure, DGS_NODE_CAPTION, line);
    if (caption == NULL || !dgs_inline_read(loader, after, line, DGS_FIELDS_FILLED, caption))
        return false;
    if (caption->nspans == 0)
        dgs_node_detach(caption);
    return true;
}

bool dgs_figure_read(dgs_loader *loader, cmark_node *paragraph, dgs_node *into)
{
    cmark_node *image = cmark_node_first_child(paragraph);
    int line = cmark_node_get_start_line(paragraph);
    dgs_node *figure = dgs_loader_node(loader, into, DGS_NODE_FIGURE, line);
    if (figure == NULL || !dgs_source_picture(loader, cmark_node_get_url(image), line, figure) ||
        !dgs_inline_plain(loader, image, line, &figure->alt))
        return false;
    // A second list holds what only therapists need; it is read in any case, so that its mistakes are found.
    dgs_node *clinical = loader->source->labels == DGS_LABELS_CLINICAL ? figure : loader->unprinted;
    return read_labels(loader, paragraph, figure, figure) && read_labels(loader, paragraph, figure, clinical) &&
           read_caption(loader, cmark_node_next(image), line, figure);
}
