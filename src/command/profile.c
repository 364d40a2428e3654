#include <stdio.h>

#include "command/inner.h"
#include "host/say.h"
#include "order/package.h"
#include "profile/profile.h"

bool dgs_command_profile(dgs_process *p, dgs_err *err)
{
    dgs_source from = {0};
    dgs_profile checked;
    unsigned parts;
    dgs_buf text = {.arena = p->arena};
    if (!dgs_command_settings(p, &from, err) ||
        !dgs_profile_make(&from.settings, DGS_INK_COLOR, p->arena, &checked, err) ||
        !dgs_package_parts(dgs_package_builtin(NULL), &from.settings, p->arena, &parts, err))
        return false;
    if (!dgs_profile_show(&from.settings, from.profile, p->job.json, &text))
        return dgs_fail_memory(err);
    (p->job.json ? dgs_say_json : dgs_say_text)(stdout, (dgs_str){text.p, text.n});
    return dgs_say_flush(true, err);
}
