#include "layout-table.h"

#define MAX_DEPTH 16
#define NOT_COVERED 0xFFFFFFFFu

enum { SINGLE = 1, MULTIPLE, ALTERNATE, LIGATURE, CONTEXT, CHAIN, EXTENSION, REVERSE };
enum { PAIR = 2, CURSIVE, MARK_BASE, MARK_LIGATURE, MARK_MARK, POSITION_CONTEXT, POSITION_CHAIN, POSITION_EXTENSION };

static FT_UInt32 u16(layout_table table, FT_UInt32 at) {
  return at < table.size && table.size - at >= 2 ? (FT_UInt32)table.bytes[at] << 8 | table.bytes[at + 1] : 0;
}

static FT_UInt32 u32(layout_table table, FT_UInt32 at) { return u16(table, at) << 16 | u16(table, at + 2); }

/* Where an offset at `field` leads that counts from `base`; 0 for none. */
static FT_UInt32 follow(layout_table table, FT_UInt32 base, FT_UInt32 field) {
  FT_UInt32 offset = u16(table, field);
  return offset && base + offset < table.size ? base + offset : 0;
}

static FT_UInt32 follow_long(layout_table table, FT_UInt32 base, FT_UInt32 field) {
  FT_UInt32 offset = u32(table, field);
  return offset && offset < table.size && base < table.size - offset ? base + offset : 0;
}

/* A count of elements of this size that can be there at all. */
static FT_UInt32 counted(layout_table table, FT_UInt32 at, FT_UInt32 size) {
  FT_UInt32 count = u16(table, at), room = at + 2 < table.size ? (table.size - at - 2) / size : 0;
  return count < room ? count : room;
}

/* ---- scripts, features ---- */

static int is_wanted(hb_tag_t tag, const hb_tag_t *wanted) {
  if (!wanted) return 1;
  for (; *wanted; wanted++)
    if (*wanted == tag) return 1;
  return 0;
}

static void features_of_language(layout_table table, FT_UInt32 language, const hb_tag_t *wanted, hb_set_t *features) {
  FT_UInt32 list = follow(table, 0, 6);
  FT_UInt32 required = u16(table, language + 2);
  if (!wanted && required != 0xFFFF) hb_set_add(features, required);
  for (FT_UInt32 i = 0, count = counted(table, language + 4, 2); i < count; i++) {
    FT_UInt32 feature = u16(table, language + 6 + 2 * i);
    if (feature < u16(table, list) && is_wanted(u32(table, list + 2 + 6 * feature), wanted)) hb_set_add(features, feature);
  }
}

static void features_of_script(layout_table table, hb_tag_t tag, const hb_tag_t *wanted, hb_set_t *features) {
  FT_UInt32 list = follow(table, 0, 4);
  for (FT_UInt32 i = 0, count = list ? counted(table, list, 6) : 0; i < count; i++) {
    FT_UInt32 record = list + 2 + 6 * i, script = follow(table, list, record + 4);
    if (u32(table, record) != tag || !script) continue;
    FT_UInt32 fallback = follow(table, script, script);
    if (fallback) features_of_language(table, fallback, wanted, features);
    for (FT_UInt32 j = 0, languages = counted(table, script + 2, 6); j < languages; j++) {
      FT_UInt32 language = follow(table, script, script + 4 + 6 * j + 4);
      if (language) features_of_language(table, language, wanted, features);
    }
  }
}

static void lookups_of_feature(layout_table table, FT_UInt32 feature, hb_set_t *lookups) {
  for (FT_UInt32 i = 0, count = counted(table, feature + 2, 2); i < count; i++)
    hb_set_add(lookups, u16(table, feature + 4 + 2 * i));
}

/* What a variable font puts in the place of these features, anywhere on its axes. */
static void lookups_of_variations(layout_table table, const hb_set_t *features, hb_set_t *lookups) {
  FT_UInt32 variations = u32(table, 0) >= 0x10001 ? follow_long(table, 0, 10) : 0;
  FT_UInt32 records = variations ? u32(table, variations + 4) : 0;
  for (FT_UInt32 i = 0; i < records && i < table.size / 8; i++) {
    FT_UInt32 replaced = follow_long(table, variations, variations + 8 + 8 * i + 4);
    for (FT_UInt32 j = 0, count = replaced ? counted(table, replaced + 4, 6) : 0; j < count; j++) {
      FT_UInt32 record = replaced + 6 + 6 * j, feature = follow_long(table, replaced, record + 2);
      if (feature && hb_set_has(features, u16(table, record))) lookups_of_feature(table, feature, lookups);
    }
  }
}

