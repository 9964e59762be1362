#include "cli/proposals.h"

#include "cli/pager.h"
#include "pipeline/name_accept.h"

static const column proposal_columns[] = {
    {.name = "name"},
    {.name = "other"},
    {.name = "type"},
    {.name = "guessed", .kind = COLUMN_FLAG, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "id"},
    {.name = "known", .kind = COLUMN_FLAG, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "articles", .kind = COLUMN_COUNT},
    {.name = "outlets", .kind = COLUMN_COUNT},
    {.name = "example"},
};

static const column accepted_columns[] = {
    {.name = "id"},
    {.name = "type"},
    {.name = "guessed", .kind = COLUMN_FLAG, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "spellings"},
};

/* The name of a type; for readers with a question mark when it is a guess. */
static gisa_str type_text(cli_format format, gisa_entity_type type, bool guessed, char out[16])
{
    bool marked = guessed && format == CLI_TABLE;
    snprintf(out, 16, "%s%s", gisa_entity_type_name(type), marked ? "?" : "");
    return gisa_str_from(out);
}

static gisa_status print_proposals(rows *r, const gisa_proposals *found, gisa_error *err)
{
    r->columns = proposal_columns;
    r->n_columns = sizeof proposal_columns / sizeof *proposal_columns;
    rows_begin(r);
    for (size_t i = 0; i < found->n; i++) {
        const gisa_proposal *p = &found->items[i];
        char type[16];
        rows_put(r,
                 (cell[]){{.text = p->name},
                          {.text = p->other},
                          {.text = type_text(r->format, p->type, p->guessed, type)},
                          {.flag = p->guessed},
                          {.text = p->id},
                          {.flag = p->known},
                          {.count = p->articles},
                          {.count = p->outlets},
                          {.text = p->example}},
                 NULL);
    }
    return rows_end(r, err);
}

static gisa_status print_accepted(rows *r, const gisa_acceptance *a, gisa_error *err)
{
    r->columns = accepted_columns;
    r->n_columns = sizeof accepted_columns / sizeof *accepted_columns;
    rows_begin(r);
    for (size_t i = 0; i < a->n; i++) {
        const gisa_accepted *l = &a->items[i];
        char type[16];
        rows_put(r,
                 (cell[]){{.text = l->id},
                          {.text = type_text(r->format, l->type, l->guessed, type)},
                          {.flag = l->guessed},
                          {.text = l->spellings}},
                 NULL);
    }
    return rows_end(r, err);
}

static void say_accepted(const cli *c, const gisa_acceptance *a, const char *path)
{
    bool guessed = false, ambiguous = false;
    for (size_t i = 0; i < a->n_refused; i++) {
        const gisa_refused *f = &a->refused[i];
        if (f->owner.n)
            cli_warn(c, "%.*s (%.*s) is left out: %.*s is a spelling of %.*s", GISA_ARG(f->name),
                     GISA_ARG(f->other), GISA_ARG(f->spelling), GISA_ARG(f->owner));
        else
            cli_warn(c, "%.*s (%.*s) is left out: %.*s is a concept", GISA_ARG(f->name),
                     GISA_ARG(f->other), GISA_ARG(f->spelling));
    }
    for (size_t i = 0; i < a->n; i++) {
        guessed |= a->items[i].guessed;
        ambiguous |= a->items[i].ambiguous;
    }
    if (!a->n) {
        cli_info(c, "nothing to accept; %s is as it was", path);
        return;
    }
    cli_info(c, "added %zu line%s to %s; gisa rebuild makes the index anew with them", a->n,
             a->n == 1 ? "" : "s", path);
    if (guessed) cli_info(c, "a type with ? is a guess: look at it in the file");
    if (ambiguous)
        cli_info(c, "a spelling with ? is also a word: it counts only near another spelling, a "
                    "version or a cue");
}

