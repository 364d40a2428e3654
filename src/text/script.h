// The faces of scripts that the family does not have: one weight each. Private to this room.
#ifndef DGS_TEXT_SCRIPT_H
#define DGS_TEXT_SCRIPT_H
#include <hb.h>

#include "text/text.h"

typedef struct dgs_script_face {
    const char *name;        // as a PDF calls it
    hb_script_t script;      // what it is shaped as
    const char *language;    // BCP 47, where nothing else is known
    const char *first, *end; // its file; NULL where that is in the data file of Chinese, Japanese and Korean
} dgs_script_face;

// What is known of a face from DGS_FACE_THAI on.
const dgs_script_face *dgs_script_face_of(dgs_face face);

// Unicode's script of a character; whether many scripts use it; the face of a script, or that of the family.
hb_script_t dgs_script_of(uint32_t code_point);
bool dgs_script_is_common(hb_script_t script);
dgs_face dgs_script_choose(hb_script_t script);

// Whether it is on the character before, or has no glyph of its own.
bool dgs_script_sticks(uint32_t code_point);

// The face of a language that the practice may name ("zh-Hant"); DGS_FACE_REGULAR where it decides nothing.
dgs_face dgs_script_language_face(const char *language);

// The file of a face; false where it is not there.
bool dgs_script_file(const dgs_text_host *host, dgs_face face, dgs_str *out);
#endif
