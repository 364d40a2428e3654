// Each entry with what it was read from, in November 2026. Grades: A = number and words on a page of a health or
// government body; what has no such source is left out. Paper sizes: Unicode CLDR 48.
#include "profile/country.h"

#include <strings.h>

#include "order/keyword.h"

static const dgs_country COUNTRIES[] = {
    // A. ADAM medical encyclopedia, "When to use the emergency room - adult": call 911, emergency department. No
    // advice line serves the whole country.
    {"US", "usa|unitedstates|theunitedstates|unitedstatesofamerica|theunitedstatesofamerica", "911",
     "an emergency room", NULL, "physical therapist", DGS_PAPER_LETTER},
    // A for the number: quebec.ca, primary care; CISSS Abitibi-Temiscamingue, "Quand consulter a l'urgence". 811 is
    // sourced for Quebec alone, so it is left out.
    {"CA", "can|canada", "911", "an emergency room", NULL, "physiotherapist", DGS_PAPER_LETTER},
    // A. West Midlands Ambulance Service, "999 or 111"; NHS practices on A&E and NHS 111. The name of Northern Ireland
    // is
    // not taken, since none of these speaks of NHS 111 there.
    {"GB", "gbr|uk|theuk|unitedkingdom|theunitedkingdom|greatbritain|britain|england|scotland|wales", "999", "A&E",
     "NHS 111", "physiotherapist", DGS_PAPER_A4},
    // A. HSE (hse.ie), "When to call 112 or 999"; National Ambulance Service. No advice line for all of Ireland.
    {"IE", "irl|ireland|republicofireland|eire", "112 (or 999)", "an emergency department", NULL, "physiotherapist",
     DGS_PAPER_A4},
    // A. healthdirect.gov.au, "Calling triple zero"; Queensland Ambulance Service; healthdirect's nurses on 1800 022
    // 222.
    {"AU", "aus|australia", "Triple Zero (000)", "an emergency department", "healthdirect on 1800 022 222",
     "physiotherapist", DGS_PAPER_A4},
    // A. health.govt.nz on Healthline; Health New Zealand, where to go for care; healthify.nz on sciatica (call 111).
    {"NZ", "nzl|newzealand|aotearoa|aotearoanewzealand", "111", "an emergency department", "Healthline on 0800 611 116",
     "physiotherapist", DGS_PAPER_A4},
};
enum { COUNTRIES_COUNT = sizeof COUNTRIES / sizeof *COUNTRIES };

const dgs_country *dgs_country_find(const char *name)
{
    char word[DGS_KEYWORD_FOLDED];
    for (size_t i = 0; i < COUNTRIES_COUNT; i++)
        if (strcasecmp(COUNTRIES[i].code, name) == 0)
            return &COUNTRIES[i];
    dgs_keyword_fold(dgs_str_of(name), word);
    for (size_t i = 0; i < COUNTRIES_COUNT; i++)
        if (strcasecmp(COUNTRIES[i].code, word) == 0 || dgs_keyword_among(COUNTRIES[i].also, word)) // "U.S." too
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
