// The program as a module: a command line in, files and messages out. Its host gives it a file system and the arguments
// (page/host.js), by WASI. Called by the name "describe", it tells what the page's form has to know; by "font", with a
// number, it gives that face's file.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "command/command.h"
#include "host/environment.h"
#include "host/say.h"
#include "save/save.h"
#include "web/describe.h"

// Where relative names begin. A module begins at the root, and a host with folders says where else.
static void go_to_folder(void)
{
    const char *folder = getenv("PWD");
    if (folder != NULL)
        (void)chdir(folder); // what is not there then is not found
}

static int describe(void)
{
    dgs_arena *arena = dgs_arena_new(DGS_MB);
    dgs_buf text = {.arena = arena};
    bool ok = arena != NULL && dgs_web_describe(&text);
    if (ok)
        dgs_say_json(stdout, (dgs_str){text.p, text.n});
    dgs_arena_free(arena);
    return ok ? 0 : DGS_ERR_MEMORY;
}

static int give_face(unsigned face)
{
    dgs_str file;
    dgs_err err = {0};
    return dgs_web_face(face, &file) && dgs_save_stream(STDOUT_FILENO, "standard output", file, &err) ? 0 : DGS_ERR_IO;
}

int main(int argc, char **argv)
{
    dgs_err err = {0};
    dgs_process p = {.place.folder = -1};
    if (strcmp(argv[0], "describe") == 0)
        return describe();
    if (argc == 2 && strcmp(argv[0], "font") == 0)
        return give_face((unsigned)(argv[1][0] - '0'));
    go_to_folder();
    bool ok = dgs_environment_settle(&err) && dgs_command_run(argc, argv, &p, &err);
    dgs_command_leave(&p);
    if (!ok)
        dgs_say(stderr, "dgs-pdf: %s", err.message);
    return ok ? 0 : (int)err.kind;
}
