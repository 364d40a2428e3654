// What is asked for beyond one handout, as plain data: a batch of them, or one on paper. Knows nothing of who asks.
#ifndef DGS_ORDER_JOB_H
#define DGS_ORDER_JOB_H
#include <stdbool.h>
#include <stddef.h>

#include "order/keyword.h"

typedef enum dgs_charset { // of a list of practices
    DGS_CHARSET_FIND,      // by its first bytes
    DGS_CHARSET_UTF_8,
    DGS_CHARSET_UTF_16, // either of the next two, by its first bytes
    DGS_CHARSET_UTF_16_LE,
    DGS_CHARSET_UTF_16_BE,
    DGS_CHARSET_WINDOWS_1250,
    DGS_CHARSET_WINDOWS_1251,
    DGS_CHARSET_WINDOWS_1252,
    DGS_CHARSET_MAC_ROMAN
} dgs_charset;

extern const dgs_keyword dgs_charset_keywords[];

typedef enum dgs_shard_from {
    DGS_SHARD_FROM_NOTHING,
    DGS_SHARD_FROM_SLURM,
    DGS_SHARD_FROM_KUBERNETES,
    DGS_SHARD_FROM_AWS
} dgs_shard_from;

typedef struct dgs_batch_job { // many handouts
    const char *list;          // of practices
    dgs_charset encoding;      // of the list
    const char *sheet;         // of a workbook: its name, or its number from 1 on; NULL = the first
    const char *content_dir;   // the folder of the order's content, whose files count as inputs; NULL = built in
    const char *out_dir;
    const char *name;         // the template of the files' names; NULL = the default
    unsigned long max_errors; // bad rows that are tolerated
    bool any_errors;          // however many: --max-errors is not given
    unsigned long jobs;       // processes; 0 = as many as there are cores
    bool no_precheck, resume, split_dirs;
    unsigned long shard_index, shard_count; // --shard; a count of 0 = not given
    dgs_shard_from shard_from;
    unsigned long shards; // 0 = not given
    char **merge;         // MANIFEST: the manifests and folders to merge
    size_t nmerge;
    const char *merged; // MANIFEST: the file to write; "-" = standard output
    bool quiet, dry_run, strict, json;
} dgs_batch_job;

typedef struct dgs_print_job {
    const char *printer;  // a name, or an address (ipp://...); NULL = the usual printer
    unsigned long copies; // 0 = not given: one
    unsigned long wait;   // seconds without progress; 0 = not given
    bool no_wait, test_page;
    bool quiet, dry_run, strict;
} dgs_print_job;
#endif
