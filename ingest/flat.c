#include "ingest/flat.h"

#include "base/utf8.h"
#include "ingest/fields.h"
#include "ingest/refuse.h"

enum { HEAD_LINES = 60 };

typedef struct flat {
    gisa_extract_work *w;
    gisa_lines *l;
    size_t title; /* line; l->n: none */
    size_t start; /* first line of the text */
    size_t cut;   /* one past the last line that can be ours */
} flat;

static gisa_str text_of(const flat *f, size_t i)
{
    return gisa_line_text(f->l, i);
}

static bool ruled(const gisa_line *line, const char *rule)
{
    return line->rule && strcmp(line->rule, rule) == 0;
}

static void drop(gisa_line *line, const char *rule)
{
    line->keep = false;
    line->rule = rule;
}

/* A caption without the label that a zoom button leaves behind it. */
static gisa_str without_zoom(gisa_str s)
{
    static const char *const labels[] = {"이미지 확대보기", "이미지확대보기", "이미지 확대",
                                         "확대보기", "사진 확대"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        gisa_str label = gisa_str_from(labels[i]);
        if (s.n > label.n && gisa_str_ends(s, label))
            return gisa_str_trim(gisa_str_cut(s, 0, s.n - label.n));
    }
    return s;
}

/* Reads the marks of markdown.h and cuts zoom labels. */
static void read_marks(flat *f)
{
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = text_of(f, i);
        char mark = s.n ? s.p[0] : 0;
        if (mark >= 1 && mark <= 3) {
            line->at++;
            line->len--;
            s = gisa_str_trim(text_of(f, i));
        }
        gisa_str bare = without_zoom(s);
        if (bare.n < s.n) line->flags |= GISA_LINE_CAPTION;
        line->at = (uint32_t)(bare.p - f->l->text.p);
        line->len = (uint32_t)bare.n;
        if (mark == 1) line->flags |= GISA_LINE_HEADING;
        if (mark == 2) line->link_weight = line->weight;
        if (mark == 3) line->flags |= GISA_LINE_CAPTION;
    }
}

/* Rules of single lines. */
static void judge(flat *f)
{
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = text_of(f, i);
        line->keep = true;
        line->rule = line->flags & GISA_LINE_HEADING ? "heading" : "text";
        gisa_rule rule = {NULL, GISA_RULE_NONE};
        if (s.n <= 600) rule = gisa_rules_find(f->w->x->rules, f->w->match, s);
        if (!s.n)
            drop(line, "empty");
        else if (line->flags & GISA_LINE_CAPTION)
            drop(line, "caption");
        else if (rule.kind == GISA_RULE_MARK)
            line->rule = rule.name;
        else if (rule.kind != GISA_RULE_NONE)
            drop(line, rule.name);
        else if (line->link_weight > 0)
            drop(line, "links");
    }
}

/* How many other lines say the same, or say it with a site's name behind it. */
static size_t count_again(const flat *f, size_t which)
{
    size_t n = 0;
    gisa_str s = text_of(f, which);
    size_t most = which + HEAD_LINES < f->l->n ? which + HEAD_LINES : f->l->n;
    for (size_t i = 0; i < most; i++)
        if (i != which && gisa_same_title(text_of(f, i), s)) n++;
    return n;
}

static int title_score(const flat *f, size_t i, size_t first_running, size_t n_before)
{
    const gisa_line *line = &f->l->items[i];
    gisa_str s = text_of(f, i);
    bool sentence = gisa_str_ends(s, GISA_STR("다.")) || gisa_str_ends(s, GISA_STR("요."));
    bool signed_below = false;
    for (size_t k = i + 1; k < first_running && k < i + 8; k++)
        signed_below = signed_below || ruled(&f->l->items[k], "byline") ||
                       ruled(&f->l->items[k], "date");
    if (!line->keep || line->weight < (signed_below ? 2.5f : 4) || sentence || s.n > 300) return 0;
    int score = 4 + (int)(3 * count_again(f, i));
    if (gisa_str_has(s, GISA_STR(" / "))) score -= 2; /* an alternative text with the site's name */
    if (line->flags & GISA_LINE_HEADING) score += 4;
    if (n_before == 0) score += 3;
    if (line->words >= 4) score += 2;
    if (gisa_str_has(s, GISA_STR("…")) || gisa_str_has(s, GISA_STR("...")) ||
        gisa_str_has(s, GISA_STR("‘")) || gisa_str_has(s, GISA_STR("“")))
        score += 1;
    if (signed_below) score += 3;
    return score;
}

