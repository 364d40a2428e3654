#include "handout/cache.h"

#include <stdlib.h>

#include "check/check.h"
#include "content/content.h"
#include "content/package.h"
#include "handout/inner.h"

enum { ENTRIES = 8, LOGOS_MOST = 8 * 1024 * 1024 };

typedef struct entry { // a handout whose practice may be changed
    dgs_arena *arena;  // NULL: not in use yet
    bool ready;        // it can be filled
    uint64_t layout_key;
    unsigned parts; // that are printed
    dgs_handout handout;
    dgs_fixed_part *fixed;
    dgs_pairs pairs;
    unsigned long long used; // when, by the cache's count
} entry;

struct dgs_cache {
    dgs_logos *logos;
    dgs_arena *arena;           // of the package
    const dgs_package *package; // which the orders share; NULL = not looked for yet
    entry entries[ENTRIES];
    unsigned long long made;
    bool whole; // no handout of these orders can be filled: their text names the practice
};

dgs_cache *dgs_cache_new(dgs_err *err)
{
    dgs_cache *cache = calloc(1, sizeof *cache);
    if (cache == NULL || (cache->arena = dgs_arena_new(DGS_MEMORY_MAX)) == NULL)
        (void)dgs_fail_memory(err);
    else if ((cache->logos = dgs_logos_new(LOGOS_MOST, err)) != NULL)
        return cache;
    dgs_cache_free(cache);
    return NULL;
}

void dgs_cache_free(dgs_cache *cache)
{
    for (size_t i = 0; cache != NULL && i < ENTRIES; i++)
        dgs_arena_free(cache->entries[i].arena);
    if (cache != NULL) {
        dgs_logos_free(cache->logos);
        dgs_arena_free(cache->arena);
    }
    free(cache);
}

bool dgs_cache_package(dgs_cache *cache, const dgs_order *order, dgs_arena *arena, const dgs_package **out,
                       dgs_err *err)
{
    if (cache == NULL)
        return dgs_package_find(order->handout, order->content, arena, out, err);
    if (cache->package == NULL && !dgs_package_find(order->handout, order->content, cache->arena, &cache->package, err))
        return false;
    *out = cache->package;
    return true;
}

bool dgs_cache_logo(dgs_cache *cache, const dgs_logo_source *from, dgs_err *err)
{
    return dgs_logos_load(cache->logos, from, err) != NULL;
}

void dgs_cache_share(dgs_cache *cache, void *memory, size_t n)
{
    dgs_logos_share(cache->logos, dgs_shelf_in(memory, n));
}

typedef struct making {
    const dgs_order *order;
    dgs_text *text;
    dgs_arena *arena;
    dgs_handout *out;
    dgs_pdf *pdf;
    dgs_err *err;
} making;

// The room for a new entry: one that was never used, or the one that was not used for longest.
static entry *oldest(dgs_cache *cache)
{
    entry *old = &cache->entries[0];
    for (size_t i = 1; i < ENTRIES; i++)
        if (cache->entries[i].used < old->used)
            old = &cache->entries[i];
    return old;
}

static bool fill(const entry *f, const making *m)
{
    dgs_pdf_options options;
    dgs_handout_options(m->out, NULL, &options);
    const dgs_pdf_input in = {&m->out->pages, &m->out->doc, m->text, &options};
    return dgs_pdf_fill(f->fixed, &in, m->arena, m->pdf, m->err);
}

// Makes the handout in full, and keeps nothing but its logo, where there is a cache.
static bool make_whole(const dgs_cache *cache, const making *m)
{
    dgs_logos *logos = cache == NULL ? NULL : cache->logos;
    if (!dgs_handout_lay_out(m->order, logos, m->text, m->arena, m->out, m->err) ||
        !dgs_handout_write(m->out, m->text, NULL, m->arena, &m->pdf->bytes, m->err))
        return false;
    dgs_sha256_hex(m->pdf->bytes, m->pdf->sha256);
    return true;
}

