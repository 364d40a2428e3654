// Unit tests of src/profile: names and their limits, links from what people type, colours that always read well.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static bool load(dgs_job job)
{
    err = (dgs_err){0};
    return dgs_profile_from_job(&job, arena, &profile, &err);
}

#define LOAD(...) load((dgs_job){__VA_ARGS__})

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

// ---- texts ----

START_TEST(nothing_given_is_nothing)
{
    ck_assert(load((dgs_job){0}));
    ck_assert_ptr_null(profile.name);
    ck_assert_ptr_null(profile.phone_url);
    ck_assert_ptr_null(profile.website_text);
    ck_assert_ptr_null(profile.logo);
    ck_assert_uint_eq(profile.naddress, 0);
}
END_TEST

START_TEST(texts_are_trimmed)
{
    ck_assert(LOAD(.practice_name = "  Willow Creek\t", .tagline = " a b ", .address = {" 1 ", "2"}, .naddress = 2));
    ck_assert_str_eq(profile.name, "Willow Creek");
    ck_assert_str_eq(profile.tagline, "a b");
    ck_assert_uint_eq(profile.naddress, 2);
    ck_assert_str_eq(profile.address[0], "1");
}
END_TEST

START_TEST(blank_texts_are_refused)
{
    static const char *const blanks[] = {"", "   ", "\t\n", "\xc2\xa0\xe2\x80\x83", "\xe2\x80\x8b", "\xef\xbb\xbf"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        refused(LOAD(.practice_name = blanks[i]), DGS_ERR_DATA,
                "--practice-name is empty: give the practice's name, or leave the option out");
    refused(LOAD(.phone = " "), DGS_ERR_DATA, "--phone is empty");
    refused(LOAD(.booking_url = ""), DGS_ERR_DATA, "--booking-url is empty");
    refused(LOAD(.address = {"a", ""}, .naddress = 2), DGS_ERR_DATA, "--address is empty");
    refused(LOAD(.logo = ""), DGS_ERR_DATA, "--logo is empty");
}
END_TEST

START_TEST(limits_count_characters)
{
    ck_assert(LOAD(.practice_name = repeat("\xc3\xa9", DGS_NAME_MAX)));
    refused(LOAD(.practice_name = repeat("\xc3\xa9", DGS_NAME_MAX + 1)), DGS_ERR_DATA,
            "--practice-name has 161 characters: 160 is the most that fits");
    refused(LOAD(.tagline = repeat("x", 300)), DGS_ERR_DATA, "--tagline has 300 characters: 160");
    ck_assert(LOAD(.address = {repeat("x", DGS_LINE_MAX)}, .naddress = 1));
    refused(LOAD(.address = {repeat("x", DGS_LINE_MAX + 1)}, .naddress = 1), DGS_ERR_DATA, "--address has 121");
    refused(LOAD(.phone = repeat("1", 200)), DGS_ERR_DATA, "--phone has 200 characters");
    refused(LOAD(.website = repeat("a", 600)), DGS_ERR_DATA, "--website has 600 characters");
}
END_TEST

START_TEST(bytes_that_are_no_text_are_refused)
{
    refused(LOAD(.practice_name = "caf\xe9"), DGS_ERR_DATA, "--practice-name is not valid UTF-8 at byte 4");
    refused(LOAD(.tagline = "\xc0\x80"), DGS_ERR_DATA, "--tagline is not valid UTF-8 at byte 1");
    refused(LOAD(.address = {"\xed\xa0\x80"}, .naddress = 1), DGS_ERR_DATA, "--address is not valid UTF-8");
    refused(LOAD(.practice_name = "a\x07z"), DGS_ERR_DATA, "U+0007");
    refused(LOAD(.practice_name = "a\x1b[31mz"), DGS_ERR_DATA, "U+001B");
    refused(LOAD(.practice_name = "a\tz"), DGS_ERR_DATA, "U+0009");
    refused(LOAD(.practice_name = "a\nz"), DGS_ERR_DATA, "U+000A");
    refused(LOAD(.practice_name = "a\rz"), DGS_ERR_DATA, "U+000D");
    refused(LOAD(.phone = "1\xc2\x85"
                          "234"),
            DGS_ERR_DATA, "U+0085");
    refused(LOAD(.website = "a\xe2\x80\xae.example"), DGS_ERR_DATA, "U+202E");
}
END_TEST

START_TEST(the_logo_is_a_file_name_and_nothing_more)
{
    ck_assert(LOAD(.logo = "my \xff logo.png"));
    ck_assert_str_eq(profile.logo, "my \xff logo.png");
}
END_TEST

// ---- links ----

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
        ck_assert_msg(LOAD(.phone = phones[i].typed), "%s: %s", phones[i].typed, err.message);
        ck_assert_str_eq(profile.phone_url, phones[i].made);
        ck_assert_str_eq(profile.phone, phones[i].typed);
    }
}
END_TEST

