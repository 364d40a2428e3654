// SVG texts against their outlines and painting, and what must be refused.
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/color.h"
#include "image/image.h"
#include "image/svg.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    arena = dgs_arena_new(64 * 1024 * 1024);
    ck_assert_ptr_nonnull(arena);
    err = (dgs_err){0};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

#define SVG(body) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">" body "</svg>"
#define PATH(d) SVG("<path d=\"" d "\"/>")

// The text of an SVG body's paths: "M1 2 L3 4 Z | ..."; points rounded to thousandths.
static const char *outline(const dgs_art *art)
{
    static const size_t needs[] = {1, 1, 3, 0};
    dgs_buf out = {.arena = arena};
    for (size_t i = 0; i < art->npaths; i++) {
        const float *v = art->paths[i].points;
        for (size_t k = 0; k < art->paths[i].nops; k++) {
            dgs_buf_addf(&out, "%s%c", k > 0 ? " " : i > 0 ? " | " : "", "MLCZ"[art->paths[i].ops[k]]);
            for (size_t n = 0; n < 2 * needs[art->paths[i].ops[k]]; n++) {
                dgs_buf_adds(&out, n > 0 ? " " : "");
                dgs_buf_addnum(&out, (double)*v++);
            }
        }
    }
    return out.p;
}

static bool parse_svg(const char *text, dgs_art *art)
{
    err = (dgs_err){0};
    return dgs_svg_parse(arena, "a.svg", dgs_str_of(text), art, &err);
}

