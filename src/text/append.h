// More glyphs at the end of a TrueType file, each made of outlines that are in it. Private to this room.
#ifndef DGS_TEXT_APPEND_H
#define DGS_TEXT_APPEND_H
#include "text/text.h"

// Puts the composites after the glyphs of the subset, whose numbers they go on from; the parts are glyphs of it, by
// their old gid. In the arena. False when memory ends; a file that is not as HarfBuzz writes it stays as it is, with
// *ok false.
bool dgs_subset_append(dgs_subset *subset, const dgs_composite *composites, size_t n, dgs_arena *arena, bool *ok);
#endif
