#include "pdf/font.h"

#include "base/utf8.h"
#include "pdf/still.h"
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

// Glyphs that make one cluster together have no characters of their own; they get one each, and the page says the true
// text of the cluster (ActualText). A letter with two accents may come as three glyphs, or as two: where there are as
// many glyphs as the cluster has letters and accents taken apart, each has one of those; otherwise one of the cluster
// as it is written, or the replacement character.
static bool note_shared_cluster(dgs_writer *writer, use *u, const dgs_run *run, size_t first, size_t n)
{
    dgs_letters letters;
    dgs_str rest = dgs_font_cluster_text(run, first);
    dgs_text_letters(rest, &letters);
    bool apart = letters.n == n && n <= DGS_LETTERS_MOST;
    for (size_t i = 0; i < n; i++) {
        int32_t next = apart ? (int32_t)letters.of[i] : dgs_utf8_next(&rest);
        char *one = dgs_arena_alloc(writer->arena, 4);
        if (one == NULL)
            return dgs_fail_memory(writer->err);
        size_t bytes = (size_t)dgs_utf8_put(next < 0 ? 0xfffd : (uint32_t)next, one);
        note_characters(u, run->glyphs[first + i].gid, (dgs_str){one, bytes});
    }
    return true;
}

// Whether the font can show the glyph: one that came into the subset only as a part of others (the dotless i of an i)
// stands for no characters there, and to show it would break both standards (ISO 14289-1, 7.21.7; ISO 19005-2,
// 6.2.11.7.2).
static bool holds(const dgs_font *font, uint16_t gid)
{
    return font->used && gid < font->subset.nold && font->subset.new_id[gid] != UINT16_MAX &&
           font->characters[gid].n > 0;
}

// Live words take what they can from the still part's font.
static bool is_new(const dgs_writer *writer, dgs_face face, uint16_t gid)
{
    return !writer->live || !holds(&writer->fonts->faces[face], gid);
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
            u->used[gid] |= is_new(writer, run->face, gid);
        }
        if (n == 1 && !shared)
            note_characters(u, run->glyphs[i].gid, dgs_font_cluster_text(run, i));
        else if (n > 1 && shared && !note_shared_cluster(writer, u, run, i, n))
            return false;
    }
    return true;
}

static bool has_new(const dgs_writer *writer, const dgs_run *run)
{
    for (size_t i = 0; i < run->nglyphs; i++)
        if (is_new(writer, run->face, run->glyphs[i].gid))
            return true;
    return false;
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

static bool note_box(dgs_writer *writer, use uses[DGS_FACES], const dgs_box *box, bool shared)
{
    for (size_t r = 0; box->kind == DGS_BOX_TEXT && r < box->nruns; r++) {
        const dgs_run *run = &box->runs[r];
        if (!has_new(writer, run))
            continue;
        use *u = use_of(writer, uses, run->face);
        if (u == NULL || !note_run(writer, u, run, shared))
            return false;
    }
    return true;
}

// Words of the content, which are the same for every practice though they stand in something live.
static bool is_content(const dgs_box *box)
{
    return box->node != NULL && box->node->file != NULL;
}

// Glyphs with characters of their own come first: they must not take those that a shared cluster would give them.
static bool note_pages(dgs_writer *writer, use uses[DGS_FACES], bool shared)
{
    for (size_t p = 0; p < writer->pages->npages; p++) {
        const dgs_page *page = &writer->pages->pages[p];
        for (size_t i = 0; i < dgs_still_pieces(page); i++) {
            dgs_page_piece piece = dgs_still_piece(page, i);
            for (size_t b = piece.first; b < piece.first + piece.nboxes; b++)
                if ((piece.live == writer->live || (piece.live && is_content(&page->boxes[b]))) &&
                    !note_box(writer, uses, &page->boxes[b], shared))
                    return false;
        }
    }
    return true;
}

// Whether words of the practice are set in the face.
static bool names_practice(const dgs_writer *writer, dgs_face face)
{
    for (size_t p = 0; p < writer->pages->npages; p++) {
        const dgs_page *page = &writer->pages->pages[p];
        for (size_t i = 0; i < page->npieces; i++)
            for (size_t b = 0; page->pieces[i].live && b < page->pieces[i].nboxes; b++) {
                const dgs_box *box = &page->boxes[page->pieces[i].first + b];
                for (size_t r = 0; box->node != NULL && !is_content(box) && r < box->nruns; r++)
                    if (box->runs[r].face == face && box->runs[r].nglyphs > 0)
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
    dgs_run run = {.face = face, .text = {usual, sizeof usual - 1}};
    dgs_word word;
    use *u = use_of(writer, uses, face);
    if (u == NULL || !dgs_text_shape(writer->text, face, DGS_FEATURE_NONE, run.text, &word, writer->err))
        return false;
    run.glyphs = word.glyphs;
    run.nglyphs = word.n;
    return note_run(writer, u, &run, false);
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

static bool make_font(dgs_writer *writer, dgs_face face, const use *u, dgs_font *font)
{
    font->used = true;
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

bool dgs_fonts_make(dgs_writer *writer)
{
    use uses[DGS_FACES] = {0};
    dgs_fonts *fonts = writer->fonts = dgs_arena_alloc(writer->arena, sizeof *fonts);
    if (fonts == NULL)
        return dgs_fail_memory(writer->err);
    if (writer->live)
        *fonts = writer->still->fonts;
    if (!note_pages(writer, uses, false))
        return false;
    for (int face = 0; !writer->live && face < DGS_FACES; face++)
        if (names_practice(writer, (dgs_face)face) && !note_usual(writer, uses, (dgs_face)face))
            return false;
    if (!note_pages(writer, uses, true))
        return false;
    dgs_font *to = writer->live ? fonts->more : fonts->faces;
    for (int face = 0; face < DGS_FACES; face++)
        if (uses[face].used != NULL && !make_font(writer, (dgs_face)face, &uses[face], &to[face]))
            return false;
    if (!writer->live)
        writer->still->fonts = *fonts;
    return true;
}

const dgs_font *dgs_fonts_find(const dgs_fonts *fonts, dgs_face face, uint16_t gid, int *number)
{
    bool more = !holds(&fonts->faces[face], gid);
    *number = (int)face + (more ? DGS_FACES : 0);
    return more ? &fonts->more[face] : &fonts->faces[face];
}
