// setjmp for WebAssembly, which Debian's wasi-libc has not: the compiler turns the calls into exceptions
// (-mllvm -wasm-enable-sjlj), and jump.c is what they need at run time.
#ifndef DGS_SHIM_SETJMP_H
#define DGS_SHIM_SETJMP_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct {
    unsigned long words[8];
} jmp_buf[1];
int setjmp(jmp_buf) __attribute__((__returns_twice__));
_Noreturn void longjmp(jmp_buf, int);
#define setjmp setjmp
#ifdef __cplusplus
}
#endif
#endif
