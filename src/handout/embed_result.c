// What a program that embeds the engine gets back.
#include <stdlib.h>

#include "handout/embed.h"

struct dgs_handout_result {
    dgs_arena *arena;
    dgs_handout handout;
    dgs_str pdf;
    dgs_err err;
};

dgs_handout_result *dgs_handout_make(dgs_handout_order *order, dgs_handout_error *error)
{
    dgs_err err = {0};
    dgs_handout_result *result = calloc(1, sizeof *result);
    if (result != NULL)
        result->arena = dgs_arena_new(DGS_MEMORY_MAX);
    if (result == NULL || result->arena == NULL) {
        free(result);
        (void)dgs_fail_memory(&err);
        (void)dgs_embed_fail(&err, error);
        return NULL;
    }
    dgs_handout *h = &result->handout;
    if (!dgs_handout_compose(&order->order, order->text, result->arena, h, &result->err) ||
        !dgs_handout_write(h, order->text, NULL, result->arena, &result->pdf, &result->err))
        result->pdf = (dgs_str){0};
    return result;
}

void dgs_handout_result_free(dgs_handout_result *result)
{
    if (result == NULL)
        return;
    dgs_arena_free(result->arena);
    free(result);
}

const void *dgs_handout_pdf(const dgs_handout_result *result, size_t *size)
{
    *size = result->pdf.n;
    return result->pdf.p;
}

size_t dgs_handout_page_count(const dgs_handout_result *result)
{
    return result->pdf.p == NULL ? 0 : result->handout.pages.npages;
}

dgs_handout_fault dgs_handout_result_fault(const dgs_handout_result *result)
{
    return dgs_embed_fault(result->err.kind);
}

// Several findings are told one by one; any other error is its own finding.
static size_t errors(const dgs_handout_result *result)
{
    return result->err.kind == DGS_OK ? 0 : result->handout.report.refused ? result->handout.report.n : 1;
}

size_t dgs_handout_finding_count(const dgs_handout_result *result)
{
    return errors(result) + result->handout.report.nnotes;
}

dgs_handout_finding dgs_handout_finding_at(const dgs_handout_result *result, size_t i)
{
    const dgs_report *report = &result->handout.report;
    size_t first_note = errors(result);
    if (i >= first_note) {
        const dgs_note *note = &report->notes[i - first_note];
        return (dgs_handout_finding){note->level == DGS_NOTE_WARNING ? DGS_HANDOUT_WARNING : DGS_HANDOUT_NOTICE, NULL,
                                     0, note->sentence};
    }
    if (report->refused)
        return (dgs_handout_finding){DGS_HANDOUT_ERROR, report->findings[i].file, report->findings[i].line,
                                     report->findings[i].sentence};
    return (dgs_handout_finding){DGS_HANDOUT_ERROR, NULL, 0, result->err.message};
}

const char *dgs_handout_version(void)
{
    return DGS_VERSION;
}
