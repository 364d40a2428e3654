// The modules of a QR code -> outlines.
#include "layout/qr_art.h"

typedef enum heading { EAST, SOUTH, WEST, NORTH } heading;

enum { HEADINGS = 4, QUIET = 2 * DGS_QR_QUIET };

typedef struct tracer { // walks round the dark modules, which lie on its right
    const dgs_qr *qr;
    uint8_t *open; // by corner of the grid: a bit for each heading that an edge still to be walked leaves it in
    uint8_t *ops;
    float *points;
    size_t nops, npoints;
} tracer;

static bool dark(const dgs_qr *qr, size_t x, size_t y) // beyond the edge all is light
{
    return x < qr->side && y < qr->side && qr->modules[y * qr->side + x] != 0;
}

static uint8_t *corner(const tracer *t, size_t x, size_t y)
{
    return &t->open[y * (t->qr->side + 1) + x];
}

// Opens the edges where dark meets light; returns how many there are.
static size_t open_edges(tracer *t)
{
    size_t n = 0;
    for (size_t y = 0; y < t->qr->side; y++)
        for (size_t x = 0; x < t->qr->side; x++) {
            if (!dark(t->qr, x, y))
                continue;
            const bool edges[HEADINGS] = {y == 0 || !dark(t->qr, x, y - 1), !dark(t->qr, x + 1, y),
                                          !dark(t->qr, x, y + 1), x == 0 || !dark(t->qr, x - 1, y)};
            for (unsigned to = 0; to < HEADINGS; to++) {
                size_t right = to == SOUTH || to == WEST, down = to == WEST || to == NORTH;
                *corner(t, x + right, y + down) |= (uint8_t)(edges[to] << to);
                n += edges[to];
            }
        }
    return n;
}

static void put(tracer *t, dgs_path_op op, size_t x, size_t y)
{
    t->ops[t->nops++] = (uint8_t)op;
    if (op == DGS_PATH_CLOSE)
        return;
    t->points[t->npoints++] = (float)x;
    t->points[t->npoints++] = (float)y;
}

// One outline, from a corner that it leaves to the east and enters from elsewhere. Where modules touch at a corner
// only, the walk keeps to its own: it turns right.
static void trace(tracer *t, size_t x, size_t y)
{
    unsigned to = EAST;
    put(t, DGS_PATH_MOVE, x, y);
    for (uint8_t *at = corner(t, x, y); (*at & 1u << to) != 0;) {
        *at = (uint8_t)(*at & ~(1u << to));
        x = to == EAST ? x + 1 : to == WEST ? x - 1 : x;
        y = to == SOUTH ? y + 1 : to == NORTH ? y - 1 : y;
        at = corner(t, x, y);
        static const unsigned turns[] = {1, 0, 3}; // right, straight on, left
        unsigned next = to;
        for (size_t i = 3; i-- > 0;)
            if ((*at & 1u << (to + turns[i]) % HEADINGS) != 0)
                next = (to + turns[i]) % HEADINGS;
        if (next != to)
            put(t, DGS_PATH_LINE, x, y);
        to = next;
    }
    put(t, DGS_PATH_CLOSE, 0, 0);
}

const dgs_art *dgs_qr_art(const dgs_qr *qr, dgs_arena *arena)
{
    size_t corners = (qr->side + 1) * (qr->side + 1);
    tracer t = {.qr = qr, .open = dgs_arena_alloc(arena, corners)};
    size_t edges = t.open == NULL ? 0 : open_edges(&t);
    dgs_art *art = dgs_arena_alloc(arena, sizeof *art);
    dgs_path *path = dgs_arena_alloc(arena, sizeof *path);
    t.ops = dgs_arena_array(arena, 2 * edges + 1, sizeof *t.ops);
    t.points = dgs_arena_array(arena, 2 * edges + 1, sizeof *t.points);
    if (t.open == NULL || art == NULL || path == NULL || t.ops == NULL || t.points == NULL)
        return NULL;
    for (size_t y = 0; y <= qr->side; y++)
        for (size_t x = 0; x <= qr->side; x++)
            while ((*corner(&t, x, y) & 1u << EAST) != 0)
                trace(&t, x, y);
    *path = (dgs_path){.fill = {.kind = DGS_PAINT_CURRENT}, .ops = t.ops, .nops = t.nops, .points = t.points};
    float all = (float)(qr->side + QUIET);
    *art = (dgs_art){
        .x = -DGS_QR_QUIET, .y = -DGS_QR_QUIET, .w = all, .h = all, .whole = true, .paths = path, .npaths = 1};
    return art;
}
