#include "ingest/fields/fields.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Lines above the first sentence in which a page labels its title and writer. */
enum { LABELS_REACH = 40 };

gisa_str gisa_outlet_key(gisa_str host)
{
    gisa_str labels[8], label;
    size_t n = 0;
    while (n < 8 && gisa_str_next_field(&host, '.', &label)) labels[n++] = label;
    if (n < 2) return n ? labels[0] : GISA_NONE;
    size_t last = n - 2;
    if (last > 0 && gisa_wordlist_find(&gisa_list_domain_suffixes, labels[last])) last--;
    return labels[last];
}

/* What <title> says beside the title: "한강일보 :: …", "… - 소리지역신문". */
static gisa_str site_in_title(gisa_str page, gisa_str title)
{
    static const char *const marks[] = {" :: ", " | ", " - ", " : ", " < ",
                                        " > ",  " – ", " — ", "|"};
    size_t at = title.n ? gisa_str_find(page, title, 0) : GISA_NPOS;
    if (at == GISA_NPOS) return GISA_NONE;
    gisa_str head = gisa_str_cut(page, 0, at), tail = gisa_str_cut(page, at + title.n, page.n);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        gisa_str mark = gisa_str_from(marks[i]), name = GISA_NONE;
        if (gisa_str_ends(head, mark)) name = gisa_str_cut(head, 0, head.n - mark.n);
        for (size_t k = 0; (k = gisa_str_find(tail, mark, k)) != GISA_NPOS; k += mark.n)
            name = gisa_str_cut(tail, k + mark.n, tail.n); /* the last part */
        name = gisa_str_trim(name);
        if (name.n >= 3 && name.n <= 45) return name;
    }
    return GISA_NONE;
}

/* Whether the page links to the story's original on another site: it is a portal's. */
static bool leads_elsewhere(const gisa_field_input *in, gisa_str url)
{
    gisa_str origin = gisa_url_host(in->w->meta.origin), own = gisa_url_host(url);
    return origin.n && (!own.n || !gisa_str_eq(gisa_outlet_key(origin), gisa_outlet_key(own)));
}

static gisa_status fill_outlet(const gisa_field_input *in, gisa_article *out)
{
    const gisa_meta *m = &in->w->meta;
    const gisa_profile *p = in->profile;
    gisa_str site = m->site_name, name = GISA_NONE, via = GISA_NONE, press = GISA_NONE;
    gisa_str url = in->opts->url.n ? in->opts->url : m->canonical.n ? m->canonical : m->og_url;
    gisa_str key = p ? p->name : gisa_outlet_key(gisa_url_host(url));
    if (gisa_field_selected(in, GISA_PART_PRESS, &press) < 0) return GISA_ENOMEM;
    /* "뉴스1 | 네이버" in the author's place is a portal's way to name the story's own outlet */
    for (size_t i = 0; i < m->authors.n && !press.n; i++) {
        size_t bar = gisa_str_find(m->authors.items[i], GISA_STR(" | "), 0);
        if (bar == GISA_NPOS) continue;
        press = gisa_str_cut(m->authors.items[i], 0, bar);
        via = gisa_str_cut(m->authors.items[i], bar + 3, m->authors.items[i].n);
        size_t inner = gisa_str_find(site, GISA_STR(" | "), 0);
        if (inner != GISA_NPOS) via = gisa_str_cut(site, inner + 3, site.n);
    }
    if (!press.n && (!p || p->portal) && leads_elsewhere(in, url)) {
        press = m->press.n ? m->press : gisa_notice_outlet(out->rights.notice);
        if (gisa_same_letters(press, site)) press = GISA_NONE;
        if (press.n) via = site;
    }
    if (p && p->portal && !via.n) via = p->outlet_name;
    name = press.n ? press : p && p->outlet_name.n && !p->portal ? p->outlet_name : site;
    if (!name.n) name = in->w->script.ld.publisher;
    if (!name.n) name = site_in_title(m->title, out->title);
    if (!name.n) name = gisa_notice_outlet(out->rights.notice);
    if (press.n || (p && p->portal)) {
        gisa_str origin = gisa_outlet_key(gisa_url_host(m->origin));
        const gisa_profile *own = gisa_profiles_find(in->w->x->profiles, gisa_url_host(m->origin));
        key = own ? own->name : origin.n ? origin : press;
    }
    name = gisa_str_trim(name);
    if (!key.n) key = name;
    if (key.n && gisa_article_set(out, &out->outlet, key) < 0) return GISA_ENOMEM;
    if (via.n && gisa_article_set(out, &out->via, gisa_str_trim(via)) < 0) return GISA_ENOMEM;
    return name.n ? gisa_article_set(out, &out->outlet_name, name) : GISA_OK;
}

