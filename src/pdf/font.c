#include "pdf/font.h"

#include <string.h>

#include "base/form.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "pdf/fixed.h"
#include "pdf/string.h"

typedef struct use { // of one face
    uint8_t *used;   // by gid
    dgs_str *characters;
    size_t n;
    dgs_coded *coded;
    size_t ncoded, coded_cap;
} use;

static size_t cluster_length(const dgs_run *run, size_t first)
{
    size_t n = 1;
    while (first + n < run->nglyphs && run->glyphs[first + n].length == 0)
        n++;
    return n;
}

static dgs_str cluster_text(const dgs_run *run, size_t first)
{
    const dgs_glyph *glyph = &run->glyphs[first];
    if (glyph->length == 0 || glyph->cluster > run->text.n || glyph->length > run->text.n - glyph->cluster)
        return DGS_STR("\xef\xbf\xbd"); // what goes on from another run
    dgs_str characters = {run->text.p + glyph->cluster, glyph->length};
    // Where a line may break is the layout's matter: a reader takes a no-break space as a space, whose glyph it shares.
    return dgs_str_is(characters, "\xc2\xa0") ? DGS_STR(" ") : characters;
}

// The first character, and those behind it that are no marks.
static dgs_str letter_of(dgs_str text)
{
    dgs_str rest = text, before;
    int32_t cp = dgs_utf8_next(&rest);
    do {
        before = rest;
        cp = cp < 0 ? cp : dgs_utf8_next(&rest);
    } while (cp >= 0 && !dgs_form_mark(cp));
    return cp < 0 ? text : (dgs_str){text.p, text.n - before.n};
}

dgs_cluster dgs_font_cluster(const dgs_run *run, size_t first)
{
    const dgs_glyph *glyph = &run->glyphs[first];
    bool alone = first + 1 == run->nglyphs || glyph[1].length > 0;
    if (alone && glyph->length == 1 && glyph->cluster < run->text.n) // nearly always
        return (dgs_cluster){glyph, 1, {run->text.p + glyph->cluster, 1}, {"", 0}};
    dgs_str text = cluster_text(run, first), letter = dgs_face_family(run->face) ? letter_of(text) : text;
    return (dgs_cluster){glyph, cluster_length(run, first), letter, {text.p + letter.n, text.n - letter.n}};
}

bool dgs_font_mark(dgs_cluster *cluster, dgs_str *mark)
{
    dgs_str rest = cluster->marks;
    if (dgs_utf8_next(&rest) < 0)
        return false;
    *mark = (dgs_str){cluster->marks.p, cluster->marks.n - rest.n};
    cluster->marks = rest;
    return true;
}

static bool same_text(dgs_str a, dgs_str b)
{
    return a.n == b.n && a.p[0] == b.p[0] && (a.n == 1 || memcmp(a.p, b.p, a.n) == 0);
}

// Whether the font can show the glyph: one that came into the subset only as a part of others (the dotless i of an i)
// stands for no characters there, and to show it would break both standards (ISO 14289-1, 7.21.7; ISO 19005-2,
// 6.2.11.7.2).
static bool holds(const dgs_font *font, uint16_t gid)
{
    return font->used && gid < font->subset.nold && font->subset.new_id[gid] != UINT16_MAX &&
           font->characters[gid].n > 0;
}

typedef struct sought { // what shows these glyphs and says this text
    const dgs_glyph *glyphs;
    size_t n;
    bool plain; // a glyph of the font itself may do, as nearly always
    dgs_str text;
} sought;

// `text` is the cluster's letter, which all glyphs show, or one of its marks, for which nothing is left to show.
static sought sought_in(dgs_face face, const dgs_cluster *cluster, dgs_str text)
{
    if (text.p != cluster->letter.p)
        return (sought){.text = text};
    const dgs_glyph *first = cluster->glyphs;
    bool plain = cluster->n == 1 && first->dy == 0 && (first->dx == 0 || dgs_face_family(face));
    return (sought){first, cluster->n, plain, text};
}

static bool same_shape(const dgs_composite *c, const sought *s)
{
    int x = 0;
    for (size_t i = 0; i < s->n && c->nparts == s->n; i++) {
        const dgs_glyph *glyph = &s->glyphs[i];
        if (c->parts[i].gid != glyph->gid || c->parts[i].x != x + glyph->dx || c->parts[i].y != glyph->dy)
            return false;
        x += glyph->advance;
    }
    return c->nparts == s->n;
}

