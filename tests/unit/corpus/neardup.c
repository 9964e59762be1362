#include "corpus/neardup.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* A made-up story: sentence k of story s is the same wherever it stands, and like no other. */
static void sentences(gisa_buf *out, int story, int from, int to)
{
    for (int k = from; k < to; k++) {
        uint64_t seed = (uint64_t)story * 1000 + (uint64_t)k;
        for (int i = 0; i < 30; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            gisa_buf_add_cp(out, 0xAC00 + (uint32_t)(seed >> 40) % 11172);
            if (i % 4 == 3) gisa_buf_add_char(out, ' ');
        }
        gisa_buf_add_c(out, "했다. ");
    }
}

typedef struct planted {
    int64_t row;
    int story, from, to; /* its sentences */
    int also, also_to;   /* the first sentences of a second story behind them */
    gisa_precedence_rank rank;
    int64_t time;
} planted;

/* Story 1 by an agency (row 4, the latest), its copies 1 to 3; story 2 alone; a digest of both. */
static const planted all[] = {
    {1, 1, 0, 20, 0, 0, GISA_RANK_OTHER, 100},  {2, 1, 0, 12, 0, 0, GISA_RANK_OTHER, 200},
    {3, 1, 4, 20, 9, 8, GISA_RANK_BYLINE, 300}, {4, 1, 0, 20, 0, 0, GISA_RANK_AGENCY, 400},
    {5, 2, 0, 20, 0, 0, GISA_RANK_OTHER, 150},  {6, 2, 0, 15, 1, 15, GISA_RANK_OTHER, 500},
    {7, 3, 0, 20, 2, 4, GISA_RANK_OTHER, 600},  {8, 4, 0, 1, 0, 0, GISA_RANK_OTHER, 700},
};
enum { ALL = sizeof all / sizeof all[0] };

static gisa_status add(gisa_neardup *d, const planted *p, bool stored, gisa_error *err)
{
    gisa_buf text = {0};
    gisa_fingerprint f = {0};
    sentences(&text, p->story, p->from, p->to);
    if (p->also) sentences(&text, p->also, 0, p->also_to);
    gisa_status st = gisa_fingerprint_make(gisa_buf_view(&text), &f, err);
    gisa_neardup_entry e = {
        p->row, stored, {p->rank, p->time, (uint64_t)p->row}, gisa_fingerprint_view(&f)};
    if (st == GISA_OK) st = gisa_neardup_add(d, &e, err);
    gisa_fingerprint_clear(&f);
    gisa_buf_clear(&text);
    return st;
}

/* Runs batches whose articles are given as digits ("12|345|678"), as a store would, and writes
 * the first source of every copy: "1>4 2>4 …". */
static gisa_status run(const char *batches, gisa_buf *out, gisa_error *err)
{
    gisa_neardup *d = NULL;
    gisa_buf blocks = {0};
    gisa_neardup_link best[ALL + 1] = {0}, link;
    gisa_status st = gisa_neardup_open(NULL, &d, err);
    for (const char *p = batches; st == GISA_OK; p++) {
        if (*p && *p != '|') {
            st = add(d, &all[*p - '1'], false, err);
            continue;
        }
        st = gisa_neardup_scan(d, gisa_buf_view(&blocks), err);
        if (st == GISA_OK) st = gisa_neardup_finish(d, err);
        while (st == GISA_OK && gisa_neardup_next(d, &link) == GISA_OK) {
            gisa_neardup_link *b = &best[link.copy];
            if (!b->source || gisa_precedence_cmp(&link.precedence, &b->precedence) < 0) *b = link;
        }
        if (st == GISA_OK) gisa_neardup_block(d, &blocks);
        gisa_neardup_reset(d);
        if (!*p) break;
    }
    for (int i = 1; i <= ALL; i++)
        if (best[i].source) gisa_buf_addf(out, "%d>%d ", i, (int)best[i].source);
    gisa_buf_clear(&blocks);
    gisa_neardup_close(d);
    return st;
}

