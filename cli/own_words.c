#include "cli/own_words.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "cli/wrap.h"
#include "corpus/stopword.h"
#include "nlp/own_lexicon.h"
#include "pipeline/own_files.h"

void own_words_say_notes(const cli *c, gisa_str notes)
{
    gisa_str line;
    size_t n = 0;
    while (gisa_str_next_line(&notes, &line)) {
        if (!line.n) continue;
        if (n++ < OWN_NOTES_SHOWN) cli_warn(c, "%.*s", GISA_ARG(line));
    }
    if (n > OWN_NOTES_SHOWN)
        cli_warn(c, "%zu more notes on your own words; gisa doctor lists them all",
                 n - OWN_NOTES_SHOWN);
}

gisa_status own_words_open(cli *c, gisa_analyzer **out, gisa_error *err)
{
    gisa_own_files own = {0};
    gisa_status st = gisa_own_files_find(cli_db_path(c, NULL), c->lexicon, &own, err);
    gisa_free(own.names); /* names of one's own are the database's alone */
    own.names = NULL;
    if (st >= 0) st = gisa_own_files_open(&own, NULL, out, err);
    if (st >= 0) own_words_say_notes(c, gisa_analyzer_own_notes(*out));
    gisa_own_files_clear(&own);
    return st;
}

gisa_status own_words_stop(const cli *c, const gisa_reader *r, gisa_stopwords **out,
                           gisa_error *err)
{
    gisa_status st = gisa_own_files_stopwords(&r->own, out, err);
    if (st >= 0 && gisa_stopwords_count(*out))
        cli_info(c, "left out: %zu word%s of %s", gisa_stopwords_count(*out),
                 gisa_stopwords_count(*out) == 1 ? "" : "s", r->own.stop);
    return st;
}

static void put_field(const cli *c, const char *name, size_t column, gisa_buf *text, gisa_buf *out)
{
    wrap_field(out, c, name, gisa_buf_view(text), column);
    gisa_buf_take_status(out, text);
    gisa_buf_reset(text);
}

/* The file of a kind that is read, and those that are not because of it. */
static void put_file(const cli *c, const char *db, const char *name, const char *path,
                     size_t column, gisa_buf *out)
{
    gisa_buf text = {0};
    char hash[GISA_OWN_HASH_CHARS + 1], *place;
    gisa_str ending = GISA_STR(".tsv"), kind = gisa_str_from(name);
    char label[16];
    kind.n -= ending.n;
    snprintf(label, sizeof label, "%.*s", GISA_ARG(kind));
    if (path) {
        gisa_own_file_hash(path, hash);
        gisa_buf_addf(&text, "%s (sha256:%s)", path, *hash ? hash : "not readable");
        put_field(c, label, column, &text, out);
    } else {
        gisa_buf_add_c(&text, "none; looked for as");
    }
    for (int i = 0; (place = gisa_own_file_place(db, c->lexicon, name, i)) != NULL; i++) {
        if (!path) {
            gisa_buf_addf(&text, "%s %s", i ? " and" : "", place);
        } else if (strcmp(place, path) != 0 && gisa_file_exists(place)) {
            gisa_buf_addf(&text, "%s (not read, as the one above is)", place);
            put_field(c, "", column, &text, out);
        }
        gisa_free(place);
    }
    if (!path) put_field(c, label, column, &text, out);
    gisa_buf_clear(&text);
}

/* Files of a folder that are not read as their name is nearly one that is. */
static void put_mistyped(const cli *c, const char *db, int place, size_t column, gisa_buf *out)
{
    static const char *const known[] = {"words.tsv", "synonyms.tsv", "stop.tsv"};
    struct dirent **entries = NULL;
    gisa_buf text = {0};
    char *folder = gisa_own_file_place(db, c->lexicon, known[0], place);
    if (folder) folder[strlen(folder) - strlen(known[0])] = '\0';
    int n = folder ? gisa_dir_list(*folder ? folder : ".", &entries) : 0;
    for (int i = 0; i < n; i++) {
        const char *name = entries[i]->d_name;
        const char *near = gisa_nearest(name, known, sizeof known / sizeof *known);
        if (near && strcmp(near, name) != 0) {
            gisa_buf_addf(&text, "%s%s is not read; did you mean %s?", folder, name, near);
            put_field(c, "note", column, &text, out);
        }
        free(entries[i]);
    }
    if (n > 0) free(entries);
    gisa_free(folder);
    gisa_buf_clear(&text);
}

static void put_names(const cli *c, const char *path, size_t column, gisa_buf *out)
{
    gisa_buf text = {0};
    char hash[GISA_OWN_HASH_CHARS + 1];
    gisa_own_file_hash(path, hash);
    gisa_buf_addf(&text, *hash ? "%s (sha256:%s)" : "%s (not there%s)", path,
                  *hash ? hash : " yet");
    put_field(c, "names", column, &text, out);
    gisa_buf_clear(&text);
}

/* Reads the files as the other commands do, and says what they may say. */
static gisa_status put_notes(const cli *c, const gisa_own_files *own, size_t column, gisa_buf *out,
                             gisa_error *err)
{
    const gisa_analyzer_opts words = {.isolated_words = true, .morphs_only = true};
    gisa_analyzer *analyzer = NULL;
    gisa_stopwords *stop = NULL;
    gisa_str notes, line;
    gisa_status st = gisa_own_files_open(own, &words, &analyzer, err);
    for (notes = st < 0 ? GISA_NONE : gisa_analyzer_own_notes(analyzer);
         gisa_str_next_line(&notes, &line);)
        if (line.n) wrap_field(out, c, "note", line, column);
    if (st >= 0) st = gisa_own_files_stopwords(own, &stop, err);
    gisa_stopwords_close(stop);
    gisa_analyzer_close(analyzer);
    return st;
}

gisa_status own_words_put(const cli *c, const char *db, size_t column, gisa_buf *out,
                          gisa_error *err)
{
    gisa_own_files own = {0};
    gisa_status st = gisa_own_files_find(db, c->lexicon, &own, err);
    if (st >= 0) put_names(c, own.names, column, out);
    if (st >= 0) {
        put_file(c, db, "words.tsv", own.words, column, out);
        put_file(c, db, "synonyms.tsv", own.synonyms, column, out);
        put_file(c, db, "stop.tsv", own.stop, column, out);
        for (int i = 0; i < 2; i++) put_mistyped(c, db, i, column, out);
        st = put_notes(c, &own, column, out, err);
    }
    gisa_own_files_clear(&own);
    return st;
}