static const struct {
    const char *svg, *outline;
} outlines[] = {
    {PATH("M1 2 3 4L5,6"), "M1 2 L3 4 L5 6"},
    {PATH("m1 2 3 4l5-6"), "M1 2 L4 6 L9 0"},
    {PATH("M1.5.5-.5+2L1e1 2E-1"), "M1.5 0.5 L-0.5 2 L10 0.2"},
    {PATH("M1 1H5 6V7h-1v-2"), "M1 1 L5 1 L6 1 L6 7 L5 7 L5 5"},
    {PATH("M0 0L4 0 4 4zL1 1z"), "M0 0 L4 0 L4 4 Z M0 0 L1 1 Z"},
    {PATH("M2 2l1 0zm1 1h1z"), "M2 2 L3 2 Z M3 3 L4 3 Z"},
    {PATH("M1 1M2 2L3 3M4 4"), "M2 2 L3 3"},
    {PATH("M1 1z"), "M1 1 Z"},
    {PATH("M0 0C1 2 3 4 5 6S9 8 7 6"), "M0 0 C1 2 3 4 5 6 C7 8 9 8 7 6"},
    {PATH("M1 1c1 2 3 4 5 6s2 2 2 0"), "M1 1 C2 3 4 5 6 7 C8 9 8 9 8 7"},
    {PATH("M1 1S3 3 5 5"), "M1 1 C1 1 3 3 5 5"},
    {PATH("M0 0Q3 3 6 0T12 0"), "M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0"},
    {PATH("M0 0q3 3 6 0t6 0"), "M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0"},
    {PATH("M0 0T3 3"), "M0 0 C0 0 1 1 3 3"},
    {PATH("M0 0A0 5 0 0 1 3 3"), "M0 0 L3 3"},
    {PATH("M0 0L1 1A5 5 0 0 1 1 1"), "M0 0 L1 1"},
    {PATH("M1 0A1 1 0 01 0 1"), "M1 0 C1 0.552 0.552 1 0 1"},
    {PATH("M1 0a1 1 0 0 1-1 1"), "M1 0 C1 0.552 0.552 1 0 1"},
    {SVG("<rect width='4' height='3'/>"), "M0 0 L4 0 L4 3 L0 3 Z"},
    {SVG("<rect x='1' y='2' width='4' height='3' rx='0'/>"), "M1 2 L5 2 L5 5 L1 5 Z"},
    {SVG("<rect width='4' height='4' rx='9'/>"),
     "M2 0 L2 0 C3.105 0 4 0.895 4 2 L4 2 C4 3.105 3.105 4 2 4 L2 4 C0.895 4 0 3.105 0 2 L0 2 C0 0.895 0.895 0 2 0 Z"},
    {SVG("<circle cx='2' cy='2' r='1'/>"),
     "M3 2 C3 2.552 2.552 3 2 3 C1.448 3 1 2.552 1 2 C1 1.448 1.448 1 2 1 C2.552 1 3 1.448 3 2 Z"},
    {SVG("<ellipse rx='2' ry='1'/>"),
     "M2 0 C2 0.552 1.105 1 0 1 C-1.105 1 -2 0.552 -2 0 C-2 -0.552 -1.105 -1 0 -1 C1.105 -1 2 -0.552 2 0 Z"},
    {SVG("<line x1='1' x2='3' y2='4' stroke='black'/>"), "M1 0 L3 4"},
    {SVG("<polyline points='1,2 3 4,5-6'/>"), "M1 2 L3 4 L5 -6"},
    {SVG("<polygon points=' 1 2 3 4 5 6 '/>"), "M1 2 L3 4 L5 6 Z"},
    {SVG("<title>T &amp; <!-- c --></title><desc>D</desc><path d='M0 0h1'><title>x</title></path>"), "M0 0 L1 0"},
    {SVG("<path d='M1 2h1' transform='translate(10)'/>"), "M11 2 L12 2"},
    {SVG("<path d='M1 2h1' transform='translate(10,-1)'/>"), "M11 1 L12 1"},
    {SVG("<path d='M1 2h1' transform='scale(2)'/>"), "M2 4 L4 4"},
    {SVG("<path d='M1 2h1' transform='scale(2 -1)'/>"), "M2 -2 L4 -2"},
    {SVG("<path d='M1 2h1' transform='rotate(90)'/>"), "M-2 1 L-2 2"},
    {SVG("<path d='M1 2h1' transform='rotate(180 1 1)'/>"), "M1 0 L0 0"},
    {SVG("<path d='M1 2h1' transform='skewX(45)'/>"), "M3 2 L4 2"},
    {SVG("<path d='M1 2h1' transform='skewY(45)'/>"), "M1 3 L2 4"},
    {SVG("<path d='M1 2h1' transform='matrix(1 2 3 4 5 6)'/>"), "M12 16 L13 18"},
    {SVG("<path d='M1 2h1' transform=' translate (1 1) , scale(2)rotate( 90 )'/>"), "M-3 3 L-3 5"},
    {SVG("<g transform='scale(2)'><g transform='translate(1)'><path d='M0 0h1'/></g><path d='M0 0h1'/></g>"),
     "M2 0 L4 0 | M0 0 L2 0"},
    {SVG("<path d='M0 0h1'/><rect width='0' height='1'/><circle r='0'/><path d=''/><path d='M1 1'/>"
         "<path fill='none' d='M1 1h1'/><line x2='5'/><g fill='none' stroke='#123' stroke-width='0'>"
         "<path d='M5 5h5'/></g><polyline points=''/><path d='M2 2v1'/>"),
     "M0 0 L1 0 | M2 2 L2 3"},
    // what drawing programs add
    {"<svg xmlns='http://www.w3.org/2000/svg' xmlns:svg='http://www.w3.org/2000/svg' version='1.1' "
     "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:inkscape='urn:i' xmlns:sodipodi='urn:s' viewBox='0 0 9 9' "
     "width='9mm' x='0px' baseProfile='full' preserveAspectRatio='xMidYMid' inkscape:version='1' class='a' data-b='c'>"
     "<sodipodi:namedview id='n'><inkscape:grid/><path d='M7 7h1'/></sodipodi:namedview>"
     "<metadata>words <rdf:RDF xmlns:rdf='r'><dc:title xmlns:dc='d'>T</dc:title></rdf:RDF></metadata>"
     "<defs><linearGradient id='a'><stop offset='0'/></linearGradient><text>unused</text></defs>"
     "<g inkscape:label='L' role='img' aria-label='b' style='fill:#123;fill-opacity:1;-inkscape-font:x;font-size:9px;"
     "paint-order:normal;stroke-dashoffset:0' opacity='1' xlink:href='#b'><path d='M1 1h1' "
     "display='inline'/></g></svg>",
     "M1 1 L2 1"},
};

