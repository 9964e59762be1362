/* Any bytes are a line of articles: what is read without jansson is what jansson reads. */
#include <stdlib.h>

#include "corpus/plain_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_error_t fault;
    gisa_str text = {(const char *)data, size};
    json_t *plain = gisa_plain_json_read(text);
    json_t *full = plain ? json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &fault) : NULL;
    if (plain && !(full && json_equal(plain, full))) abort();
    json_decref(full);
    json_decref(plain);
    return 0;
}