static void test_any_order(void)
{
    static const char *const orders[] = {"12345678",  "87654321",        "1|2|3|4|5|6|7|8",
                                         "5634|1728", "8|7|6|5|4|3|2|1", "461|32578"};
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        gisa_buf got = {0};
        gisa_error err = {0};
        WENT(run(orders[i], &got, &err), err, orders[i]);
        SAME_C(gisa_buf_view(&got), "1>4 2>4 3>4 6>4 ",
               "copies name the agency, a digest too, whatever the order of input");
        gisa_buf_clear(&got);
    }
}

static void test_boilerplate(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_neardup_link link;
    gisa_buf text = {0};
    gisa_fingerprint f = {0};
    size_t links = 0;
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    for (int i = 0; i < 600; i++) { /* a third of each is the same; 1 and 300 are copies */
        gisa_buf_reset(&text);
        sentences(&text, 99, 0, 8);
        sentences(&text, 100 + (i == 300 ? 1 : i), 0, 16);
        gisa_fingerprint_make(gisa_buf_view(&text), &f, &err);
        gisa_neardup_entry e = {
            i, false, {GISA_RANK_OTHER, i, (uint64_t)i}, gisa_fingerprint_view(&f)};
        WENT(gisa_neardup_add(d, &e, &err), err, "an article is added");
    }
    WENT(gisa_neardup_finish(d, &err), err, "boilerplate does no harm");
    while (gisa_neardup_next(d, &link) == GISA_OK) {
        links++;
        EQUAL(link.copy, 300, "the copy is found behind boilerplate");
        EQUAL(link.source, 1, "with its source");
        OK(link.containment > .99, "which holds all of it");
    }
    EQUAL(links, 1, "and nothing else is taken for a copy");
    gisa_neardup_close(d);
    gisa_fingerprint_clear(&f);
    gisa_buf_clear(&text);
}

static void test_many_copies(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_neardup_link link;
    size_t copies = 0, wrong = 0;
    int64_t last = -1;
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    for (int i = 0; i < 700; i++) {
        planted p = {700 - i, 5, i % 3, 18, 1000 + i, 4, GISA_RANK_OTHER, 700 - i};
        if (add(d, &p, false, &err) < 0) wrong++;
    }
    WENT(gisa_neardup_finish(d, &err), err, "a story printed 700 times is fine");
    while (gisa_neardup_next(d, &link) == GISA_OK) {
        wrong += link.copy != last && link.source != 1;
        wrong += link.copy < last;
        copies += link.copy != last;
        last = link.copy;
    }
    EQUAL(copies, 699, "all copies but the first are found");
    EQUAL(wrong, 0, "in order, and all name the first");
    gisa_neardup_close(d);
}

static void test_stored(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_neardup_link link;
    gisa_buf block = {0};
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    for (size_t i = 0; i < 3; i++) WENT(add(d, &all[i], false, &err), err, "is added");
    WENT(gisa_neardup_finish(d, &err), err, "is compared");
    gisa_neardup_block(d, &block);
    gisa_neardup_reset(d);
    for (size_t i = 0; i < 3; i++)
        WENT(add(d, &all[i], true, &err), err, "a stored article is added again");
    WENT(gisa_neardup_scan(d, gisa_buf_view(&block), &err), err, "with all that is stored");
    WENT(gisa_neardup_finish(d, &err), err, "is compared");
    gisa_buf_reset(&block);
    gisa_neardup_block(d, &block);
    EQUAL(block.n, 0, "it is not written twice");
    gisa_buf links = {0};
    while (gisa_neardup_next(d, &link) == GISA_OK)
        gisa_buf_addf(&links, "%d>%d ", (int)link.copy, (int)link.source);
    SAME_C(gisa_buf_view(&links), "1>3 2>3 2>1 ", "all sources are found anew, each once");
    WENT(add(d, &all[4], false, &err), err, "a new one is added after them");
    gisa_neardup_block(d, &block);
    OK(block.n > 0, "which is written");
    gisa_buf_clear(&links);
    gisa_buf_clear(&block);
    gisa_neardup_close(d);
}

