#include "print/show.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/wire.h"
#include "host/say.h"

static int add_piece(const char *piece, size_t n, void *wire)
{
    dgs_wire_add(wire, piece, n);
    return ((dgs_wire *)wire)->failed ? -1 : 0;
}

static bool put_json(json_t *whole, FILE *to)
{
    dgs_wire text = {0};
    bool ok = whole != NULL && json_dump_callback(whole, add_piece, &text, JSON_INDENT(2)) == 0 &&
              add_piece("\n", 1, &text) == 0;
    if (ok)
        dgs_say_json(to, (dgs_str){text.p, text.n});
    dgs_wire_free(&text);
    json_decref(whole);
    return ok && ferror(to) == 0;
}

// NULL when memory ends.
static json_t *words(const char *const *list, size_t n)
{
    json_t *all = json_array();
    for (size_t i = 0; all != NULL && i < n; i++)
        if (json_array_append_new(all, json_string(list[i])) != 0) {
            json_decref(all);
            all = NULL;
        }
    return all;
}

// copies is a number (RFC 8011, 5.2.5); all other values are keywords.
static json_t *attributes_of(const dgs_plan *plan, const char *title)
{
    json_t *all = json_pack("{ss ss}", "job-name", title, "document-format", "application/pdf");
    for (size_t i = 0; all != NULL && i < plan->n; i++) {
        bool number = strcmp(plan->options[i].name, "copies") == 0;
        json_t *value =
            number ? json_integer(strtol(plan->options[i].value, NULL, 10)) : json_string(plan->options[i].value);
        if (json_object_set_new(all, plan->options[i].name, value) != 0) {
            json_decref(all);
            return NULL;
        }
    }
    return all;
}

bool dgs_plan_show(const dgs_plan *plan, const dgs_printer *printer, const char *title, const dgs_composed *work,
                   FILE *to)
{
    const dgs_report *report = &work->report;
    const char *notes[DGS_NOTES_KEPT] = {0};
    for (size_t i = 0; i < report->nnotes; i++)
        notes[i] = report->notes[i].sentence;
    return put_json(json_pack("{ss ss s{sI sI} so so}", "printer", printer->name, "uri", printer->uri, "document",
                              "pages", (json_int_t)work->sheets.npages, "bytes", (json_int_t)work->pdf.n, "attributes",
                              attributes_of(plan, title), "notes", words(notes, report->nnotes)),
                    to);
}

static const char *state_word(dgs_printer_state state)
{
    return state == DGS_PRINTER_IDLE         ? "idle"
           : state == DGS_PRINTER_PROCESSING ? "processing"
           : state == DGS_PRINTER_STOPPED    ? "stopped"
                                             : NULL;
}

static json_t *known(dgs_known value)
{
    return value == DGS_UNKNOWN ? json_null() : json_boolean(value == DGS_YES);
}

static json_t *printer_json(const dgs_printer *p)
{
    const char *supported[DGS_PAPERS] = {0};
    size_t n = 0;
    for (size_t i = 0; i < DGS_PAPERS; i++)
        if (p->papers[i].supported)
            supported[n++] = dgs_papers[i].media;
    return json_pack("{ss sb ss? sb so s{ss? so so} so so ss ss ss ss}", "name", p->name, "default", p->is_default,
                     "state", state_word(p->state), "accepting", p->accepting, "reasons",
                     words(p->reasons, p->nreasons), "paper", "usual", p->usual[0] == '\0' ? NULL : p->usual, "loaded",
                     words(p->loaded, p->nloaded), "supported", words(supported, n), "two_sided", known(p->long_edge),
                     "color", known(p->color), "description", p->description, "location", p->location, "model",
                     p->model, "uri", p->uri);
}

bool dgs_printers_json(const dgs_printer *printers, size_t n, FILE *to)
{
    json_t *all = json_array();
    for (size_t i = 0; all != NULL && i < n; i++)
        if (json_array_append_new(all, printer_json(&printers[i])) != 0) {
            json_decref(all);
            return false;
        }
    return put_json(all, to);
}

static const char *state_text(const dgs_printer *p)
{
    return !p->accepting                        ? "accepts no jobs"
           : p->state == DGS_PRINTER_IDLE       ? "ready"
           : p->state == DGS_PRINTER_PROCESSING ? "prints"
           : p->state == DGS_PRINTER_STOPPED    ? "stopped"
                                                : "does not answer";
}

static const char *paper_text(const dgs_printer *p)
{
    return p->nloaded > 0 ? dgs_paper_name(p->loaded[0]) : p->usual[0] != '\0' ? dgs_paper_name(p->usual) : "?";
}

static const char *choice(dgs_known value, const char *yes, const char *no)
{
    return value == DGS_YES ? yes : value == DGS_NO ? no : "?";
}

bool dgs_printers_text(const dgs_printer *printers, size_t n, dgs_arena *arena, FILE *to)
{
    int widest = (int)strlen("PRINTER");
    for (size_t i = 0; i < n; i++)
        widest = (int)strlen(printers[i].name) + 2 > widest ? (int)strlen(printers[i].name) + 2 : widest;
    dgs_say(to, "%-*s  %-15s  %-11s  %-10s  %-6s  %s", widest, "PRINTER", "STATE", "PAPER", "SIDES", "COLOR", "ABOUT");
    for (size_t i = 0; i < n; i++) {
        const dgs_printer *p = &printers[i];
        const char *lacks = dgs_reasons_text(p, arena);
        if (lacks == NULL)
            return false;
        dgs_say(to, "%s%-*s  %-15s  %-11s  %-10s  %-6s  %s%s%s", p->name, widest - (int)strlen(p->name),
                p->is_default ? " *" : "", state_text(p), paper_text(p), choice(p->long_edge, "both sides", "one side"),
                choice(p->color, "yes", "no"), p->description, lacks[0] == '\0' ? "" : ": ", lacks);
    }
    for (size_t i = 0; i < n; i++)
        if (printers[i].is_default)
            dgs_say(to, "* the default printer, used if --printer is not given");
    return ferror(to) == 0;
}
