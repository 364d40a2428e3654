#include "batch/shard.h"

#include <errno.h>
#include <stdlib.h>

static bool read_number(const char *name, unsigned long *out, dgs_err *err)
{
    const char *text = getenv(name);
    char *end;
    errno = 0;
    if (text == NULL || text[0] == '\0')
        return dgs_fail(err, DGS_ERR_USAGE,
                        "%s is not set: start the program from the engine that --shard-from names, "
                        "or write --shard I/N",
                        name);
    *out = strtoul(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0')
        return dgs_fail(err, DGS_ERR_USAGE, "%s is '%.40s', which is not a number: write --shard I/N instead", name,
                        text);
    return true;
}

static bool from_index(const char *name, const dgs_batch_job *job, dgs_shard *out, dgs_err *err)
{
    if (job->shards == 0)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "--shards is missing: this engine does not say how many shards there are: write --shards N");
    out->count = job->shards;
    return read_number(name, &out->index, err);
}

static bool from_slurm(const dgs_batch_job *job, dgs_shard *out, dgs_err *err)
{
    unsigned long id = 0, least = 0, step = 1;
    if (!read_number("SLURM_ARRAY_TASK_ID", &id, err) || !read_number("SLURM_ARRAY_TASK_MIN", &least, err) ||
        !read_number("SLURM_ARRAY_TASK_COUNT", &out->count, err) ||
        (getenv("SLURM_ARRAY_TASK_STEP") != NULL && !read_number("SLURM_ARRAY_TASK_STEP", &step, err)))
        return false;
    if (job->shards != 0 && job->shards != out->count)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "the array has %lu tasks, but --shards says %lu: to make one shard again, "
                        "write --shard I/N",
                        out->count, job->shards);
    if (id < least || step == 0 || (id - least) % step != 0)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "the array's task numbers have gaps: number them evenly, like 0-6, or write "
                        "--shard I/N");
    out->index = (id - least) / step;
    return true;
}

bool dgs_shard_find(const dgs_batch_job *job, dgs_shard *out, dgs_err *err)
{
    *out = (dgs_shard){0, 1, false};
    bool ok = true;
    if (job->shard_count > 0)
        *out = (dgs_shard){job->shard_index, job->shard_count, true};
    else if (job->shard_from == DGS_SHARD_FROM_SLURM)
        ok = from_slurm(job, out, err);
    else if (job->shard_from == DGS_SHARD_FROM_KUBERNETES)
        ok = from_index("JOB_COMPLETION_INDEX", job, out, err);
    else if (job->shard_from == DGS_SHARD_FROM_AWS)
        ok = from_index("AWS_BATCH_JOB_ARRAY_INDEX", job, out, err);
    else
        return true;
    out->named = true;
    if (ok && out->index >= out->count)
        return dgs_fail(err, DGS_ERR_USAGE, "shard %lu of %lu does not exist: the first is 0, the last %lu", out->index,
                        out->count, out->count == 0 ? 0 : out->count - 1);
    return ok;
}

bool dgs_shard_has(const dgs_shard *shard, unsigned long long n)
{
    return (n - 1) % shard->count == shard->index;
}

void dgs_shard_manifest(const dgs_shard *shard, char out[80])
{
    if (shard->named)
        (void)snprintf(out, 80, "manifest-%lu-of-%lu.jsonl", shard->index, shard->count);
    else
        (void)snprintf(out, 80, "manifest.jsonl");
}
