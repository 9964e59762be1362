/* Comparisons of several numbers at once, as bits: loops over them would end in a branch that the
 * CPU cannot predict. Compilers for any processor know these vectors; taking the bits out of them
 * is where processors differ. */
#ifndef GISA_NLP_TAGGER_SIMD_H
#define GISA_NLP_TAGGER_SIMD_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef uint32_t gisa_simd_u32x4 __attribute__((vector_size(16)));
typedef int16_t gisa_simd_i16x8 __attribute__((vector_size(16)));

/* A bit for each of four lanes that are all ones or zero. */
static inline unsigned gisa_simd_u32x4_mask(gisa_simd_u32x4 v);

/* A bit for each of sixteen lanes that are all ones or zero. */
static inline unsigned gisa_simd_i16x8_mask(gisa_simd_i16x8 low, gisa_simd_i16x8 high);

#ifdef __SSE2__
static inline unsigned gisa_simd_u32x4_mask(gisa_simd_u32x4 v)
{
    return (unsigned)_mm_movemask_ps((__m128)v);
}

static inline unsigned gisa_simd_i16x8_mask(gisa_simd_i16x8 low, gisa_simd_i16x8 high)
{
    return (unsigned)_mm_movemask_epi8(_mm_packs_epi16((__m128i)low, (__m128i)high));
}
#else
static inline unsigned gisa_simd_u32x4_mask(gisa_simd_u32x4 v)
{
    return (v[0] & 1) | (v[1] & 2) | (v[2] & 4) | (v[3] & 8);
}

static inline unsigned gisa_simd_i16x8_mask(gisa_simd_i16x8 low, gisa_simd_i16x8 high)
{
    unsigned bits = 0;
    for (unsigned k = 0; k < 8; k++)
        bits |= ((unsigned)low[k] & 1) << k | ((unsigned)high[k] & 1) << (k + 8);
    return bits;
}
#endif

#endif
