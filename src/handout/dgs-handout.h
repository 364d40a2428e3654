// A massage practice's handout on deep gluteal syndrome as a tagged PDF (PDF/UA-1, PDF/A-2a): the engine of dgs-pdf as
// a library. It opens no file, asks no clock, environment or random numbers, starts no process, changes no signal and
// prints nothing: all that goes into a handout is given here, and what comes out is in memory.
//
//     dgs_handout_error error;
//     dgs_handout_order *order = dgs_handout_order_new(NULL);
//     dgs_handout_order_set(order, "name", "Willow Creek Massage", &error);
//     dgs_handout_result *result = dgs_handout_make(order, &error);
//     const void *pdf = dgs_handout_pdf(result, &size);
//
// Threads: an order and the results made of it are for one thread at a time; different orders may be used by different
// threads at the same moment.
//
// Same bytes: the same order gives the same bytes, on every machine with the same versions of the libraries underneath.
// LC_NUMERIC has to be one whose decimal point is a point, as "C" is. libjpeg-turbo gives the same pixels everywhere
// where JSIMD_FORCENONE=1 is in the environment when it is first used; that matters for JPEG logos that have to be
// decoded.
//
// Memory: where the machine's memory ends, calls fail with DGS_HANDOUT_MEMORY. HarfBuzz, which shapes the text, may
// then also crash (6.0.0 does in its subsetter); dgs-pdf leaves such a crash by a signal handler, the library sets
// none.
#ifndef DGS_HANDOUT_H
#define DGS_HANDOUT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What went wrong.
typedef enum dgs_handout_fault {
    DGS_HANDOUT_OK = 0,
    DGS_HANDOUT_REFUSED, // what was asked for cannot be made: a wrong key or value, a file that is missing or damaged
    DGS_HANDOUT_MEMORY,  // memory ended: may work later
    DGS_HANDOUT_BROKEN   // a fault of the library
} dgs_handout_fault;

// Filled in where a call fails; else left as it is. One sentence in plain American English, UTF-8 without control
// characters: place, fault, remedy. A setting is called by its option of dgs-pdf ("--phone").
typedef struct dgs_handout_error {
    dgs_handout_fault fault;
    char message[1024];
} dgs_handout_error;

// An order: the practice, the look, the client and the files of handouts, and the fonts, which are opened once. It may
// be changed and made again any number of times.
typedef struct dgs_handout_order dgs_handout_order;

// A new order: the built-in handout, for everybody, of no practice, in color on Letter paper. The caller frees it.
// `seed` is two numbers that nobody who writes texts for handouts knows, such as random ones: they keep such a text
// from being written to make the engine slow. They change no byte; NULL where texts are one's own. NULL when memory
// ends.
dgs_handout_order *dgs_handout_order_new(const uint64_t seed[2]);

// Frees the order; not its results, and none of the caller's bytes. NULL is allowed.
void dgs_handout_order_free(dgs_handout_order *order);

// Sets one value; NULL takes it away. Both strings are copied. The keys are those of a profile (dgs-pdf init writes one
// with all of them: "name", "phone", "color", "paper", "parts", ...), where "logo" names a file of the order and lines
// of an address or of hours are separated by "\n"; and:
//
//     large_print, booklet, crop_marks   "yes" or "no"
//     ink                                "color", "gray" or "saver"
//     labels                             "patient" or "clinical"
//
// False for an unknown key or keyword and for too many lines. Other faults of values are found by dgs_handout_make().
bool dgs_handout_order_set(dgs_handout_order *order, const char *key, const char *value, dgs_handout_error *error);

// Takes all keys from a profile's text, of `size` bytes, where they are not set yet. `file` is its name in messages.
bool dgs_handout_order_profile(dgs_handout_order *order, const char *file, const char *text, size_t size,
                               dgs_handout_error *error);

// Whom the next handouts are for: lines like "client = NAME" with the keys client, date, next_visit, note, focus and
// therapist, as dgs-pdf reads them from standard input. They take the place of an earlier client's; NULL = for
// everybody. No message repeats what they say.
bool dgs_handout_order_client(dgs_handout_order *order, const char *lines, size_t size, dgs_handout_error *error);

// Gives the order a file: the logo, or one of the content ("strings.md", a picture), which comes before the built-in
// one of that name. Of the same name, the later one counts. The name is copied; the bytes stay the caller's and have to
// stay as they are until the order is freed.
bool dgs_handout_order_file(dgs_handout_order *order, const char *name, const void *bytes, size_t size,
                            dgs_handout_error *error);

// Gives the order the file of the Chinese, Japanese and Korean fonts, which "make cjk-fonts" makes. The bytes stay the
// caller's and have to stay as they are until the order is freed. False where they are not those of this version, which
// is found by their SHA-256. Without them such names are refused; the key "fonts" of a profile names a file that the
// library does not open.
bool dgs_handout_order_fonts(dgs_handout_order *order, const void *bytes, size_t size, dgs_handout_error *error);

// The date in the PDF: seconds since 1970 UTC. Negative, as at first: no date. False for one after the year 9999.
bool dgs_handout_order_date(dgs_handout_order *order, int64_t seconds, dgs_handout_error *error);

// What draws SVG logos beyond the engine's subset: gets `ctx` and the SVG and gives a PNG that fits into `across` by
// `down` pixels, in memory of malloc(), which the engine frees. False where it cannot draw it. It is called in the
// thread of dgs_handout_make(). NULL, as at first: such logos are refused.
typedef bool dgs_handout_draw(void *ctx, const char *svg, size_t svg_size, unsigned across, unsigned down, void **png,
                              size_t *png_size);
void dgs_handout_order_draw(dgs_handout_order *order, dgs_handout_draw *call, void *ctx);

typedef struct dgs_handout_result dgs_handout_result;

// Composes, checks and writes the handout. The caller frees the result, which depends on the order no more. NULL, with
// *error set, only when memory ends before there is a result; else what is wrong is in the findings.
dgs_handout_result *dgs_handout_make(dgs_handout_order *order, dgs_handout_error *error);

// Frees the result and all that was got from it. NULL is allowed.
void dgs_handout_result_free(dgs_handout_result *result);

// The PDF's bytes, which live as long as the result; NULL, with *size 0, where none was made.
const void *dgs_handout_pdf(const dgs_handout_result *result, size_t *size);

// Pages of the PDF; 0 where none was made.
size_t dgs_handout_page_count(const dgs_handout_result *result);

// DGS_HANDOUT_OK where the PDF was made; else why not.
dgs_handout_fault dgs_handout_result_fault(const dgs_handout_result *result);

typedef enum dgs_handout_level {
    DGS_HANDOUT_NOTICE,  // what the engine did of its own, such as a darker color
    DGS_HANDOUT_WARNING, // what will look or work worse than it could, such as a coarse logo
    DGS_HANDOUT_ERROR    // why no PDF was made
} dgs_handout_level;

typedef struct dgs_handout_finding {
    dgs_handout_level level;
    const char
        *file; // of the content, where it can be corrected, with its line from 1 on; NULL and 0 = in no such file
    int line;
    const char *sentence; // what is wrong, and what to do
} dgs_handout_finding;

// How many findings there are, and each of them, which live as long as the result: errors first, by file and line. At
// most 50 errors and 20 others are kept. Where no PDF was made there is at least one error.
size_t dgs_handout_finding_count(const dgs_handout_result *result);
dgs_handout_finding dgs_handout_finding_at(const dgs_handout_result *result, size_t i);

// The library's version: "0.2.0".
const char *dgs_handout_version(void);

#ifdef __cplusplus
}
#endif
#endif
