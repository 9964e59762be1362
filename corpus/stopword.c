#include "corpus/stopword.h"

#include "base/compose.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum { FILE_MAX = 16 << 20, WORD_MAX = 200 }; /* bytes */

struct gisa_stopwords {
    gisa_map words; /* folded */
};

/* In lower case and without blanks. Returns: the length, at most that of the text. */
static size_t fold(gisa_str text, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (!gisa_is_space(text.p[i])) out[n++] = gisa_lower(text.p[i]);
    return n;
}

static gisa_status put_line(gisa_stopwords *s, gisa_str line, gisa_error *err)
{
    char key[WORD_MAX];
    gisa_buf composed = {0};
    uint64_t *slot;
    gisa_status st = GISA_OK;
    if (gisa_utf8_bad(line) != GISA_NPOS)
        return gisa_fail(err, GISA_EENCODING, "it is not UTF-8; save the file as UTF-8");
    if (line.n > WORD_MAX)
        return gisa_fail(err, GISA_EINVAL, "a word of more than %d bytes; write one a line",
                         WORD_MAX);
    if (gisa_str_find_byte(line, '\t', 0) != GISA_NPOS)
        return gisa_fail(err, GISA_EINVAL, "a tab; a line is a word and nothing else");
    if ((st = gisa_compose(line, &composed, err)) >= 0) {
        gisa_str word = gisa_buf_view(&composed);
        if (word.n > WORD_MAX) word.n = WORD_MAX;
        word = (gisa_str){key, fold(word, key)};
        if (gisa_map_put(&s->words, word, &slot, NULL) < 0) st = gisa_fail_mem(err);
    }
    gisa_buf_clear(&composed);
    return st;
}

static gisa_status read_lines(gisa_stopwords *s, gisa_str file, const char *path, gisa_error *err)
{
    gisa_str line;
    gisa_status st = GISA_OK;
    for (unsigned long long n = 1; st >= 0 && gisa_str_next_line(&file, &line); n++) {
        gisa_error why = {0};
        line = gisa_str_trim(line);
        if (!line.n || line.p[0] == '#') continue;
        st = put_line(s, line, &why);
        if (st < 0) gisa_fail(err, st, "%s: line %llu: %s", path, n, why.text);
    }
    return st;
}

gisa_status gisa_stopwords_open(const char *path, gisa_stopwords **out, gisa_error *err)
{
    gisa_buf in = {0};
    gisa_stopwords *s = gisa_calloc(1, sizeof *s);
    gisa_status st = s ? gisa_file_read(path, FILE_MAX, &in, err) : gisa_fail_mem(err);
    if (st >= 0) st = read_lines(s, gisa_buf_view(&in), path, err);
    gisa_buf_clear(&in);
    if (st < 0)
        gisa_stopwords_close(s);
    else
        *out = s;
    return st;
}

void gisa_stopwords_close(gisa_stopwords *s)
{
    if (!s) return;
    gisa_map_clear(&s->words);
    gisa_free(s);
}

bool gisa_stopwords_has(const gisa_stopwords *s, gisa_str word)
{
    char key[WORD_MAX];
    if (!s || word.n > WORD_MAX) return false;
    return gisa_map_find(&s->words, (gisa_str){key, fold(word, key)}) != NULL;
}

size_t gisa_stopwords_count(const gisa_stopwords *s)
{
    return s ? s->words.n : 0;
}
