#include "cli/pick.h"

#include "base/utf8.h"
#include "index/query.h"
#include "index/snippet.h"

void pick_options(pick *p, cli_option out[PICK_OPTIONS])
{
    const cli_option all[PICK_OPTIONS] = {
        {"from", 0, CLI_TEXT, &p->from, "DATE", "from this day, month or year on (2025-02)"},
        {"to", 0, CLI_TEXT, &p->to, "DATE", "up to this day, month or year"},
        {"limit", 'n', CLI_NUMBER, &p->limit, "N", "lines to show (default: 50)"},
        {"exact", 0, CLI_FLAG, &p->exact, NULL, "only the spellings that were typed"},
        {"json", 0, CLI_FLAG, &p->json, NULL, "one JSON object a line"},
        {"csv", 0, CLI_FLAG, &p->csv, NULL, "comma-separated values"},
    };
    memcpy(out, all, sizeof all);
}

int pick_take(cli *c, pick *p, const char *command, int n_args, char **args)
{
    int64_t other;
    for (int i = 0; i < n_args; i++) {
        if (i) gisa_buf_add_char(&p->query, ' ');
        gisa_buf_add_c(&p->query, args[i]);
    }
    p->text = gisa_buf_view(&p->query);
    p->has_from = p->from != NULL;
    p->has_to = p->to != NULL;
    if (!p->limit) p->limit = PICK_LIMIT;
    bool good = !p->from || gisa_day_range_parse(gisa_str_from(p->from), &p->from_day, &other);
    if (!good || (p->to && !gisa_day_range_parse(gisa_str_from(p->to), &other, &p->to_day))) {
        cli_error(c, "%s: --%s wants 2025, 2025-02 or 2025-02-03, not '%s'", command,
                  good ? "to" : "from", good ? p->to : p->from);
        return CLI_FAILED;
    }
    return CLI_GO_ON;
}

void pick_clear(pick *p)
{
    gisa_buf_clear(&p->query);
}

gisa_status pick_each(cli *c, const pick *p,
                      gisa_status (*take)(void *ctx, const gisa_stored *article, gisa_error *err),
                      void *ctx, gisa_error *err)
{
    reader r = {0};
    gisa_articles *it = NULL;
    gisa_stored article = {0};
    gisa_articles_opts opts = {.query = p->text,
                               .exact = p->exact,
                               .has_from = p->has_from,
                               .has_to = p->has_to,
                               .from_day = p->from_day,
                               .to_day = p->to_day,
                               .newest_first = true,
                               .no_copies = true};
    gisa_status st = reader_open(c, &r, err);
    if (st == GISA_OK) st = gisa_articles_open(r.store, &opts, &it, err);
    while (st == GISA_OK && (st = gisa_articles_next(it, &article, err)) == GISA_OK)
        st = take(ctx, &article, err);
    gisa_stored_clear(&article);
    gisa_articles_close(it);
    reader_close(&r);
    return st == GISA_END ? GISA_OK : st;
}

gisa_str pick_sentence(gisa_str text, size_t at)
{
    size_t from = 0, end = 0;
    while (end < text.n) {
        from = end;
        while (from < text.n && gisa_is_space(text.p[from])) from++;
        end = gisa_sentence_end(text, from);
        if (end > at || end == from) break;
    }
    return gisa_str_cut(text, from, end);
}

int64_t pick_chars(gisa_str text, size_t at)
{
    return (int64_t)gisa_utf8_chars(gisa_str_cut(text, 0, at));
}
