// Times whole processes: `bench RUNS PROGRAM ARGS...` prints the median wall time in ms, the processor time of a run in
// ms (its children's too) and the peak memory of the largest process in KB.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

// One start of the program with its output thrown away; its wall time, or -1 when it failed.
static double run(char **argv)
{
    double start = now_ms();
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        (void)dup2(null, STDOUT_FILENO);
        (void)dup2(null, STDERR_FILENO);
        execv(argv[0], argv);
        _exit(127);
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return -1;
    return now_ms() - start;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double processor_ms(void)
{
    struct rusage used;
    (void)getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

int main(int argc, char **argv)
{
    enum { MOST = 1001 };
    static double times[MOST];
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MOST)
        return 2;
    double before = 0;
    for (int i = runs > 1 ? -2 : 0; i < runs; i++) { // the first two warm the caches
        if (i == 0)
            before = processor_ms();
        double ms = run(argv + 2);
        if (ms < 0) {
            fprintf(stderr, "bench: %s failed\n", argv[2]);
            return 1;
        }
        if (i >= 0)
            times[i] = ms;
    }
    qsort(times, (size_t)runs, sizeof *times, ascending);
    struct rusage used;
    (void)getrusage(RUSAGE_CHILDREN, &used);
    printf("%.2f %.2f %ld\n", times[runs / 2], (processor_ms() - before) / runs, used.ru_maxrss);
    return 0;
}
