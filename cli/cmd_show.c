/* gisa show: one article, or the versions of it. */
#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/pager.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "index/query/articles.h"
#include "index/query/former_id.h"
#include "nlp/section/section_model.h"
#include "pipeline/article_keyword.h"

typedef struct show_job {
    cli *c;
    uint64_t version;
    bool history, json, keywords;
    gisa_buf out;
} show_job;

static void put_field(show_job *j, const char *name, gisa_str value)
{
    enum { NAME = 10 };
    if (!value.n) return;
    gisa_buf_addf(&j->out, "%s%-*s%s ", cli_dim(j->c), NAME, name, cli_plain(j->c));
    wrap_to_terminal(&j->out, j->c, value, NAME + 1);
    gisa_buf_add_char(&j->out, '\n');
}

static void put_authors(show_job *j, const gisa_article *a)
{
    gisa_buf text = {0};
    for (size_t i = 0; i < a->n_authors; i++) {
        if (i) gisa_buf_add_c(&text, ", ");
        gisa_buf_add(&text, a->authors[i].name);
        if (!a->authors[i].email.n) continue;
        gisa_buf_add_c(&text, " <");
        gisa_buf_add(&text, a->authors[i].email);
        gisa_buf_add_c(&text, ">");
    }
    put_field(j, "author", gisa_buf_view(&text));
    gisa_buf_clear(&text);
}

static void put_former_ids(show_job *j, const gisa_article *a)
{
    gisa_buf text = {0};
    for (size_t i = 0; i < a->n_former_ids; i++) {
        if (i) gisa_buf_add_c(&text, ", ");
        gisa_buf_add(&text, a->former_ids[i]);
    }
    put_field(j, "former ids", gisa_buf_view(&text));
    gisa_buf_clear(&text);
}

/* The section that the page states, and the one that the headline rather has than all others. */
static void put_section(show_job *j, const gisa_article *a)
{
    gisa_buf text = {0};
    gisa_section_guess guess = gisa_section_guess_of(a->title);
    gisa_buf_add(&text, a->section);
    if (guess.probability > .5)
        gisa_buf_addf(&text, "%sby its title %.*s (%.2f)", a->section.n ? "; " : "",
                      GISA_ARG(guess.name), guess.probability);
    put_field(j, "section", gisa_buf_view(&text));
    gisa_buf_clear(&text);
}

static void put_article(show_job *j, const gisa_stored *s)
{
    const gisa_article *a = &s->record.article;
    char time[GISA_TIME_CHARS];
    gisa_buf_addf(&j->out, "%s", cli_bold(j->c));
    wrap_to_terminal(&j->out, j->c, a->title.n ? a->title : GISA_STR("(no title)"), 0);
    gisa_buf_addf(&j->out, "%s\n", cli_plain(j->c));
    if (a->subtitle.n) {
        wrap_to_terminal(&j->out, j->c, a->subtitle, 0);
        gisa_buf_add_char(&j->out, '\n');
    }
    put_field(j, "id", a->id);
    put_former_ids(j, a);
    put_field(j, "outlet", a->outlet_name.n ? a->outlet_name : a->outlet);
    put_section(j, a);
    put_authors(j, a);
    put_field(j, "published", (gisa_str){time, gisa_time_format(&a->published, time)});
    put_field(j, "modified", (gisa_str){time, gisa_time_format(&a->modified, time)});
    put_field(j, "url", a->url.n ? a->url : a->canonical_url);
    put_field(j, "via", a->via);
    put_field(j, "rights", a->rights.notice);
    if (s->version > 1 || !s->current)
        gisa_buf_addf(&j->out, "%sversion%s    %u%s; --history lists all\n", cli_dim(j->c),
                      cli_plain(j->c), s->version, s->current ? "" : ", not the newest");
    gisa_str rest = a->body, line;
    while (gisa_str_next_line(&rest, &line)) {
        gisa_buf_add_char(&j->out, '\n');
        wrap_to_terminal(&j->out, j->c, line, 0);
        gisa_buf_add_char(&j->out, '\n');
    }
    for (size_t i = 0; i < a->n_captions; i++) {
        gisa_buf_addf(&j->out, "\n%s[", cli_dim(j->c));
        wrap_to_terminal(&j->out, j->c, a->captions[i], 1);
        gisa_buf_addf(&j->out, "]%s\n", cli_plain(j->c));
    }
}

