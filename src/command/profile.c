#include <stdio.h>

#include "base/say.h"
#include "command/inner.h"
#include "order/package.h"
#include "profile/profile.h"

bool dgs_command_profile(dgs_process *p, dgs_err *err)
{
    dgs_source from = {0};
    dgs_profile checked;
    unsigned parts;
    return dgs_command_settings(p, &from, err) &&
           dgs_profile_make(&from.settings, DGS_INK_COLOR, p->arena, &checked, err) &&
           dgs_package_parts(dgs_package_builtin(NULL), &from.settings, p->arena, &parts, err) &&
           dgs_say_flush(dgs_profile_show(&from.settings, from.profile, p->job.json, stdout), err);
}
