// The countries that a handout can be made for: what to call and where to go in an emergency. A country that is not
// here has no source for its numbers, and none is guessed.
#ifndef DGS_PROFILE_COUNTRY_H
#define DGS_PROFILE_COUNTRY_H
#include <stddef.h>

#include "order/order.h"

typedef struct dgs_country {
    const char *code;  // ISO 3166-1 alpha-2: "US"
    const char *also;  // its alpha-3 code and names in English, as dgs_keyword_among() takes them
    const char *call;  // the number for an ambulance, as it is said after "call"
    const char *place; // where to go, as it is said after "go to"
    const char
        *advice; // for what is not an emergency, as it is said after "call"; NULL: no one line for the whole country
    const char *physio; // the word for a physical therapist
    dgs_paper paper;    // what offices print on
} dgs_country;

// The country of this code or English name, in capitals or not; NULL when it is not in the table.
const dgs_country *dgs_country_find(const char *name);

// Its place in the table; 0, the default, for NULL.
size_t dgs_country_number(const dgs_country *country);
const dgs_country *dgs_country_at(size_t number);
#endif
