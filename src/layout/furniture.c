// Masthead and foot: who gives the handout out, on every page.
#include <math.h>

#include "layout/inner.h"

static const double head_least = 44, gap = 14;

// Heights go in steps, so that practices whose logos differ a little share one layout of what stands below.
static double in_steps(double height)
{
    const double step = 4;
    return ceil(height / step - 1e-6) * step;
}

// Contacts, one a line, flush right; *whole is whether each of them fits its line.
static bool contacts_make(dgs_lay *lay, dgs_galley *out, const dgs_node *contacts, double *width, bool *whole)
{
    *width = 0;
    *whole = true;
    dgs_style style = dgs_style_small(lay);
    style.leading = lay->sizes.contact;
    for (const dgs_node *n = contacts == NULL ? NULL : contacts->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(lay, n->spans, n->nspans, &style, out->width * 0.4, &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++)
            if (!dgs_galley_atom(lay, out, 0, style.leading) ||
                !dgs_galley_line(lay, out, n, &lines.lines[i], &style, out->width - lines.lines[i].width, 0))
                return false;
        *width = fmax(*width, lines.widest + gap);
        *whole = *whole && lines.n <= 1;
    }
    return true;
}

// The therapist under the tagline; beside it under a long name, where both fit one line.
static bool therapist_add(dgs_lay *lay, dgs_galley *out, const dgs_node *therapist, const dgs_style *style, bool beside)
{
    const double between = 14;
    dgs_lines lines;
    if (!dgs_lines_break(lay, therapist->spans, therapist->nspans, style, out->width, &lines))
        return false;
    const dgs_box *before = out->nboxes == 0 ? NULL : &out->boxes[out->nboxes - 1];
    if (beside && before != NULL && lines.n == 1) {
        double x = before->rect.x + before->rect.w + between;
        if (x + lines.widest <= out->width)
            return dgs_galley_line(lay, out, therapist, &lines.lines[0], style, x, 0);
    }
    return dgs_galley_lines(lay, out, therapist, &lines, style, 0, 0);
}

// The practice's name, smaller when it is long, its tagline and its therapist.
static bool names_make(dgs_lay *lay, dgs_galley *out, const dgs_node *masthead)
{
    const dgs_node *name = dgs_node_child(masthead, DGS_NODE_NAME),
                   *tagline = dgs_node_child(masthead, DGS_NODE_TAGLINE);
    const dgs_node *therapist = dgs_node_child(masthead, DGS_NODE_THERAPIST);
    dgs_style style = dgs_style_body(lay), small = dgs_style_small(lay);
    style.face = style.strong = lay->weights.name;
    dgs_style_type(&style, lay->sizes.head);
    dgs_lines lines = {0};
    if (name != NULL && !dgs_lines_break(lay, name->spans, name->nspans, &style, out->width, &lines))
        return false;
    if (lines.n > (tagline == NULL && therapist == NULL ? 2 : 1)) {
        dgs_style_type(&style, lay->sizes.body);
        style.leading -= 1;
        if (!dgs_lines_break(lay, name->spans, name->nspans, &style, out->width, &lines))
            return false;
    }
    return dgs_galley_lines(lay, out, name, &lines, &style, 0, 0) &&
           (tagline == NULL || dgs_block_leaf(lay, out, tagline, &small, 0, lines.n == 0 ? 0 : 2)) &&
           (therapist == NULL || therapist_add(lay, out, therapist, &small, tagline != NULL && lines.n > 1));
}

// Contacts in a row from the left edge, for a name that needs the width; more rows where one does not hold them.
static bool contacts_row(dgs_lay *lay, dgs_galley *out, const dgs_node *contacts)
{
    const double between = 18;
    dgs_style style = dgs_style_small(lay);
    style.leading = lay->sizes.contact;
    double x = out->width;
    for (const dgs_node *n = contacts == NULL ? NULL : contacts->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(lay, n->spans, n->nspans, &style, out->width, &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            if (x + lines.lines[i].width > out->width) {
                x = 0;
                if (!dgs_galley_atom(lay, out, 0, style.leading))
                    return false;
            }
            if (!dgs_galley_line(lay, out, n, &lines.lines[i], &style, x, 0))
                return false;
            x += lines.lines[i].width + between;
        }
    }
    return true;
}