START_TEST(svg_outline)
{
    dgs_art art;
    ck_assert_msg(parse_svg(outlines[_i].svg, &art), "%s", err.message);
    ck_assert_str_eq(outline(&art), outlines[_i].outline);
}
END_TEST

static void add_paint(dgs_buf *out, dgs_paint p)
{
    if (p.kind == DGS_PAINT_COLOR && p.color.role != DGS_ROLE_OWN)
        dgs_buf_addf(out, "role %d, ", p.color.role - DGS_ROLE_ART_INK);
    if (p.kind == DGS_PAINT_COLOR)
        dgs_buf_addf(out, "#%02x%02x%02x ", p.color.r, p.color.g, p.color.b);
    else
        dgs_buf_adds(out, p.kind == DGS_PAINT_NONE ? "none " : "current ");
}

static const char *painting(const dgs_path *p)
{
    dgs_buf out = {.arena = arena};
    add_paint(&out, p->fill);
    add_paint(&out, p->stroke);
    dgs_buf_addf(&out, "%s w%g m%g c%u j%u", p->even_odd ? "eo" : "nz", (double)p->stroke_width, (double)p->miter_limit,
                 p->cap, p->join);
    for (size_t i = 0; i < p->ndash; i++)
        dgs_buf_addf(&out, "%s%g", i == 0 ? " d" : ",", (double)p->dash[i]);
    return out.p;
}

static const struct {
    const char *attributes, *painting;
} paintings[] = {
    {"", "#000000 none nz w1 m4 c0 j0"},
    {"fill='#fA0'", "#ffaa00 none nz w1 m4 c0 j0"},
    {"fill='#12aBcd' fill-rule='evenodd'", "#12abcd none eo w1 m4 c0 j0"},
    {"fill='none' stroke='currentColor' stroke-width='.5'", "none current nz w0.5 m4 c0 j0"},
    {"fill='white' stroke='black' stroke-linecap='round' stroke-linejoin='bevel'", "#ffffff #000000 nz w1 m4 c1 j2"},
    {"stroke='#000' stroke-linecap='square' stroke-linejoin='round' stroke-miterlimit='2'",
     "#000000 #000000 nz w1 m2 c2 j1"},
    {"stroke='#000' stroke-dasharray='1, 2 3' transform='scale(2 8)'", "#000000 #000000 nz w4 m4 c0 j0 d4,8,12"},
    {"stroke='#000' stroke-dasharray='none'", "#000000 #000000 nz w1 m4 c0 j0"},
    {"stroke='#000' stroke-dasharray='0 0'", "#000000 #000000 nz w1 m4 c0 j0"},
    {"style='fill:#111; stroke : #222 ;;stroke-width:3' fill='#999'", "#111111 #222222 nz w3 m4 c0 j0"},
    {"style=' ' fill=' #999 '", "#999999 none nz w1 m4 c0 j0"},
    {"fill='url(#dgs-cloth) #123456' stroke='url(#dgs-ink) #111'", "role 1, #123456 role 0, #111111 nz w1 m4 c0 j0"},
    {"style='fill:url(#dgs-dark) #222;stroke:url(#dgs-ground) #eee'", "role 2, #222222 role 3, #eeeeee nz w1 m4 c0 j0"},
    {"fill='url(#dgs-object) #fa0' stroke='#fa0'", "role 4, #ffaa00 #ffaa00 nz w1 m4 c0 j0"},
};

START_TEST(svg_painting)
{
    dgs_art art;
    dgs_buf on_shape = {.arena = arena}, on_group = {.arena = arena};
    const char *a = paintings[_i].attributes;
    dgs_buf_addf(&on_shape, SVG("<path d='M0 0h1' %s/>"), a);
    dgs_buf_addf(&on_group, SVG("<g %s><g><path d='M0 0h1'/></g></g>"), a);
    ck_assert_msg(parse_svg(on_shape.p, &art), "%s", err.message);
    ck_assert_str_eq(painting(&art.paths[0]), paintings[_i].painting);
    ck_assert_msg(parse_svg(on_group.p, &art), "%s", err.message);
    ck_assert_str_eq(painting(&art.paths[0]), paintings[_i].painting);
}
END_TEST