static void find_title(flat *f)
{
    size_t first = 0, before = 0;
    int best = 0;
    f->title = f->l->n;
    while (first < f->l->n && !(f->l->items[first].keep && gisa_line_runs(&f->l->items[first])))
        first++;
    for (size_t i = 0; i < first || (i < f->l->n && i <= first); i++) {
        int score = title_score(f, i, first, before);
        if (f->l->items[i].keep && f->l->items[i].weight >= 4) before++;
        if (score > best) {
            best = score;
            f->title = i;
        }
    }
}

/* Lines that say the title again, lines printed twice running: captions, alternative texts. */
static void mark_repeats(flat *f)
{
    gisa_str title = f->title < f->l->n ? text_of(f, f->title) : GISA_NONE;
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = text_of(f, i);
        bool begins = title.n > 12 && s.n < title.n + 60 && gisa_str_starts(s, title);
        if (i != f->title && (begins || gisa_same_title(s, title))) {
            drop(line, "title again");
            continue;
        }
        if (i + 1 >= f->l->n || line->weight < 3) continue;
        gisa_line *next = &f->l->items[i + 1];
        if (!gisa_same_letters(s, text_of(f, i + 1))) continue;
        if (line->weight < 200) drop(line, "caption");
        drop(next, "caption");
    }
}

/* Behind the notice of rights nothing is ours, when most of the running text stands before it. */
static void find_cut(flat *f)
{
    float all = 0, passed = 0;
    f->cut = f->l->n;
    for (size_t i = 0; i < f->l->n; i++)
        if (f->l->items[i].keep && gisa_line_runs(&f->l->items[i])) all += f->l->items[i].weight;
    for (size_t i = 0; i < f->l->n; i++) {
        const gisa_line *line = &f->l->items[i];
        if (line->keep && gisa_line_runs(line)) passed += line->weight;
        bool ends = ruled(line, "rights") || ruled(line, "story list") || ruled(line, "comments") ||
                    ruled(line, "end mark");
        if (!ends || passed < 0.5f * all || passed <= 0) continue;
        f->cut = i;
        return;
    }
}

/* Where the text starts: at the first running line behind the title; a lone one or two that dropped
 * lines cut off from a much longer rest are a summary. */
static void find_start(flat *f)
{
    size_t i = f->title < f->cut ? f->title + 1 : 0, first, gap;
    while (i < f->cut && !(f->l->items[i].keep && gisa_line_runs(&f->l->items[i]))) i++;
    f->start = first = i;
    float head = 0, rest = 0;
    while (i < f->cut && f->l->items[i].keep && i < first + 2) head += f->l->items[i++].weight;
    gap = i;
    while (i < f->cut && !(f->l->items[i].keep && gisa_line_runs(&f->l->items[i]))) i++;
    bool dropped = false;
    for (size_t k = gap; k < i; k++) dropped = dropped || !f->l->items[k].keep;
    for (size_t k = i; k < f->cut; k++)
        if (f->l->items[k].keep) rest += f->l->items[k].weight;
    if (dropped && i < f->cut && rest > 4 * head && head < 90) f->start = i;
}

/* Short lines and summaries between title and text. */
static gisa_status set_subtitle(flat *f, gisa_article *out)
{
    gisa_buf *b = &f->w->out;
    size_t n = 0;
    gisa_buf_reset(b);
    for (size_t i = f->title < f->l->n ? f->title + 1 : 0; i < f->start; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = text_of(f, i);
        if (!line->keep) continue;
        bool name = out->outlet_name.n && gisa_str_has(s, out->outlet_name) && line->words < 3;
        bool deck = line->words >= 3 && !name;
        drop(line, deck ? "subtitle" : "above the text");
        if (!deck || n == 6) continue;
        if (b->n) gisa_buf_add_char(b, '\n');
        gisa_buf_add(b, s);
        n++;
    }
    return b->n ? gisa_article_set(out, &out->subtitle, gisa_buf_view(b)) : GISA_OK;
}

