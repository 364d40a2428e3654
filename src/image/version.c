#include <expat.h>
#include <png.h>
#include <stdio.h>
// jpeglib.h needs stdio.h before it
#include <jpeglib.h>

#include "image/image.h"

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char *dgs_image_library(void)
{
    static char names[96];
    XML_Expat_Version v = XML_ExpatVersionInfo();
    (void)snprintf(names, sizeof names, "libpng %s, libjpeg-turbo " TEXT(LIBJPEG_TURBO_VERSION) ", expat %d.%d.%d",
                   png_get_libpng_ver(NULL), v.major, v.minor, v.micro);
    return names;
}
