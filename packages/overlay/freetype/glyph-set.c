/* Sets of glyphs or lookups: 16-bit numbers. */
#include <stdlib.h>
#include <string.h>
#include "harfbuzz.h"

#define WORDS 2048

struct hb_set_t {
  FT_UInt32 bits[WORDS];
};

hb_set_t *hb_set_create(void) { return calloc(1, sizeof(hb_set_t)); }

void hb_set_destroy(hb_set_t *set) { free(set); }

void hb_set_clear(hb_set_t *set) {
  if (set) memset(set, 0, sizeof *set);
}

void hb_set_add(hb_set_t *set, hb_codepoint_t number) {
  if (set && number < WORDS * 32) set->bits[number / 32] |= 1u << number % 32;
}

void hb_set_del(hb_set_t *set, hb_codepoint_t number) {
  if (set && number < WORDS * 32) set->bits[number / 32] &= ~(1u << number % 32);
}

hb_bool_t hb_set_has(const hb_set_t *set, hb_codepoint_t number) {
  return set && number < WORDS * 32 && set->bits[number / 32] >> number % 32 & 1;
}

hb_bool_t hb_set_is_empty(const hb_set_t *set) {
  hb_codepoint_t first = HB_SET_VALUE_INVALID;
  return !hb_set_next(set, &first);
}

hb_bool_t hb_set_next(const hb_set_t *set, hb_codepoint_t *number) {
  for (hb_codepoint_t next = *number + 1; set && next < WORDS * 32; next++) {
    FT_UInt32 rest = set->bits[next / 32] >> next % 32;
    if (rest == 0) next |= 31;
    else {
      *number = next + (hb_codepoint_t)__builtin_ctz(rest);
      return 1;
    }
  }
  *number = HB_SET_VALUE_INVALID;
  return 0;
}

void hb_set_subtract(hb_set_t *set, const hb_set_t *other) {
  for (int word = 0; set && other && word < WORDS; word++) set->bits[word] &= ~other->bits[word];
}