START_TEST(svg_inheritance_ends)
{
    dgs_art art;
    ck_assert(parse_svg("<svg viewBox='-1 -2 3 4.5' width='10mm' height='100%' xml:space='preserve' fill='none' "
                        "stroke='currentColor'><g stroke='#111'><path id='a' d='M0 0h1' fill='#222'/><path "
                        "d='M0 0h1'/></g><path id='b' d='M0 0h1'/></svg>",
                        &art));
    ck_assert_uint_eq(art.npaths, 3);
    ck_assert_str_eq(painting(&art.paths[0]), "#222222 #111111 nz w1 m4 c0 j0");
    ck_assert_str_eq(painting(&art.paths[1]), "none #111111 nz w1 m4 c0 j0");
    ck_assert_str_eq(painting(&art.paths[2]), "none current nz w1 m4 c0 j0");
    ck_assert_str_eq(art.paths[0].id, "a");
    ck_assert_ptr_null(art.paths[1].id);
    ck_assert(art.x == -1 && art.y == -2 && art.w == 3 && art.h == 4.5f);
    ck_assert_double_eq_tol(dgs_picture_aspect(&(dgs_picture){.kind = DGS_PICTURE_ART, .art = &art}), 3 / 4.5, 1e-6);
}
END_TEST

START_TEST(svg_anchors)
{
    dgs_art art;
    ck_assert(parse_svg(SVG("<g transform='translate(1 2) scale(2)'><circle id='at-hip' cx='3' cy='4' r='0' "
                            "fill='none'/></g><circle id='at-big' r='1'/><circle id='at-origin' r='0' stroke='#c00'/>"),
                        &art));
    ck_assert_uint_eq(art.nanchors, 2);
    ck_assert_str_eq(art.anchors[0].name, "hip");
    ck_assert(art.anchors[0].x == 7 && art.anchors[0].y == 10);
    ck_assert_str_eq(art.anchors[1].name, "origin");
    ck_assert(!art.anchors[0].alert && art.anchors[1].alert);
    ck_assert_uint_eq(art.npaths, 1);
}
END_TEST

// Every point of the curves must lie on the ellipse; returns the turn round its middle, in degrees.
static double check_on_ellipse(const dgs_art *art, double cx, double cy, double rx, double ry, double degrees)
{
    const float *v = art->paths[0].points;
    double c = cos(degrees * acos(-1) / 180), s = sin(degrees * acos(-1) / 180), turn = 0, last = NAN;
    for (size_t i = 1; i < art->paths[0].nops; i++, v += 6) {
        ck_assert_int_eq(art->paths[0].ops[i], DGS_PATH_CURVE);
        for (int k = 0; k <= 20; k++) {
            double t = k / 20.0, b[] = {pow(1 - t, 3), 3 * t * pow(1 - t, 2), 3 * t * t * (1 - t), t * t * t};
            double x = -cx, y = -cy;
            for (int n = 0; n < 4; n++) {
                x += b[n] * (double)v[2 * n];
                y += b[n] * (double)v[2 * n + 1];
            }
            double ux = (c * x + s * y) / rx, uy = (c * y - s * x) / ry;
            ck_assert_double_eq_tol(hypot(ux, uy), 1, 4e-4);
            if (!isnan(last))
                turn += remainder(atan2(uy, ux) - last, 2 * acos(-1));
            last = atan2(uy, ux);
        }
    }
    return turn * 180 / acos(-1);
}

