#include "pipeline/input_files.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

enum { MAX_DEPTH = 64 };

static gisa_status add_folder(gisa_input_files *w, const char *path, int depth, gisa_error *err);

static bool is_page(const char *name)
{
    static const char *const endings[] = {".html",  ".htm",    ".xhtml", ".txt", ".md",   ".json",
                                          ".jsonl", ".ndjson", ".csv",   ".tsv", ".warc", ".arc"};
    gisa_str path = gisa_str_from(name);
    if (gisa_str_ends(path, GISA_STR(".gz"))) path.n -= 3;
    if (strcmp(name, "robots.txt") == 0) return false; /* every mirror of a site has one */
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (gisa_str_ends(path, gisa_str_from(endings[i]))) return true;
    return false;
}

/* Takes the path over, also when it fails. */
static gisa_status add_path(gisa_input_files *w, char *path, gisa_error *err)
{
    if (!path) return gisa_fail_mem(err);
    if (GISA_GROW(w->paths, w->n, w->room) < 0) {
        gisa_free(path);
        return gisa_fail_mem(err);
    }
    w->paths[w->n++] = path;
    return GISA_OK;
}

/* The ending of a name in capitals; false where it has none, or none of letters and digits, or it
 * is that of a database, as a corpus in the folder has one. */
static bool read_kind(const char *name, char kind[8])
{
    const char *dot = strrchr(name, '.');
    size_t n = 0;
    if (!dot || dot == name) return false;
    for (const char *p = dot + 1; *p; p++) {
        bool lower = *p >= 'a' && *p <= 'z';
        if (n == 7 || !(gisa_is_alpha(*p) || gisa_is_digit(*p))) return false;
        kind[n++] = lower ? (char)(*p - 'a' + 'A') : *p;
    }
    kind[n] = '\0';
    return n > 0 && strcmp(kind, "DB") != 0;
}

/* Counts a file that is passed over; takes the path over. */
static void pass_over(gisa_input_files *w, char *path, const char *name)
{
    gisa_passed_kind one = {.n = 1, .first = path};
    size_t i = 0;
    bool known = strcmp(name, "robots.txt") != 0 && read_kind(name, one.kind);
    while (known && i < w->n_passed && strcmp(w->passed[i].kind, one.kind) != 0) i++;
    if (known && i < w->n_passed) w->passed[i].n++;
    if (!known || i < w->n_passed || i == GISA_PASSED_KINDS)
        gisa_free(path);
    else
        w->passed[w->n_passed++] = one;
}

static gisa_status add_entry(gisa_input_files *w, const char *folder, const char *name, int depth,
                             gisa_error *err)
{
    char *path = gisa_path_join(folder, name);
    struct stat link, info;
    if (!path) return gisa_fail_mem(err);
    bool there = lstat(path, &link) == 0 && stat(path, &info) == 0;
    if (there && S_ISDIR(link.st_mode)) {
        gisa_status st = add_folder(w, path, depth + 1, err);
        gisa_free(path);
        return st;
    }
    if (there && S_ISREG(info.st_mode)) {
        if (is_page(name)) return add_path(w, path, err);
        pass_over(w, path, name);
        return GISA_OK;
    }
    gisa_free(path);
    return GISA_OK;
}

static gisa_status add_folder(gisa_input_files *w, const char *path, int depth, gisa_error *err)
{
    struct dirent **entries = NULL;
    if (depth > MAX_DEPTH)
        return gisa_fail(err, GISA_EINVAL, "%s: folders are nested too deeply (limit %d)", path,
                         MAX_DEPTH);
    int n = gisa_dir_list(path, &entries);
    if (n < 0) return add_path(w, gisa_strdup(path), err);
    gisa_status st = GISA_OK;
    for (int i = 0; i < n; i++) {
        if (st >= 0) st = add_entry(w, path, entries[i]->d_name, depth, err);
        free(entries[i]);
    }
    free(entries);
    return st;
}

gisa_status gisa_input_files_add(gisa_input_files *w, const char *const *args, size_t n_args,
                                 gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < n_args; i++) {
        struct stat info;
        if (stat(args[i], &info) != 0 || !S_ISDIR(info.st_mode)) {
            st = add_path(w, gisa_strdup(args[i]), err);
            continue;
        }
        size_t before = w->n;
        st = add_folder(w, args[i], 0, err);
        if (st >= 0 && w->n == before) st = add_path(w, gisa_strdup(args[i]), err);
    }
    return st;
}

void gisa_input_files_clear(gisa_input_files *w)
{
    for (size_t i = 0; i < w->n; i++) gisa_free(w->paths[i]);
    for (size_t i = 0; i < w->n_passed; i++) gisa_free(w->passed[i].first);
    gisa_free(w->paths);
    *w = (gisa_input_files){0};
}

void gisa_input_files_add_passed(const gisa_input_files *w, gisa_buf *out)
{
    for (size_t i = 0; i < w->n_passed; i++) {
        const gisa_passed_kind *p = &w->passed[i];
        gisa_buf_addf(out, "%s%zu %s (first: %s)", i ? ", " : "", p->n, p->kind, p->first);
    }
}
