#include "image/kind.h"

#include <string.h>
#include <strings.h>

static const char save_raster[] = "open it in any picture program and save it as PNG";
static const char save_photo[] = "open it in your photo program, and export it as JPEG or PNG";
static const char save_drawing[] =
    "ask your designer for the logo as SVG, or open it in a drawing program and save it as SVG";
static const char save_editor[] = "open it in the program that it comes from and export it as SVG or PNG";
static const char unpack[] = "unpack it, and use the PNG, JPEG, WebP or SVG file in it";
static const char take_original[] = "ask your designer for the logo as SVG or PNG";
static const char without_dots[] = "use the file of the same name without \"._\" before it";
static const char get_again[] = "get the logo again: open its address in a browser, and save the picture itself";

typedef struct sign {
    size_t offset;
    dgs_str magic;
    dgs_kind kind;
} sign;

// ISO base media files (ISO/IEC 14496-12) tell their kind by a brand; the last line of them is for brands to come.
static const sign signs[] = {
    {12, {"CgBI", 4}, {DGS_KIND_OTHER, "a PNG for iPhone apps, which other programs do not read", take_original}},
    {0, {"\x89PNG\r\n\x1a\n", 8}, {DGS_KIND_PNG, "a PNG picture", NULL}},
    {0, {"\xff\xd8\xff", 3}, {DGS_KIND_JPEG, "a JPEG picture", NULL}},
    {8, {"WEBP", 4}, {DGS_KIND_WEBP, "a WebP picture", NULL}},
    {0, {"GIF8", 4}, {DGS_KIND_OTHER, "a GIF picture", save_raster}},
    {4, {"ftypavi", 7}, {DGS_KIND_OTHER, "an AVIF picture", save_raster}},
    {4, {"ftyphei", 7}, {DGS_KIND_OTHER, "a HEIC picture", save_photo}},
    {4, {"ftyphev", 7}, {DGS_KIND_OTHER, "a HEIC picture", save_photo}},
    {4, {"ftypmif1", 8}, {DGS_KIND_OTHER, "a HEIC picture", save_photo}},
    {4, {"ftypmsf1", 8}, {DGS_KIND_OTHER, "a HEIC picture", save_photo}},
    {4, {"ftyp", 4}, {DGS_KIND_OTHER, "a video or a camera picture", save_photo}},
    {0, {"II*\0", 4}, {DGS_KIND_OTHER, "a TIFF picture", save_raster}},
    {0, {"MM\0*", 4}, {DGS_KIND_OTHER, "a TIFF picture", save_raster}},
    {0, {"II+\0", 4}, {DGS_KIND_OTHER, "a TIFF picture", save_raster}},
    {0, {"MM\0+", 4}, {DGS_KIND_OTHER, "a TIFF picture", save_raster}},
    {0, {"BM", 2}, {DGS_KIND_OTHER, "a BMP picture", save_raster}},
    {0, {"\0\0\1\0", 4}, {DGS_KIND_OTHER, "an icon of a website (ICO)", take_original}},
    {0, {"icns", 4}, {DGS_KIND_OTHER, "an icon of a Mac program (ICNS)", take_original}},
    {4, {"jP  \r\n\x87\n", 8}, {DGS_KIND_OTHER, "a JPEG 2000 picture", save_raster}},
    {0, {"\xff\x4f\xff\x51", 4}, {DGS_KIND_OTHER, "a JPEG 2000 picture", save_raster}},
    {4, {"JXL \r\n\x87\n", 8}, {DGS_KIND_OTHER, "a JPEG XL picture", save_raster}},
    {0, {"\xff\x0a", 2}, {DGS_KIND_OTHER, "a JPEG XL picture", save_raster}},
    {0, {"8BPS", 4}, {DGS_KIND_OTHER, "a Photoshop file", save_editor}},
    {0, {"gimp xcf", 8}, {DGS_KIND_OTHER, "a file of GIMP", save_editor}},
    {0, {"\0\xffKA", 4}, {DGS_KIND_OTHER, "an Affinity file", save_editor}},
    {0, {"fig-kiwi", 8}, {DGS_KIND_OTHER, "a Figma file", save_editor}},
    {0, {"\xd0\xcf\x11\xe0", 4}, {DGS_KIND_OTHER, "an Office document", take_original}},
    {0, {"\0\5\x16\7", 4}, {DGS_KIND_OTHER, "what a Mac keeps next to a file", without_dots}},
    {8, {"CDR", 3}, {DGS_KIND_OTHER, "a CorelDRAW file", save_editor}},
    {0, {"\xd7\xcd\xc6\x9a", 4}, {DGS_KIND_OTHER, "a Windows metafile (WMF)", save_drawing}},
    {40, {" EMF", 4}, {DGS_KIND_OTHER, "a Windows metafile (EMF)", save_drawing}},
    {0, {"%PDF", 4}, {DGS_KIND_OTHER, "a PDF file", save_drawing}},
    {0, {"%!PS", 4}, {DGS_KIND_OTHER, "an EPS drawing", save_drawing}},
    {0, {"\xc5\xd0\xd3\xc6", 4}, {DGS_KIND_OTHER, "an EPS drawing", save_drawing}},
    {0, {"\x1f\x8b", 2}, {DGS_KIND_OTHER, "a compressed file", unpack}},
    {0, {"PK\3\4", 4}, {DGS_KIND_OTHER, "a ZIP file", unpack}},
    {0, {"\xff\xfe<\0", 4}, {DGS_KIND_SVG, "an SVG drawing", NULL}},
    {0, {"\xfe\xff\0<", 4}, {DGS_KIND_SVG, "an SVG drawing", NULL}},
};

static const dgs_kind svg = {DGS_KIND_SVG, "an SVG drawing", NULL};
static const dgs_kind page = {DGS_KIND_OTHER, "a web page, not a picture", get_again};

static bool begins(dgs_str text, const char *with)
{
    size_t n = strlen(with);
    return text.n >= n && strncasecmp(text.p, with, n) == 0;
}

// What markup there may be before its first element, or before what says that it is a page.
static dgs_str after_comments(dgs_str text)
{
    text = dgs_str_trim(text);
    while (begins(text, "<!--")) {
        size_t at = 4;
        while (at + 3 <= text.n && memcmp(text.p + at, "-->", 3) != 0)
            at++;
        at = at + 3 <= text.n ? at + 3 : text.n;
        text = dgs_str_trim((dgs_str){text.p + at, text.n - at});
    }
    return text;
}

static const dgs_kind *kind_of_text(dgs_str text)
{
    static const char *const pages[] = {"<!doctype html", "<html", "<head", "<body", "<title", NULL};
    if (dgs_str_starts(text, "\xef\xbb\xbf"))
        text = (dgs_str){text.p + 3, text.n - 3};
    text = after_comments(text);
    for (size_t i = 0; pages[i] != NULL; i++)
        if (begins(text, pages[i]))
            return &page;
    return begins(text, "<") ? &svg : NULL;
}

const dgs_kind *dgs_kind_of(dgs_str bytes)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const sign *s = &signs[i];
        if (bytes.n >= s->offset + s->magic.n && memcmp(bytes.p + s->offset, s->magic.p, s->magic.n) == 0)
            return &s->kind;
    }
    return kind_of_text(bytes);
}
