// dgs-pdf: from the command line to the file.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/environment.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/say.h"
#include "batch/batch.h"
#include "cli/cli.h"
#include "content/content.h"
#include "handout/handout.h"
#include "image/image.h"
#include "print/print.h"
#include "sandbox/descriptors.h"
#include "sandbox/sandbox.h"
#include "save/many.h"
#include "save/save.h"

typedef struct process { // what lives as long as the program
    dgs_job job;
    dgs_arena *arena;
    dgs_text *text;
    dgs_place place; // where the output goes
} process;

static bool flush_stdout(bool printed, dgs_err *err)
{
    if (printed && fflush(stdout) == 0)
        return true;
    return dgs_fail(err, DGS_ERR_IO, "standard output could not be written: check where it leads");
}

// ---- the handout ----

typedef struct source { // of the practice's data
    dgs_settings settings;
    const char *profile;
} source;

static bool save_pdf(process *p, const dgs_handout *handout, const source *from, dgs_err *err)
{
    dgs_str pdf;
    const dgs_job *job = &p->job;
    if (!dgs_handout_write(handout, p->text, NULL, p->arena, &pdf, err))
        return false;
    const char *name = job->out == NULL ? "the handout" : job->out;
    if (!job->dry_run && strcmp(name, "-") == 0)
        return dgs_save_stream(STDOUT_FILENO, "standard output", pdf, err);
    if (!job->dry_run && !dgs_save_at(&p->place, name, pdf, err))
        return false;
    if (!job->quiet)
        dgs_say(stderr, "%s: %zu page%s, %zu KB%s%s%s", name, handout->pages.npages,
                handout->pages.npages == 1 ? "" : "s", (pdf.n + 1023) / 1024, from->profile == NULL ? "" : ", with ",
                from->profile == NULL ? "" : from->profile, job->dry_run ? "; nothing was written" : "");
    return true;
}

static bool put_dump(process *p, const dgs_handout *handout, FILE *to, dgs_err *err)
{
    dgs_str pdf;
    bool put = true;
    if (p->job.dump == DGS_DUMP_TAGS && !dgs_handout_write(handout, p->text, to, p->arena, &pdf, err))
        return false;
    if (p->job.dump == DGS_DUMP_CONTENT)
        put = dgs_content_dump(&handout->doc, to);
    if (p->job.dump == DGS_DUMP_LAYOUT)
        put = dgs_layout_dump(&handout->pages, to);
    return (put && ferror(to) == 0) || dgs_fail_memory(err);
}

// By way of memory: what stands in a dump may be a stranger's.
static bool dump(process *p, const dgs_handout *handout, dgs_err *err)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    bool ok = to != NULL && put_dump(p, handout, to, err);
    if (to == NULL || fclose(to) != 0)
        ok = dgs_fail_memory(err);
    if (ok)
        dgs_say_text(stdout, (dgs_str){text, n});
    free(text);
    return ok && flush_stdout(ferror(stdout) == 0, err);
}

static bool deliver(process *p, const dgs_handout *handout, const source *from, dgs_err *err)
{
    size_t warnings = dgs_report_warnings(&handout->report);
    if (!p->job.quiet)
        dgs_report_tell(&handout->report, stderr);
    if (p->job.strict && warnings > 0)
        return dgs_fail(err, DGS_ERR_STRICT, "%zu warning%s, and --strict is given: nothing was written", warnings,
                        warnings == 1 ? "" : "s");
    return p->job.dump == DGS_DUMP_NONE ? save_pdf(p, handout, from, err) : dump(p, handout, err);
}

// A therapist who is named for one client stands beside the client's name and not at the head of the pages.
static bool read_client(process *p, dgs_err *err)
{
    dgs_str text;
    dgs_job *job = &p->job;
    if (job->client_stdin &&
        (!dgs_file_read_stream(p->arena, "client's data", STDIN_FILENO, "/dev/stdin", DGS_INI_FILE_MAX, &text, err) ||
         !dgs_client_read(text, "standard input", p->arena, &job->client, err)))
        return false;
    dgs_value *therapist = &job->given.of[DGS_SETTING_THERAPIST];
    if (dgs_client_any(&job->client) && therapist->text != NULL) {
        job->client.therapist = therapist->text;
        *therapist = (dgs_value){0};
    }
    return true;
}

static bool read_settings(process *p, source *from, dgs_err *err)
{
    from->settings = p->job.given;
    return dgs_profile_settings(p->job.profile, !p->job.no_profile, p->arena, &from->settings, &from->profile, err);
}

