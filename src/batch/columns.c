// What a list's columns are, by their names.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "batch/rows_inner.h"

enum { PROBLEM_MAX = 2 * DGS_COLUMN_NAME_MAX + 80 };

static void add_problem(dgs_rows_columns *columns, const char *problem)
{
    size_t n = strlen(columns->problems);
    (void)snprintf(columns->problems + n, sizeof columns->problems - n, "%s%s", n == 0 ? "" : ", and ", problem);
}

void dgs_columns_unused(dgs_rows_columns *columns, const char *name)
{
    char own[DGS_COLUMN_NAME_MAX];
    (void)snprintf(own, sizeof own, "%s", name);
    for (size_t i = 0; i < columns->nunused && i < DGS_COLUMNS_UNUSED_MAX; i++)
        if (strcmp(columns->unused[i], own) == 0)
            return;
    if (columns->nunused < DGS_COLUMNS_UNUSED_MAX)
        memcpy(columns->unused[columns->nunused], own, sizeof own);
    columns->nunused++;
}

// Whether two letters changed places: "naem".
static bool is_swapped(const char *name, const char *key)
{
    size_t i = 0;
    while (name[i] != '\0' && name[i] == key[i])
        i++;
    return name[i] != '\0' && key[i] != '\0' && name[i] == key[i + 1] && name[i + 1] == key[i] &&
           strcmp(name + i + 2, key + i + 2) == 0;
}

bool dgs_columns_mistyped(const char *name, const char *near)
{
    const size_t shortest = 4; // below, one letter makes another word
    return near != NULL && strlen(name) >= shortest && (dgs_str_distance(name, near) <= 1 || is_swapped(name, near));
}

static void add_known(dgs_rows_columns *columns, dgs_setting setting, const char *name)
{
    char *before = columns->name[setting], problem[PROBLEM_MAX];
    columns->known++;
    if (before[0] == '\0') {
        (void)snprintf(before, DGS_COLUMN_NAME_MAX, "%s", name);
        return;
    }
    if (strcmp(before, name) == 0)
        (void)snprintf(problem, sizeof problem, "there are two columns '%s'", name);
    else
        (void)snprintf(problem, sizeof problem, "there are two columns for %s ('%s' and '%s')",
                       dgs_setting_table[setting].key, before, name);
    add_problem(columns, problem);
}

bool dgs_columns_wanted(const dgs_rows *rows, dgs_str name, size_t *which)
{
    for (*which = 0; *which < rows->how.nwanted; (*which)++)
        if (dgs_name_is_column(rows->how.wanted[*which], name))
            return true;
    return false;
}

// A column for the names of files, which may also be a part of the address.
static bool add_wanted(dgs_rows *rows, dgs_str name)
{
    size_t which;
    char problem[PROBLEM_MAX];
    if (!dgs_columns_wanted(rows, name, &which))
        return false;
    if (rows->columns.wanted[which] != 0) {
        (void)snprintf(problem, sizeof problem, "there are two columns '%.*s'", DGS_COLUMN_NAME_MAX,
                       rows->how.wanted[which].p);
        add_problem(&rows->columns, problem);
    }
    rows->columns.wanted[which] = rows->columns.n + 1;
    return true;
}

static unsigned char add_named(dgs_rows_columns *columns, const char *name, bool wanted)
{
    const char *near = NULL;
    dgs_setting setting;
    if (dgs_setting_find(name, &setting, &near)) {
        add_known(columns, setting, name);
        return (unsigned char)setting;
    }
    dgs_address_part part;
    if (dgs_address_part_find(name, &part) && columns->part[part][0] == '\0') {
        (void)snprintf(columns->part[part], DGS_COLUMN_NAME_MAX, "%s", name);
        return (unsigned char)(DGS_COLUMN_PART + (unsigned)part);
    }
    if (wanted)
        return DGS_COLUMN_UNUSED;
    if (dgs_columns_mistyped(name, near)) {
        char problem[PROBLEM_MAX];
        (void)snprintf(problem, sizeof problem, "column '%s' not found, did you mean %s", name, near);
        add_problem(columns, problem);
        columns->others = true;
    } else {
        dgs_columns_unused(columns, name);
    }
    return DGS_COLUMN_UNUSED;
}