START_TEST(svg_arcs)
{
    static const struct {
        const char *svg;
        double cx, cy, rx, ry, degrees, turn;
    } arcs[] = {
        {PATH("M5 0A5 5 0 0 1 0 5"), 0, 0, 5, 5, 0, 90},
        {PATH("M5 0A5 5 0 0 0 0 5"), 5, 5, 5, 5, 0, -90},
        {PATH("M5 0A5 5 0 1 1 0 5"), 5, 5, 5, 5, 0, 270},
        {PATH("M5 0A5 5 0 1 0 0 5"), 0, 0, 5, 5, 0, -270},
        {PATH("M0 0A1-1 0 0 1 8 0"), 4, 0, 4, 4, 0, 180},
        {PATH("M2 3A4 4 77 1 0 10 3"), 6, 3, 4, 4, 0, -180},
        {PATH("M6 3A6 3 0 0 1 0 6"), 0, 3, 6, 3, 0, 90},
        {PATH("M3 0A6 3 90 0 0 0 6"), 3, 6, 6, 3, 90, -90},
        {PATH("M0 0A2 1 30 1 1 3.46410162 2"), 1.73205081, 1, 2, 1, 30, 180},
        {PATH("M0 0A1 .5 390 0 1 3.46410162 2"), 1.73205081, 1, 2, 1, 30, 180},
    };
    for (size_t i = 0; i < sizeof arcs / sizeof arcs[0]; i++) {
        dgs_art art;
        ck_assert_msg(parse_svg(arcs[i].svg, &art), "%s", err.message);
        double turn = check_on_ellipse(&art, arcs[i].cx, arcs[i].cy, arcs[i].rx, arcs[i].ry, arcs[i].degrees);
        ck_assert_msg(fabs(turn - arcs[i].turn) < 0.01, "arc %zu turns %g", i, turn);
    }
}
END_TEST

