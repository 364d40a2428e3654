#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "pdf/pdf.h"

enum { WHOLE_ARENA = 256 * 1024 * 1024, PATH_ROOM = 256 };

static size_t cap_of(unsigned byte)
{
    if (byte % 2 == 0)
        return WHOLE_ARENA;
    unsigned step = byte / 2; // 0 to 127: sixteen doublings in eighths
    return (size_t)(8 + step % 8) * 128 << step / 8;
}

bool fuzz_open(fuzz_input *in, const uint8_t *data, size_t n)
{
    *in = (fuzz_input){0};
    if (n < 2)
        return false;
    char *bytes = malloc(n - 2 > 0 ? n - 2 : 1);
    if (bytes == NULL)
        return false;
    memcpy(bytes, data, n - 2);
    in->bytes = (dgs_str){bytes, n - 2};
    in->choice = data[n - 2];
    in->arena = dgs_arena_new(cap_of(data[n - 1]));
    return in->arena != NULL;
}

void fuzz_close(fuzz_input *in)
{
    dgs_arena_free(in->arena);
    free((void *)in->bytes.p);
}

dgs_str fuzz_part(dgs_str *rest)
{
    const char *end = rest->n == 0 ? NULL : memchr(rest->p, FUZZ_PART_END, rest->n);
    dgs_str part = {rest->p, end == NULL ? rest->n : (size_t)(end - rest->p)};
    size_t taken = part.n + (end != NULL);
    *rest = (dgs_str){rest->p + taken, rest->n - taken};
    return part;
}

dgs_text *fuzz_text(void)
{
    static dgs_text *text;
    dgs_err err = {0};
    if (text == NULL)
        text = dgs_text_new(NULL, &err);
    if (text == NULL)
        fuzz_broken(err.message);
    return text;
}

static char folder[PATH_ROOM - 40]; // with room for a name behind it

static void remove_folder(void)
{
    (void)rmdir(folder);
}

const char *fuzz_folder(void)
{
    if (folder[0] != '\0')
        return folder;
    const char *tmp = getenv("TMPDIR");
    (void)snprintf(folder, sizeof folder, "%s/dgs-fuzz-XXXXXX", tmp == NULL ? "/tmp" : tmp);
    if (mkdtemp(folder) == NULL)
        fuzz_broken("there is no folder for temporary files");
    (void)atexit(remove_folder);
    return folder;
}

const char *fuzz_put(const char *name, dgs_str bytes)
{
    static char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
    FILE *f = fopen(path, "wb");
    if (f == NULL || (bytes.n > 0 && fwrite(bytes.p, 1, bytes.n, f) != bytes.n) || fclose(f) != 0)
        fuzz_broken("a temporary file cannot be written");
    return path;
}

void fuzz_remove(const char *name)
{
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
    (void)unlink(path);
}

_Noreturn void fuzz_broken(const char *what)
{
    fprintf(stderr, "broken: %s\n", what);
    abort();
}

void fuzz_check(bool ok, const dgs_err *err)
{
    if (ok != (err->kind == DGS_OK))
        fuzz_broken(ok ? "a call succeeds with an error" : "a call fails without an error");
    if (ok)
        return;
    dgs_str message = {err->message, strnlen(err->message, sizeof err->message)};
    bool known = err->kind == DGS_ERR_USAGE || err->kind == DGS_ERR_DATA || err->kind == DGS_ERR_NOINPUT ||
                 err->kind == DGS_ERR_MEMORY;
    if (!known || message.n == 0 || message.n == sizeof err->message || dgs_utf8_check(message) < message.n)
        fuzz_broken(err->message);
    for (size_t i = 0; i < message.n; i++)
        if ((unsigned char)message.p[i] < 0x20 || message.p[i] == 0x7f)
            fuzz_broken("a message has control characters");
}

