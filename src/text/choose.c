// Which face sets which characters.
#include "text/fonts.h"
#include "text/paragraph.h"
#include "text/script.h"

enum { NONE = UINT8_MAX }; // a face that is not chosen yet

typedef struct ahead { // of a character, the next one ...
    uint32_t full;     // that is no blank
    uint32_t letter;   // that is a letter or ends a paragraph
    uint32_t word;     // that is a letter, a blank, or ends a paragraph
} ahead;

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || cp == 0xa0;
}

// For each character and the end, so that no text makes this look far ahead again and again.
static ahead *look_ahead(const dgs_paragraphs *p, dgs_arena *arena)
{
    ahead *next = dgs_arena_array(arena, p->n + 1, sizeof *next);
    if (next == NULL)
        return NULL;
    uint32_t end = (uint32_t)p->n;
    next[end] = (ahead){end, end, end};
    for (uint32_t i = end; i-- > 0;) {
        bool blank = is_blank(p->cp[i]);
        bool letter = p->cp[i] == '\n' || !dgs_script_is_common(dgs_script_of(p->cp[i]));
        next[i].full = blank ? next[i + 1].full : i;
        next[i].letter = letter ? i : next[i + 1].letter;
        next[i].word = letter || blank ? i : next[i + 1].word;
    }
    return next;
}

// Of a damaged face it is said too, so that shaping refuses the file, and no other face takes its place.
static bool has(dgs_text *text, dgs_face face, uint32_t cp)
{
    dgs_err unopened = {0};
    dgs_str file;
    if (!dgs_face_family(face) && !dgs_script_file(&text->host, face, &file))
        return false;
    return dgs_text_open(text, face, &unopened) ? dgs_text_has(text, face, cp) : text->seal.damaged;
}

// Which of the four faces for Han is first asked: what else stands in the text tells it, or the practice does.
static dgs_face usual_han(const dgs_paragraphs *p)
{
    dgs_face said = dgs_script_language_face(p->text->language), told = DGS_FACE_REGULAR;
    for (size_t i = 0; i < p->n; i++) {
        dgs_face face = dgs_script_is_common(dgs_script_of(p->cp[i])) ? DGS_FACE_REGULAR
                                                                      : dgs_script_choose(dgs_script_of(p->cp[i]));
        if (face > DGS_FACE_HAN_SC && told != DGS_FACE_HAN_JP)
            told = face;
    }
    if (said >= DGS_FACE_HAN_SC && told == DGS_FACE_REGULAR)
        return said;
    p->text->guessed = p->text->guessed || told == DGS_FACE_REGULAR;
    return told == DGS_FACE_REGULAR ? DGS_FACE_HAN_SC : told;
}

// How many of the text's Han characters a face has.
static size_t count_han(const dgs_paragraphs *p, dgs_face face)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        n += dgs_script_of(p->cp[i]) == HB_SCRIPT_HAN && has(p->text, face, p->cp[i]);
    return n;
}

// The one that has most of them; of equals the usual one.
static dgs_face best_han(const dgs_paragraphs *p)
{
    dgs_face best = usual_han(p);
    size_t most = count_han(p, best), all = 0;
    for (size_t i = 0; i < p->n; i++)
        all += dgs_script_of(p->cp[i]) == HB_SCRIPT_HAN;
    for (int face = DGS_FACE_HAN_SC; most < all && face <= DGS_FACE_HAN_KR; face++) {
        size_t n = count_han(p, (dgs_face)face);
        best = n > most ? (dgs_face)face : best;
        most = n > most ? n : most;
    }
    return best;
}

static dgs_face any_han(const dgs_paragraphs *p, uint32_t cp, dgs_face otherwise)
{
    for (int face = DGS_FACE_HAN_SC; face <= DGS_FACE_HAN_KR; face++)
        if (has(p->text, (dgs_face)face, cp))
            return (dgs_face)face;
    return otherwise;
}

