// What the practice says of itself, in words: its own, and sentences of strings.md round them.
#include <string.h>

#include "content/loader.h"

// A sentence with its one field filled in.
static bool fill(dgs_loader *loader, dgs_string sentence, const char *field, const char *value, const char **out)
{
    const dgs_fill with = {field, value};
    *out = dgs_strings_fill(loader, sentence, &with, 1);
    return *out != NULL;
}

// The same of the setting's own sentence.
static bool fill_own(dgs_loader *loader, dgs_setting setting, const char *value, const char **out)
{
    const dgs_setting_about *about = &dgs_setting_table[setting];
    dgs_string sentence;
    return dgs_strings_find(loader, about->sentence, &sentence) && fill(loader, sentence, about->key, value, out);
}

// "Phone: 555"
static bool label_it(dgs_loader *loader, const dgs_setting_about *about, dgs_fact *fact)
{
    dgs_string label;
    dgs_buf buf = {.arena = loader->arena};
    if (!dgs_strings_find(loader, about->label, &label))
        return false;
    dgs_buf_addf(&buf, "%s: %s", loader->strings[label], fact->text);
    fact->contents = buf.p;
    return buf.failed ? dgs_loader_memory(loader) : true;
}

// Where a link leads: in a sentence with the practice's name; without a name the label says as much.
static bool word_link(dgs_loader *loader, dgs_setting setting, dgs_fact *fact)
{
    const dgs_setting_about *about = &dgs_setting_table[setting];
    const char *name = loader->facts[DGS_SETTING_NAME].text;
    dgs_string sentence;
    if (name == NULL)
        return label_it(loader, about, fact);
    if (!dgs_strings_find(loader, about->sentence, &sentence))
        return false;
    const dgs_fill fills[] = {{"name", name}, {about->key, fact->text}};
    fact->contents = dgs_strings_fill(loader, sentence, fills, 2);
    return fact->contents != NULL;
}

static bool word_links(dgs_loader *loader)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (loader->facts[i].url != NULL && !word_link(loader, (dgs_setting)i, &loader->facts[i]))
            return false;
    return true;
}

// "Ana Perez, LMT · License 12345"
static bool word_credentials(dgs_loader *loader)
{
    const char *therapist = loader->facts[DGS_SETTING_THERAPIST].text;
    const char *license = loader->facts[DGS_SETTING_LICENSE].text, *parts[2];
    size_t n = 0;
    if (therapist != NULL)
        parts[n++] = therapist;
    if (license != NULL && !fill_own(loader, DGS_SETTING_LICENSE, license, &parts[n++]))
        return false;
    return dgs_loader_join(loader, parts, n, " · ", &loader->facts[DGS_FACT_CREDENTIALS].text);
}

// "— Ana Perez, LMT": the practice's therapist, whose words they are; else that of the client. The name alone in a
// folder of content that has no words for it.
static bool word_signature(dgs_loader *loader)
{
    const char *own = loader->facts[DGS_SETTING_THERAPIST].text;
    const char *therapist = own != NULL ? own : loader->client.therapist;
    const char **out = &loader->facts[DGS_FACT_SIGNATURE].text;
    if (therapist == NULL || loader->facts[DGS_SETTING_WELCOME].text == NULL)
        return true;
    *out = therapist;
    return loader->strings[DGS_STRING_SIGNATURE] == NULL || fill_own(loader, DGS_SETTING_THERAPIST, therapist, out);
}

// What is said of the two pictures to those who cannot see them: nothing of a logo that has the name beside it.
static bool word_pictures(dgs_loader *loader)
{
    const dgs_fact *alt = &loader->facts[DGS_SETTING_LOGO_ALT], *booking = &loader->facts[DGS_SETTING_BOOKING_URL];
    dgs_fact *logo = &loader->facts[DGS_SETTING_LOGO], *code = &loader->facts[DGS_FACT_QR];
    logo->contents = alt->text;
    *code = (dgs_fact){.text = booking->text, .url = booking->url};
    const dgs_fact *name = &loader->facts[DGS_SETTING_NAME];
    if (loader->facts[DGS_SETTING_MASTHEAD].value == DGS_MASTHEAD_LOGO && logo->contents == NULL)
        logo->contents = name->text;
    bool beside = loader->facts[DGS_SETTING_MASTHEAD].value == DGS_MASTHEAD_NAME && name->text != NULL;
    if (logo->text != NULL && logo->contents == NULL && !beside &&
        !fill(loader, DGS_STRING_LOGO_ALT, "name", name->text, &logo->contents))
        return false;
    return code->text == NULL || fill(loader, DGS_STRING_QR_ALT, "url", code->text, &code->contents);
}

// How to say what was unclear, where the practice has an address to write to.
static bool word_feedback(dgs_loader *loader)
{
    const dgs_fact *email = &loader->facts[DGS_SETTING_EMAIL];
    dgs_fact *feedback = &loader->facts[DGS_FACT_FEEDBACK];
    *feedback = (dgs_fact){.url = email->url, .contents = email->contents};
    return email->text == NULL || fill(loader, DGS_STRING_FEEDBACK, "email", email->text, &feedback->text);
}

bool dgs_facts_make(dgs_loader *loader)
{
    memcpy(loader->facts, loader->profile->of, sizeof loader->profile->of);
    return word_links(loader) && word_feedback(loader) && word_credentials(loader) && word_signature(loader) &&
           word_pictures(loader);
}
