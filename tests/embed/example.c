// A branded handout by the library alone: example NAME COLOR LOGO OUT. The logo's bytes are read by this program and
// given to the library, which opens no file.
#include <dgs-handout.h>
#include <stdio.h>
#include <stdlib.h>

static void *read_file(const char *path, size_t *size)
{
    enum { MOST = 1 << 20 };
    char *bytes = malloc(MOST);
    FILE *from = bytes == NULL ? NULL : fopen(path, "rb");
    if (from == NULL)
        return NULL;
    *size = fread(bytes, 1, MOST, from);
    (void)fclose(from);
    return bytes;
}

static int write_file(const char *path, const dgs_handout_result *result)
{
    size_t size;
    const void *pdf = dgs_handout_pdf(result, &size);
    for (size_t i = 0; i < dgs_handout_finding_count(result); i++)
        (void)fprintf(stderr, "%s\n", dgs_handout_finding_at(result, i).sentence);
    FILE *to = pdf == NULL ? NULL : fopen(path, "wb");
    int ok = to != NULL && fwrite(pdf, 1, size, to) == size;
    return to != NULL && fclose(to) == 0 && ok;
}

int main(int argc, char **argv)
{
    size_t size = 0;
    dgs_handout_error error = {0};
    if (argc != 5)
        return 2;
    void *logo = read_file(argv[3], &size);
    dgs_handout_order *order = dgs_handout_order_new(NULL);
    int ok =
        logo != NULL && order != NULL && dgs_handout_order_file(order, "logo", logo, size, &error) &&
        dgs_handout_order_set(order, "logo", "logo", &error) && dgs_handout_order_set(order, "name", argv[1], &error) &&
        dgs_handout_order_set(order, "color", argv[2], &error) && dgs_handout_order_date(order, 1700000000, &error);
    dgs_handout_result *result = ok ? dgs_handout_make(order, &error) : NULL;
    if (result == NULL)
        (void)fprintf(stderr, "%s\n", error.message);
    ok = result != NULL && write_file(argv[4], result);
    dgs_handout_result_free(result);
    dgs_handout_order_free(order);
    free(logo);
    return ok ? 0 : 1;
}
