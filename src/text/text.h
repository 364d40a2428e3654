// Fonts, shaping and subsetting (HarfBuzz). Knows nothing of pages, documents or PDF.
#ifndef DGS_TEXT_TEXT_H
#define DGS_TEXT_TEXT_H
#include <stdint.h>

#include "base/err.h"
#include "base/keyed.h"
#include "base/str.h"

// The bundled family is Source Sans 3, which has Latin, Greek and Cyrillic; the face of titles and numerals is Fraunces
// SemiBold, which has Latin letters alone. The other scripts have a face each, of one weight, from Noto Sans. 1,000
// units an em in every face.
typedef enum dgs_face {
    DGS_FACE_REGULAR,
    DGS_FACE_SEMIBOLD,
    DGS_FACE_BOLD,
    DGS_FACE_DISPLAY,
    DGS_FACE_THAI, // the first one of another script; they are opened when a text needs them
    DGS_FACE_LAO,
    DGS_FACE_KHMER,
    DGS_FACE_MYANMAR,
    DGS_FACE_DEVANAGARI,
    DGS_FACE_BENGALI,
    DGS_FACE_GURMUKHI,
    DGS_FACE_GUJARATI,
    DGS_FACE_ORIYA,
    DGS_FACE_TAMIL,
    DGS_FACE_TELUGU,
    DGS_FACE_KANNADA,
    DGS_FACE_MALAYALAM,
    DGS_FACE_SINHALA,
    DGS_FACE_HEBREW,
    DGS_FACE_ARABIC,
    DGS_FACE_THAANA,
    DGS_FACE_ARMENIAN,
    DGS_FACE_GEORGIAN,
    DGS_FACE_ETHIOPIC,
    DGS_FACE_SIGNS,
    DGS_FACE_MORE_SIGNS,
    DGS_FACE_HAN_SC, // the first one of the data file
    DGS_FACE_HAN_TC,
    DGS_FACE_HAN_JP,
    DGS_FACE_HAN_KR
} dgs_face;
enum {
    DGS_FACES_USUAL = DGS_FACE_BOLD + 1, // of the first ones: open from the start; the others by dgs_text_open()
    DGS_FACES_FAMILY = DGS_FACE_THAI,
    DGS_FACES = DGS_FACE_HAN_KR + 1,
    DGS_UNITS_PER_EM = 1000
};

// Whether it is of the family; else it is another script's.
static inline bool dgs_face_family(dgs_face face)
{
    return face < DGS_FACE_THAI;
}

// All lengths in font units (1/1000 em), y up.
typedef struct dgs_face_metrics {
    const char *postscript_name; // "SourceSans3-Regular"
    int ascent, descent;         // hhea; the descent is negative
    int cap_height, x_height;    // OS/2
    int weight;                  // OS/2 usWeightClass
    int bbox[4];                 // head: xMin yMin xMax yMax
} dgs_face_metrics;

// In the order of the text, also where it runs from right to left: the glyphs of one cluster from left to right, and
// clusters as they are read.
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
    int32_t advance;  // sum of the glyphs' advances
    int16_t up, down; // how far its ink goes above and below the baseline; 0 of the family, whose lines have the room
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
    dgs_str cjk; // the data file of Chinese, Japanese and Korean faces, for as long as the fonts are open; or nothing
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

// The size of a face next to the family's, whose letters are smaller by so much.
double dgs_text_scale(dgs_face face);

// How wide the outline is that makes words in a face of one weight bold, in ems of its own size: thinner where letters
// have many strokes, or vowel signs on them, whose white would be filled.
double dgs_text_outline(dgs_face face, dgs_str utf8);

typedef struct dgs_stretch { // neighbors that one face sets in one direction
    size_t end;              // the byte after it, counted from the first piece on
    dgs_face face;           // DGS_FACE_REGULAR for any of the family
    dgs_face script;         // the face of the letters that it belongs to: signs of the family may be in a Hebrew word
    uint8_t level;           // of UAX 9: odd ones run from right to left
    uint8_t base;            // the level of its paragraph
} dgs_stretch;