void collect_lookups(layout_table table, const hb_tag_t *scripts, const hb_tag_t *wanted, hb_set_t *lookups) {
  FT_UInt32 list = follow(table, 0, 6);
  if (!list) return;
  hb_set_t *features = hb_set_create();
  for (; *scripts; scripts++) features_of_script(table, *scripts, wanted, features);
  for (hb_codepoint_t i = HB_SET_VALUE_INVALID; hb_set_next(features, &i);) {
    FT_UInt32 feature = i < u16(table, list) ? follow(table, list, list + 2 + 6 * i + 4) : 0;
    if (feature) lookups_of_feature(table, feature, lookups);
  }
  lookups_of_variations(table, features, lookups);
  hb_set_destroy(features);
}

int has_feature(layout_table table, hb_tag_t tag) {
  FT_UInt32 list = follow(table, 0, 6);
  for (FT_UInt32 i = 0, count = list ? counted(table, list, 6) : 0; i < count; i++)
    if (u32(table, list + 2 + 6 * i) == tag) return 1;
  return 0;
}

/* ---- coverage, classes ---- */

/* The glyphs of a coverage table, one after the other: `next` gives NOT_COVERED after the last. */
typedef struct {
  layout_table table;
  FT_UInt32 coverage, format, count, range, glyph, last;
} covered_glyphs;

static covered_glyphs glyphs_covered(layout_table table, FT_UInt32 coverage) {
  covered_glyphs glyphs = {table, coverage, 0, 0, 0, 1, 0};
  if (coverage) glyphs.format = u16(table, coverage);
  if (glyphs.format == 1) glyphs.count = counted(table, coverage + 2, 2);
  if (glyphs.format == 2) glyphs.count = counted(table, coverage + 2, 6);
  return glyphs;
}

static FT_UInt32 next_covered(covered_glyphs *glyphs) {
  if (glyphs->format == 1)
    return glyphs->range < glyphs->count ? u16(glyphs->table, glyphs->coverage + 4 + 2 * glyphs->range++) : NOT_COVERED;
  while (glyphs->glyph > glyphs->last) {
    if (glyphs->range >= glyphs->count) return NOT_COVERED;
    FT_UInt32 record = glyphs->coverage + 4 + 6 * glyphs->range++;
    glyphs->glyph = u16(glyphs->table, record);
    glyphs->last = u16(glyphs->table, record + 2);
  }
  return glyphs->glyph++;
}

static FT_UInt32 coverage_index(layout_table table, FT_UInt32 coverage, FT_UInt32 glyph) {
  covered_glyphs glyphs = glyphs_covered(table, coverage);
  FT_UInt32 next, index = 0;
  while ((next = next_covered(&glyphs)) != NOT_COVERED) {
    if (next == glyph) return index;
    index++;
  }
  return NOT_COVERED;
}

static FT_UInt32 covered_count(layout_table table, FT_UInt32 coverage) {
  covered_glyphs glyphs = glyphs_covered(table, coverage);
  FT_UInt32 count = 0;
  while (next_covered(&glyphs) != NOT_COVERED) count++;
  return count;
}

static void add_coverage(layout_table table, FT_UInt32 coverage, hb_set_t *set) {
  covered_glyphs glyphs = glyphs_covered(table, coverage);
  for (FT_UInt32 next; (next = next_covered(&glyphs)) != NOT_COVERED;) hb_set_add(set, next);
}

static FT_UInt32 class_of(layout_table table, FT_UInt32 classes, FT_UInt32 glyph) {
  if (!classes) return 0;
  if (u16(table, classes) == 1) {
    FT_UInt32 first = u16(table, classes + 2);
    return glyph >= first && glyph - first < counted(table, classes + 4, 2) ? u16(table, classes + 6 + 2 * (glyph - first)) : 0;
  }
  for (FT_UInt32 i = 0, count = u16(table, classes) == 2 ? counted(table, classes + 2, 6) : 0; i < count; i++) {
    FT_UInt32 record = classes + 4 + 6 * i;
    if (glyph >= u16(table, record) && glyph <= u16(table, record + 2)) return u16(table, record + 4);
  }
  return 0;
}

