/* FreeType's ground: memory only. There are no files, no environment and so nothing to import from the host. */
#include <stdlib.h>
#include <ft2build.h>
#include FT_CONFIG_CONFIG_H
#include <freetype/internal/ftdebug.h>
#include <freetype/internal/ftstream.h>
#include <freetype/ftsystem.h>
#include <freetype/fterrors.h>

static void *allocate(FT_Memory memory, long size) {
  (void)memory;
  return malloc((size_t)size);
}

static void *reallocate(FT_Memory memory, long old_size, long new_size, void *block) {
  (void)memory;
  (void)old_size;
  return realloc(block, (size_t)new_size);
}

static void release(FT_Memory memory, void *block) {
  (void)memory;
  free(block);
}

static struct FT_MemoryRec_ the_memory = {0, allocate, release, reallocate};

FT_BASE_DEF(FT_Memory) FT_New_Memory(void) { return &the_memory; }

FT_BASE_DEF(void) FT_Done_Memory(FT_Memory memory) { (void)memory; }

FT_BASE_DEF(FT_Error) FT_Stream_Open(FT_Stream stream, const char *path) {
  (void)stream;
  (void)path;
  return FT_THROW(Cannot_Open_Resource);
}