static void put_version_json(show_job *j, const gisa_stored *s)
{
    static const column columns[] = {{.name = "id"},
                                     {.name = "version", .kind = COLUMN_COUNT},
                                     {.name = "current", .kind = COLUMN_FLAG},
                                     {.name = "published"},
                                     {.name = "modified"},
                                     {.name = "title"},
                                     {.name = "digest"}};
    const gisa_article *a = &s->record.article;
    char time[2][GISA_TIME_CHARS];
    size_t published = gisa_time_format(&a->published, time[0]);
    size_t modified = gisa_time_format(&a->modified, time[1]);
    rows r = {.c = j->c, .format = CLI_JSON, .columns = columns, .n_columns = 7, .out = &j->out};
    const cell cells[] = {{.text = a->id},
                          {.count = s->version},
                          {.flag = s->current},
                          {.text = published ? (gisa_str){time[0], published} : GISA_NONE},
                          {.text = modified ? (gisa_str){time[1], modified} : GISA_NONE},
                          {.text = a->title},
                          {.text = s->digest}};
    rows_put(&r, cells, NULL);
}

static void put_version(show_job *j, const gisa_stored *s)
{
    char time[GISA_TIME_CHARS];
    if (j->json) {
        put_version_json(j, s);
        return;
    }
    gisa_time_format(&s->record.article.published, time);
    char length[40];
    size_t chars = gisa_utf8_chars(s->record.article.body);
    wrap_line line = {
        .out = &j->out, .columns = cli_room(j->c), .used = 4, .indent = 6, .any = true};
    gisa_buf_addf(&j->out, "%3u%s", s->version, s->current ? "*" : " ");
    wrap_part(&line, *time ? gisa_str_cut(gisa_str_from(time), 0, 16) : GISA_STR("no date"));
    wrap_part(&line, gisa_str_cut(s->digest, 0, 12));
    snprintf(length, sizeof length, "%zu character%s", chars, chars == 1 ? "" : "s");
    wrap_part(&line, gisa_str_from(length));
    wrap_part(&line, s->record.article.title);
    gisa_buf_add_char(&j->out, '\n');
}

/* All versions of the article that *newest is, the first one first. */
static gisa_status put_history(show_job *j, gisa_store *store, gisa_stored *newest, gisa_error *err)
{
    gisa_buf id = {0};
    uint32_t last = newest->version;
    gisa_status st = GISA_OK;
    gisa_buf_add(&id, newest->record.article.id);
    for (uint32_t v = 1; v <= last && st == GISA_OK; v++) {
        st = gisa_article_find(store, gisa_buf_view(&id), v, newest, err);
        if (st == GISA_OK) put_version(j, newest);
    }
    gisa_buf_clear(&id);
    return st;
}

static void put_keywords_json(show_job *j, gisa_str id, const gisa_keywords *found)
{
    gisa_json w = gisa_json_make(&j->out);
    gisa_json_object(&w);
    gisa_json_key_str(&w, "id", id);
    gisa_json_key(&w, "keywords");
    gisa_json_array(&w);
    for (size_t i = 0; i < found->n; i++) {
        gisa_json_object(&w);
        gisa_json_key_str(&w, "form", found->items[i].form);
        gisa_json_key(&w, "score");
        gisa_json_double(&w, found->items[i].score, 3);
        gisa_json_key_int(&w, "count", (int64_t)found->items[i].count);
        gisa_json_end(&w);
    }
    gisa_json_end(&w);
    gisa_json_end(&w);
    gisa_buf_add_char(&j->out, '\n');
}

