// The faces that a document uses as embedded fonts: subset, widths, character maps.
#ifndef DGS_PDF_FONT_H
#define DGS_PDF_FONT_H
#include "pdf/writer.h"

typedef struct dgs_font {
    bool used;
    dgs_object *object; // the Type0 font
    dgs_subset subset;
    const dgs_str *characters; // by gid of the whole font: what the glyph stands for in the ToUnicode map
} dgs_font;

typedef struct dgs_fonts {
    dgs_font faces[DGS_FACES];
} dgs_fonts;

// Looks at every run of the pages, cuts the subsets and makes the font objects; sets writer->fonts. Fails with
// DGS_ERR_SOFTWARE where a glyph is missing (gid 0): what cannot be printed was to be refused long before.
bool dgs_fonts_make(dgs_writer *writer);

// Glyphs from `first` that stand for one cluster of characters together.
size_t dgs_font_cluster(const dgs_run *run, size_t first);

// The characters of the cluster that begins at this glyph.
dgs_str dgs_font_cluster_text(const dgs_run *run, size_t first);
#endif
