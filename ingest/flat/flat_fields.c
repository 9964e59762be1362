/* Fields of a flattened page. */
#include "base/printed_date.h"
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"
#include "ingest/fields/wire_head.h"
#include "ingest/flat/flat_page.h"

/* Tuned with tests/bench/flat.py (fields of the set ko). */

/* Lines around the story in which bylines are looked for; of its beginning in which an anchor hands
 * over. */
enum { BYLINES_ABOVE = 40, BYLINES_BELOW = 15, HANDOVER_REACH = 12 };

/* Lines below the title that sign it; bytes of the name there; bytes of a line of makers. */
enum { SIGNED_REACH = 8, MAX_SIGNED_NAME = 24, MAX_CREW_BYTES = 250, MAX_ADDRESS_BYTES = 80 };

/* Lines of a subtitle, words of each; bytes of a notice. */
enum { MAX_DECKS = 6, MIN_DECK_WORDS = 3, MAX_NOTICE_BYTES = 300 };

/* Short lines and summaries between title and text. */
static gisa_status set_subtitle(gisa_flat_page *f, gisa_article *out)
{
    gisa_buf *b = &f->w->out;
    size_t n = 0;
    gisa_buf_reset(b);
    for (size_t i = f->title < f->l->n ? f->title + 1 : 0; i < f->start; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = gisa_flat_line(f, i);
        if (!line->keep) continue;
        bool name = out->outlet_name.n && gisa_str_has(s, out->outlet_name) &&
                    line->words < MIN_DECK_WORDS;
        bool deck = line->words >= MIN_DECK_WORDS && !name && !(line->flags & GISA_LINE_ITEM) &&
                    !gisa_flat_signs(f, i);
        line->keep = false;
        line->rule = deck ? GISA_RULE_SUBTITLE : GISA_RULE_ABOVE_TEXT;
        if (!deck || n == MAX_DECKS) continue;
        if (b->n) gisa_buf_add_char(b, '\n');
        gisa_buf_add(b, s);
        n++;
    }
    return b->n ? gisa_article_set(out, &out->subtitle, gisa_buf_view(b)) : GISA_OK;
}

/* The outlet between name and role in a byline: "이태준 글로벌이코노믹 기자". */
static gisa_str outlet_of_byline(gisa_str s, const gisa_byline_names *people)
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

static bool is_edge(gisa_str s, size_t at)
{
    if (at >= s.n) return true;
    unsigned char c = (unsigned char)s.p[at];
    return !(c >= 0xEA && c <= 0xED) && !gisa_is_alpha((char)(c < 0x80 ? c : 0)) &&
           !gisa_is_digit((char)(c < 0x80 ? c : 0));
}

/* Whether s holds the name where a word can begin. A Latin name must end there too. */
static bool names_outlet(gisa_str s, gisa_str name)
{
    for (size_t at = 0; (at = gisa_str_find_nocase(s, name, at)) != GISA_NPOS; at++) {
        bool latin = (unsigned char)name.p[name.n - 1] < 0x80;
        size_t before = at;
        while (before > 0 && ((unsigned char)s.p[before - 1] & 0xC0) == 0x80) before--;
        before = before == at ? at - 1 : before - 1;
        if ((at == 0 || is_edge(s, before)) && (!latin || is_edge(s, at + name.n))) return true;
    }
    return false;
}

/* The outlet of a shipped profile that a line names, by its name or by its host; the longest. */
static gisa_str known_outlet(const gisa_flat_page *f, gisa_str s)
{
    const gisa_profile *p;
    gisa_str best = GISA_NONE;
    if (!s.n) return best;
    for (size_t i = 0; (p = gisa_profiles_at(f->w->x->profiles, i)); i++) {
        if (p->portal || p->outlet_name.n <= best.n) continue;
        bool named = names_outlet(s, p->outlet_name);
        for (size_t k = 0; k < p->n_hosts && !named; k++) named = names_outlet(s, p->hosts[k]);
        if (named) best = p->outlet_name;
    }
    return best;
}

static bool is_notice(gisa_str s)
{
    return s.n < MAX_NOTICE_BYTES && (gisa_wordlist_within_nocase(&gisa_list_copyright_marks, s) ||
                                      gisa_str_has(s, GISA_STR("저작권자")));
}

/* Who publishes: the notice of rights under the story, another notice below it, the head line of
 * the page, the sign-off, the host of the reporter's address. */
