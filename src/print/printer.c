#include "print/printer.h"

#include <string.h>

#include "base/geometry.h"
#include "base/utf8.h"

const dgs_paper_about dgs_papers[DGS_PAPERS] = {
    [DGS_PAPER_LETTER] = {"na_letter_8.5x11in", "Letter", "letter"},
    [DGS_PAPER_A4] = {"iso_a4_210x297mm", "A4", "a4"},
    [DGS_PAPER_LEGAL] = {"na_legal_8.5x14in", "Legal", "legal"},
    [DGS_PAPER_A5] = {"iso_a5_148x210mm", "A5", "a5"},
    [DGS_PAPER_HALF_LETTER] = {"na_invoice_5.5x8.5in", "Half Letter", "half-letter"},
};

const char *dgs_paper_name(const char *media)
{
    for (size_t i = 0; i < DGS_PAPERS; i++)
        if (strcmp(media, dgs_papers[i].media) == 0)
            return dgs_papers[i].name;
    return media;
}

// Printers are named and described by whoever set them up, or by the network. NULL when memory ends.
static const char *copy_words(dgs_arena *arena, const char *words)
{
    char *copy = dgs_str_copy(arena, dgs_str_of(words));
    if (copy != NULL)
        dgs_utf8_mask(copy);
    return copy;
}

// Where the printer does not say what it supports of an option, nothing is known of one of its values either.
static dgs_known supports(dgs_service *service, const char *option, const char *value)
{
    const dgs_cups *c = &service->cups;
    if (c->cupsFindDestSupported(service->http, service->dest, service->info, option) == NULL)
        return DGS_UNKNOWN;
    return c->cupsCheckDestSupported(service->http, service->dest, service->info, option, value) ? DGS_YES : DGS_NO;
}

// Copies the keywords of an attribute, which may be NULL.
static bool copy_keywords(const dgs_cups *c, ipp_attribute_t *attribute, dgs_arena *arena, const char *const **out,
                          size_t *n, dgs_err *err)
{
    size_t count = attribute == NULL ? 0 : (size_t)c->ippGetCount(attribute);
    const char **words = dgs_arena_array(arena, count + 1, sizeof *words);
    if (words == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        words[i] = copy_words(arena, c->ippGetString(attribute, (int)i, NULL));
        if (words[i] == NULL)
            return dgs_fail_memory(err);
    }
    *out = words;
    *n = count;
    return true;
}

static bool read_papers(dgs_service *service, dgs_arena *arena, dgs_printer *out, dgs_err *err)
{
    const dgs_cups *c = &service->cups;
    const double unit = DGS_MM(0.01); // PWG units: 2540 an inch
    http_t *http = service->http;
    out->tells_papers = c->cupsFindDestSupported(http, service->dest, service->info, "media") != NULL;
    if (!out->tells_papers)
        return true;
    ipp_attribute_t *usual = c->cupsFindDestDefault(http, service->dest, service->info, "media");
    ipp_attribute_t *ready = c->cupsFindDestReady(http, service->dest, service->info, "media");
    if (usual != NULL)
        out->usual = copy_words(arena, c->ippGetString(usual, 0, NULL));
    if (out->usual == NULL)
        return dgs_fail_memory(err);
    if (!copy_keywords(c, ready, arena, &out->loaded, &out->nloaded, err))
        return false;
    for (size_t i = 0; i < DGS_PAPERS; i++) {
        cups_size_t size;
        dgs_printer_paper *paper = &out->papers[i];
        paper->supported =
            c->cupsCheckDestSupported(http, service->dest, service->info, "media", dgs_papers[i].media) &&
            c->cupsGetDestMediaByName(http, service->dest, service->info, dgs_papers[i].media, CUPS_MEDIA_FLAGS_DEFAULT,
                                      &size);
        if (paper->supported)
            paper->margins = (dgs_margins){size.top * unit, size.right * unit, size.bottom * unit, size.left * unit};
        for (size_t k = 0; k < out->nloaded; k++)
            paper->loaded |= strcmp(out->loaded[k], dgs_papers[i].media) == 0;
    }
    return true;
}

// The largest number of copies; PWG 5100.x printers say 1-N.
static int most_copies(dgs_service *service)
{
    const dgs_cups *c = &service->cups;
    int most = 0;
    ipp_attribute_t *copies = c->cupsFindDestSupported(service->http, service->dest, service->info, "copies");
    if (copies != NULL)
        (void)c->ippGetRange(copies, 0, &most);
    return most;
}