static size_t find_coded(const dgs_coded *coded, size_t ncoded, const sought *s)
{
    size_t i = 0;
    while (i < ncoded && !(same_text(coded[i].text, s->text) && same_shape(&coded[i].shape, s)))
        i++;
    return i;
}

// The number of it in one font; 0 where the font has nothing of the kind.
static uint16_t number_in(const dgs_font *font, const sought *s)
{
    if (!font->used)
        return 0;
    if (s->plain && holds(font, s->glyphs[0].gid) && same_text(font->characters[s->glyphs[0].gid], s->text))
        return font->subset.new_id[s->glyphs[0].gid];
    size_t i = find_coded(font->coded, font->ncoded, s);
    return i == font->ncoded ? 0 : (uint16_t)(font->subset.nnew - font->ncoded + i);
}

// Two characters may have one glyph, and a letter and its marks are several glyphs. A reader that looks a glyph up in
// the font's map must get its characters, so each of them gets a glyph of its own, made of what the face has.
static bool add_coded(dgs_writer *writer, use *u, dgs_face face, const sought *s)
{
    if (u->ncoded == DGS_COMPOSITES_MAX)
        return dgs_fail(
            writer->err, DGS_ERR_DATA,
            "the text has more than %d different accented letters that have no character of their own: remove some",
            DGS_COMPOSITES_MAX);
    dgs_component *parts = dgs_arena_array(writer->arena, s->n + 1, sizeof *parts);
    dgs_coded *coded = DGS_PUSH(writer->arena, u->coded, u->ncoded, u->coded_cap);
    if (parts == NULL || coded == NULL)
        return dgs_fail_memory(writer->err);
    int x = 0, width = 0;
    for (size_t i = 0; i < s->n; i++) {
        const dgs_glyph *glyph = &s->glyphs[i];
        parts[i] = (dgs_component){glyph->gid, (int16_t)(x + glyph->dx), glyph->dy};
        x += glyph->advance;
        width += i == 0 && dgs_face_family(face) ? glyph->width : glyph->advance;
    }
    *coded = (dgs_coded){{parts, s->n, (uint16_t)(width < 0 ? 0 : width)}, s->text};
    return true;
}

// The use of a face, made when it is asked for first; NULL when memory ends.
static use *use_of(dgs_writer *writer, use uses[DGS_FACES], dgs_face face)
{
    use *u = &uses[face];
    if (u->used != NULL)
        return u;
    u->n = dgs_text_glyphs(writer->text, face);
    u->used = dgs_arena_alloc(writer->arena, u->n);
    u->characters = dgs_arena_array(writer->arena, u->n, sizeof(dgs_str));
    if (u->used != NULL && u->characters != NULL)
        return u;
    u->used = NULL;
    (void)dgs_fail_memory(writer->err);
    return NULL;
}

static bool note(dgs_writer *writer, use uses[DGS_FACES], dgs_face face, const dgs_cluster *c, dgs_str text)
{
    sought s = sought_in(face, c, text);
    if (writer->variable && number_in(&writer->fonts->faces[face], &s) != 0)
        return true; // variable words take what they can from the fixed part's font
    use *u = use_of(writer, uses, face);
    if (u == NULL)
        return false;
    dgs_str *own = s.plain ? &u->characters[s.glyphs[0].gid] : NULL;
    if (own != NULL && (own->n == 0 || same_text(*own, text))) {
        u->used[s.glyphs[0].gid] = true;
        *own = text;
        return true;
    }
    return find_coded(u->coded, u->ncoded, &s) < u->ncoded || add_coded(writer, u, face, &s);
}

static bool note_cluster(dgs_writer *writer, use uses[DGS_FACES], dgs_face face, dgs_cluster *cluster)
{
    dgs_str text = cluster->letter;
    do
        if (!note(writer, uses, face, cluster, text))
            return false;
    while (cluster->marks.n > 0 && dgs_font_mark(cluster, &text));
    return true;
}

static bool note_run(dgs_writer *writer, use uses[DGS_FACES], const dgs_run *run)
{
    size_t nglyphs = dgs_text_glyphs(writer->text, run->face);
    for (size_t i = 0; i < run->nglyphs; i++)
        if (run->glyphs[i].gid == 0 || run->glyphs[i].gid >= nglyphs)
            return dgs_fail(writer->err, DGS_ERR_SOFTWARE,
                            "the text \"%.*s\" has a character that no font has: please report this",
                            (int)(run->text.n < 80 ? run->text.n : 80), run->text.p);
    for (size_t i = 0; i < run->nglyphs;) {
        dgs_cluster cluster = dgs_font_cluster(run, i);
        i += cluster.n;
        if (!note_cluster(writer, uses, run->face, &cluster))
            return false;
    }
    return true;
}

