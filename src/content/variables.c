// Variables: {{practice.name}} in the text stands for what is known of the practice or the client.
#include <string.h>

#include "content/loader.h"

void dgs_variables_set(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    const dgs_client *c = &loader->client;
    const dgs_said *said = loader->said;
    const dgs_region *region = p->region != NULL ? p->region : dgs_region_find("US");
    const dgs_variable all[DGS_VARIABLES] = {
        {"practice.name", NULL, p->name},
        {"practice.tagline", NULL, p->tagline},
        {"practice.therapist", NULL, p->therapist},
        {"practice.license", NULL, p->license},
        {"practice.phone", NULL, p->phone},
        {"practice.email", NULL, p->email},
        {"practice.website", NULL, p->website_text},
        {"practice.booking_url", NULL, p->booking_text},
        {"practice.address", NULL, said[DGS_SAY_ADDRESS].text},
        {"practice.hours", NULL, said[DGS_SAY_HOURS].text},
        {"region.call", NULL, region->call, true},
        {"region.place", NULL, region->place, true},
        {"region.advice", NULL, region->advice, true},
        {"region.physio", NULL, region->physio, true},
        {"client.name", "--client", c->name},
        {"client.date", "--date", c->date},
        {"client.next_visit", "--next-visit", c->next_visit},
        {"client.therapist", "--therapist", c->therapist != NULL ? c->therapist : p->therapist},
    };
    memcpy(loader->variables, all, sizeof all);
}

const dgs_variable *dgs_variables_find(const dgs_loader *loader, dgs_str name)
{
    for (size_t i = 0; i < DGS_VARIABLES; i++)
        if (dgs_str_is(name, loader->variables[i].name))
            return &loader->variables[i];
    return NULL;
}

const char *dgs_variables_hint(dgs_loader *loader, const char *word)
{
    const char *names[DGS_VARIABLES + 1] = {NULL};
    for (size_t i = 0; i < DGS_VARIABLES; i++) {
        const char *name = loader->variables[i].name, *last = strchr(name, '.') + 1;
        names[i] = name;
        if (strcmp(word, last) == 0) // "phone", as strings.md has it
            word = name;
    }
    return dgs_loader_hint(loader, word, names, "{{", "}}");
}

void dgs_variables_fill(dgs_node *tree)
{
    for (size_t i = 0; i < tree->nspans; i++) {
        dgs_span *span = &tree->spans[i];
        if (span->variable == NULL || span->variable->value == NULL)
            continue;
        span->text = dgs_str_of(span->variable->value);
        span->option = span->variable->option;
    }
    for (dgs_node *child = tree->first; child != NULL; child = child->next)
        dgs_variables_fill(child);
}

bool dgs_variables_missing(const dgs_span *span)
{
    return span->variable != NULL && span->variable->value == NULL && dgs_str_is(span->text, span->variable->name);
}
