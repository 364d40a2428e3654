#include "text/marks.h"

#include <hb-ot.h>
#include <stddef.h>

typedef struct letter { // with the marks that it has already
    int pen;            // behind it
    int middle, top, bottom;
} letter;

static hb_glyph_extents_t extents_of(hb_font_t *font, const hb_glyph_info_t *glyph)
{
    hb_glyph_extents_t e = {0};
    (void)hb_font_get_glyph_extents(font, glyph->codepoint, &e);
    return e;
}

static bool is_loose(hb_font_t *font, const hb_glyph_info_t *glyph, const hb_glyph_position_t *pos)
{
    return pos->x_offset == 0 && pos->y_offset == 0 && pos->x_advance == 0 &&
           hb_ot_layout_get_glyph_class(hb_font_get_face(font), glyph->codepoint) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
}

// The outlines of marks stand where small letters like x want them.
static void place(const letter *on, int x_height, const hb_glyph_extents_t *mark, hb_glyph_position_t *pos)
{
    pos->x_offset = on->middle - (mark->x_bearing + mark->width / 2) - on->pen;
    if (mark->y_bearing + mark->height / 2 > x_height / 2)
        pos->y_offset = on->top > x_height ? on->top - x_height : 0;
    else
        pos->y_offset = on->bottom < 0 ? on->bottom : 0;
}

static void grow(letter *l, const hb_glyph_extents_t *e, const hb_glyph_position_t *pos)
{
    int top = e->y_bearing + pos->y_offset, bottom = top + e->height;
    l->top = top > l->top ? top : l->top;
    l->bottom = bottom < l->bottom ? bottom : l->bottom;
    l->pen += pos->x_advance;
}

void dgs_marks_place(hb_font_t *font, int x_height, hb_buffer_t *buffer)
{
    unsigned n = hb_buffer_get_length(buffer);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, NULL);
    hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buffer, NULL);
    letter now = {0};
    for (unsigned i = 0; i < n; i++) {
        hb_glyph_extents_t e = extents_of(font, &info[i]);
        bool first = i == 0 || info[i].cluster != info[i - 1].cluster;
        if (first)
            now = (letter){.middle = pos[i].x_offset + e.x_bearing + e.width / 2};
        else if (is_loose(font, &info[i], &pos[i]))
            place(&now, x_height, &e, &pos[i]);
        grow(&now, &e, &pos[i]);
    }
}
