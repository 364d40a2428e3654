#include "handout/handout.h"

#include "check/check.h"
#include "content/content.h"
#include "content/package.h"
#include "handout/inner.h"
#include "profile/palette.h"

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

// What is in force for every text: whoever holds the first page sees when to call for help.
static bool signs_are_first(const dgs_handout *h, dgs_err *err)
{
    if (dgs_layout_emergency_first(&h->pages, &h->doc))
        return true;
    const dgs_node *title = dgs_node_child(h->doc.root, DGS_NODE_PART)->first;
    return dgs_fail(err, DGS_ERR_DATA,
                    "%s:%d: below this title the first page has too little room for the emergency signs: shorten it",
                    title->file, title->line);
}

// Lays out until the page numbers in the text are those of the pages, the emergency signs stand on the first one, and
// pages for notes fill the sheets' last sides.
static bool lay_out(dgs_handout *h, const dgs_print_options *options, dgs_text *text, dgs_arena *arena, dgs_err *err)
{
    enum { ROUNDS = 10 };
    const dgs_layout_input in = {&h->doc, &h->profile.palette, options, text};
    if (options->paper == DGS_PAPER_PHONE) // whose first page never has room for the steps, too
        (void)dgs_content_emergency_first(&h->doc);
    for (int round = 0; round < ROUNDS; round++) {
        if (!dgs_layout_make(&in, arena, &h->pages, err))
            return false;
        bool again = dgs_content_set_pages(&h->doc, page_of, &h->pages);
        if (!dgs_layout_emergency_whole(&h->pages, &h->doc) && dgs_content_emergency_first(&h->doc))
            again = true;
        if (again)
            continue;
        size_t missing = dgs_layout_missing(&h->pages, options);
        if (missing == 0)
            return signs_are_first(h, err);
        dgs_content_set_lined(&h->doc, h->doc.lined->lined_pages + missing);
    }
    return signs_are_first(h, err); // numbers that chase each other: the last ones stand
}

bool dgs_handout_pressed(const dgs_print_options *options)
{
    return options->booklet || options->bleed > 0 || options->crop_marks;
}

static bool press(dgs_handout *h, const dgs_print_options *options, dgs_arena *arena, dgs_err *err)
{
    const dgs_palette *palette = &h->profile.palette;
    if (!dgs_handout_pressed(options))
        return true;
    dgs_pages *cut = dgs_arena_alloc(arena, sizeof *cut);
    if (cut == NULL)
        return dgs_fail_memory(err);
    *cut = h->pages;
    h->imposed = options->booklet;
    if (options->booklet)
        return dgs_layout_impose(cut, options, arena, &h->pages, err);
    return dgs_layout_press(cut, options, palette->numeral.filled ? palette->numeral.fill : palette->brand, arena,
                            &h->pages, err);
}

// What was made of a fact's words so that they can be printed.
static bool note_fact(const dgs_fact *fact, const char *key, dgs_report *report, dgs_err *err)
{
    if (fact->typed != NULL &&
        !dgs_report_note(
            report, err, DGS_NOTE_NOTICE,
            "%s has letters that only look different (\"%.120s\"): the plain ones are printed (\"%.120s\")", key,
            fact->typed, fact->text))
        return false;
    return fact->left_out == NULL ||
           dgs_report_note(report, err, DGS_NOTE_NOTICE, "%s is printed without %s, which no font here has", key,
                           fact->left_out);
}

static bool note_words(const dgs_profile *profile, dgs_report *report, dgs_err *err)
{
    const dgs_fact *phone = &profile->of[DGS_SETTING_PHONE];
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        if (!note_fact(&profile->of[i], dgs_setting_table[i].key, report, err))
            return false;
    return phone->text == NULL || phone->url != NULL ||
           dgs_report_note(report, err, DGS_NOTE_WARNING,
                           "phone has more than one number (\"%.120s\"), so it is not a link: give one number, and "
                           "write others in the hours or the footer_note",
                           phone->text);
}

