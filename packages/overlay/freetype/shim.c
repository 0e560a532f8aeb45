/*
 * What the text engine asks of FreeType, glyph by glyph. Where glyphs go is decided in TypeScript (src/text); here is
 * only what needs FreeType: names, advances, boxes and bitmaps, with the load flags that Pillow uses.
 */
#include <stdlib.h>
#include <string.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_BITMAP_H
#include FT_GLYPH_H
#include FT_MULTIPLE_MASTERS_H
#include FT_SFNT_NAMES_H
#include FT_SIZES_H
#include FT_STROKER_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H
#include "layout-table.h"

#define EXPORT(name) __attribute__((export_name(#name))) name
#define IMPORT(name) __attribute__((import_module("harfbuzz"), import_name(#name))) name

/* Writes into HarfBuzz' memory, which is not ours. */
void IMPORT(store)(FT_UInt32 pointer, FT_UInt32 value);

static FT_Library library;
static FT_Stroker stroker;
static FT_Bitmap converted;

/* What the last call that fills it has found; read by TypeScript as 32-bit integers in this order. */
static struct {
  FT_Int32 advance;
  FT_Int32 x_min, y_min, x_max, y_max;
  FT_Int32 left, top, width, rows, pitch;
  const unsigned char *pixels;
  FT_Int32 text_length;
} found;

void *EXPORT(facts)(void) { return &found; }

void *EXPORT(take)(FT_UInt32 size) { return malloc(size); }

void EXPORT(give)(void *block) { free(block); }

int EXPORT(start)(void) {
  FT_Error error = FT_Init_FreeType(&library);
  if (!error) error = FT_Stroker_New(library, &stroker);
  FT_Bitmap_Init(&converted);
  return error;
}

/* The bytes must stay where they are as long as the face lives. Returns 0 for what is no font. */
FT_Face EXPORT(face_open)(const unsigned char *bytes, FT_UInt32 length) {
  FT_Face face = NULL;
  if (FT_New_Memory_Face(library, bytes, (FT_Long)length, 0, &face)) return NULL;
  return face;
}

void EXPORT(face_close)(FT_Face face) { FT_Done_Face(face); }

const char *EXPORT(face_family)(FT_Face face) { return face->family_name; }

const char *EXPORT(face_style)(FT_Face face) { return face->style_name; }

int EXPORT(face_has_kerning)(FT_Face face) { return FT_HAS_KERNING(face) ? 1 : 0; }

int EXPORT(style_count)(FT_Face face) {
  FT_MM_Var *axes = NULL;
  if (FT_Get_MM_Var(face, &axes)) return -1;
  int count = (int)axes->num_namedstyles;
  FT_Done_MM_Var(library, axes);
  return count;
}

/* The name as its bytes stand in the font, whatever their encoding: the first record with that id, as Pillow takes it. */
const unsigned char *EXPORT(style_name)(FT_Face face, FT_UInt32 style) {
  FT_MM_Var *axes = NULL;
  found.text_length = 0;
  if (FT_Get_MM_Var(face, &axes)) return NULL;
  const unsigned char *text = NULL;
  FT_UInt names = FT_Get_Sfnt_Name_Count(face);
  for (FT_UInt i = 0; style < axes->num_namedstyles && i < names && !text; i++) {
    FT_SfntName name;
    if (FT_Get_Sfnt_Name(face, i, &name) || name.name_id != axes->namedstyle[style].strid) continue;
    text = name.string;
    found.text_length = (FT_Int32)name.string_len;
  }
  FT_Done_MM_Var(library, axes);
  return text;
}

/* Counted from 1, as FreeType does. */
int EXPORT(style_set)(FT_Face face, FT_UInt32 number) { return FT_Set_Named_Instance(face, number); }

int EXPORT(axis_count)(FT_Face face) {
  FT_MM_Var *axes = NULL;
  if (FT_Get_MM_Var(face, &axes)) return 0;
  int count = (int)axes->num_axis;
  FT_Done_MM_Var(library, axes);
  return count;
}

FT_UInt32 EXPORT(axis_tag)(FT_Face face, FT_UInt32 axis) {
  FT_MM_Var *axes = NULL;
  if (FT_Get_MM_Var(face, &axes)) return 0;
  FT_UInt32 tag = axis < axes->num_axis ? (FT_UInt32)axes->axis[axis].tag : 0;
  FT_Done_MM_Var(library, axes);
  return tag;
}

/* Where an axis stands, in 16.16. */
FT_Int32 EXPORT(axis_position)(FT_Face face, FT_UInt32 axis) {
  FT_Fixed positions[32] = {0};
  if (axis >= 32 || FT_Get_Var_Design_Coordinates(face, 32, positions)) return 0;
  return (FT_Int32)positions[axis];
}

/* A size, in 26.6 pixels, becomes the face's current one. Returns 0 when the font refuses it. */
FT_Size EXPORT(size_open)(FT_Face face, FT_Int32 size) {
  FT_Size made = NULL;
  FT_Size_RequestRec request = {FT_SIZE_REQUEST_TYPE_NOMINAL, size, size, 0, 0};
  if (FT_New_Size(face, &made)) return NULL;
  if (FT_Activate_Size(made) || FT_Request_Size(face, &request)) {
    FT_Done_Size(made);
    return NULL;
  }
  return made;
}

int EXPORT(size_use)(FT_Size size) { return FT_Activate_Size(size); }

FT_UInt32 EXPORT(glyph_of)(FT_Face face, FT_UInt32 character) { return FT_Get_Char_Index(face, character); }

/* In 26.6, hinted and rounded to whole pixels as FreeType does by default. */
FT_Int32 EXPORT(kerning)(FT_Face face, FT_UInt32 left, FT_UInt32 right) {
  FT_Vector delta;
  return FT_Get_Kerning(face, left, right, FT_KERNING_DEFAULT, &delta) ? 0 : (FT_Int32)delta.x;
}

