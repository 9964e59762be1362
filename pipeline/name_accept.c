#include "pipeline/name_accept.h"

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"

enum { EXACT_MAX = 3 }; /* letters of an abbreviation that may be a word in lower case */

#define FILE_MAX ((size_t)64 << 20)

static const char head[] =
    "# Names of your own. A line is id, type (PS LC OG MODEL PRODUCT), spellings separated by |,\n"
    "# flags, cues, maker and family, separated by tabs; the last ones may be missing (gisa(1),\n"
    "# FILES). After a change gisa rebuild makes the index anew.\n";

typedef struct acceptor {
    const gisa_reader *r;
    void *work; /* of the reader's tokenizer */
    gisa_acceptance *out;
    size_t cap, cap_refused;
    gisa_map owners; /* key: a folded spelling that was added; value: place in out->items */
    gisa_buf key;
} acceptor;

static gisa_str folded(acceptor *a, gisa_str s)
{
    gisa_buf_reset(&a->key);
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '-') gisa_buf_add_char(&a->key, gisa_lower(s.p[i]));
    return gisa_buf_view(&a->key);
}

typedef enum owner_kind { OWNER_NONE, OWNER_SELF, OWNER_OTHER } owner_kind;

/* Whose a spelling is, by the lexicon and by the lines so far. *owner: of another. */
static gisa_status find_owner(acceptor *a, gisa_str spelling, gisa_str id, owner_kind *kind,
                              gisa_str *owner, gisa_error *err)
{
    gisa_spellings s = {0};
    const gisa_tokenizer *t = &a->r->tokenizer;
    *kind = OWNER_NONE;
    gisa_status st = t->spellings(a->work, spelling, &s, err);
    for (size_t i = 0; i < s.n && *kind != OWNER_OTHER; i++) {
        *kind = gisa_str_eq(s.items[i].id, id) ? OWNER_SELF : OWNER_OTHER;
        if (*kind == OWNER_OTHER && gisa_arena_copy(&a->out->arena, s.items[i].id, owner) < 0)
            st = gisa_fail_mem(err);
    }
    gisa_spellings_clear(&s);
    gisa_str key = folded(a, spelling);
    const uint64_t *place = gisa_map_find(&a->owners, key);
    if (st >= 0) st = gisa_buf_check(&a->key, "a spelling", err);
    if (st < 0 || *kind == OWNER_OTHER || !place) return st;
    const gisa_accepted *line = &a->out->items[*place];
    *kind = gisa_str_eq(line->id, id) ? OWNER_SELF : OWNER_OTHER;
    *owner = line->id;
    return st;
}

/* The line of an id, a new one if there is none. */
static gisa_status find_line(acceptor *a, const gisa_proposal *p, size_t *line, gisa_error *err)
{
    gisa_acceptance *out = a->out;
    for (*line = 0; *line < out->n; ++*line)
        if (gisa_str_eq(out->items[*line].id, p->id)) return GISA_OK;
    gisa_accepted fresh = {.type = p->type, .guessed = p->guessed};
    if (gisa_arena_copy(&out->arena, p->id, &fresh.id) < 0 ||
        GISA_ARENA_GROW(&out->arena, out->items, out->n, a->cap) < 0)
        return gisa_fail_mem(err);
    out->items[out->n++] = fresh;
    return GISA_OK;
}

static bool is_short_abbreviation(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (gisa_lower(s.p[i]) == s.p[i]) return false;
    return s.n <= EXACT_MAX;
}

static gisa_status add_spelling(acceptor *a, size_t line, gisa_str spelling, bool common,
                                gisa_error *err)
{
    gisa_accepted *l = &a->out->items[line];
    gisa_buf text = {0};
    uint64_t *slot;
    gisa_buf_add(&text, l->spellings);
    if (text.n) gisa_buf_add_char(&text, '|');
    gisa_buf_add(&text, spelling);
    if (is_short_abbreviation(spelling)) gisa_buf_add_char(&text, '=');
    if (common) gisa_buf_add_char(&text, '?');
    l->ambiguous |= common;
    bool good = gisa_buf_status(&text) >= 0 &&
                gisa_arena_copy(&a->out->arena, gisa_buf_view(&text), &l->spellings) >= 0 &&
                gisa_map_put(&a->owners, folded(a, spelling), &slot, NULL) >= 0;
    if (good) *slot = line;
    gisa_buf_clear(&text);
    return good ? GISA_OK : gisa_fail_mem(err);
}

