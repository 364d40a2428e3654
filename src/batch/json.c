// JSON: one object of texts a line (JSON Lines), an array of such objects, or objects one after the other.
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "batch/rows_inner.h"

// Programs write a phone or license number of digits alone as a number.
static bool is_number_of(dgs_setting setting, const json_t *value)
{
    return json_is_integer(value) && (setting == DGS_SETTING_PHONE || setting == DGS_SETTING_LICENSE);
}

static void take_value(dgs_rows *rows, dgs_row *row, dgs_setting setting, const json_t *value)
{
    char digits[24];
    if (json_is_integer(value)) {
        (void)snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(value));
        dgs_rows_put(rows, row, setting, dgs_str_of(digits));
    } else {
        dgs_rows_put(rows, row, setting, (dgs_str){json_string_value(value), json_string_length(value)});
    }
}

// A key that is no setting: a part of the address, one that names of files use, or one that is not used.
static void take_other(dgs_rows *rows, dgs_row *row, const char *key, const char *near, const json_t *value)
{
    dgs_address_part part;
    size_t which;
    bool part_of_it = dgs_address_part_find(key, &part) && json_is_string(value),
         wanted = dgs_columns_wanted(rows, dgs_str_of(key), &which);
    const dgs_str words =
        json_is_string(value) ? (dgs_str){json_string_value(value), json_string_length(value)} : (dgs_str){NULL, 0};
    char digits[24];
    if (part_of_it)
        dgs_address_add(&rows->address, part, dgs_rows_text(rows, row, "address", DGS_KIND_TEXT, words));
    else if (!wanted && dgs_columns_mistyped(key, near))
        dgs_rows_fault(row, "key '%.60s' not found, did you mean %s: correct that line", key, near);
    else if (!wanted)
        dgs_columns_unused(&rows->columns, key);
    if (!wanted)
        return;
    rows->wanted[which] = true;
    if (json_is_integer(value))
        (void)snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(value));
    dgs_rows_put_wanted(rows, row, which,
                        json_is_integer(value) ? dgs_str_of(digits)
                        : json_is_null(value)  ? dgs_str_of("")
                                               : words);
}

static void take_key(dgs_rows *rows, dgs_row *row, const char *key, const json_t *value)
{
    dgs_setting setting;
    const char *near = NULL;
    bool known = dgs_setting_find(key, &setting, &near);
    rows->words_used |= known;
    if (!known)
        take_other(rows, row, key, near, value);
    else if (json_is_null(value))
        return;
    else if (!json_is_string(value) && !is_number_of(setting, value))
        dgs_rows_fault(row, "%.60s is not a string: put it in quotation marks", key);
    else if (row->text[setting] != NULL)
        dgs_rows_fault(row, "there are two keys for %s, one of them '%.60s': keep one", dgs_setting_table[setting].key,
                       key);
    else
        take_value(rows, row, setting, value);
}

static void check_wanted(const dgs_rows *rows, dgs_row *row)
{
    for (size_t i = 0; i < rows->how.nwanted; i++)
        if (!rows->wanted[i])
            dgs_rows_fault(row, "key '%.*s' not found, which --file-name uses: add it", (int)rows->how.wanted[i].n,
                           rows->how.wanted[i].p);
}

static void take_object(dgs_rows *rows, dgs_row *row)
{
    json_error_t why;
    dgs_address_begin(&rows->address);
    rows->words_used = false;
    memset(rows->wanted, 0, sizeof rows->wanted);
    const size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY;
    json_t *all = json_loadb(rows->piece, rows->piece_n, flags, &why);
    if (all == NULL) {
        dgs_rows_break(row, "this %s is not valid JSON (%.120s, at byte %d): correct it",
                       rows->kind == DGS_ROWS_JSON ? "object" : "line", why.text, why.position);
        return;
    }
    const char *key;
    json_t *value;
    if (!json_is_object(all))
        dgs_rows_break(row, "this %s is not a JSON object: write it like {\"name\": \"Willow Creek Massage\"}",
                       rows->kind == DGS_ROWS_JSON ? "value" : "line");
    json_object_foreach(all, key, value)
    {
        take_key(rows, row, key, value);
    }
    if (json_object_size(all) > 0 && !rows->words_used && row->fault[0] == '\0')
        dgs_rows_fault(row, "this object has no key of a profile, like \"name\": write a list of such objects, without "
                            "another one around it");
    if (row->fault[0] == '\0')
        check_wanted(rows, row);
    json_decref(all);
    const char **address = &row->text[DGS_SETTING_ADDRESS];
    if (*address != NULL && !dgs_address_join(&rows->address, *address, rows->arena, address))
        (void)dgs_fail_memory(rows->err);
}