static void add_classed(layout_table table, FT_UInt32 classes, hb_set_t *set) {
  FT_UInt32 format = classes ? u16(table, classes) : 0;
  for (FT_UInt32 i = 0, count = format == 1 ? counted(table, classes + 4, 2) : 0; i < count; i++)
    if (u16(table, classes + 6 + 2 * i)) hb_set_add(set, u16(table, classes + 2) + i);
  for (FT_UInt32 i = 0, count = format == 2 ? counted(table, classes + 2, 6) : 0; i < count; i++) {
    FT_UInt32 record = classes + 4 + 6 * i;
    for (FT_UInt32 glyph = u16(table, record); u16(table, record + 4) && glyph <= u16(table, record + 2); glyph++)
      hb_set_add(set, glyph);
  }
}

static void add_array(layout_table table, FT_UInt32 at, hb_set_t *set) {
  for (FT_UInt32 i = 0, count = counted(table, at, 2); i < count; i++) hb_set_add(set, u16(table, at + 2 + 2 * i));
}

/* ---- lookups ---- */

/* Calls `visit` for each subtable with its kind, extensions resolved; stops when it says so. */
typedef int (*subtable_visit)(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, void *context);

static int visit_lookup(layout_table table, unsigned index, FT_UInt32 extension, subtable_visit visit, void *context) {
  FT_UInt32 list = follow(table, 0, 8);
  FT_UInt32 lookup = list && index < u16(table, list) ? follow(table, list, list + 2 + 2 * index) : 0;
  for (FT_UInt32 i = 0, count = lookup ? counted(table, lookup + 4, 2) : 0; i < count; i++) {
    FT_UInt32 kind = u16(table, lookup), subtable = follow(table, lookup, lookup + 6 + 2 * i);
    if (subtable && kind == extension) {
      kind = u16(table, subtable + 2);
      subtable = follow_long(table, subtable, subtable + 4);
    }
    if (subtable && visit(table, kind, subtable, context)) return 1;
  }
  return 0;
}

/* The rules of a context, in whichever format it is: where each one's counted parts begin. */
typedef struct {
  FT_UInt32 set; /* which coverage index or class the rule is for */
  FT_UInt32 backtrack, input, lookahead; /* numbers of glyphs; the input's first one included */
  FT_UInt32 actions, action_count;
} context_rule;

typedef int (*rule_visit)(layout_table table, const context_rule *rule, void *context);

static context_rule rule_at(layout_table table, FT_UInt32 at, FT_UInt32 set, int is_chain) {
  context_rule rule = {set, 0, 0, 0, 0, 0};
  if (!is_chain) {
    rule.input = u16(table, at);
    rule.action_count = u16(table, at + 2);
    rule.actions = at + 4 + 2 * (rule.input ? rule.input - 1 : 0);
    return rule;
  }
  rule.backtrack = u16(table, at);
  at += 2 + 2 * rule.backtrack;
  rule.input = u16(table, at);
  at += 2 + 2 * (rule.input ? rule.input - 1 : 0);
  rule.lookahead = u16(table, at);
  at += 2 + 2 * rule.lookahead;
  rule.action_count = u16(table, at);
  rule.actions = at + 2;
  return rule;
}

static int visit_rules(layout_table table, FT_UInt32 subtable, int is_chain, rule_visit visit, void *context) {
  FT_UInt32 format = u16(table, subtable);
  FT_UInt32 sets = subtable + (format == 1 ? 4 : is_chain ? 10 : 6);
  for (FT_UInt32 i = 0, count = counted(table, sets, 2); i < count; i++) {
    FT_UInt32 set = follow(table, subtable, sets + 2 + 2 * i);
    for (FT_UInt32 j = 0, rules = set ? counted(table, set, 2) : 0; j < rules; j++) {
      FT_UInt32 at = follow(table, set, set + 2 + 2 * j);
      if (!at) continue;
      context_rule rule = rule_at(table, at, i, is_chain);
      if (visit(table, &rule, context)) return 1;
    }
  }
  return 0;
}

