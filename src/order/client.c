// What is said of a client, which no message repeats.
#include "order/client.h"

#include <stdlib.h>
#include <string.h>

#include "order/ini.h"

bool dgs_client_any(const dgs_client *client)
{
    return client->name != NULL || client->date != NULL || client->next_visit != NULL || client->nnotes > 0 ||
           client->focus != 0;
}

bool dgs_client_steps(const char *typed, unsigned *out)
{
    *out = 0;
    for (const char *p = typed;; p++) {
        char *end;
        long n = strtol(p, &end, 10);
        if (end == p || n < 1 || n > DGS_FOCUS_MAX || (*end != ',' && *end != '\0'))
            return false;
        *out |= 1u << n;
        p = end;
        if (*p == '\0')
            return true;
    }
}

typedef struct client_reading {
    dgs_client *client;
    dgs_arena *arena;
    const char *file;
} client_reading;

static bool take_note(const client_reading *r, const char *copy, int line, dgs_err *err)
{
    if (r->client->nnotes == DGS_NOTES_MAX)
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: there are more than %d notes: combine two", r->file, line,
                        DGS_NOTES_MAX);
    r->client->notes[r->client->nnotes++] = copy;
    return true;
}

static bool take_client(void *ctx, const char *key, const char *value, int line, dgs_err *err)
{
    const client_reading *r = ctx;
    const struct {
        const char *key;
        const char **to;
    } texts[] = {{"client", &r->client->name},
                 {"date", &r->client->date},
                 {"next_visit", &r->client->next_visit},
                 {"therapist", &r->client->therapist}};
    if (value[0] == '\0')
        return true;
    const char *copy = dgs_str_copy(r->arena, dgs_str_of(value));
    if (copy == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(key, texts[i].key) == 0) {
            *texts[i].to = copy;
            return true;
        }
    if (strcmp(key, "note") == 0)
        return take_note(r, copy, line, err);
    if (strcmp(key, "focus") == 0)
        return dgs_client_steps(value, &r->client->focus) ||
               dgs_fail(err, DGS_ERR_DATA, "%s:%d: focus takes the numbers of steps, separated by commas", r->file,
                        line);
    return dgs_fail(err, DGS_ERR_DATA, "%s:%d: unknown key: use client, date, next_visit, therapist, note and focus",
                    r->file, line);
}

bool dgs_client_read(dgs_str text, const char *file, dgs_arena *arena, dgs_client *client, dgs_err *err)
{
    client_reading r = {client, arena, file};
    return dgs_ini_read(text, file, take_client, &r, err);
}
