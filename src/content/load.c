#include "content/loader.h"

typedef struct trees { // what the files say, not yet put together
    dgs_node *part[DGS_PARTS_MAX];
    dgs_signs signs;
} trees;

// Page numbers may have taken paragraphs away, but no handout goes without its signs.
static bool signs_left(const dgs_loader *loader, const dgs_node *box)
{
    return box->first->next != NULL ? true
                                    : dgs_fail(loader->err, DGS_ERR_DATA,
                                               "%s:%d: there are no signs left under this heading: write them without "
                                               "{{page}}",
                                               box->file, box->line);
}

// Every part is read, printed or not: a mistake in a file is told whatever is printed, and a link to a heading that is
// not printed is told from one that leads nowhere.
static bool load_trees(dgs_loader *loader, trees *out)
{
    dgs_node *all[DGS_FORMS + DGS_PARTS_MAX];
    const size_t nparts = loader->package->nparts, forms = dgs_package_forms(loader->package);
    dgs_variables_set(loader);
    for (size_t i = 0; i < nparts; i++) {
        if (!dgs_headings_part(loader, i, dgs_package_has(loader->source->parts, i), &out->part[i]))
            return false;
        all[forms + i] = out->part[i];
    }
    if (!dgs_headings_emergency(loader, &out->signs))
        return false;
    for (size_t i = 0; i < forms; i++)
        all[i] = out->signs.form[i];
    if (!dgs_resolve_all(loader, all, forms + nparts) || !dgs_signs_check(loader, &out->signs))
        return false;
    for (size_t i = 0; i < forms; i++)
        if (!signs_left(loader, all[i]))
            return false;
    return true;
}

// Whether a part that is printed says all of this form.
static bool says(const dgs_loader *loader, const trees *t, size_t form)
{
    for (size_t i = 0; i < loader->package->nparts; i++)
        if (dgs_package_has(loader->source->parts, i) && dgs_signs_cover(t->part[i], t->signs.form[form]))
            return true;
    return false;
}

// The parts in their order, each handout with the emergency signs on its first page; a card has them last, on its back.
static bool assemble(dgs_loader *loader, const trees *t, dgs_doc *doc)
{
    dgs_node *root = doc->root;
    doc->about.title = loader->strings[DGS_STRING_TITLE];
    for (size_t i = 0; i < loader->package->nparts; i++)
        dgs_node_append(dgs_package_has(loader->source->parts, i) ? root : loader->unprinted, t->part[i]);
    const dgs_node *masthead = root->first;
    dgs_node *first = masthead->next;
    bool steps = first->design == DGS_DESIGN_STEPS;
    dgs_node *signs = t->signs.form[steps ? DGS_FORM_FULL : DGS_FORM_BRIEF];
    dgs_node_append(loader->unprinted, t->signs.form[steps ? DGS_FORM_BRIEF : DGS_FORM_FULL]);
    if (steps || first->design == DGS_DESIGN_CARD)
        dgs_node_append(first, signs);
    else
        dgs_node_insert(first->first, signs);
    for (size_t form = dgs_package_forms(loader->package) - 1; form >= DGS_FORM_TODAY; form--) {
        bool card = first->design == DGS_DESIGN_CARD && form == DGS_FORM_LIMITS; // half a sheet, which goes with steps
        if (card || says(loader, t, form))
            dgs_node_append(loader->unprinted, t->signs.form[form]);
        else
            dgs_node_insert(signs, t->signs.form[form]);
    }
    if (first->part == 0)
        return true;
    doc->about.title = dgs_node_text(loader->arena, first->first);
    return doc->about.title == NULL ? dgs_loader_memory(loader) : true;
}

static void keep_first(dgs_node *parent, size_t n)
{
    for (dgs_node *node = parent->first, *next; node != NULL; node = next) {
        next = node->next;
        if (n > 0)
            n--;
        else
            dgs_node_detach(node);
    }
}

// A card has room for the practice's name and one contact, the disclaimer and the text's date: it says no more, so that
// nothing is lost on its page.
static void shorten_for_card(const dgs_loader *loader, dgs_node *root)
{
    dgs_node *masthead = root->first;
    if (dgs_package_card(loader->package, loader->source->parts) == NULL)
        return;
    for (dgs_node *node = masthead->first, *next; node != NULL; node = next) {
        next = node->next;
        if (node->kind == DGS_NODE_CONTACTS)
            keep_first(node, 1);
        else if (node->kind != DGS_NODE_NAME)
            dgs_node_detach(node);
    }
    keep_first(root->last, 2);
}

