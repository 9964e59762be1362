#include "nlp/word/lexicon.h"

#include "base/mem.h"

#define WORD_CHARS 40

static gisa_str hash_key(const uint64_t *hash)
{
    return (gisa_str){(const char *)hash, sizeof *hash};
}

/* The hash of a word in lower case, as texts are matched. */
static uint32_t fold(uint32_t cp)
{
    return cp < 0x80 ? (uint32_t)gisa_lower((char)cp) : cp;
}

static gisa_status put_word(gisa_lexicon *l, gisa_str word, gisa_tag tag, gisa_map *strings,
                            gisa_error *err)
{
    gisa_text t = {0};
    gisa_status st = gisa_text_put(&t, word, err);
    uint64_t hash = GISA_WORD_SEED, *value;
    if (st >= 0 && t.n > WORD_CHARS)
        st = gisa_fail(err, GISA_EINVAL, "a word of %u characters; shorten it to %d", t.n,
                       WORD_CHARS);
    for (uint32_t i = 0; st >= 0 && i < t.n; i++) {
        if (gisa_char_class_of(t.cp[i]) == GISA_CHAR_SPACE) {
            st = gisa_fail(err, GISA_EINVAL,
                           "a word holds no space: '%.*s'; a name may, as a gazetteer line: "
                           "id, tab, OG, tab, the name",
                           GISA_ARG(word));
            break;
        }
        hash = gisa_word_roll(hash, fold(t.cp[i]));
        if ((st = gisa_map_put(strings, hash_key(&hash), &value, NULL)) < 0) break;
        *value |= i + 1 < t.n ? GISA_WORD_LONGER : GISA_WORD_NAME;
    }
    if (st >= 0 && t.n > 0 && (st = gisa_map_put(&l->tags, hash_key(&hash), &value, NULL)) >= 0)
        *value = tag;
    gisa_text_clear(&t);
    return st == GISA_ENOMEM ? gisa_fail_mem(err) : st;
}

static gisa_status read_lines(gisa_lexicon *l, gisa_str file, gisa_buf *gazetteer,
                              gisa_map *strings, gisa_error *err)
{
    gisa_str line, word, second;
    gisa_status st = GISA_OK;
    for (uint64_t n = 1; st >= 0 && gisa_str_next_line(&file, &line); n++) {
        gisa_str rest = line;
        if (gazetteer && n > 1) gisa_buf_add_char(gazetteer, '\n'); /* lines keep their numbers */
        if (gisa_str_trim(line).n == 0 || line.p[0] == '#') continue;
        if (!gisa_str_next_field(&rest, '\t', &word)) continue;
        if (!gisa_str_next_field(&rest, '\t', &second)) second = GISA_STR("NNP");
        second = gisa_str_trim(second);
        if (!second.n) second = GISA_STR("NNP");
        if (gisa_entity_type_parse(second) != GISA_ENTITY_COUNT && rest.n > 0) {
            if (gazetteer) gisa_buf_add(gazetteer, line);
            continue;
        }
        gisa_tag tag = gisa_tag_parse(second);
        gisa_error why = {0};
        st = tag == GISA_TAG_COUNT
                 ? gisa_fail(&why, GISA_EINVAL,
                             "no tag is called '%.*s'; a name is NNP, a noun NNG", GISA_ARG(second))
                 : put_word(l, gisa_str_trim(word), tag, strings, &why);
        if (st < 0) gisa_fail(err, st, "lexicon, line %llu: %s", (unsigned long long)n, why.text);
    }
    return st;
}

gisa_status gisa_lexicon_read(gisa_lexicon *l, gisa_str shipped, gisa_str user, gisa_buf *gazetteer,
                              gisa_error *err)
{
    gisa_map strings = {0};
    uint32_t n_slots = 64;
    gisa_status st = read_lines(l, shipped, NULL, &strings, err);
    if (st >= 0) st = read_lines(l, user, gazetteer, &strings, err);
    while (n_slots * 3 / 4 < strings.n) n_slots *= 2;
    if (st >= 0 && !(l->slots = gisa_calloc(n_slots, sizeof *l->slots))) st = gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < strings.n; i++) {
        uint64_t hash;
        memcpy(&hash, strings.items[i].key.p, sizeof hash);
        gisa_wordset_put(l->slots, n_slots - 1, hash, (unsigned)strings.items[i].value);
    }
    l->words = (gisa_wordset){l->slots, n_slots - 1};
    gisa_map_clear(&strings);
    if (st < 0) gisa_lexicon_clear(l);
    return st;
}

void gisa_lexicon_clear(gisa_lexicon *l)
{
    gisa_map_clear(&l->tags);
    gisa_free(l->slots);
    *l = (gisa_lexicon){0};
}

uint32_t gisa_lexicon_match(const gisa_lexicon *l, const gisa_text *t, uint32_t from, uint32_t to,
                            gisa_tag *tag)
{
    uint64_t hash = GISA_WORD_SEED;
    uint32_t length = 0;
    if (l->tags.n == 0) return 0;
    for (uint32_t i = from; i < to && i - from < WORD_CHARS; i++) {
        hash = gisa_word_roll(hash, fold(t->cp[i]));
        unsigned found = gisa_wordset_find(l->words, hash);
        const uint64_t *value = found & GISA_WORD_NAME ? gisa_map_find(&l->tags, hash_key(&hash))
                                                       : NULL;
        if (value) {
            length = i - from + 1;
            *tag = (gisa_tag)*value;
        }
        if (!(found & GISA_WORD_LONGER)) break;
    }
    return length;
}
