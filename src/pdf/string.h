// Text as PDF writes it: UTF-16, hexadecimal, escaped. Knows nothing of objects.
#ifndef DGS_PDF_STRING_H
#define DGS_PDF_STRING_H
#include "base/str.h"

bool dgs_pdf_is_ascii(const char *utf8); // printable ASCII only

// UTF-8 -> UTF-16BE bytes after their byte order mark.
void dgs_pdf_add_utf16(dgs_buf *buf, dgs_str utf8);

// The same without mark, in hexadecimal digits, as a ToUnicode map has it.
void dgs_pdf_add_utf16_hex(dgs_buf *buf, dgs_str utf8);

// Bytes for the inside of a literal string, escaped. An uneven bracket would end it, and a carriage return be read as a
// line feed (ISO 32000-1, 7.3.4.2).
void dgs_pdf_add_bytes(dgs_buf *buf, const void *bytes, size_t n);

void dgs_pdf_add_hex(dgs_buf *buf, const void *bytes, size_t n);

// A whole text string: "(plain)" or "<feff...>".
void dgs_pdf_add_text(dgs_buf *buf, const char *utf8);

// "(http://...)" in ASCII: other bytes and spaces as %XX (RFC 3986, 2.1).
void dgs_pdf_add_uri(dgs_buf *buf, const char *url);

// A number with six decimals, for the scale in a matrix, where three are too coarse.
void dgs_pdf_add_scale(dgs_buf *buf, double v);
#endif
