#include "pdf/font.h"

#include "base/utf8.h"
#include "pdf/string.h"

typedef struct use { // of one face
    uint8_t *used;   // by gid
    dgs_str *characters;
    size_t n;
} use;

size_t dgs_font_cluster(const dgs_run *run, size_t first)
{
    size_t n = 1;
    while (first + n < run->nglyphs && run->glyphs[first + n].length == 0)
        n++;
    return n;
}

dgs_str dgs_font_cluster_text(const dgs_run *run, size_t first)
{
    const dgs_glyph *glyph = &run->glyphs[first];
    if (glyph->cluster > run->text.n || glyph->length > run->text.n - glyph->cluster)
        return (dgs_str){"", 0};
    dgs_str characters = {run->text.p + glyph->cluster, glyph->length};
    // Where a line may break is the layout's matter: a reader takes a no-break space as a space, whose glyph it shares.
    return dgs_str_is(characters, "\xc2\xa0") ? DGS_STR(" ") : characters;
}

static void note_characters(use *u, uint16_t gid, dgs_str characters)
{
    if (u->characters[gid].n == 0 && characters.n > 0)
        u->characters[gid] = characters;
}

// Glyphs that make one cluster together have no characters of their own; they get one each, or the replacement
// character, and the page says the true text of the cluster (ActualText).
static void note_shared_cluster(use *u, const dgs_run *run, size_t first, size_t n)
{
    dgs_str rest = dgs_font_cluster_text(run, first);
    for (size_t i = first; i < first + n; i++) {
        dgs_str one = {rest.p, rest.n};
        one.n = dgs_utf8_next(&rest) < 0 ? 0 : (size_t)(rest.p - one.p);
        note_characters(u, run->glyphs[i].gid, one.n > 0 ? one : DGS_STR("\xef\xbf\xbd"));
    }
}

static bool note_run(dgs_writer *writer, use *u, const dgs_run *run, bool shared)
{
    for (size_t i = 0, n; i < run->nglyphs; i += n) {
        n = dgs_font_cluster(run, i);
        for (size_t k = i; k < i + n; k++) {
            uint16_t gid = run->glyphs[k].gid;
            if (gid == 0 || gid >= u->n)
                return dgs_fail(writer->err, DGS_ERR_SOFTWARE,
                                "the text \"%.*s\" holds a character that no font has: please report this",
                                (int)(run->text.n < 80 ? run->text.n : 80), run->text.p);
            u->used[gid] = 1;
        }
        if (n == 1 && !shared)
            note_characters(u, run->glyphs[i].gid, dgs_font_cluster_text(run, i));
        else if (n > 1 && shared)
            note_shared_cluster(u, run, i, n);
    }
    return true;
}

// Glyphs with characters of their own come first: they must not take those that a shared cluster would give them.
static bool note_pages(dgs_writer *writer, use uses[DGS_FACES], bool shared)
{
    for (size_t p = 0; p < writer->pages->npages; p++)
        for (size_t b = 0; b < writer->pages->pages[p].nboxes; b++) {
            const dgs_box *box = &writer->pages->pages[p].boxes[b];
            for (size_t r = 0; box->kind == DGS_BOX_TEXT && r < box->nruns; r++) {
                const dgs_run *run = &box->runs[r];
                writer->fonts->faces[run->face].used |= run->nglyphs > 0;
                if (!note_run(writer, &uses[run->face], run, shared))
                    return false;
            }
        }
    return true;
}

// "ABCDEF+", from the bytes themselves, so that equal subsets have equal names (ISO 32000-1, 9.6.4).
static void make_tag(dgs_str file, char tag[8])
{
    unsigned char digest[16];
    dgs_pdf_md5(file, digest);
    for (int i = 0; i < 6; i++)
        tag[i] = (char)('A' + digest[i] % 26);
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

// At most 100 lines may stand in one block (Adobe Technical Note 5411).
static void add_map(dgs_buf *map, const dgs_font *font, const uint16_t *old)
{
    enum { BLOCK = 100 };
    size_t left = 0;
    for (size_t id = 1; id < font->subset.nnew; id++)
        left += old[id] != 0;
    size_t in_block = 0;
    for (size_t id = 1; id < font->subset.nnew; id++) {
        if (old[id] == 0)
            continue;
        if (in_block == 0)
            dgs_buf_addf(map, "%zu beginbfchar\n", left < BLOCK ? left : BLOCK);
        dgs_buf_addf(map, "<%04zx> <", id);
        dgs_pdf_add_utf16_hex(map, font->characters[old[id]]);
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

static dgs_object *make_file(dgs_writer *writer, const dgs_font *font)
{
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_int(object, "Length1", (int)font->subset.file.n);
    dgs_object_set_stream(object, font->subset.file);
    return object;
}

static dgs_object *make_descriptor(dgs_writer *writer, const dgs_font *font, const dgs_face_metrics *m,
                                   const char *name)
{
    enum { SYMBOLIC = 4 };
    dgs_object *file = make_file(writer, font);
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_name(object, "Type", "FontDescriptor");
    dgs_object_set_name(object, "FontName", name);
    dgs_object_set_int(object, "Flags", SYMBOLIC);
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
    dgs_object *descriptor = make_descriptor(writer, font, m, name);
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

static bool make_font(dgs_writer *writer, dgs_face face, const use *u)
{
    dgs_font *font = &writer->fonts->faces[face];
    font->characters = u->characters;
    if (!dgs_text_subset(writer->text, face, u->used, writer->arena, &font->subset, writer->err))
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
    font->object = dgs_object_new(writer->objects);
    dgs_object_set_name(font->object, "Type", "Font");
    dgs_object_set_name(font->object, "Subtype", "Type0");
    dgs_object_set_name(font->object, "BaseFont", name.p);
    dgs_object_set_name(font->object, "Encoding", "Identity-H");
    dgs_object_set_ref(font->object, "ToUnicode", to_unicode);
    dgs_buf descendants = {.arena = writer->arena};
    dgs_buf_adds(&descendants, "/DescendantFonts [");
    dgs_object_add_ref(&descendants, cid_font);
    dgs_buf_addc(&descendants, ']');
    if (cid_font == NULL || to_unicode == NULL || descendants.failed)
        return dgs_objects_ok(writer->objects, writer->err) && dgs_fail_memory(writer->err);
    dgs_object_set_entries(font->object, (dgs_str){descendants.p, descendants.n});
    return dgs_objects_ok(writer->objects, writer->err);
}

bool dgs_fonts_make(dgs_writer *writer)
{
    use uses[DGS_FACES];
    writer->fonts = dgs_arena_alloc(writer->arena, sizeof *writer->fonts);
    for (int face = 0; face < DGS_FACES; face++) {
        size_t n = dgs_text_glyphs(writer->text, (dgs_face)face);
        uses[face] = (use){dgs_arena_alloc(writer->arena, n), dgs_arena_array(writer->arena, n, sizeof(dgs_str)), n};
        if (writer->fonts == NULL || uses[face].used == NULL || uses[face].characters == NULL)
            return dgs_fail_memory(writer->err);
    }
    if (!note_pages(writer, uses, false) || !note_pages(writer, uses, true))
        return false;
    for (int face = 0; face < DGS_FACES; face++)
        if (writer->fonts->faces[face].used && !make_font(writer, (dgs_face)face, &uses[face]))
            return false;
    return true;
}
