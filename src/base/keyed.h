// A hash for tables whose keys come from strangers: SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input
// PRF", 2012), with a key that each run of the program draws again (host/engine.h), so that nobody can choose keys that
// meet in one place. Nothing that is written may depend on it.
#ifndef DGS_BASE_KEYED_H
#define DGS_BASE_KEYED_H
#include <stdint.h>

#include "base/str.h"

typedef struct dgs_key {
    uint64_t half[2];
} dgs_key;

uint64_t dgs_keyed_hash(const dgs_key *key, dgs_str bytes);
#endif
