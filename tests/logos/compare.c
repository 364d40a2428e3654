// logo-compare OURS.png THEIRS.png SIDE: how far two pictures of a drawing differ, whatever their sizes and margins.
// Both are laid on white, cut to what is seen there and brought to the same size, the longer side SIDE pixels. Where
// nothing is seen on white, black is tried. Prints "nothing" where neither shows anything, else "ASPECT MEAN SHARE":
// the quotient of their shapes; and the mean difference and the share of pixels that differ by more than a sixth. What
// is off by less than a pixel is the same: a pixel counts as far as it lies outside of what the nine pixels there in
// the other picture have.
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 3, SEEN = 10, SIDE_MOST = 1024 };

typedef struct picture {
    int w, h;
    unsigned char *rgba;
} picture;

typedef struct window {
    int left, top, right, bottom; // right and bottom lie behind it
} window;

typedef struct small { // from 0 to 1, with a margin of one pixel of the ground
    int w, h;
    double *v;
} small;

static bool load(const char *path, picture *out)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path))
        return false;
    image.format = PNG_FORMAT_RGBA;
    *out = (picture){(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    return out->rgba != NULL && png_image_finish_read(&image, NULL, out->rgba, 0, NULL);
}

static double on(const picture *p, int x, int y, int channel, int ground)
{
    const unsigned char *pixel = p->rgba + 4 * ((size_t)y * (size_t)p->w + (size_t)x);
    return (pixel[channel] * pixel[3] + ground * (255 - pixel[3])) / 255.0;
}

static bool find(const picture *p, int ground, window *out)
{
    *out = (window){p->w, p->h, 0, 0};
    for (int y = 0; y < p->h; y++)
        for (int x = 0; x < p->w; x++)
            for (int c = 0; c < CHANNELS; c++) {
                if (fabs(on(p, x, y, c, ground) - ground) <= SEEN)
                    continue;
                out->left = x < out->left ? x : out->left;
                out->top = y < out->top ? y : out->top;
                out->right = x + 1 > out->right ? x + 1 : out->right;
                out->bottom = y + 1;
            }
    return out->bottom > 0;
}

// How much of the cell from a to b a pixel covers.
static double share(int pixel, double a, double b)
{
    return fmax(0, fmin(pixel + 1, b) - fmax(pixel, a));
}

static double mean_of(const picture *p, const window *from, const double cell[4], int channel, int ground)
{
    double sum = 0, all = 0;
    for (int y = (int)cell[1]; y < from->bottom && y < cell[3]; y++)
        for (int x = (int)cell[0]; x < from->right && x < cell[2]; x++) {
            double weight = share(x, cell[0], cell[2]) * share(y, cell[1], cell[3]);
            sum += weight * on(p, x, y, channel, ground);
            all += weight;
        }
    return all > 0 ? sum / all / 255 : ground / 255.0;
}

static bool shrink(const picture *p, const window *from, int ground, small *out)
{
    out->v = malloc(sizeof *out->v * CHANNELS * (size_t)out->w * (size_t)out->h);
    if (out->v == NULL)
        return false;
    double across = (double)(from->right - from->left) / (out->w - 2),
           down = (double)(from->bottom - from->top) / (out->h - 2);
    for (int y = 0; y < out->h; y++)
        for (int x = 0; x < out->w; x++)
            for (int c = 0; c < CHANNELS; c++) {
                bool edge = x == 0 || y == 0 || x == out->w - 1 || y == out->h - 1;
                const double cell[] = {from->left + (x - 1) * across, from->top + (y - 1) * down,
                                       from->left + x * across, from->top + y * down};
                out->v[CHANNELS * (y * out->w + x) + c] = edge ? ground / 255.0 : mean_of(p, from, cell, c, ground);
            }
    return true;
}

// How far a pixel of one lies outside of the nine of the other.
static double outside(const small *one, const small *other, int x, int y, int channel)
{
    double least = 1, most = 0, v = one->v[CHANNELS * (y * one->w + x) + channel];
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            int at_x = x + dx, at_y = y + dy;
            if (at_x < 0 || at_y < 0 || at_x >= one->w || at_y >= one->h)
                continue;
            double there = other->v[CHANNELS * (at_y * one->w + at_x) + channel];
            least = fmin(least, there);
            most = fmax(most, there);
        }
    return fmax(0, fmax(v - most, least - v));
}

static void tell(const small *a, const small *b, double aspect)
{
    double sum = 0, far = 0;
    for (int y = 0; y < a->h; y++)
        for (int x = 0; x < a->w; x++) {
            double worst = 0;
            for (int c = 0; c < CHANNELS; c++)
                worst = fmax(worst, fmax(outside(a, b, x, y, c), outside(b, a, x, y, c)));
            sum += worst;
            far += worst > 1 / 6.0;
        }
    printf("%.4f %.5f %.5f\n", aspect, sum / (a->w * a->h), far / (a->w * a->h));
}

static bool compare(const picture *ours, const picture *theirs, int side)
{
    window a, b;
    int ground = 255;
    bool first = find(ours, ground, &a), second = find(theirs, ground, &b);
    if (!first || !second) {
        ground = 0;
        first = find(ours, ground, &a);
        second = find(theirs, ground, &b);
    }
    if (!first || !second)
        return puts(!first && !second ? "nothing" : "9 1 1") >= 0;
    double w = b.right - b.left, h = b.bottom - b.top, scale = side / fmax(w, h);
    small left = {.w = 2 + (int)fmax(1, round(w * scale)), .h = 2 + (int)fmax(1, round(h * scale))}, right = left;
    bool ok = shrink(ours, &a, ground, &left) && shrink(theirs, &b, ground, &right);
    if (ok)
        tell(&left, &right, (double)(a.right - a.left) / (a.bottom - a.top) / (w / h));
    free(left.v);
    free(right.v);
    return ok;
}

int main(int argc, char **argv)
{
    picture ours = {0}, theirs = {0};
    int side = argc == 4 ? (int)strtol(argv[3], NULL, 10) : 0;
    bool ok = side > 0 && side <= SIDE_MOST && load(argv[1], &ours) && load(argv[2], &theirs) &&
              compare(&ours, &theirs, side);
    free(ours.rgba);
    free(theirs.rgba);
    return ok ? 0 : 2;
}
