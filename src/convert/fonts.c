#include "convert/fonts.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

// What is used of fontconfig 2 (fontconfig/fontconfig.h), whose library rsvg-convert's brings along: it is opened here,
// so that nobody else loads it and building needs no header of it.
typedef struct fontconfig {
    void *(*load)(void);                                                               // FcInitLoadConfigAndFonts
    void *(*pattern)(void);                                                            // FcPatternCreate
    int (*add)(void *pattern, const char *object, const unsigned char *text);          // FcPatternAddString
    int (*substitute)(void *config, void *pattern, int kind);                          // FcConfigSubstitute
    void (*defaults)(void *pattern);                                                   // FcDefaultSubstitute
    void *(*match)(void *config, void *pattern, int *result);                          // FcFontMatch
    void *(*sort)(void *config, void *pattern, int trim, void **charset, int *result); // FcFontSort
    int (*get)(void *pattern, const char *object, int n, unsigned char **text);        // FcPatternGetString
    int (*same)(const unsigned char *a, const unsigned char *b);                       // FcStrCmpIgnoreCase
    int (*has)(void *charset, uint32_t character);                                     // FcCharSetHasChar
} fontconfig;

static bool open_library(fontconfig *fc)
{
    void *library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    const struct {
        const char *name;
        void *to;
    } wanted[] = {{"FcInitLoadConfigAndFonts", &fc->load},
                  {"FcPatternCreate", &fc->pattern},
                  {"FcPatternAddString", &fc->add},
                  {"FcConfigSubstitute", &fc->substitute},
                  {"FcDefaultSubstitute", &fc->defaults},
                  {"FcFontMatch", &fc->match},
                  {"FcFontSort", &fc->sort},
                  {"FcPatternGetString", &fc->get},
                  {"FcStrCmpIgnoreCase", &fc->same},
                  {"FcCharSetHasChar", &fc->has}};
    for (size_t i = 0; library != NULL && i < sizeof wanted / sizeof *wanted; i++) {
        void *found = dlsym(library, wanted[i].name);
        if (found == NULL)
            return false;
        memcpy(wanted[i].to, &found, sizeof found); // POSIX: a function's address as an object's
    }
    return library != NULL;
}

// As rsvg-convert would look for it: the machine's aliases and defaults included.
static void *pattern_of(const fontconfig *fc, void *config, const char *family)
{
    void *pattern = fc->pattern();
    if (pattern == NULL || !fc->add(pattern, "family", (const unsigned char *)family) ||
        !fc->substitute(config, pattern, 0))
        return NULL;
    fc->defaults(pattern);
    return pattern;
}

static bool is_installed(const fontconfig *fc, void *config, void *pattern, const char *family)
{
    int result = 0;
    unsigned char *name = NULL;
    void *font = fc->match(config, pattern, &result);
    for (int i = 0; font != NULL && fc->get(font, "family", i, &name) == 0; i++)
        if (fc->same(name, (const unsigned char *)family) == 0)
            return true;
    return false;
}

static uint32_t missing_in(const fontconfig *fc, void *config, void *pattern, dgs_str text)
{
    int result = 0;
    void *charset = NULL;
    if (fc->sort(config, pattern, 1, &charset, &result) == NULL || charset == NULL)
        return 0;
    for (int32_t cp = dgs_utf8_next(&text); cp >= 0; cp = dgs_utf8_next(&text))
        if (cp > ' ' && !dgs_utf8_blank(cp) && !dgs_utf8_ignorable(cp) && !fc->has(charset, (uint32_t)cp))
            return (uint32_t)cp;
    return 0;
}

static size_t read_all(int from, char *to, size_t most)
{
    size_t n = 0;
    for (ssize_t got; n < most; n += (size_t)got) {
        while ((got = read(from, to + n, most - n)) < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
    }
    return n;
}

bool dgs_fonts_answer(int question, int answer)
{
    char asked[DGS_FONTS_QUESTION_MAX + 1];
    size_t n = read_all(question, asked, DGS_FONTS_QUESTION_MAX);
    asked[n] = '\0';
    size_t name = strlen(asked);
    fontconfig fc;
    void *config = n > name && open_library(&fc) ? fc.load() : NULL;
    void *pattern = config == NULL ? NULL : pattern_of(&fc, config, asked);
    if (pattern == NULL)
        return false;
    const dgs_str text = {asked + name + 1, n - name - 1};
    dgs_font_found found = {is_installed(&fc, config, pattern, asked), missing_in(&fc, config, pattern, text)};
    return write(answer, &found, sizeof found) == (ssize_t)sizeof found;
}

bool dgs_fonts_read(dgs_str answer, dgs_font_found *out)
{
    if (answer.n != sizeof *out)
        return false;
    memcpy(out, answer.p, sizeof *out);
    return true;
}
