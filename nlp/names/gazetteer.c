/* Loading: each spelling goes into the trie in every spacing it may have. A space or hyphen in the
 * file is optional in the text, and so is one where Hangul and Latin meet; that makes 2^k paths, k
 * at most MAX_GAPS. */
#include "nlp/names/gazetteer.h"

#include "base/buf.h"
#include "base/mem.h"
#include "corpus/data.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/names/gazetteer_table.h"

#define MAX_GAPS     4
#define MAX_SPELLING 200 /* bytes */
#define GAP          '\1'

static uint32_t edge_key(uint32_t node, unsigned char byte)
{
    return (node << 8 | byte) + 1;
}

uint32_t gisa_gazetteer_child(const gisa_gazetteer *g, uint32_t node, unsigned char byte)
{
    return gisa_table_find(&g->edges, edge_key(node, byte), 0);
}

static gisa_status new_node(gisa_gazetteer *g, uint32_t *node)
{
    if (GISA_GROW(g->accepts, g->n_nodes, g->cap_nodes) < 0) return GISA_ENOMEM;
    g->accepts[g->n_nodes] = 0;
    *node = (uint32_t)g->n_nodes++;
    return GISA_OK;
}

static gisa_status step(gisa_gazetteer *g, uint32_t *node, unsigned char byte)
{
    uint32_t *child, fresh;
    bool added;
    if (gisa_table_put(&g->edges, edge_key(*node, byte), &child, &added) < 0) return GISA_ENOMEM;
    if (added) {
        if (new_node(g, &fresh) < 0) return GISA_ENOMEM;
        *child = fresh;
    }
    *node = *child;
    return GISA_OK;
}

/* Adds a spelling at the end of a node's list, so that the first in the file comes first. */
static gisa_status accept(gisa_gazetteer *g, uint32_t node, uint32_t spelling)
{
    gisa_gazetteer_cell cell = {.spelling = spelling};
    if (GISA_ARENA_GROW(&g->arena, g->cells, g->n_cells, g->cap_cells) < 0) return GISA_ENOMEM;
    g->cells[g->n_cells++] = cell;
    uint32_t *place = &g->accepts[node];
    while (*place) place = &g->cells[*place - 1].next;
    *place = (uint32_t)g->n_cells;
    return GISA_OK;
}

static void note_head(gisa_gazetteer *g, const unsigned char *head, size_t n)
{
    uint32_t bit = gisa_gazetteer_head(head);
    if (n == GISA_GAZETTEER_HEAD)
        g->heads[bit >> 6] |= (uint64_t)1 << (bit & 63);
    else
        g->brief[head[0] >> 6] |= (uint64_t)1 << (head[0] & 63);
}

/* Enters one path; bit k of `gaps` says whether the k-th gap is a space or nothing. */
static gisa_status enter(gisa_gazetteer *g, gisa_str pattern, unsigned gaps, uint32_t spelling)
{
    uint32_t node = 0;
    unsigned char head[GISA_GAZETTEER_HEAD] = {0};
    size_t n_head = 0;
    for (size_t i = 0, gap = 0; i < pattern.n; i++) {
        unsigned char c = (unsigned char)pattern.p[i];
        if (c == GAP) {
            if (!(gaps >> gap++ & 1)) continue;
            c = ' ';
        }
        if (n_head < sizeof head) head[n_head++] = c;
        if (step(g, &node, c) < 0) return GISA_ENOMEM;
    }
    note_head(g, head, n_head);
    for (uint32_t c = g->accepts[node]; c; c = g->cells[c - 1].next)
        if (g->spellings[g->cells[c - 1].spelling].name == g->spellings[spelling].name &&
            g->spellings[g->cells[c - 1].spelling].flags == g->spellings[spelling].flags)
            return GISA_OK;
    return accept(g, node, spelling);
}

static bool meets(gisa_script a, gisa_script b)
{
    return (a == GISA_SCRIPT_HANGUL && b == GISA_SCRIPT_LATIN) ||
           (a == GISA_SCRIPT_LATIN && b == GISA_SCRIPT_HANGUL);
}

