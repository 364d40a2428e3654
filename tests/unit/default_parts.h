// The bits of the default handout's parts, as tests name them; tests/unit/test_content_package.c holds that they are
// these.
#ifndef DGS_TESTS_DEFAULT_PARTS_H
#define DGS_TESTS_DEFAULT_PARTS_H

enum {
    DGS_PART_GUIDE = 1,
    DGS_PART_ARTICLE = 2,
    DGS_PART_CARE = 4,
    DGS_PART_WORKSHEET = 8,
    ALL_PARTS = DGS_PART_GUIDE | DGS_PART_ARTICLE | DGS_PART_CARE | DGS_PART_WORKSHEET // and so the number of choices
};

#endif
