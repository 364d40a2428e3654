// A list's bytes -> UTF-8: UTF-16 and the code pages of Windows and the Mac. Knows nothing of rows.
#ifndef DGS_BATCH_CHARSET_H
#define DGS_BATCH_CHARSET_H
#include <stdint.h>

#include "base/str.h"
#include "order/job.h"

// What a file is by its first bytes, where nobody told: by a byte order mark (*skip becomes its length; two of them, as
// tools leave them that do not see the first, count as one), else UTF-16 where every other byte of the first characters
// is 0, else UTF-8. A mark wins over what was told.
dgs_charset dgs_charset_find(dgs_str first, dgs_charset given, size_t *skip);

enum { DGS_CHARSET_GROWS = 3 }; // bytes of UTF-8 at most that one byte becomes

// Decodes whole characters from the head of *from, which is moved past them, to `to`, which has room for
// DGS_CHARSET_GROWS times as many bytes; returns how many it wrote. A piece of a character at the end stays in *from.
// What is not a character becomes U+FFFD.
size_t dgs_charset_decode(dgs_charset encoding, dgs_str *from, char *to);

// The byte that a character is in this code page; -1 where it has none.
int dgs_charset_byte(dgs_charset page, int32_t cp);

// The code page that bytes which are not UTF-8 are most likely in: Mac Roman has letters where Windows-1252 has signs
// that hardly anybody types.
dgs_charset dgs_charset_guess(dgs_str bytes);

// As --encoding calls it.
const char *dgs_charset_word(dgs_charset encoding);

// Text that was encoded twice, read by a code page in between: "CafÃ©". True where all letters beyond ASCII come of
// that; *once becomes what it was before, in the arena, or NULL when memory ends.
bool dgs_charset_twice(dgs_arena *arena, dgs_str text, const char **once);
#endif
