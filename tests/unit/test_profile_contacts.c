// Contacts as practices write them: several numbers, numbers in letters, hosts in their own script.
#include <string.h>

#include "profile/url.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;
static const char *url;

static void open_arena(void)
{
    arena = dgs_arena_new(1024 * 1024);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
}

typedef struct pair {
    const char *typed, *made; // NULL = no link
} pair;

static void phones_become(const pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        err = (dgs_err){0};
        ck_assert_msg(dgs_url_phone(arena, "phone", pairs[i].typed, &url, &err), "%s", err.message);
        ck_assert_pstr_eq(url, pairs[i].made);
    }
}

static void phone_refused(const char *typed, const char *words)
{
    err = (dgs_err){0};
    ck_assert_msg(!dgs_url_phone(arena, "phone", typed, &url, &err), "%s", typed);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

START_TEST(two_numbers_are_no_link)
{
    static const pair phones[] = {{"(503) 555-0142 / (503) 555-0143", NULL},
                                  {"503 555 0142/0143", NULL},
                                  {"503 555 0142 / 43", NULL},
                                  {"555-0142 or 555-0143", NULL},
                                  {"555-0142; 555-0143; 555-0144", NULL},
                                  {"(503) 555-0142 (503) 555-0143", NULL},
                                  {"+1 503 555 0142 +1 503 555 0143", NULL},
                                  {"030 1234567 oder 0171 1234567", NULL},
                                  {"(503) 555-0142 x5, (503) 555-0143", NULL},
                                  {"1-800-MASSAGE | 503-555-0142", NULL},
                                  {"030 / 123 45 67", "tel:0301234567"},
                                  {"+49 (0)30 / 123 45 67", "tel:+49301234567"},
                                  {"0043 1 5550 142", "tel:004315550142"},
                                  {"01 42 68 53 00", "tel:0142685300"}};
    phones_become(phones, sizeof phones / sizeof *phones);
    phone_refused("503 555 0142 503 555 0143", "has more digits than any phone number: write one number, or put \"or\"");
    phone_refused("555-0142 or call us", "has a sign that no phone number has");
}
END_TEST

START_TEST(words_are_dialled_by_their_keys)
{
    static const pair phones[] = {{"1-800-MASSAGE", "tel:18006277243"},
                                  {"1-800-FLOWERS", "tel:18003569377"},
                                  {"1-800-GO-FEDEX", "tel:18004633339"},
                                  {"1-800-MASSAGES", "tel:18006277243"},
                                  {"1 (800) 555-HAIR", "tel:18005554247"},
                                  {"503-555-HAIR", "tel:5035554247"},
                                  {"1-800-massage", "tel:18006277243"},
                                  {"0800 MASSAGE", "tel:08006277243"},
                                  {"1-800-555-0142 X12", "tel:18005550142;ext=12"},
                                  {"503-555-0142 #7", "tel:5035550142;ext=7"}};
    phones_become(phones, sizeof phones / sizeof *phones);
    phone_refused("(503) 555-0142 cell", "no phone number has");
    phone_refused("555-0142 CELL", "no phone number has");
    phone_refused("1-800-Massage now", "no phone number has");
}
END_TEST

START_TEST(numbers_that_a_spreadsheet_shortened_are_told)
{
    phone_refused("5.03555E+09", "is what a spreadsheet makes of a long number: make the cell text, and type the number");
    phone_refused("1,50356E+10", "is what a spreadsheet makes of a long number");
}
END_TEST

START_TEST(hosts_are_linked_in_ascii_and_printed_as_typed)
{
    static const struct host {
        const char *typed, *url, *text;
    } hosts[] = {
        {"müller-massage.example", "https://xn--mller-massage-wob.example", "müller-massage.example"},
        {"https://www.Körper.example:8080/über?x=ä", "https://www.xn--krper-jua.example:8080/%C3%BCber?x=%C3%A4",
         "www.Körper.example:8080/über?x=ä"},
        {"straße.example/", "https://xn--strae-oqa.example/", "straße.example"},
        {"массаж.рф", "https://xn--80aa0aebn.xn--p1ai", "массаж.рф"},
        {"массаж.example", "https://xn--80aa0aebn.example", "массаж.example"},
        {"сахар.рф", "https://xn--80aa4alm.xn--p1ai", "сахар.рф"},
        {"指圧tokyo.example", "https://xn--tokyo-zv7i569m.example", "指圧tokyo.example"},
        {"xn--mller-massage-wob.example", "https://xn--mller-massage-wob.example", "xn--mller-massage-wob.example"},
    };
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        dgs_url web;
        err = (dgs_err){0};
        ck_assert_msg(dgs_url_web(arena, "website", hosts[i].typed, &web, &err), "%s", err.message);
        ck_assert_str_eq(web.url, hosts[i].url);
        ck_assert_str_eq(web.text, hosts[i].text);
    }
    err = (dgs_err){0};
    ck_assert(dgs_url_email(arena, "email", "info@körper.example", &url, &err));
    ck_assert_str_eq(url, "mailto:info@xn--krper-jua.example");
}
END_TEST

static void host_refused(const char *typed, const char *words)
{
    dgs_url web;
    err = (dgs_err){0};
    ck_assert_msg(!dgs_url_web(arena, "website", typed, &web, &err), "%s becomes %s", typed, web.url);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

START_TEST(hosts_that_seem_to_be_others_are_refused)
{
    host_refused("pаypal.example", "of several scripts or look like others; its real name is xn--pypal-4ve.example: write");
    host_refused("раура.example", "its real name is xn--");  // Cyrillic to the last letter
    host_refused("οτρ.example", "its real name is xn--");    // Greek
    host_refused("mασσαγε.example", "its real name is xn--"); // Latin and Greek
    host_refused("а한글.example", "its real name is xn--");
    host_refused("www.gооgle.example/a", "its real name is www.xn--");
    host_refused("kĸra.example", "its real name is xn--"); // a letter that nobody writes now
    host_refused("a\xe2\x98\xaf.example", "website 'a\xe2\x98\xaf.example'");
    host_refused("ü.", "host name");
    host_refused("über", "without a dot");
    err = (dgs_err){0};
    ck_assert(!dgs_url_email(arena, "email", "info@pаypal.example", &url, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "its real name is xn--pypal-4ve.example"));
}
END_TEST

START_TEST(marks_pasted_behind_an_address_are_told)
{
    host_refused("https://willow.example/book”", "ends in ”, which is not of an address: take it out");
    host_refused("willow.example\"", "ends in \"");
    host_refused("willow.example»", "ends in »");
    err = (dgs_err){0};
    ck_assert(!dgs_url_email(arena, "email", "info@willow.example’", &url, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "ends in ’"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("contacts");
    TCase *tests = tcase_create("as people write them");
    tcase_add_checked_fixture(tests, open_arena, close_arena);
    tcase_add_test(tests, two_numbers_are_no_link);
    tcase_add_test(tests, words_are_dialled_by_their_keys);
    tcase_add_test(tests, numbers_that_a_spreadsheet_shortened_are_told);
    tcase_add_test(tests, hosts_are_linked_in_ascii_and_printed_as_typed);
    tcase_add_test(tests, hosts_that_seem_to_be_others_are_refused);
    tcase_add_test(tests, marks_pasted_behind_an_address_are_told);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