static void read_abilities(dgs_service *service, dgs_printer *out)
{
    out->color = supports(service, "print-color-mode", "color");
    out->monochrome = supports(service, "print-color-mode", "monochrome");
    out->long_edge = supports(service, "sides", CUPS_SIDES_TWO_SIDED_PORTRAIT);
    out->short_edge = supports(service, "sides", CUPS_SIDES_TWO_SIDED_LANDSCAPE);
    out->unscaled = supports(service, "print-scaling", "none");
    out->fitting = supports(service, "print-scaling", "fit");
    out->collates = supports(service, "multiple-document-handling", "separate-documents-collated-copies");
    out->copies = most_copies(service);
}

static void read_state(const dgs_cups *c, ipp_t *answer, dgs_arena *arena, dgs_printer *out)
{
    ipp_attribute_t *state = c->ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    ipp_attribute_t *accepting = c->ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    ipp_attribute_t *reasons = c->ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    out->state = state == NULL ? 0 : (dgs_printer_state)c->ippGetInteger(state, 0);
    out->accepting = accepting == NULL || c->ippGetBoolean(accepting, 0) != 0;
    out->nreasons = 0;
    for (int i = 0; reasons != NULL && i < c->ippGetCount(reasons) && out->nreasons < DGS_REASONS_MAX; i++) {
        const char *reason = c->ippGetString(reasons, i, NULL);
        if (reason == NULL || strcmp(reason, "none") == 0)
            continue;
        const char *copy = copy_words(arena, reason);
        if (copy != NULL)
            out->reasons[out->nreasons++] = copy;
    }
}

bool dgs_printer_poll(dgs_service *service, dgs_arena *arena, dgs_printer *printer)
{
    static const char *const asked[] = {"printer-state", "printer-is-accepting-jobs", "printer-state-reasons"};
    ipp_t *answer = dgs_service_ask(service, 0, asked, sizeof asked / sizeof *asked);
    if (answer == NULL)
        return false;
    read_state(&service->cups, answer, arena, printer);
    service->cups.ippDelete(answer);
    return true;
}

static const char *text_of(const dgs_cups *c, ipp_t *answer, const char *name, dgs_arena *arena)
{
    ipp_attribute_t *found = c->ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return copy_words(arena, found == NULL ? NULL : c->ippGetString(found, 0, NULL));
}

static bool read_self(dgs_service *service, dgs_arena *arena, dgs_printer *out, dgs_err *err)
{
    static const char *const asked[] = {
        "printer-state",    "printer-is-accepting-jobs", "printer-state-reasons",    "printer-info",
        "printer-location", "printer-make-and-model",    "document-format-supported"};
    const dgs_cups *c = &service->cups;
    ipp_t *answer = dgs_service_ask(service, 0, asked, sizeof asked / sizeof *asked);
    if (answer == NULL)
        return true;
    out->answers = true;
    read_state(c, answer, arena, out);
    out->description = text_of(c, answer, "printer-info", arena);
    out->location = text_of(c, answer, "printer-location", arena);
    out->model = text_of(c, answer, "printer-make-and-model", arena);
    ipp_attribute_t *formats = c->ippFindAttribute(answer, "document-format-supported", IPP_TAG_MIMETYPE);
    if (formats != NULL)
        out->pdf = c->ippContainsString(formats, "application/pdf") ? DGS_YES : DGS_NO;
    c->ippDelete(answer);
    return (out->description != NULL && out->location != NULL && out->model != NULL) || dgs_fail_memory(err);
}

bool dgs_printer_read(dgs_service *service, dgs_arena *arena, dgs_printer *out, dgs_err *err)
{
    *out = (dgs_printer){.description = "", .location = "", .model = "", .usual = ""};
    out->name = copy_words(arena, service->dest->name);
    out->is_default = service->dest->is_default != 0;
    out->uri = copy_words(arena, service->uri);
    if (out->name == NULL || out->uri == NULL)
        return dgs_fail_memory(err);
    if (!read_self(service, arena, out, err))
        return false;
    if (service->info == NULL)
        return true;
    read_abilities(service, out);
    return read_papers(service, arena, out, err);
}