/* The third format has one rule, with a coverage for each glyph. `first` is where that of the first input glyph stands. */
static context_rule coverage_rule(layout_table table, FT_UInt32 subtable, int is_chain, FT_UInt32 *first) {
  context_rule rule = {0, 0, 0, 0, 0, 0};
  if (!is_chain) {
    rule.input = u16(table, subtable + 2);
    rule.action_count = u16(table, subtable + 4);
    *first = subtable + 6;
    rule.actions = *first + 2 * rule.input;
    return rule;
  }
  rule.backtrack = u16(table, subtable + 2);
  FT_UInt32 at = subtable + 4 + 2 * rule.backtrack;
  rule.input = u16(table, at);
  *first = at + 2;
  at = *first + 2 * rule.input;
  rule.lookahead = u16(table, at);
  at += 2 + 2 * rule.lookahead;
  rule.action_count = u16(table, at);
  rule.actions = at + 2;
  return rule;
}

/* ---- what substitutions put in ---- */

typedef struct {
  hb_set_t *glyphs, *visited;
  int depth;
} collection;

static int collect_subtable(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, void *context);

static int collect_rule(layout_table table, const context_rule *rule, void *context) {
  collection *into = context;
  if (into->depth >= MAX_DEPTH) return 0;
  for (FT_UInt32 i = 0; i < rule->action_count && rule->actions + 4 * i + 3 < table.size; i++) {
    FT_UInt32 lookup = u16(table, rule->actions + 4 * i + 2);
    if (hb_set_has(into->visited, lookup)) continue;
    hb_set_add(into->visited, lookup);
    into->depth++;
    visit_lookup(table, lookup, EXTENSION, collect_subtable, into);
    into->depth--;
  }
  return 0;
}

static void collect_context(layout_table table, FT_UInt32 subtable, int is_chain, collection *into) {
  if (u16(table, subtable) == 3) {
    FT_UInt32 first;
    context_rule rule = coverage_rule(table, subtable, is_chain, &first);
    collect_rule(table, &rule, into);
  } else visit_rules(table, subtable, is_chain, collect_rule, into);
}

static void collect_single(layout_table table, FT_UInt32 subtable, hb_set_t *glyphs) {
  covered_glyphs covered = glyphs_covered(table, follow(table, subtable, subtable + 2));
  int by_delta = u16(table, subtable) == 1;
  FT_UInt32 count = by_delta ? 0x10000 : counted(table, subtable + 4, 2);
  FT_UInt32 next;
  for (FT_UInt32 i = 0; i < count && (next = next_covered(&covered)) != NOT_COVERED; i++)
    hb_set_add(glyphs, by_delta ? (next + u16(table, subtable + 4)) & 0xFFFF : u16(table, subtable + 6 + 2 * i));
}

static void collect_sets(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, hb_set_t *glyphs) {
  FT_UInt32 covered = covered_count(table, follow(table, subtable, subtable + 2));
  for (FT_UInt32 i = 0, count = counted(table, subtable + 4, 2); i < count && i < covered; i++) {
    FT_UInt32 set = follow(table, subtable, subtable + 6 + 2 * i);
    if (!set) continue;
    if (kind != LIGATURE) add_array(table, set, glyphs);
    else
      for (FT_UInt32 j = 0, ligatures = counted(table, set, 2); j < ligatures; j++) {
        FT_UInt32 ligature = follow(table, set, set + 2 + 2 * j);
        if (ligature) hb_set_add(glyphs, u16(table, ligature));
      }
  }
}

static int collect_subtable(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, void *context) {
  collection *into = context;
  if (kind == SINGLE) collect_single(table, subtable, into->glyphs);
  else if (kind == MULTIPLE || kind == ALTERNATE || kind == LIGATURE) collect_sets(table, kind, subtable, into->glyphs);
  else if (kind == CONTEXT || kind == CHAIN) collect_context(table, subtable, kind == CHAIN, into);
  else if (kind == REVERSE) {
    FT_UInt32 at = subtable + 4;
    at += 2 + 2 * u16(table, at);
    at += 2 + 2 * u16(table, at);
    add_array(table, at, into->glyphs);
  }
  return 0;
}

void collect_substitutes(layout_table table, unsigned lookup, hb_set_t *glyphs) {
  collection into = {glyphs, hb_set_create(), 0};
  visit_lookup(table, lookup, EXTENSION, collect_subtable, &into);
  hb_set_destroy(into.visited);
}

/* ---- what is positioned ---- */

