#include <expat.h>
#include <png.h>
#include <stdio.h>

#include "image/image.h"

const char *dgs_image_library(void)
{
    static char names[64];
    XML_Expat_Version v = XML_ExpatVersionInfo();
    (void)snprintf(names, sizeof names, "libpng %s, expat %d.%d.%d", png_get_libpng_ver(NULL), v.major, v.minor,
                   v.micro);
    return names;
}
