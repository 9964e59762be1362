/* The files of a user's own with any bytes: each is refused with its line, or read, and then words
 * are found in the file's own text within its bounds. */
#include <stdlib.h>

#include "nlp/names/synonym.h"
#include "nlp/word/lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_words(gisa_str file)
{
    gisa_lexicon l = {0};
    gisa_text t = {0};
    const gisa_lexicon_word *word;
    if (gisa_lexicon_read(&l, file, NULL, NULL, NULL) >= 0 && gisa_lexicon_settle(&l, NULL) >= 0 &&
        gisa_text_put(&t, file, NULL) >= 0)
        for (uint32_t i = 0; i < t.n; i++) {
            uint32_t n = gisa_lexicon_match(&l, &t, i, t.n, &word);
            if (n > t.n - i || (n && (word < l.items || word >= l.items + l.n))) abort();
        }
    gisa_text_clear(&t);
    gisa_lexicon_clear(&l);
}

static void read_synonyms(gisa_str file)
{
    gisa_synonyms *s = NULL;
    const gisa_str *words;
    gisa_str rest = file, word;
    if (gisa_synonyms_open(file, &s, NULL, NULL) < 0) return;
    while (gisa_str_next_field(&rest, '=', &word))
        if (gisa_synonyms_find(s, word, &words) > GISA_SYNONYMS_MAX) abort();
    gisa_synonyms_close(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_str file = {(const char *)data, size};
    read_words(file);
    read_synonyms(file);
    return 0;
}