static bool note_box(dgs_writer *writer, use uses[DGS_FACES], const dgs_box *box)
{
    for (size_t r = 0; box->kind == DGS_BOX_TEXT && r < box->nruns; r++) {
        const dgs_run *run = &box->runs[r];
        if (!note_run(writer, uses, run))
            return false;
    }
    return true;
}

// Words of the content, which are the same for every practice though they stand in something variable.
static bool is_content(const dgs_box *box)
{
    return box->node != NULL && box->node->file != NULL;
}

static bool note_pages(dgs_writer *writer, use uses[DGS_FACES])
{
    for (size_t p = 0; p < writer->pages->npages; p++) {
        const dgs_page *page = &writer->pages->pages[p];
        for (size_t i = 0; i < dgs_fixed_pieces(page); i++) {
            dgs_page_part piece = dgs_fixed_piece(page, i);
            for (size_t b = piece.first; b < piece.first + piece.nboxes; b++)
                if ((piece.variable == writer->variable || (piece.variable && is_content(&page->boxes[b]))) &&
                    !note_box(writer, uses, &page->boxes[b]))
                    return false;
        }
    }
    return true;
}

// Whether words of the practice are set in the face, or would be if their script were the family's: what is the same
// for every practice does not depend on this one's script.
static bool names_practice(const dgs_writer *writer, dgs_face face)
{
    for (size_t p = 0; p < writer->pages->npages; p++) {
        const dgs_page *page = &writer->pages->pages[p];
        for (size_t i = 0; i < page->npieces; i++)
            for (size_t b = 0; page->pieces[i].variable && b < page->pieces[i].nboxes; b++) {
                const dgs_box *box = &page->boxes[page->pieces[i].first + b];
                for (size_t r = 0; box->node != NULL && !is_content(box) && r < box->nruns; r++)
                    if (box->runs[r].usual == face && box->runs[r].nglyphs > 0)
                        return true;
            }
    }
    return false;
}

// What names and addresses are mostly made of, so that one subset serves nearly all practices.
static bool note_usual(dgs_writer *writer, use uses[DGS_FACES], dgs_face face)
{
    static const char usual[] =
        " &'()+,-./0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz ff fi fl ft tt";
    dgs_run run = {.face = face, .usual = face, .text = {usual, sizeof usual - 1}};
    dgs_word word;
    if (!dgs_text_shape(writer->text, face, DGS_FEATURE_NONE, run.text, &word, writer->err))
        return false;
    run.glyphs = word.glyphs;
    run.nglyphs = word.n;
    return note_run(writer, uses, &run);
}

// "ABCDEF+", from the bytes themselves, so that equal subsets have equal names (ISO 32000-1, 9.6.4).
static void make_tag(dgs_str file, char tag[8])
{
    uint8_t sum[DGS_SHA256_BYTES];
    dgs_sha256 hash;
    dgs_sha256_begin(&hash);
    dgs_sha256_add(&hash, file);
    dgs_sha256_sum(&hash, sum);
    for (int i = 0; i < 6; i++)
        tag[i] = (char)('A' + sum[i] % 26);
    tag[6] = '+';
    tag[7] = '\0';
}

// The old gid of every glyph of the subset; 0 for one that came only as a part of another glyph.
static uint16_t *old_ids(dgs_arena *arena, const dgs_subset *subset, const uint8_t *used)
{
    uint16_t *old = dgs_arena_array(arena, subset->nnew, sizeof *old);
    for (size_t gid = 0; old != NULL && gid < subset->nold; gid++)
        if (used[gid] && subset->new_id[gid] < subset->nnew)
            old[subset->new_id[gid]] = (uint16_t)gid;
    return old;
}

// What a glyph of the subset stands for; nothing where it came only as a part of another one.
static dgs_str said_by(const dgs_font *font, const uint16_t *old, size_t id)
{
    size_t first = font->subset.nnew - font->ncoded;
    if (id >= first)
        return font->coded[id - first].text;
    static const dgs_str nothing = {0};
    return old[id] == 0 ? nothing : font->characters[old[id]];
}

