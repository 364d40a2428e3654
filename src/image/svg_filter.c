// Numbers of filter primitives that are none, or too many: a program with a decimal comma writes such. A browser takes
// the default for them, a drawing program leaves out all that the filter is for.
#include <string.h>

#include "image/svg.h"
#include "image/svg_pass.h"

enum { MATRIX = 20 }; // numbers of a color matrix: four rows of five

static bool has_numbers(const char *text, size_t least, size_t most)
{
    double v[MATRIX];
    size_t n = 0;
    return dgs_svg_read_numbers(text, v, most, &n) == NULL && n >= least;
}

// Filter Effects 1, 9.6.
static void mend_matrix(dgs_svg_node *node)
{
    const char *values = dgs_svg_get(node, "values"), *type = dgs_svg_get(node, "type");
    size_t wanted = type == NULL || strcmp(type, "matrix") == 0 ? MATRIX : 1;
    if (dgs_svg_is(node, "feColorMatrix") && values != NULL && !has_numbers(values, wanted, wanted))
        dgs_svg_unset(node, "values");
}

static void mend(dgs_svg_node *node)
{
    static const struct {
        const char *name;
        size_t most;
    } numbers[] = {{"stdDeviation", 2}, {"dx", 1}, {"dy", 1}, {"radius", 2}, {"k1", 1},
                   {"k2", 1},           {"k3", 1}, {"k4", 1}, {"scale", 1}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *text = dgs_svg_get(node, numbers[i].name);
        if (text != NULL && !has_numbers(text, 1, numbers[i].most))
            dgs_svg_unset(node, numbers[i].name);
    }
    mend_matrix(node);
}

void dgs_svg_filters(const dgs_svg_plain *plain)
{
    dgs_svg_node *root = plain->tree.root;
    for (dgs_svg_node *n = root; n != NULL; n = dgs_svg_walk(root, n))
        if (n->name != NULL && strncmp(n->name, "fe", 2) == 0)
            mend(n);
}
