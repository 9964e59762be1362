#include "corpus/manifest.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"

#define MANIFEST_MAX ((size_t)4 << 20)
#define FORMAT       "gisa-export-1"

static gisa_status add_note(gisa_manifest *m, const char *key, gisa_str text, uint64_t count)
{
    gisa_manifest_note note = {.count = count};
    if (GISA_ARENA_GROW(&m->arena, m->notes, m->n_notes, m->notes_cap) < 0 ||
        gisa_arena_copy(&m->arena, gisa_str_from(key), &note.key) < 0 ||
        gisa_arena_copy(&m->arena, text, &note.text) < 0)
        return GISA_ENOMEM;
    m->notes[m->n_notes++] = note;
    return GISA_OK;
}

gisa_status gisa_manifest_note_text(gisa_manifest *m, const char *key, gisa_str text)
{
    return add_note(m, key, text.p ? text : GISA_STR(""), 0);
}

gisa_status gisa_manifest_note_count(gisa_manifest *m, const char *key, uint64_t count)
{
    return add_note(m, key, GISA_NONE, count);
}

static gisa_status put_file(gisa_manifest *m, const gisa_manifest_file *file, gisa_error *err)
{
    if (GISA_ARENA_GROW(&m->arena, m->files, m->n_files, m->files_cap) < 0)
        return gisa_fail_mem(err);
    m->files[m->n_files] = *file;
    if (gisa_arena_copy(&m->arena, file->name, &m->files[m->n_files].name) < 0)
        return gisa_fail_mem(err);
    m->n_files++;
    return GISA_OK;
}

static gisa_status digest_file(const char *dir, gisa_manifest_file *file, gisa_error *err)
{
    gisa_str bytes;
    char *name = gisa_memdup(file->name.p, file->name.n);
    char *path = name ? gisa_path_join(dir, name) : NULL;
    gisa_status st = path ? gisa_file_map(path, &bytes, err) : gisa_fail_mem(err);
    if (st >= 0) {
        file->bytes = bytes.n;
        if (gisa_sha256_hex(bytes, file->sha256) < 0) st = gisa_fail_mem(err);
        gisa_file_unmap(bytes);
    }
    gisa_free(name);
    gisa_free(path);
    return st;
}

gisa_status gisa_manifest_add(gisa_manifest *m, const char *dir, gisa_str name, uint64_t rows,
                              gisa_error *err)
{
    gisa_manifest_file file = {.name = name, .rows = rows};
    gisa_status st = digest_file(dir, &file, err);
    return st < 0 ? st : put_file(m, &file, err);
}

static int by_name(const void *a, const void *b)
{
    return gisa_str_cmp(((const gisa_manifest_file *)a)->name,
                        ((const gisa_manifest_file *)b)->name);
}

static void format(const gisa_manifest *m, gisa_buf *out)
{
    gisa_buf_add_c(out, "{\n \"format\": \"" FORMAT "\"");
    for (size_t i = 0; i < m->n_notes; i++) {
        gisa_buf_add_c(out, ",\n ");
        gisa_json_quote(out, m->notes[i].key);
        gisa_buf_add_c(out, ": ");
        if (m->notes[i].text.p)
            gisa_json_quote(out, m->notes[i].text);
        else
            gisa_buf_addf(out, "%llu", (unsigned long long)m->notes[i].count);
    }
    gisa_buf_add_c(out, ",\n \"files\": [");
    for (size_t i = 0; i < m->n_files; i++) {
        const gisa_manifest_file *f = &m->files[i];
        gisa_buf_add_c(out, i ? ",\n  {\"name\": " : "\n  {\"name\": ");
        gisa_json_quote(out, f->name);
        gisa_buf_addf(out, ", \"bytes\": %llu", (unsigned long long)f->bytes);
        if (f->rows != GISA_NOWHERE)
            gisa_buf_addf(out, ", \"rows\": %llu", (unsigned long long)f->rows);
        gisa_buf_addf(out, ", \"sha256\": \"%s\"}", f->sha256);
    }
    gisa_buf_add_c(out, "\n ]\n}\n");
}

gisa_status gisa_manifest_write(gisa_manifest *m, const char *dir, gisa_error *err)
{
    gisa_buf out = gisa_buf_make(MANIFEST_MAX);
    char *path = gisa_path_join(dir, GISA_MANIFEST_NAME);
    if (m->n_files) qsort(m->files, m->n_files, sizeof *m->files, by_name);
    format(m, &out);
    gisa_status st = path ? gisa_buf_check(&out, GISA_MANIFEST_NAME, err) : gisa_fail_mem(err);
    if (st >= 0) st = gisa_file_write(path, gisa_buf_view(&out), err);
    gisa_free(path);
    gisa_buf_clear(&out);
    return st;
}

/* A manifest may come from anybody: it can only name files of its own folder. */
static bool name_safe(gisa_str name)
{
    return name.n > 0 && name.n < 256 && name.p[0] != '.' &&
           gisa_str_find_byte(name, '/', 0) == GISA_NPOS &&
           gisa_str_find_byte(name, '\0', 0) == GISA_NPOS;
}