void dgs_columns_add(dgs_rows *rows, dgs_str cell)
{
    dgs_rows_columns *columns = &rows->columns;
    char name[DGS_COLUMN_NAME_MAX];
    dgs_str word = dgs_utf8_trim(cell);
    (void)snprintf(name, sizeof name, "%.*s", (int)(word.n > sizeof name ? sizeof name : word.n), word.p);
    bool wanted = word.n > 0 && add_wanted(rows, word);
    if (columns->n < DGS_COLUMNS_MAX)
        columns->of[columns->n++] = word.n == 0 ? DGS_COLUMN_UNNAMED : add_named(columns, name, wanted);
    else if (word.n > 0 && columns->problems[0] == '\0')
        add_problem(columns, "there are more than 1024 columns with a name");
    columns->others |= columns->n == DGS_COLUMNS_MAX;
    _Static_assert(DGS_COLUMNS_MAX == 1024, "the message says so");
}

// "'id', 'notes' and 'active'"
static void list_unused(const dgs_rows_columns *columns, char *to, size_t size)
{
    size_t most = columns->nunused < DGS_COLUMNS_UNUSED_MAX ? columns->nunused : DGS_COLUMNS_UNUSED_MAX, n = 0;
    size_t more = columns->nunused - most;
    to[0] = '\0';
    for (size_t i = 0; i < most && n < size; i++) {
        bool last = i + 1 == most && more == 0;
        n += (size_t)snprintf(to + n, size - n, "%s'%s'", i == 0 ? "" : last ? " and " : ", ", columns->unused[i]);
    }
    if (more > 0 && n < size)
        (void)snprintf(to + n, size - n, " and %zu more", more);
}

bool dgs_rows_unused(const dgs_rows *rows, char names[DGS_ROWS_UNUSED_MAX])
{
    list_unused(&rows->columns, names, DGS_ROWS_UNUSED_MAX);
    return rows->columns.nunused > 0;
}

int dgs_rows_heading_line(const dgs_rows *rows)
{
    return rows->columns.line;
}

bool dgs_rows_nameless(const dgs_rows *rows)
{
    return rows->columns.n > 0 && rows->columns.name[DGS_SETTING_NAME][0] == '\0';
}

bool dgs_rows_may_have(const dgs_rows *rows, dgs_setting setting)
{
    return rows->columns.n == 0 || rows->columns.name[setting][0] != '\0';
}

bool dgs_columns_plausible(const dgs_rows_columns *columns)
{
    return columns->known >= 2;
}

// A city is no address where no column has the street.
static void leave_parts(dgs_rows_columns *columns)
{
    for (size_t i = 0; i < columns->n; i++)
        if (columns->of[i] >= DGS_COLUMN_PART) {
            dgs_columns_unused(columns, columns->part[columns->of[i] - DGS_COLUMN_PART]);
            columns->of[i] = DGS_COLUMN_UNUSED;
        }
}

static bool fail_wanted(const dgs_rows *rows, dgs_str field, dgs_err *err)
{
    char names[DGS_ROWS_UNUSED_MAX], word[DGS_COLUMN_NAME_MAX];
    const char *near;
    dgs_setting setting;
    (void)snprintf(word, sizeof word, "%.*s", (int)field.n, field.p);
    if (dgs_rows_unused(rows, names))
        return dgs_fail(
            err, DGS_ERR_USAGE,
            "--file-name has {%.40s}, which is not a column of %s: write {n}, a key like {name}, or another "
            "column (%s)",
            word, rows->path, names);
    if (!dgs_setting_find(word, &setting, &near) && near != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "--file-name has {%.40s}, which is not a column of %s: did you mean {%s}?",
                        word, rows->path, near);
    return dgs_fail(err, DGS_ERR_USAGE,
                    "--file-name has {%.40s}, which is not a column of %s: write {n}, or a key like {name}", word,
                    rows->path);
}

bool dgs_columns_end(dgs_rows *rows, dgs_err *err)
{
    char names[DGS_ROWS_UNUSED_MAX];
    if (rows->columns.name[DGS_SETTING_ADDRESS][0] == '\0')
        leave_parts(&rows->columns);
    const dgs_rows_columns *columns = &rows->columns;
    if (columns->problems[0] != '\0')
        return dgs_fail(err, DGS_ERR_DATA, "%s: %s: %s", rows->path, columns->problems,
                        columns->others ? "correct the first row" : "remove or rename one in the first row");
    for (size_t i = 0; i < rows->how.nwanted && columns->known > 0; i++)
        if (columns->wanted[i] == 0)
            return fail_wanted(rows, rows->how.wanted[i], err);
    if (columns->known > 0)
        return true;
    if (!dgs_rows_unused(rows, names))
        return dgs_fail(err, DGS_ERR_DATA, "%s: is empty: name the columns in the first row, like name,phone,website",
                        rows->path);
    return dgs_fail(
        err, DGS_ERR_DATA,
        "%s: column%s %s not found: name keys of a profile in the first row (dgs-pdf init shows them), like "
        "name,phone,website",
        rows->path, columns->nunused == 1 ? "" : "s", names);
}
