#include <setjmp.h>
#include <stdio.h>
#include <string.h>
// jpeglib.h needs stdio.h before it
#include <jerror.h>
#include <jpeglib.h>

#include "image/icc.h"
#include "image/image.h"
#include "image/jpeg.h"
#include "image/looks.h"
#include "image/trim.h"

enum { INKS = 4 };

// The work on one file; libjpeg's callbacks see it by its first member.
typedef struct reader {
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct jpeg;
    jmp_buf out_of_libjpeg;
    char reason[JMSG_LENGTH_MAX];
    bool no_memory, too_large;
    const dgs_jpeg_file *file;
    dgs_raster *out;
    uint8_t *row, *samples; // one row as libjpeg gives it; all rows as gray or RGB, or NULL
    const dgs_icc *icc;     // makes sRGB of a row; NULL = its colors are taken as they are
    unsigned part;          // pixels are read at 1/part of the file's size
    dgs_trim trim;
} reader;

static _Noreturn void on_error(j_common_ptr jpeg)
{
    reader *r = (reader *)jpeg->err;
    r->no_memory = jpeg->err->msg_code == JERR_OUT_OF_MEMORY;
    r->too_large = jpeg->err->msg_code == JERR_NO_BACKING_STORE; // max_memory_to_use is reached
    jpeg->err->format_message(jpeg, r->reason);
    longjmp(r->out_of_libjpeg, 1);
}

// Below 0 it is a warning: the data is corrupt, and libjpeg would make something up.
static void on_message(j_common_ptr jpeg, int level)
{
    if (level < 0)
        on_error(jpeg);
}

static void to_rgb(const reader *r, const uint8_t *cmyk, uint8_t *rgb)
{
    for (uint32_t x = 0; x < r->out->w; x++, cmyk += INKS, rgb += 3) {
        unsigned paper[INKS]; // 255 = none of that ink
        for (int i = 0; i < INKS; i++)
            paper[i] = r->file->inverted ? cmyk[i] : 255u - cmyk[i];
        for (int i = 0; i < 3; i++)
            rgb[i] = (uint8_t)((paper[i] * paper[3] + 127) / 255);
    }
}

static void read_rows(reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    while (jpeg->output_scanline < jpeg->output_height) {
        uint32_t y = jpeg->output_scanline;
        JSAMPROW row = r->row;
        (void)jpeg_read_scanlines(jpeg, &row, 1);
        if (r->samples == NULL) {
            dgs_trim_row(&r->trim, r->row, y);
            continue;
        }
        uint8_t *to = r->samples + (size_t)y * r->out->w * r->out->channels;
        if (r->icc != NULL)
            dgs_icc_convert(r->icc, r->row, to, r->out->w);
        else if (r->file->components == INKS)
            to_rgb(r, r->row, to);
        else
            memcpy(to, r->row, (size_t)r->out->w * r->out->channels);
    }
}

static void read_picture(reader *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    static const J_COLOR_SPACE spaces[] = {[1] = JCS_GRAYSCALE, [3] = JCS_RGB, [INKS] = JCS_CMYK};
    jpeg->mem->max_memory_to_use = DGS_JPEG_MEMORY_MAX;
    jpeg_mem_src(jpeg, (const unsigned char *)r->file->clean.p, r->file->clean.n);
    (void)jpeg_read_header(jpeg, TRUE);
    jpeg->out_color_space = spaces[r->file->components];
    jpeg->do_block_smoothing = FALSE;
    jpeg->scale_denom = r->part > 1 ? r->part : 1;
    (void)jpeg_start_decompress(jpeg);
    read_rows(r);
    (void)jpeg_finish_decompress(jpeg);
}

// The only function that libjpeg may jump back to; whatever happens, its memory is freed here.
static bool decode(reader *r)
{
    r->jpeg.err = jpeg_std_error(&r->errors);
    r->errors.error_exit = on_error;
    r->errors.emit_message = on_message;
    volatile bool ok = false;
    if (setjmp(r->out_of_libjpeg) == 0) {
        jpeg_create_decompress(&r->jpeg);
        read_picture(r);
        ok = true;
    }
    jpeg_destroy_decompress(&r->jpeg);
    return ok;
}

static bool fail(const reader *r, const char *name, dgs_err *err)
{
    if (r->no_memory)
        return dgs_fail_memory(err);
    if (r->too_large)
        return dgs_fail(
            err, DGS_ERR_DATA,
            "%s: the progressive JPEG takes more than %d MB to unpack: save it as an ordinary JPEG, or with "
            "fewer pixels",
            name, DGS_JPEG_MEMORY_MAX / DGS_MB);
    return dgs_jpeg_damaged(name, r->reason, err);
}

