// The faces that a document uses as embedded fonts: subset, widths, character maps.
#ifndef DGS_PDF_FONT_H
#define DGS_PDF_FONT_H
#include "pdf/writer.h"

typedef struct dgs_font {
    bool used;
    int object; // number of the Type0 font
    dgs_subset subset;
    const dgs_str *characters; // by gid of the whole font: what the glyph stands for in the ToUnicode map
} dgs_font;

typedef struct dgs_fonts {
    dgs_font faces[DGS_FACES]; // what is the same for every practice, and what practices' words usually need
    dgs_font more[DGS_FACES];  // what else the live words need
} dgs_fonts;

// Looks at every run of the part that is written, cuts the subsets and makes the font objects; sets writer->fonts.
// Fails with DGS_ERR_SOFTWARE where a glyph is missing (gid 0): what cannot be printed was to be refused long before.
bool dgs_fonts_make(dgs_writer *writer);

// The font that holds a glyph of a face; *number becomes that of its resource (/F<number>).
const dgs_font *dgs_fonts_find(const dgs_fonts *fonts, dgs_face face, uint16_t gid, int *number);

// Glyphs from `first` that stand for one cluster of characters together.
size_t dgs_font_cluster(const dgs_run *run, size_t first);

// The characters of the cluster that begins at this glyph.
dgs_str dgs_font_cluster_text(const dgs_run *run, size_t first);
#endif
