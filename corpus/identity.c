#include "corpus/identity.h"

#include "base/hash.h"
#include "corpus/address.h"
#include "corpus/fingerprint.h"

/* How much of the shorter text must be in the longer one, and how long the shorter one must be. A
 * wrong yes hides an article, a wrong no only lists both, so what repeats with other figures (the
 * day's rates, a list of appointments) must fail. Chosen by tests/unit/corpus/identity.c. */
static const double SAME_DAY = .6, NO_DAY = .8, OTHER_DAY = .95, PART = .25;
enum { DAYS_APART_MAX = 3, DAY_S = 86400 };

gisa_status gisa_identity_hash(const gisa_buf *key, char out[GISA_ARTICLE_ID_CHARS + 1],
                               gisa_error *err)
{
    char hex[GISA_SHA256_HEX + 1];
    gisa_status st = gisa_buf_check(key, "an article's key", err);
    if (st >= 0 && gisa_sha256_hex(gisa_buf_view(key), hex) < 0) st = gisa_fail_mem(err);
    if (st >= 0) memcpy(out, hex, GISA_ARTICLE_ID_CHARS);
    out[GISA_ARTICLE_ID_CHARS] = '\0';
    return st;
}

/* --- Edition 1 --- */

gisa_status gisa_identity_first(const gisa_article *a, gisa_str canonical, bool apart,
                                char out[GISA_ARTICLE_ID_CHARS + 1], gisa_error *err)
{
    gisa_buf key = {0};
    gisa_str url = canonical.n ? canonical : a->url;
    if (url.n) {
        gisa_buf_add_c(&key, "url\n");
        gisa_buf_add(&key, gisa_address_bare(url));
    } else if (a->title.n) {
        gisa_buf_add_c(&key, "title\n");
        gisa_buf_add(&key, a->outlet);
        gisa_buf_add_char(&key, '\n');
        gisa_buf_add(&key, a->title);
    } else {
        gisa_buf_add_c(&key, "body\n");
        gisa_buf_add(&key, a->body);
    }
    gisa_status st = gisa_identity_hash(&key, out, err);
    if (st >= 0 && apart && !url.n && a->title.n) {
        gisa_buf_reset(&key);
        gisa_buf_add_c(&key, out);
        gisa_buf_add(&key, a->body);
        st = gisa_identity_hash(&key, out, err);
    }
    gisa_buf_clear(&key);
    return st;
}

/* --- Edition 2 --- */

gisa_status gisa_identity_address(const gisa_article *a, gisa_buf *out, gisa_error *err)
{
    gisa_buf stated = {0};
    gisa_status st = gisa_address_key(a->url, out, err);
    if (st >= 0) st = gisa_address_key(a->canonical_url, &stated, err);
    gisa_str own = gisa_buf_view(out), named = gisa_buf_view(&stated);
    bool taken = named.n &&
                 (!gisa_str_trim(a->url).n || a->via.n || gisa_address_agrees(own, named));
    if (st >= 0 && taken) {
        gisa_buf_reset(out);
        gisa_buf_add(out, named);
        st = gisa_buf_check(out, "an address", err);
    }
    gisa_buf_clear(&stated);
    return st;
}

static bool has_day(gisa_time t)
{
    return t.precision == GISA_PRECISION_DAY || t.precision == GISA_PRECISION_MINUTE;
}

static int64_t day_of(gisa_time t)
{
    return (t.utc_s + GISA_KST_OFFSET_S) / DAY_S;
}

static gisa_status make_id(const gisa_article *a, char out[GISA_ARTICLE_ID_CHARS + 1],
                           gisa_error *err)
{
    gisa_buf key = {0}, address = {0};
    gisa_status st = gisa_identity_address(a, &address, err);
    if (address.n) {
        gisa_buf_add_c(&key, "url\n");
        gisa_buf_add(&key, gisa_buf_view(&address));
    } else if (a->title.n) {
        gisa_buf_add_c(&key, "text\n");
        gisa_buf_add(&key, a->outlet);
        gisa_buf_add_char(&key, '\n');
        gisa_buf_add(&key, a->title);
        gisa_buf_add_char(&key, '\n');
        if (has_day(a->published)) gisa_buf_addf(&key, "%lld", (long long)day_of(a->published));
        gisa_buf_add_char(&key, '\n');
        gisa_buf_add(&key, a->body);
    } else {
        gisa_buf_add_c(&key, "body\n");
        gisa_buf_add(&key, a->body);
    }
    if (st >= 0) st = gisa_identity_hash(&key, out, err);
    gisa_buf_clear(&address);
    gisa_buf_clear(&key);
    return st;
}

gisa_status gisa_identity_add_former(gisa_article *a, gisa_str id, gisa_error *err)
{
    uint64_t number;
    id = gisa_article_id_plain(id);
    if (!gisa_article_id_number(id, &number) || gisa_str_eq(id, a->id)) return GISA_OK;
    if (a->n_former_ids >= GISA_FORMER_IDS_MAX) return GISA_OK;
    for (size_t i = 0; i < a->n_former_ids; i++)
        if (gisa_str_eq(a->former_ids[i], id)) return GISA_OK;
    return gisa_article_add_former_id(a, id) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

gisa_status gisa_article_identify(gisa_article *a, gisa_error *err)
{
    char id[GISA_ARTICLE_ID_CHARS + 1], first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_status st = make_id(a, id, err);
    if (st >= 0) st = gisa_identity_first(a, a->canonical_url, false, first, err);
    if (st < 0) return st;
    if (gisa_article_set(a, &a->id, gisa_str_from(id)) < 0) return gisa_fail_mem(err);
    a->n_former_ids = 0;
    return gisa_identity_add_former(a, gisa_str_from(first), err);
}

gisa_status gisa_identity_take(gisa_article *a, gisa_str given, gisa_error *err)
{
    gisa_status st = gisa_article_identify(a, err);
    given = gisa_article_id_plain(given);
    if (st < 0 || !given.n || gisa_str_eq(given, a->id)) return st;
    if (a->n_former_ids && gisa_str_eq(given, a->former_ids[0])) return st; /* edition 1 */
    a->id = given;
    a->n_former_ids = 0;
    return st;
}

gisa_status gisa_identity_is_version(gisa_str text_a, gisa_time published_a, gisa_str text_b,
                                     gisa_time published_b, bool *out, gisa_error *err)
{
    gisa_fingerprint a = {0}, b = {0};
    bool days = has_day(published_a) && has_day(published_b);
    int64_t apart = days ? day_of(published_a) - day_of(published_b) : 0;
    double share = !days ? NO_DAY : apart ? OTHER_DAY : SAME_DAY;
    size_t min = text_a.n < text_b.n ? text_a.n : text_b.n;
    size_t max = text_a.n < text_b.n ? text_b.n : text_a.n;
    *out = false;
    if (apart > DAYS_APART_MAX || apart < -DAYS_APART_MAX) return GISA_OK;
    if (gisa_str_eq(text_a, text_b)) {
        *out = true;
        return GISA_OK;
    }
    if ((double)min < PART * (double)max) return GISA_OK;
    gisa_status st = gisa_fingerprint_make(text_a, &a, err);
    if (st >= 0) st = gisa_fingerprint_make(text_b, &b, err);
    if (st >= 0) {
        gisa_overlap o = gisa_sample_compare(gisa_fingerprint_view(&a), gisa_fingerprint_view(&b));
        *out = gisa_overlap_containment(&o) >= share;
    }
    gisa_fingerprint_clear(&a);
    gisa_fingerprint_clear(&b);
    return st;
}
