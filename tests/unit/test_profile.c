// Unit tests of src/profile: names and their limits, links from what people type, colours that always read well.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "profile/palette.h"
#include "profile/profile.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_profile profile;
static dgs_err err;

static void open_arena(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
    arena = NULL;
}

static bool load(dgs_settings settings)
{
    err = (dgs_err){0};
    return dgs_profile_make(&settings, DGS_INK_COLOR, arena, &profile, &err);
}

#define LOAD(...) load((dgs_settings){.of = {__VA_ARGS__}})

static void refused(bool ok, dgs_err_kind kind, const char *words)
{
    ck_assert(!ok);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    ck_assert_int_eq(err.kind, kind);
}

static const char *repeat(const char *s, size_t times)
{
    dgs_buf buf = {.arena = arena};
    while (times-- > 0)
        dgs_buf_adds(&buf, s);
    return buf.p;
}

START_TEST(nothing_given_is_nothing)
{
    ck_assert(load((dgs_settings){0}));
    ck_assert_ptr_null(profile.of[DGS_SETTING_NAME].text);
    ck_assert_ptr_null(profile.of[DGS_SETTING_PHONE].url);
    ck_assert_ptr_null(profile.of[DGS_SETTING_WEBSITE].text);
    ck_assert_ptr_null(profile.of[DGS_SETTING_LOGO].text);
    ck_assert_ptr_null(profile.of[DGS_SETTING_ADDRESS].text);
}
END_TEST

START_TEST(texts_are_trimmed)
{
    ck_assert(LOAD([DGS_SETTING_NAME].text = "  Willow Creek\t", [DGS_SETTING_TAGLINE].text = " a b ",
                   [DGS_SETTING_ADDRESS].text = " 1 \n2"));
    ck_assert_str_eq(profile.of[DGS_SETTING_NAME].text, "Willow Creek");
    ck_assert_str_eq(profile.of[DGS_SETTING_TAGLINE].text, "a b");
    ck_assert_str_eq(profile.of[DGS_SETTING_ADDRESS].text, "1, 2");
}
END_TEST

