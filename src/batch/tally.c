#include "batch/tally.h"

#include <stdlib.h>
#include <string.h>

#include "host/say.h"

static dgs_tally_kind *find(dgs_tally *tally, const dgs_note *note)
{
    for (size_t i = 0; i < tally->n; i++)
        if (tally->of[i].level == note->level && strcmp(tally->of[i].kind, note->kind) == 0)
            return &tally->of[i];
    return NULL;
}

static void begin(dgs_tally *tally, unsigned long long row, const dgs_note *note)
{
    dgs_tally_kind kind = {note->level, strdup(note->kind), strdup(note->sentence), row, row, 1};
    if (tally->n < DGS_TALLY_MAX && kind.kind != NULL && kind.sentence != NULL) {
        tally->of[tally->n++] = kind;
        return;
    }
    free(kind.kind);
    free(kind.sentence);
}

void dgs_tally_add(dgs_tally *tally, unsigned long long row, const dgs_note *note)
{
    dgs_tally_kind *known = find(tally, note);
    if (known == NULL)
        begin(tally, row, note);
    else if (known->last != row)
        known->rows++;
    if (known != NULL)
        known->last = row;
}

void dgs_tally_say(const dgs_tally *tally, const char *list)
{
    for (size_t i = 0; i < tally->n; i++) {
        const dgs_tally_kind *kind = &tally->of[i];
        const char *level = kind->level == DGS_NOTE_WARNING ? "warning" : "notice";
        unsigned long long others = kind->rows - 1;
        if (others == 0)
            dgs_say(stderr, "dgs-pdf: %s: %s: row %llu: %s", level, list, kind->first, kind->sentence);
        else
            dgs_say(stderr, "dgs-pdf: %s: %s: row %llu and %llu other%s (see the manifest): %s", level, list,
                    kind->first, others, others == 1 ? "" : "s", kind->sentence);
    }
}

void dgs_tally_free(dgs_tally *tally)
{
    for (size_t i = 0; i < tally->n; i++) {
        free(tally->of[i].kind);
        free(tally->of[i].sentence);
    }
    tally->n = 0;
}
