// Settings -> text for people and programs.
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "profile/profile.h"

typedef struct entry {          // one setting in force
    const char *value, *source; // NULL = none
} entry;

static entry entry_of(const dgs_settings *in_force, dgs_setting setting, char *place, size_t n)
{
    const dgs_value *value = &in_force->of[setting];
    const dgs_setting_about *about = &dgs_setting_table[setting];
    if (value->text == NULL) {
        const char *otherwise = dgs_setting_otherwise(in_force, setting);
        return (entry){otherwise, otherwise == NULL ? NULL : otherwise != about->otherwise ? "theme" : "built in"};
    }
    if (value->file == NULL)
        (void)snprintf(place, n, "--%s", about->option);
    else
        (void)snprintf(place, n, "%s:%d", value->file, value->line);
    return (entry){value->text, place};
}

// Ends the line that begins at `from`, in which a stranger's words may stand.
static void end_line(dgs_buf *to, size_t from)
{
    if (!to->failed) {
        dgs_utf8_mask(to->p + from);
        to->n = from + strlen(to->p + from);
    }
    dgs_buf_addc(to, '\n');
}

// Lines one under the other, the place after the first.
static void put_value(dgs_buf *to, const char *key, entry e)
{
    enum { WIDTH = 44 };
    if (e.value == NULL) {
        dgs_buf_addf(to, "%-12s  (not set)\n", key);
        return;
    }
    size_t first = strcspn(e.value, "\n"), from = to->n;
    int blanks = first < WIDTH ? WIDTH - (int)first : 0;
    dgs_buf_addf(to, "%-12s  %.*s%*s  %s", key, (int)first, e.value, blanks, "", e.source);
    end_line(to, from);
    for (const char *s = e.value + first; *s != '\0'; s += strcspn(s, "\n")) {
        s++;
        from = to->n;
        dgs_buf_addf(to, "%14s%.*s", "", (int)strcspn(s, "\n"), s);
        end_line(to, from);
    }
}

static int add_piece(const char *piece, size_t n, void *buf)
{
    dgs_buf_add(buf, piece, n);
    return ((dgs_buf *)buf)->failed ? -1 : 0;
}

static bool show_json(const dgs_settings *in_force, const char *file, dgs_buf *to)
{
    char place[600];
    json_t *settings = json_object();
    json_t *all = json_pack("{s:s?, s:o}", "profile", file, "settings", settings);
    bool ok = all != NULL;
    for (unsigned i = 0; ok && i < DGS_SETTINGS; i++) {
        entry e = entry_of(in_force, (dgs_setting)i, place, sizeof place);
        json_t *one = json_pack("{s:s?, s:s?}", "value", e.value, "source", e.source);
        ok = one != NULL && json_object_set_new(settings, dgs_setting_table[i].key, one) == 0;
    }
    ok = ok && json_dump_callback(all, add_piece, to, JSON_INDENT(2)) == 0 && add_piece("\n", 1, to) == 0;
    json_decref(all);
    return ok;
}

bool dgs_profile_show(const dgs_settings *in_force, const char *file, bool json, dgs_buf *to)
{
    char place[600];
    size_t from = to->n;
    if (json)
        return show_json(in_force, file, to);
    dgs_buf_addf(to, "profile: %s", file == NULL ? "none found (dgs-pdf init writes one)" : file);
    end_line(to, from);
    dgs_buf_addc(to, '\n');
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        put_value(to, dgs_setting_table[i].key, entry_of(in_force, (dgs_setting)i, place, sizeof place));
    return !to->failed;
}

enum { COLUMNS = 78 };

// The words as a comment, on lines of at most COLUMNS bytes.
static void put_comment(dgs_buf *buf, const char *words)
{
    size_t column = 0;
    while (*words != '\0') {
        size_t n = strcspn(words, " ");
        if (column == 0 || column + 1 + n > COLUMNS) {
            dgs_buf_adds(buf, column == 0 ? "#" : "\n#");
            column = 1;
        }
        dgs_buf_addc(buf, ' ');
        dgs_buf_add(buf, words, n);
        column += n + 1;
        words += n;
        words += *words == ' ';
    }
    dgs_buf_addc(buf, '\n');
}

// Further lines are indented. One that would be taken for a comment gets the key once more.
static void put_lines(dgs_buf *buf, const char *indent, const char *key, const char *value)
{
    for (const char *s = value; *s != '\0'; s++) {
        dgs_buf_addc(buf, *s);
        if (*s != '\n')
            continue;
        char first = s[1 + strspn(s + 1, " \t\r\v\f")];
        if (first == '#' || first == ';')
            dgs_buf_addf(buf, "%s = ", key);
        else
            dgs_buf_adds(buf, indent);
    }
    dgs_buf_addc(buf, '\n');
}

static void put_setting(dgs_buf *buf, dgs_setting setting, const char *value)
{
    const dgs_setting_about *about = &dgs_setting_table[setting];
    dgs_buf_addc(buf, '\n');
    put_comment(buf, about->note == NULL ? about->help : about->note);
    dgs_buf_addf(buf, "# Example: %s = ", about->key);
    put_lines(buf, "#              ", about->key, about->example);
    dgs_buf_addf(buf, "%s =%s", about->key, value == NULL ? "" : " ");
    put_lines(buf, "    ", about->key, value == NULL ? "" : value);
}

bool dgs_profile_template(const dgs_settings *given, dgs_arena *arena, dgs_str *out, dgs_err *err)
{
    dgs_buf buf = {.arena = arena};
    put_comment(&buf, "The profile of a practice, for dgs-pdf. Type your details after the equals signs, and save the "
                      "file; leave blank what you do not want printed. Then, in the same folder:");
    dgs_buf_adds(&buf, "#\n#     dgs-pdf --out handout.pdf\n#\n");
    put_comment(&buf, "Lines that begin with # are notes to you. An address or hours may have several lines: begin the "
                      "others with spaces. A logo file is looked up in this file's folder.");
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        put_setting(&buf, (dgs_setting)i, given->of[i].text);
    *out = (dgs_str){buf.p, buf.n};
    return buf.failed ? dgs_fail_memory(err) : true;
}
