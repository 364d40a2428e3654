// Bytes as a profile: read, checked, shown and written anew; and as a client's data.
#include "fuzz.h"
#include "profile/profile.h"

static void read_as_profile(const fuzz_input *in)
{
    dgs_err err = {0};
    dgs_settings settings = {0};
    dgs_profile profile;
    bool ok = dgs_profile_read(in->bytes, "practice.ini", in->arena, &settings, &err);
    ok = ok && dgs_profile_make(&settings, (dgs_ink)(in->choice % 3), in->arena, &profile, &err);
    fuzz_check(ok, &err);
    if (!ok)
        return;
    dgs_buf shown = {.arena = in->arena};
    (void)dgs_profile_show(&settings, "practice.ini", in->choice % 2 == 0, &shown);
    dgs_str template;
    ok = dgs_profile_template(&settings, in->arena, &template, &err);
    fuzz_check(ok, &err);
    if (!ok)
        return;
    settings = (dgs_settings){0};
    ok = dgs_profile_read(template, "practice.ini", in->arena, &settings, &err) &&
         dgs_profile_make(&settings, DGS_INK_COLOR, in->arena, &profile, &err);
    if (!ok && err.kind != DGS_ERR_MEMORY)
        fuzz_broken(err.message); // what we write, we read
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    if (fuzz_open(&in, data, n)) {
        read_as_profile(&in);
        dgs_client client = {0};
        dgs_err err = {0};
        bool ok = dgs_client_read(in.bytes, "client", in.arena, &client, &err);
        fuzz_check(ok, &err);
    }
    fuzz_close(&in);
    return 0;
}
