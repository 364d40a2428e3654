#include "pdf/meta.h"

#include "pdf/fixed.h"
#include "pdf/icc.h"
#include "pdf/string.h"

typedef struct moment {
    long long year;
    int month, day, hour, minute, second;
} moment;

// Seconds since 1970 -> the calendar, without the C library's time zone. Days are counted from 1 March of the year 0,
// so that the leap day ends a year and 400 years are a whole number of days.
static moment moment_of(int64_t seconds)
{
    enum { DAY = 86400, DAYS_TO_1970 = 719468, ERA = 146097 };
    int64_t day = seconds / DAY, rest = seconds % DAY;
    if (rest < 0) {
        rest += DAY;
        day--;
    }
    day += DAYS_TO_1970;
    int64_t era = (day >= 0 ? day : day - (ERA - 1)) / ERA;
    int64_t of_era = day - era * ERA;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA - 1)) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153; // 0 = March
    return (moment){.year = year + era * 400 + (month >= 10),
                    .month = (int)(month < 10 ? month + 3 : month - 9),
                    .day = (int)(of_year - (153 * month + 2) / 5 + 1),
                    .hour = (int)(rest / 3600),
                    .minute = (int)(rest / 60 % 60),
                    .second = (int)(rest % 60)};
}

static bool dated(const dgs_pdf_options *options)
{
    const int64_t year_10000 = 253402300800;
    return options->has_date && options->date >= 0 && options->date < year_10000; // PDF's years have four digits
}

static void write_info(dgs_writer *writer, dgs_object *info)
{
    const dgs_pdf_options *options = writer->options;
    const dgs_about *about = &writer->doc->about;
    dgs_object_set_text(info, "Title", about->title);
    if (writer->doc->author != NULL)
        dgs_object_set_text(info, "Author", writer->doc->author);
    if (about->subject != NULL)
        dgs_object_set_text(info, "Subject", about->subject);
    dgs_object_set_text(info, "Producer", options->producer);
    if (!dated(options))
        return;
    moment m = moment_of(options->date);
    dgs_buf date = {.arena = writer->arena};
    dgs_buf_addf(&date, "D:%04lld%02d%02d%02d%02d%02dZ", m.year, m.month, m.day, m.hour, m.minute, m.second);
    if (date.failed)
        return;
    dgs_object_set_text(info, "CreationDate", date.p);
    dgs_object_set_text(info, "ModDate", date.p);
}

static void add_escaped(dgs_buf *xmp, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '&')
            dgs_buf_adds(xmp, "&amp;");
        else if (*text == '<')
            dgs_buf_adds(xmp, "&lt;");
        else if (*text == '>')
            dgs_buf_adds(xmp, "&gt;");
        else
            dgs_buf_addc(xmp, (unsigned char)*text < 0x20 ? ' ' : *text); // XML allows hardly any control character
    }
}

static void add_wrapped(dgs_buf *xmp, const char *before, const char *text, const char *after)
{
    if (text == NULL)
        return;
    dgs_buf_adds(xmp, before);
    add_escaped(xmp, text);
    dgs_buf_adds(xmp, after);
}

// PDF/A takes a property that it does not know itself only with a description of its schema (ISO 19005-2, 6.6.2.3.3).
static const char ua_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

static const char claims[] = "<pdfuaid:part>1</pdfuaid:part>\n"
                             "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";

