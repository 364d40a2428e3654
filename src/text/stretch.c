// A paragraph parted into stretches of one face and one direction.
#include <string.h>

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/fonts.h"
#include "text/memory.h"
#include "text/paragraph.h"
#include "text/script.h"

// U+2000 to U+207F and U+2100 to U+217F: dashes, quotes, and signs like them; U+20AC: the euro sign. What the family
// lacks of them no other face has.
static bool simple_e2(const unsigned char *p, size_t n)
{
    return n >= 3 && (p[1] <= 0x81 || p[1] == 0x84 || p[1] == 0x85 || (p[1] == 0x82 && p[2] == 0xac));
}

bool dgs_text_simple(dgs_str utf8)
{
    for (;;) {
        size_t ascii = dgs_utf8_ascii(utf8);
        const unsigned char *p = (const unsigned char *)utf8.p + ascii;
        size_t left = utf8.n - ascii, n = 0;
        if (left == 0)
            return true;
        if (*p >= 0xc2 && *p < 0xd5) // up to U+053F: Latin, Greek, Cyrillic
            n = 2;
        else if ((*p == 0xe1 && left >= 3 && p[1] >= 0xb8) || (*p == 0xe2 && simple_e2(p, left)))
            n = 3;
        if (n == 0 || n > left)
            return false;
        utf8 = (dgs_str){(const char *)p + n, left - n};
    }
}

static bool read(dgs_paragraphs *p, const dgs_piece *pieces, size_t npieces, dgs_arena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < npieces; i++)
        n += dgs_utf8_length(pieces[i].text);
    p->cp = dgs_arena_array(arena, n + 1, sizeof *p->cp);
    p->piece = dgs_arena_array(arena, n + 1, sizeof *p->piece);
    p->face = dgs_arena_alloc(arena, n + 1);
    p->script = dgs_arena_alloc(arena, n + 1);
    p->level = dgs_arena_alloc(arena, n + 1);
    p->base = dgs_arena_alloc(arena, n + 1);
    if (p->cp == NULL || p->piece == NULL || p->face == NULL || p->script == NULL || p->level == NULL ||
        p->base == NULL)
        return false;
    for (size_t i = 0; i < npieces; i++) {
        dgs_str rest = pieces[i].text;
        for (int32_t cp; (cp = dgs_utf8_next(&rest)) >= 0;) {
            dgs_bidi_class is = cp < 0x590 ? DGS_BIDI_L : dgs_bidi_class_of((uint32_t)cp);
            p->turned = p->turned || is == DGS_BIDI_R || is == DGS_BIDI_AL || is == DGS_BIDI_AN;
            p->piece[p->n] = (uint32_t)i;
            p->cp[p->n++] = (uint32_t)cp;
        }
    }
    return true;
}

static bool same_stretch(const dgs_paragraphs *p, size_t a, size_t b)
{
    return p->face[a] == p->face[b] && p->script[a] == p->script[b] && p->level[a] == p->level[b] &&
           p->base[a] == p->base[b];
}

static size_t bytes_of(uint32_t cp)
{
    return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

static bool cut(const dgs_paragraphs *p, dgs_arena *arena, dgs_stretches *out)
{
    size_t count = p->n > 0;
    for (size_t i = 1; i < p->n; i++)
        count += !same_stretch(p, i - 1, i);
    dgs_stretch *stretches = dgs_arena_array(arena, count, sizeof *stretches);
    if (stretches == NULL && count > 0)
        return false;
    size_t byte = 0, k = 0;
    for (size_t i = 0; i < p->n; i++) {
        k += i > 0 && !same_stretch(p, i - 1, i);
        byte += bytes_of(p->cp[i]);
        stretches[k] = (dgs_stretch){byte, (dgs_face)p->face[i], (dgs_face)p->script[i], p->level[i], p->base[i]};
    }
    *out = (dgs_stretches){stretches, count};
    return true;
}

bool dgs_text_stretches(dgs_text *text, const dgs_piece *pieces, size_t npieces, dgs_arena *arena, dgs_stretches *out,
                        dgs_err *err)
{
    dgs_paragraphs p = {.text = text};
    if (!read(&p, pieces, npieces, arena))
        return dgs_fail_memory(err);
    dgs_memory_watch();
    if (!dgs_paragraphs_choose(&p, arena) || !dgs_memory_held() ||
        (p.turned && !dgs_paragraphs_level(&p, pieces, arena)) || !cut(&p, arena, out))
        return dgs_fail_memory(err);
    return true;
}

bool dgs_text_stretch_has(const dgs_text *text, const dgs_stretch *stretch, uint32_t code_point)
{
    if (stretch != NULL && !dgs_face_family(stretch->face))
        return dgs_utf8_ignorable((int32_t)code_point) || dgs_text_has(text, stretch->face, code_point);
    for (int face = 0; face < DGS_FACES_USUAL; face++) // which speak for the others, as they have the same characters
        if (!dgs_text_has(text, (dgs_face)face, code_point))
            return false;
    return true;
}

void dgs_text_speak(dgs_text *text, const char *language)
{
    text->language = language;
    text->guessed = false;
}

bool dgs_text_guessed(const dgs_text *text)
{
    dgs_str file;
    return text->guessed && dgs_script_file(&text->host, DGS_FACE_HAN_SC, &file);
}

const char *dgs_text_language(const dgs_text *text, dgs_face face)
{
    if (dgs_face_family(face))
        return NULL;
    return text->language != NULL && dgs_script_language_face(text->language) == face
               ? text->language
               : dgs_script_face_of(face)->language;
}

bool dgs_text_lacks_data(const dgs_text *text, uint32_t code_point)
{
    hb_script_t script = dgs_script_of(code_point);
    dgs_str file;
    bool east = dgs_script_is_common(script) ? code_point >= 0x3000 && code_point < 0xfe00
                                             : dgs_script_choose(script) >= DGS_FACE_HAN_SC;
    return east && !dgs_script_file(&text->host, DGS_FACE_HAN_SC, &file);
}

const char dgs_text_install[] = "the fonts of Chinese, Japanese and Korean are not installed: make them with \"make "
                                "cjk-fonts\" and install again, or name their file with --fonts";
