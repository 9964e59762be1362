#include "corpus/precedence.h"

#include "base/hash.h"
#include "base/utf8.h"

enum { DATELINE_CHARS = 60, AGENCY_CHARS = 20 };

/* Agencies whose names do not end in 통신, which all others do. */
static const char *const agencies[] = {"연합뉴스", "뉴시스",   "뉴스1",   "연합인포맥스",
                                       "로이터",   "블룸버그", "AP",      "AFP",
                                       "UPI",      "dpa",      "Reuters", "Bloomberg"};

static bool is_agency(gisa_str name)
{
    const gisa_str suffix = GISA_STR("통신");
    if (name.n > suffix.n && gisa_str_ends(name, suffix)) return true;
    for (size_t i = 0; i < sizeof agencies / sizeof agencies[0]; i++)
        if (gisa_str_is(name, agencies[i])) return true;
    return false;
}

/* "(서울=한빛통신) …": what follows the last "=" of a leading bracket. */
static gisa_str dateline(gisa_str body)
{
    gisa_str head = gisa_str_trim(gisa_str_cut(body, 0, gisa_utf8_offset(body, DATELINE_CHARS)));
    if (!head.n || (head.p[0] != '(' && head.p[0] != '[')) return GISA_NONE;
    size_t end = gisa_str_find_byte(head, head.p[0] == '(' ? ')' : ']', 0);
    if (end == GISA_NPOS) return GISA_NONE;
    gisa_str inside = gisa_str_cut(head, 1, end);
    size_t at = inside.n;
    while (at > 0 && inside.p[at - 1] != '=') at--;
    if (at < 2) return GISA_NONE; /* no "=", or no place before it */
    gisa_str name = gisa_str_trim(gisa_str_cut(inside, at, inside.n));
    bool digit = name.n && gisa_is_digit(name.p[0]);
    if (!name.n || digit || gisa_utf8_chars(name) > AGENCY_CHARS) return GISA_NONE;
    return name;
}

gisa_str gisa_agency_find(const gisa_article *a)
{
    gisa_str name = dateline(a->body);
    if (name.n) return name;
    if (is_agency(a->via)) return a->via;
    return is_agency(a->outlet_name) ? a->outlet_name : GISA_NONE;
}

static int64_t end_of(gisa_time t)
{
    if (t.precision == GISA_PRECISION_UNKNOWN) return INT64_MAX;
    if (t.precision == GISA_PRECISION_MINUTE) return t.utc_s;
    gisa_civil c = gisa_civil_from_utc(t.utc_s, GISA_KST_OFFSET_S);
    int64_t days = gisa_days_from_civil(c.year, c.month, c.day) + 1;
    if (t.precision == GISA_PRECISION_YEAR) days = gisa_days_from_civil(c.year + 1, 1, 1);
    if (t.precision == GISA_PRECISION_MONTH)
        days = gisa_days_from_civil(c.year + c.month / 12, c.month % 12 + 1, 1);
    /* The vaguer comes later when both end at once. */
    return days * 86400 - GISA_KST_OFFSET_S - (int64_t)t.precision;
}

static uint64_t id_number(gisa_str id)
{
    uint64_t n;
    return gisa_article_id_number(id, &n) ? n : gisa_hash64(id, 0);
}

gisa_precedence gisa_precedence_find(const gisa_article *a)
{
    gisa_str agency = gisa_agency_find(a);
    bool passed_on = a->via.n && !gisa_str_eq(a->via, agency); /* through a portal */
    gisa_precedence p = {GISA_RANK_OTHER, end_of(a->published), id_number(a->id)};
    if (agency.n) p.rank = GISA_RANK_BYLINE;
    if (agency.n && !passed_on && gisa_str_eq(agency, a->outlet_name)) p.rank = GISA_RANK_AGENCY;
    return p;
}

int gisa_precedence_cmp(const gisa_precedence *a, const gisa_precedence *b)
{
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    if (a->time_utc != b->time_utc) return a->time_utc < b->time_utc ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

bool gisa_precedence_before(const gisa_precedence *a, const gisa_precedence *b)
{
    return gisa_precedence_cmp(a, b) < 0;
}
