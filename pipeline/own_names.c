#include "pipeline/own_names.h"

#include "base/buf.h"
#include "base/file.h"

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

gisa_status gisa_own_names_open(const char *path, const gisa_analyzer_opts *opts,
                                gisa_analyzer **out, gisa_error *err)
{
    gisa_analyzer_opts how = opts ? *opts : (gisa_analyzer_opts){0};
    how.lexicon_path = gisa_file_exists(path) ? path : NULL;
    gisa_status st = gisa_analyzer_open(&how, out, err);
    bool of_a_line = st == GISA_EINVAL || st == GISA_EENCODING;
    if (of_a_line && how.lexicon_path && err) err->cause = GISA_CAUSE_BAD_NAMES;
    return st;
}
