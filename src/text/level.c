// In which direction characters run.
#include <string.h>

#include "text/bidi.h"
#include "text/paragraph.h"

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

static size_t piece_end(const dgs_paragraphs *p, size_t i, size_t end)
{
    uint32_t piece = p->piece[i];
    while (i < end && p->piece[i] == piece)
        i++;
    return i;
}

enum { NUMBER_MOST = 40 }; // characters; so that no text makes it look far ahead again and again

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

static bool is_currency(uint32_t cp)
{
    return cp == '$' || (cp >= 0xa2 && cp <= 0xa5) || (cp >= 0x20a0 && cp < 0x20d0);
}

// The end of the telephone number that begins at i, or i. By the rules alone its groups would change places behind an
// Arabic letter, as ISO dates do; nobody writes or dials it so. A blank parts two numbers where the first has enough
// digits to be one, and the second begins like one.
static size_t number_end(const dgs_paragraphs *p, size_t i, size_t to)
{
    enum { LEAST = 6, ENOUGH = 7 }; // digits
    size_t digits = 0, end = i;
    for (size_t k = i; k < to && k - i < NUMBER_MOST && p->piece[k] == p->piece[i]; k++) {
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

// The end of the price that begins at i, such as "$60-$85" or "1,200 €", or i. By the rules alone its sign would be on
// its other side behind an Arabic letter.
static size_t price_end(const dgs_paragraphs *p, size_t i, size_t to)
{
    size_t end = i;
    bool digit = false, currency = false;
    for (size_t k = i; k < to && k - i < NUMBER_MOST && p->piece[k] == p->piece[i]; k++) {
        uint32_t cp = p->cp[k], before = k == i ? 0 : p->cp[k - 1], next = k + 1 < to ? p->cp[k + 1] : 0;
        bool inner = cp == '.' || cp == ',' || cp == '-' || cp == '/' || cp == 0x2013 ||
                     (cp == ' ' && (is_currency(before) || (is_currency(next) && !currency)));
        if (!is_digit(cp) && !is_currency(cp) && (!inner || k == i))
            break;
        digit = digit || is_digit(cp);
        currency = currency || is_currency(cp);
        end = is_digit(cp) || is_currency(cp) ? k + 1 : end;
    }
    return digit && currency ? end : i;
}

static bool is_number(uint32_t cp)
{
    dgs_bidi_class is = dgs_bidi_class_of(cp);
    return is == DGS_BIDI_EN || is == DGS_BIDI_ET;
}

// Whether the number that begins at i, such as "60/90", belongs to a word from left to right behind it: "90 min" and
// "12 Mill Lane" stay whole. By the rules alone the number would go to the other side of the word.
static bool is_latin(const dgs_paragraphs *p, size_t i, size_t to)
{
    size_t k = i;
    bool inner = true;
    for (; k + 1 < to && p->piece[k + 1] == p->piece[i] && k - i < NUMBER_MOST && inner; k += inner) {
        uint32_t cp = p->cp[k];
        bool sign = cp == '.' || cp == ',' || cp == ':' || cp == '/' || cp == '-' || cp == 0x2013 || cp == ' ';
        inner = is_number(cp) || (sign && is_number(p->cp[k + 1]));
    }
    if (k > i && k + 1 < to && (p->cp[k] == ' ' || p->cp[k] == 0xa0 || p->cp[k] == '-'))
        k++;
    return p->piece[k] == p->piece[i] && dgs_bidi_class_of(p->cp[k]) == DGS_BIDI_L;
}

// What the rules see of [from, to): where there are pieces, one that is set apart is an object; a telephone number or a
// price is one digit; and a mark from left to right (LRM) stands before a number that belongs to Latin words. So the
// rules themselves are Unicode's, and what they are given is by a higher protocol (UAX 9, HL3 and HL4).
static void see(const dgs_paragraphs *p, const dgs_piece *pieces, sequence *s, size_t from, size_t to)
{
    enum { MARK = 0x200e, OBJECT = 0xfffc };
    s->n = 0;
    for (size_t i = from, end; i < to; i = end) {
        bool apart = pieces != NULL && pieces[p->piece[i]].apart;
        bool begins = !apart && (i == from || !is_digit(p->cp[i - 1]));
        size_t number = begins ? number_end(p, i, to) : i;
        if (begins && number == i)
            number = price_end(p, i, to);
        if (begins && is_number(p->cp[i]) && is_latin(p, i, to))
            add_one(s, MARK, i);
        end = apart ? piece_end(p, i, to) : number > i ? number : i + 1;
        add_one(s, apart ? OBJECT : number > i ? '0' : p->cp[i], i);
    }
}

// Gives the levels of what the rules saw to the characters; each level is `up` higher than there.
static void settle(dgs_paragraphs *p, const sequence *s, size_t to, uint8_t up)
{
    for (size_t k = 0; k < s->n; k++) {
        size_t end = k + 1 < s->n ? s->from[k + 1] : to;
        memset(p->level + s->from[k], s->levels[k] + up, end - s->from[k]);
    }
}

// A piece that is set apart has the level above that of what stands for it (as of an FSI: rules X5c and X6a).
static void level_apart(dgs_paragraphs *p, sequence *s, size_t from, size_t to)
{
    uint8_t outer = p->level[from];
    see(p, NULL, s, from, to);
    uint8_t base = dgs_bidi_levels(s->cp, s->n, DGS_BIDI_AUTO, (dgs_bidi_room){s->classes, s->reach}, s->levels);
    uint8_t up = base == 1 ? (uint8_t)(((outer + 1) | 1) - 1) : (uint8_t)((outer + 2) & ~1);
    bool plain = base == 0 && outer == 0; // nothing round it is turned: no need of a level of its own
    settle(p, s, to, plain ? 0 : up);
}

static void level_paragraph(dgs_paragraphs *p, const dgs_piece *pieces, sequence *s, size_t from, size_t to)
{
    see(p, pieces, s, from, to);
    uint8_t base = dgs_bidi_levels(s->cp, s->n, DGS_BIDI_AUTO, (dgs_bidi_room){s->classes, s->reach}, s->levels);
    settle(p, s, to, 0);
    memset(p->base + from, base, to - from);
    for (size_t i = from, end; i < to; i = end) {
        end = piece_end(p, i, to);
        if (pieces[p->piece[i]].apart)
            level_apart(p, s, i, end);
    }
}

bool dgs_paragraphs_level(dgs_paragraphs *p, const dgs_piece *pieces, dgs_arena *arena)
{
    const size_t most = 2 * p->n; // with a mark before each
    sequence s = {dgs_arena_array(arena, most, sizeof *s.cp),
                  dgs_arena_array(arena, most, sizeof *s.reach),
                  dgs_arena_array(arena, most, sizeof *s.from),
                  dgs_arena_alloc(arena, most),
                  dgs_arena_alloc(arena, most),
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
