// Which fonts rsvg-convert has, by the library that it asks too, fontconfig. Private to the room.
#ifndef DGS_CONVERT_FONTS_H
#define DGS_CONVERT_FONTS_H
#include "base/drawer.h"

enum { DGS_FONTS_QUESTION_MAX = 8192 };

// In the process that looks: reads a question, a family's name, 0, and a text, and writes the answer. False where there
// is no fontconfig.
bool dgs_fonts_answer(int question, int answer);

// In the process that asked.
bool dgs_fonts_read(dgs_str answer, dgs_font_found *out);
#endif
