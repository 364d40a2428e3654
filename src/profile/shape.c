// What a handout's nodes depend on.
#include "profile/profile.h"

enum { KEYWORD_BITS = 4 }; // room for a paper, a region, or what a handout is printed with

uint64_t dgs_profile_shape(const dgs_profile *p)
{
    const dgs_ground *const grounds[] = {&p->palette.tile, &p->palette.field, &p->palette.badge,
                                         &p->palette.alert_tile};
    const bool there[] = {p->name != NULL,  p->tagline != NULL, p->therapist != NULL, p->license != NULL,
                          p->phone != NULL, p->email != NULL,   p->website != NULL,   p->booking_url != NULL,
                          p->logo != NULL,  p->naddress > 0,    p->nhours > 0,        p->footer_note != NULL};
    const unsigned keywords[] = {(unsigned)p->paper, (unsigned)p->palette.mode, (unsigned)dgs_region_number(p->region)};
    uint64_t shape = 0;
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        shape = shape << 1 | there[i];
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
        shape = shape << 2 | (uint64_t)grounds[i]->filled << 1 | grounds[i]->outlined;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        shape = shape << KEYWORD_BITS | keywords[i];
    return shape;
}
