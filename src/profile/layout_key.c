// What a handout's nodes depend on.
#include "profile/profile.h"

enum { VALUE_BITS = 4 }; // room for a country, a paper, or what a handout is printed with

// What is printed counts by being there and being a link, what is chosen by its value; colors come in with the grounds
// that they make.
static uint64_t add_setting(uint64_t shape, dgs_setting setting, const dgs_fact *fact)
{
    dgs_setting_kind kind = dgs_setting_table[setting].kind;
    if (dgs_setting_printed(setting))
        return shape << 2 | (uint64_t)(fact->text != NULL) << 1 | (fact->url != NULL);
    if (dgs_setting_table[setting].keywords == dgs_yes_keywords)
        return shape << 1 | fact->value;
    return kind == DGS_KIND_COUNTRY || kind == DGS_KIND_KEYWORD ? shape << VALUE_BITS | fact->value : shape;
}

uint64_t dgs_profile_layout_key(const dgs_profile *p)
{
    const dgs_ground *const grounds[] = {&p->palette.tint,    &p->palette.field,      &p->palette.badge,
                                         &p->palette.numeral, &p->palette.alert_tile, &p->palette.alert_cap};
    uint64_t shape = (uint64_t)p->palette.mode;
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        shape = add_setting(shape, (dgs_setting)i, &p->of[i]);
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
        shape = shape << 2 | (uint64_t)grounds[i]->filled << 1 | grounds[i]->outlined;
    return shape;
}
