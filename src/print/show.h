// What there are of printers, and what would be sent to one, as JSON and as a table. Asks nobody.
#ifndef DGS_PRINT_SHOW_H
#define DGS_PRINT_SHOW_H
#include <stdio.h>

#include "print/compose.h"

// Both are false when writing fails or memory ends.
bool dgs_printers_json(const dgs_printer *printers, size_t n, FILE *to);
bool dgs_printers_text(const dgs_printer *printers, size_t n, dgs_arena *arena, FILE *to);

// Prints the plan as JSON: {"printer", "uri", "document": {"pages", "bytes"}, "attributes": {...}, "notes": [...]}.
// False when writing fails or memory ends.
bool dgs_plan_show(const dgs_plan *plan, const dgs_printer *printer, const char *title, const dgs_composed *work,
                   FILE *to);
#endif