static gisa_status read_file(gisa_manifest *m, const json_t *item, gisa_error *err)
{
    const json_t *name = json_object_get(item, "name"), *bytes = json_object_get(item, "bytes");
    const json_t *rows = json_object_get(item, "rows"), *sha = json_object_get(item, "sha256");
    gisa_manifest_file file = {.rows = GISA_NOWHERE};
    if (!json_is_string(name) || !json_is_integer(bytes) || !json_is_string(sha) ||
        json_string_length(sha) != GISA_SHA256_HEX)
        return gisa_fail(err, GISA_ECORRUPT, "%s: file %zu lacks a name, a size or a digest",
                         GISA_MANIFEST_NAME, m->n_files + 1);
    file.name = (gisa_str){json_string_value(name), json_string_length(name)};
    file.bytes = (uint64_t)json_integer_value(bytes);
    if (json_is_integer(rows)) file.rows = (uint64_t)json_integer_value(rows);
    memcpy(file.sha256, json_string_value(sha), sizeof file.sha256);
    if (!name_safe(file.name))
        return gisa_fail(err, GISA_ECORRUPT, "%s: file %zu has a name outside the folder",
                         GISA_MANIFEST_NAME, m->n_files + 1);
    return put_file(m, &file, err);
}

static gisa_status read_notes(gisa_manifest *m, json_t *root, gisa_error *err)
{
    const char *key;
    json_t *value;
    gisa_status st = GISA_OK;
    json_object_foreach(root, key, value)
    {
        if (strcmp(key, "files") == 0 || strcmp(key, "format") == 0) continue;
        if (json_is_string(value))
            st = gisa_manifest_note_text(
                m, key, (gisa_str){json_string_value(value), json_string_length(value)});
        else if (json_is_integer(value))
            st = gisa_manifest_note_count(m, key, (uint64_t)json_integer_value(value));
        if (st < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static gisa_status read_root(gisa_manifest *m, json_t *root, gisa_error *err)
{
    const char *form = json_string_value(json_object_get(root, "format"));
    json_t *files = json_object_get(root, "files");
    if (!form || strcmp(form, FORMAT) != 0 || !json_is_array(files))
        return gisa_fail(err, GISA_ECORRUPT, "%s: is not a manifest of the format %s",
                         GISA_MANIFEST_NAME, FORMAT);
    gisa_status st = read_notes(m, root, err);
    for (size_t i = 0; st >= 0 && i < json_array_size(files); i++)
        st = read_file(m, json_array_get(files, i), err);
    return st;
}

gisa_status gisa_manifest_read(const char *dir, gisa_manifest *m, gisa_error *err)
{
    gisa_buf text = gisa_buf_make(MANIFEST_MAX + 64);
    json_error_t fault;
    gisa_manifest_clear(m);
    char *path = gisa_path_join(dir, GISA_MANIFEST_NAME);
    gisa_status st = path ? gisa_file_read(path, MANIFEST_MAX, &text, err) : gisa_fail_mem(err);
    if (st >= 0) {
        json_t *root = json_loadb(gisa_buf_view(&text).p, text.n, JSON_REJECT_DUPLICATES, &fault);
        if (root)
            st = read_root(m, root, err);
        else
            st = gisa_fail(err, GISA_ECORRUPT, "%s: line %d: %s", path, fault.line, fault.text);
        json_decref(root);
    }
    if (st < 0) gisa_manifest_clear(m);
    gisa_free(path);
    gisa_buf_clear(&text);
    return st;
}

static void compare(const char *dir, const gisa_manifest_file *want, gisa_buf *problems, size_t *n)
{
    gisa_manifest_file got = {.name = want->name};
    gisa_error why;
    if (digest_file(dir, &got, &why) < 0)
        gisa_buf_addf(problems, "%s\n", why.text);
    else if (got.bytes != want->bytes)
        gisa_buf_addf(problems, "%.*s: has %llu bytes, the manifest says %llu\n",
                      GISA_ARG(want->name), (unsigned long long)got.bytes,
                      (unsigned long long)want->bytes);
    else if (strcmp(got.sha256, want->sha256) != 0)
        gisa_buf_addf(problems,
                      "%.*s: was changed: its SHA-256 is %.12s…, the manifest says %.12s…\n",
                      GISA_ARG(want->name), got.sha256, want->sha256);
    else
        return;
    ++*n;
}

static bool named(const gisa_manifest *m, const char *name)
{
    for (size_t i = 0; i < m->n_files; i++)
        if (gisa_str_is(m->files[i].name, name)) return true;
    return strcmp(name, GISA_MANIFEST_NAME) == 0 || name[0] == '.';
}

static void find_strangers(const char *dir, const gisa_manifest *m, gisa_buf *problems, size_t *n)
{
    struct dirent **entries;
    int count = gisa_dir_list(dir, &entries);
    for (int i = 0; i < count; i++) {
        if (entries[i]->d_type != DT_DIR && !named(m, entries[i]->d_name)) {
            gisa_buf_addf(problems, "%s: is not in the manifest\n", entries[i]->d_name);
            ++*n;
        }
        free(entries[i]);
    }
    if (count != -1) free(entries);
}

gisa_status gisa_manifest_verify(const char *dir, gisa_buf *problems, size_t *n_problems,
                                 gisa_error *err)
{
    gisa_manifest m = {0};
    *n_problems = 0;
    gisa_status st = gisa_manifest_read(dir, &m, err);
    for (size_t i = 0; st >= 0 && i < m.n_files; i++)
        compare(dir, &m.files[i], problems, n_problems);
    if (st >= 0) find_strangers(dir, &m, problems, n_problems);
    gisa_manifest_clear(&m);
    return st < 0 ? st : gisa_buf_check(problems, "the list of problems", err);
}

void gisa_manifest_clear(gisa_manifest *m)
{
    gisa_arena_clear(&m->arena);
    *m = (gisa_manifest){0};
}
