// The data file of Chinese, Japanese and Korean faces is known to the program by the SHA-256 of the sums at its end,
// one for each block of its bytes. So only what a name needs of 29 MB is read and held against them. Private to this
// room.
#ifndef DGS_TEXT_SEAL_H
#define DGS_TEXT_SEAL_H
#include <hb.h>

#include "base/str.h"
#include "text/text.h"

enum {
    DGS_SEAL_BLOCK = 16 * 1024,
    DGS_SEAL_SUM = 32,
    DGS_SEAL_BLOCKS = DGS_TEXT_DATA_SIZE / (DGS_SEAL_BLOCK + DGS_SEAL_SUM)
};

typedef struct dgs_seal { // zeroed: nothing of the file was looked at yet
    bool sums;
    bool damaged; // something that was asked for is not sound
    bool sound[DGS_SEAL_BLOCKS];
} dgs_seal;

// Whether the sums are those that the program knows. The file has to have DGS_TEXT_DATA_SIZE bytes.
bool dgs_seal_sums(dgs_str file);

// Whether all of a face, which is those bytes of the file, is sound but for its glyphs' outlines: to be asked before it
// is used for more than its tables' places.
bool dgs_seal_face(dgs_seal *seal, dgs_str file, dgs_str bytes, hb_face_t *face);

// Whether the outline of a glyph of such a face is, with those of the glyphs that it is put together from.
bool dgs_seal_glyph(dgs_seal *seal, dgs_str file, hb_face_t *face, hb_codepoint_t gid);
#endif
