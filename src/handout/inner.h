// What the files of this room share. Nobody outside includes it.
#ifndef DGS_HANDOUT_INNER_H
#define DGS_HANDOUT_INNER_H
#include "handout/handout.h"
#include "image/logos.h"

// Checks the order's settings for out->package: makes the profile, of what can be printed, and finds the parts.
bool dgs_handout_begin(const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout *out, dgs_err *err);

// What dgs_handout_compose() does, once the profile is made and the report is begun. Logos come from `logos`, which may
// be NULL.
bool dgs_handout_lay_out(const dgs_order *order, dgs_logos *logos, dgs_text *text, dgs_arena *arena, dgs_handout *out,
                         dgs_err *err);

void dgs_handout_options(const dgs_handout *handout, dgs_buf *tags, dgs_pdf_options *out);

// Adds a notice for words that are printed otherwise than they were typed, a warning for two phone numbers, a notice
// where the numbers of the US may be printed by mistake. False only when memory ends.
bool dgs_handout_note_practice(const dgs_profile *profile, dgs_report *report, dgs_err *err);

// Tells the fonts which language the practice's names have.
void dgs_handout_speak(const dgs_profile *profile, dgs_text *text);

// Adds a notice where Chinese characters may have another country's forms. False only when memory ends.
bool dgs_handout_note_language(const dgs_text *text, dgs_report *report, dgs_err *err);

// Whether the pages are made into sheets for a press or a fold, as which they cannot be filled again.
bool dgs_handout_pressed(const dgs_print_options *options);
#endif
