#include <expat.h>
#include <lcms2.h>
#include <png.h>
#include <stdio.h>
#include <webp/decode.h>
// jpeglib.h needs stdio.h before it
#include <jpeglib.h>

#include "image/image.h"

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char *dgs_image_library(void)
{
    static char names[160];
    int webp = WebPGetDecoderVersion(), cms = cmsGetEncodedCMMversion();
    XML_Expat_Version v = XML_ExpatVersionInfo();
    (void)snprintf(names, sizeof names,
                   "libpng %s, libjpeg-turbo " TEXT(LIBJPEG_TURBO_VERSION) ", expat %d.%d.%d, "
                                                                           "libwebp %d.%d.%d, Little CMS %d.%02d",
                   png_get_libpng_ver(NULL), v.major, v.minor, v.micro, webp >> 16, webp >> 8 & 0xff, webp & 0xff,
                   cms / 1000, cms / 10 % 100);
    return names;
}
