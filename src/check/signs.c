// Emoji and other signs that no face has: left out of a practice's words, where words remain without them.
#include "base/form.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/rules.h"
#include "order/setting.h"

static bool is_missing_sign(dgs_text *text, int32_t cp)
{
    return cp >= 0x80 && dgs_form_kind_of(cp) == DGS_FORM_SIGN && !dgs_text_anywhere(text, (uint32_t)cp);
}

// Below U+2000 there are letters, and signs that every face has: nearly always.
static bool may_have_signs(dgs_str words)
{
    for (size_t i = 0; i < words.n; i++)
        if ((unsigned char)words.p[i] >= 0xe2)
            return true;
    return false;
}

typedef struct parting {
    dgs_buf kept, left_out; // names the signs once each
    bool words;             // letters or digits remain
} parting;

static bool is_named(const dgs_buf *signs, dgs_str sign)
{
    for (size_t i = 0; i + sign.n <= signs->n; i++)
        if (dgs_str_starts((dgs_str){signs->p + i, signs->n - i}, sign.p))
            return true;
    return false;
}

static void part(dgs_text *text, dgs_str words, parting *p)
{
    dgs_buf_adds(&p->kept, "");
    while (words.n > 0) {
        char sign[5] = {0};
        int32_t cp = dgs_utf8_next(&words);
        if (cp < 0)
            return;
        size_t n = (size_t)dgs_utf8_put((uint32_t)cp, sign);
        dgs_form_kind kind = dgs_form_kind_of(cp);
        bool first = p->kept.n == 0 || p->kept.p[p->kept.n - 1] == ' ';
        p->words |= kind == DGS_FORM_LETTER || kind == DGS_FORM_DIGIT;
        if (!is_missing_sign(text, cp) && !(first && cp == ' ')) // no second blank where a sign was
            dgs_buf_add(&p->kept, sign, n);
        else if (cp != ' ' && !is_named(&p->left_out, (dgs_str){sign, n}))
            dgs_buf_addf(&p->left_out, "%s%s", p->left_out.n > 0 ? " " : "", sign);
    }
}

static bool leave_out(dgs_text *text, dgs_fact *fact, dgs_arena *arena, dgs_err *err)
{
    parting p = {.kept.arena = arena, .left_out.arena = arena};
    part(text, dgs_str_of(fact->text), &p);
    if (p.kept.failed || p.left_out.failed)
        return dgs_fail_memory(err);
    if (p.left_out.n == 0 || !p.words)
        return true;
    fact->text = dgs_str_copy(arena, dgs_utf8_trim((dgs_str){p.kept.p, p.kept.n}));
    fact->left_out = p.left_out.p;
    return fact->text != NULL || dgs_fail_memory(err);
}

static bool is_of_words(dgs_setting setting)
{
    dgs_setting_kind kind = dgs_setting_table[setting].kind;
    return kind == DGS_KIND_TEXT || kind == DGS_KIND_LINES;
}

bool dgs_check_signs(dgs_text *text, dgs_profile *profile, dgs_arena *arena, dgs_err *err)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        dgs_fact *fact = &profile->of[i];
        if (fact->text != NULL && is_of_words((dgs_setting)i) && may_have_signs(dgs_str_of(fact->text)) &&
            !leave_out(text, fact, arena, err))
            return false;
    }
    return true;
}

bool dgs_check_leaves_out(dgs_text *text, dgs_setting setting, dgs_str words, int32_t cp)
{
    if (!is_of_words(setting) || !is_missing_sign(text, cp))
        return false;
    for (int32_t other; (other = dgs_utf8_next(&words)) >= 0;)
        if (dgs_form_kind_of(other) == DGS_FORM_LETTER || dgs_form_kind_of(other) == DGS_FORM_DIGIT)
            return true;
    return false;
}
