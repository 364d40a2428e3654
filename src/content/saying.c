// What the practice says of itself, in words: its own, and sentences of strings.md round them.
#include "content/loader.h"

// A sentence with the practice's name in it; without a name "Phone: ..." says as much.
static bool set_contents(dgs_loader *loader, dgs_said *said, dgs_string label, dgs_string sentence, const char *field)
{
    if (said->text == NULL)
        return true;
    if (loader->profile->name != NULL) {
        const dgs_fill fills[] = {{"name", loader->profile->name}, {field, said->text}};
        said->contents = dgs_strings_fill(loader, sentence, fills, 2);
        return said->contents != NULL;
    }
    dgs_buf buf = {.arena = loader->arena};
    dgs_buf_adds(&buf, loader->strings[label]);
    dgs_buf_adds(&buf, ": ");
    dgs_buf_adds(&buf, said->text);
    said->contents = buf.p;
    return buf.failed ? dgs_loader_memory(loader) : true;
}

static bool say_contacts(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    const struct {
        dgs_saying saying;
        const char *text, *url;
        dgs_string label, sentence; // "Phone", "Call {{name}} at {{phone}}"
        const char *field;          // of the sentence, beside the name
    } all[] = {
        {DGS_SAY_BOOKING, p->booking_text, p->booking_url, DGS_STRING_BOOK_ONLINE, DGS_STRING_BOOK_LINK, "url"},
        {DGS_SAY_PHONE, p->phone, p->phone_url, DGS_STRING_PHONE, DGS_STRING_CALL_LINK, "phone"},
        {DGS_SAY_EMAIL, p->email, p->email_url, DGS_STRING_EMAIL, DGS_STRING_MAIL_LINK, "email"},
        {DGS_SAY_WEBSITE, p->website_text, p->website_url, DGS_STRING_WEBSITE, DGS_STRING_WEB_LINK, "website"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        dgs_said *said = &loader->said[all[i].saying];
        *said = (dgs_said){.text = all[i].text, .url = all[i].url};
        if (!set_contents(loader, said, all[i].label, all[i].sentence, all[i].field))
            return false;
    }
    return true;
}

static bool say_filled(dgs_loader *loader, dgs_string sentence, const char *field, const char *value, const char **out)
{
    const dgs_fill fill = {field, value};
    *out = dgs_strings_fill(loader, sentence, &fill, 1);
    return *out != NULL;
}

// "Ana Perez, LMT · License 12345"
static bool say_therapist(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    const char *parts[2];
    size_t n = 0;
    if (p->therapist != NULL)
        parts[n++] = p->therapist;
    if (p->license != NULL && !say_filled(loader, DGS_STRING_LICENSE, "license", p->license, &parts[n++]))
        return false;
    return dgs_loader_join(loader, parts, n, " · ", &loader->said[DGS_SAY_THERAPIST].text);
}

// What is said of the two pictures to those who cannot see them.
static bool say_pictures(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    dgs_said *logo = &loader->said[DGS_SAY_LOGO], *code = &loader->said[DGS_SAY_CODE];
    *logo = (dgs_said){.text = p->logo, .contents = p->logo_alt};
    *code = (dgs_said){.text = p->booking_text, .url = p->booking_url};
    if (logo->text != NULL && logo->contents == NULL &&
        !say_filled(loader, DGS_STRING_LOGO_ALT, "name", p->name, &logo->contents))
        return false;
    return code->text == NULL || say_filled(loader, DGS_STRING_CODE_ALT, "url", code->text, &code->contents);
}

// How to say what was unclear, where the practice has an address to write to.
static bool say_feedback(dgs_loader *loader)
{
    const dgs_said *email = &loader->said[DGS_SAY_EMAIL];
    dgs_said *feedback = &loader->said[DGS_SAY_FEEDBACK];
    *feedback = (dgs_said){.url = email->url, .contents = email->contents};
    return email->text == NULL || say_filled(loader, DGS_STRING_FEEDBACK, "email", email->text, &feedback->text);
}

bool dgs_said_make(dgs_loader *loader)
{
    const dgs_profile *p = loader->profile;
    dgs_said *said = loader->said;
    said[DGS_SAY_NAME].text = p->name;
    said[DGS_SAY_TAGLINE].text = p->tagline;
    said[DGS_SAY_NOTE].text = p->footer_note;
    return dgs_loader_join(loader, p->address, p->naddress, ", ", &said[DGS_SAY_ADDRESS].text) &&
           dgs_loader_join(loader, p->hours, p->nhours, " · ", &said[DGS_SAY_HOURS].text) && say_contacts(loader) &&
           say_feedback(loader) && say_therapist(loader) && say_pictures(loader);
}