typedef struct dgs_stretches {
    const dgs_stretch *of;
    size_t n;
} dgs_stretches;

typedef struct dgs_piece { // of a text
    dgs_str text;
    bool apart; // a value that was put into a sentence: it is set as if it stood alone, and moves nothing around it
} dgs_piece;

// Whether it is all of the family and from left to right, so that it needs no stretches. Quick; "no" says little.
bool dgs_text_simple(dgs_str utf8);

// Parts a paragraph by faces and directions, and opens those faces. A character that no face has goes to the family,
// which dgs_text_has() then denies. "\n" ends a paragraph in the order of its parts. In the arena.
bool dgs_text_stretches(dgs_text *text, const dgs_piece *pieces, size_t npieces, dgs_arena *arena, dgs_stretches *out,
                        dgs_err *err);

// Whether the face of a stretch has a character that is in it; `stretch` is NULL for the family. Joiners and their
// like, which have no glyph, pass in other scripts.
bool dgs_text_stretch_has(const dgs_text *text, const dgs_stretch *stretch, uint32_t code_point);

// Whether any face has it, or would where the data file is installed. Opens faces until one has.
bool dgs_text_anywhere(dgs_text *text, uint32_t code_point);

// The language of names (BCP 47) until it is set again; NULL: it is not known. It says which forms Han characters have,
// and single letters of some scripts.
void dgs_text_speak(dgs_text *text, const char *language);

// Whether Chinese characters were parted since then whose forms depend on a language that nobody said.
bool dgs_text_guessed(const dgs_text *text);

// The language of what a face of another script sets: what the practice said, or else what the script tells ("th",
// "und-Arab"). Nobody frees it.
const char *dgs_text_language(const dgs_text *text, dgs_face face);

// Whether a script has a face here that is not there because the data file is missing.
bool dgs_text_lacks_data(const dgs_text *text, uint32_t code_point);
extern const char dgs_text_install[]; // what is to be done then, for the end of a sentence

// Whether this is the data file of this version: by its size and head, and where `sums`, by the sums at its end. What
// is used of it is held against them then.
bool dgs_text_data(dgs_str file, bool sums);
extern const char dgs_text_other_data[]; // what is said of another file, after its name
enum { DGS_TEXT_DATA_SIZE = 28793664 };  // its bytes

// Hands over the data file, which stays the caller's, and as it is for as long as the fonts are open. Only where none
// was there.
void dgs_text_give(dgs_text *text, dgs_str data);

// Shapes a part of a stretch. As dgs_text_shape(), with the face that the stretch names, or `face` for the family.
bool dgs_text_shape_stretch(dgs_text *text, const dgs_stretch *stretch, dgs_face face, dgs_str utf8, dgs_word *out,
                            dgs_err *err);

// The order in which runs of these levels stand from left to right (UAX 9, rule L2): order[i] is the index of the i-th.
void dgs_text_order(const uint8_t *levels, size_t n, size_t *order);

// Whether a line may end between two characters without a space between them: of Chinese and Japanese.
bool dgs_text_may_end(uint32_t before, uint32_t after);

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

enum { DGS_TYPING_FIRST = 32, DGS_TYPING_CODES = 256 - DGS_TYPING_FIRST };
typedef struct dgs_typing {       // what viewers type with: a simple font (ISO 32000-1, 9.6.3) in WinAnsiEncoding
    dgs_str file;                 // a TrueType file with the tables of a subset and a cmap
    int widths[DGS_TYPING_CODES]; // by code, from DGS_TYPING_FIRST on; 1/1000 em
} dgs_typing;

// Makes it of the family's usual face: all that the encoding can say. *out is in the arena.
bool dgs_text_typing(dgs_text *text, dgs_arena *arena, dgs_typing *out, dgs_err *err);

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
