// An SVG file as a tree that can be changed and written again. Knows nothing of what its elements mean.
#ifndef DGS_IMAGE_SVG_TREE_H
#define DGS_IMAGE_SVG_TREE_H
#include "base/err.h"
#include "base/str.h"

typedef struct dgs_svg_attribute {
    const char *name; // without its prefix: href for xlink:href; but xml:space
    const char *value;
} dgs_svg_attribute;

typedef struct dgs_svg_node {
    const char *name; // of an element, without its prefix; NULL of text
    dgs_str text;
    unsigned long line;
    dgs_svg_attribute *attributes;
    size_t nattributes, cap_attributes;
    struct dgs_svg_node *parent, *first, *last, *next;
} dgs_svg_node;

typedef struct dgs_svg_tree {
    dgs_arena *arena;
    dgs_svg_node *root;
    bool refers; // an instruction names a style sheet in another file
} dgs_svg_tree;

// Reads a file, under the limits of base/limits.h. Elements and attributes of other namespaces are left out, comments
// too. Of a DOCTYPE only entities that name a namespace are taken, as Illustrator writes them; all others are an error,
// and nothing outside of the file is ever read.
bool dgs_svg_tree_read(dgs_arena *arena, const char *name, dgs_str bytes, dgs_svg_tree *out, dgs_err *err);

const char *dgs_svg_get(const dgs_svg_node *node, const char *name);                         // NULL = it has none
bool dgs_svg_set(dgs_arena *arena, dgs_svg_node *node, const char *name, const char *value); // false = memory ends
void dgs_svg_unset(dgs_svg_node *node, const char *name);
bool dgs_svg_is(const dgs_svg_node *node, const char *name);

// A new element, as the last one of `parent` or, where `parent` is NULL, nowhere yet. NULL when memory ends.
dgs_svg_node *dgs_svg_new(dgs_arena *arena, dgs_svg_node *parent, const char *name);
void dgs_svg_take_out(dgs_svg_node *node); // of its parent

// The next node in the order of the file, in and under `root`; NULL at the end.
dgs_svg_node *dgs_svg_walk(const dgs_svg_node *root, const dgs_svg_node *node);
dgs_svg_node *dgs_svg_walk_past(const dgs_svg_node *root, const dgs_svg_node *node); // not into it

// Adds all words in a node, spaces in a row as one, up to `most` bytes.
void dgs_svg_words(const dgs_svg_node *node, dgs_buf *out, size_t most);

// The tree as a file. out->failed when memory ends.
void dgs_svg_write(const dgs_svg_tree *tree, dgs_buf *out);
#endif