// Makes the handout in full, and keeps it where others can be made of it.
static bool make_new(dgs_cache *cache, const making *m)
{
    entry *f = oldest(cache);
    dgs_pdf_options options;
    if (f->arena == NULL && (f->arena = dgs_arena_new(DGS_MEMORY_MAX)) == NULL)
        return dgs_fail_memory(m->err);
    dgs_arena_reset(f->arena);
    f->ready = false;
    f->used = cache->made;
    if (!dgs_handout_lay_out(m->order, cache->logos, m->text, f->arena, m->out, m->err))
        return false;
    dgs_handout_options(m->out, NULL, &options);
    const dgs_pdf_input in = {&m->out->pages, &m->out->doc, m->text, &options};
    if (!dgs_pdf_fixed(&in, f->arena, &f->fixed, m->err) ||
        !dgs_check_pairs_of(&m->out->pages, &m->out->profile.palette, f->arena, &f->pairs, m->err))
        return false;
    f->handout = *m->out;
    f->layout_key = dgs_profile_layout_key(&m->out->profile);
    f->parts = m->out->parts;
    f->ready = m->out->doc.refillable && m->out->pages.template != NULL;
    cache->whole = !m->out->doc.refillable;
    return fill(f, m);
}

// Fills the template for this practice. Where *done comes out false it does not fit, or something is to be told that
// takes the whole handout to tell.
static bool make_from(entry *f, const making *m, bool *done)
{
    dgs_handout *out = m->out;
    dgs_print_options options = m->order->options;
    options.paper = out->profile.paper;
    options.fillable = out->typing > 0;
    out->report = (dgs_report){.arena = m->arena};
    *done = false;
    if (!dgs_check_pairs_hold(&f->pairs, &out->profile.palette))
        return true;
    if (!dgs_content_refill(&f->handout.doc, &out->profile, m->arena, m->err))
        return false;
    out->doc = f->handout.doc;
    dgs_handout_speak(&out->profile, m->text);
    const dgs_layout_input in = {&out->doc, &out->profile.palette, &options, m->text};
    if (!dgs_layout_refill(&f->handout.pages, &in, m->arena, &out->pages, done, m->err))
        return false;
    if (!*done)
        return true;
    *done = false;
    if (!dgs_handout_note_practice(&out->profile, &out->report, m->err) ||
        !dgs_check_colors(&out->profile, &out->report, m->err) ||
        !dgs_check_variable(&out->doc, m->text, &out->report, m->err) ||
        !dgs_handout_note_language(m->text, &out->report, m->err))
        return false;
    if (out->report.n > 0)
        return true;
    *done = true;
    return fill(f, m);
}

static bool make(dgs_cache *cache, const making *m)
{
    dgs_handout *out = m->out;
    *out = (dgs_handout){.report = {.arena = m->arena}, .date = m->order->date};
    if (!dgs_cache_package(cache, m->order, m->arena, &out->package, m->err) ||
        !dgs_handout_begin(m->order, m->text, m->arena, out, m->err))
        return false;
    if (cache == NULL || cache->whole || dgs_handout_pressed(&m->order->options))
        return make_whole(cache, m);
    cache->made++;
    uint64_t layout_key = dgs_profile_layout_key(&out->profile);
    for (size_t i = 0; i < ENTRIES; i++) {
        entry *f = &cache->entries[i];
        bool done;
        if (!f->ready || f->layout_key != layout_key || f->parts != out->parts)
            continue;
        if (!make_from(f, m, &done))
            return false;
        f->used = done ? cache->made : f->used;
        if (done)
            return true;
    }
    out->report = (dgs_report){.arena = m->arena};
    return make_new(cache, m);
}

bool dgs_cache_make(dgs_cache *cache, const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout_file *out,
                    dgs_err *err)
{
    const making m = {order, text, arena, &out->handout, &out->pdf, err};
    if (make(cache, &m))
        return true;
    if (cache != NULL)
        (void)dgs_arena_explain(cache->arena, err);
    for (size_t i = 0; cache != NULL && i < ENTRIES; i++)
        if (cache->entries[i].arena != NULL)
            (void)dgs_arena_explain(cache->entries[i].arena, err);
    return dgs_arena_explain(arena, err);
}
