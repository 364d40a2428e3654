// The order of a program that embeds the engine.
#include <stdlib.h>
#include <string.h>

#include "handout/embed.h"

enum { ORDER_MAX = 16 * DGS_MB }; // bytes of copied words

dgs_handout_fault dgs_embed_fault(dgs_err_kind kind)
{
    return kind == DGS_OK             ? DGS_HANDOUT_OK
           : kind == DGS_ERR_MEMORY   ? DGS_HANDOUT_MEMORY
           : kind == DGS_ERR_SOFTWARE ? DGS_HANDOUT_BROKEN
                                      : DGS_HANDOUT_REFUSED;
}

bool dgs_embed_fail(const dgs_err *err, dgs_handout_error *error)
{
    if (error == NULL)
        return false;
    error->fault = dgs_embed_fault(err->kind);
    memcpy(error->message, err->message, sizeof error->message);
    return false;
}

dgs_handout_order *dgs_handout_order_new(const uint64_t seed[2])
{
    dgs_err err = {0};
    dgs_text_host host = {0};
    dgs_handout_order *order = calloc(1, sizeof *order);
    if (order == NULL)
        return NULL;
    if (seed != NULL)
        host.key = (dgs_key){{seed[0], seed[1]}};
    order->arena = dgs_arena_new(ORDER_MAX);
    order->text = dgs_text_new(&host, &err);
    order->content = dgs_files_of(&order->files);
    order->order = (dgs_order){.settings = &order->settings, .files = &order->content};
    if (order->arena != NULL && order->text != NULL)
        return order;
    dgs_handout_order_free(order);
    return NULL;
}

void dgs_handout_order_free(dgs_handout_order *order)
{
    if (order == NULL)
        return;
    dgs_text_free(order->text);
    dgs_arena_free(order->arena);
    free(order);
}

static const dgs_keyword yes_no[] = {{"yes", true}, {"no", false}, {NULL, 0}};
static const dgs_keyword labels[] = {{"patient", DGS_LABELS_PATIENT}, {"clinical", DGS_LABELS_CLINICAL}, {NULL, 0}};

static void put_large_print(dgs_order *order, unsigned value)
{
    order->options.large_print = value != 0;
}

static void put_booklet(dgs_order *order, unsigned value)
{
    order->options.booklet = value != 0;
}

static void put_crop_marks(dgs_order *order, unsigned value)
{
    order->options.crop_marks = value != 0;
}

static void put_ink(dgs_order *order, unsigned value)
{
    order->options.ink = (dgs_ink)value;
}

static void put_labels(dgs_order *order, unsigned value)
{
    order->labels = (dgs_labels)value;
}

typedef struct print_option { // one that says how the handout looks; its value is 0 where it is not given
    const char *key;
    const dgs_keyword *keywords;
    void (*put)(dgs_order *order, unsigned value);
} print_option;

static const print_option print_options[] = {{"large_print", yes_no, put_large_print},
                                             {"booklet", yes_no, put_booklet},
                                             {"crop_marks", yes_no, put_crop_marks},
                                             {"ink", dgs_ink_keywords, put_ink},
                                             {"labels", labels, put_labels}};

static bool set_print_option(dgs_handout_order *order, const print_option *key, const char *value, dgs_err *err)
{
    const dgs_keyword *found = value == NULL ? NULL : dgs_keyword_find(key->keywords, value);
    if (value != NULL && found == NULL)
        return dgs_keyword_fail(key->keywords, key->key, value, order->arena, DGS_ERR_USAGE, err);
    key->put(&order->order, found == NULL ? 0 : found->value);
    return true;
}

static bool set(dgs_handout_order *order, const char *key, const char *value, dgs_err *err)
{
    dgs_setting setting;
    const char *near;
    for (size_t i = 0; i < sizeof print_options / sizeof *print_options; i++)
        if (strcmp(print_options[i].key, key) == 0)
            return set_print_option(order, &print_options[i], value, err);
    if (!dgs_setting_find(key, &setting, &near))
        return dgs_fail(err, DGS_ERR_USAGE, "key '%.60s' not found%s%s: correct it", key,
                        near == NULL ? "" : ", did you mean ", near == NULL ? "" : near);
    dgs_settings own = {0};
    if (value != NULL && !dgs_setting_put(&own, setting, (dgs_value){.text = value}, order->arena, err))
        return false;
    order->settings.of[setting] = own.of[setting];
    return true;
}

