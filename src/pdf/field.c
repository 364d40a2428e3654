#include "pdf/field.h"

#include <math.h>

#include "pdf/font.h"
#include "pdf/string.h"
#include "pdf/tag.h"

// A place on a page; a field of lines may have several, each of which is a field of its own.
typedef struct dgs_field_place {
    const dgs_node *node;
    size_t page;
    dgs_rect area;
    dgs_object *widget;
    dgs_str name, label; // the label is the name without the number behind it
    int number;          // 1 = none
} dgs_field_place;

bool dgs_field_is_widget(const dgs_writer *writer, const dgs_node *node)
{
    return writer->options->typing > 0 && node->kind == DGS_NODE_FIELD && dgs_field_is_open(node);
}

static dgs_rect joined(dgs_rect a, dgs_rect b)
{
    double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (dgs_rect){x, y, fmax(a.x + a.w, b.x + b.w) - x, fmax(a.y + a.h, b.y + b.h) - y};
}

// The widget of a new place, where the field stands in what is painted and heard; what it says follows when its whole
// area is known.
static bool begin(dgs_writer *writer, dgs_field_place place)
{
    dgs_pdf_page *on = &writer->page[place.page];
    dgs_field_place *to = DGS_PUSH(writer->arena, writer->fields, writer->nfields, writer->fields_cap);
    dgs_object **item = DGS_PUSH(writer->arena, on->annotations, on->nannotations, on->annotation_cap);
    dgs_element *element = dgs_tags_field(writer, place.node);
    if (to == NULL || item == NULL || element == NULL)
        return dgs_fail_memory(writer->err);
    place.widget = *item = dgs_object_new(writer->objects);
    *to = place;
    return dgs_tags_annotation(writer, element, place.page, place.widget);
}

bool dgs_field_note(dgs_writer *writer, size_t page, const dgs_box *box)
{
    dgs_rect area = box->rect;
    if (box->kind == DGS_BOX_RULE) { // what is written stands on it
        area.y -= DGS_TARGET * fmax(1, writer->options->typing / 12);
        area.h = box->rect.y - area.y;
    }
    dgs_field_place *last = writer->nfields == 0 ? NULL : &writer->fields[writer->nfields - 1];
    if (last == NULL || last->node != box->node || last->page != page)
        return begin(writer, (dgs_field_place){.node = box->node, .page = page, .area = area});
    last->area = joined(last->area, area);
    return true;
}

// As large as a finger needs it, around the same middle.
static dgs_rect target_of(dgs_rect area)
{
    double w = fmax(area.w, DGS_TARGET), h = fmax(area.h, DGS_TARGET);
    return (dgs_rect){area.x - (w - area.w) / 2, area.y - (h - area.h) / 2, w, h};
}

static void add_numbers(dgs_buf *buf, const double *of, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        dgs_buf_addnum(buf, round(of[i] * 100) / 100);
        dgs_buf_addc(buf, i + 1 == n ? ']' : ' ');
    }
}

// An appearance, `w` by `h`.
static dgs_object *add_appearance(dgs_writer *writer, double w, double h, const char *painted, const char *resources)
{
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_buf entries = {.arena = writer->arena};
    const double box[] = {0, 0, w, h};
    dgs_buf_addf(&entries, "/Type /XObject /Subtype /Form /Resources <<%s>> /BBox [", resources);
    add_numbers(&entries, box, 4);
    if (entries.failed)
        return NULL;
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    dgs_object_set_stream(object, dgs_str_of(painted));
    return object;
}

// The font for typing, as the form's resources have it: "/Font <</T 12 0 R>>".
static bool add_font(dgs_writer *writer, dgs_buf *resources)
{
    dgs_typing typing;
    if (!dgs_text_typing(writer->text, writer->arena, &typing, writer->err))
        return false;
    const dgs_object *font = dgs_font_simple(writer, &typing);
    if (font == NULL)
        return dgs_objects_ok(writer->objects, writer->err) && dgs_fail_memory(writer->err);
    dgs_buf_adds(resources, "/Font <</T ");
    dgs_object_add_ref(resources, font);
    dgs_buf_adds(resources, ">>");
    return !resources->failed || dgs_fail_memory(writer->err);
}

typedef struct form { // what its fields share
    dgs_writer *writer;
    dgs_buf fields, resources;
    dgs_object *on, *off; // a box that is checked, and one that is not
} form;

// A check mark is a path: the sign of a viewer's own would be in a font that is not in the file.
static bool make_marks(form *f)
{
    static const char check[] = "q 1.8 w 1 J 1 j 0 G 4.8 9 m 7.7 5.9 l 13.2 12.6 l S Q\n";
    f->on = add_appearance(f->writer, DGS_TARGET, DGS_TARGET, check, "");
    f->off = add_appearance(f->writer, DGS_TARGET, DGS_TARGET, "\n", "");
    return f->on != NULL && f->off != NULL ? true : dgs_fail_memory(f->writer->err);
}

static bool add_tick(form *f, dgs_buf *entries)
{
    if (f->on == NULL && !make_marks(f))
        return false;
    dgs_buf_adds(entries, " /FT /Btn /V /Off /AS /Off /AP <</N <</Yes ");
    dgs_object_add_ref(entries, f->on);
    dgs_buf_adds(entries, " /Off ");
    dgs_object_add_ref(entries, f->off);
    dgs_buf_adds(entries, ">>>>");
    return true;
}

