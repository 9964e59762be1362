/* The JSONL form of the article: written by base/json, read by plain_json or jansson. */
#include "corpus/article.h"
#include "corpus/identity.h"
#include "corpus/plain_json.h"

enum { MAX_LINE = 64 << 20 };

static void put_time(gisa_json *w, const char *key, const gisa_time *t)
{
    char text[GISA_TIME_CHARS];
    size_t n = gisa_time_format(t, text);
    gisa_json_key_str(w, key, n ? (gisa_str){text, n} : GISA_NONE);
}

static void put_former_ids(gisa_json *w, const gisa_article *a)
{
    if (!a->n_former_ids) return;
    gisa_json_key(w, "former_ids");
    gisa_json_array(w);
    for (size_t i = 0; i < a->n_former_ids; i++) gisa_json_str(w, a->former_ids[i]);
    gisa_json_end(w);
}

void gisa_article_put_head(gisa_json *w, const gisa_article *a)
{
    gisa_json_key_str(w, "id", a->id);
    put_former_ids(w, a);
    gisa_article_put_place(w, a);
}

void gisa_article_put_place(gisa_json *w, const gisa_article *a)
{
    gisa_json_key_str(w, "url", a->url);
    gisa_json_key_str(w, "canonical_url", a->canonical_url);
    gisa_json_key_str(w, "outlet", a->outlet);
    gisa_json_key_str(w, "outlet_name", a->outlet_name);
    gisa_json_key_str(w, "section", a->section);
    gisa_json_key_str(w, "title", a->title);
}

