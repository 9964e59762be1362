#include "ingest/article_csv.h"

#include "base/utf8.h"
#include "corpus/identity.h"
#include "ingest/fields/byline.h"

static const char *const field_names[GISA_COLUMN_COUNT] = {
    [GISA_COLUMN_UNKNOWN] = "",
    [GISA_COLUMN_IGNORED] = "",
    [GISA_COLUMN_NEWS_ID] = "",
    [GISA_COLUMN_ID] = "id",
    [GISA_COLUMN_URL] = "url",
    [GISA_COLUMN_CANONICAL_URL] = "canonical_url",
    [GISA_COLUMN_OUTLET] = "outlet",
    [GISA_COLUMN_OUTLET_NAME] = "outlet_name",
    [GISA_COLUMN_SECTION] = "section",
    [GISA_COLUMN_TITLE] = "title",
    [GISA_COLUMN_SUBTITLE] = "subtitle",
    [GISA_COLUMN_AUTHORS] = "authors",
    [GISA_COLUMN_PUBLISHED] = "published",
    [GISA_COLUMN_PRECISION] = "published_precision",
    [GISA_COLUMN_MODIFIED] = "modified",
    [GISA_COLUMN_LANG] = "lang",
    [GISA_COLUMN_BODY] = "body",
    [GISA_COLUMN_CAPTIONS] = "captions",
    [GISA_COLUMN_FORMER_IDS] = "former_ids",
    [GISA_COLUMN_NOTICE] = "rights_notice",
    [GISA_COLUMN_REDISTRIBUTION] = "redistribution",
    [GISA_COLUMN_AI_TRAINING] = "ai_training",
    [GISA_COLUMN_VIA] = "via",
    [GISA_COLUMN_SOURCE] = "source",
};

/* What others call the fields, without blanks: BIG KINDS first, then what people call them. */
static const struct {
    const char *name;
    gisa_column column;
} others[] = {
    {"뉴스식별자", GISA_COLUMN_NEWS_ID},
    {"일자", GISA_COLUMN_PUBLISHED},
    {"언론사", GISA_COLUMN_OUTLET_NAME},
    {"기고자", GISA_COLUMN_AUTHORS},
    {"제목", GISA_COLUMN_TITLE},
    {"통합분류1", GISA_COLUMN_SECTION},
    {"통합분류2", GISA_COLUMN_IGNORED},
    {"통합분류3", GISA_COLUMN_IGNORED},
    {"사건/사고분류1", GISA_COLUMN_IGNORED},
    {"사건/사고분류2", GISA_COLUMN_IGNORED},
    {"사건/사고분류3", GISA_COLUMN_IGNORED},
    {"인물", GISA_COLUMN_IGNORED},
    {"위치", GISA_COLUMN_IGNORED},
    {"기관", GISA_COLUMN_IGNORED},
    {"키워드", GISA_COLUMN_IGNORED},
    {"특성추출(가중치순상위50개)", GISA_COLUMN_IGNORED},
    {"특성추출", GISA_COLUMN_IGNORED},
    {"본문", GISA_COLUMN_BODY},
    {"분석제외여부", GISA_COLUMN_IGNORED},

    {"기사제목", GISA_COLUMN_TITLE},
    {"헤드라인", GISA_COLUMN_TITLE},
    {"headline", GISA_COLUMN_TITLE},
    {"부제", GISA_COLUMN_SUBTITLE},
    {"부제목", GISA_COLUMN_SUBTITLE},
    {"내용", GISA_COLUMN_BODY},
    {"기사본문", GISA_COLUMN_BODY},
    {"기사내용", GISA_COLUMN_BODY},
    {"content", GISA_COLUMN_BODY},
    {"text", GISA_COLUMN_BODY},
    {"날짜", GISA_COLUMN_PUBLISHED},
    {"발행일", GISA_COLUMN_PUBLISHED},
    {"게재일", GISA_COLUMN_PUBLISHED},
    {"작성일", GISA_COLUMN_PUBLISHED},
    {"입력일", GISA_COLUMN_PUBLISHED},
    {"date", GISA_COLUMN_PUBLISHED},
    {"pubdate", GISA_COLUMN_PUBLISHED},
    {"published_at", GISA_COLUMN_PUBLISHED},
    {"수정일", GISA_COLUMN_MODIFIED},
    {"매체", GISA_COLUMN_OUTLET_NAME},
    {"매체명", GISA_COLUMN_OUTLET_NAME},
    {"신문사", GISA_COLUMN_OUTLET_NAME},
    {"press", GISA_COLUMN_OUTLET_NAME},
    {"publisher", GISA_COLUMN_OUTLET_NAME},
    {"기자", GISA_COLUMN_AUTHORS},
    {"기자명", GISA_COLUMN_AUTHORS},
    {"작성자", GISA_COLUMN_AUTHORS},
    {"author", GISA_COLUMN_AUTHORS},
    {"byline", GISA_COLUMN_AUTHORS},
    {"섹션", GISA_COLUMN_SECTION},
    {"분류", GISA_COLUMN_SECTION},
    {"카테고리", GISA_COLUMN_SECTION},
    {"category", GISA_COLUMN_SECTION},
    {"주소", GISA_COLUMN_URL},
    {"링크", GISA_COLUMN_URL},
    {"원문", GISA_COLUMN_URL},
    {"link", GISA_COLUMN_URL},

    {"version", GISA_COLUMN_IGNORED},
    {"digest", GISA_COLUMN_IGNORED},
    {"near_duplicate", GISA_COLUMN_IGNORED},
    {"near_duplicate_of", GISA_COLUMN_IGNORED},
    {"chars", GISA_COLUMN_IGNORED},
    {"paragraphs", GISA_COLUMN_IGNORED},
    {"tokens", GISA_COLUMN_IGNORED},
    {"distinct_tokens", GISA_COLUMN_IGNORED},
    {"entities", GISA_COLUMN_IGNORED},
    {"quotes", GISA_COLUMN_IGNORED},
    {"dates", GISA_COLUMN_IGNORED},
    {"figures", GISA_COLUMN_IGNORED},
    {"keywords", GISA_COLUMN_IGNORED},
};