// Each has an appearance of its own, though all are empty: some viewers write what is typed into the stream that they
// find.
static bool add_words(form *f, const dgs_field_place *place, dgs_rect area, dgs_buf *entries)
{
    enum { MULTILINE = 4096, DIGITS = 2, MIDDLE = 1 };
    const dgs_object *empty = add_appearance(f->writer, area.w, area.h, "/Tx BMC\nEMC\n", f->resources.p);
    if (empty == NULL)
        return dgs_fail_memory(f->writer->err);
    dgs_buf_adds(entries, " /FT /Tx /DA (/T ");
    dgs_buf_addnum(entries, f->writer->options->typing);
    dgs_buf_adds(entries, " Tf 0 g) /AP <</N ");
    dgs_object_add_ref(entries, empty);
    dgs_buf_adds(entries, ">>");
    if (place->node->active->kind == DGS_ACTIVE_LINES)
        dgs_buf_addf(entries, " /Ff %d", MULTILINE);
    if (dgs_field_is_number(place->node))
        dgs_buf_addf(entries, " /MaxLen %d /Q %d", DIGITS, MIDDLE);
    return true;
}

static void add_label(const form *f, const dgs_node *field, dgs_buf *label)
{
    dgs_field_add_question(label, field);
    if (label->n == 0)
        dgs_buf_adds(label, f->writer->doc->about.title);
}

static bool is_taken(const dgs_writer *w, const dgs_field_place *place, dgs_str name)
{
    for (const dgs_field_place *p = w->fields; p != place; p++)
        if (dgs_str_eq(p->name, name))
            return true;
    return false;
}

// The last one before with the same label; NULL = none.
static const dgs_field_place *last_like(const dgs_writer *w, const dgs_field_place *place, dgs_str label)
{
    for (const dgs_field_place *p = place; p != w->fields;)
        if (dgs_str_eq((--p)->label, label))
            return p;
    return NULL;
}

// As it is heard, so that whoever exports what was typed finds it: "Day 1, Water". Where another field has that, "Name
// 2". A full stop would part it (ISO 32000-1, 12.7.3.2).
static bool set_name(const form *f, dgs_field_place *place)
{
    dgs_buf name = {.arena = f->writer->arena};
    add_label(f, place->node, &name);
    const size_t n = name.n;
    for (size_t i = 0; i < n; i++)
        name.p[i] = name.p[i] == '.' ? ' ' : name.p[i];
    const dgs_field_place *like = last_like(f->writer, place, (dgs_str){name.p, n});
    place->number = like == NULL ? 0 : like->number; // all numbers up to this one are taken
    do {
        name.n = n;
        if (++place->number > 1)
            dgs_buf_addf(&name, " %d", place->number);
    } while (!name.failed && is_taken(f->writer, place, (dgs_str){name.p, name.n}));
    place->name = (dgs_str){name.p, name.n};
    place->label = (dgs_str){name.p, n};
    dgs_buf_addc(&name, '\0');
    if (name.failed)
        return dgs_fail_memory(f->writer->err);
    dgs_object_set_text(place->widget, "T", name.p);
    return true;
}

// What a screen reader calls it. It says itself that this is a box to check or a field to write in.
static bool set_label(const form *f, const dgs_field_place *place)
{
    dgs_buf label = {.arena = f->writer->arena};
    if (dgs_field_is_number(place->node))
        dgs_buf_adds(&label, place->node->alt);
    else
        add_label(f, place->node, &label);
    dgs_buf_addc(&label, '\0');
    if (label.failed)
        return dgs_fail_memory(f->writer->err);
    dgs_object_set_text(place->widget, "TU", label.p);
    return true;
}

static bool write_widget(form *f, dgs_field_place *place)
{
    enum { PRINT = 4 };
    const dgs_writer *w = f->writer;
    const dgs_rect area = target_of(place->area);
    const double bottom = w->pages->height - area.y - area.h;
    const double rect[] = {area.x, bottom, area.x + area.w, bottom + area.h};
    dgs_buf entries = {.arena = w->arena};
    dgs_buf_adds(&entries, "/P ");
    dgs_object_add_ref(&entries, w->page[place->page].object);
    dgs_buf_adds(&entries, " /Rect [");
    add_numbers(&entries, rect, 4);
    bool tick = place->node->active->kind == DGS_ACTIVE_TICK;
    if (!(tick ? add_tick(f, &entries) : add_words(f, place, area, &entries)) || !set_name(f, place) ||
        !set_label(f, place))
        return false;
    if (entries.failed)
        return dgs_fail_memory(w->err);
    dgs_object_set_name(place->widget, "Type", "Annot");
    dgs_object_set_name(place->widget, "Subtype", "Widget");
    dgs_object_set_int(place->widget, "F", PRINT);
    dgs_object_set_entries(place->widget, (dgs_str){entries.p, entries.n});
    dgs_object_add_ref(&f->fields, place->widget);
    dgs_buf_addc(&f->fields, ' ');
    return true;
}

bool dgs_fields_write(dgs_writer *writer)
{
    form f = {.writer = writer, .fields = {.arena = writer->arena}, .resources = {.arena = writer->arena}};
    if (writer->nfields == 0)
        return true;
    if (!add_font(writer, &f.resources))
        return false;
    dgs_buf_addc(&f.resources, '\0');
    for (size_t i = 0; i < writer->nfields; i++)
        if (!write_widget(&f, &writer->fields[i]))
            return false;
    dgs_buf entries = {.arena = writer->arena};
    dgs_buf_addf(&entries, "/DR <<%s>> /DA (/T 12 Tf 0 g) /Fields [", f.resources.p);
    dgs_buf_add(&entries, f.fields.p, f.fields.n);
    dgs_buf_addc(&entries, ']');
    if (entries.failed || f.fields.failed)
        return dgs_fail_memory(writer->err);
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    dgs_object_set_ref(writer->catalog, "AcroForm", object);
    return dgs_objects_ok(writer->objects, writer->err);
}
