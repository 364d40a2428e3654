// Which face sets which characters, and in which direction. Faces are chosen for whole clusters: what stands on a
// letter is set with it.
#include <string.h>

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/fonts.h"
#include "text/memory.h"
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

typedef struct paragraphs { // all the characters, which may be of several paragraphs
    dgs_text *text;
    uint32_t *cp;
    uint8_t *face;   // NONE: not chosen yet
    uint8_t *script; // the face of the letters that it belongs to
    uint8_t *level, *base;
    uint32_t *piece; // which it is of
    size_t n;
    bool turned; // any of it runs from right to left
} paragraphs;

enum { NONE = UINT8_MAX };

// ---- faces ----

static hb_script_t script_of(uint32_t cp)
{
    return hb_unicode_script(hb_unicode_funcs_get_default(), cp);
}

static bool sticks(uint32_t cp)
{
    hb_unicode_general_category_t is = hb_unicode_general_category(hb_unicode_funcs_get_default(), cp);
    return is == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || is == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           is == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || dgs_utf8_ignorable((int32_t)cp);
}

static bool is_of_many(hb_script_t script)
{
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

static bool is_of_family(hb_script_t script)
{
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

static dgs_face face_of_script(hb_script_t script)
{
    if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA)
        return DGS_FACE_HAN_JP;
    if (script == HB_SCRIPT_BOPOMOFO)
        return DGS_FACE_HAN_TC;
    for (int face = DGS_FACE_THAI; !is_of_family(script) && face < DGS_FACES; face++)
        if (dgs_script_face_of((dgs_face)face)->script == script)
            return (dgs_face)face;
    return DGS_FACE_REGULAR;
}

static bool has(dgs_text *text, dgs_face face, uint32_t cp)
{
    dgs_err unopened = {0};
    dgs_str file;
    return (dgs_face_family(face) || dgs_script_file(&text->host, face, &file)) &&
           dgs_text_open(text, face, &unopened) && dgs_text_has(text, face, cp);
}

// Which of the four faces for Han is first asked: what else stands in the text tells it, or the practice does.
static dgs_face usual_han(const paragraphs *p)
{
    dgs_face said = dgs_script_language_face(p->text->language), told = DGS_FACE_REGULAR;
    for (size_t i = 0; i < p->n; i++) {
        dgs_face face = is_of_many(script_of(p->cp[i])) ? DGS_FACE_REGULAR : face_of_script(script_of(p->cp[i]));
        if (face > DGS_FACE_HAN_SC && told != DGS_FACE_HAN_JP)
            told = face;
    }
    if (said >= DGS_FACE_HAN_SC && told == DGS_FACE_REGULAR)
        return said;
    p->text->guessed = p->text->guessed || told == DGS_FACE_REGULAR;
    return told == DGS_FACE_REGULAR ? DGS_FACE_HAN_SC : told;
}

// How many of the text's Han characters a face has.
static size_t count_han(const paragraphs *p, dgs_face face)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        n += script_of(p->cp[i]) == HB_SCRIPT_HAN && has(p->text, face, p->cp[i]);
    return n;
}

// The one that has most of them; of equals the usual one.
static dgs_face best_han(const paragraphs *p)
{
    dgs_face best = usual_han(p);
    size_t most = count_han(p, best), all = 0;
    for (size_t i = 0; i < p->n; i++)
        all += script_of(p->cp[i]) == HB_SCRIPT_HAN;
    for (int face = DGS_FACE_HAN_SC; most < all && face <= DGS_FACE_HAN_KR; face++) {
        size_t n = count_han(p, (dgs_face)face);
        best = n > most ? (dgs_face)face : best;
        most = n > most ? n : most;
    }
    return best;
}

static dgs_face any_han(const paragraphs *p, uint32_t cp, dgs_face otherwise)
{
    for (int face = DGS_FACE_HAN_SC; face <= DGS_FACE_HAN_KR; face++)
        if (has(p->text, (dgs_face)face, cp))
            return (dgs_face)face;
    return otherwise;
}