bool dgs_handout_order_set(dgs_handout_order *order, const char *key, const char *value, dgs_handout_error *error)
{
    dgs_err err = {0};
    return set(order, key, value, &err) || dgs_embed_fail(&err, error);
}

static bool take_profile(dgs_handout_order *order, const char *file, dgs_str text, dgs_err *err)
{
    char *name = dgs_str_copy(order->arena, dgs_str_of(file)); // which messages of dgs_handout_make() begin with
    return name == NULL ? dgs_fail_memory(err) : dgs_profile_read(text, name, order->arena, &order->settings, err);
}

bool dgs_handout_order_profile(dgs_handout_order *order, const char *file, const char *text, size_t size,
                               dgs_handout_error *error)
{
    dgs_err err = {0};
    return take_profile(order, file, (dgs_str){text, size}, &err) || dgs_embed_fail(&err, error);
}

bool dgs_handout_order_client(dgs_handout_order *order, const char *lines, size_t size, dgs_handout_error *error)
{
    dgs_err err = {0};
    order->client = (dgs_client){0};
    bool ok = lines == NULL ||
              dgs_client_read((dgs_str){lines, size}, "the client's data", order->arena, &order->client, &err);
    order->order.client = ok && dgs_client_any(&order->client) ? &order->client : NULL;
    return ok || dgs_embed_fail(&err, error);
}

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n >= m && strcmp(name + n - m, end) == 0;
}

// A logo alone is no content.
static bool add_file(dgs_handout_order *order, const char *name, dgs_str bytes, dgs_err *err)
{
    for (size_t i = 0; i < order->files.n; i++)
        if (strcmp(order->named[i].name, name) == 0) {
            order->named[i].bytes = bytes;
            return true;
        }
    char *copy = dgs_str_copy(order->arena, dgs_str_of(name));
    dgs_memory_file *file =
        copy == NULL ? NULL : DGS_PUSH(order->arena, order->named, order->files.n, order->named_cap);
    if (file == NULL)
        return dgs_fail_memory(err);
    *file = (dgs_memory_file){copy, bytes};
    order->files.of = order->named;
    if (ends_in(name, ".md"))
        order->order.content = &order->content;
    return true;
}

bool dgs_handout_order_file(dgs_handout_order *order, const char *name, const void *bytes, size_t size,
                            dgs_handout_error *error)
{
    dgs_err err = {0};
    return add_file(order, name, (dgs_str){bytes, size}, &err) || dgs_embed_fail(&err, error);
}

bool dgs_handout_order_fonts(dgs_handout_order *order, const void *bytes, size_t size, dgs_handout_error *error)
{
    dgs_err err = {0};
    const dgs_str file = {bytes, size};
    if (!dgs_text_data(file, true)) {
        (void)dgs_fail(&err, DGS_ERR_DATA, "this %s", dgs_text_other_data);
        return dgs_embed_fail(&err, error);
    }
    dgs_text_give(order->text, file);
    return true;
}

bool dgs_handout_order_date(dgs_handout_order *order, int64_t seconds, dgs_handout_error *error)
{
    dgs_err err = {0};
    if (seconds > DGS_DATE_MAX) {
        (void)dgs_fail(&err, DGS_ERR_USAGE, "the date is after the year 9999: give seconds since 1970");
        return dgs_embed_fail(&err, error);
    }
    order->order.date = (dgs_date){seconds >= 0, seconds};
    return true;
}

static bool is_ready(void *ctx)
{
    return ((const dgs_handout_order *)ctx)->draw != NULL;
}

static bool draw(void *ctx, const dgs_drawing *drawing, dgs_arena *arena, dgs_str *png, dgs_err *err)
{
    const dgs_handout_order *order = ctx;
    void *drawn = NULL;
    size_t size = 0;
    bool ok =
        order->draw(order->draw_ctx, drawing->svg.p, drawing->svg.n, drawing->across, drawing->down, &drawn, &size) ||
        dgs_fail(err, DGS_ERR_DATA, "%s: it cannot be drawn: save the logo as PNG and use that file", drawing->name);
    char *copy = ok ? dgs_str_copy(arena, (dgs_str){drawn, size}) : NULL;
    free(drawn);
    *png = (dgs_str){copy, size};
    return ok && (copy != NULL || dgs_fail_memory(err));
}

void dgs_handout_order_draw(dgs_handout_order *order, dgs_handout_draw *call, void *ctx)
{
    order->draw = call;
    order->draw_ctx = ctx;
    order->drawer = (dgs_drawer){order, is_ready, "give the order a call that draws it", draw};
    order->order.drawer = call == NULL ? NULL : &order->drawer;
}