START_TEST(blank_texts_are_refused)
{
    static const char *const blanks[] = {"", "   ", "\t\n", "\xc2\xa0\xe2\x80\x83", "\xe2\x80\x8b", "\xef\xbb\xbf"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        refused(LOAD([DGS_SETTING_NAME].text = blanks[i]), DGS_ERR_DATA,
                "--practice-name is empty: write something, or remove it");
    refused(LOAD([DGS_SETTING_PHONE].text = " "), DGS_ERR_DATA, "--phone is empty");
    refused(LOAD([DGS_SETTING_BOOKING_URL].text = ""), DGS_ERR_DATA, "--booking-url is empty");
    refused(LOAD([DGS_SETTING_ADDRESS].text = "a\n"), DGS_ERR_DATA, "--address is empty");
    refused(LOAD([DGS_SETTING_LOGO].text = ""), DGS_ERR_DATA, "--logo is empty");
}
END_TEST

START_TEST(limits_count_characters)
{
    ck_assert(LOAD([DGS_SETTING_NAME].text = repeat("\xc3\xa9", DGS_NAME_MAX)));
    refused(LOAD([DGS_SETTING_NAME].text = repeat("\xc3\xa9", DGS_NAME_MAX + 1)), DGS_ERR_DATA,
            "--practice-name has 161 characters, but at most 160 fit");
    refused(LOAD([DGS_SETTING_TAGLINE].text = repeat("x", 300)), DGS_ERR_DATA,
            "--tagline has 300 characters, but at most 160");
    ck_assert(LOAD([DGS_SETTING_ADDRESS].text = repeat("x", DGS_LINE_MAX)));
    refused(LOAD([DGS_SETTING_ADDRESS].text = repeat("x", DGS_LINE_MAX + 1)), DGS_ERR_DATA, "--address has 121");
    refused(LOAD([DGS_SETTING_PHONE].text = repeat("1", 200)), DGS_ERR_DATA, "--phone has 200 characters");
    refused(LOAD([DGS_SETTING_WEBSITE].text = repeat("a", 600)), DGS_ERR_DATA, "--website has 600 characters");
}
END_TEST

START_TEST(bytes_that_are_no_text_are_refused)
{
    refused(LOAD([DGS_SETTING_NAME].text = "caf\xe9"), DGS_ERR_DATA, "--practice-name is not valid UTF-8 at byte 4");
    refused(LOAD([DGS_SETTING_TAGLINE].text = "\xc0\x80"), DGS_ERR_DATA, "--tagline is not valid UTF-8 at byte 1");
    refused(LOAD([DGS_SETTING_ADDRESS].text = "\xed\xa0\x80"), DGS_ERR_DATA, "--address is not valid UTF-8");
    refused(LOAD([DGS_SETTING_NAME].text = "a\x07z"), DGS_ERR_DATA, "U+0007");
    refused(LOAD([DGS_SETTING_NAME].text = "a\x1b[31mz"), DGS_ERR_DATA, "U+001B");
    refused(LOAD([DGS_SETTING_NAME].text = "a\tz"), DGS_ERR_DATA, "U+0009");
    refused(LOAD([DGS_SETTING_NAME].text = "a\nz"), DGS_ERR_DATA, "U+000A");
    refused(LOAD([DGS_SETTING_NAME].text = "a\rz"), DGS_ERR_DATA, "U+000D");
    refused(LOAD([DGS_SETTING_PHONE].text = "1\xc2\x85"
                                            "234"),
            DGS_ERR_DATA, "U+0085");
    refused(LOAD([DGS_SETTING_WEBSITE].text = "a\xe2\x80\xae.example"), DGS_ERR_DATA, "U+202E");
}
END_TEST

START_TEST(the_logo_is_a_file_name_and_nothing_more)
{
    ck_assert(LOAD([DGS_SETTING_LOGO].text = "my \xff logo.png"));
    ck_assert_str_eq(profile.of[DGS_SETTING_LOGO].text, "my \xff logo.png");
}
END_TEST

START_TEST(the_new_fields_are_read)
{
    ck_assert(LOAD([DGS_SETTING_THERAPIST].text = " Ana Perez, LMT ", [DGS_SETTING_LICENSE].text = "MT 1",
                   [DGS_SETTING_HOURS].text = "Mon 9\n Sat 10 ", [DGS_SETTING_LOGO_ALT].text = "A willow",
                   [DGS_SETTING_FOOTER_NOTE].text = "Cancel early.", [DGS_SETTING_PAPER].text = "legal",
                   [DGS_SETTING_ACCENT].text = "#b5542b"));
    ck_assert_str_eq(profile.of[DGS_SETTING_THERAPIST].text, "Ana Perez, LMT");
    ck_assert_str_eq(profile.of[DGS_SETTING_LICENSE].text, "MT 1");
    ck_assert_str_eq(profile.of[DGS_SETTING_HOURS].text, "Mon 9 · Sat 10");
    ck_assert_str_eq(profile.of[DGS_SETTING_LOGO_ALT].text, "A willow");
    ck_assert_str_eq(profile.of[DGS_SETTING_FOOTER_NOTE].text, "Cancel early.");
    ck_assert_int_eq(profile.paper, DGS_PAPER_LEGAL);
    ck_assert(profile.of[DGS_SETTING_ACCENT].text != NULL && profile.of[DGS_SETTING_COLOR].text == NULL);
    ck_assert_int_eq(dgs_fact_color(&profile.of[DGS_SETTING_ACCENT]).r, 0xb5);
    refused(LOAD([DGS_SETTING_ACCENT].text = "red"), DGS_ERR_USAGE, "--accent 'red' is not a color");
}
END_TEST

START_TEST(a_value_of_a_file_is_named_by_its_line)
{
    refused(LOAD([DGS_SETTING_PHONE] = {"12", "practice.ini", 7}), DGS_ERR_DATA,
            "practice.ini:7: phone '12' is too short");
    refused(LOAD([DGS_SETTING_COLOR] = {"red", "practice.ini", 3}), DGS_ERR_DATA, "practice.ini:3: color 'red' is no");
    refused(LOAD([DGS_SETTING_PAPER] = {"a3", "practice.ini", 4}), DGS_ERR_DATA,
            "practice.ini:4: paper 'a3' is invalid");
}
END_TEST

typedef struct pair {
    const char *typed, *made;
} pair;

START_TEST(phones_become_tel_urls)
{
    static const pair phones[] = {
        {"(503) 555-0142", "tel:5035550142"},
        {"+1 503.555.0142", "tel:+15035550142"},
        {"503-555-0142 x12", "tel:5035550142;ext=12"},
        {"503-555-0142 ext. 12", "tel:5035550142;ext=12"},
        {"503-555-0142, Ext 7", "tel:5035550142;ext=7"},
        {"503 555 0142 extension 9", "tel:5035550142;ext=9"},
        {"503\xc2\xa0"
         "555\xe2\x80\x93"
         "0142",
         "tel:5035550142"},
        {"+44 (0)20 7946 0000", "tel:+442079460000"},
        {"911", "tel:911"},
    };
    for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
        ck_assert_msg(LOAD([DGS_SETTING_PHONE].text = phones[i].typed), "%s: %s", phones[i].typed, err.message);
        ck_assert_str_eq(profile.of[DGS_SETTING_PHONE].url, phones[i].made);
        ck_assert_str_eq(profile.of[DGS_SETTING_PHONE].text, phones[i].typed);
    }
}
END_TEST

