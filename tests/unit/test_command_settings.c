// Unit tests of src/command: where the profile's file is, what is taken of it, what is said of its mistakes, and the
// template.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/inner.h"
#include "profile/profile.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_settings settings;
static const char *file;
static dgs_err err;
static char folder[64];

static void set_up(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
    strcpy(folder, "/tmp/dgs-settings.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    unsetenv("DGS_PDF_PROFILE");
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("XDG_CONFIG_DIRS");
    setenv("HOME", folder, 1);
}

static void clear(const char *path)
{
    ck_assert_int_eq(remove(path), 0);
}

static void tear_down(void)
{
    ck_assert_int_eq(chdir("/"), 0);
    clear(folder); // each test takes its files away
    dgs_arena_free(arena);
}

static void put(const char *path, const char *text, size_t n)
{
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    ck_assert_uint_eq(fwrite(text, 1, n, to), n);
    ck_assert_int_eq(fclose(to), 0);
}

typedef struct asked {
    const char *profile;
    bool no_profile;
    dgs_settings given;
} asked;

static bool read_settings(asked job)
{
    err = (dgs_err){0};
    settings = job.given;
    return dgs_command_profile_settings(job.profile, !job.no_profile, arena, &settings, &file, &err);
}

static bool reads_bytes(const char *text, size_t n)
{
    put("practice.ini", text, n);
    bool ok = read_settings((asked){0});
    clear("practice.ini");
    return ok;
}

static bool reads(const char *text)
{
    return reads_bytes(text, strlen(text));
}

static void refused(bool ok, const char *words)
{
    ck_assert(!ok);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
}

static const char *text_of(dgs_setting setting)
{
    return settings.of[setting].text;
}

START_TEST(keys_and_values_are_read_with_their_lines)
{
    ck_assert_msg(reads("\xef\xbb\xbf# a note\r\n[practice]\r\nname = Willow; Creek \xc3\xa9\r\n\r\nphone: 555 0142\n"
                        "color = #0b5f5a\naddress = 12 Mill Lane ; Suite 4\n   Springfield\n"
                        "hours = Mon\nhours = Tue\ntagline =\n"),
                  "%s", err.message);
    ck_assert_str_eq(file, "practice.ini");
    ck_assert_str_eq(text_of(DGS_SETTING_NAME), "Willow; Creek \xc3\xa9");
    ck_assert_int_eq(settings.of[DGS_SETTING_NAME].line, 3);
    ck_assert_str_eq(settings.of[DGS_SETTING_NAME].file, "practice.ini");
    ck_assert_str_eq(text_of(DGS_SETTING_PHONE), "555 0142");
    ck_assert_str_eq(text_of(DGS_SETTING_COLOR), "#0b5f5a");
    ck_assert_str_eq(text_of(DGS_SETTING_ADDRESS), "12 Mill Lane ; Suite 4\nSpringfield");
    ck_assert_str_eq(text_of(DGS_SETTING_HOURS), "Mon\nTue");
    ck_assert_ptr_null(text_of(DGS_SETTING_TAGLINE)); // there to be filled in
    ck_assert(reads(""));
    ck_assert(reads("name = no line end"));
    ck_assert_str_eq(text_of(DGS_SETTING_NAME), "no line end");
}
END_TEST

START_TEST(mistakes_are_named_by_file_and_line)
{
    char text[DGS_INI_LINE_MAX + 100] = "phone = 1\nname = ";
    refused(reads("phone = 1\nfone = 2\n"), "practice.ini:2: key 'fone' not found, did you mean phone");
    refused(reads("xyzzyx = 2\n"), "practice.ini:1: key 'xyzzyx' not found: dgs-pdf init writes");
    refused(reads("name = a\n\nname = b\n"), "practice.ini:3: name is given twice");
    refused(reads("name = a\n  b\n"), "practice.ini:2: name is given twice");
    refused(reads("name = a\nnothing\n"), "practice.ini:2: this line is not \"key = value\"");
    refused(reads("[shop]\nname = a\n"), "practice.ini:2: this is not in the section [practice]");
    refused(reads("name = caf\xe9\n"), "practice.ini:1: this is not UTF-8");
    refused(reads_bytes("n\0a\0m\0e\0", 8), "practice.ini:1: this is not UTF-8");
    refused(reads("address = 1\n  #4\n"), "practice.ini:2: a comment begins at the start of its line");
    refused(reads("address = 1\n a\n b\n c\n d\n e\n f\n"), "practice.ini:7: address has more than 6 lines");
    refused(reads("= a\n"), "practice.ini:1: key '' not found");
    memset(text + strlen(text), 'x', DGS_INI_LINE_MAX);
    refused(reads(text), "practice.ini:2: this line is longer than 4096 bytes");
}
END_TEST

START_TEST(a_long_line_is_kept_whole)
{
    char text[3200] = "booking_url = willow.example/";
    memset(text + strlen(text), 'x', 3000);
    ck_assert(reads(text));
    ck_assert_uint_eq(strlen(text_of(DGS_SETTING_BOOKING_URL)), 3015);
}
END_TEST

static const char *taken(asked job)
{
    ck_assert_msg(read_settings(job), "%s", err.message);
    return text_of(DGS_SETTING_NAME) == NULL ? "none" : text_of(DGS_SETTING_NAME);
}

static void clear_all(void)
{
    static const char *const left[] = {"etc/dgs-pdf/practice.ini",
                                       "etc/dgs-pdf",
                                       "etc",
                                       ".config/dgs-pdf/practice.ini",
                                       ".config/dgs-pdf",
                                       ".config",
                                       "xdg/dgs-pdf/practice.ini",
                                       "xdg/dgs-pdf",
                                       "xdg",
                                       "practice.ini",
                                       "env.ini"};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        clear(left[i]);
}

START_TEST(the_nearest_profile_is_taken_and_options_win)
{
    ck_assert_int_eq(mkdir("etc", 0700) | mkdir("etc/dgs-pdf", 0700) | mkdir(".config", 0700) |
                         mkdir(".config/dgs-pdf", 0700) | mkdir("xdg", 0700) | mkdir("xdg/dgs-pdf", 0700),
                     0);
    char dirs[200];
    (void)snprintf(dirs, sizeof dirs, "relative:/nowhere:%s/etc/", folder);
    setenv("XDG_CONFIG_DIRS", dirs, 1);
    ck_assert_str_eq(taken((asked){0}), "none");
    ck_assert_ptr_null(file);
    put("etc/dgs-pdf/practice.ini", "name = machine", 14);
    ck_assert_str_eq(taken((asked){0}), "machine");
    put(".config/dgs-pdf/practice.ini", "name = home", 11);
    ck_assert_str_eq(taken((asked){0}), "home");
    (void)snprintf(dirs, sizeof dirs, "%s/xdg", folder);
    setenv("XDG_CONFIG_HOME", dirs, 1);
    put("xdg/dgs-pdf/practice.ini", "name = xdg", 10);
    ck_assert_str_eq(taken((asked){0}), "xdg");
    put("practice.ini", "name = here\nphone = 1", 21);
    ck_assert_str_eq(taken((asked){0}), "here");
    put("env.ini", "name = env", 10);
    setenv("DGS_PDF_PROFILE", "env.ini", 1);
    ck_assert_str_eq(taken((asked){0}), "env");
    ck_assert_str_eq(taken((asked){.profile = "practice.ini"}), "here");
    ck_assert_str_eq(text_of(DGS_SETTING_PHONE), "1");
    asked job = {.profile = "practice.ini", .given.of[DGS_SETTING_NAME].text = "flag"};
    ck_assert_str_eq(taken(job), "flag");
    ck_assert_str_eq(text_of(DGS_SETTING_PHONE), "1");
    ck_assert_str_eq(taken((asked){.no_profile = true}), "none");
    ck_assert(!read_settings((asked){.profile = "missing.ini"}));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    clear_all();
}
END_TEST

START_TEST(a_logo_is_looked_for_beside_its_profile)
{
    ck_assert_int_eq(mkdir("sub", 0700), 0);
    put("sub/p.ini", "logo = pic/logo.png", 19);
    ck_assert(read_settings((asked){.profile = "sub/p.ini"}));
    ck_assert_str_eq(text_of(DGS_SETTING_LOGO), "sub/pic/logo.png");
    asked job = {.profile = "sub/p.ini", .given.of[DGS_SETTING_LOGO].text = "mine.png"};
    ck_assert(read_settings(job));
    ck_assert_str_eq(text_of(DGS_SETTING_LOGO), "mine.png");
    put("sub/p.ini", "logo = /a/logo.png", 18);
    ck_assert(read_settings((asked){.profile = "sub/p.ini"}));
    ck_assert_str_eq(text_of(DGS_SETTING_LOGO), "/a/logo.png");
    ck_assert(reads("logo = logo.png"));
    ck_assert_str_eq(text_of(DGS_SETTING_LOGO), "logo.png");
    clear("sub/p.ini");
    clear("sub");
}
END_TEST

START_TEST(the_template_has_every_key_and_is_a_profile)
{
    dgs_settings given = {.of = {[DGS_SETTING_NAME].text = "Willow", [DGS_SETTING_ADDRESS].text = "a\n#4\nb\n ;c"}};
    dgs_str text;
    ck_assert(dgs_profile_template(&given, arena, &text, &err));
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        char line[80];
        (void)snprintf(line, sizeof line, "\n%s =", dgs_setting_table[i].key);
        ck_assert_msg(strstr(text.p, line) != NULL, "no %s", line);
        (void)snprintf(line, sizeof line, "\n# Example: %s = ", dgs_setting_table[i].key);
        ck_assert_msg(strstr(text.p, line) != NULL, "no %s", line);
    }
    for (const char *line = text.p; *line != '\0'; line += strcspn(line, "\n") + 1)
        ck_assert_uint_le(strcspn(line, "\n"), 79);
    ck_assert_msg(reads(text.p), "%s", err.message);
    ck_assert_str_eq(text_of(DGS_SETTING_NAME), "Willow");
    ck_assert_str_eq(text_of(DGS_SETTING_ADDRESS), "a\n#4\nb\n;c");
    ck_assert_ptr_null(text_of(DGS_SETTING_PHONE));
}
END_TEST

