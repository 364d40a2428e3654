#include "pdf/string.h"

#include <math.h>
#include <stdint.h>

#include "base/utf8.h"

static const char hex_digits[] = "0123456789abcdef";

bool dgs_pdf_is_ascii(const char *utf8)
{
    for (; *utf8 != '\0'; utf8++)
        if (*utf8 < 0x20 || *utf8 > 0x7e)
            return false;
    return true;
}

// Up to two UTF-16 units of the next character; what is no UTF-8 ends the text. Returns their number.
static int next_units(dgs_str *s, uint16_t units[2])
{
    int32_t cp = dgs_utf8_next(s);
    if (cp < 0)
        return 0;
    if (cp < 0x10000) {
        units[0] = (uint16_t)cp;
        return 1;
    }
    units[0] = (uint16_t)(0xd800 + ((cp - 0x10000) >> 10));
    units[1] = (uint16_t)(0xdc00 + ((cp - 0x10000) & 0x3ff));
    return 2;
}

void dgs_pdf_add_utf16(dgs_buf *buf, dgs_str utf8)
{
    uint16_t units[2];
    dgs_buf_adds(buf, "\xfe\xff");
    for (int n; (n = next_units(&utf8, units)) > 0;)
        for (int i = 0; i < n; i++) {
            dgs_buf_addc(buf, (char)(units[i] >> 8));
            dgs_buf_addc(buf, (char)(units[i] & 0xff));
        }
}

static void add_hex_byte(dgs_buf *buf, unsigned byte)
{
    dgs_buf_add(buf, (char[]){hex_digits[byte >> 4 & 15], hex_digits[byte & 15]}, 2);
}

void dgs_pdf_add_utf16_hex(dgs_buf *buf, dgs_str utf8)
{
    uint16_t units[2];
    for (int n; (n = next_units(&utf8, units)) > 0;)
        for (int i = 0; i < n; i++) {
            add_hex_byte(buf, units[i] >> 8);
            add_hex_byte(buf, units[i]);
        }
}

void dgs_pdf_add_hex(dgs_buf *buf, const void *bytes, size_t n)
{
    for (const unsigned char *b = bytes; n > 0; b++, n--)
        add_hex_byte(buf, *b);
}

static void add_escaped(dgs_buf *buf, char c)
{
    if (c == '(' || c == ')' || c == '\\' || c == '\r')
        dgs_buf_addc(buf, '\\');
    dgs_buf_addc(buf, c == '\r' ? 'r' : c);
}

void dgs_pdf_add_bytes(dgs_buf *buf, const void *bytes, size_t n)
{
    for (const char *b = bytes; n > 0; b++, n--)
        add_escaped(buf, *b);
}

void dgs_pdf_add_text(dgs_buf *buf, const char *utf8)
{
    if (!dgs_pdf_is_ascii(utf8)) {
        dgs_buf_adds(buf, "<feff");
        dgs_pdf_add_utf16_hex(buf, dgs_str_of(utf8));
        dgs_buf_addc(buf, '>');
        return;
    }
    dgs_buf_addc(buf, '(');
    for (; *utf8 != '\0'; utf8++)
        add_escaped(buf, *utf8);
    dgs_buf_addc(buf, ')');
}

void dgs_pdf_add_uri(dgs_buf *buf, const char *url)
{
    dgs_buf_addc(buf, '(');
    for (; *url != '\0'; url++) {
        unsigned char c = (unsigned char)*url;
        if (c > 0x20 && c < 0x7f) {
            add_escaped(buf, *url);
        } else {
            dgs_buf_addc(buf, '%');
            add_hex_byte(buf, c);
        }
    }
    dgs_buf_addc(buf, ')');
}

void dgs_pdf_add_scale(dgs_buf *buf, double v)
{
    enum { MILLION = 1000000 };
    if (!isfinite(v))
        v = 0;
    v = fmax(-32767, fmin(32767, v));
    long long millionths = llround(v * MILLION);
    if (millionths < 0) {
        dgs_buf_addc(buf, '-');
        millionths = -millionths;
    }
    dgs_buf_addint(buf, millionths / MILLION);
    int rest = (int)(millionths % MILLION);
    if (rest == 0)
        return;
    dgs_buf_addc(buf, '.');
    for (int unit = MILLION / 10; rest != 0; rest %= unit, unit /= 10)
        dgs_buf_addc(buf, (char)('0' + rest / unit));
}
