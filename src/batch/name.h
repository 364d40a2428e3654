// The names of the files of a batch: a template, and names made safe for every file system. Knows no file.
#ifndef DGS_BATCH_NAME_H
#define DGS_BATCH_NAME_H
#include "base/err.h"
#include "base/str.h"
#include "order/setting.h"

enum {
    DGS_FILE_NAME_MAX = 120, // bytes
    DGS_NAME_PARTS_MAX = 32, // fields and texts of a template
    DGS_NAME_COLUMNS_MAX = 8 // columns that are not keys; more make no name
};

#define DGS_NAME_TEMPLATE "{n:04}-{name}.pdf"

typedef struct dgs_name_part {
    enum { DGS_NAME_TEXT, DGS_NAME_NUMBER, DGS_NAME_SETTING, DGS_NAME_COLUMN } kind;
    dgs_str text;
    unsigned width; // of a number, filled up with zeros
    dgs_setting setting;
    size_t column; // which of the template's
} dgs_name_part;

typedef struct dgs_name_template {
    dgs_name_part parts[DGS_NAME_PARTS_MAX];
    size_t n;
    dgs_str columns[DGS_NAME_COLUMNS_MAX]; // of the list, named in fields; each once, as it was typed
    size_t ncolumns;
    bool unique; // no two rows can get the same name
} dgs_name_template;

// Reads a template: {n} is the row's number, {n:04} the same with zeros before it up to four digits, {key} the row's
// value of a profile's key, and {anything else} that of the list's column with this name, if it has one: who reads the
// list finds that out. `typed` stays its owner's. Fails with DGS_ERR_USAGE.
bool dgs_name_read(const char *typed, dgs_name_template *out, dgs_err *err);

// Whether a list's column is the one that a field names: as keys are compared, so that "Account ID" is account_id.
bool dgs_name_is_column(dgs_str field, dgs_str column);

// The name of a row's file, composed (base/form.h). Separators, control characters and what Windows forbids become "-";
// so do bytes that are not UTF-8. "_" stands before a name that would begin with a dot, dash, plus sign or tilde, "-"
// after the name of a device of Windows; spaces at the start, and spaces, dots and dashes at the end go. It is at most
// DGS_FILE_NAME_MAX bytes long, cut before a character, ends in ".pdf" and is never empty before that. `settings` are
// those in force, `columns` the row's values of the template's columns; each of them, or all, may be NULL.
void dgs_name_make(const dgs_name_template *from, unsigned long long n, const dgs_settings *settings,
                   const char *const *columns, char out[DGS_FILE_NAME_MAX + 1]);

// Names that are taken; 16 bytes for each. Names that differ only in upper and lower case, or in being composed or
// not, are the same (dgs_form_fold).
typedef struct dgs_names dgs_names;

dgs_names *dgs_names_new(dgs_err *err); // NULL on failure
void dgs_names_free(dgs_names *names);

// Takes a name for row n. *other becomes the row that has it already, or 0. False only when memory ends.
bool dgs_names_take(dgs_names *names, const char *name, unsigned long long n, unsigned long long *other, dgs_err *err);

// How many names of others were looked at so far to find a place. Whatever the names are, that is less than a few for
// each: no list can be written to slow this down (base/keyed.h).
unsigned long long dgs_names_looks(const dgs_names *names);
#endif
