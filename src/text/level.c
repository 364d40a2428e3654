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

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

// The end of the telephone number that begins at i, or i. By the rules alone its groups would change places behind an
// Arabic letter, as ISO dates do; nobody writes or dials it so. A blank parts two numbers where the first has enough
// digits to be one, and the second begins like one.
static size_t number_end(const dgs_paragraphs *p, size_t i, size_t to)
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
static void level_apart(dgs_paragraphs *p, sequence *s, size_t from, size_t to)
{
    uint8_t outer = p->level[from];
    s->n = 0;
    for (size_t i = from; i < to && s->n < p->n; i++) // the second bound is for GCC 14, which cannot see the first
        add_one(s, p->cp[i], i);
    uint8_t base = dgs_bidi_levels(s->cp, s->n, DGS_BIDI_AUTO, (dgs_bidi_room){s->classes, s->reach}, s->levels);
    uint8_t up = base == 1 ? (uint8_t)(((outer + 1) | 1) - 1) : (uint8_t)((outer + 2) & ~1);
    bool plain = base == 0 && outer == 0; // nothing round it is turned: no need of a level of its own
    for (size_t i = from; i < to; i++)
        p->level[i] = (uint8_t)(s->levels[i - from] + (plain ? 0 : up));
}

static void level_paragraph(dgs_paragraphs *p, const dgs_piece *pieces, sequence *s, size_t from, size_t to)
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

bool dgs_paragraphs_level(dgs_paragraphs *p, const dgs_piece *pieces, dgs_arena *arena)
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
