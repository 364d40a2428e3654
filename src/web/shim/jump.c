// What the compiler's calls for setjmp and longjmp want at run time: three functions with the names and the layout
// that LLVM gives them since its version 19.
#include <stdint.h>

typedef struct jump {
    void *call; // the function call that setjmp was in
    uint32_t label;
    struct thrown {
        void *buffer;
        int value;
    } thrown;
} jump;

void __wasm_setjmp(void *buffer, uint32_t label, void *call);
uint32_t __wasm_setjmp_test(void *buffer, void *call);
_Noreturn void __wasm_longjmp(void *buffer, int value);

void __wasm_setjmp(void *buffer, uint32_t label, void *call)
{
    jump *j = buffer;
    j->call = call;
    j->label = label;
}

uint32_t __wasm_setjmp_test(void *buffer, void *call)
{
    const jump *j = buffer;
    return j->call == call ? j->label : 0;
}

_Noreturn void __wasm_longjmp(void *buffer, int value)
{
    enum { C_LONGJMP = 1 }; // the tag's number in LLVM's table
    jump *j = buffer;
    j->thrown = (struct thrown){buffer, value == 0 ? 1 : value};
    __builtin_wasm_throw(C_LONGJMP, &j->thrown);
}
