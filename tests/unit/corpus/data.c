#include "corpus/data.h"
#include "tests/unit/test.h"

int main(void)
{
    OK(gisa_data_find("no/such/file").p == NULL, "a file that does not ship is unknown");
    const gisa_data *before = NULL;
    int unsorted = 0, misaligned = 0, lost = 0;
    for (size_t i = 0; gisa_data_at(i); i++) {
        const gisa_data *d = gisa_data_at(i);
        if (before && strcmp(before->name, d->name) >= 0) unsorted++;
        if ((size_t)d->bytes.p % 64) misaligned++;
        if (gisa_data_find(d->name).p != d->bytes.p) lost++;
        before = d;
    }
    EQUAL(unsorted, 0, "shipped files come in the order of their names");
    EQUAL(misaligned, 0, "and are aligned to 64 bytes");
    EQUAL(lost, 0, "and are found by name");
    return test_end();
}