bool fuzz_ended(const fuzz_input *in, const dgs_err *err)
{
    dgs_err full = {.kind = DGS_ERR_MEMORY};
    (void)dgs_arena_explain(in->arena, &full);
    return err->kind == DGS_ERR_MEMORY || (err->kind == DGS_ERR_DATA && full.kind == DGS_ERR_DATA);
}

void fuzz_places(const dgs_pages *pages)
{
    const double blank = 10; // points
    for (size_t i = 0; i < pages->npages; i++)
        for (size_t k = 0; k < pages->pages[i].nboxes; k++) {
            const dgs_box *box = &pages->pages[i].boxes[k];
            dgs_rect r = box->rect;
            bool on = r.x > 0 && r.y > 0 && r.x + r.w < pages->width && r.y + r.h < pages->height;
            for (size_t n = 0; n < box->nruns; n++)
                on = on && box->runs[n].x > 0 && box->runs[n].x + box->runs[n].width < pages->width + blank;
            if (on || box->kind == DGS_BOX_FILL || box->kind == DGS_BOX_RULE)
                continue;
            fprintf(stderr, "page %zu, a box of kind %d at %g, %g: %g x %g points\n", i + 1, (int)box->kind, r.x, r.y,
                    r.w, r.h);
            fuzz_broken("something is placed beyond the paper");
        }
}

void fuzz_paint(const dgs_picture *picture, dgs_arena *arena)
{
    enum { WIDTH = 612, HEIGHT = 792, SIDE = 300 };
    dgs_node root = {.kind = DGS_NODE_DOC}, part = {.kind = DGS_NODE_PART, .parent = &root, .index = 1};
    dgs_node figure = {.kind = DGS_NODE_FIGURE, .parent = &part, .index = 2, .picture = picture, .alt = "A picture"};
    root.first = root.last = &part;
    part.first = part.last = &figure;
    dgs_doc doc = {.root = &root,
                   .unprinted = &root,
                   .about = {.title = "A picture", .subject = "", .language = "en", .page_of = "", .imprint = ""},
                   .count = 3};
    double aspect = dgs_picture_aspect(picture);
    dgs_box box = {.kind = picture->kind == DGS_PICTURE_ART ? DGS_BOX_ART : DGS_BOX_PICTURE,
                   .rect = {72, 72, aspect < 1 ? SIDE * aspect : SIDE, aspect < 1 ? SIDE : SIDE / aspect},
                   .node = &figure,
                   .art = picture->art,
                   .raster = picture->raster};
    dgs_page page = {.boxes = &box, .nboxes = 1};
    const int on[] = {0, 0, 0};
    const double top[] = {72, 72, 72};
    dgs_pages pages = {.width = WIDTH, .height = HEIGHT, .pages = &page, .npages = 1, .node_page = on, .node_top = top};
    dgs_pdf_options options = {.producer = "dgs-pdf fuzz"};
    const dgs_pdf_input in = {&pages, &doc, fuzz_text(), &options};
    dgs_str pdf;
    dgs_err err = {0};
    bool ok = dgs_pdf_write(&in, arena, &pdf, &err);
    fuzz_check(ok, &err);
    if (!ok && err.kind != DGS_ERR_MEMORY)
        fuzz_broken(err.message);
    if (ok)
        fuzz_keep(pdf);
}

bool fuzz_keeps(void)
{
    return getenv("DGS_FUZZ_OUT") != NULL;
}

void fuzz_keep(dgs_str pdf)
{
    const char *out = getenv("DGS_FUZZ_OUT");
    if (out == NULL)
        return;
    uint64_t hash = 14695981039346656037u; // FNV-1a
    for (size_t i = 0; i < pdf.n; i++)
        hash = (hash ^ (unsigned char)pdf.p[i]) * 1099511628211u;
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/%016llx.pdf", out, (unsigned long long)hash);
    FILE *f = fopen(path, "wb");
    if (f == NULL || fwrite(pdf.p, 1, pdf.n, f) != pdf.n || fclose(f) != 0)
        fuzz_broken("a PDF cannot be written");
}
