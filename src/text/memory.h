// HarfBuzz, and memory that ends. HarfBuzz does not say that an allocation of its own failed: it goes on without what
// it could not make (words without kerning, letters without outlines), for as long as the font is open, and in some
// places it goes through a null pointer (6.0.0, hb_subset_plan_create_or_fail). The trace that is left is errno.
// Private to the room.
#ifndef DGS_TEXT_MEMORY_H
#define DGS_TEXT_MEMORY_H
#include "text/text.h"

// Before calls of HarfBuzz, with no other calls up to dgs_memory_held().
void dgs_memory_watch(void);

// After them: whether HarfBuzz had all the memory that it asked for, in all of its calls in this process so far. Once
// it had not, nothing that it gives is to be used, and nothing of it freed.
bool dgs_memory_held(void);

// The same around a call that may crash where memory ends: it is left then, where the host can do that.
bool dgs_memory_guard(const dgs_text_host *host, void (*call)(void *ctx), void *ctx);
#endif