static int position_subtable(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, void *context) {
  hb_set_t *glyphs = context;
  FT_UInt32 format = u16(table, subtable);
  int is_context = kind == POSITION_CONTEXT || kind == POSITION_CHAIN;
  if (is_context && format == 3) {
    FT_UInt32 first;
    context_rule rule = coverage_rule(table, subtable, kind == POSITION_CHAIN, &first);
    for (FT_UInt32 i = 0; i < rule.input; i++) add_coverage(table, follow(table, subtable, first + 2 * i), glyphs);
    return 0;
  }
  add_coverage(table, follow(table, subtable, subtable + 2), glyphs);
  if (kind == MARK_BASE || kind == MARK_LIGATURE || kind == MARK_MARK)
    add_coverage(table, follow(table, subtable, subtable + 4), glyphs);
  if (is_context && format == 2)
    add_classed(table, follow(table, subtable, subtable + (kind == POSITION_CHAIN ? 6 : 4)), glyphs);
  if (kind == PAIR && format == 2) add_classed(table, follow(table, subtable, subtable + 10), glyphs);
  if (kind == PAIR && format == 1) {
    FT_UInt32 values = (FT_UInt32)__builtin_popcount(u16(table, subtable + 4)) + (FT_UInt32)__builtin_popcount(u16(table, subtable + 6));
    for (FT_UInt32 i = 0, sets = counted(table, subtable + 8, 2); i < sets; i++) {
      FT_UInt32 set = follow(table, subtable, subtable + 10 + 2 * i);
      for (FT_UInt32 j = 0, pairs = set ? counted(table, set, 2 + 2 * values) : 0; j < pairs; j++)
        hb_set_add(glyphs, u16(table, set + 2 + j * (2 + 2 * values)));
    }
  }
  return 0;
}

void collect_positioned(layout_table table, unsigned lookup, hb_set_t *glyphs) {
  visit_lookup(table, lookup, POSITION_EXTENSION, position_subtable, glyphs);
}

/* ---- whether a lone glyph changes ---- */

typedef struct {
  FT_UInt32 set;
} rules_for;

static int rule_takes_one(layout_table table, const context_rule *rule, void *context) {
  (void)table;
  return rule->set == ((rules_for *)context)->set && rule->input == 1 && rule->backtrack == 0 && rule->lookahead == 0;
}

static int context_takes_one(layout_table table, FT_UInt32 subtable, int is_chain, FT_UInt32 glyph) {
  FT_UInt32 format = u16(table, subtable);
  if (format == 3) {
    FT_UInt32 first;
    context_rule rule = coverage_rule(table, subtable, is_chain, &first);
    return rule.input == 1 && !rule.backtrack && !rule.lookahead &&
           coverage_index(table, follow(table, subtable, first), glyph) != NOT_COVERED;
  }
  rules_for wanted = {coverage_index(table, follow(table, subtable, subtable + 2), glyph)};
  if (wanted.set == NOT_COVERED) return 0;
  if (format == 2) wanted.set = class_of(table, follow(table, subtable, subtable + (is_chain ? 6 : 4)), glyph);
  return visit_rules(table, subtable, is_chain, rule_takes_one, &wanted);
}

static int ligature_takes_one(layout_table table, FT_UInt32 subtable, FT_UInt32 index) {
  FT_UInt32 set = index < counted(table, subtable + 4, 2) ? follow(table, subtable, subtable + 6 + 2 * index) : 0;
  for (FT_UInt32 i = 0, count = set ? counted(table, set, 2) : 0; i < count; i++) {
    FT_UInt32 ligature = follow(table, set, set + 2 + 2 * i);
    if (ligature && u16(table, ligature + 2) == 1) return 1;
  }
  return 0;
}

static int subtable_takes(layout_table table, FT_UInt32 kind, FT_UInt32 subtable, void *context) {
  FT_UInt32 glyph = *(hb_codepoint_t *)context;
  if (kind == CONTEXT || kind == CHAIN) return context_takes_one(table, subtable, kind == CHAIN, glyph);
  FT_UInt32 index = coverage_index(table, follow(table, subtable, subtable + 2), glyph);
  if (index == NOT_COVERED) return 0;
  return kind == LIGATURE ? ligature_takes_one(table, subtable, index) : 1;
}

int would_substitute(layout_table table, unsigned lookup, hb_codepoint_t glyph) {
  return visit_lookup(table, lookup, EXTENSION, subtable_takes, &glyph);
}