static void add_properties(dgs_buf *xmp, const dgs_writer *writer)
{
    const dgs_about *about = &writer->doc->about;
    add_wrapped(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", about->title,
                "</rdf:li></rdf:Alt></dc:title>\n");
    add_wrapped(xmp, "<dc:creator><rdf:Seq><rdf:li>", writer->doc->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    add_wrapped(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", about->subject,
                "</rdf:li></rdf:Alt></dc:description>\n");
    add_wrapped(xmp, "<dc:language><rdf:Bag><rdf:li>", about->language, "</rdf:li></rdf:Bag></dc:language>\n");
    add_wrapped(xmp, "<pdf:Producer>", writer->options->producer, "</pdf:Producer>\n");
    if (!dated(writer->options))
        return;
    moment m = moment_of(writer->options->date);
    for (int i = 0; i < 2; i++) {
        const char *name = i == 0 ? "CreateDate" : "ModifyDate";
        dgs_buf_addf(xmp, "<xmp:%s>%04lld-%02d-%02dT%02d:%02d:%02dZ</xmp:%s>\n", name, m.year, m.month, m.day, m.hour,
                     m.minute, m.second, name);
    }
}

static void write_xmp(dgs_writer *writer)
{
    dgs_buf xmp = {.arena = writer->arena};
    dgs_buf_adds(&xmp, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                       " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                       " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                       " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
    add_properties(&xmp, writer);
    dgs_buf_adds(&xmp, claims);
    dgs_buf_adds(&xmp, "</rdf:Description>\n");
    dgs_buf_adds(&xmp, ua_schema);
    dgs_buf_adds(&xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    dgs_object *object = dgs_object_new_at(writer->objects, writer->fixed->metadata);
    if (xmp.failed)
        return;
    dgs_object_set_name(object, "Type", "Metadata");
    dgs_object_set_name(object, "Subtype", "XML");
    dgs_object_set_raw_stream(object, (dgs_str){xmp.p, xmp.n}, ""); // plain: other programs look for it in the file
}

static bool add_entry(dgs_writer *writer, const char *key, const dgs_buf *value)
{
    if (value->failed)
        return dgs_fail_memory(writer->err);
    dgs_object_add_entry(writer->catalog, key, (dgs_str){value->p, value->n});
    return true;
}

static bool add_output_intent(dgs_writer *writer)
{
    dgs_str icc = dgs_icc_srgb(writer->arena);
    if (icc.p == NULL)
        return dgs_fail_memory(writer->err);
    dgs_object *profile = dgs_object_new(writer->objects);
    dgs_object_set_int(profile, "N", 3);
    dgs_object_set_stream(profile, icc);
    dgs_buf intents = {.arena = writer->arena};
    dgs_buf_adds(&intents, "[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                           " /Info (sRGB IEC61966-2.1) /DestOutputProfile ");
    dgs_object_add_ref(&intents, profile);
    dgs_buf_adds(&intents, ">>]");
    return add_entry(writer, "OutputIntents", &intents);
}

// What a viewer's print dialog begins with (ISO 32000-1, table 150): the size as it is, both sides of the paper where
// there are several pages, and turned so that they stand upright, or fold.
static const char *duplex(const dgs_pages *pages)
{
    if (pages->npages == 1)
        return "Simplex";
    return pages->nturns > 0 ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge";
}

static bool add_preferences(dgs_writer *writer)
{
    dgs_buf preferences = {.arena = writer->arena};
    dgs_buf_addf(&preferences, "<</DisplayDocTitle true /PrintScaling /None /Duplex /%s>>", duplex(writer->pages));
    return add_entry(writer, "ViewerPreferences", &preferences);
}

static bool add_language(dgs_writer *writer)
{
    dgs_buf language = {.arena = writer->arena};
    dgs_pdf_add_text(&language, writer->doc->about.language);
    return add_entry(writer, "Lang", &language);
}

bool dgs_meta_fixed(dgs_writer *writer)
{
    dgs_object_add_entry(writer->catalog, "MarkInfo", dgs_str_of("<</Marked true>>"));
    if (!add_preferences(writer) || !add_language(writer) || !add_output_intent(writer))
        return false;
    const dgs_object *info = dgs_object_reserve(writer->objects), *metadata = dgs_object_reserve(writer->objects);
    writer->fixed->info = dgs_object_number(info);
    writer->fixed->metadata = dgs_object_number(metadata);
    dgs_object_set_ref(writer->catalog, "Metadata", metadata);
    return dgs_objects_ok(writer->objects, writer->err);
}

bool dgs_meta_variable(dgs_writer *writer)
{
    write_info(writer, dgs_object_new_at(writer->objects, writer->fixed->info));
    write_xmp(writer);
    return dgs_objects_ok(writer->objects, writer->err);
}