START_TEST(phones_that_are_none_are_refused)
{
    refused(LOAD(.phone = "12"), DGS_ERR_DATA, "--phone '12' has fewer than 3 digits");
    refused(LOAD(.phone = "call me"), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "555-0142 x"), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "555+0142"), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "x12"), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "1-800-FLOWERS"), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "()-"), DGS_ERR_DATA, "fewer than 3 digits");
    refused(LOAD(.phone = "555-0142 or 555-0143 "), DGS_ERR_DATA, "no phone number has");
    refused(LOAD(.phone = "123456789012345678901"), DGS_ERR_DATA, "more than 20 digits");
}
END_TEST

START_TEST(emails_become_mailto_urls)
{
    ck_assert(LOAD(.email = "info@willowcreek.example"));
    ck_assert_str_eq(profile.email_url, "mailto:info@willowcreek.example");
    ck_assert(LOAD(.email = "anna+new%?&@mail.example.org"));
    ck_assert_str_eq(profile.email, "anna+new%?&@mail.example.org");
    ck_assert_str_eq(profile.email_url, "mailto:anna+new%25%3F%26@mail.example.org");
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
                                       "a@\xc3\xa9.example",
                                       "a@example.org.",
                                       "a@example.org?subject=x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        refused(LOAD(.email = none[i]), DGS_ERR_DATA, "--email");
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
        ck_assert_msg(LOAD(.website = webs[i].typed, .booking_url = webs[i].typed), "%s", err.message);
        ck_assert_str_eq(profile.website_url, webs[i].url);
        ck_assert_str_eq(profile.website_text, webs[i].text);
        ck_assert_str_eq(profile.booking_url, webs[i].url);
        ck_assert_str_eq(profile.booking_text, webs[i].text);
    }
}
END_TEST

START_TEST(web_addresses_that_are_none_are_refused)
{
    static const pair none[] = {
        {"javascript:alert(1)", "is no web address"},
        {"ftp://example.org", "is no web address"},
        {"mailto:a@example.org", "is no web address"},
        {"https:example.org", "is no web address"},
        {"https://", "has no host name"},
        {"https://user@example.org", "has a user name"},
        {"https://example.org@evil.example", "has a user name"},
        {"example", "without a dot"},
        {"localhost:8080", "is no web address"},
        {"exa mple.org", "has a blank"},
        {"https://example.org/a b", "has a blank"},
        {"https://caf\xc3\xa9.example", "xn--"},
        {"https://exa_mple.org", "a character that hosts do not have"},
        {"https://-a.example", "a host name that is none"},
        {"https://a..example", "a host name that is none"},
        {"https://[::1]/", "hosts do not have"},
        {"https://example.org:0", "a port that is none"},
        {"https://example.org:65536", "a port that is none"},
        {"https://example.org:", "a port that is none"},
        {"https://example.org/50%", "two hexadecimal digits"},
        {"https://example.org/%zz", "two hexadecimal digits"},
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        refused(LOAD(.website = none[i].typed), DGS_ERR_DATA, none[i].made);
        ck_assert_ptr_nonnull(strstr(err.message, "--website"));
        refused(LOAD(.booking_url = none[i].typed), DGS_ERR_DATA, "--booking-url");
    }
}
END_TEST

// ---- colours ----

static const dgs_color WHITE = {255, 255, 255};

static void check_palette(dgs_palette p)
{
    ck_assert_double_ge(dgs_contrast(p.ink, WHITE), 12);
    ck_assert_double_ge(dgs_contrast(p.ink, p.tile), 12);
    ck_assert_double_ge(dgs_contrast(p.quiet, WHITE), 7);
    ck_assert_double_ge(dgs_contrast(p.quiet, p.tile), 7);
    ck_assert_double_ge(dgs_contrast(p.accent, WHITE), 7);
    ck_assert_double_ge(dgs_contrast(p.accent, p.tile), 7);
    ck_assert_double_ge(dgs_contrast(p.on_accent, p.accent), 7);
    ck_assert_double_ge(dgs_contrast(p.rule, WHITE), 1.3);
    ck_assert_double_le(dgs_contrast(p.rule, WHITE), 2.5); // still a hairline
    ck_assert_double_le(dgs_contrast(p.tile, WHITE), 1.2); // still a tint
    ck_assert_double_ge(dgs_contrast(p.alert, WHITE), 7);
    ck_assert_double_ge(dgs_contrast(p.alert, p.alert_tile), 7);
}

