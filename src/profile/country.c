// Each entry with what it was read from, in November 2026. Grades: A = number and words on a page of a health or
// government body; what has no such source is left out. Paper sizes: Unicode CLDR 48.
#include "profile/country.h"

#include <strings.h>

static const dgs_country COUNTRIES[] = {
    // A. ADAM medical encyclopedia, "When to use the emergency room - adult": call 911, emergency department. No
    // advice line serves the whole country.
    {"US", "911", "an emergency room", NULL, "physical therapist", DGS_PAPER_LETTER},
    // A for the number: quebec.ca, primary care; CISSS Abitibi-Temiscamingue, "Quand consulter a l'urgence". 811 is
    // sourced for Quebec alone, so it is left out.
    {"CA", "911", "an emergency room", NULL, "physiotherapist", DGS_PAPER_LETTER},
    // A. West Midlands Ambulance Service, "999 or 111"; NHS practices on A&E and NHS 111.
    {"GB", "999", "A&E", "NHS 111", "physiotherapist", DGS_PAPER_A4},
    // A. HSE (hse.ie), "When to call 112 or 999"; National Ambulance Service. No advice line for all of Ireland.
    {"IE", "112 (or 999)", "an emergency department", NULL, "physiotherapist", DGS_PAPER_A4},
    // A. healthdirect.gov.au, "Calling triple zero"; Queensland Ambulance Service; healthdirect's nurses on 1800 022
    // 222.
    {"AU", "Triple Zero (000)", "an emergency department", "healthdirect on 1800 022 222", "physiotherapist",
     DGS_PAPER_A4},
    // A. health.govt.nz on Healthline; Health New Zealand, where to go for care; healthify.nz on sciatica (call 111).
    {"NZ", "111", "an emergency department", "Healthline on 0800 611 116", "physiotherapist", DGS_PAPER_A4},
};
enum { COUNTRIES_COUNT = sizeof COUNTRIES / sizeof *COUNTRIES };

const dgs_country *dgs_country_find(const char *code)
{
    for (size_t i = 0; i < COUNTRIES_COUNT; i++)
        if (strcasecmp(COUNTRIES[i].code, code) == 0)
            return &COUNTRIES[i];
    return NULL;
}

size_t dgs_country_number(const dgs_country *country)
{
    return country == NULL ? 0 : (size_t)(country - COUNTRIES);
}

const dgs_country *dgs_country_at(size_t number)
{
    return &COUNTRIES[number];
}