static gisa_status set_texts(flat *f, bool faithful, gisa_article *out)
{
    gisa_buf *b = &f->w->out;
    gisa_buf_reset(b);
    for (size_t i = f->start; i < f->cut; i++) {
        const gisa_line *line = &f->l->items[i];
        bool printed = faithful && line->rule && !ruled(line, "widget") && !ruled(line, "dialog") &&
                       !ruled(line, "title again") && !ruled(line, "empty");
        if (!line->keep && !printed) continue;
        if (b->n) gisa_buf_add_char(b, '\n');
        gisa_buf_add(b, text_of(f, i));
    }
    if (b->st < 0) return GISA_ENOMEM;
    if (gisa_article_set(out, &out->body, gisa_buf_view(b)) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < f->cut; i++) {
        const gisa_line *line = &f->l->items[i];
        gisa_str s = text_of(f, i);
        bool seen = false;
        if (!(ruled(line, "caption") || ruled(line, "caption with credit")) || line->words < 3)
            continue;
        for (size_t k = 0; k < out->n_captions; k++)
            seen = seen || gisa_str_eq(out->captions[k], s);
        if (!seen && gisa_article_add_caption(out, s) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* The outlet as its notice names it: "©'…' 아주경제. 무단전재" or "<저작권자 ⓒ TokenPost, 무단 …".
 */
static gisa_str outlet_of_notice(gisa_str s)
{
    static const char *const marks[] = {"ⓒ", "©", "Ⓒ", "(c)"};
    static const char *const stops[] = {".", ",", "무단", " All", "(", "재배포", "<", ">"};
    for (size_t i = 0; i < 4; i++) {
        size_t at = gisa_str_find(s, gisa_str_from(marks[i]), 0);
        if (at == GISA_NPOS) continue;
        gisa_str rest = gisa_str_trim(gisa_str_cut(s, at + strlen(marks[i]), s.n));
        if (rest.n && (rest.p[0] == '\'' || rest.p[0] == '"')) {
            size_t close = gisa_str_find_byte(rest, rest.p[0], 1);
            if (close != GISA_NPOS) rest = gisa_str_trim(gisa_str_cut(rest, close + 1, rest.n));
        }
        size_t end = rest.n;
        for (size_t k = 0; k < sizeof stops / sizeof stops[0]; k++) {
            size_t stop = gisa_str_find(rest, gisa_str_from(stops[k]), 0);
            if (stop < end) end = stop;
        }
        rest = gisa_str_trim(gisa_str_cut(rest, 0, end));
        if (rest.n && rest.n <= 45) return rest;
    }
    return GISA_NONE;
}

/* The outlet between name and role in a byline: "이태준 글로벌이코노믹 기자". */
static gisa_str outlet_of_byline(gisa_str s, const gisa_people *people)
{
    for (size_t i = 0; i < people->n; i++) {
        size_t at = gisa_str_find(s, people->items[i].name, 0);
        size_t role = gisa_str_find(s, GISA_STR(" 기자"), 0);
        if (at == GISA_NPOS || role == GISA_NPOS) continue;
        size_t from = at + people->items[i].name.n;
        gisa_str between = gisa_str_trim(gisa_str_cut(s, from, role));
        if (role > from && between.n >= 6 && !memchr(between.p, ' ', between.n)) return between;
    }
    return GISA_NONE;
}

static gisa_status set_people(flat *f, gisa_article *out)
{
    gisa_people head = {0}, tail = {0};
    gisa_str outlet = out->outlet_name, named = GISA_NONE;
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_str s = text_of(f, i);
        if (!ruled(&f->l->items[i], "byline") || i > f->cut + 4) continue;
        gisa_people one = {0};
        gisa_people *to = i < f->start ? &head : &tail;
        gisa_people_of_line(s, outlet, to);
        gisa_people_of_line(s, GISA_NONE, &one);
        if (!named.n) named = outlet_of_byline(s, &one);
    }
    gisa_people *people = head.n ? &head : &tail;
    for (size_t i = 0; i < people->n; i++) {
        gisa_str email = people->items[i].email;
        for (size_t k = 0; k < tail.n && !email.n; k++)
            if (gisa_str_eq(tail.items[k].name, people->items[i].name)) email = tail.items[k].email;
        if (gisa_article_add_author(out, people->items[i].name, email.n ? email : GISA_NONE) < 0)
            return GISA_ENOMEM;
    }
    if (!out->outlet_name.n && named.n) return gisa_article_set(out, &out->outlet_name, named);
    return GISA_OK;
}

static gisa_status set_fields(flat *f, const gisa_extract_opts *opts, gisa_article *out)
{
    gisa_body around = {.from = f->start, .to = f->cut, .how = "text"};
    gisa_field_input in = {f->w, opts, NULL, &around};
    gisa_str key = opts->url.n ? gisa_outlet_key(gisa_url_host(opts->url)) : GISA_NONE;
    const gisa_profile *p = gisa_profiles_find(f->w->x->profiles, gisa_url_host(opts->url));
    if (p) key = p->name;
    if (gisa_field_rights(f->l, NULL, out) < 0) return GISA_ENOMEM;
    gisa_str name = p && !p->portal ? p->outlet_name : outlet_of_notice(out->rights.notice);
    if (name.n && gisa_article_set(out, &out->outlet_name, name) < 0) return GISA_ENOMEM;
    if (set_people(f, out) < 0 || set_subtitle(f, out) < 0) return GISA_ENOMEM;
    if (!key.n) key = out->outlet_name;
    if (key.n && gisa_article_set(out, &out->outlet, key) < 0) return GISA_ENOMEM;
    if (gisa_article_set(out, &out->url, opts->url.n ? opts->url : GISA_NONE) < 0 ||
        gisa_article_set(out, &out->source, opts->source.n ? opts->source : GISA_NONE) < 0)
        return GISA_ENOMEM;
    size_t hangul = 0;
    for (size_t i = 0; i < out->body.n && i < 900; i++)
        hangul += (unsigned char)out->body.p[i] >= 0xEA && (unsigned char)out->body.p[i] <= 0xED;
    if (hangul > 20 && gisa_article_set(out, &out->lang, GISA_STR("ko")) < 0) return GISA_ENOMEM;
    return gisa_field_times(&in, out);
}

static void explain(const flat *f, const gisa_extract_opts *opts)
{
    for (size_t i = 0; opts->explain && i < f->l->n; i++) {
        const gisa_line *line = &f->l->items[i];
        bool inside = i >= f->start && i < f->cut;
        gisa_explained e = {text_of(f, i), i == f->title ? "title" : line->rule,
                            inside && line->keep};
        if (i >= f->cut) e.rule = "behind the article";
        opts->explain->put(opts->explain->ctx, &e);
    }
}

gisa_status gisa_extract_flat(gisa_extract_work *w, const gisa_extract_opts *opts,
                              gisa_article *out, gisa_error *err)
{
    flat f = {.w = w, .l = &w->lines};
    gisa_str text = gisa_buf_view(&w->text);
    gisa_arena_reset(&w->arena);
    w->meta = (gisa_meta){0};
    gisa_script_data_reset(&w->script);
    w->tree.n = 0;
    if (gisa_markdown_looks(text)) {
        gisa_buf_reset(&w->scan.html);
        gisa_markdown_strip(text, &w->scan.html);
        if (gisa_buf_status(&w->scan.html) < 0) return gisa_fail_mem(err);
        text = gisa_buf_view(&w->scan.html);
    }
    gisa_status st = gisa_lines_split(f.l, text, err);
    if (st < 0) return st;
    read_marks(&f);
    judge(&f);
    find_title(&f);
    mark_repeats(&f);
    find_cut(&f);
    find_start(&f);
    if (f.title < f.l->n && gisa_article_set(out, &out->title, text_of(&f, f.title)) < 0)
        return gisa_fail_mem(err);
    gisa_clean clean = {.rules = w->x->rules,
                        .match = w->match,
                        .seen = &w->seen,
                        .title = out->title,
                        .trusted = true};
    if ((st = gisa_clean_again(&clean, f.l, f.start, f.cut, err)) < 0) return st;
    if (set_texts(&f, opts->mode == GISA_MODE_FAITHFUL, out) < 0) return gisa_fail_mem(err);
    if (set_fields(&f, opts, out) < 0) return gisa_fail_mem(err);
    explain(&f, opts);
    if (gisa_utf8_chars(out->body) < (opts->min_body_chars ? opts->min_body_chars : 40))
        return gisa_fail(err, GISA_SKIP, "no article in the text (%zu characters of running text)",
                         gisa_utf8_chars(out->body));
    return GISA_OK;
}
