// What input may have at most, of all rooms in one place, since the man page tells it in one place (src/cli/limits.c).
// What goes beyond is refused with DGS_ERR_DATA and a sentence, unless another kind of error is named.
#ifndef DGS_BASE_LIMITS_H
#define DGS_BASE_LIMITS_H

enum { DGS_KB = 1024, DGS_MB = 1024 * 1024, DGS_MILLION = 1000 * 1000 };

enum {                             // a handout
    DGS_MEMORY_MAX = 512 * DGS_MB, // bytes in its arena
    DGS_PAGES_MAX = 200,
    DGS_COMPOSITES_MAX =
        1000 // letters with accents that are no character of their own, in each weight; looked up in turn
};

enum {                              // a profile; what a text may have is in characters (code points)
    DGS_INI_FILE_MAX = 64 * DGS_KB, // bytes; also of a client's data on standard input
    DGS_INI_LINE_MAX = 4096,        // bytes, with its line end
    DGS_NAME_MAX = 160,
    DGS_LINE_MAX = 120,
    DGS_WELCOME_MAX = 220,
    DGS_URL_MAX = 500 // bytes, as it is typed
};

enum { // what is said of a client, in characters
    DGS_CLIENT_NAME_MAX = 80,
    DGS_CLIENT_DATE_MAX = 40,
    DGS_CLIENT_VISIT_MAX = 80,
    DGS_CLIENT_NOTE_MAX = 200,
    DGS_NOTES_MAX = 3 // notes; DGS_ERR_USAGE beyond
};

enum {                                // a picture
    DGS_IMAGE_FILE_MAX = 32 * DGS_MB, // bytes of a PNG, JPEG or WebP file
    DGS_IMAGE_SIDE_MAX = 20000,       // pixels a side
    DGS_IMAGE_PIXELS_MAX = 50 * DGS_MILLION,
    DGS_ICC_MAX = 4 * DGS_MB,         // bytes of a color profile; a printing press's has two
    DGS_PNG_BEHIND_MAX = 64 * DGS_KB, // bytes of compressed data after the last row, next to twice what a row takes
    DGS_JPEG_SCANS_MAX = 64,          // a progressive file has about ten
    DGS_JPEG_WORK_MAX = 1000 * DGS_MILLION, // pixels times scans: each scan may touch them all
    DGS_JPEG_MEMORY_MAX = 384 * DGS_MB,     // bytes that a progressive file's coefficients may take
    DGS_SVG_FILE_MAX = 2 * DGS_MB,          // bytes
    DGS_SVG_DEPTH_MAX = 32,                 // nested elements
    DGS_SVG_ELEMENTS_MAX = 100000,
    DGS_SVG_POINTS_MAX = 500000,
    DGS_SVG_ENTITIES_MAX = 64, // for namespaces; Illustrator writes 17
    DGS_SVG_RULES_MAX = 2000,  // of style sheets; and all rules times all elements:
    DGS_SVG_MATCHES_MAX = 20 * DGS_MILLION
};

enum {                                      // content
    DGS_CONTENT_FILE_MAX = 256 * DGS_KB,    // bytes of a Markdown file
    DGS_CONTENT_UNBROKEN_MAX = 16 * DGS_KB, // bytes of a paragraph or list without an empty line in it
    DGS_CONTENT_NEST_MAX = 16,       // marks of quotes and lists that begin a line; stars and links in each other
    DGS_CONTENT_LISTS_MAX = 8,       // lists in each other
    DGS_CONTENT_HEADINGS_MAX = 1000, // in all files
    DGS_PARTS_MAX = 8,               // parts that a handout's manifest may name, each a bit of an unsigned
    DGS_PART_PAGES_MAX = 9,          // pages that a part may usually have
    DGS_CONTENT_FILES_MAX = 4096,    // files in a content folder of a batch; and of all of them:
    DGS_CONTENT_FOLDERS_MAX = 256,
    DGS_CONTENT_DEPTH_MAX = 4,           // folders in each other
    DGS_CONTENT_BYTES_MAX = 256 * DGS_MB // in all
};

enum { // a list of practices, and what was made of it; in bytes
    DGS_CELL_MAX = 4096,
    DGS_ROW_MAX = 64 * DGS_KB, // with its line end
    DGS_MANIFEST_LINE_MAX = DGS_MB,
    DGS_BOOK_FILE_MAX = 32 * DGS_MB,    // a workbook, as it is on the disk
    DGS_BOOK_PART_MAX = 128 * DGS_MB,   // one of the files in it, unpacked
    DGS_BOOK_MEMORY_MAX = 256 * DGS_MB, // what is kept of it
    DGS_BOOK_CELLS_MAX = DGS_MILLION    // cells with words in a sheet
};
#endif