/* Keeps the proposals that are named; one that is not there is said. */
static bool choose(const cli *c, const char *names, gisa_proposals *found)
{
    gisa_str rest = gisa_str_from(names), name;
    bool *wanted = gisa_arena_calloc(&found->arena, found->n + 1, sizeof *wanted), good = wanted;
    size_t kept = 0;
    if (!wanted) cli_error(c, "out of memory");
    while (good && gisa_str_next_field(&rest, ',', &name)) {
        bool there = false;
        name = gisa_str_trim(name);
        for (size_t i = 0; i < found->n; i++)
            if (gisa_str_eq_nocase(found->items[i].name, name)) wanted[i] = there = true;
        if (there) continue;
        good = false;
        cli_error(c,
                  "entities: no proposal has '%.*s' before the bracket; nothing was written; "
                  "gisa entities --proposals lists them, with --all also those of one article",
                  GISA_ARG(name));
    }
    for (size_t i = 0; good && i < found->n; i++)
        if (wanted[i]) found->items[kept++] = found->items[i];
    found->n = kept;
    return good;
}

static int accept(cli *c, rows *r, const gisa_reader *reader, const gisa_proposals *found)
{
    gisa_error err;
    gisa_acceptance taken = {0};
    gisa_status st = gisa_names_accept(reader, found->items, found->n, &taken, &err);
    bool any = taken.n > 0;
    if (st >= 0) say_accepted(c, &taken, reader->own.names);
    if (st >= 0 && any) st = print_accepted(r, &taken, &err);
    gisa_acceptance_clear(&taken);
    if (st < 0) return cli_fail(c, &err);
    return !cli_page(c, r->format, r->out) ? CLI_FAILED : any ? CLI_FOUND : CLI_NOTHING;
}

static void say_left_out(const cli *c, const gisa_proposals *found)
{
    if (found->others)
        cli_info(c, "%llu more pairs; --limit N shows them", (unsigned long long)found->others);
    if (found->rare)
        cli_info(c, "%llu pair%s of one article left out; --all shows them",
                 (unsigned long long)found->rare, found->rare == 1 ? "" : "s");
}

static int list(const cli *c, rows *r, const gisa_proposals *found)
{
    gisa_error err;
    if (print_proposals(r, found, &err) < 0) return cli_fail(c, &err);
    bool good = cli_page(c, r->format, r->out);
    say_left_out(c, found);
    return !good ? CLI_FAILED : found->n ? CLI_FOUND : CLI_NOTHING;
}

int proposals_run(cli *c, const listing *p, const proposals_opts *opts)
{
    bool all = opts->accept && strcmp(opts->accept, "all") == 0;
    const gisa_proposals_opts how = {.query = p->text,
                                     .days = p->b.days,
                                     .exact = p->exact,
                                     .once = opts->once,
                                     .limit = opts->accept && !all ? 0 : p->limit};
    gisa_error err;
    gisa_buf out = {0};
    gisa_reader reader = {0};
    gisa_proposals found = {0};
    rows r = {.c = c, .format = date_range_format(&p->b), .out = &out};
    int code;
    gisa_status st = cli_database_open(c, &reader, &err);
    if (st >= 0) st = gisa_proposals_find(&reader, &how, &found, &err);
    if (st < 0) {
        code = cli_fail(c, &err);
    } else if (!found.articles) {
        listing_say_nothing(p, &reader);
        code = CLI_NOTHING;
    } else if (!opts->accept) {
        if (!found.n)
            cli_info(c, "no new names in brackets in %llu article%s",
                     (unsigned long long)found.articles, found.articles == 1 ? "" : "s");
        code = list(c, &r, &found);
    } else {
        code = all || choose(c, opts->accept, &found) ? accept(c, &r, &reader, &found) : CLI_FAILED;
        if (all && code == CLI_FOUND) say_left_out(c, &found);
    }
    gisa_proposals_clear(&found);
    gisa_reader_close(&reader);
    gisa_buf_clear(&out);
    return code;
}
