#include "order/keyword.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "order/job.h"
#include "order/order.h"

const dgs_keyword dgs_paper_keywords[] = {{"letter", DGS_PAPER_LETTER},
                                          {"a4", DGS_PAPER_A4},
                                          {"legal", DGS_PAPER_LEGAL},
                                          {"a5", DGS_PAPER_A5},
                                          {"half-letter", DGS_PAPER_HALF_LETTER},
                                          {"phone", DGS_PAPER_PHONE},
                                          {NULL, 0}};
const dgs_keyword dgs_ink_keywords[] = {
    {"color", DGS_INK_COLOR}, {"gray", DGS_INK_GRAY}, {"saver", DGS_INK_SAVER}, {NULL, 0}};
const dgs_keyword dgs_masthead_keywords[] = {{"name", DGS_MASTHEAD_NAME}, {"logo", DGS_MASTHEAD_LOGO}, {NULL, 0}};
const dgs_keyword dgs_yes_keywords[] = {{"no", 0}, {"yes", 1}, {NULL, 0}};
const dgs_keyword dgs_theme_keywords[] = {
    {"calm", DGS_THEME_CALM}, {"earth", DGS_THEME_EARTH}, {"rose", DGS_THEME_ROSE}, {NULL, 0}};

// At most 16: their numbers are part of a key of few bits (profile/layout_key.c). The text room knows them by their
// words.
const dgs_keyword dgs_language_keywords[] = {
    {"zh-Hans", 0}, {"zh-Hant", 1}, {"ja", 2},  {"ko", 3},  {"ar", 4},  {"fa", 5},  {"ur", 6},  {"he", 7}, {"yi", 8},
    {"hi", 9},      {"mr", 10},     {"ne", 11}, {"bn", 12}, {"as", 13}, {"am", 14}, {"ti", 15}, {NULL, 0}};

const dgs_keyword dgs_charset_keywords[] = {{"utf-8", DGS_CHARSET_UTF_8},
                                            {"utf-16", DGS_CHARSET_UTF_16},
                                            {"windows-1252", DGS_CHARSET_WINDOWS_1252},
                                            {"windows-1250", DGS_CHARSET_WINDOWS_1250},
                                            {"windows-1251", DGS_CHARSET_WINDOWS_1251},
                                            {"mac-roman", DGS_CHARSET_MAC_ROMAN},
                                            {NULL, 0}};

const dgs_keyword *dgs_keyword_find(const dgs_keyword *keywords, const char *value)
{
    dgs_str word = dgs_str_trim(dgs_str_of(value));
    for (; keywords->word != NULL; keywords++)
        if (strlen(keywords->word) == word.n && strncasecmp(keywords->word, word.p, word.n) == 0)
            return keywords;
    return NULL;
}

bool dgs_keyword_fail(const dgs_keyword *keywords, const char *what, const char *value, dgs_arena *arena,
                      dgs_err_kind kind, dgs_err *err)
{
    enum { MOST = 16 };
    const char *words[MOST + 1] = {NULL};
    dgs_buf all = {.arena = arena};
    for (size_t i = 0; i < MOST && keywords[i].word != NULL; i++) {
        words[i] = keywords[i].word;
        dgs_buf_addf(&all, "%s%s", i == 0 ? "" : keywords[i + 1].word == NULL ? " or " : ", ", words[i]);
    }
    const char *typed = dgs_str_copy(arena, dgs_str_trim(dgs_str_of(value)));
    if (all.failed || typed == NULL)
        return dgs_fail_memory(err);
    const char *near = dgs_str_nearest(typed, words);
    if (near != NULL)
        return dgs_fail(err, kind, "%s '%.60s' is invalid: did you mean %s?", what, typed, near);
    return dgs_fail(err, kind, "%s '%.60s' is invalid: write %s", what, typed, all.p);
}

void dgs_keyword_fold(dgs_str typed, char out[DGS_KEYWORD_FOLDED])
{
    size_t n = 0;
    while (typed.n > 0 && n + 4 < DGS_KEYWORD_FOLDED) {
        const char *from = typed.p;
        int32_t cp = dgs_utf8_next(&typed);
        if (cp < 0)
            break;
        if (cp < 0x80 && isalnum(cp))
            out[n++] = (char)tolower(cp);
        for (; cp >= 0x80 && !dgs_utf8_blank(cp) && !dgs_utf8_ignorable(cp) && from < typed.p; from++)
            out[n++] = *from;
    }
    out[typed.n > 0 ? 0 : n] = '\0'; // too long for any word, or not UTF-8
}

bool dgs_keyword_among(const char *words, const char *folded)
{
    size_t length = strlen(folded);
    for (const char *s = words; s != NULL && length > 0; s = strchr(s, '|')) {
        s += *s == '|';
        if (strncmp(s, folded, length) == 0 && (s[length] == '|' || s[length] == '\0'))
            return true;
    }
    return false;
}