START_TEST(phones_that_are_none_are_refused)
{
    refused(LOAD([DGS_SETTING_PHONE].text = "12"), DGS_ERR_DATA, "--phone '12' is too short");
    refused(LOAD([DGS_SETTING_PHONE].text = "call me"), DGS_ERR_DATA, "invalid in a phone number");
    refused(LOAD([DGS_SETTING_PHONE].text = "555-0142 x"), DGS_ERR_DATA, "invalid in a phone number");
    refused(LOAD([DGS_SETTING_PHONE].text = "555+0142"), DGS_ERR_DATA, "invalid in a phone number");
    refused(LOAD([DGS_SETTING_PHONE].text = "x12"), DGS_ERR_DATA, "invalid in a phone number");
    refused(LOAD([DGS_SETTING_PHONE].text = "()-"), DGS_ERR_DATA, "is too short");
    refused(LOAD([DGS_SETTING_PHONE].text = "12345678901234"), DGS_ERR_DATA, "more digits than any phone number");
    refused(LOAD([DGS_SETTING_PHONE].text = "+1234567890123456"), DGS_ERR_DATA, "more digits than any phone number");
}
END_TEST

START_TEST(emails_become_mailto_urls)
{
    ck_assert(LOAD([DGS_SETTING_EMAIL].text = "info@willowcreek.example"));
    ck_assert_str_eq(profile.of[DGS_SETTING_EMAIL].url, "mailto:info@willowcreek.example");
    ck_assert(LOAD([DGS_SETTING_EMAIL].text = "anna+new%?&@mail.example.org"));
    ck_assert_str_eq(profile.of[DGS_SETTING_EMAIL].text, "anna+new%?&@mail.example.org");
    ck_assert_str_eq(profile.of[DGS_SETTING_EMAIL].url, "mailto:anna+new%25%3F%26@mail.example.org");
}
END_TEST

