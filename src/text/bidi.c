#include "text/bidi.h"

#include <stdbool.h>
#include <string.h>

#include "text/text.h"

// Short names, as UAX 9 has them.
enum {
    L = DGS_BIDI_L,
    R = DGS_BIDI_R,
    AL = DGS_BIDI_AL,
    EN = DGS_BIDI_EN,
    ES = DGS_BIDI_ES,
    ET = DGS_BIDI_ET,
    AN = DGS_BIDI_AN,
    CS = DGS_BIDI_CS,
    NSM = DGS_BIDI_NSM,
    BN = DGS_BIDI_BN,
    ON = DGS_BIDI_ON,
    OPEN_MAX = 63 // brackets that may be open at once (BD16)
};

typedef struct paragraph {
    const uint32_t *cp;
    uint8_t *t;    // the classes in force
    uint8_t *orig; // the characters' own; lies where the levels will
    size_t n;
    uint8_t e; // the embedding direction, as a class
} paragraph;

dgs_bidi_class dgs_bidi_class_of(uint32_t cp)
{
    size_t low = 0, high = dgs_nbidi_ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (dgs_bidi_ranges[middle].last < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return low < dgs_nbidi_ranges && dgs_bidi_ranges[low].first <= cp ? dgs_bidi_ranges[low].is : DGS_BIDI_L;
}

// As rules N0 to N2 see a class: numbers are R.
static uint8_t strong(uint8_t t)
{
    return t == EN || t == AN || t == R ? R : t == L ? L : ON;
}

static int base_of(const uint8_t *classes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (classes[i] == L || classes[i] == R || classes[i] == AL)
            return classes[i] != L;
    return 0;
}

// W1 to W3.
static void settle_letters(paragraph *p)
{
    uint8_t before = p->e; // any class
    uint8_t letter = before;
    for (size_t i = 0; i < p->n; i++) {
        uint8_t *t = &p->t[i];
        if (*t == NSM)
            *t = before;
        if (*t != BN)
            before = *t;
        if (*t == L || *t == R || *t == AL)
            letter = *t;
        else if (*t == EN && letter == AL)
            *t = AN;
    }
    for (size_t i = 0; i < p->n; i++)
        if (p->t[i] == AL)
            p->t[i] = R;
}

// The next character that the rules see, from i in steps of `by`; n where there is none. BN are not seen (5.2).
static size_t seen_from(const paragraph *p, size_t i, int by)
{
    while (i < p->n && p->t[i] == BN)
        i = by > 0 ? i + 1 : i - 1; // below 0 it is above n
    return i < p->n ? i : p->n;
}

// W4: one separator between two numbers of a kind.
static void settle_separators(paragraph *p)
{
    for (size_t i = 1; i + 1 < p->n; i++) {
        if (p->t[i] != ES && p->t[i] != CS)
            continue;
        size_t before = seen_from(p, i - 1, -1), after = seen_from(p, i + 1, 1);
        if (before == p->n || after == p->n || p->t[before] != p->t[after])
            continue;
        if (p->t[before] == EN || (p->t[before] == AN && p->t[i] == CS))
            p->t[i] = p->t[before];
    }
}

// W5: signs such as % beside a number are of it.
static void settle_terminators(paragraph *p)
{
    for (size_t i = 0, end; i < p->n; i = end) {
        end = i + 1;
        if (p->t[i] != ET)
            continue;
        while (end < p->n && (p->t[end] == ET || p->t[end] == BN))
            end++;
        size_t before = i == 0 ? p->n : seen_from(p, i - 1, -1);
        bool number = (before < p->n && p->t[before] == EN) || (end < p->n && p->t[end] == EN);
        for (size_t k = i; number && k < end; k++)
            p->t[k] = p->t[k] == ET ? EN : p->t[k];
    }
}

// W6 and W7.
static void settle_numbers(paragraph *p)
{
    uint8_t letter = p->e;
    for (size_t i = 0; i < p->n; i++) {
        uint8_t *t = &p->t[i];
        if (*t == ET || *t == ES || *t == CS)
            *t = ON;
        if (*t == L || *t == R)
            letter = *t;
        else if (*t == EN && letter == L)
            *t = L;
    }
}

// A bracket, with its other half: two pairs are the same but for their code points.
static uint32_t same_bracket(uint32_t cp)
{
    return cp == 0x2329 ? 0x3008 : cp == 0x232a ? 0x3009 : cp;
}

static bool find_pair(uint32_t cp, bool *opens, uint32_t *close)
{
    for (size_t i = 0; i < dgs_nbidi_pairs; i++)
        if (dgs_bidi_pairs[i].open == cp || dgs_bidi_pairs[i].close == cp) {
            *opens = dgs_bidi_pairs[i].open == cp;
            *close = same_bracket(dgs_bidi_pairs[i].close);
            return true;
        }
    return false;
}

// BD16: reach[i] becomes how far the closing half of an opening bracket lies behind it; 0 for all others.
static void pair_brackets(const paragraph *p, uint32_t *reach)
{
    struct {
        size_t at;
        uint32_t close;
    } open[OPEN_MAX];
    size_t depth = 0;
    memset(reach, 0, p->n * sizeof *reach);
    for (size_t i = 0; i < p->n; i++) {
        bool opens;
        uint32_t close;
        if (p->t[i] != ON || !find_pair(p->cp[i], &opens, &close))
            continue;
        if (opens && depth == OPEN_MAX)
            return;
        if (opens) {
            open[depth].at = i;
            open[depth++].close = close;
            continue;
        }
        size_t k = depth;
        while (k > 0 && open[k - 1].close != close)
            k--;
        if (k > 0) {
            depth = k - 1;
            reach[open[depth].at] = (uint32_t)(i - open[depth].at);
        }
    }
}

// What a pair becomes by what is in it and the last strong class before it; ON: it stays.
static uint8_t pair_class(const paragraph *p, size_t from, size_t to, uint8_t before)
{
    bool other = false;
    for (size_t i = from + 1; i < to; i++) {
        uint8_t s = strong(p->t[i]);
        if (s == p->e)
            return p->e;
        other = other || s != ON;
    }
    return !other ? ON : before;
}

// A bracket takes its class, and marks on it with it.
static void set_bracket(paragraph *p, size_t at, uint8_t class)
{
    p->t[at] = class;
    for (size_t i = at + 1; i < p->n && (p->orig[i] == NSM || p->orig[i] == BN); i++)
        if (p->orig[i] == NSM)
            p->t[i] = class;
}

// N0.
static void settle_brackets(paragraph *p, uint32_t *reach)
{
    uint8_t before = p->e;
    pair_brackets(p, reach);
    for (size_t i = 0; i < p->n; i++) {
        uint8_t class = reach[i] == 0 ? ON : pair_class(p, i, i + reach[i], before);
        if (class != ON) {
            set_bracket(p, i, class);
            set_bracket(p, i + reach[i], class);
        }
        if (strong(p->t[i]) != ON)
            before = strong(p->t[i]);
    }
}

// N1 and N2.
static void settle_neutrals(paragraph *p)
{
    for (size_t i = 0, end; i < p->n; i = end) {
        end = i + 1;
        if (strong(p->t[i]) != ON)
            continue;
        while (end < p->n && strong(p->t[end]) == ON)
            end++;
        uint8_t before = i == 0 ? p->e : strong(p->t[i - 1]), after = end == p->n ? p->e : strong(p->t[end]);
        memset(p->t + i, before == after ? before : p->e, end - i);
    }
}

uint8_t dgs_bidi_levels(const uint32_t *cp, size_t n, int base, dgs_bidi_room room, uint8_t *levels)
{
    int paragraph_base = base == DGS_BIDI_AUTO ? base_of(room.classes, n) : base;
    paragraph p = {cp, room.classes, levels, n, paragraph_base == 0 ? L : R};
    memcpy(levels, room.classes, n);
    settle_letters(&p);
    settle_separators(&p);
    settle_terminators(&p);
    settle_numbers(&p);
    settle_brackets(&p, room.reach);
    settle_neutrals(&p);
    for (size_t i = 0; i < n; i++) // I1 and I2
        if (paragraph_base == 0)
            levels[i] = p.t[i] == R ? 1 : p.t[i] == L ? 0 : 2;
        else
            levels[i] = p.t[i] == R ? 1 : 2;
    return (uint8_t)paragraph_base;
}

static void turn(size_t *order, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        size_t kept = order[i];
        order[i] = order[n - 1 - i];
        order[n - 1 - i] = kept;
    }
}

void dgs_text_order(const uint8_t *levels, size_t n, size_t *order)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < n; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (uint8_t level = highest; level > 0; level--)
        for (size_t i = 0, end; i < n; i = end) {
            end = i + 1;
            while (levels[order[i]] >= level && end < n && levels[order[end]] >= level)
                end++;
            turn(order + i, end - i);
        }
}
