#include "pdf/deflate.h"

#include <stdlib.h>
#define ZLIB_CONST // next_in may be read-only
#include <zlib.h>

struct dgs_deflater {
    z_stream z;
    unsigned char chunk[16384]; // what zlib writes, before it goes on
};

dgs_deflater *dgs_deflater_new(int level)
{
    dgs_deflater *deflater = calloc(1, sizeof *deflater);
    if (deflater == NULL || deflateInit(&deflater->z, level) == Z_OK)
        return deflater;
    free(deflater);
    return NULL;
}

void dgs_deflater_free(dgs_deflater *deflater)
{
    if (deflater == NULL)
        return;
    (void)deflateEnd(&deflater->z); // reports only that a stream was left unfinished
    free(deflater);
}

// Feeds what zlib can count in one go (its lengths have 32 bits).
static bool add_piece(dgs_deflater *deflater, dgs_str piece, bool last, dgs_buf *out)
{
    z_stream *z = &deflater->z;
    z->next_in = (const unsigned char *)piece.p;
    z->avail_in = (uInt)piece.n;
    int status;
    do {
        z->next_out = deflater->chunk;
        z->avail_out = sizeof deflater->chunk;
        status = deflate(z, last ? Z_FINISH : Z_NO_FLUSH);
        if (status == Z_STREAM_ERROR)
            return false;
        dgs_buf_add(out, deflater->chunk, sizeof deflater->chunk - z->avail_out);
    } while (z->avail_out == 0 && !out->failed);
    return !out->failed && (!last || status == Z_STREAM_END);
}

bool dgs_deflater_add(dgs_deflater *deflater, dgs_str bytes, bool last, dgs_buf *out)
{
    enum { PIECE = 1 << 30 };
    for (; bytes.n > PIECE; bytes.p += PIECE, bytes.n -= PIECE)
        if (!add_piece(deflater, (dgs_str){bytes.p, PIECE}, false, out))
            return false;
    return add_piece(deflater, bytes, last, out) && (!last || deflateReset(&deflater->z) == Z_OK);
}
