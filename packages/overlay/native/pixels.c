/* The heavy pixel operations for WebAssembly with SIMD, in Pillow's whole-number arithmetic. No libc, no memory of its
 * own: the caller lays out buffers behind __heap_base. Buffers that are read have 64 bytes of slack behind them, and
 * those that are written by `across`, `down` and the blurs too. */
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(#name)))
#define PRECISION 22
/* Weights have 23 bits and a dot product takes 16, so each is cut in two: weight = high * 2^11 + low. */
#define LOW_BITS 11

typedef struct {
    int32_t high;
    int32_t low;
} weight_pair; /* of two neighbouring taps, 16 bits each */

static inline v128_t zero(void) { return wasm_i32x4_splat(0); }

static inline v128_t settled(v128_t high, v128_t low) {
    v128_t sum = wasm_i32x4_add(wasm_i32x4_shl(high, LOW_BITS), low);
    return wasm_i32x4_shr(wasm_i32x4_add(sum, wasm_i32x4_splat(1 << (PRECISION - 1))), PRECISION);
}

static inline uint32_t four_bytes(v128_t sums) {
    v128_t words = wasm_i16x8_narrow_i32x4(sums, sums);
    return (uint32_t)wasm_i32x4_extract_lane(wasm_u8x16_narrow_i16x8(words, words), 0);
}

static inline void put_three(uint8_t *to, uint32_t bytes) {
    *(uint16_t *)to = (uint16_t)bytes;
    to[2] = (uint8_t)(bytes >> 16);
}

/* Two pixels side by side as 16-bit pairs, band by band; 128 picks nothing. */
#define N (-128)
#define RGB_FIRST wasm_i8x16_const(0, N, 3, N, 1, N, 4, N, 2, N, 5, N, N, N, N, N)
#define RGB_SECOND wasm_i8x16_const(6, N, 9, N, 7, N, 10, N, 8, N, 11, N, N, N, N, N)
#define RGBA_FIRST wasm_i8x16_const(0, N, 4, N, 1, N, 5, N, 2, N, 6, N, 3, N, 7, N)
#define RGBA_SECOND wasm_i8x16_const(8, N, 12, N, 9, N, 13, N, 10, N, 14, N, 11, N, 15, N)

#define ACROSS(BANDS, FIRST, SECOND, PUT)                                                                         \
    for (int row = 0; row < rows; row += 2) {                                                                     \
        const uint8_t *upper = source + (long)row * from * BANDS;                                                 \
        const uint8_t *lower = row + 1 < rows ? upper + from * BANDS : upper;                                     \
        uint8_t *to_upper = target + (long)row * width * BANDS;                                                   \
        uint8_t *to_lower = row + 1 < rows ? to_upper + width * BANDS : to_upper;                                 \
        const weight_pair *window = weights;                                                                      \
        for (int x = 0; x < width; x++, window += stride / 2) {                                                   \
            const uint8_t *a = upper + starts[x] * BANDS;                                                         \
            const uint8_t *b = lower + starts[x] * BANDS;                                                         \
            v128_t high_a = zero(), low_a = zero(), high_b = zero(), low_b = zero();                              \
            const weight_pair *pair = window;                                                                     \
            for (int left = lengths[x]; left > 0; left -= 4, pair += 2, a += 4 * BANDS, b += 4 * BANDS) {         \
                v128_t high_1 = wasm_v128_load32_splat(&pair[0].high);                                            \
                v128_t low_1 = wasm_v128_load32_splat(&pair[0].low);                                              \
                v128_t high_2 = wasm_v128_load32_splat(&pair[1].high);                                            \
                v128_t low_2 = wasm_v128_load32_splat(&pair[1].low);                                              \
                v128_t pixels = wasm_v128_load(a);                                                                \
                v128_t first = wasm_i8x16_swizzle(pixels, FIRST);                                                 \
                v128_t second = wasm_i8x16_swizzle(pixels, SECOND);                                               \
                high_a = wasm_i32x4_add(high_a, wasm_i32x4_add(wasm_i32x4_dot_i16x8(first, high_1),               \
                                                               wasm_i32x4_dot_i16x8(second, high_2)));            \
                low_a = wasm_i32x4_add(low_a, wasm_i32x4_add(wasm_i32x4_dot_i16x8(first, low_1),                  \
                                                             wasm_i32x4_dot_i16x8(second, low_2)));               \
                pixels = wasm_v128_load(b);                                                                       \
                first = wasm_i8x16_swizzle(pixels, FIRST);                                                        \
                second = wasm_i8x16_swizzle(pixels, SECOND);                                                      \
                high_b = wasm_i32x4_add(high_b, wasm_i32x4_add(wasm_i32x4_dot_i16x8(first, high_1),               \
                                                               wasm_i32x4_dot_i16x8(second, high_2)));            \
                low_b = wasm_i32x4_add(low_b, wasm_i32x4_add(wasm_i32x4_dot_i16x8(first, low_1),                  \
                                                             wasm_i32x4_dot_i16x8(second, low_2)));               \
            }                                                                                                     \
            PUT(to_upper + x * BANDS, four_bytes(settled(high_a, low_a)));                                        \
            PUT(to_lower + x * BANDS, four_bytes(settled(high_b, low_b)));                                        \
        }                                                                                                         \
    }

#define PUT_FOUR(to, bytes) (*(uint32_t *)(to) = (bytes))

/* Lanczos along the rows. Weights lie `stride` taps apart, a multiple of four, filled with zeros. */
EXPORT(across)
void across(const uint8_t *source, int rows, int from, uint8_t *target, int width, int bands, const int32_t *starts,
            const int32_t *lengths, const weight_pair *weights, int stride) {
    if (bands == 3) {
        ACROSS(3, RGB_FIRST, RGB_SECOND, put_three)
    } else {
        ACROSS(4, RGBA_FIRST, RGBA_SECOND, PUT_FOUR)
    }
}

/* Lanczos along the columns, on rows of `row` bytes. Behind the last row there is room for one more. */
EXPORT(down)
void down(const uint8_t *source, int row, uint8_t *target, int height, const int32_t *starts, const int32_t *lengths,
          const weight_pair *weights, int stride) {
    for (int y = 0; y < height; y++, weights += stride / 2) {
        const uint8_t *top = source + (long)starts[y] * row;
        uint8_t *to = target + (long)y * row;
        for (int x = 0; x < row; x += 16) {
            const uint8_t *from = top + x;
            v128_t high[4] = {zero(), zero(), zero(), zero()};
            v128_t low[4] = {zero(), zero(), zero(), zero()};
            const weight_pair *pair = weights;
            for (int left = lengths[y]; left > 0; left -= 2, pair++, from += 2 * row) {
                v128_t upper = wasm_v128_load(from);
                v128_t lower = wasm_v128_load(from + row);
                v128_t first = wasm_i8x16_shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
                v128_t second =
                    wasm_i8x16_shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
                v128_t pairs[4] = {wasm_u16x8_extend_low_u8x16(first), wasm_u16x8_extend_high_u8x16(first),
                                   wasm_u16x8_extend_low_u8x16(second), wasm_u16x8_extend_high_u8x16(second)};
                v128_t high_weight = wasm_v128_load32_splat(&pair->high);
                v128_t low_weight = wasm_v128_load32_splat(&pair->low);
#pragma clang loop unroll(full)
                for (int part = 0; part < 4; part++) {
                    high[part] = wasm_i32x4_add(high[part], wasm_i32x4_dot_i16x8(pairs[part], high_weight));
                    low[part] = wasm_i32x4_add(low[part], wasm_i32x4_dot_i16x8(pairs[part], low_weight));
                }
            }
            v128_t left_half = wasm_i16x8_narrow_i32x4(settled(high[0], low[0]), settled(high[1], low[1]));
            v128_t right_half = wasm_i16x8_narrow_i32x4(settled(high[2], low[2]), settled(high[3], low[3]));
            /* What spills over the end of the row is written again by the next one. */
            wasm_v128_store(to + x, wasm_u8x16_narrow_i16x8(left_half, right_half));
        }
    }
}

/* under * (255 - alpha) + over * alpha, divided by 255 and rounded, in eight lanes. */
static inline v128_t mixed(v128_t under, v128_t over, v128_t alpha) {
    v128_t rest = wasm_i16x8_sub(wasm_i16x8_splat(255), alpha);
    v128_t sum = wasm_i16x8_add(wasm_i16x8_add(wasm_i16x8_mul(under, rest), wasm_i16x8_mul(over, alpha)),
                                wasm_i16x8_splat(128));
    return wasm_u16x8_shr(wasm_i16x8_add(wasm_u16x8_shr(sum, 8), sum), 8);
}

/* Pastes `count` RGBA pixels on as many RGB ones through their own alpha. */
EXPORT(paste)
void paste(uint8_t *under, const uint8_t *over, int count) {
    int at = 0;
    for (; at + 4 <= count; at += 4, under += 12, over += 16) {
        v128_t layer = wasm_v128_load(over);
        v128_t alpha = wasm_i8x16_swizzle(layer, wasm_i8x16_const(3, 3, 3, N, 7, 7, 7, N, 11, 11, 11, N, 15, 15, 15, N));
        if (!wasm_v128_any_true(alpha)) continue;
        v128_t picture = wasm_v128_load(under);
        v128_t spread = wasm_i8x16_swizzle(picture, wasm_i8x16_const(0, 1, 2, N, 3, 4, 5, N, 6, 7, 8, N, 9, 10, 11, N));
        v128_t left = mixed(wasm_u16x8_extend_low_u8x16(spread), wasm_u16x8_extend_low_u8x16(layer),
                            wasm_u16x8_extend_low_u8x16(alpha));
        v128_t right = mixed(wasm_u16x8_extend_high_u8x16(spread), wasm_u16x8_extend_high_u8x16(layer),
                             wasm_u16x8_extend_high_u8x16(alpha));
        v128_t packed = wasm_i8x16_swizzle(wasm_u8x16_narrow_i16x8(left, right),
                                           wasm_i8x16_const(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, N, N, N, N));
        wasm_v128_store64_lane(under, packed, 0);
        wasm_v128_store32_lane(under + 8, packed, 2);
    }
    for (; at < count; at++, under += 3, over += 4) {
        unsigned alpha = over[3];
        for (int band = 0; band < 3; band++) {
            unsigned sum = under[band] * (255 - alpha) + over[band] * alpha + 128;
            under[band] = (uint8_t)(((sum >> 8) + sum) >> 8);
        }
    }
}

EXPORT(premultiply)
void premultiply(uint8_t *pixels, int count) {
    const v128_t keep_alpha = wasm_i8x16_const(0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1);
    /* A last piece that is not full reads and writes the slack. */
    for (int at = 0; at < count; at += 4, pixels += 16) {
        v128_t from = wasm_v128_load(pixels);
        v128_t alpha = wasm_i8x16_swizzle(from, wasm_i8x16_const(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15));
        v128_t left = mixed(zero(), wasm_u16x8_extend_low_u8x16(from), wasm_u16x8_extend_low_u8x16(alpha));
        v128_t right = mixed(zero(), wasm_u16x8_extend_high_u8x16(from), wasm_u16x8_extend_high_u8x16(alpha));
        wasm_v128_store(pixels, wasm_v128_bitselect(from, wasm_u8x16_narrow_i16x8(left, right), keep_alpha));
    }
}

EXPORT(unpremultiply)
void unpremultiply(uint8_t *pixels, int count) {
    for (int at = 0; at < count; at++, pixels += 4) {
        unsigned alpha = pixels[3];
        if (alpha == 0 || alpha == 255) continue;
        for (int band = 0; band < 3; band++) {
            unsigned value = pixels[band] * 255u / alpha;
            pixels[band] = (uint8_t)(value > 255 ? 255 : value);
        }
    }
}

static inline v128_t widened(const uint8_t *pixel) {
    return wasm_u32x4_extend_low_u16x8(wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(pixel)));
}

