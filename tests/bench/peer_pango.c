// Pango and cairo: `peer_pango FOLDER N` makes N handouts in one process. FOLDER has words.txt, practices.txt and
// fonts.conf, which leads to the handout's own fonts. The text of the last two parts runs in two columns.
#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS_MAX = 400, CELLS_MAX = 16, WIDTH = 612, HEIGHT = 792, MARGIN = 54, TOP = 84, FOOT = 30, GAP = 24 };

typedef struct block { // a line of words.txt: its kind, its cells
    char *cells[CELLS_MAX];
    int n;
} block;

typedef struct practice {
    char *name, *phone, *url, *color, *logo, *qr;
} practice;

typedef struct page { // where the next block goes
    cairo_t *cr;
    PangoLayout *layout;
    const practice *practice;
    cairo_surface_t *logo, *qr;
    double y, column_width, red, green, blue;
    int column, columns, parts;
} page;

static int split(char *line, char **cells, int most)
{
    int n = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *cell; n < most && (cell = strsep(&line, "\t")) != NULL;)
        cells[n++] = cell;
    return n;
}

static cairo_surface_t *load(const char *folder, const char *name)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return cairo_image_surface_create_from_png(path);
}

static void picture(const page *p, cairo_surface_t *image, double x, double y, double height)
{
    double scale = height / cairo_image_surface_get_height(image);
    cairo_save(p->cr);
    cairo_translate(p->cr, x, y);
    cairo_scale(p->cr, scale, scale);
    cairo_set_source_surface(p->cr, image, 0, 0);
    cairo_paint(p->cr);
    cairo_restore(p->cr);
}

static void set(const page *p, const char *markup, double width, double size, int brand)
{
    PangoFontDescription *font = pango_font_description_from_string("Source Sans 3");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, brand ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(p->layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(p->layout, (int)(width * PANGO_SCALE));
    pango_layout_set_markup(p->layout, markup, -1);
    cairo_set_source_rgb(p->cr, brand ? p->red : 0.11, brand ? p->green : 0.11, brand ? p->blue : 0.11);
}

static double height_of(const page *p)
{
    int height;
    pango_layout_get_size(p->layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

static void show(const page *p, double x, double y)
{
    cairo_move_to(p->cr, x, y);
    pango_cairo_show_layout(p->cr, p->layout);
}

static void header(const page *p)
{
    char text[600];
    picture(p, p->logo, MARGIN, 28, 36);
    picture(p, p->qr, WIDTH - MARGIN - 50, 22, 50);
    (void)snprintf(text, sizeof text, "<b>%s</b>\n%s\n%s", p->practice->name, p->practice->phone, p->practice->url);
    set(p, text, 300, 10, 0);
    show(p, MARGIN + 80, 28);
}

static void next_column(page *p)
{
    if (++p->column == p->columns) {
        cairo_show_page(p->cr);
        p->column = 0;
        header(p);
    }
    p->y = TOP;
}

static void begin_part(page *p)
{
    if (p->parts++ > 0)
        cairo_show_page(p->cr);
    p->columns = p->parts == 1 ? 1 : 2;
    p->column_width = p->columns == 1 ? WIDTH - 2 * MARGIN : (WIDTH - 2 * MARGIN - GAP) / 2.0;
    p->column = 0;
    p->y = TOP;
    header(p);
}

static void table_row(page *p, const block *b)
{
    double cell = p->column_width / (b->n - 1), x = MARGIN + p->column * (p->column_width + GAP);
    if (p->y + 16 > HEIGHT - FOOT)
        next_column(p);
    for (int i = 1; i < b->n; i++) {
        set(p, b->cells[i], cell, 9, 0);
        show(p, x + (i - 1) * cell + 2, p->y + 2);
        cairo_set_source_rgb(p->cr, p->red, p->green, p->blue);
        cairo_set_line_width(p->cr, 0.5);
        cairo_rectangle(p->cr, x + (i - 1) * cell, p->y, cell, 16);
        cairo_stroke(p->cr);
    }
    p->y += 16;
}

static void paragraph(page *p, const block *b)
{
    static const double sizes[] = {18, 15, 13, 11};
    const char *kind = b->cells[0];
    int heading = kind[0] == 'h', item = strcmp(kind, "li") == 0;
    double indent = item ? 12 : 0;
    set(p, b->cells[1], p->column_width - indent, heading ? sizes[kind[1] - '1'] : 10.2, heading);
    double height = height_of(p);
    if (p->y + height > HEIGHT - FOOT) {
        next_column(p);
        set(p, b->cells[1], p->column_width - indent, heading ? sizes[kind[1] - '1'] : 10.2, heading);
    }
    double x = MARGIN + p->column * (p->column_width + GAP);
    show(p, x + indent, p->y);
    if (item) {
        cairo_arc(p->cr, x + 4, p->y + 8, 1.5, 0, 6.3);
        cairo_fill(p->cr);
    }
    p->y += height + (heading ? 2 : 3);
}

static void make(const char *folder, int i, const practice *who, const block *blocks, int nblocks)
{
    char path[4096];
    unsigned red, green, blue;
    (void)snprintf(path, sizeof path, "%s/pango%d.pdf", folder, i);
    cairo_surface_t *surface = cairo_pdf_surface_create(path, WIDTH, HEIGHT);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, who->name);
    page p = {
        .cr = cairo_create(surface), .practice = who, .logo = load(folder, who->logo), .qr = load(folder, who->qr)};
    if (sscanf(who->color, "#%2x%2x%2x", &red, &green, &blue) == 3) {
        p.red = red / 255.0;
        p.green = green / 255.0;
        p.blue = blue / 255.0;
    }
    p.layout = pango_cairo_create_layout(p.cr);
    for (int k = 0; k < nblocks; k++) {
        if (strcmp(blocks[k].cells[0], "page") == 0)
            begin_part(&p);
        else if (strcmp(blocks[k].cells[0], "row") == 0)
            table_row(&p, &blocks[k]);
        else
            paragraph(&p, &blocks[k]);
    }
    g_object_unref(p.layout);
    cairo_destroy(p.cr);
    cairo_surface_destroy(p.logo);
    cairo_surface_destroy(p.qr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        exit(1);
    cairo_surface_destroy(surface);
}

static FILE *open_in(const char *folder, const char *name)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    return file;
}

int main(int argc, char **argv)
{
    static block blocks[BLOCKS_MAX];
    int nblocks = 0, n = argc == 3 ? atoi(argv[2]) : 0;
    char *line = NULL;
    size_t cap = 0;
    if (n == 0)
        return 2;
    FILE *words = open_in(argv[1], "words.txt");
    while (nblocks < BLOCKS_MAX && getline(&line, &cap, words) > 0) {
        char *kept = strdup(line);
        blocks[nblocks].n = split(kept, blocks[nblocks].cells, CELLS_MAX);
        nblocks++;
    }
    FILE *practices = open_in(argv[1], "practices.txt");
    for (int i = 0; i < n && getline(&line, &cap, practices) > 0; i++) {
        practice who;
        if (split(line, (char **)&who, 6) == 6)
            make(argv[1], i, &who, blocks, nblocks);
    }
    (void)fclose(words);
    (void)fclose(practices);
    return 0;
}
