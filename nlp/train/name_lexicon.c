#include "nlp/train/name_lexicon.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hangul.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/names/name_line.h"
#include "nlp/word/wordset.h"

#define LISTS_BITS  8 /* of the tables' bit fields for each word */
#define PEOPLE      1u
#define COMMON      8u
#define ODDS_STEP   16.0 /* of a natural logarithm: a syllable's odds in a byte */
#define ODDS_SMOOTH 2.0
#define FILE_MAX    ((size_t)1 << 30)

typedef struct keys {
    uint64_t *hash;
    uint16_t *value;
    size_t n, cap, cap_values;
} keys;

/* How often each syllable is at each place in the names of people, and in other nouns. */
typedef struct counts {
    double people[3][GISA_HANGUL_SYLLABLES], others[3][GISA_HANGUL_SYLLABLES];
    double all_people[3], all_others[3];
} counts;

static gisa_status put_key(keys *k, uint64_t hash, unsigned value)
{
    if (GISA_GROW(k->hash, k->n, k->cap) < 0 || GISA_GROW(k->value, k->n, k->cap_values) < 0)
        return GISA_ENOMEM;
    k->hash[k->n] = hash;
    k->value[k->n++] = (uint16_t)value;
    return GISA_OK;
}

static uint64_t hash_of(gisa_str word, uint64_t seed)
{
    for (size_t at = 0; at < word.n;) {
        uint32_t cp;
        at += gisa_utf8_next(word, at, &cp);
        seed = gisa_word_roll(seed, cp);
    }
    return seed;
}

static void count_syllables(counts *c, gisa_str word, unsigned lists)
{
    uint32_t cp[4], n = 0;
    for (size_t at = 0; at < word.n && n < 4; n++) {
        at += gisa_utf8_next(word, at, &cp[n]);
        if (!gisa_is_hangul(cp[n])) return;
    }
    if (n < 2 || n > 3) return;
    bool korean = lists & PEOPLE &&
                  gisa_wordlist_find(&gisa_list_surnames, gisa_str_cut(word, 0, 3));
    if (lists & PEOPLE && !korean) return;
    for (uint32_t i = 0; i < n; i++) {
        (korean ? c->people : c->others)[i][gisa_hangul_index(cp[i])]++;
        (korean ? c->all_people : c->all_others)[i]++;
    }
}

static gisa_status put_odds(const counts *c, gisa_buf *out)
{
    for (unsigned place = 0; place < 3; place++)
        for (uint32_t s = 0; s < GISA_HANGUL_SYLLABLES; s++) {
            double person = (c->people[place][s] + ODDS_SMOOTH) / c->all_people[place];
            double other = (c->others[place][s] + ODDS_SMOOTH) / c->all_others[place];
            double odds = floor(log(person / other) * ODDS_STEP + .5);
            int8_t byte = (int8_t)(odds > 127 ? 127 : odds < -127 ? -127 : odds);
            if (place == 0 && c->people[0][s] <= 0) byte = INT8_MIN; /* no surname */
            gisa_buf_add_char(out, (char)byte);
        }
    return gisa_buf_status(out);
}

typedef gisa_status put_line(void *ctx, keys *k, unsigned number, gisa_str word);

static gisa_status put_listed(void *ctx, keys *k, unsigned lists, gisa_str word)
{
    count_syllables(ctx, word, lists);
    return put_key(k, gisa_name_mix(hash_of(word, GISA_WORD_SEED)), lists & 15u);
}

static gisa_status put_clustered(void *ctx, keys *k, unsigned cluster, gisa_str word)
{
    (void)ctx;
    size_t slash = word.n;
    while (slash > 0 && word.p[slash - 1] != '/') slash--;
    if (slash < 2) return GISA_EINVAL;
    uint64_t tag = gisa_tag_parse(gisa_str_cut(word, slash, word.n));
    uint64_t hash = hash_of(gisa_str_cut(word, 0, slash - 1), GISA_WORD_SEED ^ tag << 40);
    return put_key(k, gisa_name_mix(hash), cluster & 1023u);
}