static bool too_long(const dgs_rows *rows, const dgs_row *row, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA, "%s:%d: this row has more than %d KB: shorten it", rows->path, row->line,
                    DGS_ROW_MAX / 1024);
}

static dgs_rows_got next_line(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    for (;;) {
        row->line = rows->line;
        size_t n = dgs_rows_chunk(rows, DGS_ROW_MAX + 1);
        if (n == 0)
            return DGS_ROWS_END;
        if (n > DGS_ROW_MAX) {
            (void)too_long(rows, row, err);
            return DGS_ROWS_FAILED;
        }
        if (dgs_str_trim((dgs_str){rows->piece, n}).n == 0)
            continue;
        take_object(rows, row);
        return DGS_ROWS_ROW;
    }
}

typedef struct scan { // where in a value the next byte is
    size_t depth;
    bool quoted, escaped;
} scan;

// Whether the value ends with this byte. One that is no object ends at a comma, a bracket or a line's end.
static bool ends(scan *s, int c)
{
    if (s->quoted) {
        bool close = c == '"' && !s->escaped;
        s->escaped = c == '\\' && !s->escaped;
        s->quoted = !close;
        return close && s->depth == 0;
    }
    s->quoted = c == '"';
    s->depth += c == '{' || c == '[';
    if ((c != '}' && c != ']') || s->depth == 0)
        return false;
    return --s->depth == 0;
}

static bool is_between(int c)
{
    return c == ',' || isspace(c);
}

// Reads the value that begins with `first` into rows->piece. False where it is too long.
static bool read_value(dgs_rows *rows, int first)
{
    scan s = {0};
    rows->piece_n = 0;
    for (int c = first; c >= 0; c = dgs_rows_byte(rows)) {
        if (rows->piece_n == DGS_ROW_MAX)
            return false;
        if (s.depth == 0 && !s.quoted && (is_between(c) || c == ']') && rows->piece_n > 0) {
            rows->at -= c == ']'; // which is of the array, not of the value
            break;
        }
        rows->piece[rows->piece_n++] = (char)c;
        if (ends(&s, c))
            break;
    }
    return true;
}

static int next_sign(dgs_rows *rows)
{
    int c;
    do
        c = dgs_rows_byte(rows);
    while (c >= 0 && is_between(c));
    return c;
}

static dgs_rows_got end_array(dgs_rows *rows, int c, dgs_err *err)
{
    bool closed = c == ']';
    rows->ended = true;
    if (closed ? next_sign(rows) < 0 : !rows->in_array)
        return DGS_ROWS_END;
    (void)dgs_fail(err, DGS_ERR_DATA,
                   closed ? "%s:%d: there is text after the end of the array: remove it"
                          : "%s:%d: the array is not closed with ]: the file may be incomplete, so save it again",
                   rows->path, rows->line);
    return DGS_ROWS_FAILED;
}

static dgs_rows_got next_value(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    if (rows->ended)
        return DGS_ROWS_END;
    int c = next_sign(rows);
    if (c == '[' && !rows->in_array && rows->count == 0) {
        rows->in_array = true;
        c = next_sign(rows);
    }
    if (c < 0 || c == ']')
        return end_array(rows, c, err);
    row->line = rows->line;
    if (!read_value(rows, c)) {
        (void)too_long(rows, row, err);
        return DGS_ROWS_FAILED;
    }
    take_object(rows, row);
    return DGS_ROWS_ROW;
}

bool dgs_json_begin(dgs_rows *rows, dgs_err *err)
{
    rows->ended = rows->in_array = false;
    if (rows->kind == DGS_ROWS_JSON)
        return true;
    if (next_sign(rows) == '[')
        rows->kind = DGS_ROWS_JSON;
    return dgs_rows_restart(rows, err);
}

dgs_rows_got dgs_json_next(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    return rows->kind == DGS_ROWS_JSON ? next_value(rows, row, err) : next_line(rows, row, err);
}
