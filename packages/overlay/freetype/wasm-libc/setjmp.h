/* FreeType jumps only out of a broken character map's check. Here that ends the module, which is then made anew. */
#ifndef MARQUEE_SETJMP_H
#define MARQUEE_SETJMP_H
typedef int jmp_buf[1];
#define setjmp(buffer) 0
#define longjmp(buffer, value) __builtin_trap()
#endif
