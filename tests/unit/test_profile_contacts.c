// Contacts as practices write them: several numbers, numbers in letters, hosts in their own script.
#include <idn2.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "profile/host.h"
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
    phone_refused("503 555 0142 503 555 0143",
                  "has more digits than any phone number: write one number, or put \"or\"");
    phone_refused("555-0142 or call us", "has a character that is invalid in a phone number");
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
    phone_refused("(503) 555-0142 cell", "invalid in a phone number");
    phone_refused("555-0142 CELL", "invalid in a phone number");
    phone_refused("1-800-Massage now", "invalid in a phone number");
}
END_TEST

START_TEST(numbers_that_a_spreadsheet_shortened_are_told)
{
    phone_refused("5.03555E+09", "was changed by a spreadsheet: format the cell as text, and type the number again");
    phone_refused("5035550142.0", "was changed by a spreadsheet: format the cell as text, and type the number again");
    phone_refused("5.03555e9", "was changed by a spreadsheet: format the cell as text, and type the number again");
    phone_refused("1,50356E+10", "was changed by a spreadsheet");
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
        {"массаж.рф", "https://xn--80aasv0aa.xn--p1ai", "массаж.рф"},
        {"массаж.example", "https://xn--80aasv0aa.example", "массаж.example"},
        {"сахар.рф", "https://xn--80aa2cbv.xn--p1ai", "сахар.рф"},
        {"指圧tokyo.example", "https://xn--tokyo-2w2ij32e.example", "指圧tokyo.example"},
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
    host_refused("pаypal.example",
                 "of several scripts or look like others; its real name is xn--pypal-4ve.example: write");
    host_refused("раура.example", "its real name is xn--");   // Cyrillic to the last letter
    host_refused("οτρ.example", "its real name is xn--");     // Greek
    host_refused("mασσαγε.example", "its real name is xn--"); // Latin and Greek
    host_refused("а한글.example", "its real name is xn--");
    host_refused("www.gооgle.example/a", "its real name is www.xn--");
    host_refused("kĸra.example", "its real name is xn--"); // a letter that nobody writes now
    host_refused("a\xe2\x98\xaf.example", "website 'a\xe2\x98\xaf.example'");
    host_refused("ü.", "domain");
    host_refused("über", "without a dot");
    err = (dgs_err){0};
    ck_assert(!dgs_url_email(arena, "email", "info@pаypal.example", &url, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "its real name is xn--pypal-4ve.example"));
}
END_TEST

// libidn2 makes the same of every name that we take.
START_TEST(hosts_are_what_another_library_makes_of_them)
{
    static const char *const words[] = {
        "müller",     "Körper", "straße",   "ČESKÝ",          "łódź",       "ąę",           "ñandú",      "français",
        "smørrebrød", "þór",    "íslenska", "việt-nam",       "ẹ̀kọ́",        "cafe\xcc\x81", "col·lecció", "μασάζ",
        "ΜΑΣΆΖ",      "λόγος",  "массаж",   "МАССАЖ",         "їжак",       "հայերեն",      "עיסוי",      "مساج",
        "کلینیک",     "मालिश",  "মালিশ",    "ਮਾਲਸ਼",           "મસાજ",       "மசாஜ்",         "మసాజ్",        "ಮಸಾಜ್",
        "തിരുമ്മൽ",     "නවන",    "นวดไทย",   "นวดน้ำมัน",        "ＭＡＳＳÄ",  "ນວດ",          "မြန်မာ",      "მასაჟი",
        "ማሳጅ",        "ម៉ាស្សា",  "指圧",     "指圧マッサージ", "まっさーじ", "推拿",         "안마",       "tokyo指圧",
        "ü1",         "1ü",     "a-ü-9"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t j = 0; j < 3; j++) {
            static const char *const tops[] = {".example", ".рф", ".中国"};
            char typed[200], *other = NULL;
            dgs_str made;
            (void)snprintf(typed, sizeof typed, "%s%s", words[i], tops[j]);
            err = (dgs_err){0};
            ck_assert_msg(dgs_host_ascii(arena, "website", typed, dgs_str_of(typed), &made, &err), "%s", err.message);
            ck_assert_int_eq(idn2_to_ascii_8z(typed, &other, IDN2_NONTRANSITIONAL), IDN2_OK);
            ck_assert_str_eq(made.p, other);
            idn2_free(other);
        }
}
END_TEST

// No name of few letters by lot is taken that libidn2 refuses or makes something else of.
START_TEST(hosts_by_lot_are_what_another_library_makes_of_them)
{
    static const uint32_t from[] = {0xc0,  0x300,  0x370,  0x400,  0x530,  0x590,  0x620, 0x900,
                                    0xe00, 0x1000, 0x1e00, 0x3040, 0x30a0, 0x4e00, 0xac00};
    uint64_t lot = 42;
    size_t taken = 0;
    for (int i = 0; i < 200000; i++) {
        char typed[80] = "", *other = NULL;
        size_t n = 0, start = (size_t)(lot >> 33) % (sizeof from / sizeof *from);
        for (int letters = 0; letters < 4; letters++) {
            lot = lot * 6364136223846793005u + 1442695040888963407u;
            uint32_t cp = lot >> 62 == 0 ? (uint32_t)"abl-09z\xb7"[lot >> 40 & 7] & 0xff
                                         : from[start] + (uint32_t)(lot >> 40) % 0x160;
            n += (size_t)dgs_utf8_put(cp, typed + n);
        }
        memcpy(typed + n, ".example", sizeof ".example");
        dgs_str made;
        err = (dgs_err){0};
        dgs_arena_reset(arena);
        if (typed[0] == '-' || !dgs_host_ascii(arena, "website", typed, dgs_str_of(typed), &made, &err) ||
            typed[n - 1] == '-')
            continue;
        taken++;
        ck_assert_msg(idn2_to_ascii_8z(typed, &other, IDN2_NONTRANSITIONAL) == IDN2_OK, "%s is taken: %s", typed,
                      made.p);
        ck_assert_msg(strcmp(made.p, other) == 0, "%s: %s, not %s", typed, made.p, other);
        idn2_free(other);
    }
    ck_assert_uint_gt(taken, 10000);
}
END_TEST

START_TEST(marks_pasted_behind_an_address_are_told)
{
    host_refused("https://willow.example/book”", "ends in ”, which does not belong to an address: remove it");
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
    tcase_add_test(tests, hosts_are_what_another_library_makes_of_them);
    tcase_add_test(tests, hosts_by_lot_are_what_another_library_makes_of_them);
    tcase_add_test(tests, marks_pasted_behind_an_address_are_told);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