static const struct {
    const char *svg, *words;
} refusals[] = {
    {"", "a.svg:1: is not well-formed SVG"},
    {"<svg viewBox='0 0 1 1'>\n<g>\n</svg>", "a.svg:3: is not well-formed SVG (mismatched tag)"},
    {"<html/>", "is not an SVG drawing"},
    {"<svg/>", "<svg> has no viewBox"},
    {"<svg viewBox='0 0 24'/>", "viewBox=\"0 0 24\": write x, y, width and height"},
    {"<svg viewBox='0 0 0 24'/>", "write x, y, width and height"},
    {"<svg viewBox='0 0 24 24 24'/>", "too many numbers"},
    {"<svg viewBox='0 0 1 1' xmlns='http://example.org/'/>", "is not SVG"},
    {SVG(""), "paints nothing"},
    {SVG("\n<svg viewBox='0 0 1 1'/>"), "a.svg:2: <svg> is not allowed inside <svg>"},
    {SVG("\n\n<text>a</text>"), "a.svg:3: <text> is not supported"},
    {SVG("<image href='x'/>"), "<image> is not supported"},
    {SVG("<script/>"), "<script> is not supported"},
    {SVG("words"), "text is not supported"},
    {SVG("<![CDATA[words]]>"), "text is not supported"},
    {SVG("<?xml-stylesheet href='a.css'?>"), "<?xml-stylesheet?> is not supported"},
    {SVG("<title><g/></title>"), "<g> is not allowed inside <title>"},
    {SVG("<path d='M0 0h1'><path d=''/></path>"), "<path> is not allowed inside <path>"},
    {SVG("<g opacity='.5'/>"), "the attribute opacity of <g> is not supported"},
    {SVG("<g onclick='x'/>"), "the attribute onclick of <g> is not supported"},
    {SVG("<path r='1' d=''/>"), "the attribute r of <path> is not supported"},
    {SVG("<title fill='none'/>"), "the attribute fill of <title> is not supported"},
    {SVG("<path/>"), "<path> has no d: add it"},
    {SVG("<polygon/>"), "<polygon> has no points"},
    {SVG("<rect width='1'/>"), "<rect> has no height"},
    {SVG("<circle/>"), "<circle> has no r"},
    {SVG("<rect width='10px' height='1'/>"), "width=\"10px\": it is not a plain number"},
    {SVG("<rect width='10%' height='1'/>"), "width=\"10%\": it is not a plain number"},
    {SVG("<rect width='1em' height='1'/>"), "width=\"1em\": it is not a plain number"},
    {SVG("<rect width='1e' height='1'/>"), "it is not a plain number"},
    {SVG("<rect width='' height='1'/>"), "a number is missing"},
    {SVG("<rect width='nan' height='1'/>"), "not a plain number"},
    {SVG("<rect width='inf' height='1'/>"), "not a plain number"},
    {SVG("<rect width='0x10' height='1'/>"), "it is not a plain number"},
    {SVG("<rect width='-1' height='1'/>"), "must not be negative"},
    {SVG("<rect width='1' height='1' rx='-1'/>"), "must not be negative"},
    {SVG("<circle r='-1'/>"), "must not be negative"},
    {SVG("<rect x='1000001' width='1' height='1'/>"), "beyond 1000000"},
    {SVG("<rect x='1e999999999' width='1' height='1'/>"), "beyond 1000000"},
    {SVG("<rect x='1000000' width='1' height='1'/>"), "beyond 1000000"},
    {SVG("<circle id='at-a' cx='9e5' r='0' transform='scale(2)'/>"), "beyond 1000000"},
    {SVG("<circle id='at-a' r='0'/><circle id='at-a' r='0'/>"), "two points at-a"},
    {SVG("<g fill='red'/>"), "fill=\"red\": it is not a color"},
    {SVG("<g fill='#12'/>"), "it is not a color"},
    {SVG("<g fill='#12345g'/>"), "it is not a color"},
    {SVG("<g fill='url(#a)'/>"), "it is not a color"},
    {SVG("<g fill='url(#dgs-ink)'/>"), "it is not a color"},
    {SVG("<g fill='url(#dgs-ink) black'/>"), "it is not a color"},
    {SVG("<g fill='url(#dgs-sky) #000'/>"), "it is not a color"},
    {SVG("<g stroke-width='-1'/>"), "must not be negative"},
    {SVG("<g stroke-miterlimit='.5'/>"), "must be 1 or more"},
    {SVG("<g stroke-dasharray='1 -1'/>"), "must not be negative"},
    {SVG("<g stroke-dasharray='1 2 3 4 5 6 7 8 9'/>"), "too many numbers"},
    {SVG("<g stroke-linecap='flat'/>"), "write butt, round or square"},
    {SVG("<g style='fill:#000;opacity:.9'/>"), "style \"opacity:.9\": it is not supported"},
    {SVG("<g style='fill'/>"), "style \"fill\": write it as name: value"},
    {SVG("<g style='fill:#1'/>"), "style \"fill:#1\": it is not a color"},
    {SVG("<g transform='turn(1)'/>"), "it must be matrix"},
    {SVG("<g transform='scale(1'/>"), "write it as translate(1 2)"},
    {SVG("<g transform='scale(1 2 3)'/>"), "too many or too few numbers"},
    {SVG("<g transform='rotate(1 2)'/>"), "too many or too few numbers"},
    {SVG("<g transform='scale(0)'/>"), "flat"},
    {SVG("<g transform='scale(9e5)scale(9e5)'/>"), "too large"},
    {PATH("L0 0"), "a path starts with M"},
    {PATH("M0"), "a number is missing"},
    {PATH("M0 0 L1"), "a number is missing"},
    {PATH("M0 0 L1 1,"), "a number is missing after a comma"},
    {PATH("M0 0 R1 1"), "a path takes M L H V C S Q T A Z"},
    {PATH("M0 0z1"), "a path takes M L H V C S Q T A Z"},
    {PATH("M0 0A1 1 0 2 0 1 1"), "a flag of an arc must be 0 or 1"},
    {PATH("M9e5 0h9e5"), "beyond 1000000"},
    {SVG("<polygon points='1 2 3'/>"), "a number is missing"},
    {SVG("<polygon points='1 2 a'/>"), "a number is missing"},
    {"<!DOCTYPE svg>" SVG(""), "DOCTYPE and entities are not supported"},
    {"<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>" SVG("&c;"),
     "a.svg:1: DOCTYPE and entities are not supported"},
    {SVG("&a;"), "undefined entity"},
};

START_TEST(svg_refusal)
{
    dgs_art art;
    ck_assert(!parse_svg(refusals[_i].svg, &art));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strncmp(err.message, "a.svg:", 6) == 0 && strstr(err.message, refusals[_i].words) != NULL, "%s: %s",
                  refusals[_i].svg, err.message);
}
END_TEST