static gisa_str find_outlet(const gisa_flat_page *f, gisa_str notice)
{
    gisa_str name = known_outlet(f, notice);
    if (!name.n) name = gisa_notice_outlet(notice);
    for (size_t i = f->cut; i < f->l->n && !name.n; i++)
        if (is_notice(gisa_flat_line(f, i))) name = known_outlet(f, gisa_flat_line(f, i));
    for (size_t i = 0; i < 3 && i < f->start && !name.n; i++) {
        gisa_str s = gisa_flat_line(f, i);
        size_t at = gisa_str_find(s, GISA_STR(" | "), 0);
        for (size_t k = 0; k < s.n && at == GISA_NPOS; k++)
            if (gisa_str_starts(gisa_str_cut(s, k, s.n), GISA_STR(" - ")) ||
                gisa_str_starts(gisa_str_cut(s, k, s.n), GISA_STR(" : ")))
                at = k;
        name = known_outlet(f, at == GISA_NPOS ? GISA_NONE : gisa_str_cut(s, at, s.n));
    }
    for (size_t i = f->start; i < f->l->n && i < f->cut + BYLINES_BELOW && !name.n; i++)
        if (gisa_flat_has_rule(f, i, GISA_RULE_SIGNOFF) ||
            gisa_flat_has_rule(f, i, GISA_RULE_BYLINE))
            name = known_outlet(f, gisa_flat_line(f, i));
    for (size_t i = f->cut; i < f->l->n && !name.n; i++)
        if (is_notice(gisa_flat_line(f, i))) name = gisa_notice_outlet(gisa_flat_line(f, i));
    gisa_wire_head wire;
    if (!name.n && gisa_wire_head_read(gisa_flat_line(f, f->start), &wire))
        name = known_outlet(f, wire.outlet);
    if (!name.n) name = known_outlet(f, f->head.fields[GISA_HEAD_HOST]);
    if (!name.n) name = known_outlet(f, f->head.fields[GISA_HEAD_SITE]);
    return name.n ? name : f->head.fields[GISA_HEAD_SITE];
}

/* "나혜인 기자입니다.", "장가희 기자가 취재했습니다.": the anchor hands over. */
static void people_of_handover(gisa_str s, gisa_byline_names *out)
{
    const gisa_wordlist_item *ending = gisa_wordlist_suffix(&gisa_list_handover_endings, s);
    if (!ending || s.n == ending->word.n || s.p[s.n - ending->word.n - 1] != ' ') return;
    gisa_str head = gisa_str_cut(s, 0, s.n - ending->word.n - 1);
    size_t space = head.n;
    while (space > 0 && head.p[space - 1] != ' ') space--;
    gisa_byline_read_field(gisa_str_cut(head, space, head.n), GISA_NONE, out);
}

/* Three syllables that begin with a common family name alone in a line between title and date. */
static bool is_lone_name(const gisa_flat_page *f, size_t i)
{
    gisa_str s = gisa_flat_line(f, i);
    bool dated = false, titled = false;
    if (s.n != 9 || i >= f->start || f->story->lines[i].kind != GISA_KIND_NONE) return false;
    for (size_t k = i >= 3 ? i - 3 : 0; k < i + 4 && k < f->start; k++) {
        dated = dated || gisa_flat_has_rule(f, k, GISA_RULE_DATE);
        titled = titled || f->story->lines[k].title;
    }
    return dated && titled &&
           gisa_wordlist_find(&gisa_list_byline_surnames, gisa_str_cut(s, 0, 3)) &&
           gisa_is_person_name(s, GISA_NONE);
}

/* "남도현 기자 이메일 보내기" just below the title. */
static bool is_signature(const gisa_flat_page *f, size_t i)
{
    gisa_str s = gisa_flat_line(f, i);
    size_t role = gisa_str_find(gisa_str_cut(s, 0, MAX_SIGNED_NAME), GISA_STR(" 기자"), 0);
    return f->title < f->start && i > f->title && i < f->start && i <= f->title + SIGNED_REACH &&
           role != GISA_NPOS && gisa_is_person_name(gisa_str_cut(s, 0, role), GISA_NONE);
}

/* "( 취재 : 남도현 / 영상편집 : … )": who reported, of those who made it. */
static void people_of_crew(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    size_t at = gisa_str_find(s, GISA_STR("취재"), 0);
    if (at == GISA_NPOS) return;
    s = gisa_str_trim(gisa_str_cut(s, at + sizeof "취재" - 1, s.n));
    if (!s.n || s.p[0] != ':') return;
    size_t end = 1;
    while (end < s.n && !strchr("/,)", s.p[end])) end++;
    gisa_byline_read_field(gisa_str_trim(gisa_str_cut(s, 1, end)), outlet, out);
}

