#include "ingest/extract.h"

#include <libxml/parser.h>

#include "base/compose.h"
#include "base/mem.h"
#include "corpus/data.h"
#include "corpus/identity.h"
#include "ingest/article_csv.h"
#include "ingest/decode.h"
#include "ingest/extract_work.h"
#include "ingest/rejection.h"
#include "ingest/transcoder.h"

enum { MAX_PAGE = 24 << 20, MAX_TEXT = 3 * MAX_PAGE, HEAD = 65536 };

gisa_status gisa_extractor_open(gisa_extractor **out, gisa_error *err)
{
    gisa_extractor *x = gisa_calloc(1, sizeof *x);
    if (!x) return gisa_fail_mem(err);
    pthread_mutex_init(&x->opening, NULL);
    xmlInitParser(); /* libxml2 2.9 can lock up when two threads are the first to use it */
    gisa_status st = gisa_profiles_open(&x->profiles, err);
    if (st >= 0)
        st = gisa_story_weights_read(&x->story_weights, gisa_data_find("lexicon/region.tsv"), err);
    if (st < 0) {
        gisa_extractor_close(x);
        return st;
    }
    *out = x;
    return GISA_OK;
}

void gisa_extractor_close(gisa_extractor *x)
{
    if (!x) return;
    gisa_profiles_close(x->profiles);
    gisa_line_rules_close(x->rules);
    pthread_mutex_destroy(&x->opening);
    gisa_free(x);
}

/* Opens the rules for the first page of any thread: articles that come as records need none, and
 * compiling them takes longer than all else here. */
static gisa_status open_rules(gisa_extract_work *w, gisa_error *err)
{
    gisa_extractor *x = (gisa_extractor *)(uintptr_t)w->x;
    gisa_status st = GISA_OK;
    pthread_mutex_lock(&x->opening);
    if (!x->rules) st = gisa_line_rules_open(&x->rules, err);
    w->rules = x->rules;
    pthread_mutex_unlock(&x->opening);
    return st;
}

gisa_status gisa_extract_work_open(const gisa_extractor *x, gisa_extract_work **out,
                                   gisa_error *err)
{
    gisa_extract_work *w = gisa_calloc(1, sizeof *w);
    if (!w) return gisa_fail_mem(err);
    w->x = x;
    w->text = gisa_buf_make(MAX_TEXT);
    gisa_status st = gisa_line_match_open(&w->match, err);
    if (st < 0) {
        gisa_extract_work_close(w);
        return st;
    }
    *out = w;
    return GISA_OK;
}

void gisa_extract_work_close(gisa_extract_work *w)
{
    if (!w) return;
    gisa_line_match_close(w->match);
    gisa_buf_clear(&w->text);
    gisa_prescan_clear(&w->scan);
    gisa_tree_clear(&w->tree);
    gisa_lines_clear(&w->lines);
    gisa_body_sums_clear(&w->body_sums);
    gisa_map_clear(&w->seen);
    gisa_story_lines_clear(&w->story);
    gisa_buf_clear(&w->out);
    gisa_arena_clear(&w->arena);
    gisa_script_data_clear(&w->script);
    gisa_tree_clear(&w->state_tree);
    gisa_lines_clear(&w->state_lines);
    gisa_free(w);
}