// Whether it may be made plain and be asked for once more, or another program be asked to draw it.
static const struct {
    const char *svg;
    bool beyond;
} fallbacks[] = {
    {SVG("<text>a</text>"), true},
    {SVG("<g opacity='.5'/>"), true},
    {SVG("<defs><style>path{fill:red}</style></defs>"), true},
    {SVG("<image href='x'/>"), true},
    {SVG("<g fill='url(#a)'/>"), true},
    {SVG("<g style='filter:url(#a)'/>"), true},
    {SVG("<svg:path d='M0 0h1'/>"), true},
    {"<svg viewBox='0 0 1 1' xmlns:v='http://www.w3.org/2000/svg'><v:path d='M0 0h1'/></svg>", true},
    {"<svg width='1' height='1'/>", true},
    {PATH("M0 0h1"), false},
    {"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" SVG("<text>a</text>"), true},
    {"<?xml-stylesheet href='a.css'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" SVG("&a;"), true},
    {SVG("&a;"), false},
    {SVG("<g>"), false},
    {SVG(""), false},
    {"<html/>", false},
};

START_TEST(svg_beyond)
{
    dgs_art art;
    bool beyond = !fallbacks[_i].beyond;
    (void)dgs_svg_try(arena, "a.svg", dgs_str_of(fallbacks[_i].svg), &art, &beyond, &err);
    ck_assert_int_eq(beyond, fallbacks[_i].beyond);
}
END_TEST

static bool parse_nested(size_t groups, dgs_art *art)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "<svg viewBox='0 0 1 1'>");
    for (size_t i = 0; i < groups; i++)
        dgs_buf_adds(&text, "<g>");
    dgs_buf_adds(&text, "<path d='M0 0h1'/>");
    for (size_t i = 0; i < groups; i++)
        dgs_buf_adds(&text, "</g>");
    dgs_buf_adds(&text, "</svg>");
    return parse_svg(text.p, art);
}

START_TEST(svg_limits)
{
    dgs_art art;
    ck_assert(parse_nested(DGS_SVG_DEPTH_MAX - 2, &art));
    ck_assert(!parse_nested(DGS_SVG_DEPTH_MAX - 1, &art));
    ck_assert_ptr_nonnull(strstr(err.message, "nested more than 32 deep"));
    ck_assert(!parse_nested(100000, &art));

    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "<svg viewBox='0 0 1 1'><path d='M0 0h");
    for (size_t i = 1; i < DGS_SVG_POINTS_MAX; i++)
        dgs_buf_adds(&text, "1 ");
    size_t full = text.n;
    dgs_buf_adds(&text, "'/></svg>");
    ck_assert_msg(parse_svg(text.p, &art), "%s", err.message);
    text.n = full;
    dgs_buf_adds(&text, "1'/></svg>");
    ck_assert(!parse_svg(text.p, &art));
    ck_assert_ptr_nonnull(strstr(err.message, "more than 500000 points"));

    text.n = 0;
    dgs_buf_adds(&text, PATH("M0 0h1"));
    while (text.n < DGS_SVG_FILE_MAX)
        dgs_buf_addc(&text, ' ');
    ck_assert_msg(parse_svg(text.p, &art), "%s", err.message);
    dgs_buf_addc(&text, ' ');
    ck_assert(!parse_svg(text.p, &art));
    ck_assert_ptr_nonnull(strstr(err.message, "larger than 2048 KB"));
}
END_TEST

// What is passed over counts too.
static bool parse_many(size_t elements, const char *element, dgs_art *art)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "<svg viewBox='0 0 1 1'><path d='M0 0h1'/><metadata>");
    for (size_t i = 3; i < elements; i++)
        dgs_buf_adds(&text, element);
    dgs_buf_adds(&text, "</metadata></svg>");
    return parse_svg(text.p, art);
}

