// JSON Lines: one object of texts a line.
#include <jansson.h>
#include <string.h>

#include "batch/rows_inner.h"

static void take_key(dgs_rows *rows, dgs_row *row, const char *key, const json_t *value)
{
    dgs_setting setting;
    const char *near = NULL;
    if (!dgs_setting_find(key, &setting, &near))
        dgs_rows_fault(row, "there is no key '%.60s'%s%s: %s", key, near == NULL ? "" : ", did you mean ",
                       near == NULL ? "" : near,
                       near == NULL ? "dgs-pdf init writes a profile with all keys" : "correct that line");
    else if (!json_is_string(value))
        dgs_rows_fault(row, "%s is no text: put it into quotation marks", key);
    else
        dgs_rows_put(rows, row, setting, (dgs_str){json_string_value(value), json_string_length(value)});
}

static void take_object(dgs_rows *rows, dgs_row *row)
{
    json_error_t why;
    json_t *all = json_loadb(rows->piece, rows->piece_n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);
    if (all == NULL) {
        dgs_rows_fault(row, "this line is no JSON (%.120s, at byte %d): correct it", why.text, why.position);
        return;
    }
    const char *key;
    json_t *value;
    if (!json_is_object(all))
        dgs_rows_fault(row, "this line is no JSON object: write it like {\"name\": \"Willow Creek Massage\"}");
    json_object_foreach(all, key, value)
    {
        take_key(rows, row, key, value);
    }
    json_decref(all);
}

dgs_rows_got dgs_jsonl_next(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    for (;;) {
        row->line = rows->line;
        size_t n = dgs_rows_chunk(rows, DGS_ROW_MAX + 1);
        if (n == 0)
            return DGS_ROWS_END;
        if (n > DGS_ROW_MAX) {
            (void)dgs_fail(err, DGS_ERR_DATA, "%s:%d: this row has more than %d KB: shorten it", rows->path, row->line,
                           DGS_ROW_MAX / 1024);
            return DGS_ROWS_FAILED;
        }
        if (dgs_str_trim((dgs_str){rows->piece, n}).n == 0)
            continue;
        take_object(rows, row);
        return DGS_ROWS_ROW;
    }
}