static bool is_table_name(gisa_str name)
{
    static const char *const endings[] = {".csv", ".tsv", ".csv.gz", ".tsv.gz"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (gisa_str_ends(name, gisa_str_from(endings[i]))) return true;
    return false;
}

/* Markdown with some boxes of HTML left in it: links in its way, and none in HTML's. */
static bool is_boxed_markdown(gisa_str head)
{
    size_t at = gisa_str_find(head, GISA_STR("]("), 0);
    return at != GISA_NPOS && gisa_str_find(head, GISA_STR("]("), at + 2) != GISA_NPOS &&
           gisa_str_find_nocase(head, GISA_STR("<a "), 0) == GISA_NPOS &&
           gisa_str_find_nocase(head, GISA_STR("<p"), 0) == GISA_NPOS;
}

static bool has_page_mark(gisa_str head)
{
    static const char *const marks[] = {"<!doctype", "<html", "<head", "<body", "<meta"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_find_nocase(head, gisa_str_from(marks[i]), 0) != GISA_NPOS) return true;
    return false;
}

/* By the first characters. */
static gisa_format guess_text(gisa_str text, gisa_str name)
{
    gisa_str head = gisa_str_trim(gisa_str_cut(text, 0, 4096));
    gisa_str inner = gisa_str_starts(head, GISA_STR("["))
                         ? gisa_str_trim(gisa_str_cut(head, 1, head.n))
                         : head;
    if (gisa_str_starts(inner, GISA_STR("{"))) return GISA_FORMAT_JSONL;
    bool table;
    gisa_csv_separator(text, &table);
    if (table) return GISA_FORMAT_CSV;
    bool page = has_page_mark(head);
    if (!page && is_boxed_markdown(head)) return GISA_FORMAT_TEXT;
    if (page || gisa_str_find_nocase(head, GISA_STR("<div"), 0) != GISA_NPOS)
        return gisa_str_starts(head, GISA_STR("<")) || !is_table_name(name) ? GISA_FORMAT_HTML
                                                                            : GISA_FORMAT_CSV;
    if (is_table_name(name)) return GISA_FORMAT_CSV;
    bool tag = head.n > 2 && head.p[0] == '<' && (gisa_is_alpha(head.p[1]) || head.p[1] == '!');
    size_t close = tag ? gisa_str_find_byte(head, '>', 0) : GISA_NPOS;
    return close != GISA_NPOS && close < 400 ? GISA_FORMAT_HTML : GISA_FORMAT_TEXT;
}

gisa_format gisa_format_guess(gisa_str bytes, const char *name)
{
    gisa_str n = gisa_str_from(name), head = gisa_str_cut(bytes, 0, HEAD);
    if (gisa_str_starts(bytes, GISA_STR("WARC/")) ||
        gisa_str_starts(bytes, GISA_STR("filedesc://")) || gisa_str_ends(n, GISA_STR(".warc.gz")) ||
        gisa_str_ends(n, GISA_STR(".warc")))
        return GISA_FORMAT_WARC;
    gisa_decoded info;
    gisa_buf text = {0};
    gisa_error ignored;
    size_t mark = gisa_decode_find_head(head, &info);
    bool wide = info.source == GISA_CHARSET_MARK && strcmp(info.charset, "utf-8") != 0;
    bool korean = strcmp(info.charset, "windows-949") == 0;
    gisa_transcoder *t = NULL;
    head = gisa_str_cut(head, mark, head.n);
    if ((wide || korean) && gisa_transcoder_open(info.charset, &t, &ignored) >= 0) {
        gisa_transcoder_put(t, head, false, &text);
        head = gisa_buf_view(&text);
    }
    gisa_format format = guess_text(head, n);
    gisa_transcoder_close(t);
    gisa_buf_clear(&text);
    return format;
}

/* The id, and the one of edition 1, which took canonical links at their word. */
static gisa_status identify(const gisa_extract_work *w, gisa_article *a, gisa_error *err)
{
    char first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_status st = gisa_article_identify(a, err);
    if (st < 0 || gisa_str_eq(w->first_canonical, a->canonical_url)) return st;
    a->n_former_ids = 0;
    st = gisa_identity_first(a, w->first_canonical, false, first, err);
    return st < 0 ? st : gisa_identity_add_former(a, gisa_str_from(first), err);
}

/* The decoded page in composed letters, where it is not. */
static gisa_status compose_text(gisa_extract_work *w, gisa_error *err)
{
    if (!gisa_compose_needed(gisa_buf_view(&w->text))) return GISA_OK;
    gisa_buf composed = gisa_buf_make(MAX_TEXT);
    gisa_status st = gisa_compose(gisa_buf_view(&w->text), &composed, err);
    if (st >= 0) {
        gisa_buf_clear(&w->text);
        w->text = composed;
    } else {
        gisa_buf_clear(&composed);
    }
    return st;
}

static gisa_status extract_page(gisa_extract_work *w, gisa_str bytes, gisa_format format,
                                const gisa_extract_opts *opts, gisa_article *out, gisa_error *err)
{
    if (format == GISA_FORMAT_WARC)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_ARCHIVE_AS_PAGE,
                             "a WARC archive of pages, not one page");
    if (bytes.n > MAX_PAGE)
        return gisa_fail(err, GISA_SKIP, "a page of %zu MB; over %d MB it is no article",
                         bytes.n >> 20, MAX_PAGE >> 20);
    gisa_buf_reset(&w->text);
    w->first_canonical = GISA_NONE;
    gisa_status st = w->rules ? GISA_OK : open_rules(w, err);
    if (st >= 0) st = gisa_decode(bytes, opts->content_type, &w->text, NULL, err);
    if (st >= 0) st = compose_text(w, err);
    if (st < 0) return st;
    st = format == GISA_FORMAT_TEXT ? gisa_extract_flat(w, opts, out, err)
                                    : gisa_extract_html(w, opts, out, err);
    if (st < 0) return st;
    if (gisa_article_strip_controls(out) < 0) return gisa_fail_mem(err);
    gisa_article_settle_clock(out);
    return st == GISA_OK ? identify(w, out, err) : st;
}

/* What a page without an article says of itself stays; it has no text and no id. */
static void keep_fields(gisa_article *out)
{
    out->id = out->body = out->subtitle = GISA_NONE;
    out->n_captions = out->n_former_ids = 0;
}

gisa_status gisa_extract(gisa_extract_work *w, gisa_str bytes, const gisa_extract_opts *opts,
                         gisa_article *out, gisa_error *err)
{
    gisa_article_notes ignored = {0}, *notes = opts->notes ? opts->notes : &ignored;
    gisa_article_clear(out);
    gisa_status st = gisa_rejection_check_bytes(bytes, err);
    if (st != GISA_OK) return st;
    gisa_format format = opts->format ? opts->format : gisa_format_guess(bytes, NULL);
    if (format == GISA_FORMAT_JSONL)
        st = gisa_article_read(bytes, out, notes, err);
    else if (format == GISA_FORMAT_CSV)
        st = gisa_article_read_csv(bytes, out, notes, err);
    else
        st = extract_page(w, bytes, format, opts, out, err);
    bool page = st == GISA_SKIP && (format == GISA_FORMAT_HTML || format == GISA_FORMAT_TEXT);
    gisa_status limited = st == GISA_OK || page ? gisa_article_limit(out, notes, err) : GISA_OK;
    if (limited < 0) st = limited;
    if (page && st == GISA_SKIP)
        keep_fields(out);
    else if (st != GISA_OK)
        gisa_article_clear(out);
    return st;
}
