#include "qr/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/arena.h"

static bool copy_modules(const QRcode *code, dgs_qr_level level, dgs_arena *arena, dgs_qr *out, dgs_err *err)
{
    size_t side = (size_t)code->width, n = side * side;
    uint8_t *modules = dgs_arena_alloc(arena, n);
    if (modules == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < n; i++)
        modules[i] = code->data[i] & 1; // the other bits tell what part of the code it is
    *out = (dgs_qr){side, modules, level};
    return true;
}

// Version 0 asks for the smallest. The library may set digits and capitals in their shorter modes, which a reader turns
// back into the same bytes; "case sensitive" keeps it from making capitals of small letters for that.
static bool make(const char *text, dgs_qr_level level, size_t most, dgs_arena *arena, dgs_qr *out, dgs_err *err)
{
    QRcode *code = QRcode_encodeString(text, 0, level == DGS_QR_LOW ? QR_ECLEVEL_L : QR_ECLEVEL_M, QR_MODE_8, 1);
    if (code == NULL)
        return errno == ENOMEM ? dgs_fail_memory(err) : true;
    bool ok = (size_t)code->width > most || copy_modules(code, level, arena, out, err);
    QRcode_free(code);
    return ok;
}

bool dgs_qr_make(dgs_str text, size_t most, dgs_arena *arena, dgs_qr *out, dgs_err *err)
{
    *out = (dgs_qr){0};
    if (text.n == 0 || memchr(text.p, '\0', text.n) != NULL)
        return dgs_fail(err, DGS_ERR_DATA, "an empty text cannot be a QR code: give an address");
    const char *copy = dgs_str_copy(arena, text);
    if (copy == NULL)
        return dgs_fail_memory(err);
    if (!make(copy, DGS_QR_MEDIUM, most, arena, out, err) ||
        (out->side == 0 && !make(copy, DGS_QR_LOW, most, arena, out, err)))
        return false;
    return out->side > 0 ? true
                         : dgs_fail(err, DGS_ERR_DATA,
                                    "the address '%.60s...' is %zu bytes long, too long for a QR code that phones can "
                                    "read here: give a shorter one",
                                    copy, text.n);
}