// Paper of another country where none is given may be a practice there that does not know of it.
static bool note_country(const dgs_profile *profile, dgs_report *report, dgs_err *err)
{
    bool abroad = profile->paper == DGS_PAPER_A4 || profile->paper == DGS_PAPER_A5;
    if (profile->of[DGS_SETTING_REGION].text != NULL || profile->of[DGS_SETTING_PAPER].text == NULL || !abroad)
        return true;
    return dgs_report_note(report, err, DGS_NOTE_NOTICE,
                           "the handout says to call %s, the emergency number of the US: if yours is different, give "
                           "your region (--region CA, GB, IE, AU or NZ)",
                           profile->country->call);
}

void dgs_handout_speak(const dgs_profile *profile, dgs_text *text)
{
    const dgs_fact *language = &profile->of[DGS_SETTING_NAME_LANGUAGE];
    dgs_text_speak(text, language->text == NULL ? NULL : dgs_language_keywords[language->value].word);
}

bool dgs_handout_note_language(const dgs_text *text, dgs_report *report, dgs_err *err)
{
    return !dgs_text_guessed(text) ||
           dgs_report_note(report, err, DGS_NOTE_NOTICE,
                           "the Chinese characters have the forms of mainland China: if yours are different, give the "
                           "language of your names (--name-language zh-Hant, ja or ko)");
}

bool dgs_handout_note_practice(const dgs_profile *profile, dgs_report *report, dgs_err *err)
{
    return note_words(profile, report, err) && note_country(profile, report, err);
}

// What a content folder does not hold is another's text, which its author may not know of.
static bool note_lacking(dgs_handout *h, const dgs_order *order, dgs_err *err)
{
    if (h->doc.lacking == NULL)
        return true;
    return dgs_report_note(&h->report, err, DGS_NOTE_NOTICE,
                           "these files are not in %s and come from the built-in handout %s: %s", order->content->name,
                           h->package->keyword, h->doc.lacking);
}

// A card is half a sheet of office paper in usual print, for everybody. `what` is what was asked for beyond that.
static bool card_holds(const dgs_order *order, const dgs_handout *h, const dgs_package_part *card, dgs_err *err)
{
    const dgs_print_options *options = &order->options;
    const dgs_client *client = order->client;
    const char *what = NULL;
    if (options->booklet)
        what = "--booklet folds whole pages";
    else if (options->large_print)
        what = "--large-print needs more room";
    else if (client != NULL && dgs_client_any(client))
        what = "a client's name and notes need more room";
    else if (h->profile.paper != DGS_PAPER_LETTER && h->profile.paper != DGS_PAPER_A4)
        what = "only letter and a4 paper are cut in half";
    return what == NULL ||
           dgs_fail(err, DGS_ERR_USAGE,
                    "the part %s cannot be made like this, because %s: remove that option, or print another part",
                    card->keyword, what);
}

// Pages for a phone are for its screen alone.
static bool paper_allowed(const dgs_order *order, const dgs_handout *h, dgs_err *err)
{
    const dgs_print_options *options = &order->options;
    const char *what = options->booklet                            ? "--booklet folds"
                       : options->bleed > 0 || options->crop_marks ? "a print shop cuts"
                                                                   : NULL;
    return h->profile.paper != DGS_PAPER_PHONE || what == NULL ||
           dgs_fail(err, DGS_ERR_USAGE,
                    "--paper phone is for a screen, but %s paper: remove one, or name a paper such as letter", what);
}

static bool card_allowed(const dgs_order *order, const dgs_handout *h, dgs_err *err)
{
    const dgs_package_part *card = dgs_package_card(h->package, h->parts);
    return card == NULL || card_holds(order, h, card, err);
}

static bool fields_allowed(const dgs_order *order, const dgs_handout *h, dgs_err *err)
{
    return h->typing == 0 || !order->options.booklet ||
           dgs_fail(err, DGS_ERR_USAGE,
                    "a booklet is folded from paper and has no fields to fill in on a screen: remove --booklet, or "
                    "--fillable; if the profile says fillable, add --no-fillable");
}