// Logo, name and tagline on the left, contacts on the right.
static bool beside(dgs_lay *lay, dgs_galley *out, const dgs_node *masthead, bool *whole)
{
    const dgs_node *logo = dgs_node_child(masthead, DGS_NODE_LOGO);
    double left = dgs_logo_rect(lay, logo).w + (logo == NULL ? 0 : gap), right = 0;
    dgs_galley contacts = {.width = out->width}, names = {.width = out->width - left};
    if (!contacts_make(lay, &contacts, dgs_node_child(masthead, DGS_NODE_CONTACTS), &right, whole))
        return false;
    names.width -= right;
    if (!names_make(lay, &names, masthead))
        return false;
    double h = dgs_galley_height(&names, 0, names.natoms), c = dgs_galley_height(&contacts, 0, contacts.natoms);
    double height = in_steps(fmax(fmax(head_least, dgs_logo_rect(lay, logo).h), fmax(h, c)));
    return dgs_galley_atom(lay, out, 0, height) && dgs_logo_add(lay, out, logo, height) &&
           dgs_galley_absorb(lay, out, &names, left, (height - h) / 2) &&
           dgs_galley_absorb(lay, out, &contacts, 0, (height - c) / 2);
}

// The same with the contacts in a row below, for a long name.
static bool below(dgs_lay *lay, dgs_galley *out, const dgs_node *masthead)
{
    const dgs_node *logo = dgs_node_child(masthead, DGS_NODE_LOGO);
    double left = dgs_logo_rect(lay, logo).w + (logo == NULL ? 0 : gap);
    dgs_galley contacts = {.width = out->width}, names = {.width = out->width - left};
    if (!names_make(lay, &names, masthead) ||
        !contacts_row(lay, &contacts, dgs_node_child(masthead, DGS_NODE_CONTACTS)))
        return false;
    double h = dgs_galley_height(&names, 0, names.natoms), c = dgs_galley_height(&contacts, 0, contacts.natoms);
    double above = fmax(dgs_logo_rect(lay, logo).h, h);
    double height = in_steps(fmax(head_least, above + c));
    return dgs_galley_atom(lay, out, 0, height) && dgs_logo_add(lay, out, logo, above) &&
           dgs_galley_absorb(lay, out, &names, left, (above - h) / 2) &&
           dgs_galley_absorb(lay, out, &contacts, 0, height - c);
}

bool dgs_masthead_make(dgs_lay *lay, dgs_galley *out)
{
    const dgs_node *masthead = lay->doc->root->first;
    const dgs_galley empty = {.width = lay->sheet.right - lay->sheet.left};
    *out = empty;
    if (masthead == NULL || masthead->kind != DGS_NODE_MASTHEAD)
        return dgs_galley_atom(lay, out, 0, head_least);
    bool whole;
    if (!beside(lay, out, masthead, &whole))
        return false;
    if (whole && dgs_galley_last(out)->height <= head_least)
        return true;
    dgs_galley stacked = empty;
    if (!below(lay, &stacked, masthead))
        return false;
    if (!whole || dgs_galley_last(&stacked)->height < dgs_galley_last(out)->height)
        *out = stacked;
    return true;
}

bool dgs_foot_make(dgs_lay *lay, dgs_galley *out)
{
    const double page_number = 9 * lay->sizes.small.size, between = 8;
    dgs_style style = dgs_style_small(lay);
    *out = (dgs_galley){.width = lay->sheet.right - lay->sheet.left};
    const dgs_node *imprint = dgs_node_child(lay->doc->root, DGS_NODE_IMPRINT);
    if (!dgs_galley_atom(lay, out, 0, 0))
        return false;
    double x = 0, y = 0, most = out->width - page_number;
    lay->number_y = 0;
    for (const dgs_node *n = imprint == NULL ? NULL : imprint->first; n != NULL; n = n->next) {
        bool own_line = n->kind == DGS_NODE_NOTE; // beneath the page number, so all of it
        dgs_lines lines;
        if (!dgs_lines_break(lay, n->spans, n->nspans, &style, own_line ? out->width : most, &lines))
            return false;
        if (n == imprint->first && n->next != NULL && lines.n > 1) { // the page number stands beside the second line
            if (!dgs_lines_break(lay, n->spans, n->nspans, &style, out->width, &lines))
                return false;
            lay->number_y = lines.n == 1 ? style.leading : 0;
            if (lines.n > 1 && !dgs_lines_break(lay, n->spans, n->nspans, &style, most, &lines))
                return false;
        }
        if (x > 0 && (own_line || x + lines.widest > most)) {
            x = 0;
            y += style.leading;
        }
        for (size_t i = 0; i < lines.n; i++) {
            y += i > 0 ? style.leading : 0;
            if (!dgs_galley_line(lay, out, n, &lines.lines[i], &style, x, y))
                return false;
        }
        x = lines.n == 1 ? x + lines.widest + between : most;
    }
    dgs_galley_last(out)->height = y + style.leading;
    return true;
}
