#include "batch/progress.h"

#include <time.h>
#include <unistd.h>

#include "host/say.h"

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

enum { TIME = 48 };

static void word_time(double seconds, char to[TIME])
{
    unsigned long s = seconds < 0 ? 0 : (unsigned long)(seconds + 0.5);
    if (s < 120)
        (void)snprintf(to, TIME, ", %lu s left", s);
    else if (s < 7200)
        (void)snprintf(to, TIME, ", %lu min left", (s + 30) / 60);
    else
        (void)snprintf(to, TIME, ", %lu h %lu min left", s / 3600, s % 3600 / 60);
}

void dgs_progress_show(dgs_progress *progress, unsigned long long done)
{
    const double often = 0.2, settled = 1;
    double seconds = dgs_progress_seconds(progress);
    if (progress->to == NULL || seconds - progress->shown < often)
        return;
    progress->shown = seconds;
    double rate = done > progress->passed ? (double)(done - progress->passed) / seconds : 0;
    char of[TIME] = "", left[TIME] = "";
    if (progress->total > 0)
        (void)snprintf(of, sizeof of, " of %llu", progress->total);
    if (progress->total >= done && rate > 0 && seconds > settled)
        word_time((double)(progress->total - done) / rate, left);
    dgs_say_over(progress->to, "%llu%s rows %s, %.0f a second%s", done, of, progress->what, rate, left);
}

void dgs_progress_clear(dgs_progress *progress)
{
    if (progress->to == NULL || progress->shown <= 0)
        return;
    dgs_say_clear(progress->to);
    progress->shown = 0;
}
