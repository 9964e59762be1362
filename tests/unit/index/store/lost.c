#include "index/store/lost.h"

#include "base/map.h"
#include "base/mem.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* An article of a capture at an offset, with the capture. */
static void add(gisa_store *s, const char *id, const char *body, uint64_t offset)
{
    gisa_error err = {0};
    gisa_record r = tiny_record(id, "2025-02-03", "hanbit", "제목", body);
    const gisa_capture c = {.offset = offset,
                            .digest = gisa_str_from(body),
                            .uri = gisa_str_from(id),
                            .fetched_utc = (int64_t)offset + 7};
    r.capture = offset;
    tiny_add(s, r);
    WENT(gisa_store_begin(s, &err), err, "a batch begins");
    WENT(gisa_store_put_capture(s, &c, "article", GISA_NONE, &err), err, "with the capture");
    WENT(gisa_store_commit(s, &err), err, "and ends");
}

static void hold(gisa_map *held, const char *digest, const char *uri)
{
    gisa_buf key = {0};
    uint64_t *slot;
    gisa_capture_key(gisa_str_from(digest), gisa_str_from(uri), &key);
    gisa_map_put(held, gisa_buf_view(&key), &slot, NULL);
    gisa_buf_clear(&key);
}

int main(void)
{
    char path[64];
    char *folder = tiny_folder(path);
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_map held = {0};
    gisa_lost_list lost = {0};
    if (!OK(folder && tiny_store(folder, false, &s, &err) == GISA_OK, "a store opens"))
        return test_end();
    add(s, "00aa00aa00aa00aa", "later", 900);
    add(s, "00bb00bb00bb00bb", "early", 100);
    add(s, "00aa00aa00aa00aa", "changed", 950);
    add(s, "00cc00cc00cc00cc", "early", 500);

    WENT(gisa_lost_find(s, &held, &lost, &err), err, "nothing is held");
    EQUAL(lost.n, 4, "so all versions are lost");
    EQUAL(lost.items[0].capture, 100, "in the order of their captures");
    SAME_C(lost.items[0].uri, "00bb00bb00bb00bb", "with their addresses");
    EQUAL(lost.items[0].fetched_utc, 107, "and dates");
    EQUAL(lost.items[3].capture, 950, "the new version last");

    hold(&held, "early", "00cc00cc00cc00cc");
    hold(&held, "later", "00aa00aa00aa00aa");
    WENT(gisa_lost_find(s, &held, &lost, &err), err, "two are held, wherever they are now");
    EQUAL(lost.n, 2, "the others are lost");
    EQUAL(lost.items[0].capture, 100, "also one whose bytes are there from another address");
    EQUAL(lost.items[1].capture, 950, "and one whose address is there with other bytes");
    gisa_lost_clear(&lost);
    gisa_map_clear(&held);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
