#include "pipeline/own_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "corpus/stopword.h"
#include "nlp/own_lexicon.h"

char *gisa_own_names_path(const char *database, gisa_error *err)
{
    gisa_str path = gisa_str_from(database);
    gisa_buf out = {0};
    if (gisa_str_ends(path, GISA_STR(".db"))) path.n -= 3;
    gisa_buf_add(&out, path);
    gisa_buf_add_c(&out, ".names.tsv");
    if (gisa_buf_check(&out, "a path", err) < 0) gisa_buf_clear(&out);
    return out.p;
}

/* A file beside another one. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    gisa_buf out = {0};
    if (slash) gisa_buf_add(&out, (gisa_str){path, (size_t)(slash - path) + 1});
    gisa_buf_add_c(&out, name);
    if (gisa_buf_status(&out) < 0) gisa_buf_clear(&out);
    return out.p;
}

/* In the user's configuration; a relative folder is ignored, as the XDG Base Directory
 * Specification has it. */
static char *configured(const char *name)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    bool own = config && config[0] == '/';
    gisa_buf out = {0};
    if (!own && !(home && home[0] == '/')) return NULL;
    gisa_buf_addf(&out, "%s%s/gisa/%s", own ? config : home, own ? "" : "/.config", name);
    if (gisa_buf_status(&out) < 0) gisa_buf_clear(&out);
    return out.p;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return path && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

char *gisa_own_file_place(const char *database, const char *lexicon, const char *name, int number)
{
    if (is_folder(lexicon)) return number == 0 ? gisa_path_join(lexicon, name) : NULL;
    if (database && number == 0) return beside(database, name);
    return number == (database ? 1 : 0) ? configured(name) : NULL;
}

/* The first of its places that has a file; NULL: none. */
static char *find(const char *database, const char *lexicon, const char *name)
{
    char *path;
    for (int i = 0; (path = gisa_own_file_place(database, lexicon, name, i)) != NULL; i++) {
        if (gisa_file_exists(path)) return path;
        gisa_free(path);
    }
    return NULL;
}

gisa_status gisa_own_files_find(const char *database, const char *lexicon, gisa_own_files *out,
                                gisa_error *err)
{
    *out = (gisa_own_files){0};
    bool words = lexicon && !is_folder(lexicon);
    if (lexicon && !gisa_file_exists(lexicon))
        return gisa_fail(err, GISA_ENOTFOUND, "%s: there is no such lexicon", lexicon);
    out->names = database ? gisa_own_names_path(database, err) : NULL;
    out->words = words ? gisa_strdup(lexicon) : find(database, lexicon, "words.tsv");
    out->synonyms = find(database, lexicon, "synonyms.tsv");
    out->stop = find(database, lexicon, "stop.tsv");
    if ((database && !out->names) || (words && !out->words)) return gisa_fail_mem(err);
    if (lexicon && !out->words && !out->synonyms && !out->stop)
        return gisa_fail(err, GISA_ENOTFOUND,
                         "%s: no words.tsv, synonyms.tsv or stop.tsv in this folder", lexicon);
    return GISA_OK;
}

void gisa_own_files_clear(gisa_own_files *f)
{
    gisa_free(f->names);
    gisa_free(f->words);
    gisa_free(f->synonyms);
    gisa_free(f->stop);
    *f = (gisa_own_files){0};
}

void gisa_own_file_hash(const char *path, char out[GISA_OWN_HASH_CHARS + 1])
{
    gisa_buf in = {0};
    char hex[GISA_SHA256_HEX + 1] = "";
    if (gisa_file_read(path, GISA_OWN_FILE_MAX, &in, NULL) < 0 ||
        gisa_sha256_hex(gisa_buf_view(&in), hex) < 0)
        hex[0] = '\0';
    gisa_buf_clear(&in);
    snprintf(out, GISA_OWN_HASH_CHARS + 1, "%.*s", GISA_OWN_HASH_CHARS, hex);
}

void gisa_own_files_describe(const gisa_own_files *f, gisa_buf *out)
{
    const char *const paths[] = {f->names, f->words, f->synonyms, f->stop};
    static const char *const names[] = {"names.tsv", "words.tsv", "synonyms.tsv", "stop.tsv"};
    char hash[GISA_OWN_HASH_CHARS + 1];
    size_t head = out->n;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        if (!paths[i] || !gisa_file_exists(paths[i])) continue;
        gisa_own_file_hash(paths[i], hash);
        gisa_buf_addf(out, "%s%s sha256:%s", out->n > head ? ", " : "", names[i], hash);
    }
}

static gisa_status note_cause(gisa_status st, gisa_error *err)
{
    if ((st == GISA_EINVAL || st == GISA_EENCODING) && err && err->cause == GISA_CAUSE_NONE)
        err->cause = GISA_CAUSE_BAD_NAMES;
    return st;
}

gisa_status gisa_own_files_open(const gisa_own_files *f, const gisa_analyzer_opts *opts,
                                gisa_analyzer **out, gisa_error *err)
{
    gisa_analyzer_opts how = opts ? *opts : (gisa_analyzer_opts){0};
    how.lexicon_path = f->names && gisa_file_exists(f->names) ? f->names : NULL;
    how.words_path = f->words;
    how.synonyms_path = f->synonyms;
    bool any = how.lexicon_path || how.words_path || how.synonyms_path;
    gisa_status st = gisa_analyzer_open(&how, out, err);
    return any ? note_cause(st, err) : st;
}

gisa_status gisa_own_files_stopwords(const gisa_own_files *f, gisa_stopwords **out, gisa_error *err)
{
    *out = NULL;
    return f->stop ? note_cause(gisa_stopwords_open(f->stop, out, err), err) : GISA_OK;
}
