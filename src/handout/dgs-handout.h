// A massage practice's handout on deep gluteal syndrome as a tagged PDF (PDF/UA-1, PDF/A-2a): the engine of dgs-pdf as
// a library. It opens no file, reads no clock, environment or random numbers, starts no process, changes no signal
// handler and prints nothing: you give it everything that goes into a handout, and get the result in memory.
//
//     dgs_handout_error error;
//     dgs_handout_order *order = dgs_handout_order_new(NULL);
//     dgs_handout_order_set(order, "name", "Willow Creek Massage", &error);
//     dgs_handout_result *result = dgs_handout_make(order, &error);
//     const void *pdf = dgs_handout_pdf(result, &size);
//
// Threads: use an order and its results in one thread at a time; different threads may use different orders at the same
// time.
//
// Same bytes: the same order gives the same bytes, on every machine with the same versions of the libraries underneath.
// LC_NUMERIC must be a locale with a point as the decimal sign, like "C". libjpeg-turbo gives the same pixels
// everywhere if JSIMD_FORCENONE=1 is in the environment when it is first used; that matters for JPEG logos that must be
// decoded.
//
// Memory: if the machine runs out of memory, calls fail with DGS_HANDOUT_MEMORY. HarfBuzz, which shapes the text, may
// then also crash (6.0.0 does in its subsetter); dgs-pdf catches such a crash with a signal handler, but the library
// sets no handler.
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
    DGS_HANDOUT_REFUSED, // the order cannot be made: a wrong key or value, or a missing or damaged file
    DGS_HANDOUT_MEMORY,  // not enough memory: may work later
    DGS_HANDOUT_BROKEN   // an error in the library
} dgs_handout_fault;

// Filled in if a call fails; otherwise unchanged. One sentence in plain American English, UTF-8 without control
// characters: where, what is wrong, what to do. Settings are named as options of dgs-pdf ("--phone").
typedef struct dgs_handout_error {
    dgs_handout_fault fault;
    char message[1024];
} dgs_handout_error;

// An order: the practice, the look, the client and the files of handouts, and the fonts, which are opened once. It may
// be changed and made again any number of times.
typedef struct dgs_handout_order dgs_handout_order;

// A new order: the built-in handout, for everybody, of no practice, in color on Letter paper. The caller frees it.
// `seed` is two numbers that the authors of the text cannot know, such as random ones: without them, text could be
// written so that it makes the engine slow. They change no byte; NULL is fine for text of your own. Returns NULL if
// there is not enough memory.
dgs_handout_order *dgs_handout_order_new(const uint64_t seed[2]);

// Frees the order, but not its results or any bytes of the caller. NULL is allowed.
void dgs_handout_order_free(dgs_handout_order *order);

// Sets one value; NULL removes it. Both strings are copied. The keys are those of a profile (dgs-pdf init writes one
// with all of them: "name", "phone", "color", "paper", "parts", ...), where "logo" names a file of the order and lines
// of an address or of hours are separated by "\n"; and:
//
//     large_print, booklet, crop_marks   "yes" or "no"
//     ink                                "color", "gray" or "saver"
//     labels                             "patient" or "clinical"
//
// False for an unknown key or keyword and for too many lines. dgs_handout_make() finds other errors in values.
bool dgs_handout_order_set(dgs_handout_order *order, const char *key, const char *value, dgs_handout_error *error);

// Sets all keys that are not set yet from a profile's text of `size` bytes. `file` is its name in messages.
bool dgs_handout_order_profile(dgs_handout_order *order, const char *file, const char *text, size_t size,
                               dgs_handout_error *error);

// Whom the next handouts are for: lines like "client = NAME" with the keys client, date, next_visit, note, focus and
// therapist, as dgs-pdf reads them from standard input. They replace those of an earlier client; NULL = for
// everybody. No message repeats what they say.
bool dgs_handout_order_client(dgs_handout_order *order, const char *lines, size_t size, dgs_handout_error *error);

// Gives the order a file: the logo, or one of the content ("strings.md", a picture), which replaces the built-in one of
// that name. If a name is given twice, the later file is used. The name is copied; the bytes stay the caller's and must
// not change until the order is freed.
bool dgs_handout_order_file(dgs_handout_order *order, const char *name, const void *bytes, size_t size,
                            dgs_handout_error *error);

// Gives the order the file of the Chinese, Japanese and Korean fonts, which "make cjk-fonts" makes. The bytes stay the
// caller's and must not change until the order is freed. False if they are not those of this version, which is checked
// by their SHA-256. Without them such names are refused; the key "fonts" of a profile names a file that the
// library does not open.
bool dgs_handout_order_fonts(dgs_handout_order *order, const void *bytes, size_t size, dgs_handout_error *error);

// The date in the PDF: seconds since 1970 UTC. Negative, the default: no date. False for a date after the year 9999.
bool dgs_handout_order_date(dgs_handout_order *order, int64_t seconds, dgs_handout_error *error);

// What draws SVG logos beyond the engine's subset: gets `ctx` and the SVG and gives a PNG that fits into `across` by
// `down` pixels, in memory from malloc(), which the engine frees. False if it cannot draw it. It is called in the
// thread of dgs_handout_make(). NULL, the default: such logos are refused.
typedef bool dgs_handout_draw(void *ctx, const char *svg, size_t svg_size, unsigned across, unsigned down, void **png,
                              size_t *png_size);
void dgs_handout_order_draw(dgs_handout_order *order, dgs_handout_draw *call, void *ctx);

typedef struct dgs_handout_result dgs_handout_result;

// Composes, checks and writes the handout. The caller frees the result, which no longer depends on the order.
// NULL, with *error set, only if memory runs out before there is a result; otherwise the findings say what is wrong.
dgs_handout_result *dgs_handout_make(dgs_handout_order *order, dgs_handout_error *error);

// Frees the result and everything obtained from it. NULL is allowed.
void dgs_handout_result_free(dgs_handout_result *result);

// The PDF's bytes, which live as long as the result; NULL, with *size 0, if none was made.
const void *dgs_handout_pdf(const dgs_handout_result *result, size_t *size);

// Pages of the PDF; 0 if none was made.
size_t dgs_handout_page_count(const dgs_handout_result *result);

// DGS_HANDOUT_OK if the PDF was made; otherwise why not.
dgs_handout_fault dgs_handout_result_fault(const dgs_handout_result *result);

typedef enum dgs_handout_level {
    DGS_HANDOUT_NOTICE,  // what the engine did on its own, such as a darker color
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
// most 50 errors and 20 others are kept. If no PDF was made, there is at least one error.
size_t dgs_handout_finding_count(const dgs_handout_result *result);
dgs_handout_finding dgs_handout_finding_at(const dgs_handout_result *result, size_t i);

// The library's version: "0.2.0".
const char *dgs_handout_version(void);

#ifdef __cplusplus
}
#endif
#endif
