#include "convert/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "convert/fonts.h"
#include "convert/helper.h"

enum { PATIENCE = DGS_CONVERT_SECONDS + 2, READ_END = 0, WRITE_END = 1 }; // the helper itself is to say that it is late

typedef struct job {
    int svg, png, verdict; // our ends of the pipes
    dgs_str text;
    size_t sent;
    dgs_buf drawn;
    time_t deadline;
    bool late;
} job;

static int helper = -1; // of the process, as its standard streams are

static bool find(char program[PATH_MAX])
{
    const char *path = getenv("PATH");
    while (path != NULL && *path != '\0') {
        size_t n = strcspn(path, ":");
        int length = *path == '/' ? snprintf(program, PATH_MAX, "%.*s/rsvg-convert", (int)n, path) : -1;
        if (length > 0 && length < PATH_MAX && access(program, X_OK) == 0)
            return true;
        path += n + (path[n] == ':');
    }
    return false;
}

bool dgs_convert_begin(bool (*confine)(const char *program), dgs_err *err)
{
    char program[PATH_MAX];
    if (helper >= 0 || !find(program))
        return true;
    helper = dgs_helper_start(program, confine);
    return helper >= 0 || dgs_fail(err, DGS_ERR_TEMPORARY,
                                   "cannot start a process for rsvg-convert (%s): close other programs and try again",
                                   strerror(errno));
}

static bool is_ready(void *ctx)
{
    (void)ctx;
    return helper >= 0;
}

static void shut(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

void dgs_convert_end(void)
{
    shut(&helper);
}

static time_t now(void)
{
    struct timespec t = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

// Hands the helper the far ends of three pipes.
static bool start(job *j, const dgs_helper_order *order)
{
    int pipes[DGS_HELPER_ENDS][2] = {{-1, -1}, {-1, -1}, {-1, -1}}, far[DGS_HELPER_ENDS];
    bool ok = true;
    for (int i = 0; i < DGS_HELPER_ENDS; i++)
        ok = ok && pipe(pipes[i]) == 0;
    j->svg = pipes[DGS_HELPER_SVG][WRITE_END];
    j->png = pipes[DGS_HELPER_PNG][READ_END];
    j->verdict = pipes[DGS_HELPER_VERDICT][READ_END];
    far[DGS_HELPER_SVG] = pipes[DGS_HELPER_SVG][READ_END];
    far[DGS_HELPER_PNG] = pipes[DGS_HELPER_PNG][WRITE_END];
    far[DGS_HELPER_VERDICT] = pipes[DGS_HELPER_VERDICT][WRITE_END];
    ok = ok && dgs_helper_send(helper, order, far) && fcntl(j->svg, F_SETFL, O_NONBLOCK) == 0 &&
         fcntl(j->png, F_SETFL, O_NONBLOCK) == 0;
    for (int i = 0; i < DGS_HELPER_ENDS; i++)
        shut(&far[i]);
    return ok;
}

static bool again(ssize_t n)
{
    return n < 0 && (errno == EAGAIN || errno == EINTR);
}

// A program that closes its input early may still have drawn: that is no failure yet.
static void feed(job *j)
{
    ssize_t n = write(j->svg, j->text.p + j->sent, j->text.n - j->sent);
    if (n > 0)
        j->sent += (size_t)n;
    if (j->sent == j->text.n || (n < 0 && !again(n)))
        shut(&j->svg);
}

static bool receive(job *j)
{
    char bytes[16384];
    ssize_t n = read(j->png, bytes, sizeof bytes);
    if (n > 0)
        dgs_buf_add(&j->drawn, bytes, (size_t)n);
    if (n == 0)
        shut(&j->png);
    return (n >= 0 || again(n)) && !j->drawn.failed && j->drawn.n <= DGS_IMAGE_FILE_MAX;
}

// Gives and takes until the program has closed its output, then hears how it ended.
static bool talk(job *j)
{
    j->deadline = now() + PATIENCE;
    for (;;) {
        int from = j->png >= 0 ? j->png : j->verdict;
        struct pollfd ends[] = {{.fd = from, .events = POLLIN}, {.fd = j->svg, .events = POLLOUT}};
        int ready = poll(ends, 2, 250);
        bool failed = ready < 0 && errno != EINTR; // before another call changes it
        if (now() > j->deadline || failed) {
            j->late = ready >= 0;
            return false;
        }
        if (ready <= 0)
            continue;
        if (ends[1].revents != 0)
            feed(j);
        if (ends[0].revents == 0)
            continue;
        if (j->png < 0)
            break;
        if (!receive(j))
            return false;
    }
    char verdict = DGS_HELPER_FAILED;
    ssize_t n = read(j->verdict, &verdict, 1);
    j->late = n == 1 && verdict == DGS_HELPER_LATE;
    return n == 1 && verdict == DGS_HELPER_DREW;
}

static void finish(job *j)
{
    shut(&j->svg);
    shut(&j->png);
    shut(&j->verdict);
}

static bool ask_font(void *ctx, const dgs_font_wanted *wanted, dgs_arena *arena, dgs_font_found *out)
{
    (void)ctx;
    const dgs_helper_order order = {0, 0};
    dgs_buf question = {.arena = arena};
    dgs_buf_add(&question, wanted->family, strlen(wanted->family) + 1);
    dgs_buf_add(&question, wanted->text.p, wanted->text.n);
    job j = {.svg = -1, .png = -1, .verdict = -1, .text = {question.p, question.n}, .drawn = {.arena = arena}};
    bool ok = !question.failed && helper >= 0 && start(&j, &order) && talk(&j);
    finish(&j);
    return ok && dgs_fonts_read((dgs_str){j.drawn.p, j.drawn.n}, out);
}

static bool draw(void *ctx, const dgs_drawing *drawing, dgs_arena *arena, dgs_str *png, dgs_err *err)
{
    (void)ctx;
    dgs_helper_order order = {drawing->across, drawing->down};
    job j = {.svg = -1, .png = -1, .verdict = -1, .text = drawing->svg, .drawn = {.arena = arena}};
    bool ok = helper >= 0 && start(&j, &order) && talk(&j);
    finish(&j);
    if (j.drawn.failed)
        return dgs_fail_memory(err);
    if (!ok)
        return dgs_fail(err, DGS_ERR_DATA, "%s: rsvg-convert %s: save the logo as PNG and use that file", drawing->name,
                        j.late ? "needs too long to draw it" : "cannot draw it");
    *png = (dgs_str){j.drawn.p, j.drawn.n};
    return true;
}

const dgs_drawer dgs_convert_drawer = {
    NULL, is_ready, "install rsvg-convert (Debian: librsvg2-bin), which can draw all of SVG", draw, ask_font};

static bool begins_as_svg(dgs_str text)
{
    if (dgs_str_starts(text, "\xef\xbb\xbf"))
        text = (dgs_str){text.p + 3, text.n - 3};
    text = dgs_str_trim(text);
    return text.n == 0 || text.p[0] == '<';
}

bool dgs_convert_may_want(const char *path)
{
    char first[1024];
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode)) // what a pipe holds can be read only once
        return true;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    ssize_t n = fd < 0 ? -1 : read(fd, first, sizeof first);
    shut(&fd);
    return n > 0 && begins_as_svg((dgs_str){first, (size_t)n});
}
