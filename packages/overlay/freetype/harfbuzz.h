/* The names that FreeType itself keeps of HarfBuzz' interface, for systems without its headers. */
#ifndef MARQUEE_HARFBUZZ_H
#define MARQUEE_HARFBUZZ_H
#include <ft2build.h>
#include FT_FREETYPE_H
#include "ft-hb-types.h"

#define HB_EXTERN(result, name, arguments) result name arguments;
#include "ft-hb-decls.h"
#undef HB_EXTERN
#endif