/* Name and role a line each, as tools print them that part what a page styles: "남도현", "기자". */
static bool is_name_before_role(const gisa_flat_page *f, size_t i)
{
    return i + 1 < f->l->n && gisa_is_person_name(gisa_flat_line(f, i), GISA_NONE) &&
           gisa_wordlist_find(&gisa_list_byline_roles, gisa_flat_line(f, i + 1));
}

/* An address alone in a line below the text, before other stories begin; GISA_NONE: there are two.
 */
static gisa_str lone_email(const gisa_flat_page *f)
{
    gisa_str found = GISA_NONE;
    for (size_t i = f->start; i < f->l->n && i < f->cut + BYLINES_BELOW; i++) {
        gisa_str s = gisa_flat_line(f, i);
        size_t at = 0;
        if (i >= f->cut && f->story->lines[i].kind == GISA_KIND_LIST) break;
        gisa_str email = s.n <= MAX_ADDRESS_BYTES ? gisa_email_find(s, &at) : GISA_NONE;
        if (!email.n || email.n < s.n) continue;
        if (found.n && !gisa_str_eq(found, email)) return GISA_NONE;
        found = email;
    }
    return found;
}

static void read_bylines(const gisa_flat_page *f, gisa_str outlet, gisa_byline_names *head,
                         gisa_byline_names *tail, gisa_str *named)
{
    size_t from = f->start > BYLINES_ABOVE ? f->start - BYLINES_ABOVE : 0;
    if (f->title < f->start && f->title < from) from = f->title;
    for (size_t i = from; i < f->l->n && i < f->cut + BYLINES_BELOW; i++) {
        gisa_str s = gisa_flat_line(f, i);
        size_t at = 0;
        bool inside = i >= f->start && i < f->cut;
        if (i >= f->cut && f->story->lines[i].kind == GISA_KIND_LIST) return;
        bool byline = gisa_flat_has_rule(f, i, GISA_RULE_BYLINE) || is_signature(f, i) ||
                      (!inside && s.n < 200 && gisa_str_has(s, GISA_STR("기자")) &&
                       gisa_email_find(s, &at).n);
        bool parted = !byline && is_name_before_role(f, i);
        bool lone = !byline && !parted && is_lone_name(f, i);
        if (byline || parted || lone) gisa_flat_note(f, s, "names reporters", true);
        if (parted || lone) gisa_byline_read_field(s, outlet, lone || i < f->start ? head : tail);
        if (!byline) continue;
        gisa_byline_names one = {0};
        gisa_byline_read_line(s, outlet, i < f->start ? head : tail);
        gisa_byline_read_line(s, GISA_NONE, &one);
        if (!named->n) *named = outlet_of_byline(s, &one);
    }
}

