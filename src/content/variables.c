// Variables: {{practice.name}} in the text stands for what is known of the practice or the client.
#include <string.h>

#include "content/loader.h"

static void add(dgs_loader *loader, dgs_variable variable)
{
    loader->variables[loader->nvariables++] = variable;
}

void dgs_variables_set(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    const dgs_client *c = &loader->client;
    const dgs_fact *facts = loader->facts;
    const dgs_country *country = p->country != NULL ? p->country : dgs_country_at(0);
    loader->nvariables = 0;
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (dgs_setting_table[i].variable != NULL)
            add(loader, (dgs_variable){dgs_setting_table[i].variable, NULL, facts[i].text, false});
    add(loader, (dgs_variable){"region.call", NULL, country->call, true});
    add(loader, (dgs_variable){"region.place", NULL, country->place, true});
    add(loader, (dgs_variable){"region.advice", NULL, country->advice, true});
    add(loader, (dgs_variable){"region.physio", NULL, country->physio, true});
    add(loader, (dgs_variable){"client.name", "--client", c->name, false});
    add(loader, (dgs_variable){"client.date", "--date", c->date, false});
    add(loader, (dgs_variable){"client.next_visit", "--next-visit", c->next_visit, false});
    const char *therapist = c->therapist != NULL ? c->therapist : facts[DGS_SETTING_THERAPIST].text;
    add(loader, (dgs_variable){"client.therapist", "--therapist", therapist, false});
}

const dgs_variable *dgs_variables_find(const dgs_loader *loader, dgs_str name)
{
    for (size_t i = 0; i < loader->nvariables; i++)
        if (dgs_str_is(name, loader->variables[i].name))
            return &loader->variables[i];
    return NULL;
}

const char *dgs_variables_hint(dgs_loader *loader, const char *word)
{
    const char *names[DGS_VARIABLES_MAX + 1] = {NULL};
    for (size_t i = 0; i < loader->nvariables; i++) {
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