gisa_str gisa_breadcrumb_section(gisa_str s)
{
    bool home = gisa_wordlist_prefix(&gisa_list_front_page_names, s) != NULL;
    size_t at = GISA_NPOS;
    for (size_t k = 0; home && s.n <= 120 && k + 1 < s.n; k++)
        if (s.p[k] == '>') at = k + 1;
    return at == GISA_NPOS ? GISA_NONE : gisa_str_trim(gisa_str_cut(s, at, s.n));
}

/* The last crumb above the text. */
static gisa_str find_crumb(const gisa_field_input *in)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = 0; i < in->body->to && i < l->n; i++) {
        if (l->items[i].ends || (i >= in->body->from && l->items[i].keep)) continue;
        gisa_str crumb = gisa_breadcrumb_section(gisa_line_text(l, i));
        if (crumb.n) return crumb;
    }
    return GISA_NONE;
}

static gisa_status fill_section(const gisa_field_input *in, gisa_article *out)
{
    gisa_str picked;
    if (gisa_field_selected(in, GISA_PART_SECTION, &picked) < 0) return GISA_ENOMEM;
    gisa_str s = picked.n                        ? picked
                 : in->w->meta.section.n         ? in->w->meta.section
                 : in->w->script.ld.section.n    ? in->w->script.ld.section
                 : in->w->script.state.section.n ? in->w->script.state.section
                                                 : find_crumb(in);
    return s.n ? gisa_article_set(out, &out->section, s) : GISA_OK;
}

/* The language of the text itself where it is Korean; else what the page states. */
static gisa_status fill_lang(const gisa_field_input *in, gisa_article *out)
{
    size_t hangul = 0, latin = 0;
    gisa_str s = gisa_str_cut(out->body, 0, 4000);
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        hangul += gisa_is_hangul(cp);
        latin += cp < 0x80 && gisa_is_alpha((char)cp);
    }
    if (hangul * 3 > latin && hangul > 10) return gisa_article_set(out, &out->lang, GISA_STR("ko"));
    gisa_str lang = in->w->meta.lang;
    if (lang.n >= 2 && !gisa_str_starts(lang, GISA_STR("ko")))
        return gisa_article_set(out, &out->lang, gisa_utf8_clip(lang, 16));
    return latin > 100 && hangul == 0 && lang.n == 0
               ? GISA_OK
               : gisa_article_set(out, &out->lang, lang.n && latin < 100 ? lang : GISA_NONE);
}

gisa_status gisa_fields_fill(const gisa_field_input *in, gisa_article *out, gisa_error *err)
{
    const gisa_meta *m = &in->w->meta;
    gisa_str url = in->opts->url.n ? in->opts->url : GISA_NONE;
    if (gisa_article_set(out, &out->url, url) < 0 || gisa_field_canonical(in, out) < 0 ||
        gisa_article_set(out, &out->source, in->opts->source.n ? in->opts->source : GISA_NONE) <
            0 ||
        gisa_field_rights(&in->w->lines, m, out) < 0 || fill_outlet(in, out) < 0 ||
        fill_section(in, out) < 0 || fill_lang(in, out) < 0 || gisa_field_times(in, out) < 0 ||
        gisa_field_authors(in, out) < 0)
        return gisa_fail_mem(err);
    return GISA_OK;
}

gisa_status gisa_field_labels(const gisa_field_input *in, gisa_page_labels *out)
{
    const gisa_lines *l = &in->w->lines;
    size_t to = in->body->from;
    while (to < l->n && to < in->body->to &&
           !(gisa_line_is_prose(&l->items[to]) && l->items[to].ends))
        to++;
    size_t from = to > LABELS_REACH ? to - LABELS_REACH : 0;
    *out = (gisa_page_labels){0};
    if (from >= l->n) return GISA_OK;
    size_t end = to < l->n ? l->items[to].first : in->w->tree.n;
    return gisa_page_labels_find(&in->w->tree, l->items[from].first, end, &in->w->arena, out);
}

size_t gisa_sentence_ends(gisa_str s)
{
    size_t n = 0;
    for (size_t i = 1; i < s.n; i++) {
        if (!strchr(".!?", s.p[i]) || (i + 1 < s.n && s.p[i + 1] != ' ')) continue;
        bool clock = i >= 2 && gisa_lower(s.p[i - 1]) == 'm' && s.p[i - 2] == '.';
        n += !gisa_is_digit(s.p[i - 1]) && !clock;
    }
    return n;
}
