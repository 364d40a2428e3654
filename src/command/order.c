#include <unistd.h>

#include "base/file.h"
#include "command/inner.h"
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
    return dgs_profile_settings(p->job.profile, !p->job.no_profile, p->arena, &from->settings, &from->profile, err);
}

bool dgs_command_order(dgs_process *p, dgs_source *from, dgs_order *order, dgs_err *err)
{
    const dgs_job *job = &p->job;
    if (!read_client(p, err) || !dgs_command_settings(p, from, err))
        return false;
    *order = (dgs_order){&from->settings,  job->look,   dgs_client_any(&job->client) ? &job->client : NULL,
                         job->content_dir, job->labels, job->handout};
    return true;
}