/* Reads lines of a number, a tab and a word. */
static gisa_status read_numbered(const char *path, put_line *put, void *ctx, keys *k,
                                 gisa_error *err)
{
    gisa_buf file = {0};
    gisa_status st = gisa_file_read(path, FILE_MAX, &file, err);
    gisa_str rest = gisa_buf_view(&file), line, number;
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        gisa_str word = line;
        if (!gisa_str_next_field(&word, '\t', &number) || !word.n) continue;
        st = put(ctx, k, (unsigned)strtoul(number.p, NULL, 10), word);
    }
    if (st == GISA_ENOMEM) gisa_fail_mem(err);
    if (st == GISA_EINVAL) gisa_fail(err, st, "%s: a line without a tag", path);
    gisa_buf_clear(&file);
    return st;
}

/* shift: of the check above the value in each number. */
static gisa_status pack(const keys *k, unsigned shift, train_pack *out, gisa_buf *values,
                        gisa_error *err)
{
    gisa_status st = train_pack_make(k->hash, k->n, LISTS_BITS, out, err);
    for (uint32_t i = 0; st >= 0 && i < out->n; i++) {
        uint32_t key = out->order[i], check = (uint32_t)(k->hash[key] >> 24) << shift;
        uint16_t both = (uint16_t)(check | k->value[key]);
        gisa_buf_add_bytes(values, &both, sizeof both);
    }
    return st < 0 ? st : gisa_buf_check(values, "the lists", err);
}

gisa_status train_name_lexicon_read(const char *folder, train_name_lexicon *out, gisa_error *err)
{
    char path[4096];
    keys lists = {0}, clusters = {0};
    counts *c = gisa_calloc(1, sizeof *c);
    gisa_status st = c ? GISA_OK : gisa_fail_mem(err);
    snprintf(path, sizeof path, "%s/lists.txt", folder);
    if (st >= 0) st = read_numbered(path, put_listed, c, &lists, err);
    snprintf(path, sizeof path, "%s/clusters.txt", folder);
    if (st >= 0 && gisa_file_exists(path))
        st = read_numbered(path, put_clustered, NULL, &clusters, err);
    if (st >= 0) st = pack(&lists, 4, &out->lists, &out->marks, err);
    if (st >= 0) st = pack(&clusters, 10, &out->clusters, &out->cluster_of, err);
    if (st >= 0 && put_odds(c, &out->syllables) < 0) st = gisa_fail_mem(err);
    if (st >= 0)
        printf("lists: %u of %zu words; clusters: %u of %zu morphemes\n", out->lists.n, lists.n,
               out->clusters.n, clusters.n);
    gisa_free(lists.hash);
    gisa_free(lists.value);
    gisa_free(clusters.hash);
    gisa_free(clusters.value);
    gisa_free(c);
    return st;
}

void train_name_lexicon_clear(train_name_lexicon *x)
{
    train_pack_clear(&x->lists);
    train_pack_clear(&x->clusters);
    gisa_buf_clear(&x->marks);
    gisa_buf_clear(&x->cluster_of);
    gisa_buf_clear(&x->syllables);
}

gisa_name_lexicon train_name_lexicon_view(const train_name_lexicon *x)
{
    return (gisa_name_lexicon){.lists = {x->lists.blocks, x->lists.n_blocks},
                               .clusters = {x->clusters.blocks, x->clusters.n_blocks},
                               .marks = (const uint16_t *)(const void *)x->marks.p,
                               .cluster_of = (const uint16_t *)(const void *)x->cluster_of.p,
                               .n_marks = x->lists.n,
                               .n_clusters = x->clusters.n,
                               .syllables = (const int8_t *)x->syllables.p};
}
