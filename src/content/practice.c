#include <stdio.h>
#include <string.h>

#include "content/loader.h"
#include "image/logo.h"

typedef struct contact { // one way to reach the practice
    const char *text, *url;
    dgs_string label, sentence; // "Phone", "Call {{name}} at {{phone}}"
    const char *field;          // of the sentence, beside the name
} contact;

// A sentence with the practice's name in it; without a name "Phone: ..." says as much.
static const char *link_contents(dgs_loader *loader, const contact *c)
{
    if (loader->profile->name != NULL) {
        const dgs_fill fills[] = {{"name", loader->profile->name}, {c->field, c->text}};
        return dgs_strings_fill(loader, c->sentence, fills, 2);
    }
    dgs_buf buf = {.arena = loader->arena};
    dgs_buf_addf(&buf, "%s: %s", loader->strings[c->label], c->text);
    if (buf.failed)
        dgs_loader_memory(loader);
    return buf.failed ? NULL : buf.p;
}

static bool add_label(dgs_loader *loader, dgs_node *para, dgs_string label)
{
    dgs_buf buf = {.arena = loader->arena};
    dgs_buf_addf(&buf, "%s: ", loader->strings[label]);
    return buf.failed ? dgs_loader_memory(loader) : dgs_loader_span(loader, para, buf.p, NULL);
}

static bool add_contact(dgs_loader *loader, dgs_node *contacts, const contact *c, bool labelled)
{
    if (c->text == NULL)
        return true;
    dgs_link *link = dgs_arena_alloc(loader->arena, sizeof *link);
    if (link == NULL)
        return dgs_loader_memory(loader);
    *link = (dgs_link){.url = c->url, .contents = link_contents(loader, c)};
    dgs_node *para = dgs_loader_node(loader, contacts, DGS_NODE_PARA, 0);
    if (link->contents == NULL || para == NULL || (labelled && !add_label(loader, para, c->label)))
        return false;
    return dgs_loader_span(loader, para, c->text, link);
}

