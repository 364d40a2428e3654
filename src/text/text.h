// Fonts, shaping and subsetting (HarfBuzz). Knows nothing of pages, documents or PDF.
#ifndef DGS_TEXT_TEXT_H
#define DGS_TEXT_TEXT_H
#include <stdint.h>

#include "base/err.h"
#include "base/keyed.h"
#include "base/str.h"

// The bundled family is Source Sans 3; the face of titles and numerals is Fraunces SemiBold, which has Latin letters
// alone. 1,000 units an em in every face.
typedef enum dgs_face { DGS_FACE_REGULAR, DGS_FACE_SEMIBOLD, DGS_FACE_BOLD, DGS_FACE_DISPLAY } dgs_face;
enum {
    DGS_FACES_USUAL = DGS_FACE_BOLD + 1, // of the first ones: open from the start; the others by dgs_text_open()
    DGS_FACES = DGS_FACE_DISPLAY + 1,
    DGS_UNITS_PER_EM = 1000
};

// All lengths in font units (1/1000 em), y up.
typedef struct dgs_face_metrics {
    const char *postscript_name; // "SourceSans3-Regular"
    int ascent, descent;         // hhea; the descent is negative
    int cap_height, x_height;    // OS/2
    int weight;                  // OS/2 usWeightClass
    int bbox[4];                 // head: xMin yMin xMax yMax
} dgs_face_metrics;

typedef struct dgs_glyph {
    uint16_t gid;     // in the whole font
    int16_t advance;  // as HarfBuzz gave it: kerning is in it
    int16_t width;    // the glyph's own advance (hmtx)
    int16_t dx, dy;   // offset of the outline from the pen
    uint32_t cluster; // where its characters start in the shaped text
    uint8_t length;   // bytes of that cluster; 0 for the second and later glyphs of one cluster
} dgs_glyph;

typedef struct dgs_word { // a shaped piece of text
    const dgs_glyph *glyphs;
    size_t n;
    int32_t advance; // sum of the glyphs' advances
} dgs_word;

typedef enum dgs_feature {
    DGS_FEATURE_NONE = 0,
    DGS_FEATURE_TABULAR = 1 // figures of one width (OpenType tnum)
} dgs_feature;

// The open fonts with their caches. Not for use by two threads at once.
typedef struct dgs_text dgs_text;

typedef struct dgs_text_host { // what comes from the process
    dgs_key key;               // of the hashes of words: nobody who writes texts should know it
    // Calls it, and gives false where it crashed with errno ENOMEM and was left. It may be NULL: then such a crash is
    // one of the process.
    bool (*guard)(void (*call)(void *ctx), void *ctx);
} dgs_text_host;

// NULL on failure; freed by dgs_text_free(). `host` may be NULL.
dgs_text *dgs_text_new(const dgs_text_host *host, dgs_err *err);
void dgs_text_free(dgs_text *text);

// Opens a face, which then stays open; no harm where it is. What follows is for open faces. Every face of the family
// has the same characters, so that a text which the usual ones can set needs no other look.
bool dgs_text_open(dgs_text *text, dgs_face face, dgs_err *err);

const dgs_face_metrics *dgs_text_metrics(const dgs_text *text, dgs_face face);

// Shapes UTF-8 (checked by the caller) as one run: kerning and ligatures on. The word stays valid as long as `text`
// (words are kept, the same text is shaped once). Fails only when memory ends: missing characters become glyph 0, see
// dgs_text_has().
bool dgs_text_shape(dgs_text *text, dgs_face face, dgs_feature feature, dgs_str utf8, dgs_word *out, dgs_err *err);

// How many words other than the one that was asked for were looked at so far to find words that are kept. Whatever
// they are, that is less than a few for each: no text can be written to slow this down (base/keyed.h).
unsigned long long dgs_text_looks(const dgs_text *text);

// Whether HarfBuzz had all the memory that it asked for, in this process so far. Once it had not, shaping and
// subsetting fail for good, and only a new process, or one that was copied before, can go on.
bool dgs_text_usable(void);

// Does the face have a glyph for this character, or for the letter and the marks that it is made of?
bool dgs_text_has(const dgs_text *text, dgs_face face, uint32_t code_point);

typedef struct dgs_subset {
    dgs_str file;           // a TrueType file with glyf, head, hhea, hmtx, loca, maxp only
    const uint16_t *new_id; // by old gid; 0xffff = not in the subset
    size_t nold;            // glyphs in the whole font
    const uint16_t *widths; // by new gid, 1/1000 em
    size_t nnew;            // glyphs in the subset (with components of composite glyphs, and .notdef as 0)
} dgs_subset;

typedef struct dgs_component { // an outline of a composite
    uint16_t gid;
    int16_t x, y; // where it stands from the composite's own pen
} dgs_component;

typedef struct dgs_composite { // one more glyph, made of outlines of the font; of none: nothing is seen
    const dgs_component *parts;
    size_t nparts;
    uint16_t width;
} dgs_composite;

// What a subset holds.
typedef struct dgs_wanted {
    const uint8_t *used; // one byte for each gid of the whole font
    const dgs_composite *composites;
    size_t ncomposites;
} dgs_wanted;

// The part of a face that holds the glyphs marked in `used`, and then the composites, which are its last glyphs;
// unhinted. In the arena.
bool dgs_text_subset(dgs_text *text, dgs_face face, const dgs_wanted *wanted, dgs_arena *arena, dgs_subset *out,
                     dgs_err *err);

// Glyphs in the whole font; 0 for a face that is not open.
size_t dgs_text_glyphs(const dgs_text *text, dgs_face face);

const char *dgs_text_library(void); // "HarfBuzz 6.0.0"
#endif