/* Whether two names are the same but for case and blanks. */
static bool same_name(gisa_str a, const char *name)
{
    gisa_str b = gisa_str_from(name);
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && gisa_is_space(a.p[i])) i++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if (gisa_lower(a.p[i++]) != b.p[k++]) return false;
    }
}

gisa_column gisa_column_find(gisa_str name)
{
    name = gisa_str_trim(name);
    for (int c = GISA_COLUMN_ID; c < GISA_COLUMN_COUNT; c++)
        if (same_name(name, field_names[c])) return (gisa_column)c;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (same_name(name, others[i].name)) return others[i].column;
    return GISA_COLUMN_UNKNOWN;
}

const char *gisa_column_name(gisa_column column)
{
    return field_names[column];
}

char gisa_csv_separator(gisa_str head, bool *known)
{
    static const char separators[] = {',', ';', '\t'};
    size_t most_known = 0, most = 0;
    char best = ',';
    *known = false;
    for (size_t i = 0; i < sizeof separators; i++) {
        gisa_csv_reader r = {.rest = head, .separator = separators[i]};
        gisa_error ignored;
        if (gisa_csv_next(&r, &ignored) == GISA_OK) {
            size_t n = 0;
            bool text = false;
            for (size_t c = 0; c < r.n_cells; c++) {
                gisa_column column = gisa_column_find(r.cells[c]);
                n += column != GISA_COLUMN_UNKNOWN;
                text = text || column == GISA_COLUMN_TITLE || column == GISA_COLUMN_BODY;
            }
            if (n > most_known || (n == most_known && r.n_cells > most)) {
                most_known = n;
                most = r.n_cells;
                best = separators[i];
                *known = text && n > 1 && 2 * n >= r.n_cells;
            }
        }
        gisa_csv_reader_clear(&r);
    }
    return best;
}

/* Copies a text, its line ends as one byte; of a text of one line, blanks. */
static gisa_status set_text(gisa_article *a, gisa_str *field, gisa_str s, bool lines)
{
    gisa_buf out = {0};
    s = gisa_str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        bool end = s.p[i] == '\n' || s.p[i] == '\r';
        if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n') continue;
        gisa_buf_add_char(&out, !end ? s.p[i] : lines ? '\n' : ' ');
    }
    gisa_status st = gisa_buf_status(&out);
    if (st >= 0 && out.n) st = gisa_article_set(a, field, gisa_buf_view(&out));
    gisa_buf_clear(&out);
    return st;
}