START_TEST(every_example_is_a_value)
{
    dgs_profile profile;
    dgs_settings given = {0};
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        given.of[i].text = dgs_setting_table[i].example;
    ck_assert_msg(dgs_profile_make(&given, DGS_INK_COLOR, arena, &profile, &err), "%s", err.message);
    dgs_str text;
    ck_assert(dgs_profile_template(&given, arena, &text, &err));
    ck_assert_msg(reads(text.p), "%s", err.message);
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        ck_assert_str_eq(settings.of[i].text, given.of[i].text);
}
END_TEST

static char *shown(bool json)
{
    dgs_buf text = {.arena = arena};
    ck_assert(dgs_profile_show(&settings, file, json, &text));
    return text.p;
}

START_TEST(what_is_in_force_is_shown_with_its_source)
{
    ck_assert(reads("name = Willow\naddress = 1 Mill Lane\n  Springfield\n"));
    settings.of[DGS_SETTING_PHONE] = (dgs_value){.text = "555"};
    const char *text = shown(false);
    ck_assert_ptr_nonnull(strstr(text, "profile: practice.ini\n"));
    ck_assert_ptr_nonnull(strstr(text, "name          Willow"));
    ck_assert_ptr_nonnull(strstr(text, "  practice.ini:1\n"));
    ck_assert_ptr_nonnull(strstr(text, "  --phone\n"));
    ck_assert_ptr_nonnull(strstr(text, "  built in\n"));
    ck_assert_ptr_nonnull(strstr(text, "\n              Springfield\n"));
    ck_assert_ptr_nonnull(strstr(text, "email         (not set)\n"));
    text = shown(true);
    ck_assert_ptr_nonnull(strstr(text, "\"profile\": \"practice.ini\""));
    ck_assert_ptr_nonnull(strstr(text, "\"value\": \"1 Mill Lane\\nSpringfield\""));
    ck_assert_ptr_nonnull(strstr(text, "\"source\": \"built in\""));
}
END_TEST

static Suite *settings_suite(void)
{
    Suite *suite = suite_create("command settings");
    TCase *c = tcase_create("settings");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_test(c, keys_and_values_are_read_with_their_lines);
    tcase_add_test(c, mistakes_are_named_by_file_and_line);
    tcase_add_test(c, a_long_line_is_kept_whole);
    tcase_add_test(c, the_nearest_profile_is_taken_and_options_win);
    tcase_add_test(c, a_logo_is_looked_for_beside_its_profile);
    tcase_add_test(c, the_template_has_every_key_and_is_a_profile);
    tcase_add_test(c, every_example_is_a_value);
    tcase_add_test(c, what_is_in_force_is_shown_with_its_source);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(settings_suite());
}
