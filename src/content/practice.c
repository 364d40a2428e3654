// The nodes that the program adds: who gives this out, how to reach them, and who wrote it.
#include <string.h>

#include "base/path.h"
#include "content/loader.h"
#include "image/logos.h"

static const dgs_picture *load_logo(dgs_loader *loader, const char *path)
{
    const dgs_logo_source from = {loader->source->files, loader->source->drawer, path};
    if (loader->logos != NULL)
        return dgs_logos_load(loader->logos, &from, loader->err);
    dgs_picture *picture = dgs_arena_alloc(loader->arena, sizeof *picture);
    if (picture == NULL)
        dgs_loader_memory(loader);
    return picture != NULL && dgs_logo_load(loader->arena, &from, picture, loader->err) ? picture : NULL;
}

static bool fill_logo(dgs_loader *loader, dgs_node *logo, const dgs_fact *fact)
{
    const dgs_picture *picture = load_logo(loader, fact->text);
    if (picture == NULL)
        return false;
    logo->picture_name = dgs_path_name(fact->text);
    logo->picture = picture;
    logo->alt = fact->contents;
    logo->wordmark = loader->facts[DGS_SETTING_MASTHEAD].value == DGS_MASTHEAD_LOGO;
    return true;
}

static bool say_offer(dgs_loader *loader, dgs_active *link)
{
    const dgs_fill with = {"contact", link->contents};
    link->contents = dgs_strings_fill(loader, DGS_STRING_FILE_LINK, &with, 1);
    return link->contents != NULL;
}

bool dgs_practice_fill(dgs_loader *loader, const dgs_merge_field *field)
{
    const dgs_fact *fact = &loader->facts[field->fact];
    dgs_node *node = field->node;
    if (node->kind == DGS_NODE_LOGO)
        return fill_logo(loader, node, fact);
    if (node->kind == DGS_NODE_QR) {
        node->qr = fact->url;
        node->alt = fact->contents;
        return true;
    }
    node->spans[node->nspans - 1].text = dgs_str_of(fact->text);
    if (field->link != NULL) {
        field->link->url = fact->url;
        field->link->contents = fact->contents;
    }
    return !field->offers || say_offer(loader, field->link);
}

// Has the node say it, now and for each practice that the document is refilled for.
static bool add_merge_field(dgs_loader *loader, unsigned which, dgs_node *node, dgs_active *link)
{
    dgs_merge_field *field =
        DGS_PUSH(loader->arena, loader->merge_fields, loader->nmerge_fields, loader->merge_fields_cap);
    if (field == NULL)
        return dgs_loader_memory(loader);
    *field = (dgs_merge_field){.fact = which, .node = node, .link = link};
    return dgs_practice_fill(loader, field);
}

static bool add_label(dgs_loader *loader, dgs_node *leaf, const char *label)
{
    dgs_string key;
    dgs_buf buf = {.arena = loader->arena};
    if (!dgs_strings_find(loader, label, &key))
        return false;
    dgs_buf_addf(&buf, "%s: ", loader->strings[key]);
    return buf.failed ? dgs_loader_memory(loader) : dgs_loader_span(loader, leaf, buf.p, NULL);
}

// A leaf, where there is something to say; "Phone: " before it where `label` is a key of strings.md.
static bool add_labeled(dgs_loader *loader, dgs_node *parent, dgs_node_kind kind, unsigned which, const char *label)
{
    const dgs_fact *fact = &loader->facts[which];
    if (fact->text == NULL)
        return true;
    dgs_node *leaf = dgs_loader_node(loader, parent, kind, 0);
    dgs_active *link = fact->url == NULL ? NULL : dgs_arena_alloc(loader->arena, sizeof *link);
    if (leaf == NULL || (fact->url != NULL && link == NULL))
        return dgs_loader_memory(loader);
    return (label == NULL || add_label(loader, leaf, label)) && dgs_loader_span(loader, leaf, "", link) &&
           add_merge_field(loader, which, leaf, link);
}

static bool add_leaf(dgs_loader *loader, dgs_node *parent, dgs_node_kind kind, unsigned which)
{
    return add_labeled(loader, parent, kind, which, NULL);
}

// Where the node's words are written, for what check has to say about them.
static void set_place(const dgs_loader *loader, dgs_node *node, dgs_string key)
{
    node->file = loader->strings_file;
    node->line = loader->string_lines[key];
}

// Pages that nobody stamps, and whose link is touched where paper has a code to scan.
static bool is_screen(const dgs_loader *loader)
{
    return loader->profile->paper == DGS_PAPER_PHONE;
}

// Lines for a pen or a stamp.
static bool add_stamp_lines(dgs_loader *loader, dgs_node *contacts)
{
    dgs_node *first = dgs_loader_node(loader, contacts, DGS_NODE_BLANK, 0);
    if (first == NULL || !dgs_loader_span(loader, first, loader->strings[DGS_STRING_STAMP], NULL))
        return false;
    set_place(loader, first, DGS_STRING_STAMP);
    dgs_node *second = dgs_loader_node(loader, contacts, DGS_NODE_BLANK, 0);
    return second != NULL && dgs_field_add(loader, first, DGS_ACTIVE_LINE, DGS_TICK_NONE) &&
           dgs_field_add(loader, second, DGS_ACTIVE_LINE, DGS_TICK_NONE);
}