/* Takes the next item off a list as the export writes it. */
static bool next_item(gisa_str *rest, gisa_str *item)
{
    if (!rest->n) return false;
    size_t at = gisa_str_find(*rest, GISA_STR(" | "), 0);
    *item = gisa_str_trim(gisa_str_cut(*rest, 0, at));
    *rest = at == GISA_NPOS ? GISA_NONE : gisa_str_cut(*rest, at + 3, rest->n);
    return true;
}

/* Names as the export writes them, or as a byline does; a name of another kind is one all the same.
 */
static gisa_status add_authors(gisa_article *a, gisa_str s)
{
    gisa_byline_names found = {0};
    gisa_status st = GISA_OK;
    s = gisa_str_trim(s);
    bool list = gisa_str_has(s, GISA_STR(" | "));
    if (!list) gisa_byline_read_field(s, a->outlet_name, &found);
    for (size_t i = 0; st >= 0 && i < found.n; i++)
        st = gisa_article_add_author(a, found.items[i].name, found.items[i].email);
    if (found.n) return st;
    for (gisa_str item; st >= 0 && next_item(&s, &item);)
        if (item.n) st = gisa_article_add_author(a, item, GISA_NONE);
    return st;
}

static gisa_status add_captions(gisa_article *a, gisa_str s)
{
    gisa_status st = GISA_OK;
    s = gisa_str_trim(s);
    for (gisa_str item; st >= 0 && next_item(&s, &item);)
        if (item.n) st = gisa_article_add_caption(a, item);
    return st;
}

