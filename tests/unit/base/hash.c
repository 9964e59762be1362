#include "base/hash.h"
#include "base/mem.h"
#include "tests/unit/test.h"

int main(void)
{
    /* FIPS 180-4 examples. */
    char hex[GISA_SHA256_HEX + 1];
    gisa_sha256_hex(GISA_STR("abc"), hex);
    SAME_C(gisa_str_from(hex), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
           "the digest of abc is the standard's");
    gisa_sha256_hex(GISA_STR(""), hex);
    SAME_C(gisa_str_from(hex), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
           "the digest of nothing is the standard's");
    gisa_sha256 *h = gisa_sha256_open();
    gisa_sha256_add(h, GISA_STR("a"));
    gisa_sha256_add(h, GISA_STR("bc"));
    gisa_sha256_finish(h, hex);
    OK(strncmp(hex, "ba7816bf", 8) == 0, "a digest in pieces is that of the whole");
    gisa_sha256_add(h, GISA_STR("abc"));
    gisa_sha256_finish(h, hex);
    OK(strncmp(hex, "ba7816bf", 8) == 0, "finishing starts anew");
    gisa_sha256_add(h, GISA_STR("abc"));
    gisa_checksum running;
    gisa_checksum_finish(h, &running);
    gisa_sha256_close(h);

    gisa_checksum d;
    gisa_checksum_make(GISA_STR("abc"), &d);
    OK(gisa_str_starts(gisa_checksum_text(&d), GISA_STR("sha256:ba7816bf")), "a digest is named");
    gisa_sha256_hex(GISA_STR("abc"), hex);
    SAME_C(gisa_checksum_hex(gisa_checksum_text(&d)), hex, "and has the digits of the hash");
    SAME(gisa_checksum_text(&running), gisa_checksum_text(&d), "a running one is the same");
    OK(!gisa_checksum_hex(gisa_str_from(hex)).p && !gisa_checksum_hex(GISA_STR("sha256:ba")).p,
       "digits alone, or too few, are of another form");
    OK(!gisa_checksum_hex(GISA_STR("sha512:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61"
                                   "f20015ad"))
            .p,
       "and so is another hash");

    EQUAL(gisa_hash64(GISA_STR("딥시크"), 0), gisa_hash64(GISA_STR("딥시크"), 0),
          "a hash is stable");
    OK(gisa_hash64(GISA_STR("딥시크"), 0) != gisa_hash64(GISA_STR("딥시크"), 1), "a seed matters");
    OK(gisa_hash64((gisa_str){"a\0", 2}, 0) != gisa_hash64((gisa_str){"a\0\0", 3}, 0),
       "trailing zeroes matter");
    /* Indexes hold such hashes: they stay what they are. */
    gisa_str whole = test_exact("0123456789abcdef"), part = test_exact("0123456");
    EQUAL(gisa_hash64(whole, 0), 0x857444a22aad6adc, "the hash of two words of eight bytes");
    EQUAL(gisa_hash64(part, 0), 0x7dff1c3b92b18d8a, "and that of a part of one");
    free((char *)(uintptr_t)whole.p);
    free((char *)(uintptr_t)part.p);
    unsigned buckets[16] = {0}, most = 0;
    for (int i = 0; i < 16000; i++) {
        char key[16];
        int n = snprintf(key, sizeof key, "key%d", i);
        buckets[gisa_hash64((gisa_str){key, (size_t)n}, 0) & 15]++;
    }
    for (int i = 0; i < 16; i++) most = buckets[i] > most ? buckets[i] : most;
    OK(most < 1200, "similar keys spread evenly over the low bits");
    gisa_mem_fail_after(0);
    EQUAL(gisa_sha256_hex(GISA_STR("x"), hex), GISA_ENOMEM, "lack of memory is reported");
    EQUAL(gisa_checksum_make(GISA_STR("x"), &d), GISA_ENOMEM, "by either");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    return test_end();
}