// The booking page for those who hold paper and a phone.
static bool add_code(dgs_loader *loader, dgs_node *contacts)
{
    const dgs_node *part = contacts;
    while (part->parent != NULL && part->kind != DGS_NODE_PART)
        part = part->parent;
    if (loader->facts[DGS_FACT_QR].text == NULL || is_screen(loader) || dgs_node_find(part, DGS_NODE_QR) != NULL)
        return true;
    dgs_node *code = dgs_loader_node(loader, contacts, DGS_NODE_QR, 0);
    dgs_node *caption = code == NULL ? NULL : dgs_loader_node(loader, code, DGS_NODE_CAPTION, 0);
    if (caption == NULL || !dgs_loader_span(loader, caption, loader->strings[DGS_STRING_QR_CAPTION], NULL))
        return false;
    set_place(loader, caption, DGS_STRING_QR_CAPTION);
    return add_merge_field(loader, DGS_FACT_QR, code, NULL);
}

bool dgs_practice_contacts(dgs_loader *loader, dgs_node *box)
{
    static const dgs_setting lines[] = {DGS_SETTING_BOOKING_URL, DGS_SETTING_PHONE,   DGS_SETTING_EMAIL,
                                        DGS_SETTING_WEBSITE,     DGS_SETTING_ADDRESS, DGS_SETTING_HOURS};
    dgs_node *contacts = dgs_loader_node(loader, box, DGS_NODE_CONTACTS, 0);
    if (contacts == NULL)
        return false;
    bool any = false;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        any = any || (lines[i] != DGS_SETTING_HOURS && loader->facts[lines[i]].text != NULL);
    if (!any && !is_screen(loader) && !add_stamp_lines(loader, contacts))
        return false;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!add_labeled(loader, contacts, DGS_NODE_PARA, lines[i], dgs_setting_table[lines[i]].label))
            return false;
    return add_code(loader, contacts);
}

static bool has_field(const dgs_node *root)
{
    const dgs_node *field = dgs_node_find(root, DGS_NODE_FIELD);
    while (field != NULL && (field->kind != DGS_NODE_FIELD || !dgs_field_is_open(field)))
        field = dgs_node_walk(root, field);
    return field != NULL;
}

bool dgs_practice_offer(dgs_loader *loader, const dgs_node *root)
{
    const char *words = loader->strings[DGS_STRING_FILE_LINK];
    const dgs_node *contacts = dgs_node_child(root->first, DGS_NODE_CONTACTS);
    if (words == NULL || *words == '\0' || contacts == NULL || loader->profile->of[DGS_SETTING_FILLABLE].value != 0 ||
        !has_field(root))
        return true;
    for (size_t i = 0; i < loader->nmerge_fields; i++)
        if (loader->merge_fields[i].node == contacts->first && loader->merge_fields[i].link != NULL) {
            loader->merge_fields[i].offers = true;
            return dgs_practice_fill(loader, &loader->merge_fields[i]);
        }
    return true;
}

static bool says_anything(const dgs_loader *loader)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (dgs_setting_printed((dgs_setting)i) && loader->facts[i].text != NULL)
            return true;
    return false;
}

// Where nothing is known of the practice, and so nothing else stands there.
static bool add_stamp_place(dgs_loader *loader, dgs_node *masthead)
{
    const char *words = loader->strings[DGS_STRING_STAMP_PLACE];
    if (words == NULL || words[0] == '\0' || is_screen(loader) || says_anything(loader))
        return true;
    dgs_node *para = dgs_loader_node(loader, masthead, DGS_NODE_TAGLINE, 0);
    if (para == NULL || !dgs_loader_span(loader, para, words, NULL))
        return false;
    set_place(loader, para, DGS_STRING_STAMP_PLACE);
    return true;
}

