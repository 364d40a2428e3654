// Markdown -> cmark's tree, in the arena's memory. cmark has no way to say that memory ended (its own allocator ends
// the program), so ours leaves it by a jump. That loses nothing: all that cmark holds is in the arena.
#include <setjmp.h>
#include <stdalign.h>
#include <stdint.h>

#include "content/loader.h"

// What cmark may take for a text. "*a*a*a" takes most, a node for each byte and what keeps them: 226 bytes for one.
static const size_t most_for_any = (size_t)1024 * 1024, most_for_a_byte = 512;

typedef struct memory {
    dgs_arena *arena;
    size_t left;
    jmp_buf out_of_cmark;
} memory;

typedef struct head { // before each piece, so that it can be made larger
    alignas(max_align_t) size_t size;
} head;

// An allocator of cmark is not told for whom it works; this is set while dgs_markdown_parse() is inside of cmark.
static _Thread_local memory *current;

static void *resize(void *old, size_t size)
{
    head *h = old == NULL ? NULL : (head *)old - 1;
    size_t had = h == NULL ? 0 : sizeof *h + h->size;
    if (h != NULL && size <= h->size)
        return old;
    size_t wants = size > SIZE_MAX - sizeof *h ? SIZE_MAX : sizeof *h + size;
    h = wants > current->left ? NULL : dgs_arena_grow(current->arena, h, had, wants);
    if (h == NULL)
        longjmp(current->out_of_cmark, 1);
    current->left -= wants;
    h->size = size;
    return h + 1;
}

static void *allocate(size_t count, size_t size)
{
    return resize(NULL, size != 0 && count > SIZE_MAX / size ? SIZE_MAX : count * size);
}

static void leave(void *piece) // to the arena
{
    (void)piece;
}

bool dgs_markdown_parse(dgs_loader *loader, dgs_str text, cmark_node **root)
{
    static cmark_mem allocator = {allocate, resize, leave};
    memory m = {.arena = loader->arena, .left = most_for_any + text.n * most_for_a_byte};
    cmark_node *volatile tree = NULL;
    current = &m;
    if (setjmp(m.out_of_cmark) == 0) {
        cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocator);
        cmark_parser_feed(parser, text.p, text.n);
        cmark_node *whole = cmark_parser_finish(parser);
        cmark_consolidate_text_nodes(whole);
        tree = whole;
    }
    current = NULL;
    *root = tree;
    return tree == NULL ? dgs_loader_memory(loader) : true;
}
