/*
 * What FreeType's automatic hinter asks of HarfBuzz. Pillow's FreeType finds a HarfBuzz in its process and asks it which
 * glyphs belong to which script, ligatures and small capitals among them; without it those are hinted otherwise. Shaping goes
 * to the HarfBuzz module next door, through imports; what that one does not export is found here, in the font's tables.
 */
#include <stdlib.h>
#include <string.h>
#include "harfbuzz.h"
#include "layout-table.h"

#define IMPORT(name) __attribute__((import_module("harfbuzz"), import_name(#name)))

/* Numbers and handles only, so these are HarfBuzz' own functions. */
IMPORT(malloc) FT_UInt32 remote_malloc(FT_UInt32 size);
IMPORT(free) void remote_free(FT_UInt32 pointer);
IMPORT(hb_buffer_create) hb_buffer_t *remote_buffer_create(void);
IMPORT(hb_buffer_destroy) void remote_buffer_destroy(hb_buffer_t *buffer);
IMPORT(hb_buffer_clear_contents) void remote_buffer_clear(hb_buffer_t *buffer);
IMPORT(hb_buffer_guess_segment_properties) void remote_buffer_guess(hb_buffer_t *buffer);
IMPORT(hb_buffer_get_length) unsigned remote_buffer_length(const hb_buffer_t *buffer);
IMPORT(hb_buffer_get_glyph_infos) FT_UInt32 remote_infos(hb_buffer_t *buffer, FT_UInt32 length);
IMPORT(hb_buffer_get_glyph_positions) FT_UInt32 remote_positions(hb_buffer_t *buffer, FT_UInt32 length);
IMPORT(hb_buffer_add_utf8) void remote_add_utf8(hb_buffer_t *buffer, FT_UInt32 text, int length, unsigned offset, int count);
IMPORT(hb_font_create) hb_font_t *remote_font_create(hb_face_t *face);
IMPORT(hb_font_destroy) void remote_font_destroy(hb_font_t *font);
IMPORT(hb_font_get_face) hb_face_t *remote_font_face(hb_font_t *font);
IMPORT(hb_font_set_scale) void remote_font_scale(hb_font_t *font, int x, int y);
IMPORT(hb_shape) void remote_shape(hb_font_t *font, hb_buffer_t *buffer, FT_UInt32 features, unsigned count);
IMPORT(hb_face_reference_table) FT_UInt32 remote_table(hb_face_t *face, hb_tag_t tag);
IMPORT(hb_blob_get_length) FT_UInt32 remote_blob_length(FT_UInt32 blob);
IMPORT(hb_blob_get_data) FT_UInt32 remote_blob_data(FT_UInt32 blob, FT_UInt32 length);
IMPORT(hb_blob_destroy) void remote_blob_destroy(FT_UInt32 blob);
IMPORT(hb_ot_tags_from_script_and_language)
void remote_tags(hb_script_t script, hb_language_t language, FT_UInt32 count, FT_UInt32 tags, FT_UInt32 none, FT_UInt32 no_tags);

/* Between the two memories. */
IMPORT(bring) void bring_bytes(void *to, FT_UInt32 from, FT_UInt32 bytes);
IMPORT(hand) void hand_bytes(FT_UInt32 to, const void *from, FT_UInt32 bytes);
/* HarfBuzz' face of the font whose bytes begin here. */
IMPORT(face_of) hb_face_t *face_of(const void *bytes);

/* The only font data is that of fonts in memory; where it lies says which. */
hb_blob_t *hb_blob_create(const char *data, unsigned length, hb_memory_mode_t mode, void *user, hb_destroy_func_t done) {
  (void)length, (void)mode, (void)user, (void)done;
  return (hb_blob_t *)data;
}

void hb_blob_destroy(hb_blob_t *blob) { (void)blob; }

hb_face_t *hb_face_create(hb_blob_t *blob, unsigned index) {
  (void)index;
  return face_of(blob);
}

hb_face_t *hb_face_create_for_tables(hb_reference_table_func_t table, void *user, hb_destroy_func_t done) {
  (void)table, (void)user, (void)done;
  return NULL;
}

void hb_face_destroy(hb_face_t *face) { (void)face; }
void hb_face_set_index(hb_face_t *face, unsigned index) { (void)face, (void)index; }
void hb_face_set_upem(hb_face_t *face, unsigned upem) { (void)face, (void)upem; }

hb_font_t *hb_font_create(hb_face_t *face) { return remote_font_create(face); }
void hb_font_destroy(hb_font_t *font) { remote_font_destroy(font); }
hb_face_t *hb_font_get_face(hb_font_t *font) { return remote_font_face(font); }
void hb_font_set_scale(hb_font_t *font, int x, int y) { remote_font_scale(font, x, y); }

