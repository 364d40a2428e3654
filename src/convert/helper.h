// The helper process of convert/convert.h, and what is said to it. Private to the two.
#ifndef DGS_CONVERT_HELPER_H
#define DGS_CONVERT_HELPER_H
#include <stdbool.h>

enum { DGS_HELPER_SVG, DGS_HELPER_PNG, DGS_HELPER_VERDICT, DGS_HELPER_ENDS }; // of pipes, in the order they are sent

typedef struct dgs_helper_order { // sent with the pipes' ends: to read the SVG, to write the PNG, to write the verdict
    unsigned across, down;        // pixels; both 0: it is asked about a font (convert/fonts.h), not for a drawing
} dgs_helper_order;

typedef enum dgs_helper_verdict { DGS_HELPER_FAILED, DGS_HELPER_DREW, DGS_HELPER_LATE } dgs_helper_verdict; // a byte

// Starts the helper, which is nobody's child, and gives the socket to it; -1 with errno.
int dgs_helper_start(const char *program, bool (*confine)(const char *program));

bool dgs_helper_send(int helper, const dgs_helper_order *order, const int ends[DGS_HELPER_ENDS]);
#endif