/* The spelling with a gap mark at every place where a space is optional. */
static unsigned make_pattern(gisa_str text, char out[MAX_SPELLING * 2], size_t *n)
{
    unsigned gaps = 0;
    *n = 0;
    for (size_t i = 0; i < text.n;) {
        unsigned char c;
        size_t used = gisa_gazetteer_fold(text, i, &c);
        bool boundary = c < 0x80 || c >= 0xC0;
        if (c == ' ' && gaps < MAX_GAPS) {
            c = GAP;
            gaps++;
        } else if (boundary && i > 0 && gaps < MAX_GAPS &&
                   meets(gisa_script_before(text, i), gisa_script_at(text, i))) {
            out[(*n)++] = GAP;
            gaps++;
        }
        out[(*n)++] = (char)c;
        i += used;
    }
    return gaps;
}

static gisa_status add_spelling(gisa_gazetteer *g, uint32_t name, gisa_str text, uint32_t flags)
{
    gisa_gazetteer_spelling s = {.name = name, .flags = flags};
    char pattern[MAX_SPELLING * 2];
    size_t n;
    if (gisa_arena_copy(&g->arena, text, &s.text) < 0) return GISA_ENOMEM;
    if (GISA_ARENA_GROW(&g->arena, g->spellings, g->n_spellings, g->cap_spellings) < 0)
        return GISA_ENOMEM;
    uint32_t index = (uint32_t)g->n_spellings;
    g->spellings[g->n_spellings++] = s;
    unsigned gaps = make_pattern(text, pattern, &n);
    for (unsigned way = 0; way < 1u << gaps; way++)
        if (enter(g, (gisa_str){pattern, n}, way, index) < 0) return GISA_ENOMEM;
    return GISA_OK;
}

