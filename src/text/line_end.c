// Where a line may end without a blank.
#include "base/utf8.h"
#include "text/script.h"

static bool is_east(uint32_t cp)
{
    return (cp >= 0x2e80 && cp < 0x3200 && !(cp >= 0x3130 && cp < 0x3190)) || (cp >= 0x3200 && cp < 0xa4d0) ||
           (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0xff01 && cp < 0xffa0) || (cp >= 0x20000 && cp < 0x40000);
}

static bool is_among(uint32_t cp, const char *list)
{
    dgs_str rest = dgs_str_of(list);
    for (int32_t of; (of = dgs_utf8_next(&rest)) >= 0;)
        if ((uint32_t)of == cp)
            return true;
    return false;
}

// The rules of Japanese and Chinese typesetting in brief (JIS X 4051, GB/T 15834): signs that close, and small kana,
// begin no line; signs that open end none.
bool dgs_text_may_end(uint32_t before, uint32_t after)
{
    static const char no_begin[] = "）」』】〉》］｝、。，．：；！？・ー～々〻ゝゞヽヾ〕〙〗｝〞〟゛゜゠–‐"
                                   "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
                                   "ｧｨｩｪｫｬｭｮｯｰﾞﾟ｡｣､･)]},.:;!?%’”";
    static const char no_end[] = "（「『【〈《［｛〔〘〖〝｢([{‘“$£¥＄￥";
    if ((!is_east(before) && !is_east(after)) || dgs_script_sticks(after))
        return false;
    return !is_among(after, no_begin) && !is_among(before, no_end);
}