// The size of what is typed into fields, which is that of the text; 0 where there are none.
static double typing_of(const dgs_order *order, const dgs_profile *profile)
{
    enum { USUAL = 12, LARGE = 18 };
    if (profile->of[DGS_SETTING_FILLABLE].value == 0)
        return 0;
    return order->options.large_print ? LARGE : USUAL;
}

bool dgs_handout_begin(const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout *out, dgs_err *err)
{
    if (!dgs_profile_make(order->settings, order->options.ink, arena, &out->profile, err))
        return false;
    out->typing = typing_of(order, &out->profile);
    return fields_allowed(order, out, err) && dgs_check_signs(text, &out->profile, arena, err) &&
           dgs_package_parts(out->package, order->settings, arena, &out->parts, err) &&
           paper_allowed(order, out, err) && card_allowed(order, out, err);
}

// A document with findings is not laid out: layout counts on words where it sets them.
bool dgs_handout_lay_out(const dgs_order *order, dgs_logos *logos, dgs_text *text, dgs_arena *arena, dgs_handout *out,
                         dgs_err *err)
{
    dgs_print_options options = order->options;
    options.paper = out->profile.paper;
    options.fillable = out->typing > 0;
    dgs_content_source source = {.content = order->content,
                                 .files = order->files,
                                 .drawer = order->drawer,
                                 .package = out->package,
                                 .parts = out->parts,
                                 .labels = order->labels,
                                 .client = order->client,
                                 .logos = logos};
    if (options.booklet &&
        !dgs_report_note(&out->report, err, DGS_NOTE_NOTICE,
                         "a booklet is for printing, with its pages side by side in the order for folding: for a "
                         "screen or a screen reader, make the handout without --booklet"))
        return false;
    dgs_handout_speak(&out->profile, text);
    return dgs_handout_note_practice(&out->profile, &out->report, err) &&
           dgs_content_load(&source, &out->profile, arena, &out->doc, err) && note_lacking(out, order, err) &&
           dgs_check_colors(&out->profile, &out->report, err) &&
           dgs_check_document(&out->doc, text, &out->report, err) &&
           dgs_handout_note_language(text, &out->report, err) && dgs_report_close(&out->report, err) &&
           lay_out(out, &options, text, arena, err) &&
           dgs_check_pages(&out->pages, &out->profile.palette, &out->report, err) &&
           dgs_report_close(&out->report, err) && press(out, &options, arena, err);
}

bool dgs_handout_compose(const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout *out, dgs_err *err)
{
    *out = (dgs_handout){.report = {.arena = arena}, .date = order->date};
    return (dgs_package_find(order->handout, order->content, arena, &out->package, err) &&
            dgs_handout_begin(order, text, arena, out, err) &&
            dgs_handout_lay_out(order, NULL, text, arena, out, err)) ||
           dgs_arena_explain(arena, err);
}

void dgs_handout_options(const dgs_handout *handout, dgs_buf *tags, dgs_pdf_options *out)
{
    *out = (dgs_pdf_options){.has_date = handout->date.given,
                             .date = handout->date.seconds,
                             .producer = "dgs-pdf " DGS_VERSION,
                             .tags = tags,
                             .typing = handout->typing,
                             .ink = handout->profile.palette.mode};
    dgs_palette_colors(&handout->profile.palette, out->colors);
}

bool dgs_handout_write(const dgs_handout *handout, dgs_text *text, dgs_buf *tags, dgs_arena *arena, dgs_str *pdf,
                       dgs_err *err)
{
    dgs_pdf_options options;
    dgs_handout_options(handout, tags, &options);
    const dgs_pdf_input in = {&handout->pages, &handout->doc, text, &options};
    return dgs_pdf_write(&in, arena, pdf, err) || dgs_arena_explain(arena, err);
}
