// One colour -> the colours of a handout that read well. Knows nothing of profiles or pages.
#ifndef DGS_PROFILE_PALETTE_H
#define DGS_PROFILE_PALETTE_H
#include "profile/profile.h"

// Every promise of dgs_palette holds for every colour.
dgs_palette dgs_palette_of(dgs_color brand);
#endif