static inline v128_t blurred(v128_t sum, v128_t beyond, v128_t inside, v128_t ends) {
    v128_t bulk = wasm_i32x4_add(wasm_i32x4_mul(sum, inside), wasm_i32x4_mul(beyond, ends));
    return wasm_u32x4_shr(wasm_i32x4_add(bulk, wasm_i32x4_splat(1 << 23)), 24);
}

static inline int at_least(int value, int least) { return value < least ? least : value; }
static inline int at_most(int value, int most) { return value > most ? most : value; }

/* The box three times along each row of RGB, in place. `lines` has room for two rows of 16 bytes a pixel. */
EXPORT(blur_across)
void blur_across(uint8_t *pixels, int width, int height, int radius, int inside, int ends, v128_t *lines) {
    const v128_t inner = wasm_i32x4_splat(inside), outer = wasm_i32x4_splat(ends);
    const int last = width - 1;
    for (int y = 0; y < height; y++, pixels += 3 * width) {
        v128_t *line = lines, *next = lines + width;
        for (int x = 0; x < width; x++) line[x] = widened(pixels + 3 * x);
        for (int pass = 0; pass < 3; pass++) {
            v128_t sum = wasm_i32x4_mul(line[0], wasm_i32x4_splat(radius + 1));
            for (int x = 0; x < at_most(radius, width); x++) sum = wasm_i32x4_add(sum, line[x]);
            sum = wasm_i32x4_add(sum, wasm_i32x4_mul(line[last], wasm_i32x4_splat(at_least(radius - width, 0))));
            for (int x = 0; x < width; x++) {
                v128_t leaving = line[at_least(x - radius - 1, 0)];
                sum = wasm_i32x4_add(sum, wasm_i32x4_sub(line[at_most(x + radius, last)], leaving));
                next[x] = blurred(sum, wasm_i32x4_add(leaving, line[at_most(x + radius + 1, last)]), inner, outer);
            }
            v128_t *done = next;
            next = line;
            line = done;
        }
        for (int x = 0; x < width; x++) put_three(pixels + 3 * x, four_bytes(line[x]));
    }
}