// Letters, whose script tells the face.
static void choose_for_letters(dgs_paragraphs *p)
{
    dgs_face han = DGS_FACE_REGULAR;
    for (size_t i = 0; i < p->n; i++) {
        hb_script_t script = dgs_script_of(p->cp[i]);
        p->face[i] = NONE;
        if (dgs_script_is_common(script))
            continue;
        dgs_face face = dgs_script_choose(script);
        if (script == HB_SCRIPT_HAN) {
            han = han == DGS_FACE_REGULAR ? best_han(p) : han;
            face = has(p->text, han, p->cp[i]) ? han : any_han(p, p->cp[i], DGS_FACE_REGULAR);
        } else if (!dgs_face_family(face) && !dgs_script_sticks(p->cp[i]) && !has(p->text, face, p->cp[i])) {
            face = face >= DGS_FACE_HAN_SC ? any_han(p, p->cp[i], DGS_FACE_REGULAR) : DGS_FACE_REGULAR;
        }
        p->face[i] = (uint8_t)face;
    }
}

static uint8_t face_at(const dgs_paragraphs *p, size_t i)
{
    return i < p->n ? p->face[i] : NONE;
}

// What many scripts use, such as digits, looks the same everywhere on a page; but a blank between two words of one
// script is theirs, so that they stay one piece for readers.
static uint8_t face_for_many(const dgs_paragraphs *p, const ahead *next, size_t i, uint8_t before)
{
    uint32_t cp = p->cp[i];
    bool blank = is_blank(cp), other = before != NONE && !dgs_face_family((dgs_face)before);
    if (blank && other && face_at(p, next[i].full) == before && has(p->text, (dgs_face)before, ' '))
        return before;
    const uint32_t middle_dot = 0xb7; // as wide as a character between two of Chinese
    if (cp == middle_dot && other && before >= DGS_FACE_HAN_SC && face_at(p, i + 1) == before)
        return before;
    if (cp == '\n' || has(p->text, DGS_FACE_REGULAR, cp))
        return DGS_FACE_REGULAR;
    if (other && has(p->text, (dgs_face)before, cp))
        return before;
    uint8_t after = face_at(p, next[i].letter);
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

static void choose_faces(dgs_paragraphs *p, const ahead *next)
{
    uint8_t before = NONE;
    choose_for_letters(p);
    for (size_t i = 0; i < p->n; i++) {
        if (i > 0 && p->cp[i - 1] != '\n' && p->cp[i - 1] != ' ' && dgs_script_sticks(p->cp[i]))
            p->face[i] = p->face[i - 1];
        else if (p->face[i] == NONE)
            p->face[i] = face_for_many(p, next, i, before);
        before = p->face[i];
    }
}

// Signs and digits of the family belong to the word that they stand in or at the end of, and a blank to the words on
// both of its sides: else readers would get the word in pieces of several languages.
static uint8_t script_for(const dgs_paragraphs *p, const ahead *next, size_t i, uint8_t before)
{
    if (p->face[i] != DGS_FACE_REGULAR || !dgs_script_is_common(dgs_script_of(p->cp[i])) || p->cp[i] == '\n')
        return p->face[i];
    bool blank = is_blank(p->cp[i]);
    size_t to = blank ? next[i + 1].letter : next[i + 1].word;
    uint8_t after = to < p->n ? p->face[to] : DGS_FACE_REGULAR;
    if (blank)
        return before == after ? before : DGS_FACE_REGULAR;
    return i > 0 && before != DGS_FACE_REGULAR ? before : after;
}

bool dgs_paragraphs_choose(dgs_paragraphs *p, dgs_arena *arena)
{
    const ahead *next = look_ahead(p, arena);
    if (next == NULL)
        return false;
    choose_faces(p, next);
    for (size_t i = 0; i < p->n; i++)
        p->script[i] = script_for(p, next, i, i == 0 ? DGS_FACE_REGULAR : p->script[i - 1]);
    return true;
}

bool dgs_text_anywhere(dgs_text *text, uint32_t code_point)
{
    for (int face = 0; face < DGS_FACES; face++)
        if ((face < DGS_FACES_USUAL || face >= DGS_FACES_FAMILY) && has(text, (dgs_face)face, code_point))
            return true;
    return dgs_text_lacks_data(text, code_point);
}
