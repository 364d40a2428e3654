// Where expat is in a file. Knows nothing of SVG.
#ifndef DGS_IMAGE_SVG_LINE_H
#define DGS_IMAGE_SVG_LINE_H
#include <expat.h>

static inline unsigned long dgs_svg_line_now(XML_Parser parser)
{
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9) // which calls the other name outdated
    return (unsigned long)XML_GetCurrentLineNumber64(parser);
#else
    return (unsigned long)XML_GetCurrentLineNumber(parser);
#endif
}
#endif