static gisa_status set_people(gisa_flat_page *f, gisa_article *out)
{
    gisa_byline_names head = {0}, tail = {0};
    gisa_str named = GISA_NONE;
    read_bylines(f, out->outlet_name, &head, &tail, &named);
    gisa_wire_head wire;
    bool wired = gisa_wire_head_read(out->body, &wire);
    gisa_byline_names *people = wired ? &wire.people : head.n ? &head : &tail;
    for (size_t i = f->start; i < f->l->n && i < f->cut + BYLINES_BELOW && !people->n; i++) {
        if (i >= f->cut && f->story->lines[i].kind == GISA_KIND_LIST) break;
        if (gisa_flat_has_rule(f, i, GISA_RULE_SIGNOFF))
            gisa_byline_read_signoff(gisa_flat_line(f, i), out->outlet_name, people);
    }
    for (size_t i = f->start; i < f->cut && i < f->start + HANDOVER_REACH && !people->n; i++)
        people_of_handover(gisa_flat_line(f, i), people);
    for (size_t i = f->start; i < f->l->n && i < f->cut + BYLINES_BELOW && !people->n; i++)
        if (gisa_flat_line(f, i).n < MAX_CREW_BYTES)
            people_of_crew(gisa_flat_line(f, i), out->outlet_name, people);
    if (!people->n)
        gisa_byline_read_field(f->head.fields[GISA_HEAD_AUTHOR], out->outlet_name, people);
    if (people->n == 1 && !people->items[0].email.n) people->items[0].email = lone_email(f);
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

/* Dates from the title on; a date above it is, if anything, the day on which the page was printed.
 */
static gisa_status set_times(gisa_flat_page *f, gisa_field_input *in, gisa_body *around,
                             gisa_article *out)
{
    gisa_lines *l = f->l, whole = *l;
    size_t skip = f->title < f->start ? f->title : 0;
    l->items += skip;
    l->n -= skip;
    *around = (gisa_body){.from = f->start - skip, .to = f->cut - skip};
    gisa_status st = gisa_field_times(in, out);
    l->items = whole.items;
    l->n = whole.n;
    *around = (gisa_body){.from = f->start, .to = f->cut};
    if (st < 0 || out->published.precision != GISA_PRECISION_UNKNOWN) return st;
    if (skip) st = gisa_field_times(in, out);
    if (st < 0 || out->published.precision != GISA_PRECISION_UNKNOWN) return st;
    const gisa_str title = out->title; /* the one that was found may be another one's */
    out->title = GISA_NONE;
    st = gisa_field_times(in, out);
    out->title = title;
    return st;
}

static gisa_status set_language(gisa_article *out)
{
    size_t hangul = 0;
    for (size_t i = 0; i < out->body.n && i < 900; i++)
        hangul += (unsigned char)out->body.p[i] >= 0xEA && (unsigned char)out->body.p[i] <= 0xED;
    return hangul > 20 ? gisa_article_set(out, &out->lang, GISA_STR("ko")) : GISA_OK;
}

gisa_str gisa_flat_portal(const gisa_extractor *x, gisa_str page)
{
    static const struct {
        const char *server, *portal; /* of pictures within stories */
    } servers[] = {{"daumcdn.net/thumb", "v.daum.net"},
                   {"imgnews.pstatic.net/", "n.news.naver.com"}};
    for (size_t i = 0; i < sizeof servers / sizeof servers[0]; i++) {
        const gisa_profile *p = gisa_profiles_find(x->profiles, gisa_str_from(servers[i].portal));
        if (p && gisa_str_has(page, gisa_str_from(servers[i].server))) return p->outlet_name;
    }
    return GISA_NONE;
}

static gisa_str head_url(const gisa_flat_page *f)
{
    gisa_str url = f->head.fields[GISA_HEAD_URL];
    bool web = gisa_str_starts(url, GISA_STR("https://")) ||
               gisa_str_starts(url, GISA_STR("http://"));
    return web ? url : GISA_NONE;
}

/* What a crawler's head says when the lines of the page say nothing. */
static void set_head_time(const gisa_flat_page *f, gisa_article *out)
{
    gisa_time when;
    gisa_str date = f->head.fields[GISA_HEAD_DATE];
    if (out->published.precision == GISA_PRECISION_UNKNOWN && gisa_stated_date_parse(date, &when))
        out->published = when;
}

gisa_status gisa_flat_fields(gisa_flat_page *f, const gisa_extract_opts *opts, gisa_article *out)
{
    gisa_body around = {.from = f->start, .to = f->cut};
    gisa_field_input in = {f->w, opts, NULL, &around};
    gisa_str url = opts->url.n ? opts->url : head_url(f);
    gisa_str key = url.n ? gisa_outlet_key(gisa_url_host(url)) : GISA_NONE;
    const gisa_profile *p = gisa_profiles_find(f->w->x->profiles, gisa_url_host(url));
    if (p) key = p->name;
    if (gisa_field_rights(f->l, NULL, out) < 0) return GISA_ENOMEM;
    gisa_str name = p && !p->portal ? p->outlet_name : find_outlet(f, out->rights.notice);
    if (name.n && gisa_article_set(out, &out->outlet_name, name) < 0) return GISA_ENOMEM;
    if (set_people(f, out) < 0 || set_subtitle(f, out) < 0) return GISA_ENOMEM;
    gisa_str via = p && p->portal ? p->outlet_name : f->portal;
    if (via.n && gisa_article_set(out, &out->via, via) < 0) return GISA_ENOMEM;
    if (!key.n) key = out->outlet_name;
    if (key.n && gisa_article_set(out, &out->outlet, key) < 0) return GISA_ENOMEM;
    if (gisa_article_set(out, &out->url, url) < 0 ||
        gisa_article_set(out, &out->source, opts->source.n ? opts->source : GISA_NONE) < 0 ||
        set_language(out) < 0)
        return GISA_ENOMEM;
    if (set_times(f, &in, &around, out) < 0) return GISA_ENOMEM;
    set_head_time(f, out);
    return GISA_OK;
}
