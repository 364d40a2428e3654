// What no program that does this work can be faster than: `limits HANDOUT STREAM...` prints the median ms of
// compressing the streams, and of writing the handout to a new file that takes an old one's name, without and with
// fsync().
#include <fcntl.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 201, LEVEL = 5 }; // the level that the program uses

typedef struct bytes {
    char *p;
    size_t n;
} bytes;

static double now_ms(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times)
{
    qsort(times, RUNS, sizeof *times, ascending);
    return times[RUNS / 2];
}

static bytes load(const char *path)
{
    bytes b = {NULL, 0};
    struct stat st;
    FILE *f = fopen(path, "rb");
    if (f == NULL || fstat(fileno(f), &st) != 0 || (b.p = malloc((size_t)st.st_size + 1)) == NULL)
        exit(1);
    b.n = fread(b.p, 1, (size_t)st.st_size, f);
    (void)fclose(f);
    return b;
}

static double compress_all(const bytes *streams, int n)
{
    static double times[RUNS];
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
    for (int i = 0; i < RUNS; i++) {
        double start = now_ms();
        for (int k = 0; k < n; k++) {
            size_t most = libdeflate_zlib_compress_bound(packer, streams[k].n);
            char *to = malloc(most);
            if (to == NULL || libdeflate_zlib_compress(packer, streams[k].p, streams[k].n, to, most) == 0)
                exit(1);
            free(to);
        }
        times[i] = now_ms() - start;
    }
    libdeflate_free_compressor(packer);
    return median(times);
}

static double write_file(bytes handout, int synced)
{
    static double times[RUNS];
    for (int i = 0; i < RUNS; i++) {
        double start = now_ms();
        int fd = open("limits.tmp", O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (fd < 0 || write(fd, handout.p, handout.n) != (ssize_t)handout.n || (synced && fsync(fd) != 0) ||
            close(fd) != 0 || rename("limits.tmp", "limits.pdf") != 0)
            exit(1);
        times[i] = now_ms() - start;
    }
    (void)unlink("limits.pdf");
    return median(times);
}

int main(int argc, char **argv)
{
    enum { MOST = 1000 };
    static bytes streams[MOST];
    size_t sum = 0;
    int n = argc - 2;
    if (n < 1 || n > MOST)
        return 2;
    for (int i = 0; i < n; i++) {
        streams[i] = load(argv[i + 2]);
        sum += streams[i].n;
    }
    bytes handout = load(argv[1]);
    printf("compressing the %d streams that differ (%.1f KB)\t%.3f\n", n, (double)sum / 1024, compress_all(streams, n));
    printf("writing a file of %.1f KB under its name\t%.3f\n", (double)handout.n / 1024, write_file(handout, 0));
    printf("the same, with fsync()\t%.3f\n", write_file(handout, 1));
    return 0;
}
