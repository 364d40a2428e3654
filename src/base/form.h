// The forms of Unicode, by utf8proc: a letter with an accent may come as one character or as a letter and marks, and is
// the same letter (UAX #15). Texts are kept composed (NFC); names of files are compared decomposed (NFD). Knows nothing
// of fonts or files.
#ifndef DGS_BASE_FORM_H
#define DGS_BASE_FORM_H
#include <stdint.h>

#include "base/str.h"

// Makes *text composed, in the arena where it was not; then it is NUL-terminated. What is not UTF-8 stays as it is, for
// the checks to tell, and so does a text with more than DGS_FORM_MARKS marks on one letter, which no font can set and
// whose order would take long to find. ASCII and most letters of Europe cost a look at each byte. False when memory
// ends.
bool dgs_form_compose(dgs_arena *arena, dgs_str *text);

// The same with plain letters for those that are only another look of them (NFKC).
bool dgs_form_compose_plain(dgs_arena *arena, dgs_str *text);

// The same for the name of a file that is not found as it is: decomposed, as Apple's HFS+ keeps all names.
bool dgs_form_decompose(dgs_arena *arena, dgs_str *text);

enum { DGS_FORM_MARKS = 127 };

// Composes `n` bytes in place; returns how many they are then, cut before a character where they would be more than
// `room`, which is DGS_FORM_ROOM at most. Nothing is allocated.
size_t dgs_form_compose_in(char *text, size_t n, size_t room);

// Decomposed, a character of two bytes becomes three at most, and one of three bytes four (UAX #15, table 10).
enum { DGS_FORM_ROOM = 512, DGS_FORM_FOLDED = DGS_FORM_ROOM * 3 / 2 };

// One letter after another of valid UTF-8 of at most DGS_FORM_ROOM bytes, decomposed and in lower case: two names
// give the same where a file system that ignores case and form takes them for one. *n is their number. Case is that of
// simple case folding (Unicode's CaseFolding.txt, C and S): ß is not ss, and ı and İ are other letters than i and I.
void dgs_form_fold(dgs_str text, uint32_t out[DGS_FORM_FOLDED], size_t *n);

// A character's lower case, by simple mapping; itself where it has none.
int32_t dgs_form_lower(int32_t cp);

typedef enum dgs_form_kind {
    DGS_FORM_LETTER,
    DGS_FORM_MARK,
    DGS_FORM_DIGIT,
    DGS_FORM_SIGN, // a picture or symbol, one's own or a company's; what encloses the sign before it
    DGS_FORM_OTHER
} dgs_form_kind;
dgs_form_kind dgs_form_kind_of(int32_t cp); // by its general category

// Puts plain letters for those that people copy to look different: mathematical bold, script and the like, full width,
// circled. Signs of full width stay in a text that has Chinese, Japanese or Korean letters. *text is another one, in
// the arena, only where there were any. False when memory ends.
bool dgs_form_plain(dgs_arena *arena, dgs_str *text);

// A mark that is on the letter before it: one with a canonical combining class.
bool dgs_form_mark(int32_t cp);
#endif