// What is kept as plain rows costs its pixels in the PDF; so such a picture is read at half its size or less, where it
// keeps enough of them.
static unsigned part_of(const dgs_jpeg_file *file)
{
    enum { ENOUGH = 1600, LEAST = 8 }; // pixels of the longer side: 227 an inch over the widest page of 7 inches
    uint32_t longer = file->w > file->h ? file->w : file->h;
    unsigned part = 1;
    while (part < LEAST && longer / (2 * part) >= ENOUGH)
        part *= 2;
    return part;
}

static bool read_plain(reader *r, dgs_arena *arena, const char *name, dgs_err *err)
{
    dgs_raster *out = r->out;
    if (r->icc != NULL) {
        r->part = part_of(r->file);
        out->w = (out->w + r->part - 1) / r->part;
        out->h = (out->h + r->part - 1) / r->part;
        out->dpi_x /= r->part;
        out->dpi_y /= r->part;
    }
    r->samples = dgs_arena_array(arena, (size_t)out->w * out->h, out->channels);
    if (r->samples == NULL)
        return dgs_fail_memory(err);
    if (!decode(r))
        return fail(r, name, err);
    out->encoding = DGS_PIXELS_PLAIN;
    out->samples = (dgs_str){(const char *)r->samples, (size_t)out->w * out->h * out->channels};
    dgs_trim_find(out);
    return true;
}

static bool read_kept(reader *r, const char *name, dgs_err *err)
{
    dgs_trim_color(&r->trim, r->out);
    if (!decode(r))
        return fail(r, name, err);
    r->out->visible = dgs_trim_end(&r->trim);
    return true;
}

static bool read_managed(dgs_arena *arena, const char *name, const dgs_jpeg_file *file, dgs_raster *out, dgs_err *err)
{
    const dgs_icc_said said = {.profile = file->profile};
    const dgs_icc_layout layout = {.inks = file->components, .inverted = file->inverted};
    dgs_icc *icc = NULL;
    dgs_icc_verdict verdict = DGS_ICC_SRGB;
    if (file->profile.n > 0)
        verdict = dgs_icc_new(&said, layout, &icc);
    if (verdict == DGS_ICC_MEMORY)
        return dgs_fail_memory(err);
    if (file->damaged || verdict == DGS_ICC_DAMAGED)
        out->remark = dgs_icc_remark;
    reader r = {.file = file, .out = out, .icc = icc, .row = dgs_arena_array(arena, file->w, file->components)};
    bool ok = r.row == NULL                             ? dgs_fail_memory(err)
              : file->components == INKS || icc != NULL ? read_plain(&r, arena, name, err)
                                                        : read_kept(&r, name, err);
    dgs_icc_free(icc);
    return ok;
}

bool dgs_jpeg_looks(dgs_arena *arena, dgs_str bytes, dgs_looks *out, dgs_err *err)
{
    dgs_jpeg_file file;
    dgs_err unread = {0};
    dgs_icc *icc = NULL;
    *out = DGS_LOOKS_PLAIN;
    if (!dgs_jpeg_scan(arena, "", bytes, &file, &unread))
        return unread.kind != DGS_ERR_MEMORY || dgs_fail_memory(err);
    if (file.orientation > 1)
        *out = DGS_LOOKS_TURNED;
    if (*out != DGS_LOOKS_PLAIN || file.profile.n == 0)
        return true;
    const dgs_icc_said said = {.profile = file.profile};
    const dgs_icc_layout layout = {.inks = file.components, .inverted = file.inverted};
    const dgs_icc_verdict verdict = dgs_icc_new(&said, layout, &icc);
    dgs_icc_free(icc);
    if (verdict == DGS_ICC_OTHER)
        *out = DGS_LOOKS_OTHER;
    return verdict != DGS_ICC_MEMORY || dgs_fail_memory(err);
}

bool dgs_jpeg_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err)
{
    dgs_jpeg_file file;
    if (!dgs_jpeg_scan(arena, name, bytes, &file, err))
        return false;
    *out = (dgs_raster){.w = file.w,
                        .h = file.h,
                        .channels = file.components == 1 ? 1 : 3,
                        .orientation = file.orientation,
                        .dpi_x = file.dpi_x,
                        .dpi_y = file.dpi_y,
                        .encoding = DGS_PIXELS_JPEG,
                        .samples = file.clean};
    return read_managed(arena, name, &file, out, err);
}

bool dgs_jpeg_decode(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out, dgs_err *err)
{
    const dgs_jpeg_file file = {.w = raster->w, .h = raster->h, .components = 3, .clean = raster->samples};
    size_t pixels = (size_t)raster->w * raster->h;
    *out = *raster;
    reader r = {.file = &file, .out = out};
    r.row = dgs_arena_array(arena, raster->w, 3);
    r.samples = dgs_arena_array(arena, pixels, 3);
    if (r.row == NULL || r.samples == NULL)
        return dgs_fail_memory(err);
    if (!decode(&r))
        return fail(&r, "a picture", err);
    out->encoding = DGS_PIXELS_PLAIN;
    out->samples = (dgs_str){(const char *)r.samples, 3 * pixels};
    return true;
}