static bool read_order(process *p, source *from, dgs_order *order, dgs_err *err)
{
    const dgs_job *job = &p->job;
    if (!read_client(p, err) || !read_settings(p, from, err))
        return false;
    *order = (dgs_order){&from->settings, job->look, dgs_client_any(&job->client) ? &job->client : NULL,
                         job->content_dir, job->labels};
    return true;
}

static bool make(process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    dgs_handout handout;
    source from = {0};
    bool to_stdout = job->dump == DGS_DUMP_NONE && !job->dry_run && strcmp(job->out, "-") == 0;
    if (to_stdout && isatty(STDOUT_FILENO))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a PDF is not for the terminal: name a file after --out, or send the output to a program");
    dgs_order order;
    if (!read_order(p, &from, &order, err))
        return false;
    if (!dgs_sandbox_compose(job, &p->place, from.settings.of[DGS_SETTING_LOGO].text, err))
        return false;
    p->text = dgs_text_new(err);
    return p->text != NULL && dgs_handout_compose(&order, p->text, p->arena, stderr, &handout, err) &&
           deliver(p, &handout, &from, err);
}

// ---- the other commands ----

static bool keep_old(const char *path, bool force, dgs_err *err)
{
    if (force || access(path, F_OK) != 0)
        return true;
    return dgs_fail(err, DGS_ERR_CANTCREATE, "%s is there already: name another file, or replace it with --force",
                    path);
}

static bool save_all(process *p, const dgs_content_file *files, const char *const *paths, size_t n, dgs_err *err)
{
    dgs_folder folder;
    bool ok = dgs_save_folder(&p->place, p->job.content_dir, &folder, err);
    for (size_t i = 0; ok && i < n; i++) {
        dgs_place place;
        dgs_place_find(folder.fd, files[i].name, &place);
        ok = dgs_save_at(&place, paths[i], files[i].bytes, err);
        dgs_place_leave(&place);
    }
    dgs_save_folder_leave(&folder);
    return ok;
}

// A copy of the built-in content to edit. Nothing is written where any of its files is there already.
static bool init_content(process *p, dgs_err *err)
{
    const dgs_content_file *files;
    const char *dir = p->job.content_dir;
    size_t n;
    if (!dgs_content_export(p->arena, &files, &n, err))
        return false;
    const char **paths = dgs_arena_array(p->arena, n, sizeof *paths);
    for (size_t i = 0; paths != NULL && i < n; i++) {
        dgs_buf path = {.arena = p->arena};
        dgs_buf_addf(&path, "%s/%s", dir, files[i].name);
        paths[i] = path.p;
        if (path.failed || !keep_old(paths[i], p->job.force, err))
            return path.failed ? dgs_fail_memory(err) : false;
    }
    if (paths == NULL)
        return dgs_fail_memory(err);
    if (!save_all(p, files, paths, n, err))
        return false;
    if (!p->job.quiet)
        dgs_say(stderr, "%s: edit the texts with any editor, then write: dgs-pdf --out handout.pdf --content %s", dir,
                dir);
    return true;
}

static bool init(process *p, dgs_err *err)
{
    if (p->job.content_dir != NULL)
        return init_content(p, err);
    dgs_str text;
    const char *path = p->job.file == NULL ? DGS_PROFILE_NAME : p->job.file;
    if (!keep_old(path, p->job.force, err) || !dgs_profile_template(&p->job.given, p->arena, &text, err) ||
        !dgs_save_at(&p->place, path, text, err))
        return false;
    if (!p->job.quiet)
        dgs_say(stderr, "%s: fill it in with any editor, then write: dgs-pdf --out handout.pdf", path);
    return true;
}

static bool profile(process *p, dgs_err *err)
{
    source from = {0};
    dgs_profile checked;
    return read_settings(p, &from, err) && dgs_profile_make(&from.settings, DGS_INK_COLOR, p->arena, &checked, err) &&
           flush_stdout(dgs_profile_show(&from.settings, from.profile, p->job.json, stdout), err);
}

static bool batch(process *p, dgs_err *err)
{
    dgs_guard guard;
    return dgs_sandbox_batch(&p->job, &p->place, &guard, err) &&
           dgs_batch_run(&p->job, &p->place, &guard, p->arena, err);
}

static bool manifest(process *p, dgs_err *err)
{
    return dgs_batch_merge(&p->job, &p->place, p->arena, err);
}

