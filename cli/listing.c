#include "cli/listing.h"

#include "base/utf8.h"
#include "cli/hits.h"
#include "cli/pager.h"
#include "index/query/snippet.h"

void listing_options(listing *p, cli_option *out, size_t n)
{
    const cli_option which[LISTING_OWN - DATE_RANGE_OPTIONS] = {
        {"limit", 'n', CLI_NUMBER, &p->limit, "N", "lines to show (default: 50)"},
        {"exact", 0, CLI_FLAG, &p->exact, NULL, "only the spellings that were typed"},
    };
    date_range_options(&p->b, out);
    memcpy(out + DATE_RANGE_OPTIONS, which, sizeof which);
    date_range_formats(&p->b, out + n - DATE_RANGE_FORMATS);
}

int listing_read(cli *c, listing *p, const char *command, int n_args, char **args)
{
    p->c = c;
    for (int i = 0; i < n_args; i++) {
        if (i) gisa_buf_add_char(&p->query, ' ');
        gisa_buf_add_c(&p->query, args[i]);
    }
    p->text = gisa_buf_view(&p->query);
    if (!p->limit) p->limit = LISTING_LIMIT;
    int code = date_range_read(c, &p->b, command);
    return code == CLI_GO_ON ? date_range_check(c, &p->b, p->text) : code;
}

void listing_say_nothing(const listing *p, const gisa_reader *r)
{
    const gisa_search_opts how = {.exact = p->exact, .days = p->b.days};
    hits_say_nothing(p->c, r, p->text, &how);
}

void listing_clear(listing *p)
{
    gisa_buf_clear(&p->query);
    gisa_buf_clear(&p->out);
}

static gisa_status walk(listing *p, gisa_reader *r, listing_sink take, void *ctx, gisa_error *err)
{
    gisa_articles *it = NULL;
    gisa_stored article = {0};
    gisa_articles_opts opts = {.query = p->text,
                               .exact = p->exact,
                               .days = p->b.days,
                               .newest_first = true,
                               .no_copies = true};
    gisa_status st = cli_database_open(p->c, r, err);
    if (st == GISA_OK) st = gisa_articles_open(r->store, &opts, &it, err);
    p->store = r->store;
    while (st == GISA_OK && !p->more && (st = gisa_articles_next(it, &article, err)) == GISA_OK) {
        p->counted = p->counted_chars = p->sentence_start = p->sentence_end = 0;
        st = take(ctx, &article, err);
    }
    gisa_stored_clear(&article);
    gisa_articles_close(it);
    return st == GISA_END ? GISA_OK : st;
}

int listing_run(cli *c, listing *p, const cli_usage *usage, int argc, char **argv,
                listing_sink take, void *ctx)
{
    int n_args;
    char **args;
    gisa_error err;
    gisa_reader r = {0};
    int code = cli_parse(c, usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON && p->check && !p->check(c, ctx)) code = CLI_FAILED;
    if (code == CLI_GO_ON) code = listing_read(c, p, usage->name, n_args, args);
    if (code == CLI_GO_ON) {
        p->rows.c = c;
        p->rows.format = date_range_format(&p->b);
        p->rows.out = &p->out;
        rows_begin(&p->rows);
        gisa_status st = walk(p, &r, take, ctx, &err);
        if (st == GISA_OK && p->finish) p->finish(ctx);
        if (rows_end(&p->rows, NULL) < 0) p->out.st = GISA_ENOMEM;
        if (p->more) cli_info(c, "the newest %llu; --limit N shows more", (unsigned long long)p->n);
        if (st == GISA_OK && p->n) hits_say_widening(c, r.store, p->text, p->exact);
        if (st == GISA_OK && !p->n) listing_say_nothing(p, &r);
        gisa_reader_close(&r);
        bool good = st == GISA_OK && cli_page(c, p->rows.format, &p->out);
        code = st < 0 ? cli_fail(c, &err) : !good ? CLI_FAILED : p->n ? CLI_FOUND : CLI_NOTHING;
    }
    listing_clear(p);
    return code;
}

bool listing_count(listing *p)
{
    p->more = p->n == p->limit;
    if (!p->more) p->n++;
    return !p->more;
}

void listing_cells(const gisa_stored *a, char time[GISA_TIME_CHARS], cell cells[3])
{
    const gisa_article *article = &a->record.article;
    size_t n = gisa_time_format(&article->published, time);
    cells[0].text = article->id;
    cells[1].text = n ? (gisa_str){time, n} : GISA_NONE;
    cells[2].text = article->outlet;
}

enum { INDENT = 4 };

wrap_line listing_head(listing *p)
{
    return (wrap_line){.out = &p->out, .columns = cli_room(p->c), .indent = INDENT};
}

void listing_add_place(listing *p, wrap_line *head, const gisa_stored *a, gisa_str text)
{
    enum { A_DAY = 10 };
    const gisa_article *article = &a->record.article;
    char time[GISA_TIME_CHARS];
    gisa_str when = {time, gisa_time_format(&article->published, time)};
    gisa_buf_add_c(&p->out, cli_dim(p->c));
    wrap_part(head, article->outlet_name.n ? article->outlet_name : article->outlet);
    wrap_part(head, when.n ? gisa_str_cut(when, 0, A_DAY) : GISA_STR("no date"));
    wrap_part(head, article->id);
    gisa_buf_addf(&p->out, "%s\n%*s", cli_plain(p->c), INDENT, "");
    wrap_to_terminal(&p->out, p->c, text, INDENT);
    gisa_buf_add_char(&p->out, '\n');
}

gisa_str listing_sentence(listing *p, gisa_str text, size_t at)
{
    /* mutate: equivalent, but for speed */
    if (at < p->sentence_start) p->sentence_start = p->sentence_end = 0;
    size_t from = p->sentence_start, end = p->sentence_end;
    while (end <= at && from < text.n) {
        from = end;
        while (from < text.n && gisa_is_space(text.p[from])) from++;
        end = gisa_sentence_end(text, from);
    }
    p->sentence_start = from;
    p->sentence_end = end;
    return gisa_str_cut(text, from, end);
}

uint64_t listing_chars(listing *p, gisa_str text, size_t at)
{
    /* mutate: equivalent, but for speed */
    if (at < p->counted) p->counted = p->counted_chars = 0;
    p->counted_chars += gisa_utf8_chars(gisa_str_cut(text, p->counted, at));
    p->counted = at;
    return p->counted_chars;
}