hb_buffer_t *hb_buffer_create(void) { return remote_buffer_create(); }
void hb_buffer_destroy(hb_buffer_t *buffer) { remote_buffer_destroy(buffer); }
void hb_buffer_clear_contents(hb_buffer_t *buffer) { remote_buffer_clear(buffer); }
void hb_buffer_guess_segment_properties(hb_buffer_t *buffer) { remote_buffer_guess(buffer); }
unsigned hb_buffer_get_length(const hb_buffer_t *buffer) { return remote_buffer_length(buffer); }

void hb_buffer_add_utf8(hb_buffer_t *buffer, const char *text, int length, unsigned offset, int count) {
  FT_UInt32 copy = remote_malloc((FT_UInt32)length + 1);
  if (!copy) return;
  hand_bytes(copy, text, (FT_UInt32)length);
  remote_add_utf8(buffer, copy, length, offset, count);
  remote_free(copy);
}

void hb_shape(hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features, unsigned count) {
  FT_UInt32 copy = count ? remote_malloc(count * sizeof(hb_feature_t)) : 0;
  if (copy) hand_bytes(copy, features, count * sizeof(hb_feature_t));
  remote_shape(font, buffer, copy, copy ? count : 0);
  if (copy) remote_free(copy);
}

/* FreeType looks at one buffer, or at two in turn, and keeps neither pointer: two copies that take turns are enough. */
static void *copy_of(hb_buffer_t *buffer, FT_UInt32 from, FT_UInt32 element, unsigned *length) {
  static void *copies[4];
  static unsigned turn;
  unsigned count = remote_buffer_length(buffer);
  if (length) *length = count;
  void **copy = &copies[turn++ % 4];
  void *larger = realloc(*copy, count * element + 1);
  if (!larger) {
    if (length) *length = 0;
    return NULL;
  }
  *copy = larger;
  bring_bytes(larger, from, count * element);
  return larger;
}

hb_glyph_info_t *hb_buffer_get_glyph_infos(hb_buffer_t *buffer, unsigned *length) {
  return copy_of(buffer, remote_infos(buffer, 0), sizeof(hb_glyph_info_t), length);
}

hb_glyph_position_t *hb_buffer_get_glyph_positions(hb_buffer_t *buffer, unsigned *length) {
  return copy_of(buffer, remote_positions(buffer, 0), sizeof(hb_glyph_position_t), length);
}

void hb_ot_tags_from_script_and_language(hb_script_t script, hb_language_t language, unsigned *count, hb_tag_t *tags,
                                         unsigned *language_count, hb_tag_t *language_tags) {
  static FT_UInt32 place;
  (void)language, (void)language_count, (void)language_tags;
  if (!place) place = remote_malloc(64);
  hand_bytes(place, count, sizeof *count);
  remote_tags(script, NULL, place, place + 4, 0, 0);
  bring_bytes(count, place, sizeof *count);
  bring_bytes(tags, place + 4, *count * sizeof(hb_tag_t));
}

/* The layout table asked for last, copied here. */
static layout_table table_of(hb_face_t *face, hb_tag_t tag) {
  static struct {
    hb_face_t *face;
    hb_tag_t tag;
    layout_table table;
  } kept[2];
  int at = tag == HB_OT_TAG_GPOS;
  if (kept[at].face == face && kept[at].tag == tag) return kept[at].table;
  FT_UInt32 blob = remote_table(face, tag);
  FT_UInt32 size = remote_blob_length(blob);
  unsigned char *bytes = realloc((void *)kept[at].table.bytes, size + 1);
  if (!bytes) size = 0;
  else bring_bytes(bytes, remote_blob_data(blob, 0), size);
  remote_blob_destroy(blob);
  kept[at].face = face;
  kept[at].tag = tag;
  kept[at].table.bytes = bytes;
  kept[at].table.size = size;
  return kept[at].table;
}

void hb_ot_layout_collect_lookups(hb_face_t *face, hb_tag_t tag, const hb_tag_t *scripts, const hb_tag_t *languages,
                                  const hb_tag_t *features, hb_set_t *lookups) {
  (void)languages;
  collect_lookups(table_of(face, tag), scripts, features, lookups);
}

void hb_ot_layout_lookup_collect_glyphs(hb_face_t *face, hb_tag_t tag, unsigned lookup, hb_set_t *before, hb_set_t *input,
                                        hb_set_t *after, hb_set_t *output) {
  (void)before, (void)after;
  if (tag == HB_OT_TAG_GSUB) collect_substitutes(table_of(face, tag), lookup, output);
  else collect_positioned(table_of(face, tag), lookup, input);
}

hb_bool_t hb_ot_layout_lookup_would_substitute(hb_face_t *face, unsigned lookup, const hb_codepoint_t *glyphs,
                                               unsigned length, hb_bool_t zero_context) {
  (void)zero_context;
  return length == 1 && would_substitute(table_of(face, HB_OT_TAG_GSUB), lookup, glyphs[0]);
}
