#include "batch/progress.h"

#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void dgs_progress_begin(dgs_progress *progress, FILE *to, const char *what, unsigned long long total)
{
    *progress = (dgs_progress){.what = what, .total = total, .start = now()};
    if (to != NULL && isatty(fileno(to)))
        progress->to = to;
}

double dgs_progress_seconds(const dgs_progress *progress)
{
    return now() - progress->start;
}

static void put_time(FILE *to, double seconds)
{
    unsigned long s = seconds < 0 ? 0 : (unsigned long)(seconds + 0.5);
    if (s < 120)
        fprintf(to, ", %lu s left", s);
    else if (s < 7200)
        fprintf(to, ", %lu min left", (s + 30) / 60);
    else
        fprintf(to, ", %lu h %lu min left", s / 3600, s % 3600 / 60);
}

void dgs_progress_show(dgs_progress *progress, unsigned long long done)
{
    const double often = 0.2, settled = 1;
    double seconds = dgs_progress_seconds(progress);
    if (progress->to == NULL || seconds - progress->shown < often)
        return;
    progress->shown = seconds;
    double rate = done > progress->passed ? (double)(done - progress->passed) / seconds : 0;
    fprintf(progress->to, "\r\033[K%llu", done);
    if (progress->total > 0)
        fprintf(progress->to, " of %llu", progress->total);
    fprintf(progress->to, " rows %s, %.0f a second", progress->what, rate);
    if (progress->total >= done && rate > 0 && seconds > settled)
        put_time(progress->to, (double)(progress->total - done) / rate);
    (void)fflush(progress->to);
}

void dgs_progress_clear(dgs_progress *progress)
{
    if (progress->to == NULL || progress->shown <= 0)
        return;
    fputs("\r\033[K", progress->to);
    (void)fflush(progress->to);
    progress->shown = 0;
}