static bool add_contacts(dgs_loader *loader, dgs_node *contacts, bool labelled)
{
    const dgs_profile *p = loader->profile;
    const contact all[] = {
        {p->phone, p->phone_url, DGS_STRING_PHONE, DGS_STRING_CALL_LINK, "phone"},
        {p->email, p->email_url, DGS_STRING_EMAIL, DGS_STRING_MAIL_LINK, "email"},
        {p->website_text, p->website_url, DGS_STRING_WEBSITE, DGS_STRING_WEB_LINK, "website"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!add_contact(loader, contacts, &all[i], labelled))
            return false;
    return true;
}

// "Address: 12 Mill Lane, Springfield"
static bool add_lines(dgs_loader *loader, dgs_node *contacts, dgs_string label, const char *const *lines, size_t n,
                      const char *between)
{
    const char *text;
    if (!dgs_loader_join(loader, lines, n, between, &text))
        return false;
    if (text == NULL)
        return true;
    dgs_node *para = dgs_loader_node(loader, contacts, DGS_NODE_PARA, 0);
    return para != NULL && add_label(loader, para, label) && dgs_loader_span(loader, para, text, NULL);
}

// Where the node's words are written, for what check has to say about them.
static void set_place(const dgs_loader *loader, dgs_node *node, dgs_string key)
{
    node->file = loader->strings_file;
    node->line = loader->string_lines[key];
}

// Lines for a pen or a stamp.
static bool add_stamp_lines(dgs_loader *loader, dgs_node *contacts)
{
    dgs_node *first = dgs_loader_node(loader, contacts, DGS_NODE_BLANK, 0);
    if (first == NULL || !dgs_loader_span(loader, first, loader->strings[DGS_STRING_STAMP], NULL))
        return false;
    set_place(loader, first, DGS_STRING_STAMP);
    return dgs_loader_node(loader, contacts, DGS_NODE_BLANK, 0) != NULL;
}

// Whether a part has a code already.
static bool has_code(const dgs_node *part)
{
    for (const dgs_node *n = part; n != NULL; n = dgs_node_walk(part, n))
        if (n->kind == DGS_NODE_CODE)
            return true;
    return false;
}

// The booking page for those who hold paper and a phone.
static bool add_code(dgs_loader *loader, dgs_node *contacts)
{
    const dgs_profile *p = loader->profile;
    const dgs_node *part = contacts;
    while (part->parent != NULL && part->kind != DGS_NODE_PART)
        part = part->parent;
    if (p->booking_url == NULL || has_code(part))
        return true;
    const dgs_fill url = {"url", p->booking_text};
    dgs_node *code = dgs_loader_node(loader, contacts, DGS_NODE_CODE, 0);
    dgs_node *caption = code == NULL ? NULL : dgs_loader_node(loader, code, DGS_NODE_CAPTION, 0);
    if (caption == NULL || !dgs_loader_span(loader, caption, loader->strings[DGS_STRING_CODE_CAPTION], NULL))
        return false;
    set_place(loader, caption, DGS_STRING_CODE_CAPTION);
    code->code = p->booking_url;
    code->alt = dgs_strings_fill(loader, DGS_STRING_CODE_ALT, &url, 1);
    return code->alt != NULL;
}

bool dgs_practice_contacts(dgs_loader *loader, dgs_node *box)
{
    const dgs_profile *p = loader->profile;
    bool any = p->booking_url != NULL || p->phone != NULL || p->email != NULL || p->website != NULL || p->naddress > 0;
    const contact booking = {p->booking_text, p->booking_url, DGS_STRING_BOOK_ONLINE, DGS_STRING_BOOK_LINK, "url"};
    dgs_node *contacts = dgs_loader_node(loader, box, DGS_NODE_CONTACTS, 0);
    if (contacts == NULL || (!any && !add_stamp_lines(loader, contacts)))
        return false;
    return add_contact(loader, contacts, &booking, true) && add_contacts(loader, contacts, true) &&
           add_lines(loader, contacts, DGS_STRING_ADDRESS, p->address, p->naddress, ", ") &&
           add_lines(loader, contacts, DGS_STRING_HOURS, p->hours, p->nhours, " · ") && add_code(loader, contacts);
}

static bool add_logo(dgs_loader *loader, dgs_node *masthead)
{
    const dgs_profile *p = loader->profile;
    if (p->logo == NULL)
        return true;
    dgs_picture *picture = dgs_arena_alloc(loader->arena, sizeof *picture);
    if (picture == NULL)
        return dgs_loader_memory(loader);
    dgs_node *logo = dgs_loader_node(loader, masthead, DGS_NODE_LOGO, 0);
    if (logo == NULL || !dgs_logo_load(loader->arena, p->logo, picture, loader->err))
        return false;
    const char *slash = strrchr(p->logo, '/');
    logo->picture_name = slash == NULL ? p->logo : slash + 1;
    logo->picture = picture;
    const dgs_fill name = {"name", p->name};
    logo->alt = p->logo_alt != NULL ? p->logo_alt : dgs_strings_fill(loader, DGS_STRING_LOGO_ALT, &name, 1);
    return logo->alt != NULL;
}

static bool add_line(dgs_loader *loader, dgs_node *masthead, dgs_node_kind kind, const char *text)
{
    if (text == NULL)
        return true;
    dgs_node *node = dgs_loader_node(loader, masthead, kind, 0);
    return node != NULL && dgs_loader_span(loader, node, text, NULL);
}

// "Ana Perez, LMT · License 12345"
static bool add_therapist(dgs_loader *loader, dgs_node *masthead)
{
    const dgs_profile *p = loader->profile;
    const char *parts[2], *line;
    size_t n = 0;
    if (p->therapist != NULL)
        parts[n++] = p->therapist;
    if (p->license != NULL) {
        const dgs_fill fill = {"license", p->license};
        parts[n] = dgs_strings_fill(loader, DGS_STRING_LICENSE, &fill, 1);
        if (parts[n++] == NULL)
            return false;
    }
    return dgs_loader_join(loader, parts, n, " · ", &line) && add_line(loader, masthead, DGS_NODE_THERAPIST, line);
}

bool dgs_practice_masthead(dgs_loader *loader, dgs_node *root)
{
    const dgs_profile *p = loader->profile;
    dgs_node *masthead = dgs_loader_node(loader, root, DGS_NODE_MASTHEAD, 0);
    if (masthead == NULL || !add_logo(loader, masthead) || !add_line(loader, masthead, DGS_NODE_NAME, p->name) ||
        !add_line(loader, masthead, DGS_NODE_TAGLINE, p->tagline) || !add_therapist(loader, masthead))
        return false;
    if (p->phone == NULL && p->email == NULL && p->website == NULL)
        return true;
    dgs_node *contacts = dgs_loader_node(loader, masthead, DGS_NODE_CONTACTS, 0);
    return contacts != NULL && add_contacts(loader, contacts, false);
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
    const dgs_fill date = {"date", s[DGS_STRING_TEXT_DATE]}, who = {"reviewer", s[DGS_STRING_REVIEWER]};
    const char *text_of = dgs_strings_fill(loader, DGS_STRING_TEXT_OF, &date, 1);
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
    if (imprint == NULL || !add_line(loader, imprint, DGS_NODE_PARA, s[DGS_STRING_DISCLAIMER]) ||
        !add_line(loader, imprint, DGS_NODE_PARA, second.p))
        return false;
    set_place(loader, imprint->first, DGS_STRING_DISCLAIMER);
    set_place(loader, imprint->last, named ? DGS_STRING_REVIEWER : DGS_STRING_TEXT_OF);
    return add_line(loader, imprint, DGS_NODE_NOTE, loader->profile->footer_note);
}
