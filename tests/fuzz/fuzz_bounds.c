/* Blobs of bounds with any bytes: they are refused, or what is read of them is within its room. As
 * a checksum refuses nearly all, it is put right where the first byte is odd. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "index/postings/bounds.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RANGES = 300, CHECKSUM = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *steps = malloc(RANGES);
    char *bytes = malloc(size + 1);
    gisa_buf rows = {0};
    double average;
    uint64_t build;
    if (!steps || !bytes || size < 1 + CHECKSUM) goto done;
    for (uint64_t seed = 0; seed < 2; seed++) {
        gisa_str blob = {bytes, size - 1};
        memcpy(bytes, data + 1, blob.n);
        uint64_t sum = gisa_hash64((gisa_str){bytes + CHECKSUM, blob.n - CHECKSUM}, seed);
        for (size_t i = 0; i < CHECKSUM && data[0] & 1; i++) bytes[i] = (char)(sum >> (8 * i));
        gisa_bounds_read_steps(blob, seed, steps, RANGES);
        if (!gisa_bounds_read_ranges(blob, &rows, &average, &build)) continue;
        for (size_t i = 0; i + 1 < rows.n / sizeof(int64_t); i++) {
            int64_t pair[2];
            memcpy(pair, rows.p + i * sizeof *pair, sizeof pair);
            if (pair[1] <= pair[0]) abort();
        }
    }
done:
    gisa_buf_clear(&rows);
    free(steps);
    free(bytes);
    return 0;
}