// Letters, whose script tells the face.
static void choose_for_letters(paragraphs *p)
{
    dgs_face han = DGS_FACE_REGULAR;
    for (size_t i = 0; i < p->n; i++) {
        hb_script_t script = script_of(p->cp[i]);
        p->face[i] = NONE;
        if (is_of_many(script))
            continue;
        dgs_face face = face_of_script(script);
        if (script == HB_SCRIPT_HAN) {
            han = han == DGS_FACE_REGULAR ? best_han(p) : han;
            face = has(p->text, han, p->cp[i]) ? han : any_han(p, p->cp[i], DGS_FACE_REGULAR);
        } else if (!dgs_face_family(face) && !sticks(p->cp[i]) && !has(p->text, face, p->cp[i])) {
            face = face >= DGS_FACE_HAN_SC ? any_han(p, p->cp[i], DGS_FACE_REGULAR) : DGS_FACE_REGULAR;
        }
        p->face[i] = (uint8_t)face;
    }
}

// The face of the first letter from i on, over what no script owns.
static uint8_t letter_after(const paragraphs *p, size_t i, bool blanks_only)
{
    while (i < p->n && p->face[i] == NONE && (!blanks_only || p->cp[i] == ' ' || p->cp[i] == 0xa0))
        i++;
    return i < p->n ? p->face[i] : NONE;
}

// What many scripts use, such as digits, looks the same everywhere on a page; but a blank between two words of one
// script is theirs, so that they stay one piece for readers.
static uint8_t face_for_many(const paragraphs *p, size_t i, uint8_t before)
{
    uint32_t cp = p->cp[i];
    bool blank = cp == ' ' || cp == 0xa0, other = before != NONE && !dgs_face_family((dgs_face)before);
    if (blank && other && letter_after(p, i, true) == before && has(p->text, (dgs_face)before, ' '))
        return before;
    if (cp == '\n' || has(p->text, DGS_FACE_REGULAR, cp))
        return DGS_FACE_REGULAR;
    if (other && has(p->text, (dgs_face)before, cp))
        return before;
    uint8_t after = letter_after(p, i, false);
    if (after != NONE && !dgs_face_family((dgs_face)after) && has(p->text, (dgs_face)after, cp))
        return after;
    const bool east = cp >= 0x2e80; // where nothing but Chinese and Japanese has signs of many scripts
    if (east)
        return (uint8_t)any_han(p, cp, DGS_FACE_REGULAR);
    for (int face = DGS_FACE_HEBREW; face <= DGS_FACE_MORE_SIGNS; face++)
        if (has(p->text, (dgs_face)face, cp))
            return (uint8_t)face;
    return DGS_FACE_REGULAR;
}

static void choose_faces(paragraphs *p)
{
    uint8_t before = NONE;
    choose_for_letters(p);
    for (size_t i = 0; i < p->n; i++) {
        if (i > 0 && p->cp[i - 1] != '\n' && p->cp[i - 1] != ' ' && sticks(p->cp[i]))
            p->face[i] = p->face[i - 1];
        else if (p->face[i] == NONE)
            p->face[i] = face_for_many(p, i, before);
        before = p->face[i];
    }
}

// Signs and digits of the family belong to the word that they stand in or at the end of, and a blank to the words on
// both of its sides: else readers would get the word in pieces of several languages.
static uint8_t script_for(const paragraphs *p, size_t i, uint8_t before)
{
    if (p->face[i] != DGS_FACE_REGULAR || !is_of_many(script_of(p->cp[i])) || p->cp[i] == '\n')
        return p->face[i];
    bool blank = p->cp[i] == ' ' || p->cp[i] == 0xa0;
    size_t next = i + 1;
    while (next < p->n && p->cp[next] != '\n' && is_of_many(script_of(p->cp[next])) &&
           (blank || (p->cp[next] != ' ' && p->cp[next] != 0xa0)))
        next++;
    uint8_t after = next < p->n ? p->face[next] : DGS_FACE_REGULAR;
    if (blank)
        return before == after ? before : DGS_FACE_REGULAR;
    return i > 0 && before != DGS_FACE_REGULAR ? before : after;
}

static void choose_scripts(paragraphs *p)
{
    for (size_t i = 0; i < p->n; i++)
        p->script[i] = script_for(p, i, i == 0 ? DGS_FACE_REGULAR : p->script[i - 1]);
}

// ---- directions ----

