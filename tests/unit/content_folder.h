// A content folder for the tests of src/content: files are written into it, then a handout is loaded from it.
#ifndef DGS_TESTS_CONTENT_FOLDER_H
#define DGS_TESTS_CONTENT_FOLDER_H
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/content.h"
#include "default_parts.h"
#include "host/folder.h"

// What every emergency.md has to name: in full, in brief, for a doctor today, and whom a step could harm.
#define CALL_NOW \
    "[a](sign:saddle)[b](sign:wiping)[c](sign:pee)[d](sign:poop)[e](sign:sex)[f](sign:legs)[g](sign:both-legs)" \
    "[h](sign:chest)"
#define CALL_TODAY \
    "[i](sign:weaker)[j](sign:ill)[k](sign:weight)[l](sign:fall)[m](sign:constant)[n](sign:clot)[o](sign:risk)"
#define LIMITS \
    "[p](sign:heat-skin)[q](sign:heat-patch)[r](sign:heat-injury)[s](sign:heat-sleep)[t](sign:heat-ask)" \
    "[u](sign:massage-tell)[v](sign:massage-stop)"
#define CALL_NOW_DUMPED \
    "a <sign saddle>b <sign wiping>c <sign pee>d <sign poop>e <sign sex>f <sign legs>g <sign both-legs>h <sign chest>"
#define CALL_TODAY_DUMPED \
    "i <sign weaker>j <sign ill>k <sign weight>l <sign fall>m <sign constant>n <sign clot>o <sign risk>"
#define LIMITS_DUMPED \
    "p <sign heat-skin>q <sign heat-patch>r <sign heat-injury>s <sign heat-sleep>t <sign heat-ask>" \
    "u <sign massage-tell>v <sign massage-stop>"
#define SIGNS_IN_SHORT "# In short\n\n" CALL_NOW "\n\n# Today\n\n" CALL_TODAY "\n\n# Limits\n\n" LIMITS "\n"
#define ALL_SIGNS "# Call 911\n\n" CALL_NOW "\n\n" SIGNS_IN_SHORT

static dgs_arena *arena;
static dgs_doc doc;
static dgs_err err;
static char folder[32];
static dgs_files content; // of the folder
static const dgs_profile NOBODY = {0};

static void open_folder(void)
{
    strcpy(folder, "/tmp/dgs-content-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    content = dgs_folder_files(folder);
    arena = dgs_arena_new(256u << 20);
    ck_assert_ptr_nonnull(arena);
}

static const char *path_of(const char *name)
{
    static char path[96];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void close_folder(void)
{
    static const char *const names[] = {"guide.md",   "article.md", "care.md", "worksheet.md", "emergency.md",
                                        "strings.md", "handout.md", "dot.svg", "logo.svg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        (void)unlink(path_of(names[i]));
    ck_assert_int_eq(rmdir(folder), 0);
    dgs_arena_free(arena);
    arena = NULL;
}

static void put_bytes(const char *name, const char *bytes, size_t n)
{
    FILE *f = fopen(path_of(name), "wb");
    ck_assert_ptr_nonnull(f);
    ck_assert_uint_eq(fwrite(bytes, 1, n, f), n);
    ck_assert_int_eq(fclose(f), 0);
}

static void put(const char *name, const char *text)
{
    put_bytes(name, text, strlen(text));
}

// strings.md with these lines and the built-in ones of all other keys.
static inline void put_strings(const char *lines)
{
    const dgs_content_file *files;
    size_t n, i = 0;
    ck_assert(dgs_content_export(dgs_package_builtin(NULL), arena, &files, &n, &err));
    while (strcmp(files[i].name, "strings.md") != 0)
        i++;
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, lines);
    for (const char *p = files[i].bytes.p, *next; p < files[i].bytes.p + files[i].bytes.n; p = next) {
        char key[40] = "";
        next = strchr(p, '\n') + 1;
        (void)sscanf(p, "%30[a-z -]", key); // "- title"
        strcat(key, ":");
        if (strncmp(p, "- ", 2) == 0 && strstr(lines, key) == NULL)
            dgs_buf_add(&text, p, (size_t)(next - p));
    }
    put("strings.md", text.p);
}

static bool load_for(const dgs_profile *profile, const char *dir, unsigned parts)
{
    content = dgs_folder_files(dir == NULL ? "" : dir);
    const dgs_content_source source = {
        .content = dir == NULL ? NULL : &content, .files = &dgs_files_given, .parts = parts};
    err = (dgs_err){0};
    return dgs_content_load(&source, profile, arena, &doc, &err);
}

static inline bool load(unsigned parts)
{
    return load_for(&NOBODY, folder, parts);
}

// The loaded document as text; freed by the caller.
static inline char *dump(void)
{
    dgs_buf text = {.arena = arena};
    ck_assert(dgs_content_dump(&doc, &text));
    char *copy = strdup(text.p);
    ck_assert_ptr_nonnull(copy);
    return copy;
}

static inline void dump_has(const char *words, bool wanted)
{
    char *text = dump();
    ck_assert_msg((strstr(text, words) != NULL) == wanted, "%s '%s' in:\n%.3000s", wanted ? "no" : "there is", words,
                  text);
    free(text);
}
static inline const dgs_node *find_box(dgs_box_role role)
{
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n))
        if (n->kind == DGS_NODE_BOX && n->box == role)
            return n;
    return NULL;
}

static inline const dgs_node *find_id(const char *id)
{
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n))
        if (n->kind == DGS_NODE_HEADING && strcmp(n->id, id) == 0)
            return n;
    return NULL;
}

#endif