static gisa_status put_keywords(show_job *j, gisa_reader *r, gisa_record *record, gisa_error *err)
{
    gisa_arena arena = {0};
    gisa_keywords found = {0};
    gisa_status st = gisa_record_text(record, err);
    if (st >= 0) st = gisa_article_keyword_find(r, record, &arena, &found, err);
    if (st >= 0 && j->json) {
        put_keywords_json(j, record->article.id, &found);
    } else if (st >= 0) {
        for (size_t i = 0; i < found.n; i++) {
            gisa_buf_addf(&j->out, "%7.2f  ", found.items[i].score);
            gisa_buf_add(&j->out, found.items[i].form);
            gisa_buf_add_char(&j->out, '\n');
        }
    }
    gisa_arena_clear(&arena);
    return st;
}

/* Says that the id asked for is a former one, and of which articles when edition 1 of ids took
 * several for one. */
static gisa_status note_former(const show_job *j, gisa_reader *r, gisa_str asked, gisa_str id,
                               gisa_error *err)
{
    gisa_buf ids = {0};
    bool several;
    gisa_str rest, first, other;
    if (gisa_str_starts(id, asked)) return GISA_OK;
    gisa_status st = gisa_former_id_find(r->store, asked, &ids, &several, err);
    rest = gisa_buf_view(&ids);
    if (st >= 0 && gisa_str_next_line(&rest, &first))
        cli_info(j->c, "%.*s is a former id of %.*s", GISA_ARG(asked), GISA_ARG(first));
    while (st >= 0 && gisa_str_next_line(&rest, &other))
        cli_info(j->c, "and of another article: gisa show %.*s", GISA_ARG(other));
    gisa_buf_clear(&ids);
    return st;
}

static gisa_status show_article(show_job *j, gisa_reader *r, const char *id, gisa_error *err)
{
    gisa_stored article = {0};
    gisa_status st = cli_database_open(j->c, r, err);
    if (st == GISA_OK)
        st = gisa_article_find(r->store, gisa_str_from(id),
                               j->history ? 0 : (uint32_t)(j->version & UINT32_MAX), &article, err);
    if (st == GISA_OK) st = note_former(j, r, gisa_str_from(id), article.record.article.id, err);
    if (st == GISA_OK && j->history) {
        st = put_history(j, r->store, &article, err);
    } else if (st == GISA_OK && j->keywords) {
        st = put_keywords(j, r, &article.record, err);
    } else if (st == GISA_OK && j->json) {
        gisa_article_format(&article.record.article, &j->out);
        gisa_buf_add_char(&j->out, '\n');
    } else if (st == GISA_OK) {
        put_article(j, &article);
    }
    gisa_stored_clear(&article);
    return st;
}

int cmd_show(cli *c, int argc, char **argv)
{
    show_job j = {.c = c};
    const cli_option options[] = {
        {"keywords", 0, CLI_FLAG, &j.keywords, NULL, "its nouns and names by tf-idf"},
        {"history", 0, CLI_FLAG, &j.history, NULL, "list the versions"},
        {"version", 0, CLI_NUMBER, &j.version, "N", "show an old version"},
        {"json", 0, CLI_FLAG, &j.json, NULL, "the article as JSON, as export writes it"},
    };
    const cli_usage usage = {"show", "ID", "one article, or its versions", NULL, options, 4};
    int n_args;
    char **args;
    gisa_error err;
    gisa_reader r = {0};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args != 1) {
        cli_error(c, "show: one id, please: gisa show ID; gisa search lists ids");
        return CLI_FAILED;
    }
    gisa_status st = show_article(&j, &r, args[0], &err);
    bool empty = gisa_reader_is_empty(&r);
    if (empty) cli_database_say_nothing(c, &r);
    gisa_reader_close(&r);
    bool good = st < 0 || cli_page(c, j.json ? CLI_JSON : CLI_TABLE, &j.out);
    gisa_buf_clear(&j.out);
    if (empty) return CLI_NOTHING;
    if (st == GISA_ENOTFOUND) {
        cli_fail(c, &err);
        return gisa_file_exists(c->db_path) ? CLI_NOTHING : CLI_FAILED;
    }
    if (st < 0) return cli_fail(c, &err);
    return good ? CLI_FOUND : CLI_FAILED;
}