/* The same in font units, for shaping. */
FT_Int32 EXPORT(kerning_units)(FT_Face face, FT_UInt32 left, FT_UInt32 right) {
  FT_Vector delta;
  return FT_Get_Kerning(face, left, right, FT_KERNING_UNSCALED, &delta) ? 0 : (FT_Int32)delta.x;
}

FT_UInt32 EXPORT(units_per_em)(FT_Face face) { return face->units_per_EM; }

/* Whether the GPOS table kerns, so that the kern table is not asked. */
int EXPORT(positions_kerning)(FT_Face face) {
  FT_ULong size = 0;
  if (FT_Load_Sfnt_Table(face, TTAG_GPOS, 0, NULL, &size)) return 0;
  FT_Byte *bytes = malloc(size + 1);
  if (!bytes || FT_Load_Sfnt_Table(face, TTAG_GPOS, 0, bytes, &size)) size = 0;
  layout_table table = {bytes, (FT_UInt32)size};
  int found = has_feature(table, HB_TAG('k', 'e', 'r', 'n'));
  free(bytes);
  return found;
}

static int measure(FT_Face face, FT_UInt32 glyph, FT_Int32 flags) {
  FT_Glyph copy;
  FT_BBox box;
  FT_Error error = FT_Load_Glyph(face, glyph, flags);
  if (!error) error = FT_Get_Glyph(face->glyph, &copy);
  if (error) return error;
  FT_Glyph_Get_CBox(copy, FT_GLYPH_BBOX_PIXELS, &box);
  FT_Done_Glyph(copy);
  found.advance = (FT_Int32)face->glyph->metrics.horiAdvance;
  found.x_min = (FT_Int32)box.xMin;
  found.y_min = (FT_Int32)box.yMin;
  found.x_max = (FT_Int32)box.xMax;
  found.y_max = (FT_Int32)box.yMax;
  return 0;
}

static FT_Int32 flags_of(int stroked) { return stroked ? FT_LOAD_NO_BITMAP : FT_LOAD_DEFAULT; }

int EXPORT(glyph_measure)(FT_Face face, FT_UInt32 glyph, int stroked) {
  return measure(face, glyph, flags_of(stroked));
}

static int keep_bitmap(const FT_Bitmap *bitmap, FT_Int left, FT_Int top) {
  found.left = left;
  found.top = top;
  found.width = (FT_Int32)bitmap->width;
  found.rows = (FT_Int32)bitmap->rows;
  found.pitch = bitmap->pitch;
  found.pixels = bitmap->buffer;
  if (!bitmap->buffer || bitmap->pixel_mode == FT_PIXEL_MODE_GRAY) return 0;
  int levels = bitmap->pixel_mode == FT_PIXEL_MODE_MONO ? 1 : bitmap->pixel_mode == FT_PIXEL_MODE_GRAY2 ? 3
               : bitmap->pixel_mode == FT_PIXEL_MODE_GRAY4 ? 15 : 0;
  if (levels == 0) return FT_Err_Unimplemented_Feature;
  FT_Error error = FT_Bitmap_Convert(library, bitmap, &converted, 1);
  if (error) return error;
  for (FT_UInt i = 0; i < converted.rows * (FT_UInt)converted.pitch; i++) converted.buffer[i] *= 255 / levels;
  found.pitch = converted.pitch;
  found.pixels = converted.buffer;
  return 0;
}

/* The glyph's ink as 8-bit coverage, in memory that the next call overwrites. */
int EXPORT(glyph_render)(FT_Face face, FT_UInt32 glyph, int stroked) {
  FT_Error error = FT_Load_Glyph(face, glyph, flags_of(stroked) | FT_LOAD_RENDER);
  if (error) return error;
  return keep_bitmap(&face->glyph->bitmap, face->glyph->bitmap_left, face->glyph->bitmap_top);
}

/* The glyph with an outline of this radius (26.6) around it, filled. */
int EXPORT(glyph_stroke)(FT_Face face, FT_UInt32 glyph, FT_Int32 radius) {
  static FT_Glyph last;
  FT_Vector origin = {0, 0};
  FT_Error error = FT_Load_Glyph(face, glyph, FT_LOAD_NO_BITMAP);
  FT_Done_Glyph(last);
  last = NULL;
  if (!error) error = FT_Get_Glyph(face->glyph, &last);
  if (error) return error;
  FT_Stroker_Set(stroker, radius, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
  error = FT_Glyph_StrokeBorder(&last, stroker, 0, 1);
  if (!error) error = FT_Glyph_To_Bitmap(&last, FT_RENDER_MODE_NORMAL, &origin, 1);
  if (error) return error;
  FT_BitmapGlyph drawn = (FT_BitmapGlyph)last;
  return keep_bitmap(&drawn->bitmap, drawn->left, drawn->top);
}

/* The two below are called by HarfBuzz itself: they are put into its function table, with a face as its font data. */

FT_Int32 EXPORT(shaping_advance)(void *font, FT_Face face, FT_UInt32 glyph, void *unused) {
  FT_Fixed advance = 0;
  (void)font;
  (void)unused;
  if (FT_Get_Advance(face, glyph, FT_LOAD_NO_HINTING, &advance)) return 0;
  return (FT_Int32)((advance + (1 << 9)) >> 10);
}

int EXPORT(shaping_glyph)(void *font, FT_Face face, FT_UInt32 character, FT_UInt32 result, void *unused) {
  FT_UInt glyph = FT_Get_Char_Index(face, character);
  (void)font;
  (void)unused;
  if (glyph) store(result, glyph);
  return glyph ? 1 : 0;
}