static gisa_status set_fields(gisa_article *a, const gisa_str values[GISA_COLUMN_COUNT])
{
    const struct {
        gisa_column column;
        gisa_str *field;
        bool lines;
    } texts[] = {
        {GISA_COLUMN_ID, &a->id, false},
        {GISA_COLUMN_URL, &a->url, false},
        {GISA_COLUMN_CANONICAL_URL, &a->canonical_url, false},
        {GISA_COLUMN_OUTLET, &a->outlet, false},
        {GISA_COLUMN_OUTLET_NAME, &a->outlet_name, false},
        {GISA_COLUMN_SECTION, &a->section, false},
        {GISA_COLUMN_TITLE, &a->title, false},
        {GISA_COLUMN_SUBTITLE, &a->subtitle, true},
        {GISA_COLUMN_LANG, &a->lang, false},
        {GISA_COLUMN_BODY, &a->body, true},
        {GISA_COLUMN_NOTICE, &a->rights.notice, false},
        {GISA_COLUMN_REDISTRIBUTION, &a->rights.redistribution, false},
        {GISA_COLUMN_AI_TRAINING, &a->rights.ai_training, false},
        {GISA_COLUMN_VIA, &a->via, false},
        {GISA_COLUMN_SOURCE, &a->source, false},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (set_text(a, texts[i].field, values[texts[i].column], texts[i].lines) < 0)
            return GISA_ENOMEM;
    if (!a->outlet.n) a->outlet = a->outlet_name;
    gisa_status st = add_authors(a, values[GISA_COLUMN_AUTHORS]);
    return st < 0 ? st : add_captions(a, values[GISA_COLUMN_CAPTIONS]);
}

static void set_times(gisa_article *a, const gisa_str values[GISA_COLUMN_COUNT],
                      gisa_article_notes *notes)
{
    gisa_precision stated;
    gisa_article_read_time(values[GISA_COLUMN_PUBLISHED], "published", &a->published, notes);
    gisa_article_read_time(values[GISA_COLUMN_MODIFIED], "modified", &a->modified, notes);
    if (gisa_precision_parse(values[GISA_COLUMN_PRECISION], &stated) &&
        stated < a->published.precision)
        a->published.precision = stated;
    gisa_article_settle_clock(a);
}

/* An id of gisa's own, or one made from what BIG KINDS calls the article. */
static gisa_status set_id(gisa_article *a, gisa_str news_id, gisa_error *err)
{
    uint64_t number;
    gisa_buf key = {0};
    char id[GISA_ARTICLE_ID_CHARS + 1];
    if (gisa_article_id_number(a->id, &number)) return gisa_identity_take(a, a->id, err);
    a->id = GISA_NONE;
    news_id = gisa_str_trim(news_id);
    if (!news_id.n) return gisa_article_identify(a, err);
    gisa_buf_add_c(&key, "bigkinds\n");
    gisa_buf_add(&key, news_id);
    gisa_status st = gisa_identity_hash(&key, id, err);
    gisa_buf_clear(&key);
    if (st >= 0 && gisa_article_set(a, &a->id, gisa_str_from(id)) < 0) st = gisa_fail_mem(err);
    return st;
}

static gisa_status add_former_ids(gisa_article *a, gisa_str s, gisa_error *err)
{
    gisa_status st = GISA_OK;
    s = gisa_str_trim(s);
    for (gisa_str item; st >= 0 && next_item(&s, &item);)
        st = gisa_identity_add_former(a, item, err);
    return st;
}

/* What stands where an address should ("-", a sentence that an unquoted comma moved) names no page,
 * and would make one article of all that have it. */
static void check_address(gisa_str *url, const char *name, gisa_article_notes *notes)
{
    bool blank = false;
    for (size_t i = 0; i < url->n; i++) blank = blank || gisa_is_space(url->p[i]);
    bool place = gisa_str_find_byte(*url, '.', 0) != GISA_NPOS ||
                 gisa_str_find_byte(*url, '/', 0) != GISA_NPOS;
    if (!url->n || (place && !blank)) return;
    notes->n_cut++;
    gisa_str shown = gisa_utf8_clip(*url, 40);
    gisa_article_note(notes, "\"%s\" is no address: %.*s%s", name, GISA_ARG(shown),
                      shown.n < url->n ? "…" : "");
    *url = GISA_NONE;
}

static gisa_status read_rows(gisa_csv_reader *head, gisa_csv_reader *row,
                             gisa_str values[GISA_COLUMN_COUNT], gisa_error *err)
{
    gisa_status st = gisa_csv_next(head, err);
    *row = (gisa_csv_reader){.rest = head->rest, .separator = ','};
    if (st == GISA_OK) st = gisa_csv_next(row, err);
    if (st < 0) return st;
    if (st != GISA_OK || gisa_str_trim(row->rest).n)
        return gisa_fail(err, GISA_EINVAL, "a table of %s, not one article",
                         st == GISA_OK ? "articles" : "none");
    for (size_t i = 0; i < row->n_cells && i < head->n_cells; i++) {
        gisa_str *value = &values[gisa_column_find(head->cells[i])];
        if (!gisa_str_trim(*value).n) *value = row->cells[i];
    }
    return GISA_OK;
}

gisa_status gisa_article_read_csv(gisa_str csv, gisa_article *out, gisa_article_notes *notes,
                                  gisa_error *err)
{
    gisa_csv_reader head = {.rest = csv, .separator = ','}, row = {0};
    gisa_str values[GISA_COLUMN_COUNT] = {0};
    gisa_article_clear(out);
    gisa_status st = read_rows(&head, &row, values, err);
    if (st >= 0 && (set_fields(out, values) < 0 || gisa_article_strip_controls(out) < 0))
        st = gisa_fail_mem(err);
    if (st >= 0) st = gisa_article_compose(out, err);
    if (st >= 0) {
        set_times(out, values, notes);
        check_address(&out->url, "url", notes);
        check_address(&out->canonical_url, "canonical_url", notes);
    }
    if (st >= 0 && !out->title.n && !out->body.n)
        st = gisa_fail(err, GISA_EINVAL, "neither title nor body holds text");
    if (st >= 0) st = set_id(out, values[GISA_COLUMN_NEWS_ID], err);
    if (st >= 0) st = add_former_ids(out, values[GISA_COLUMN_FORMER_IDS], err);
    gisa_csv_reader_clear(&head);
    gisa_csv_reader_clear(&row);
    if (st < 0) gisa_article_clear(out);
    return st;
}