static dgs_palette palette_of(unsigned rgb)
{
    char typed[16];
    (void)snprintf(typed, sizeof typed, "#%06x", rgb & 0xffffff);
    ck_assert_msg(LOAD(.color = typed), "%s", err.message);
    return profile.palette;
}

START_TEST(every_colour_gives_a_palette_that_reads_well)
{
    static const unsigned hard[] = {0xffffff, 0x000000, 0x808080, 0xffff00, 0x00ff00, 0x00ffff,
                                    0xff00ff, 0xff0000, 0x0000ff, 0x010101, 0xfefefe, 0xccff00};
    unsigned seed = 20261122;
    for (size_t i = 0; i < sizeof hard / sizeof *hard; i++)
        check_palette(palette_of(hard[i]));
    for (int i = 0; i < 3000; i++) {
        seed = seed * 1664525u + 1013904223u;
        check_palette(palette_of(seed >> 8));
    }
}
END_TEST

static int hue_order(dgs_color c) // which channel leads
{
    return c.r >= c.g && c.r >= c.b ? 'r' : c.g >= c.b ? 'g' : 'b';
}

START_TEST(the_accent_is_still_the_practice_s_colour)
{
    dgs_palette teal = palette_of(0x084b47), navy = palette_of(0x102a6e);
    ck_assert_int_eq(teal.accent.r, 0x08); // dark enough: as it is
    ck_assert_int_eq(teal.accent.g, 0x4b);
    ck_assert_int_eq(teal.accent.b, 0x47);
    ck_assert_int_eq(navy.accent.b, 0x6e);
    ck_assert_int_eq(hue_order(palette_of(0xff6060).accent), 'r');
    ck_assert_int_eq(hue_order(palette_of(0x60ff60).accent), 'g');
    ck_assert_int_eq(hue_order(palette_of(0x8080ff).accent), 'b');
    dgs_palette grey = palette_of(0xffffff); // no colour comes out of none
    ck_assert_int_le(abs(grey.accent.r - grey.accent.b), 1);
    ck_assert_int_le(abs(grey.tile.r - grey.tile.b), 1);
}
END_TEST

START_TEST(colours_are_written_in_three_or_six_digits)
{
    ck_assert(LOAD(.color = "#1a2"));
    dgs_palette three = profile.palette;
    ck_assert(LOAD(.color = "#11AA22"));
    ck_assert_mem_eq(&three, &profile.palette, sizeof three);
    ck_assert(load((dgs_job){0}));
    dgs_palette none = profile.palette;
    ck_assert(LOAD(.color = "#0b5f5a"));
    ck_assert_mem_eq(&none, &profile.palette, sizeof none);
    static const char *const wrong[] = {"",       "red",     "#",        "#12",      "#1234",   "#12345", "#1234567",
                                        "0b5f5a", "#12345g", " #123456", "#123456 ", "##12345", "#-12345"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        refused(LOAD(.color = wrong[i]), DGS_ERR_USAGE, "is no colour: write it like '#0b5f5a'");
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
    const dgs_job job = {.practice_name = "Anna",
                         .tagline = "t",
                         .phone = "5550142",
                         .email = "a@b.example",
                         .website = "b.example",
                         .booking_url = "b.example/x",
                         .logo = "l.png",
                         .address = {"1", "2"},
                         .naddress = 2};
    bool ok = false;
    for (size_t cap = 0; !ok && cap < 100000; cap += 16) {
        dgs_arena *small = dgs_arena_new(cap);
        err = (dgs_err){0};
        ok = dgs_profile_from_job(&job, small, &profile, &err);
        ck_assert_int_eq(err.kind, ok ? DGS_OK : DGS_ERR_MEMORY);
        dgs_arena_free(small);
    }
    ck_assert(ok);
}
END_TEST

static TCase *text_case(void)
{
    TCase *c = tcase_create("texts");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, nothing_given_is_nothing);
    tcase_add_test(c, texts_are_trimmed);
    tcase_add_test(c, blank_texts_are_refused);
    tcase_add_test(c, limits_count_characters);
    tcase_add_test(c, bytes_that_are_no_text_are_refused);
    tcase_add_test(c, the_logo_is_a_file_name_and_nothing_more);
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
    tcase_set_timeout(c, 30); // the sanitizers are slow
    tcase_add_test(c, every_colour_gives_a_palette_that_reads_well);
    tcase_add_test(c, the_accent_is_still_the_practice_s_colour);
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