START_TEST(svg_elements)
{
    dgs_art art;
    ck_assert_msg(parse_many(DGS_SVG_ELEMENTS_MAX, "<a/>", &art), "%s", err.message);
    ck_assert(!parse_many(DGS_SVG_ELEMENTS_MAX + 1, "<a/>", &art));
    ck_assert_ptr_nonnull(strstr(err.message, "more than 100000 elements"));
    ck_assert(!parse_many(DGS_SVG_DEPTH_MAX + 2, "<a>", &art));
    ck_assert_ptr_nonnull(strstr(err.message, "nested more than 32 deep"));
    for (size_t i = 0; i < 2; i++) { // nor is it left to another program
        bool beyond = true;
        dgs_buf text = {.arena = arena};
        dgs_buf_adds(&text, "<svg viewBox='0 0 1 1'>");
        for (size_t n = 0; n < (i == 0 ? DGS_SVG_DEPTH_MAX : DGS_SVG_ELEMENTS_MAX); n++)
            dgs_buf_adds(&text, i == 0 ? "<g>" : "<g/>");
        err = (dgs_err){0};
        ck_assert(!dgs_svg_try(arena, "a.svg", (dgs_str){text.p, text.n}, &art, &beyond, &err));
        ck_assert(!beyond && err.kind == DGS_ERR_DATA);
    }
}
END_TEST

START_TEST(svg_ignores_locale)
{
    if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL)
        return;
    dgs_art art;
    ck_assert(parse_svg(PATH("M1.5 2.25L1,5"), &art));
    ck_assert(art.paths[0].points[0] == 1.5f && art.paths[0].points[1] == 2.25f && art.paths[0].points[2] == 1);
    (void)setlocale(LC_NUMERIC, "C");
}
END_TEST

// Nothing is read behind a value's end, as a sanitizer sees.
START_TEST(svg_numbers_end_with_their_text)
{
    static const struct {
        const char *text;
        bool good;
    } values[] = {{"", false},   {"1", true},   {"1.5", true}, {".5", true}, {"1e", false}, {"1e-", false},
                  {"1e2", true}, {"2 3", true}, {"2,", false}, {"-", false}, {"+1", true},  {"2em", false}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char *exact = strdup(values[i].text);
        double numbers[2];
        size_t n;
        ck_assert_ptr_nonnull(exact);
        ck_assert_msg((dgs_svg_read_numbers(exact, numbers, 2, &n) == NULL) == values[i].good, "%s", exact);
        free(exact);
    }
}
END_TEST

// With any arena the work is done or memory is said to be short; nothing else.
START_TEST(small_arenas)
{
    static const char text[] = SVG("<g id='a'><path id='b' d='M0 0h1 2 3 4 5 6 7 8 9'/><circle id='at-c' r='0'/></g>");
    bool done = false;
    for (size_t cap = 0; !done; cap += 8) {
        dgs_arena *small = dgs_arena_new(cap);
        dgs_art art;
        err = (dgs_err){0};
        done = dgs_svg_parse(small, "a.svg", dgs_str_of(text), &art, &err);
        ck_assert(done || err.kind == DGS_ERR_MEMORY);
        ck_assert_uint_lt(cap, 64 * 1024);
        dgs_arena_free(small);
    }
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static Suite *image_svg_suite(void)
{
    Suite *suite = suite_create("image_svg");
    TCase *tc = tcase_create("image_svg");
    tcase_set_timeout(tc, 120);
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, svg_outline, 0, COUNT(outlines));
    tcase_add_loop_test(tc, svg_painting, 0, COUNT(paintings));
    tcase_add_test(tc, svg_inheritance_ends);
    tcase_add_test(tc, svg_anchors);
    tcase_add_test(tc, svg_arcs);
    tcase_add_loop_test(tc, svg_refusal, 0, COUNT(refusals));
    tcase_add_loop_test(tc, svg_beyond, 0, COUNT(fallbacks));
    tcase_add_test(tc, svg_limits);
    tcase_add_test(tc, svg_elements);
    tcase_add_test(tc, svg_ignores_locale);
    tcase_add_test(tc, svg_numbers_end_with_their_text);
    tcase_add_test(tc, small_arenas);
    suite_add_tcase(suite, tc);
    return suite;
}

int main(void)
{
    return run_suite(image_svg_suite());
}