/* A sample by hand: `common` hashes from 1 on and `own` ones from `from` on, as a new article. */
static gisa_sample hashes(uint32_t *room, size_t skip, size_t common, uint32_t from, size_t own)
{
    size_t n = 0;
    for (size_t i = 0; i < common; i++) room[n++] = (uint32_t)(skip + i + 1);
    for (size_t i = 0; i < own; i++) room[n++] = from + (uint32_t)i;
    return (gisa_sample){room, n};
}

static void add_hashes(gisa_neardup *d, int64_t row, gisa_sample sample)
{
    gisa_neardup_entry e = {row, false, {GISA_RANK_OTHER, row, (uint64_t)row}, sample};
    gisa_error err = {0};
    WENT(gisa_neardup_add(d, &e, &err), err, "an article is added");
}

static size_t count_links(gisa_neardup *d)
{
    gisa_neardup_link link;
    size_t n = 0;
    while (gisa_neardup_next(d, &link) == GISA_OK) n++;
    return n;
}

static void test_thresholds(void)
{
    static const struct {
        const char *name;
        size_t common, own_a, own_b, links;
    } rows[] = {
        {"half of either is the same", 6, 6, 6, 1},
        {"less than half is", 6, 7, 7, 0},
        {"half of the shorter is enough", 6, 6, 20, 1},
        {"but five hashes are not", 5, 0, 0, 0},
        {"six are", 6, 0, 0, 1},
        {"an eighth of a text may be all that another has", 6, 0, 42, 1},
        {"less may not", 6, 0, 43, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_neardup *d = NULL;
        gisa_error err = {0};
        uint32_t a[64], b[64];
        WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
        add_hashes(d, 1, hashes(a, 0, rows[i].common, 1000, rows[i].own_a));
        add_hashes(d, 2, hashes(b, 0, rows[i].common, 2000, rows[i].own_b));
        WENT(gisa_neardup_finish(d, &err), err, "is compared");
        EQUAL(count_links(d), rows[i].links, rows[i].name);
        gisa_neardup_close(d);
    }
}

/* Hashes that 256 articles have are keys, and those that more have are boilerplate. */
static void test_keys(void)
{
    for (int64_t n = 255; n <= 258; n++) {
        gisa_neardup *d = NULL;
        gisa_error err = {0};
        uint32_t room[64];
        WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
        for (int64_t i = 1; i <= n; i++)
            add_hashes(d, i, hashes(room, 0, 8, (uint32_t)i * 1000, 8));
        WENT(gisa_neardup_finish(d, &err), err, "is compared");
        size_t links = count_links(d);
        OK(n <= 256 ? links > 0 : links == 0, "what 257 articles have makes none of them a copy");
        gisa_neardup_close(d);
    }
}

/* What all have is looked up by its twelve smallest hashes, if an article has little else. Two of
 * them must be in common. */
static void test_frequent(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_neardup_link link;
    gisa_buf first = {0}, two = {0}, last = {0};
    uint32_t room[64];
    size_t n_first = 0, n_two = 0, n_last = 0;
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    add_hashes(d, 998, hashes(room, 0, 8, 0, 0));
    gisa_neardup_block(d, &first);
    gisa_neardup_reset(d);
    add_hashes(d, 997, hashes(room, 10, 8, 0, 0));
    gisa_neardup_block(d, &two);
    gisa_neardup_reset(d);
    add_hashes(d, 999, hashes(room, 11, 8, 0, 0));
    gisa_neardup_block(d, &last);
    gisa_neardup_reset(d);
    for (int64_t i = 1; i <= 300; i++) add_hashes(d, i, hashes(room, 0, 20, 0, 0));
    WENT(gisa_neardup_scan(d, gisa_buf_view(&first), &err), err, "the first eight of them");
    WENT(gisa_neardup_scan(d, gisa_buf_view(&two), &err), err, "the last two and others");
    WENT(gisa_neardup_scan(d, gisa_buf_view(&last), &err), err, "the last one alone");
    WENT(gisa_neardup_finish(d, &err), err, "are compared");
    while (gisa_neardup_next(d, &link) == GISA_OK) {
        n_first += link.copy == 998;
        n_two += link.copy == 997;
        n_last += link.copy == 999;
    }
    EQUAL(n_first, GISA_NEARDUP_SOURCES, "which finds an article with the first");
    EQUAL(n_two, GISA_NEARDUP_SOURCES, "or with the last two");
    EQUAL(n_last, 0, "and costs no look at what has one of them");
    gisa_neardup_close(d);
    gisa_buf_clear(&first);
    gisa_buf_clear(&two);
    gisa_buf_clear(&last);
}

/* How many articles the stored one of a block, of row 999, is linked to. */
static size_t count_sources(gisa_neardup *d, gisa_buf *block)
{
    gisa_error err = {0};
    WENT(gisa_neardup_scan(d, gisa_buf_view(block), &err), err, "a stored article is read");
    WENT(gisa_neardup_finish(d, &err), err, "and compared");
    gisa_neardup_link link;
    size_t n = 0;
    while (gisa_neardup_next(d, &link) == GISA_OK) n += link.copy == 999;
    return n;
}

/* The last of 300 articles that share some hashes has few others; the rest have many. */
static void test_story_in_boilerplate(void)
{
    static const struct {
        const char *name;
        size_t common, own, links;
    } rows[] = {
        {"an article with nothing but what all have is found by it", 20, 0, 1},
        {"be it little", 10, 0, 1},
        {"so is one that has less than that of its own", 20, 19, 1},
        {"half of its own is enough to be found by", 20, 20, 0},
    };
    static uint32_t room[512];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_neardup *d = NULL;
        gisa_error err = {0};
        gisa_buf block = {0};
        WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
        add_hashes(d, 999, hashes(room, 5, 8, 0, 0));
        gisa_neardup_block(d, &block);
        gisa_neardup_reset(d);
        for (uint32_t k = 1; k <= 300; k++)
            add_hashes(d, k,
                       hashes(room, 5, rows[i].common, k * 1000, k == 300 ? rows[i].own : 200));
        EQUAL(count_sources(d, &block), rows[i].links, rows[i].name);
        gisa_neardup_close(d);
        gisa_buf_clear(&block);
    }
}

