// The program as a module: a command line in, files and messages out. Its host gives it a file system and the arguments
// (page/host.js), by WASI. Called by the name "describe", it tells what the page's form has to know; by "font", with a
// number, it gives that face's file.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "host/environment.h"
#include "host/say.h"
#include "web/describe.h"

// Where relative names begin. A module begins at the root, and a host with folders says where else.
static void go_to_folder(void)
{
    const char *folder = getenv("PWD");
    if (folder != NULL)
        (void)chdir(folder); // what is not there then is not found
}

int main(int argc, char **argv)
{
    dgs_err err = {0};
    dgs_process p = {.place.folder = -1};
    if (argc == 1 && strcmp(argv[0], "describe") == 0)
        return dgs_web_describe(stdout) ? 0 : DGS_ERR_IO;
    if (argc == 2 && strcmp(argv[0], "font") == 0)
        return dgs_web_font(stdout, (unsigned)(argv[1][0] - '0')) ? 0 : DGS_ERR_IO;
    go_to_folder();
    bool ok = dgs_environment_settle(&err) && dgs_command_run(argc, argv, &p, &err);
    dgs_command_leave(&p);
    if (!ok)
        dgs_say(stderr, "dgs-pdf: %s", err.message);
    return ok ? 0 : (int)err.kind;
}
