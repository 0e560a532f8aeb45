/* A font's GSUB or GPOS table, read with care: every offset is checked, whatever lies outside reads as zero. */
#ifndef MARQUEE_LAYOUT_TABLE_H
#define MARQUEE_LAYOUT_TABLE_H
#include "harfbuzz.h"

typedef struct {
  const unsigned char *bytes;
  FT_UInt32 size;
} layout_table;

/* Lookups of these features (NULL: of all), in any language of these scripts. Both lists end with 0. */
void collect_lookups(layout_table table, const hb_tag_t *scripts, const hb_tag_t *features, hb_set_t *lookups);

int has_feature(layout_table table, hb_tag_t tag);

/* Glyphs that a GSUB lookup may put in, those of lookups that it calls included. */
void collect_substitutes(layout_table table, unsigned lookup, hb_set_t *glyphs);

/* Glyphs that a GPOS lookup acts upon. */
void collect_positioned(layout_table table, unsigned lookup, hb_set_t *glyphs);

/* Whether a GSUB lookup does something to this glyph when it stands alone. */
int would_substitute(layout_table table, unsigned lookup, hb_codepoint_t glyph);
#endif