static gisa_status add_spellings(gisa_gazetteer *g, uint32_t name, gisa_str list, gisa_error *err,
                                 const char *file, size_t line)
{
    gisa_str item;
    while (gisa_str_next_field(&list, '|', &item)) {
        uint32_t flags = 0;
        for (item = gisa_str_trim(item); item.n > 1; item.n--) {
            if (item.p[item.n - 1] == '?')
                flags |= GISA_SPELLING_AMBIGUOUS;
            else if (item.p[item.n - 1] == '=')
                flags |= GISA_SPELLING_EXACT;
            else if (item.p[item.n - 1] == '~')
                flags |= GISA_SPELLING_LOOSE;
            else
                break;
        }
        if (item.n == 0 || item.n > MAX_SPELLING || memchr(item.p, GAP, item.n))
            return gisa_fail(err, GISA_EINVAL,
                             "%s, line %zu: a spelling is empty or over %d bytes; spellings are "
                             "separated by |",
                             file, line, MAX_SPELLING);
        if (add_spelling(g, name, item, flags) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

/* The name of an id and a type, which is new unless an earlier line has it. */
static gisa_status add_name(gisa_gazetteer *g, gisa_str id, gisa_entity_type type, uint32_t *index)
{
    uint64_t *last;
    if (gisa_map_put(&g->ids, id, &last, NULL) < 0) return GISA_ENOMEM;
    for (uint32_t i = (uint32_t)*last; i > 0; i = g->names[i - 1].same_id)
        if (g->names[i - 1].name.type == type) {
            *index = i - 1;
            return GISA_OK;
        }
    gisa_gazetteer_row row = {.name = {.type = type}, .same_id = (uint32_t)*last};
    if (gisa_arena_copy(&g->arena, id, &row.name.id) < 0 ||
        GISA_ARENA_GROW(&g->arena, g->names, g->n_names, g->cap_names) < 0)
        return GISA_ENOMEM;
    *index = (uint32_t)g->n_names;
    g->names[g->n_names++] = row;
    *last = g->n_names;
    return GISA_OK;
}

static uint32_t read_flags(gisa_str s, bool *good)
{
    uint32_t flags = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == 'v')
            flags |= GISA_NAME_VERSIONS;
        else if (s.p[i] == 'm')
            flags |= GISA_NAME_MODEL | GISA_NAME_VERSIONS;
        else if (s.p[i] == 'g')
            flags |= GISA_NAME_GENERAL;
        else if (s.p[i] != '-')
            *good = false;
    }
    return flags;
}

#define N_FIELDS 7 /* of a line */

static gisa_status read_line(gisa_gazetteer *g, gisa_str line, const char *file, size_t number,
                             gisa_error *err)
{
    gisa_str field[N_FIELDS] = {{0}};
    for (size_t i = 0; i < N_FIELDS && gisa_str_next_field(&line, '\t', &field[i]); i++)
        field[i] = gisa_str_trim(field[i]);
    gisa_entity_type type = gisa_entity_type_parse(field[1]);
    bool good = field[0].n && field[2].n && type != GISA_ENTITY_COUNT && line.n == 0;
    uint32_t flags = read_flags(field[3], &good), name;
    if (!good)
        return gisa_fail(
            err, GISA_EINVAL,
            "%s, line %zu: a line is id, type (PS LC OG MODEL PRODUCT), spellings, flags (v "
            "m g), cues, maker and family, separated by tabs",
            file, number);
    if (add_name(g, field[0], type, &name) < 0) return gisa_fail_mem(err);
    gisa_gazetteer_row *row = &g->names[name];
    row->flags |= flags;
    if (field[4].n && !gisa_str_is(field[4], "-") &&
        gisa_arena_copy(&g->arena, field[4], &row->cues) < 0)
        return gisa_fail_mem(err);
    if (field[5].n && !gisa_str_is(field[5], "-") &&
        gisa_arena_copy(&g->arena, field[5], &row->name.maker) < 0)
        return gisa_fail_mem(err);
    if (field[6].n && !gisa_str_is(field[6], "-") &&
        gisa_arena_copy(&g->arena, field[6], &row->name.family) < 0)
        return gisa_fail_mem(err);
    return add_spellings(g, name, field[2], err, file, number);
}

static gisa_status read_file(gisa_gazetteer *g, gisa_str tsv, const char *file, gisa_error *err)
{
    gisa_str line;
    if (gisa_utf8_bad(tsv) != GISA_NPOS)
        return gisa_fail_at(err, GISA_EENCODING, gisa_utf8_bad(tsv), "%s is not UTF-8", file);
    for (size_t number = 1; gisa_str_next_line(&tsv, &line); number++) {
        if (gisa_str_trim(line).n == 0 || line.p[0] == '#') continue;
        gisa_status st = read_line(g, line, file, number, err);
        if (st < 0) return st;
    }
    return GISA_OK;
}

gisa_status gisa_gazetteer_open(gisa_str user, gisa_gazetteer **out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    const gisa_data *data;
    uint32_t root;
    *out = NULL;
    gisa_gazetteer *g = gisa_calloc(1, sizeof *g);
    if (!g) return gisa_fail_mem(err);
    if (new_node(g, &root) < 0) st = gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && (data = gisa_data_at(i)) != NULL; i++) {
        gisa_str name = gisa_str_from(data->name);
        if (gisa_str_starts(name, GISA_STR("lexicon/gazetteer")) &&
            gisa_str_ends(name, GISA_STR(".tsv")))
            st = read_file(g, data->bytes, data->name, err);
    }
    if (st >= 0 && user.n) st = read_file(g, user, "lexicon", err);
    gisa_map_clear(&g->ids);
    if (st < 0) {
        gisa_gazetteer_close(g);
        return st;
    }
    *out = g;
    return GISA_OK;
}

void gisa_gazetteer_close(gisa_gazetteer *g)
{
    if (!g) return;
    gisa_arena_clear(&g->arena);
    gisa_table_clear(&g->edges);
    gisa_free(g->accepts);
    gisa_free(g);
}

const gisa_gazetteer_entry *gisa_gazetteer_at(const gisa_gazetteer *g, size_t i)
{
    return i < g->n_names ? &g->names[i].name : NULL;
}