/* One hash in common is chance. What has it goes by, and what comes after it counts. */
static void test_chance(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_buf block = {0};
    uint32_t room[64];
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    add_hashes(d, 999, hashes(room, 0, 8, 0, 0));
    gisa_neardup_block(d, &block);
    gisa_neardup_reset(d);
    add_hashes(d, 1, hashes(room, 0, 1, 1000, 8));
    add_hashes(d, 2, hashes(room, 1, 7, 2000, 4));
    EQUAL(count_sources(d, &block), 1, "an article is found after one that shares little");
    gisa_neardup_close(d);
    gisa_buf_clear(&block);
}

/* No hash is special: tables have no key 0, and a hash of 0 is as good as any. */
static void test_any_hash(void)
{
    static const uint32_t firsts[] = {0, 1, UINT32_MAX - 5};
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++) {
        gisa_neardup *d = NULL;
        gisa_error err = {0};
        uint32_t room[6];
        WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
        for (int64_t row = 1; row <= 2; row++) add_hashes(d, row, hashes(room, 0, 0, firsts[i], 6));
        WENT(gisa_neardup_finish(d, &err), err, "is compared");
        EQUAL(count_links(d), 1, "six hashes in common are enough, whichever they are");
        gisa_neardup_close(d);
    }
}

static void test_sources(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_neardup_link link;
    uint32_t room[64];
    int64_t next = 1;
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    for (int64_t i = 20; i >= 1; i--) add_hashes(d, i, hashes(room, 0, 12, 0, 0));
    WENT(gisa_neardup_finish(d, &err), err, "is compared");
    while (gisa_neardup_next(d, &link) == GISA_OK)
        if (link.copy == 20) EQUAL(link.source, next++, "the sources of a copy come in order");
    EQUAL(next - 1, 8, "up to the eighth");
    gisa_neardup_close(d);
}

