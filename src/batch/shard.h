// Which rows this process makes, where many share a list: every N-th one. Knows the variables in which other engines
// tell a process its place.
#ifndef DGS_BATCH_SHARD_H
#define DGS_BATCH_SHARD_H
#include <stdio.h>

#include "base/err.h"
#include "order/job.h"

typedef struct dgs_shard {
    unsigned long index, count; // 0-based; count 1 = all rows
    bool named;                 // one was asked for, so the manifest carries its number
} dgs_shard;

// The job's --shard or --shard-from. Slurm: SLURM_ARRAY_TASK_ID, less its _MIN, by its _STEP; _COUNT shards.
// Kubernetes: JOB_COMPLETION_INDEX; AWS Batch: AWS_BATCH_JOB_ARRAY_INDEX; both with --shards. Fails with DGS_ERR_USAGE
// where a variable is missing or what they tell makes no shard.
bool dgs_shard_find(const dgs_batch_job *job, dgs_shard *out, dgs_err *err);

// Whether row n (1 = the first) is one of the shard's.
bool dgs_shard_has(const dgs_shard *shard, unsigned long long n);

// "manifest.jsonl", or of a shard "manifest-0-of-7.jsonl".
void dgs_shard_manifest(const dgs_shard *shard, char out[80]);
#endif
