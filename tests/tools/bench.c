// Times whole processes: `bench RUNS PROGRAM ARGS...` prints the median wall time in ms and the peak memory in KB.
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

int main(int argc, char **argv)
{
    enum { MOST = 1001 };
    static double times[MOST];
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MOST)
        return 2;
    for (int i = -2; i < runs; i++) { // the first two warm the caches
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
    printf("%.2f %ld\n", times[runs / 2], used.ru_maxrss);
    return 0;
}