typedef struct sequence { // what the rules see of a paragraph, or of a piece that is set apart
    uint32_t *cp, *reach;
    size_t *from; // the character that it is, or the first one of the piece that it stands for
    uint8_t *classes, *levels;
    size_t n;
} sequence;

static void add_one(sequence *s, uint32_t cp, size_t from)
{
    s->cp[s->n] = cp;
    s->from[s->n] = from;
    s->classes[s->n++] = (uint8_t)dgs_bidi_class_of(cp);
}

static size_t piece_end(const paragraphs *p, size_t i, size_t end)
{
    uint32_t piece = p->piece[i];
    while (i < end && p->piece[i] == piece)
        i++;
    return i;
}

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

// The end of the telephone number that begins at i, or i. By the rules alone its groups would change places behind an
// Arabic letter, as ISO dates do; nobody writes or dials it so. A blank parts two numbers where the first has enough
// digits to be one, and the second begins like one.
static size_t number_end(const paragraphs *p, size_t i, size_t to)
{
    enum { LEAST = 6, ENOUGH = 7 }; // digits
    size_t digits = 0, end = i;
    for (size_t k = i; k < to && p->piece[k] == p->piece[i]; k++) {
        uint32_t cp = p->cp[k], next = k + 1 < to ? p->cp[k + 1] : 0;
        bool sign = cp == '-' || cp == '.' || cp == '/' || cp == '(' || cp == ')' || cp == '+' || cp == ' ';
        if (!is_digit(cp) && (!sign || (k == i && cp != '(' && cp != '+')))
            break;
        if (cp == ' ' && ((digits >= ENOUGH && (next == '0' || next == '+' || next == '(')) || next == ' '))
            break;
        digits += is_digit(cp);
        end = is_digit(cp) ? k + 1 : end;
    }
    return digits >= LEAST ? end : i;
}

// A piece that is set apart has the level above that of what stands for it (as of an FSI: rules X5c and X6a).
static void level_apart(paragraphs *p, sequence *s, size_t from, size_t to)
{
    uint8_t outer = p->level[from];
    s->n = 0;
    for (size_t i = from; i < to; i++)
        add_one(s, p->cp[i], i);
    uint8_t base = dgs_bidi_levels(s->cp, s->n, DGS_BIDI_AUTO, (dgs_bidi_room){s->classes, s->reach}, s->levels);
    uint8_t up = base == 1 ? (uint8_t)(((outer + 1) | 1) - 1) : (uint8_t)((outer + 2) & ~1);
    bool plain = base == 0 && outer == 0; // nothing round it is turned: no need of a level of its own
    for (size_t i = from; i < to; i++)
        p->level[i] = (uint8_t)(s->levels[i - from] + (plain ? 0 : up));
}

static void level_paragraph(paragraphs *p, const dgs_piece *pieces, sequence *s, size_t from, size_t to)
{
    s->n = 0;
    for (size_t i = from, end; i < to; i = end) {
        bool apart = pieces[p->piece[i]].apart, begins = i == from || !is_digit(p->cp[i - 1]);
        size_t number = apart || !begins ? i : number_end(p, i, to); // is to the rules what one digit is
        end = apart ? piece_end(p, i, to) : number > i ? number : i + 1;
        add_one(s, apart ? 0xfffc : number > i ? '0' : p->cp[i], i);
    }
    size_t outer = s->n;
    uint8_t base = dgs_bidi_levels(s->cp, outer, DGS_BIDI_AUTO, (dgs_bidi_room){s->classes, s->reach}, s->levels);
    for (size_t k = 0; k < outer; k++) {
        size_t end = k + 1 < outer ? s->from[k + 1] : to;
        memset(p->level + s->from[k], s->levels[k], end - s->from[k]);
    }
    memset(p->base + from, base, to - from);
    for (size_t i = from, end; i < to; i = end) {
        end = piece_end(p, i, to);
        if (pieces[p->piece[i]].apart)
            level_apart(p, s, i, end);
    }
}