static gisa_status refuse(acceptor *a, const gisa_proposal *p, gisa_str spelling, gisa_str owner,
                          gisa_error *err)
{
    gisa_acceptance *out = a->out;
    gisa_refused f = {.owner = owner};
    if (gisa_arena_copy(&out->arena, p->name, &f.name) < 0 ||
        gisa_arena_copy(&out->arena, p->other, &f.other) < 0 ||
        gisa_arena_copy(&out->arena, spelling, &f.spelling) < 0 ||
        GISA_ARENA_GROW(&out->arena, out->refused, out->n_refused, a->cap_refused) < 0)
        return gisa_fail_mem(err);
    out->refused[out->n_refused++] = f;
    return GISA_OK;
}

static gisa_status take(acceptor *a, const gisa_proposal *p, gisa_error *err)
{
    const gisa_str spellings[] = {p->name, p->other};
    const bool common[] = {p->common_name, p->common_other};
    owner_kind kinds[2];
    gisa_str owner = GISA_NONE;
    size_t line;
    for (int i = 0; i < 2; i++) {
        gisa_status st = find_owner(a, spellings[i], p->id, &kinds[i], &owner, err);
        if (st < 0) return st;
        if (kinds[i] == OWNER_OTHER) return refuse(a, p, spellings[i], owner, err);
    }
    if (kinds[0] == OWNER_SELF && kinds[1] == OWNER_SELF) return GISA_OK;
    gisa_status st = find_line(a, p, &line, err);
    for (int i = 0; st >= 0 && i < 2; i++)
        if (kinds[i] == OWNER_NONE) st = add_spelling(a, line, spellings[i], common[i], err);
    return st;
}

/* The file with the new lines. */
static gisa_status write_file(const acceptor *a, gisa_error *err)
{
    gisa_buf file = gisa_buf_make(FILE_MAX);
    const char *path = a->r->own.names;
    gisa_status st = GISA_OK;
    if (gisa_file_exists(path)) st = gisa_file_read(path, FILE_MAX, &file, err);
    if (!file.n) gisa_buf_add_c(&file, head);
    if (file.n && file.p[file.n - 1] != '\n') gisa_buf_add_char(&file, '\n');
    for (size_t i = 0; i < a->out->n; i++) {
        const gisa_accepted *l = &a->out->items[i];
        gisa_buf_add(&file, l->id);
        gisa_buf_addf(&file, "\t%s\t", gisa_entity_type_name(l->type));
        gisa_buf_add(&file, l->spellings);
        gisa_buf_add_char(&file, '\n');
    }
    if (st >= 0) st = gisa_buf_check(&file, path, err);
    if (st >= 0) st = gisa_file_write(path, gisa_buf_view(&file), err);
    gisa_buf_clear(&file);
    return st;
}

gisa_status gisa_names_accept(const gisa_reader *r, const gisa_proposal *items, size_t n,
                              gisa_acceptance *out, gisa_error *err)
{
    acceptor a = {.r = r, .out = out};
    gisa_acceptance_clear(out);
    gisa_status st = r->tokenizer.open(r->tokenizer.ctx, &a.work, err);
    if (st < 0) return st;
    for (size_t i = 0; st >= 0 && i < n; i++) st = take(&a, &items[i], err);
    if (st >= 0 && out->n) st = write_file(&a, err);
    r->tokenizer.close(a.work);
    gisa_map_clear(&a.owners);
    gisa_buf_clear(&a.key);
    if (st < 0) gisa_acceptance_clear(out);
    return st;
}

void gisa_acceptance_clear(gisa_acceptance *a)
{
    gisa_arena_clear(&a->arena);
    *a = (gisa_acceptance){0};
}