/* The box once along the columns, on rows of `row` bytes. `sums` has room for four times a row. */
EXPORT(blur_down)
void blur_down(const uint8_t *source, uint8_t *target, int row, int height, int radius, int inside, int ends,
               uint32_t *sums) {
    const v128_t inner = wasm_i32x4_splat(inside), outer = wasm_i32x4_splat(ends);
    const int last = height - 1;
    const uint8_t *bottom = source + (long)last * row;
    for (int x = 0; x < row; x += 4) {
        v128_t sum = wasm_i32x4_mul(widened(source + x), wasm_i32x4_splat(radius + 1));
        v128_t repeated = wasm_i32x4_mul(widened(bottom + x), wasm_i32x4_splat(at_least(radius - height, 0)));
        wasm_v128_store(sums + x, wasm_i32x4_add(sum, repeated));
    }
    for (int y = 0; y < at_most(radius, height); y++)
        for (int x = 0; x < row; x += 4)
            wasm_v128_store(sums + x, wasm_i32x4_add(wasm_v128_load(sums + x), widened(source + (long)y * row + x)));
    for (int y = 0; y < height; y++) {
        const uint8_t *leaving = source + (long)at_least(y - radius - 1, 0) * row;
        const uint8_t *coming = source + (long)at_most(y + radius, last) * row;
        const uint8_t *beyond = source + (long)at_most(y + radius + 1, last) * row;
        uint8_t *to = target + (long)y * row;
        for (int x = 0; x < row; x += 4) {
            v128_t gone = widened(leaving + x);
            v128_t sum = wasm_i32x4_add(wasm_v128_load(sums + x), wasm_i32x4_sub(widened(coming + x), gone));
            wasm_v128_store(sums + x, sum);
            *(uint32_t *)(to + x) = four_bytes(blurred(sum, wasm_i32x4_add(gone, widened(beyond + x)), inner, outer));
        }
    }
}