static bool print(process *p, dgs_err *err)
{
    source from = {0};
    dgs_order order;
    const dgs_guard guard = dgs_sandbox_print(&p->job);
    return read_order(p, &from, &order, err) && dgs_print_run(&p->job, &order, &guard, p->arena, stdout, err) &&
           flush_stdout(true, err);
}

static bool printers(process *p, dgs_err *err)
{
    return dgs_print_list(p->job.json, p->arena, stdout, err) && flush_stdout(true, err);
}

// Input files are looked for in both forms of their names.
static bool find_inputs(process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    const char *found;
    for (size_t i = 0; i < job->batch.nmerge; i++) {
        if (!dgs_file_find(p->arena, job->batch.merge[i], &found, err))
            return false;
        job->batch.merge[i] = (char *)found;
    }
    if (job->command == DGS_COMMAND_INIT) // whose folder and file are made
        return true;
    return (job->content_dir == NULL || dgs_file_find(p->arena, job->content_dir, &job->content_dir, err)) &&
           (job->file == NULL || dgs_file_find(p->arena, job->file, &job->file, err));
}

static bool print_version(void)
{
    char sandbox[DGS_SANDBOX_KINDS];
    dgs_say(stdout, "dgs-pdf %s", DGS_VERSION);
    dgs_say(stdout, "%s, %s, %s, %s", dgs_pdf_library(), dgs_text_library(), dgs_image_library(),
            dgs_content_library());
    dgs_say(stdout, "sandbox: %s", dgs_sandbox_kinds(sandbox));
    return ferror(stdout) == 0;
}

static bool run(int argc, char **argv, process *p, dgs_err *err)
{
    static bool (*const commands[])(process *, dgs_err *) = {
        [DGS_COMMAND_MAKE] = make,        [DGS_COMMAND_INIT] = init,         [DGS_COMMAND_PROFILE] = profile,
        [DGS_COMMAND_BATCH] = batch,      [DGS_COMMAND_MANIFEST] = manifest, [DGS_COMMAND_PRINT] = print,
        [DGS_COMMAND_PRINTERS] = printers};
    if (!dgs_cli_parse(argc, argv, p->arena, &p->job, err))
        return false;
    if (p->job.action == DGS_ACTION_VERSION)
        return flush_stdout(print_version(), err);
    if (p->job.action == DGS_ACTION_HELP)
        return flush_stdout(dgs_cli_help(stdout, p->job.command), err);
    if (p->job.action == DGS_ACTION_MAN)
        return flush_stdout(dgs_cli_man(stdout), err);
    return find_inputs(p, err) && dgs_sandbox_begin(&p->job, &p->place, err) && commands[p->job.command](p, err);
}

// A standard stream that is closed would give its number to the next file that is opened, and messages would go there.
// A folder stands in for it, since it can be neither read nor written, also not by way of /dev/stdin and /dev/stdout.
static bool hold_streams(dgs_err *err)
{
    bool all = true;
    for (int fd = STDIN_FILENO, held = 0; all && fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
            held = open("/", O_RDONLY | O_DIRECTORY);
            all = held == fd;
        }
    }
    return all || dgs_fail(err, DGS_ERR_IO,
                           "a standard stream is closed, and nothing can be opened for it: start the program with all "
                           "three of them open");
}

// Where the stack ends a process dies without a word; a limit that is too low for us can mostly be raised.
static bool have_stack(dgs_err *err)
{
    const rlim_t least = 1024UL * 1024;
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= least) // RLIM_INFINITY is the largest
        return true;
    limit.rlim_cur = least;
    return (limit.rlim_max >= least && setrlimit(RLIMIT_STACK, &limit) == 0) ||
           dgs_fail(err, DGS_ERR_TEMPORARY, "the stack is limited to less than 1 MB: raise the limit (ulimit -s 8192)");
}

int main(int argc, char **argv)
{
    dgs_err err = {0};
    (void)signal(SIGXFSZ, SIG_IGN); // a file-size limit is then an error of write(2) like any other
    (void)signal(SIGPIPE, SIG_IGN);
    process p = {.arena = dgs_arena_new(DGS_MEMORY_MAX), .place.folder = -1};
    bool ok = hold_streams(&err) && have_stack(&err) && dgs_environment_settle(&err);
    dgs_descriptors_close(argc, argv);
    ok = ok && (p.arena != NULL ? run(argc, argv, &p, &err) : dgs_fail_memory(&err));
    dgs_text_free(p.text);
    dgs_place_leave(&p.place);
    dgs_arena_free(p.arena);
    if (!ok)
        dgs_say(stderr, "dgs-pdf: %s", err.message);
    return ok ? 0 : (int)err.kind;
}