static void test_blocks(void)
{
    static const size_t sizes[] = {0, 1, 4096};
    static uint32_t room[4097];
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_buf block = {0}, again = {0};
    for (uint32_t i = 0; i < 4097; i++) room[i] = 0x01020304u * (i % 7) + i;
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    for (size_t i = 0; i < 3; i++) {
        gisa_neardup_entry e = {0x0102030405060708,
                                false,
                                {GISA_RANK_BYLINE, -0x0102030405060708, 0xF1F2F3F4F5F6F7F8},
                                {room, sizes[i]}};
        WENT(gisa_neardup_add(d, &e, &err), err, "an article of any size is added");
    }
    gisa_neardup_block(d, &block);
    EQUAL(block.n, 3 * 27 + 4 * 4097, "each takes 27 bytes, and 4 a hash");
    SAME(gisa_str_cut(gisa_buf_view(&block), 0, 8), GISA_STR("\x08\7\6\5\4\3\2\1"),
         "the row comes first, its least byte first");
    gisa_neardup_reset(d);
    WENT(gisa_neardup_add_block(d, gisa_buf_view(&block), &err), err, "the block is taken");
    gisa_neardup_block(d, &again);
    EQUAL(again.n, 0, "and not written again");
    for (size_t n = 27; n < 27 + 31; n++)
        EQUAL(gisa_neardup_add_block(d, gisa_str_cut(gisa_buf_view(&block), 0, n), &err),
              n == 27 ? GISA_OK : GISA_ECORRUPT, "an entry that is cut is damage");
    block.p[25 + 27 + 31] = 1; /* 4097 hashes, for which there is room */
    gisa_buf_add_c(&block, "1234");
    EQUAL(gisa_neardup_add_block(d, gisa_buf_view(&block), &err), GISA_ECORRUPT, "so is one more");
    EQUAL(err.offset, 27 + 31, "with its place");
    gisa_neardup_close(d);
    gisa_buf_clear(&block);
    gisa_buf_clear(&again);
}

static void test_damage(void)
{
    gisa_neardup *d = NULL;
    gisa_error err = {0};
    gisa_buf block = {0};
    WENT(gisa_neardup_open(NULL, &d, &err), err, "opens");
    WENT(add(d, &all[0], false, &err), err, "is added");
    gisa_neardup_block(d, &block);
    for (size_t n = 1; n < block.n; n++)
        EQUAL(gisa_neardup_scan(d, gisa_str_cut(gisa_buf_view(&block), 0, n), &err), GISA_ECORRUPT,
              "a block that is cut is damaged");
    block.p[26] = '\x7f'; /* 32,512 hashes and more */
    EQUAL(gisa_neardup_scan(d, gisa_buf_view(&block), &err), GISA_ECORRUPT,
          "a count that cannot be is damage");
    gisa_buf_clear(&block);
    gisa_neardup_close(d);
}

static void test_memory(void)
{
    gisa_error err = {0};
    gisa_buf got = {0};
    gisa_mem_fail_after(GISA_MEM_NEVER);
    WENT(run("1234|5678", &got, &err), err, "a run works");
    uint64_t n = gisa_mem_count();
    gisa_buf_clear(&got);
    int wrong = 0;
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = run("1234|5678", &got, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st == GISA_OK && got.st == GISA_OK)
            wrong += !gisa_str_is(gisa_buf_view(&got), "1>4 2>4 3>4 6>4 ");
        gisa_buf_clear(&got);
    }
    EQUAL(wrong, 0, "without memory it fails or is right");
}

int main(void)
{
    test_any_order();
    test_boilerplate();
    test_many_copies();
    test_stored();
    test_thresholds();
    test_keys();
    test_frequent();
    test_story_in_boilerplate();
    test_chance();
    test_any_hash();
    test_sources();
    test_blocks();
    test_damage();
    test_memory();
    return test_end();
}