bool dgs_practice_masthead(dgs_loader *loader, dgs_node *root)
{
    const dgs_fact *facts = loader->facts;
    dgs_node *masthead = dgs_loader_node(loader, root, DGS_NODE_MASTHEAD, 0);
    if (masthead == NULL)
        return false;
    if (facts[DGS_SETTING_LOGO].text != NULL) {
        dgs_node *logo = dgs_loader_node(loader, masthead, DGS_NODE_LOGO, 0);
        if (logo == NULL || !add_merge_field(loader, DGS_SETTING_LOGO, logo, NULL))
            return false;
    }
    bool names = facts[DGS_SETTING_MASTHEAD].value == DGS_MASTHEAD_NAME;
    if ((names && !add_leaf(loader, masthead, DGS_NODE_NAME, DGS_SETTING_NAME)) ||
        !add_leaf(loader, masthead, DGS_NODE_TAGLINE, DGS_SETTING_TAGLINE) ||
        !add_leaf(loader, masthead, DGS_NODE_THERAPIST, DGS_FACT_CREDENTIALS))
        return false;
    if (facts[DGS_SETTING_PHONE].text == NULL && facts[DGS_SETTING_EMAIL].text == NULL &&
        facts[DGS_SETTING_WEBSITE].text == NULL)
        return masthead->first != NULL || add_stamp_place(loader, masthead);
    dgs_node *contacts = dgs_loader_node(loader, masthead, DGS_NODE_CONTACTS, 0);
    return contacts != NULL && add_leaf(loader, contacts, DGS_NODE_PARA, DGS_SETTING_PHONE) &&
           add_leaf(loader, contacts, DGS_NODE_PARA, DGS_SETTING_EMAIL) &&
           add_leaf(loader, contacts, DGS_NODE_PARA, DGS_SETTING_WEBSITE);
}

dgs_node *dgs_part_introduced(dgs_node *part)
{
    dgs_node *last = part->first;
    for (dgs_node *n = last->next; n != NULL; n = n->next) {
        bool signs = n->kind == DGS_NODE_BOX &&
                     (n->box == DGS_BOX_EMERGENCY_SHORT || n->box == DGS_BOX_TODAY || n->box == DGS_BOX_LIMITS);
        if (n->kind != DGS_NODE_CLIENT && n->kind != DGS_NODE_PARA && n->kind != DGS_NODE_WELCOME && !signs)
            break;
        last = n;
    }
    return last;
}

bool dgs_practice_welcome(dgs_loader *loader, dgs_node *root)
{
    if (loader->facts[DGS_SETTING_WELCOME].text == NULL)
        return true;
    dgs_node *welcome = dgs_loader_node(loader, NULL, DGS_NODE_WELCOME, 0);
    if (welcome == NULL)
        return false;
    dgs_node_insert(dgs_part_introduced(dgs_node_child(root, DGS_NODE_PART)), welcome);
    if (!add_leaf(loader, welcome, DGS_NODE_PARA, DGS_SETTING_WELCOME) ||
        !add_leaf(loader, welcome, DGS_NODE_PARA, DGS_FACT_SIGNATURE))
        return false;
    if (welcome->first != welcome->last && loader->facts[DGS_SETTING_THERAPIST].text == NULL)
        welcome->last->spans[0].option = "--therapist"; // the client's, and so private
    return true;
}

static bool add_line(dgs_loader *loader, dgs_node *imprint, const char *text, dgs_string key)
{
    dgs_node *para = dgs_loader_node(loader, imprint, DGS_NODE_PARA, 0);
    if (para == NULL || !dgs_loader_span(loader, para, text, NULL))
        return false;
    set_place(loader, para, key);
    return true;
}

// Sentences one behind the other: a full stop parts two where the first has none.
static void add_sentence(dgs_buf *buf, const char *sentence)
{
    if (buf->n > 0)
        dgs_buf_adds(buf, strchr(".!?", buf->p[buf->n - 1]) != NULL ? " " : ". ");
    dgs_buf_adds(buf, sentence);
}

bool dgs_practice_imprint(dgs_loader *loader, dgs_node *root, const char **one_line)
{
    const char *const *s = loader->strings;
    const dgs_fill dates[] = {{"date", s[DGS_STRING_TEXT_DATE]}, {"next", s[DGS_STRING_NEXT_CHECK]}};
    const dgs_fill who = {"reviewer", s[DGS_STRING_REVIEWER]};
    const char *text_of = dgs_strings_fill(loader, DGS_STRING_TEXT_OF, dates, 2);
    const char *reviewed = dgs_strings_fill(loader, DGS_STRING_REVIEWED_BY, &who, 1);
    if (text_of == NULL || reviewed == NULL)
        return false;
    dgs_buf second = {.arena = loader->arena}, all = {.arena = loader->arena};
    add_sentence(&second, text_of);
    bool named = who.value != NULL && who.value[0] != '\0';
    if (named)
        add_sentence(&second, reviewed);
    if (second.failed)
        return dgs_loader_memory(loader);
    add_sentence(&all, s[DGS_STRING_DISCLAIMER]);
    add_sentence(&all, second.p);
    *one_line = all.p;
    dgs_node *imprint = dgs_loader_node(loader, root, DGS_NODE_IMPRINT, 0);
    if (all.failed)
        return dgs_loader_memory(loader);
    return imprint != NULL && add_line(loader, imprint, s[DGS_STRING_DISCLAIMER], DGS_STRING_DISCLAIMER) &&
           add_line(loader, imprint, second.p, named ? DGS_STRING_REVIEWER : DGS_STRING_TEXT_OF) &&
           add_leaf(loader, imprint, DGS_NODE_PARA, DGS_FACT_FEEDBACK) &&
           add_leaf(loader, imprint, DGS_NODE_NOTE, DGS_SETTING_FOOTER_NOTE);
}
