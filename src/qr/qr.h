// Text -> the modules of a QR code (ISO/IEC 18004). Knows nothing of practices, sizes or pages.
#ifndef DGS_QR_QR_H
#define DGS_QR_QR_H
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

// Light modules that a code needs around it, on each side, next to its own `side` (ISO/IEC 18004:2015, 6.3.8).
enum { DGS_QR_QUIET = 4 };

typedef enum dgs_qr_level { // error correction: what may be lost of the code, about
    DGS_QR_LOW,             // 7 %
    DGS_QR_MEDIUM           // 15 %
} dgs_qr_level;

typedef struct dgs_qr {
    size_t side;            // modules: 17 + 4 * version, 21 to 177
    const uint8_t *modules; // row by row from the top left, 1 = dark; without the quiet zone
    dgs_qr_level level;
} dgs_qr;

// The smallest code that says `text`, byte by byte as it is: no letter is changed to save room. The level is medium;
// where that takes more than `most` modules a side, low. In the arena. Fails with DGS_ERR_DATA where `text` is empty,
// holds a NUL or takes more modules than `most` at both levels, and with DGS_ERR_MEMORY.
bool dgs_qr_make(dgs_str text, size_t most, dgs_arena *arena, dgs_qr *out, dgs_err *err);
#endif
