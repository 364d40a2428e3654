#include "pdf/outline.h"

#include "pdf/annotation.h"

enum { DEEPEST = 4 };

typedef struct bookmark {
    dgs_object *object;
    struct bookmark *first, *last;
    int below; // all bookmarks under it, which are shown open
} bookmark;

// Not the days of a tracker, which are many and all in one place.
static bool shown(const dgs_writer *writer, const dgs_node *node)
{
    const dgs_node *above = node->parent == NULL ? NULL : node->parent->parent;
    if (above != NULL && above->kind == DGS_NODE_DAYS)
        return false;
    return node->kind == DGS_NODE_HEADING && node->level >= 1 && node->level <= DEEPEST &&
           writer->pages->node_page[node->index] >= 0;
}

static bool set_heading(dgs_writer *writer, dgs_object *object, const dgs_node *node)
{
    const char *title = dgs_node_text(writer->arena, node);
    dgs_buf place = {.arena = writer->arena};
    dgs_buf_adds(&place, "/Dest ");
    dgs_annotation_add_place(writer, &place, node);
    if (title == NULL || place.failed)
        return dgs_fail_memory(writer->err);
    dgs_object_set_text(object, "Title", title);
    dgs_object_set_entries(object, (dgs_str){place.p, place.n});
    return true;
}

// Hangs a new bookmark behind the last one of its parent.
static bookmark *add_bookmark(dgs_writer *writer, bookmark *parent, const dgs_node *node)
{
    bookmark *b = dgs_arena_alloc(writer->arena, sizeof *b);
    if (b == NULL) {
        (void)dgs_fail_memory(writer->err);
        return NULL;
    }
    b->object = dgs_object_new(writer->objects);
    dgs_object_set_ref(b->object, "Parent", parent->object);
    if (parent->first == NULL) {
        parent->first = b;
    } else {
        dgs_object_set_ref(b->object, "Prev", parent->last->object);
        dgs_object_set_ref(parent->last->object, "Next", b->object);
    }
    parent->last = b;
    return set_heading(writer, b->object, node) ? b : NULL;
}

static void close_bookmark(bookmark *b)
{
    if (b->first == NULL)
        return;
    dgs_object_set_ref(b->object, "First", b->first->object);
    dgs_object_set_ref(b->object, "Last", b->last->object);
    dgs_object_set_int(b->object, "Count", b->below);
}

// Closes those on the path that lie deeper than `depth`.
static void climb(bookmark *path[DEEPEST + 1], int depth)
{
    for (int level = DEEPEST; level > depth; level--) {
        if (path[level] != NULL)
            close_bookmark(path[level]);
        path[level] = NULL;
    }
}

bool dgs_outline_write(dgs_writer *writer)
{
    bookmark root = {0}, *path[DEEPEST + 1] = {&root}; // the newest bookmark of each level
    const dgs_node *top = writer->doc->root;
    for (const dgs_node *node = top; node != NULL; node = dgs_node_walk(top, node)) {
        if (!shown(writer, node))
            continue;
        if (root.object == NULL) {
            root.object = dgs_object_new(writer->objects);
            dgs_object_set_name(root.object, "Type", "Outlines");
            dgs_object_set_ref(writer->catalog, "Outlines", root.object);
        }
        climb(path, node->level - 1);
        int above = node->level - 1; // a handout may begin below level 1
        while (path[above] == NULL)
            above--;
        path[node->level] = add_bookmark(writer, path[above], node);
        if (path[node->level] == NULL)
            return false;
        for (int level = 0; level <= above; level++)
            if (path[level] != NULL)
                path[level]->below++;
    }
    climb(path, 0);
    if (root.object != NULL)
        close_bookmark(&root);
    return dgs_objects_ok(writer->objects, writer->err);
}
