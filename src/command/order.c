#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "command/inner.h"
#include "convert/convert.h"
#include "host/engine.h"
#include "host/file.h"
#include "host/folder.h"
#include "profile/profile.h"

// A therapist who is named for one client stands beside the client's name and not at the head of the pages.
static bool read_client(dgs_process *p, dgs_err *err)
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

bool dgs_command_settings(const dgs_process *p, dgs_source *from, dgs_err *err)
{
    from->settings = p->job.given;
    return dgs_command_profile_settings(p->job.profile, !p->job.no_profile, p->arena, &from->settings, &from->profile,
                                        err);
}

bool dgs_command_date(dgs_date *out, dgs_err *err)
{
    const char *value = getenv("SOURCE_DATE_EPOCH");
    *out = (dgs_date){0};
    if (value == NULL)
        return true;
    char *end;
    errno = 0;
    long long seconds = strtoll(value, &end, 10);
    if (errno != 0 || value[0] < '0' || value[0] > '9' || *end != '\0' || seconds > DGS_DATE_MAX)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "SOURCE_DATE_EPOCH is \"%s\": set it to whole seconds since 1970, or unset it", value);
    *out = (dgs_date){true, seconds};
    return true;
}

bool dgs_command_order(dgs_process *p, dgs_source *from, dgs_order *order, dgs_err *err)
{
    const dgs_job *job = &p->job;
    if (!read_client(p, err) || !dgs_command_settings(p, from, err) ||
        !dgs_host_fonts(from->settings.of[DGS_SETTING_FONTS].text, err))
        return false;
    if (job->content_dir != NULL)
        p->content = dgs_folder_files(job->content_dir);
    *order = (dgs_order){.settings = &from->settings,
                         .options = job->options,
                         .client = dgs_client_any(&job->client) ? &job->client : NULL,
                         .content = job->content_dir == NULL ? NULL : &p->content,
                         .files = &dgs_files_given,
                         .drawer = &dgs_convert_drawer,
                         .labels = job->labels,
                         .handout = job->handout};
    return dgs_command_date(&order->date, err);
}
