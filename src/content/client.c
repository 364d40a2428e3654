// Whom this copy is for: name and date, notes, and the steps to begin with. All of it is private.
#include <string.h>

#include "base/line.h"
#include "content/loader.h"

static bool check_texts(dgs_loader *loader, const dgs_client *typed)
{
    dgs_client *client = &loader->client;
    const struct {
        const char *option, *typed, **out;
        size_t most;
    } texts[] = {
        {"--client", typed->name, &client->name, DGS_CLIENT_NAME_MAX},
        {"--date", typed->date, &client->date, DGS_CLIENT_DATE_MAX},
        {"--next-visit", typed->next_visit, &client->next_visit, DGS_CLIENT_VISIT_MAX},
        {"--therapist", typed->therapist, &client->therapist, DGS_CLIENT_NAME_MAX},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].typed != NULL && !dgs_line_take(loader->arena, texts[i].option, texts[i].most,
                                                     dgs_str_of(texts[i].typed), texts[i].out, loader->err))
            return false;
    return true;
}

bool dgs_client_check(dgs_loader *loader)
{
    const dgs_client *typed = loader->source->client;
    dgs_client *client = &loader->client;
    if (typed == NULL)
        return true;
    client->focus = typed->focus;
    for (; client->nnotes < typed->nnotes; client->nnotes++)
        if (!dgs_line_take(loader->arena, "--note", DGS_CLIENT_NOTE_MAX, dgs_str_of(typed->notes[client->nnotes]),
                           &client->notes[client->nnotes], loader->err))
            return false;
    return check_texts(loader, typed);
}

static bool add_words(dgs_loader *loader, dgs_node *leaf, const char *text, const char *option)
{
    if (!dgs_loader_span(loader, leaf, text, NULL))
        return false;
    leaf->spans[leaf->nspans - 1].option = option;
    return true;
}

// "For Maria Lopez · 24 November 2026"
static bool add_name(dgs_loader *loader, dgs_node *block)
{
    const dgs_client *c = &loader->client;
    if (c->name == NULL && c->date == NULL)
        return true;
    dgs_node *para = dgs_loader_node(loader, block, DGS_NODE_PARA, 0);
    if (para == NULL)
        return false;
    if (c->name != NULL) {
        const dgs_fill fill = {"name", c->name};
        const char *text = dgs_strings_fill(loader, DGS_STRING_CLIENT_FOR, &fill, 1);
        if (text == NULL || !add_words(loader, para, text, "--client"))
            return false;
        para->spans[0].emphasis = DGS_EMPH_STRONG;
    }
    if (c->name != NULL && c->date != NULL && !dgs_loader_span(loader, para, " · ", NULL))
        return false;
    return c->date == NULL || add_words(loader, para, c->date, "--date");
}

// "Next visit: 8 December"
static bool add_fact(dgs_loader *loader, dgs_node *block, dgs_string label, const char *text, const char *option)
{
    if (text == NULL)
        return true;
    dgs_buf words = {.arena = loader->arena};
    dgs_buf_addf(&words, "%s: ", loader->strings[label]);
    if (words.failed)
        return dgs_loader_memory(loader);
    dgs_node *para = dgs_loader_node(loader, block, DGS_NODE_PARA, 0);
    return para != NULL && dgs_loader_span(loader, para, words.p, NULL) && add_words(loader, para, text, option);
}

// Behind the title of the first part.
static bool add_client(dgs_loader *loader, dgs_node *part)
{
    const dgs_client *c = &loader->client;
    if (c->name == NULL && c->date == NULL && c->therapist == NULL && c->next_visit == NULL)
        return true;
    dgs_node *block = dgs_loader_node(loader, NULL, DGS_NODE_CLIENT, 0);
    if (block == NULL)
        return false;
    dgs_node_insert(part->first, block);
    return add_name(loader, block) &&
           add_fact(loader, block, DGS_STRING_CLIENT_THERAPIST, c->therapist, "--therapist") &&
           add_fact(loader, block, DGS_STRING_NEXT_VISIT, c->next_visit, "--next-visit");
}

// Behind what introduces the first part.
static bool add_notes(dgs_loader *loader, dgs_node *part)
{
    const dgs_client *c = &loader->client;
    if (c->nnotes == 0)
        return true;
    dgs_node *notes = dgs_loader_node(loader, NULL, DGS_NODE_BOX, 0);
    if (notes == NULL)
        return false;
    notes->box = DGS_BOX_NOTES;
    dgs_node_insert(dgs_part_introduced(part), notes);
    dgs_node *title = dgs_loader_node(loader, notes, DGS_NODE_HEADING, 0);
    dgs_node *list = dgs_loader_node(loader, notes, DGS_NODE_LIST, 0);
    if (title == NULL || list == NULL ||
        !dgs_loader_span(loader, title, loader->strings[DGS_STRING_CLIENT_NOTES], NULL))
        return false;
    title->spans[0].emphasis = DGS_EMPH_STRONG;
    title->level = part->first->level + 1;
    if (!dgs_resolve_id(loader, title))
        return false;
    for (size_t i = 0; i < c->nnotes; i++) {
        dgs_node *item = dgs_loader_node(loader, list, DGS_NODE_ITEM, 0);
        if (item == NULL || !add_words(loader, item, c->notes[i], "--note"))
            return false;
    }
    return true;
}

static bool add_badge(dgs_loader *loader, dgs_node *step)
{
    dgs_node *badge = dgs_loader_node(loader, NULL, DGS_NODE_BADGE, 0);
    if (badge == NULL)
        return false;
    dgs_node_insert(step->first, badge);
    return dgs_loader_span(loader, badge, loader->strings[DGS_STRING_START_HERE], NULL);
}

static bool refuse_focus(dgs_loader *loader)
{
    const dgs_package_part *steps = dgs_package_steps(loader->package);
    if (steps == NULL)
        return dgs_fail(loader->err, DGS_ERR_USAGE, "--focus marks steps, and this handout has none: remove it");
    return dgs_fail(loader->err, DGS_ERR_USAGE,
                    "--focus marks steps, which are not printed: also print the part %s, or remove --focus",
                    steps->keyword);
}

// On the steps of the first such part that is printed.
static bool add_marks(dgs_loader *loader, const dgs_node *root)
{
    unsigned left = loader->client.focus;
    int steps = 0;
    const dgs_node *part = root->first;
    while (part != NULL && (part->kind != DGS_NODE_PART || part->design != DGS_DESIGN_STEPS))
        part = part->next;
    if (part == NULL)
        return left == 0 || refuse_focus(loader);
    for (dgs_node *step = part->first; step != NULL; step = step->next) {
        if (step->kind != DGS_NODE_STEP)
            continue;
        unsigned bit = step->number <= DGS_FOCUS_MAX ? 1u << step->number : 0;
        steps++;
        if ((left & bit) != 0 && !add_badge(loader, step))
            return false;
        left &= ~bit;
    }
    if (left == 0)
        return true;
    int wrong = 0;
    while ((left & 1u << wrong) == 0)
        wrong++;
    if (steps == 0)
        return dgs_fail(loader->err, DGS_ERR_USAGE, "--focus marks steps, and this part has none: remove it");
    return dgs_fail(loader->err, DGS_ERR_USAGE, "--focus %d: this step does not exist: name steps from 1 to %d", wrong,
                    steps);
}

bool dgs_client_insert(dgs_loader *loader, dgs_node *root)
{
    dgs_node *part = dgs_node_child(root, DGS_NODE_PART);
    return add_client(loader, part) && add_notes(loader, part) && add_marks(loader, root);
}
