// Marks that the face has no place for. Private to this room.
#ifndef DGS_TEXT_MARKS_H
#define DGS_TEXT_MARKS_H
#include <hb.h>
#include <stdbool.h>

// A face says for some letters only where a mark goes; on others HarfBuzz leaves it after the letter. Such a mark is
// set over or under the middle of its letter, clear of what is there. The buffer holds shaped text, from left to right.
void dgs_marks_place(hb_font_t *font, int x_height, hb_buffer_t *buffer);
#endif
