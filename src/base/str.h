// Strings as pointer and length, and a byte buffer that grows in an arena. Knows nothing of files or encodings.
#ifndef DGS_BASE_STR_H
#define DGS_BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

// A piece of memory that somebody else owns. Not NUL-terminated unless said so.
typedef struct dgs_str {
    const char *p;
    size_t n;
} dgs_str;

#define DGS_STR(literal) ((dgs_str){"" literal, sizeof(literal) - 1})

dgs_str dgs_str_of(const char *c_string); // NULL gives the empty string
bool dgs_str_eq(dgs_str a, dgs_str b);
bool dgs_str_is(dgs_str a, const char *c_string);
bool dgs_str_starts(dgs_str s, const char *prefix);
dgs_str dgs_str_trim(dgs_str s); // without spaces, tabs and line ends at both ends

// The hash of a string (FNV-1a, 64 bits: Fowler, Noll, Vo), begun with DGS_HASH_BEGIN, or with that and more mixed in.
// It is the same in each run: for keys that no stranger chooses, else see base/keyed.h.
#define DGS_HASH_BEGIN 0xcbf29ce484222325u
uint64_t dgs_str_hash(uint64_t begin, dgs_str s);

// A NUL-terminated copy in the arena; NULL when the arena is full.
char *dgs_str_copy(dgs_arena *arena, dgs_str s);

// The edit distance of two words (Levenshtein), letter case ignored; for "did you mean".
size_t dgs_str_distance(const char *a, const char *b);

// The word of a NULL-terminated list nearest to `word`, or NULL when none is near enough to be meant.
const char *dgs_str_nearest(const char *word, const char *const *list);

// A growing buffer. After a failed allocation `failed` stays true and further calls do nothing, so that a caller may
// check once at the end. `p` is always NUL-terminated after the first call that succeeded.
typedef struct dgs_buf {
    dgs_arena *arena;
    char *p;
    size_t n, cap;
    bool failed;
} dgs_buf;

// Makes room for n bytes more, so that the buffer need not grow, leaving its smaller copies in the arena.
void dgs_buf_reserve(dgs_buf *buf, size_t n);

void dgs_buf_add(dgs_buf *buf, const void *bytes, size_t n);
void dgs_buf_adds(dgs_buf *buf, const char *c_string);
void dgs_buf_addc(dgs_buf *buf, char c);
void dgs_buf_addf(dgs_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

void dgs_buf_addint(dgs_buf *buf, long long v); // "-12"

// A number with at most three decimals and no trailing zeros, never an exponent ("12", "-0.5"): what a PDF content
// stream takes (ISO 32000-1, 7.3.3), whatever the locale. Magnitudes above 32,767 are clamped (Annex C.2), and an
// invalid number becomes 0.
void dgs_buf_addnum(dgs_buf *buf, double v);
#endif
