// Rooms that a page has no use for: other processes, the sandbox of a system, lists of practices and printers. The
// browser is the sandbox.
#include <stdio.h>

#include "command/inner.h"
#include "convert/convert.h"
#include "sandbox/sandbox.h"

static bool fail_absent(const char *what, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_USAGE, "%s: this command is not in the page: use the program dgs-pdf", what);
}

bool dgs_command_batch(dgs_process *p, dgs_err *err)
{
    (void)p;
    return fail_absent("batch", err);
}

bool dgs_command_manifest(dgs_process *p, dgs_err *err)
{
    (void)p;
    return fail_absent("manifest", err);
}

bool dgs_command_print(dgs_process *p, dgs_err *err)
{
    (void)p;
    return fail_absent("print", err);
}

bool dgs_command_printers(dgs_process *p, dgs_err *err)
{
    (void)p;
    return fail_absent("printers", err);
}

bool dgs_sandbox_begin(const dgs_bounds *bounds, dgs_place *place, dgs_err *err)
{
    (void)err;
    if (bounds->output != NULL)
        dgs_place_find(-1, bounds->output, place);
    return true;
}

bool dgs_sandbox_compose(const dgs_bounds *bounds, const dgs_place *place, const char *logo, dgs_err *err)
{
    (void)bounds, (void)place, (void)logo, (void)err;
    return true;
}

const char *dgs_sandbox_kinds(char text[DGS_SANDBOX_KINDS])
{
    (void)snprintf(text, DGS_SANDBOX_KINDS, "WebAssembly");
    return text;
}

static bool is_ready(void *ctx)
{
    (void)ctx;
    return false;
}

static bool draw(void *ctx, const dgs_drawing *drawing, dgs_arena *arena, dgs_str *png, dgs_err *err)
{
    (void)ctx, (void)arena, (void)png;
    return dgs_fail(err, DGS_ERR_DATA, "%s: it cannot be drawn here: save the logo as PNG and use that file",
                    drawing->name);
}

// The program's own words, so that the page's host sees by the same sentence that a drawing is wanted; it draws the
// logo itself then, and begins again with a PNG.
const dgs_drawer dgs_convert_drawer = {NULL, is_ready,
                                       "install rsvg-convert (Debian: librsvg2-bin), which can draw all of SVG", draw};
