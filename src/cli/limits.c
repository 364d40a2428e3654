// What the man page says of the limits; the numbers are those of base/limits.h.
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "cli/options.h"

enum { NUMBERS_MAX = 6 };

static const struct {
    const char *term;
    const char *text; // each # stands for the next number
    unsigned numbers[NUMBERS_MAX];
} limits[] = {
    {"Handout",
     "# pages; # MB of memory; # different accented letters that have no character of their own, in each weight",
     {DGS_PAGES_MAX, DGS_MEMORY_MAX / DGS_MB, DGS_COMPOSITES_MAX}},
    {"Profile, client's data on standard input", "# KB, # bytes a line", {DGS_INI_FILE_MAX / DGS_KB, DGS_INI_LINE_MAX}},
    {"Practice",
     "# characters for name, tagline and the logo's alternative text, # for the welcome, # for each other line; # "
     "bytes for a web address",
     {DGS_NAME_MAX, DGS_WELCOME_MAX, DGS_LINE_MAX, DGS_URL_MAX}},
    {"Client",
     "# characters for a name, # for the date, # for the next visit; # notes of # characters",
     {DGS_CLIENT_NAME_MAX, DGS_CLIENT_DATE_MAX, DGS_CLIENT_VISIT_MAX, DGS_NOTES_MAX, DGS_CLIENT_NOTE_MAX}},
    {"PNG, JPEG, WebP",
     "# MB; # pixels a side and # million in all",
     {DGS_IMAGE_FILE_MAX / DGS_MB, DGS_IMAGE_SIDE_MAX, DGS_IMAGE_PIXELS_MAX / DGS_MILLION}},
    {"Color profile of a picture", "# MB", {DGS_ICC_MAX / DGS_MB}},
    {"PNG", "# KB of compressed data that no pixel needs", {DGS_PNG_BEHIND_MAX / DGS_KB}},
    {"JPEG",
     "# passes, # million pixels in all of them; # MB of memory to unpack a progressive one",
     {DGS_JPEG_SCANS_MAX, DGS_JPEG_WORK_MAX / DGS_MILLION, DGS_JPEG_MEMORY_MAX / DGS_MB}},
    {"SVG",
     "# MB; # elements, # deep; # points; # entities; # rules of style sheets",
     {DGS_SVG_FILE_MAX / DGS_MB, DGS_SVG_ELEMENTS_MAX, DGS_SVG_DEPTH_MAX, DGS_SVG_POINTS_MAX, DGS_SVG_ENTITIES_MAX,
      DGS_SVG_RULES_MAX}},
    {"Markdown",
     "# KB a file, # KB without an empty line; lists # deep, stars and links #; # headings in all",
     {DGS_CONTENT_FILE_MAX / DGS_KB, DGS_CONTENT_UNBROKEN_MAX / DGS_KB, DGS_CONTENT_LISTS_MAX, DGS_CONTENT_NEST_MAX,
      DGS_CONTENT_HEADINGS_MAX}},
    {"Manifest of a handout", "# parts of at most # usual pages", {DGS_PARTS_MAX, DGS_PART_PAGES_MAX}},
    {"List of practices",
     "any number of rows; # KB a row, # bytes a cell; in its content folder # files, # folders, # deep, and # MB",
     {DGS_ROW_MAX / DGS_KB, DGS_CELL_MAX, DGS_CONTENT_FILES_MAX, DGS_CONTENT_FOLDERS_MAX, DGS_CONTENT_DEPTH_MAX,
      DGS_CONTENT_BYTES_MAX / DGS_MB}},
    {"Workbook",
     "# MB, # MB for each file in it after unpacking, # MB of memory; #,000,000 cells in the sheet that is read",
     {DGS_BOOK_FILE_MAX / DGS_MB, DGS_BOOK_PART_MAX / DGS_MB, DGS_BOOK_MEMORY_MAX / DGS_MB,
      DGS_BOOK_CELLS_MAX / DGS_MILLION}},
    {"Manifest", "any number of lines; # KB a line", {DGS_MANIFEST_LINE_MAX / DGS_KB}},
};

// "50,000": in groups of three digits.
static void put_number(char *to, size_t size, unsigned n)
{
    if (n < 1000)
        (void)snprintf(to, size, "%u", n);
    else
        (void)snprintf(to, size, "%u,%03u", n / 1000, n % 1000);
}

bool dgs_cli_limit(size_t i, const char **term, char text[DGS_LIMIT_TEXT])
{
    if (i >= sizeof limits / sizeof *limits)
        return false;
    const unsigned *number = limits[i].numbers;
    size_t n = 0;
    *term = limits[i].term;
    for (const char *s = limits[i].text; *s != '\0' && n < DGS_LIMIT_TEXT - 1; s++) {
        if (*s == '#') {
            put_number(text + n, DGS_LIMIT_TEXT - n, *number++);
            n += strlen(text + n);
        } else {
            text[n++] = *s;
        }
    }
    text[n] = '\0';
    return true;
}