static bool choose_levels(paragraphs *p, const dgs_piece *pieces, dgs_arena *arena)
{
    sequence s = {dgs_arena_array(arena, p->n, sizeof *s.cp),
                  dgs_arena_array(arena, p->n, sizeof *s.reach),
                  dgs_arena_array(arena, p->n, sizeof *s.from),
                  dgs_arena_alloc(arena, p->n),
                  dgs_arena_alloc(arena, p->n),
                  0};
    if (s.cp == NULL || s.reach == NULL || s.from == NULL || s.classes == NULL || s.levels == NULL)
        return false;
    for (size_t from = 0, to; from < p->n; from = to) {
        to = from;
        while (to < p->n && p->cp[to] != '\n')
            to++;
        to += to < p->n;
        level_paragraph(p, pieces, &s, from, to);
    }
    return true;
}

// ---- all of it ----

static bool read(paragraphs *p, const dgs_piece *pieces, size_t npieces, dgs_arena *arena)
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

static bool same_item(const paragraphs *p, size_t a, size_t b)
{
    return p->face[a] == p->face[b] && p->script[a] == p->script[b] && p->level[a] == p->level[b] &&
           p->base[a] == p->base[b];
}

static size_t bytes_of(uint32_t cp)
{
    return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

static bool cut(const paragraphs *p, dgs_arena *arena, dgs_stretch **out, size_t *n)
{
    size_t count = p->n > 0;
    for (size_t i = 1; i < p->n; i++)
        count += !same_item(p, i - 1, i);
    dgs_stretch *stretches = dgs_arena_array(arena, count, sizeof *stretches);
    if (stretches == NULL && count > 0)
        return false;
    size_t byte = 0, k = 0;
    for (size_t i = 0; i < p->n; i++) {
        k += i > 0 && !same_item(p, i - 1, i);
        byte += bytes_of(p->cp[i]);
        stretches[k] = (dgs_stretch){byte, (dgs_face)p->face[i], (dgs_face)p->script[i], p->level[i], p->base[i]};
    }
    *out = stretches;
    *n = count;
    return true;
}

bool dgs_text_stretches(dgs_text *text, const dgs_piece *pieces, size_t npieces, dgs_arena *arena, dgs_stretch **out,
                        size_t *n, dgs_err *err)
{
    paragraphs p = {.text = text};
    if (!read(&p, pieces, npieces, arena))
        return dgs_fail_memory(err);
    dgs_memory_watch();
    choose_faces(&p);
    choose_scripts(&p);
    if (!dgs_memory_held() || (p.turned && !choose_levels(&p, pieces, arena)) || !cut(&p, arena, out, n))
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
    hb_script_t script = script_of(code_point);
    dgs_str file;
    bool east =
        is_of_many(script) ? code_point >= 0x3000 && code_point < 0xfe00 : face_of_script(script) >= DGS_FACE_HAN_SC;
    return east && !dgs_script_file(&text->host, DGS_FACE_HAN_SC, &file);
}

const char dgs_text_install[] = "the fonts of Chinese, Japanese and Korean are not installed: make them with \"make "
                                "cjk-fonts\" and install again, or name their file with --fonts";

// ---- line ends ----

static bool is_east(uint32_t cp)
{
    return (cp >= 0x2e80 && cp < 0x3200 && !(cp >= 0x3130 && cp < 0x3190)) || (cp >= 0x3200 && cp < 0xa4d0) ||
           (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0xff01 && cp < 0xffa0) || (cp >= 0x20000 && cp < 0x40000);
}

static bool is_among(uint32_t cp, const char *list)
{
    dgs_str rest = dgs_str_of(list);
    for (int32_t of; (of = dgs_utf8_next(&rest)) >= 0;)
        if ((uint32_t)of == cp)
            return true;
    return false;
}

// The rules of Japanese and Chinese typesetting in brief (JIS X 4051, GB/T 15834): signs that close, and small kana,
// begin no line; signs that open end none.
bool dgs_text_may_end(uint32_t before, uint32_t after)
{
    static const char no_begin[] = "）」』】〉》］｝、。，．：；！？・ー～々〻ゝゞヽヾ〕〙〗｝〞〟゛゜゠–‐"
                                   "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
                                   "ｧｨｩｪｫｬｭｮｯｰﾞﾟ｡｣､･)]},.:;!?%’”";
    static const char no_end[] = "（「『【〈《［｛〔〘〖〝｢([{‘“$£¥＄￥";
    if ((!is_east(before) && !is_east(after)) || sticks(after))
        return false;
    return !is_among(after, no_begin) && !is_among(before, no_end);
}