// At most 100 lines may stand in one block (Adobe Technical Note 5411).
static void add_map(dgs_buf *map, const dgs_font *font, const uint16_t *old)
{
    enum { BLOCK = 100 };
    size_t left = 0;
    for (size_t id = 1; id < font->subset.nnew; id++)
        left += said_by(font, old, id).n > 0;
    size_t in_block = 0;
    for (size_t id = 1; id < font->subset.nnew; id++) {
        dgs_str text = said_by(font, old, id);
        if (text.n == 0)
            continue;
        if (in_block == 0)
            dgs_buf_addf(map, "%zu beginbfchar\n", left < BLOCK ? left : BLOCK);
        dgs_buf_addf(map, "<%04zx> <", id);
        dgs_pdf_add_utf16_hex(map, text);
        dgs_buf_adds(map, ">\n");
        left--;
        if (++in_block == BLOCK || left == 0) {
            dgs_buf_adds(map, "endbfchar\n");
            in_block = 0;
        }
    }
}

static dgs_object *make_to_unicode(dgs_writer *writer, const dgs_font *font, const uint16_t *old)
{
    dgs_buf map = {.arena = writer->arena};
    dgs_buf_adds(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n");
    add_map(&map, font, old);
    dgs_buf_adds(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    dgs_object *object = dgs_object_new(writer->objects);
    if (map.failed)
        return NULL;
    dgs_object_set_stream(object, (dgs_str){map.p, map.n});
    return object;
}

static dgs_object *make_file(dgs_writer *writer, dgs_str font)
{
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_int(object, "Length1", (int)font.n);
    dgs_object_set_stream(object, font);
    return object;
}

enum { SYMBOLIC = 4, NONSYMBOLIC = 32 }; // whether its codes are glyphs, or characters by an encoding

static dgs_object *make_descriptor(dgs_writer *writer, dgs_str font, const dgs_face_metrics *m, const char *name,
                                   int flags)
{
    dgs_object *file = make_file(writer, font);
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_name(object, "Type", "FontDescriptor");
    dgs_object_set_name(object, "FontName", name);
    dgs_object_set_int(object, "Flags", flags);
    dgs_object_set_int(object, "ItalicAngle", 0);
    dgs_object_set_int(object, "Ascent", m->ascent);
    dgs_object_set_int(object, "Descent", m->descent);
    dgs_object_set_int(object, "CapHeight", m->cap_height);
    dgs_object_set_int(object, "XHeight", m->x_height);
    dgs_object_set_int(object, "StemV", m->weight / 5); // no table of the font has it; near enough for every weight
    dgs_object_set_ref(object, "FontFile2", file);
    dgs_buf box = {.arena = writer->arena};
    dgs_buf_addf(&box, "/FontBBox [%d %d %d %d]", m->bbox[0], m->bbox[1], m->bbox[2], m->bbox[3]);
    if (box.failed)
        return NULL;
    dgs_object_set_entries(object, (dgs_str){box.p, box.n});
    return object;
}

static dgs_object *make_cid_font(dgs_writer *writer, const dgs_font *font, const dgs_face_metrics *m, const char *name)
{
    dgs_object *descriptor = make_descriptor(writer, font->subset.file, m, name, SYMBOLIC);
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_name(object, "Type", "Font");
    dgs_object_set_name(object, "Subtype", "CIDFontType2");
    dgs_object_set_name(object, "BaseFont", name);
    dgs_object_set_name(object, "CIDToGIDMap", "Identity");
    dgs_object_set_ref(object, "FontDescriptor", descriptor);
    dgs_buf widths = {.arena = writer->arena};
    dgs_buf_adds(&widths, "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n/W [0 [");
    for (size_t id = 0; id < font->subset.nnew; id++) {
        dgs_buf_addint(&widths, font->subset.widths[id]);
        dgs_buf_addc(&widths, ' ');
    }
    dgs_buf_adds(&widths, "]]");
    if (widths.failed)
        return NULL;
    dgs_object_set_entries(object, (dgs_str){widths.p, widths.n});
    return object;
}

static bool cut_subset(dgs_writer *writer, dgs_face face, const use *u, dgs_font *font)
{
    dgs_composite *composites = dgs_arena_array(writer->arena, u->ncoded + 1, sizeof *composites);
    if (composites == NULL)
        return dgs_fail_memory(writer->err);
    for (size_t i = 0; i < u->ncoded; i++)
        composites[i] = u->coded[i].shape;
    const dgs_wanted wanted = {u->used, composites, u->ncoded};
    *font = (dgs_font){.used = true, .characters = u->characters, .coded = u->coded, .ncoded = u->ncoded};
    return dgs_text_subset(writer->text, face, &wanted, writer->arena, &font->subset, writer->err);
}

static bool make_font(dgs_writer *writer, dgs_face face, const use *u, dgs_font *font)
{
    if (!cut_subset(writer, face, u, font))
        return false;
    const dgs_face_metrics *m = dgs_text_metrics(writer->text, face);
    char tag[8];
    make_tag(font->subset.file, tag);
    dgs_buf name = {.arena = writer->arena};
    dgs_buf_addf(&name, "%s%s", tag, m->postscript_name);
    uint16_t *old = old_ids(writer->arena, &font->subset, u->used);
    if (name.failed || old == NULL)
        return dgs_fail_memory(writer->err);
    dgs_object *cid_font = make_cid_font(writer, font, m, name.p);
    dgs_object *to_unicode = make_to_unicode(writer, font, old);
    dgs_object *object = dgs_object_new(writer->objects);
    font->object = dgs_object_number(object);
    dgs_object_set_name(object, "Type", "Font");
    dgs_object_set_name(object, "Subtype", "Type0");
    dgs_object_set_name(object, "BaseFont", name.p);
    dgs_object_set_name(object, "Encoding", "Identity-H");
    dgs_object_set_ref(object, "ToUnicode", to_unicode);
    dgs_buf descendants = {.arena = writer->arena};
    dgs_buf_adds(&descendants, "/DescendantFonts [");
    dgs_object_add_ref(&descendants, cid_font);
    dgs_buf_addc(&descendants, ']');
    if (cid_font == NULL || to_unicode == NULL || descendants.failed)
        return dgs_objects_ok(writer->objects, writer->err) && dgs_fail_memory(writer->err);
    dgs_object_set_entries(object, (dgs_str){descendants.p, descendants.n});
    return dgs_objects_ok(writer->objects, writer->err);
}

const dgs_object *dgs_font_simple(dgs_writer *writer, const dgs_typing *typing)
{
    const dgs_face_metrics *m = dgs_text_metrics(writer->text, DGS_FACE_REGULAR);
    char tag[8];
    dgs_buf name = {.arena = writer->arena}, entries = {.arena = writer->arena};
    make_tag(typing->file, tag);
    dgs_buf_addf(&name, "%s%s", tag, m->postscript_name);
    if (name.failed)
        return NULL;
    const dgs_object *descriptor = make_descriptor(writer, typing->file, m, name.p, NONSYMBOLIC);
    dgs_buf_addf(&entries, "/FirstChar %d /LastChar %d /Widths [", DGS_TYPING_FIRST,
                 DGS_TYPING_FIRST + DGS_TYPING_CODES - 1);
    for (size_t i = 0; i < DGS_TYPING_CODES; i++) {
        dgs_buf_addint(&entries, typing->widths[i]);
        dgs_buf_addc(&entries, i + 1 == DGS_TYPING_CODES ? ']' : ' ');
    }
    if (descriptor == NULL || entries.failed)
        return NULL;
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_name(object, "Type", "Font");
    dgs_object_set_name(object, "Subtype", "TrueType");
    dgs_object_set_name(object, "BaseFont", name.p);
    dgs_object_set_name(object, "Encoding", "WinAnsiEncoding");
    dgs_object_set_ref(object, "FontDescriptor", descriptor);
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    return object;
}

bool dgs_fonts_make(dgs_writer *writer)
{
    use uses[DGS_FACES] = {0};
    dgs_fonts *fonts = writer->fonts = dgs_arena_alloc(writer->arena, sizeof *fonts);
    if (fonts == NULL)
        return dgs_fail_memory(writer->err);
    if (writer->variable)
        *fonts = writer->fixed->fonts;
    if (!note_pages(writer, uses))
        return false;
    for (int face = 0; !writer->variable && face < DGS_FACES_FAMILY; face++)
        if (names_practice(writer, (dgs_face)face) && !note_usual(writer, uses, (dgs_face)face))
            return false;
    dgs_font *to = writer->variable ? fonts->more : fonts->faces;
    for (int face = 0; face < DGS_FACES; face++)
        if (uses[face].used != NULL && !make_font(writer, (dgs_face)face, &uses[face], &to[face]))
            return false;
    if (!writer->variable)
        writer->fixed->fonts = *fonts;
    return true;
}

dgs_shown dgs_fonts_find(const dgs_fonts *fonts, dgs_face face, const dgs_cluster *cluster, dgs_str text)
{
    sought s = sought_in(face, cluster, text);
    const dgs_font *font = &fonts->faces[face];
    bool more = false;
    uint16_t id = number_in(font, &s);
    if (id == 0) {
        font = &fonts->more[face];
        more = true;
        id = number_in(font, &s);
    }
    bool own = s.plain && id < font->subset.nnew - font->ncoded;
    return (dgs_shown){dgs_font_number(face, more), id, font->subset.widths[id], own ? s.glyphs[0].dx : 0};
}
