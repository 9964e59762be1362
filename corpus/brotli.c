#include "corpus/brotli.h"

#include <brotli/decode.h>

#include "base/mem.h"

enum { STEP = 65536 }; /* mutate: equivalent, it is how much is expanded at once */

static void *brotli_alloc(void *ctx, size_t n)
{
    (void)ctx;
    return gisa_malloc(n);
}

static void brotli_free(void *ctx, void *p)
{
    (void)ctx;
    gisa_free(p);
}

static bool lacks_memory(const BrotliDecoderState *d)
{
    BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(d);
    return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
           code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
}

static gisa_status damaged(const char *how, gisa_error *err)
{
    return gisa_fail(err, GISA_ECORRUPT, "the compressed data is %s", how);
}

static gisa_status expand(BrotliDecoderState *d, gisa_str data, size_t max, gisa_buf *out,
                          gisa_error *err)
{
    const uint8_t *in = (const uint8_t *)data.p;
    size_t start = out->n, left = data.n;
    for (;;) {
        size_t room = max - (out->n - start);
        if (room > STEP) room = STEP;
        uint8_t spare, *to = room ? (uint8_t *)gisa_buf_reserve(out, room) : &spare;
        if (!to) return gisa_buf_check(out, "the expanded data", err);
        size_t free_n = room ? room : 1;
        BrotliDecoderResult result = BrotliDecoderDecompressStream(d, &left, &in, &free_n, &to,
                                                                   NULL);
        if (room) out->n += room - free_n;
        if (!room && free_n == 0)
            return gisa_fail(err, GISA_ELIMIT, "the expanded data is over %zu bytes", max);
        if (result == BROTLI_DECODER_RESULT_SUCCESS)
            return left ? damaged("followed by something else", err) : GISA_OK;
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return damaged("cut off", err);
        if (result == BROTLI_DECODER_RESULT_ERROR)
            return lacks_memory(d) ? gisa_fail_mem(err) : damaged("damaged", err);
    }
}

gisa_status gisa_brotli_expand(gisa_str data, size_t max, gisa_buf *out, gisa_error *err)
{
    BrotliDecoderState *d = BrotliDecoderCreateInstance(brotli_alloc, brotli_free, NULL);
    if (!d) return gisa_fail_mem(err);
    gisa_status st = expand(d, data, max, out, err);
    BrotliDecoderDestroyInstance(d);
    if (out->p) out->p[out->n] = '\0';
    return st;
}
