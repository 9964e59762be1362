#include "nlp/train/words.h"

#include "base/file.h"
#include "base/mem.h"

#define WORD_CHARS 12

/* Counts (slots NULL) or puts the prefixes of a word and the word itself. */
static gisa_status put_word(gisa_map *strings, gisa_str word, unsigned classes)
{
    if (gisa_utf8_chars(word) > WORD_CHARS) return GISA_OK;
    for (size_t at = 0; at < word.n;) {
        uint32_t cp;
        uint64_t *value;
        at += gisa_utf8_next(word, at, &cp);
        if (gisa_map_put(strings, gisa_str_cut(word, 0, at), &value, NULL) < 0) return GISA_ENOMEM;
        *value |= at < word.n ? GISA_WORD_LONGER : classes;
    }
    return GISA_OK;
}

static gisa_status read_list(gisa_map *strings, const char *path, gisa_error *err)
{
    gisa_buf file = {0};
    gisa_status st = gisa_file_read(path, (size_t)1 << 28, &file, err);
    gisa_str rest = gisa_buf_view(&file), line, class;
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        uint64_t n;
        if (!gisa_str_next_field(&line, '\t', &class) || !gisa_str_to_u64(class, &n)) continue;
        if (put_word(strings, line, (unsigned)n & GISA_WORD_ALL) < 0) st = gisa_fail_mem(err);
    }
    gisa_buf_clear(&file);
    return st;
}

gisa_status train_words_make(const train_words *seen, uint64_t min, const char *path,
                             uint32_t **slots, gisa_wordset *out, gisa_error *err)
{
    gisa_map strings = {0};
    gisa_status st = read_list(&strings, path, err);
    uint32_t n_slots = 1024;
    for (size_t i = 0; i < seen->counts.n && st >= 0; i++) {
        const gisa_map_item *item = &seen->counts.items[i];
        if (item->value < min) continue;
        st = put_word(&strings, gisa_str_cut(item->key, 1, item->key.n), (uint8_t)item->key.p[0]);
        if (st < 0) gisa_fail_mem(err);
    }
    while (n_slots * 3 / 4 < strings.n) n_slots *= 2;
    *slots = st >= 0 ? gisa_calloc(n_slots, sizeof **slots) : NULL;
    if (st >= 0 && !*slots) st = gisa_fail_mem(err);
    for (size_t i = 0; i < strings.n && st >= 0; i++) {
        gisa_str key = strings.items[i].key;
        uint64_t hash = GISA_WORD_SEED;
        for (size_t at = 0; at < key.n;) {
            uint32_t cp;
            at += gisa_utf8_next(key, at, &cp);
            hash = gisa_word_roll(hash, cp);
        }
        gisa_wordset_put(*slots, n_slots - 1, hash, (unsigned)strings.items[i].value);
    }
    *out = (gisa_wordset){*slots, n_slots - 1};
    gisa_map_clear(&strings);
    return st;
}