// A folder without a manifest is read as one of the built-in handout.
static bool note_manifest(dgs_loader *loader)
{
    if (loader->source->content != NULL && loader->package == dgs_package_builtin(loader->package->keyword))
        dgs_buf_adds(&loader->lacking, DGS_MANIFEST_FILE);
    return loader->lacking.failed ? dgs_loader_memory(loader) : true;
}

static const char *language_of(const dgs_loader *loader)
{
    const char *own = loader->strings[DGS_STRING_LANGUAGE];
    return own == NULL ? loader->package->language : own;
}

bool dgs_content_load(const dgs_content_source *source, const dgs_profile *profile, dgs_arena *arena, dgs_doc *out,
                      dgs_err *err)
{
    dgs_loader loader = {.arena = arena,
                         .err = err,
                         .source = source,
                         .package = source->package == NULL ? dgs_package_builtin(NULL) : source->package,
                         .profile = profile,
                         .lacking = {.arena = arena},
                         .logos = source->logos};
    trees t = {0};
    *out = (dgs_doc){.author = profile->of[DGS_SETTING_NAME].text, .package = loader.package};
    if ((source->parts & ((1u << loader.package->nparts) - 1)) == 0)
        return dgs_fail(err, DGS_ERR_USAGE, "there is nothing to print: name a part of the handout");
    out->root = dgs_loader_node(&loader, NULL, DGS_NODE_DOC, 0);
    out->unprinted = loader.unprinted = dgs_loader_node(&loader, NULL, DGS_NODE_DOC, 0);
    if (out->root == NULL || out->unprinted == NULL || !dgs_source_check_files(&loader) || !note_manifest(&loader) ||
        !dgs_client_check(&loader) || !dgs_strings_load(&loader) || !dgs_facts_make(&loader) ||
        !load_trees(&loader, &t) || !dgs_practice_masthead(&loader, out->root) || !assemble(&loader, &t, out) ||
        !dgs_lined_load(&loader, out) ||
        (dgs_package_card(loader.package, source->parts) == NULL && !dgs_practice_welcome(&loader, out->root)) ||
        !dgs_client_insert(&loader, out->root) || !dgs_practice_imprint(&loader, out->root, &out->about.imprint) ||
        !dgs_practice_offer(&loader, out->root) || !dgs_abbreviations_mark(&loader, out->root) ||
        !dgs_refill_prepare(&loader, out))
        return false;
    shorten_for_card(&loader, out->root);
    out->about.subject = loader.strings[DGS_STRING_SUBJECT];
    out->about.pen_note = loader.strings[DGS_STRING_PEN_NOTE];
    out->about.language = language_of(&loader);
    out->about.page_of = loader.strings[DGS_STRING_PAGE_OF];
    out->about.page_of_line = loader.string_lines[DGS_STRING_PAGE_OF];
    out->about.file = loader.strings_file;
    out->links = loader.all_links;
    out->nlinks = loader.nall_links;
    out->lacking = loader.lacking.p;
    dgs_headings_lower(out->root);
    if (!dgs_days_skip(&loader, out->root))
        return false;
    dgs_node_number(out);
    return dgs_fields_describe(&loader, out->root) && dgs_fields_describe(&loader, out->unprinted);
}

// What the emergency box is moved before.
static bool stands_behind(const dgs_node *node)
{
    return node->kind == DGS_NODE_STEP || node->kind == DGS_NODE_SECTION ||
           (node->kind == DGS_NODE_BOX && node->box == DGS_BOX_NOTES);
}

// What goes with the signs of an emergency.
static bool is_further(const dgs_node *node)
{
    return node != NULL && node->kind == DGS_NODE_BOX && (node->box == DGS_BOX_TODAY || node->box == DGS_BOX_LIMITS);
}

static dgs_node *find_signs(const dgs_node *part)
{
    for (dgs_node *n = part->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_BOX && (n->box == DGS_BOX_EMERGENCY || n->box == DGS_BOX_EMERGENCY_SHORT))
            return n;
    return NULL;
}

bool dgs_content_emergency_first(dgs_doc *doc)
{
    dgs_node *part = dgs_node_child(doc->root, DGS_NODE_PART);
    dgs_node *box = find_signs(part), *before = part->first;
    while (before->next != box && !stands_behind(before->next))
        before = before->next;
    if (before->next == box) // there already: as far as it goes
        before = part->first;
    if (before->next == box)
        return false;
    for (dgs_node *n = box, *after = before; n != NULL;) {
        dgs_node *next = n->next;
        dgs_node_detach(n);
        dgs_node_insert(after, n);
        after = n;
        n = is_further(next) ? next : NULL;
    }
    dgs_node_number(doc);
    return true;
}

const char *dgs_content_library(void)
{
    return "cmark " CMARK_VERSION_STRING;
}
