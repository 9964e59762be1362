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

gisa_status gisa_own_names_open(const char *path, bool isolated, gisa_analyzer **out,
                                gisa_error *err)
{
    gisa_analyzer_opts opts = {.isolated_words = isolated};
    if (gisa_file_exists(path)) opts.lexicon_path = path;
    gisa_status st = gisa_analyzer_open(&opts, out, err);
    bool of_a_line = st == GISA_EINVAL || st == GISA_EENCODING;
    if (of_a_line && opts.lexicon_path && err) err->cause = GISA_CAUSE_BAD_NAMES;
    return st;
}