START_TEST(emails_that_are_none_are_refused)
{
    static const char *const none[] = {"anna",
                                       "@example.org",
                                       "anna@",
                                       "anna@example",
                                       "a b@example.org",
                                       ".a@example.org",
                                       "a.@example.org",
                                       "a..b@example.org",
                                       "a@b@example.org",
                                       "a@-b.example",
                                       "a@b-.example",
                                       "a@b..example",
                                       "\xc3\xa9@example.org",
                                       "a@example.org.",
                                       "a@example.org?subject=x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        refused(LOAD([DGS_SETTING_EMAIL].text = none[i]), DGS_ERR_DATA, "--email");
}
END_TEST

typedef struct web {
    const char *typed, *url, *text;
} web;

START_TEST(web_addresses_are_completed)
{
    static const web webs[] = {
        {"willowcreek.example", "https://willowcreek.example", "willowcreek.example"},
        {"https://willowcreek.example/", "https://willowcreek.example/", "willowcreek.example"},
        {"HTTP://Willow.example/a/", "http://Willow.example/a/", "Willow.example/a"},
        {"willow.example:8080/x?y=1&z=%20#top", "https://willow.example:8080/x?y=1&z=%20#top",
         "willow.example:8080/x?y=1&z=%20#top"},
        {"willow.example/caf\xc3\xa9", "https://willow.example/caf%C3%A9", "willow.example/caf\xc3\xa9"},
        {"willow.example/<\"|>", "https://willow.example/%3C%22%7C%3E", "willow.example/<\"|>"},
        {"xn--caf-dma.example", "https://xn--caf-dma.example", "xn--caf-dma.example"},
    };
    for (size_t i = 0; i < sizeof webs / sizeof *webs; i++) {
        ck_assert_msg(LOAD([DGS_SETTING_WEBSITE].text = webs[i].typed, [DGS_SETTING_BOOKING_URL].text = webs[i].typed),
                      "%s", err.message);
        ck_assert_str_eq(profile.of[DGS_SETTING_WEBSITE].url, webs[i].url);
        ck_assert_str_eq(profile.of[DGS_SETTING_WEBSITE].text, webs[i].text);
        ck_assert_str_eq(profile.of[DGS_SETTING_BOOKING_URL].url, webs[i].url);
        ck_assert_str_eq(profile.of[DGS_SETTING_BOOKING_URL].text, webs[i].text);
    }
}
END_TEST

START_TEST(web_addresses_that_are_none_are_refused)
{
    static const pair none[] = {
        {"javascript:alert(1)", "is not a web address"},
        {"ftp://example.org", "is not a web address"},
        {"mailto:a@example.org", "is not a web address"},
        {"https:example.org", "is not a web address"},
        {"https://", "has no domain"},
        {"https://user@example.org", "has a user name"},
        {"https://example.org@evil.example", "has a user name"},
        {"example", "without a dot"},
        {"localhost:8080", "is not a web address"},
        {"exa mple.org", "has a space"},
        {"https://example.org/a b", "has a space"},
        {"https://exa_mple.org", "an invalid character"},
        {"https://-a.example", "an invalid domain"},
        {"https://a..example", "an invalid domain"},
        {"https://[::1]/", "an invalid character"},
        {"https://example.org:0", "an invalid port"},
        {"https://example.org:65536", "an invalid port"},
        {"https://example.org:", "an invalid port"},
        {"https://example.org/50%", "does not belong there"},
        {"https://example.org/%zz", "does not belong there"},
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        refused(LOAD([DGS_SETTING_WEBSITE].text = none[i].typed), DGS_ERR_DATA, none[i].made);
        ck_assert_ptr_nonnull(strstr(err.message, "--website"));
        refused(LOAD([DGS_SETTING_BOOKING_URL].text = none[i].typed), DGS_ERR_DATA, "--booking-url");
    }
}
END_TEST

static const dgs_color WHITE = {255, 255, 255};

START_TEST(colours_are_written_in_three_or_six_digits)
{
    ck_assert(LOAD([DGS_SETTING_COLOR].text = "#1a2"));
    dgs_color three = profile.palette.field.fill;
    ck_assert(LOAD([DGS_SETTING_COLOR].text = "#11AA22"));
    ck_assert(dgs_color_same(three, profile.palette.field.fill));
    ck_assert(load((dgs_settings){0}));
    dgs_color none = profile.palette.field.fill;
    ck_assert(LOAD([DGS_SETTING_COLOR].text = "#0b5f5a"));
    ck_assert(dgs_color_same(none, profile.palette.field.fill));
    static const char *const wrong[] = {"",       "red",     "#",        "#12",      "#1234",   "#12345", "#1234567",
                                        "0b5f5a", "#12345g", " #123456", "#123456 ", "##12345", "#-12345"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        refused(LOAD([DGS_SETTING_COLOR].text = wrong[i]), DGS_ERR_USAGE, "is not a color: write it like '#0b5f5a'");
}
END_TEST

START_TEST(contrast_is_that_of_wcag)
{
    ck_assert_double_eq_tol(dgs_contrast(WHITE, (dgs_color){0, 0, 0}), 21, 1e-9);
    ck_assert_double_eq_tol(dgs_contrast(WHITE, WHITE), 1, 1e-9);
    ck_assert_double_eq_tol(dgs_contrast((dgs_color){0x76, 0x76, 0x76}, WHITE), 4.54, 0.01);
    ck_assert_double_eq_tol(dgs_contrast((dgs_color){255, 0, 0}, WHITE), 4.0, 0.01);
    ck_assert_double_eq(dgs_contrast((dgs_color){1, 2, 3}, (dgs_color){200, 100, 50}),
                        dgs_contrast((dgs_color){200, 100, 50}, (dgs_color){1, 2, 3}));
}
END_TEST

START_TEST(a_full_arena_is_said)
{
    const dgs_settings settings = {.of = {[DGS_SETTING_NAME].text = "Anna",
                                          [DGS_SETTING_TAGLINE].text = "t",
                                          [DGS_SETTING_PHONE].text = "5550142",
                                          [DGS_SETTING_EMAIL].text = "a@b.example",
                                          [DGS_SETTING_WEBSITE].text = "b.example",
                                          [DGS_SETTING_BOOKING_URL].text = "b.example/x",
                                          [DGS_SETTING_LOGO].text = "l.png",
                                          [DGS_SETTING_HOURS].text = "3\n4",
                                          [DGS_SETTING_PAPER].text = "a4",
                                          [DGS_SETTING_ADDRESS].text = "1\n2"}};
    bool ok = false;
    for (size_t cap = 0; !ok && cap < 100000; cap += 16) {
        dgs_arena *small = dgs_arena_new(cap);
        err = (dgs_err){0};
        ok = dgs_profile_make(&settings, DGS_INK_COLOR, small, &profile, &err);
        ck_assert_int_eq(err.kind, ok ? DGS_OK : DGS_ERR_MEMORY);
        dgs_arena_free(small);
    }
    ck_assert(ok);
}
END_TEST

// A theme gives colors where the practice gives none; its own color puts the theme out of force.
START_TEST(themes)
{
    ck_assert(LOAD([DGS_SETTING_THEME].text = "Earth"));
    const dgs_color second = {0xb5, 0x60, 0x2b, 0};
    dgs_palette want = dgs_palette_of((dgs_color){0x4b, 0x5b, 0x22, 0}, &second, DGS_INK_COLOR);
    ck_assert(dgs_color_same(profile.palette.field.fill, want.field.fill));
    ck_assert(dgs_color_same(profile.palette.badge.fill, want.badge.fill));
    ck_assert(profile.of[DGS_SETTING_COLOR].text == NULL && profile.of[DGS_SETTING_ACCENT].text == NULL);
    ck_assert(LOAD([DGS_SETTING_THEME].text = "rose", [DGS_SETTING_ACCENT].text = "#3050c0"));
    ck_assert_int_eq(profile.palette.badge.fill.b, 0xc0);
    ck_assert_int_eq(dgs_fact_color(&profile.of[DGS_SETTING_COLOR]).r, 0x7a);
    ck_assert(LOAD([DGS_SETTING_THEME].text = "earth", [DGS_SETTING_COLOR].text = "#084b47"));
    ck_assert_int_eq(profile.palette.field.fill.b, 0x47);
    ck_assert_int_eq(profile.palette.badge.fill.b, 0x47);
    ck_assert(LOAD([DGS_SETTING_THEME].text = "calm"));
    ck_assert_int_eq(profile.palette.field.fill.g, 0x5f);
    refused(LOAD([DGS_SETTING_THEME].text = "erth"), DGS_ERR_USAGE, "--theme 'erth' is invalid: did you mean earth?");
}
END_TEST

START_TEST(a_masthead_of_a_logo_needs_one)
{
    ck_assert(LOAD([DGS_SETTING_MASTHEAD].text = "logo", [DGS_SETTING_LOGO].text = "a.svg"));
    refused(LOAD([DGS_SETTING_MASTHEAD].text = "logo"), DGS_ERR_USAGE,
            "--masthead is logo, but there is no logo: name its file (--logo), or write name");
    refused(LOAD([DGS_SETTING_MASTHEAD] = {"logo", "practice.ini", 5}), DGS_ERR_DATA,
            "practice.ini:5: masthead is logo, but there is no logo");
}
END_TEST

static TCase *text_case(void)
{
    TCase *c = tcase_create("texts");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, nothing_given_is_nothing);
    tcase_add_test(c, themes);
    tcase_add_test(c, a_masthead_of_a_logo_needs_one);
    tcase_add_test(c, texts_are_trimmed);
    tcase_add_test(c, blank_texts_are_refused);
    tcase_add_test(c, limits_count_characters);
    tcase_add_test(c, bytes_that_are_no_text_are_refused);
    tcase_add_test(c, the_logo_is_a_file_name_and_nothing_more);
    tcase_add_test(c, the_new_fields_are_read);
    tcase_add_test(c, a_value_of_a_file_is_named_by_its_line);
    tcase_add_test(c, a_full_arena_is_said);
    return c;
}

static TCase *link_case(void)
{
    TCase *c = tcase_create("links");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, phones_become_tel_urls);
    tcase_add_test(c, phones_that_are_none_are_refused);
    tcase_add_test(c, emails_become_mailto_urls);
    tcase_add_test(c, emails_that_are_none_are_refused);
    tcase_add_test(c, web_addresses_are_completed);
    tcase_add_test(c, web_addresses_that_are_none_are_refused);
    return c;
}

static TCase *color_case(void)
{
    TCase *c = tcase_create("colours");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, colours_are_written_in_three_or_six_digits);
    tcase_add_test(c, contrast_is_that_of_wcag);
    return c;
}

static Suite *profile_suite(void)
{
    Suite *suite = suite_create("profile");
    suite_add_tcase(suite, text_case());
    suite_add_tcase(suite, link_case());
    suite_add_tcase(suite, color_case());
    return suite;
}

int main(void)
{
    return run_suite(profile_suite());
}