void gisa_article_put_credits(gisa_json *w, const gisa_article *a, bool emails)
{
    gisa_json_key(w, "authors");
    gisa_json_array(w);
    for (size_t i = 0; i < a->n_authors; i++) {
        gisa_json_object(w);
        gisa_json_key_str(w, "name", a->authors[i].name);
        gisa_json_key_str(w, "email", emails ? a->authors[i].email : GISA_NONE);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    put_time(w, "published", &a->published);
    gisa_json_key_c(w, "published_precision", gisa_precision_name(a->published.precision));
    put_time(w, "modified", &a->modified);
    gisa_json_key_str(w, "lang", a->lang);
}

void gisa_article_put_text(gisa_json *w, const gisa_article *a)
{
    gisa_json_key_str(w, "body", a->body);
    gisa_json_key(w, "captions");
    gisa_json_array(w);
    for (size_t i = 0; i < a->n_captions; i++) gisa_json_str(w, a->captions[i]);
    gisa_json_end(w);
}

void gisa_article_put_rights(gisa_json *w, const gisa_article *a)
{
    gisa_json_key(w, "rights");
    gisa_json_object(w);
    gisa_json_key_str(w, "notice", a->rights.notice);
    gisa_json_key_str(w, "redistribution", a->rights.redistribution);
    gisa_json_key_str(w, "ai_training", a->rights.ai_training);
    gisa_json_end(w);
    gisa_json_key_str(w, "via", a->via);
}

void gisa_article_format(const gisa_article *a, gisa_buf *out)
{
    gisa_json w = gisa_json_make(out);
    gisa_json_object(&w);
    gisa_article_put_head(&w, a);
    gisa_json_key_str(&w, "subtitle", a->subtitle);
    gisa_article_put_credits(&w, a, true);
    gisa_article_put_text(&w, a);
    gisa_article_put_rights(&w, a);
    gisa_json_key_str(&w, "source", a->source);
    gisa_json_end(&w);
}

static gisa_str view(const json_t *v)
{
    return json_is_string(v) ? (gisa_str){json_string_value(v), json_string_length(v)} : GISA_NONE;
}

static gisa_str member(const json_t *object, const char *key)
{
    return view(json_object_get(object, key));
}

/* A text, or the lines of one: the body may be a list of paragraphs, as many corpora have it. */
static gisa_status set_text(gisa_article *a, gisa_str *field, const json_t *v)
{
    gisa_buf lines = {0};
    size_t i;
    json_t *item;
    if (!json_is_array(v)) return gisa_article_set(a, field, view(v));
    json_array_foreach(v, i, item)
    {
        if (lines.n && view(item).n) gisa_buf_add_char(&lines, '\n');
        gisa_buf_add(&lines, view(item));
    }
    gisa_status st = gisa_buf_status(&lines);
    if (st >= 0) st = gisa_article_set(a, field, gisa_buf_view(&lines));
    gisa_buf_clear(&lines);
    return st;
}

static gisa_status read_texts(const json_t *root, gisa_article *a)
{
    const struct {
        const char *key;
        gisa_str *field;
    } fields[] = {
        {"id", &a->id},         {"url", &a->url},           {"canonical_url", &a->canonical_url},
        {"outlet", &a->outlet}, {"section", &a->section},   {"outlet_name", &a->outlet_name},
        {"title", &a->title},   {"subtitle", &a->subtitle}, {"lang", &a->lang},
        {"body", &a->body},     {"via", &a->via},           {"source", &a->source}};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (set_text(a, fields[i].field, json_object_get(root, fields[i].key)) < 0)
            return GISA_ENOMEM;
    const json_t *rights = json_object_get(root, "rights");
    if (gisa_article_set(a, &a->rights.notice, member(rights, "notice")) < 0 ||
        gisa_article_set(a, &a->rights.redistribution, member(rights, "redistribution")) < 0 ||
        gisa_article_set(a, &a->rights.ai_training, member(rights, "ai_training")) < 0)
        return GISA_ENOMEM;
    return GISA_OK;
}

static gisa_status read_lists(const json_t *root, gisa_article *a)
{
    size_t i;
    json_t *item;
    json_array_foreach(json_object_get(root, "authors"), i, item)
    {
        gisa_str name = json_is_string(item) ? view(item) : member(item, "name");
        if (name.n && gisa_article_add_author(a, name, member(item, "email")) < 0)
            return GISA_ENOMEM;
    }
    json_array_foreach(json_object_get(root, "captions"), i, item)
    {
        if (view(item).n && gisa_article_add_caption(a, view(item)) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static gisa_status settle_ids(const json_t *root, gisa_article *a, gisa_error *err)
{
    size_t i;
    json_t *item;
    gisa_status st = gisa_identity_take(a, a->id, err);
    json_array_foreach(json_object_get(root, "former_ids"), i, item)
    {
        if (st >= 0) st = gisa_identity_add_former(a, view(item), err);
    }
    return st;
}

/* A date as text, or the number that 20250317 is without quotation marks. */
static void read_time(const json_t *root, const char *key, gisa_time *out,
                      gisa_article_notes *notes)
{
    char digits[24];
    const json_t *v = json_object_get(root, key);
    gisa_str stated = view(v);
    if (json_is_integer(v)) {
        int n = snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
        stated = (gisa_str){digits, (size_t)n};
    }
    gisa_article_read_time(stated, key, out, notes);
}

/* A stated precision may only make the date coarser. */
static void read_times(const json_t *root, gisa_article *a, gisa_article_notes *notes)
{
    gisa_str precision = member(root, "published_precision");
    gisa_precision stated;
    read_time(root, "published", &a->published, notes);
    read_time(root, "modified", &a->modified, notes);
    if (precision.n && gisa_precision_parse(precision, &stated) && stated < a->published.precision)
        a->published.precision = stated;
    gisa_article_settle_clock(a);
}

static gisa_status read_root(const json_t *root, gisa_article *a, gisa_article_notes *notes,
                             gisa_error *err)
{
    if (!json_is_object(root))
        return gisa_fail_at(err, GISA_EINVAL, 0, "not a JSON object; expected one article a line");
    if (read_texts(root, a) < 0 || read_lists(root, a) < 0 || gisa_article_strip_controls(a) < 0)
        return gisa_fail_mem(err);
    gisa_status st = gisa_article_compose(a, err);
    if (st < 0) return st;
    if (!a->outlet.n) a->outlet = a->outlet_name;
    read_times(root, a, notes);
    if (!a->title.n && !a->body.n)
        return gisa_fail_at(err, GISA_EINVAL, 0, "neither \"title\" nor \"body\" holds text");
    return settle_ids(root, a, err);
}

gisa_status gisa_article_parse(gisa_str json, gisa_article *a, gisa_error *err)
{
    return gisa_article_read(json, a, &(gisa_article_notes){0}, err);
}

gisa_status gisa_article_read(gisa_str json, gisa_article *a, gisa_article_notes *notes,
                              gisa_error *err)
{
    json_error_t fault;
    gisa_article_clear(a);
    if (json.n > MAX_LINE)
        return gisa_fail(err, GISA_ELIMIT, "a line of %zu bytes; the limit is %d", json.n,
                         MAX_LINE);
    json_t *root = gisa_plain_json_read(json);
    if (!root) root = json_loadb(json.n ? json.p : "", json.n, JSON_REJECT_DUPLICATES, &fault);
    if (!root) {
        if (json_error_code(&fault) == json_error_out_of_memory) return gisa_fail_mem(err);
        return gisa_fail_at(err, GISA_EINVAL, (uint64_t)fault.position, "not JSON: %s", fault.text);
    }
    gisa_status st = read_root(root, a, notes, err);
    json_decref(root);
    if (st < 0) gisa_article_clear(a);
    return st;
}
