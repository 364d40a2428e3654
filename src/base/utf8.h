// UTF-8 (RFC 3629): checking and stepping. Knows nothing of fonts or scripts.
#ifndef DGS_BASE_UTF8_H
#define DGS_BASE_UTF8_H
#include <stdint.h>

#include "base/str.h"

// The code point at s->p, which is moved past it; -1 at the end or where the bytes are not UTF-8 (overlong forms,
// surrogates and values above U+10FFFF included); then s stays.
int32_t dgs_utf8_next(dgs_str *s);

// Writes `cp` as UTF-8 to out (up to 4 bytes, no NUL); returns the number of bytes.
int dgs_utf8_put(uint32_t cp, char out[4]);

// The offset of the first byte that is not valid UTF-8, or s.n when all is well.
size_t dgs_utf8_check(dgs_str s);

// The first control character (C0 but tab and line end, DEL, C1) or noncharacter or direction override in valid
// UTF-8; -1 when there is none. Such a character has no place in a text that is to be printed.
int32_t dgs_utf8_control(dgs_str s);

// Spaces of any width, no-break ones and the ends of lines and paragraphs.
bool dgs_utf8_blank(int32_t cp);

// What no reader sees: soft hyphen, zero-width spaces and joiners, variation selectors, fillers, tags, byte order mark
// (Default_Ignorable_Code_Point of Unicode 15, DerivedCoreProperties.txt, but for the direction overrides that
// dgs_utf8_control() finds). Pasted along with words, it would keep them from being found.
bool dgs_utf8_ignorable(int32_t cp);

// How many bytes at the head are ASCII.
size_t dgs_utf8_ascii(dgs_str s);

// Without spaces of any width and what no reader sees at both ends; bytes that are not UTF-8 stay.
dgs_str dgs_utf8_trim(dgs_str s);

// Takes what no reader sees off the head of valid UTF-8, up to the next character that stays, and returns what stays up
// to the next one that does not: nothing at the end. What is not seen stays where it does something: joiners inside
// words of Arabic and India's scripts, U+200B where it parts words that have no spaces, variants of Han characters.
dgs_str dgs_utf8_seen(dgs_str *s);

// The number of code points in valid UTF-8.
size_t dgs_utf8_length(dgs_str s);

// Whether a character has no place in a message: it steers a terminal (C0 with tab and line end, DEL, C1), turns the
// order of others round (Bidi_Control), ends a line in secret, or is not seen, so that words look like others. Joiners
// and variation selectors pass after what is not Latin (`before`, the character before it; 0 = none), where emoji and
// other scripts need them.
bool dgs_utf8_hides(int32_t before, int32_t cp);

// Puts one '?' for each character that dgs_utf8_hides() and for each piece that is not UTF-8, such as a character that
// the limit of a quotation has cut: for words of a stranger that go to a terminal.
void dgs_utf8_mask(char *s);
#endif
