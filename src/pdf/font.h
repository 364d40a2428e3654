// The faces that a document uses as embedded fonts: subset, widths, character maps.
#ifndef DGS_PDF_FONT_H
#define DGS_PDF_FONT_H
#include "pdf/writer.h"

typedef struct dgs_coded { // a glyph that is in no font: it is made for what it says
    dgs_composite shape;
    dgs_str text;
} dgs_coded;

typedef struct dgs_font {
    bool used;
    int object; // number of the Type0 font
    dgs_subset subset;
    const dgs_str *characters; // by gid of the whole font: what the glyph stands for in the ToUnicode map
    const dgs_coded *coded;    // the last glyphs of the subset
    size_t ncoded;
} dgs_font;

typedef struct dgs_fonts {
    dgs_font faces[DGS_FACES]; // what is the same for every practice, and what practices' words usually need
    dgs_font more[DGS_FACES];  // what else the variable words need
} dgs_fonts;

// Looks at every run of the part that is written, cuts the subsets and makes the font objects; sets writer->fonts.
// Fails with DGS_ERR_SOFTWARE where a glyph is missing (gid 0): what cannot be printed was to be refused long before.
bool dgs_fonts_make(dgs_writer *writer);

// The font for typing, embedded; NULL when memory ends.
const dgs_object *dgs_font_simple(dgs_writer *writer, const dgs_typing *typing);

// Glyphs that stand for characters together. A letter with marks for which Unicode has no one character is shown as one
// glyph that says the letter, and after it a glyph for each mark, which shows nothing and says the mark: poppler and
// mupdf read glyphs that are put together by offsets with spaces and in a wrong order, and pdf.js up to 4 puts a space
// after a glyph that says a mark among others. In other scripts, whose marks are no afterthoughts, one glyph says all
// of the cluster.
typedef struct dgs_cluster {
    const dgs_glyph *glyphs;
    size_t n;
    dgs_str letter, marks;
} dgs_cluster;

// The cluster that begins at this glyph.
dgs_cluster dgs_font_cluster(const dgs_run *run, size_t first);

// Takes the next mark off the cluster; false when there is none left.
bool dgs_font_mark(dgs_cluster *cluster, dgs_str *mark);

typedef struct dgs_shown {
    int number; // of the font's resource (/F<number>)
    uint16_t id;
    uint16_t width; // in the file
    int16_t dx;     // from the pen to where it is to stand
} dgs_shown;

// The number of a face's resource (/F<number>), of what is the same for every practice or of what else is needed. Those
// of the first faces are what they have always been.
static inline int dgs_font_number(dgs_face face, bool more)
{
    enum { FIRST = DGS_FACES_FAMILY }; // of those that came later
    return (int)face < (int)FIRST ? (int)face + (more ? (int)FIRST : 0) : 2 * (int)face + more;
}

// What shows a cluster and says `text`, which is its letter or one of its marks.
dgs_shown dgs_fonts_find(const dgs_fonts *fonts, dgs_face face, const dgs_cluster *cluster, dgs_str text);
#endif
