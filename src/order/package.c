#include "order/package.h"

#include <string.h>
#include <strings.h>

const dgs_package *dgs_package_builtin(const char *keyword)
{
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++)
        if (keyword == NULL || strcmp(dgs_builtin_packages[i].keyword, keyword) == 0)
            return &dgs_builtin_packages[i];
    return NULL;
}

size_t dgs_package_forms(const dgs_package *package)
{
    return package->signs[DGS_FORM_LIMITS] == NULL ? DGS_FORM_LIMITS : DGS_FORMS;
}

bool dgs_package_has(unsigned parts, size_t part)
{
    return (parts >> part & 1) != 0;
}

const dgs_package_part *dgs_package_steps(const dgs_package *package)
{
    for (size_t i = 0; i < package->nparts; i++)
        if (package->parts[i].design == DGS_DESIGN_STEPS)
            return &package->parts[i];
    return NULL;
}

static bool unknown_part(const dgs_package *package, const dgs_value *value, dgs_str word, dgs_arena *arena,
                         dgs_err *err)
{
    const char *words[DGS_PARTS_MAX + 1] = {NULL};
    const char *place = dgs_setting_name(DGS_SETTING_PARTS, value, arena), *typed = dgs_str_copy(arena, word);
    dgs_buf all = {.arena = arena};
    for (size_t i = 0; i < package->nparts; i++) {
        words[i] = package->parts[i].keyword;
        dgs_buf_addf(&all, "%s%s", i == 0 ? "" : ", ", words[i]);
    }
    if (place == NULL || typed == NULL || all.failed)
        return dgs_fail_memory(err);
    const char *near = dgs_str_nearest(typed, words);
    if (near != NULL)
        return dgs_fail(err, dgs_setting_fault(value), "%s: part '%.60s' not found in this handout: did you mean %s?",
                        place, typed, near);
    return dgs_fail(err, dgs_setting_fault(value), "%s: part '%.60s' not found in this handout: it has %s", place,
                    typed, all.p);
}

static bool find_part(const dgs_package *package, dgs_str word, size_t *out)
{
    for (size_t i = 0; i < package->nparts; i++) {
        const char *keyword = package->parts[i].keyword;
        if (strlen(keyword) == word.n && strncasecmp(keyword, word.p, word.n) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

const dgs_package_part *dgs_package_card(const dgs_package *package, unsigned parts)
{
    for (size_t i = 0; i < package->nparts; i++)
        if (dgs_package_has(parts, i) && package->parts[i].design == DGS_DESIGN_CARD)
            return &package->parts[i];
    return NULL;
}

static unsigned usual_parts(const dgs_package *package)
{
    unsigned parts = 0;
    for (size_t i = 0; i < package->nparts; i++)
        if (package->parts[i].design != DGS_DESIGN_CARD)
            parts |= 1u << i;
    return parts;
}

// A card has a page of its own size.
static bool check_card(const dgs_package *package, const dgs_value *value, unsigned parts, dgs_arena *arena,
                       dgs_err *err)
{
    const dgs_package_part *card = dgs_package_card(package, parts);
    if (card == NULL || (parts & (parts - 1)) == 0)
        return true;
    const char *place = dgs_setting_name(DGS_SETTING_PARTS, value, arena);
    if (place == NULL)
        return dgs_fail_memory(err);
    return dgs_fail(err, dgs_setting_fault(value),
                    "%s: the part %s has a size of its own: make it by itself, with --parts %s", place, card->keyword,
                    card->keyword);
}

bool dgs_package_parts(const dgs_package *package, const dgs_settings *settings, dgs_arena *arena, unsigned *out,
                       dgs_err *err)
{
    const dgs_value *value = &settings->of[DGS_SETTING_PARTS];
    *out = value->text == NULL ? usual_parts(package) : 0;
    for (const char *s = value->text; s != NULL;) {
        size_t n = strcspn(s, ","), part;
        dgs_str word = dgs_str_trim((dgs_str){s, n});
        if (!find_part(package, word, &part))
            return unknown_part(package, value, word, arena, err);
        *out |= 1u << part;
        s = s[n] == '\0' ? NULL : s + n + 1;
    }
    return check_card(package, value, *out, arena, err);
}
