// An address whose lines are columns of their own, as in most lists: street, suite, city, state, ZIP code.
#include <string.h>
#include <strings.h>

#include "batch/rows_inner.h"
#include "order/keyword.h"

bool dgs_address_part_find(const char *name, dgs_address_part *out)
{
    static const char *const words[DGS_ADDRESS_PARTS] = {
        [DGS_ADDRESS_SUITE] = "suite|unit|address2|addressline2|street2|streetline2|streetaddress2|businessstreet2|"
                              "address1extendedaddress",
        [DGS_ADDRESS_CITY] =
            "city|town|cityortown|towncity|suburb|locality|businesscity|billingcity|addresscity|address1city",
        [DGS_ADDRESS_STATE] = "state|province|statecode|provincecode|stateprovince|stateorprovince|stateregion|"
                              "businessstate|billingstate|"
                              "billingstateprovince|addressstate|address1region",
        [DGS_ADDRESS_ZIP] = "zip|zipcode|postcode|postalcode|zippostalcode|ziporpostalcode|postalzipcode|postalzip|"
                            "businesspostalcode|billingpostalcode|billingzippostalcode|addresszip|address1postalcode"};
    char word[DGS_KEYWORD_FOLDED];
    dgs_keyword_fold(dgs_str_of(name), word);
    for (unsigned i = 0; i < DGS_ADDRESS_PARTS; i++)
        if (dgs_keyword_among(words[i], word)) {
            *out = (dgs_address_part)i;
            return true;
        }
    return false;
}

void dgs_address_begin(dgs_address *address)
{
    memset(address, 0, sizeof *address);
}

// "97477.0": what programs that reckon make of a code.
static void leave_fraction(char *zip)
{
    size_t n = strspn(zip, "0123456789");
    if (n > 0 && strcmp(zip + n, ".0") == 0)
        zip[n] = '\0';
}

void dgs_address_add(dgs_address *address, dgs_address_part part, char *text)
{
    if (text == NULL || address->text[part] != NULL)
        return;
    if (part == DGS_ADDRESS_ZIP)
        leave_fraction(text);
    address->text[part] = text;
    address->order[address->n++] = part;
}

static const char *find_words(const char *in, const char *words)
{
    size_t n = strlen(words);
    for (; strlen(in) >= n; in++)
        if (strncasecmp(in, words, n) == 0)
            return in;
    return NULL;
}

// Whether the street's column has all of it already, as in "12 Mill Lane, Springfield, OR 97477".
static bool has_all(const dgs_address *address, const char *street)
{
    bool ends = false;
    for (size_t i = 0; i < address->n; i++) {
        const char *part = address->text[address->order[i]];
        size_t n = strlen(part), all = strlen(street);
        if (find_words(street, part) == NULL)
            return false;
        ends |= n <= all && strcasecmp(street + all - n, part) == 0;
    }
    return ends;
}

// A spreadsheet takes the 0 from the ZIP codes of these states, which all begin with it.
static bool lost_zero(const dgs_address *address)
{
    static const char *const states[] = {"CT", "MA", "ME", "NH", "NJ", "RI", "VT"};
    const char *zip = address->text[DGS_ADDRESS_ZIP], *state = address->text[DGS_ADDRESS_STATE];
    if (zip == NULL || state == NULL || strlen(zip) != 4 || strspn(zip, "0123456789") != 4)
        return false;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcasecmp(state, states[i]) == 0)
            return true;
    return false;
}

bool dgs_address_join(const dgs_address *address, const char *street, dgs_arena *arena, const char **out)
{
    dgs_buf all = {.arena = arena}, place = {.arena = arena};
    *out = street;
    if (address->n == 0 || (street != NULL && has_all(address, street)))
        return true;
    const char *suite = address->text[DGS_ADDRESS_SUITE];
    dgs_address_part before = DGS_ADDRESS_PARTS;
    for (size_t i = 0; i < address->n; i++) { // in the order of the columns: "Springfield, OR 97477", "10115 Berlin"
        dgs_address_part part = address->order[i];
        if (part == DGS_ADDRESS_SUITE)
            continue;
        const char *between = before == DGS_ADDRESS_PARTS                               ? ""
                              : before == DGS_ADDRESS_CITY && part == DGS_ADDRESS_STATE ? ", "
                                                                                        : " ";
        dgs_buf_addf(&place, "%s%s%s", between, part == DGS_ADDRESS_ZIP && lost_zero(address) ? "0" : "",
                     address->text[part]);
        before = part;
    }
    const char *lines[] = {street, suite, place.p};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i] != NULL)
            dgs_buf_addf(&all, "%s%s", all.n > 0 ? "\n" : "", lines[i]);
    *out = all.p;
    return !all.failed && !place.failed;
}
