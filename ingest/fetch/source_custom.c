#include "ingest/fetch/source_custom.h"

enum {
    WEEK = 7,
    WEEKS_MAX = 4,
    WEEKS_MIN = 2,
    SILENT_MIN = 8,  /* pages that would have come: by chance none of them does in 1 of 3,000 */
    SHRUNK_MIN = 15, /* pages in the time: by chance less than a third of them in 1 of 1,000 */
    SHRINK = 3,
    RECOVER = 2,
    PAIRS_MIN = 10,
    FEW = 5,   /* a day with less than a fifth of the best day's pages does not count */
    OFTEN = 4, /* days of a week on which pages usually come */
};

/* A stretch of whole weeks that says what is usual. */
typedef struct history {
    size_t from, end;
    size_t weeks;
    bool usual[WEEK]; /* days, by their number modulo seven, that have pages in every other week or
                       * more often, and not far fewer than the best one; without any, all of them
                       */
    size_t n_usual;
    bool often; /* most days are usual */
} history;

static history find_history(const gisa_source_days *d, size_t from)
{
    history h = {.from = from};
    uint64_t pages[WEEK] = {0}, most = 0;
    if (d->known > from) h.weeks = (d->known - from) / WEEK;
    if (h.weeks > WEEKS_MAX) h.weeks = WEEKS_MAX;
    h.end = from + h.weeks * WEEK;
    for (size_t i = from; i < h.end; i++) {
        uint64_t *of_day = &pages[(i - from) % WEEK];
        *of_day += d->pages[i];
        if (*of_day > most) most = *of_day;
    }
    for (size_t i = 0; i < WEEK; i++) {
        size_t came = 0;
        for (size_t k = from + i; k < h.end; k += WEEK) came += d->pages[k] > 0;
        bool usual = came && came * 2 >= h.weeks && pages[i] * FEW >= most;
        h.usual[(d->before + from + i) % WEEK] = usual;
        h.n_usual += usual;
    }
    h.often = h.n_usual >= OFTEN;
    for (size_t i = 0; i < WEEK && !h.n_usual; i++) h.usual[i] = true;
    if (!h.n_usual) h.n_usual = WEEK;
    return h;
}

static bool is_usual(const history *h, const gisa_source_days *d, size_t day)
{
    return h->usual[(d->before + day) % WEEK];
}

/* Small lists. */
static void sort(uint64_t *x, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k && x[k] < x[k - 1]; k--) {
            uint64_t other = x[k];
            x[k] = x[k - 1];
            x[k - 1] = other;
        }
}

static uint64_t sum(const gisa_source_days *d, size_t from, size_t to)
{
    uint64_t n = 0;
    for (size_t i = from; i < to && i < GISA_CUSTOM_DAYS; i++) n += d->pages[i];
    return n;
}

/* Pages a week: the median, of four weeks the lower one, so that neither a first crawl nor a week
 * in which nobody crawled decides. */
static double usual_week(const gisa_source_days *d, const history *h)
{
    uint64_t weeks[WEEKS_MAX];
    if (!h->weeks) return (double)sum(d, h->from, GISA_CUSTOM_DAYS);
    for (size_t w = 0; w < h->weeks; w++) {
        size_t from = h->from + w * WEEK;
        weeks[w] = sum(d, from, from + WEEK);
    }
    sort(weeks, h->weeks);
    return (double)weeks[(h->weeks - 1) / 2];
}

/* Days in a row without a page, of the usual ones or of all. */
typedef struct pauses {
    size_t longest, second;
} pauses;

static pauses find_pauses(const gisa_source_days *d, const history *h, bool of_all)
{
    pauses out = {0};
    size_t run = 0;
    for (size_t i = h->from; i <= h->end; i++) {
        if (i < h->end && !d->pages[i]) {
            run += of_all || is_usual(h, d, i);
            continue;
        }
        size_t other = run < out.longest ? run : out.longest;
        if (run > out.longest) out.longest = run;
        if (other > out.second) out.second = other;
        run = 0;
    }
    return out;
}

/* Twice as long as its longest pause but one, as the crawler may have paused once; what comes on
 * one day of a week or two may also come on another, so there it is twice the longest of all. */
static bool is_silent(const gisa_source_days *d)
{
    size_t quiet = 0, missed = 0;
    while (quiet < GISA_CUSTOM_DAYS && !d->pages[quiet]) quiet++;
    const history h = find_history(d, quiet);
    if (h.weeks < WEEKS_MIN) return false;
    quiet += d->before;
    for (size_t day = 0; day < quiet; day++) missed += h.usual[day % WEEK];
    if (missed < 2 * (find_pauses(d, &h, false).second + 1)) return false;
    if (!h.often && quiet < 2 * find_pauses(d, &h, true).longest) return false;
    return usual_week(d, &h) * (double)missed / (double)h.n_usual >= SILENT_MIN;
}

/* Two usual days beside all other two: the third least of them, as one odd day is in two. */
static gisa_source_span compare_days(const gisa_source_days *d, const history *h)
{
    uint64_t pairs[GISA_CUSTOM_DAYS], previous = 0;
    size_t n_days = 0, n = 0;
    gisa_source_span out = {.days = 2};
    for (size_t i = 0; i < GISA_CUSTOM_DAYS && i < d->known; i++) {
        if (!is_usual(h, d, i)) continue;
        if (n_days < 2) out.pages += d->pages[i];
        if (n_days > 2) pairs[n++] = previous + d->pages[i];
        previous = d->pages[i];
        n_days++;
    }
    sort(pairs, n);
    if (n >= PAIRS_MIN) out.usual = (double)pairs[2];
    return out;
}

/* A week, or two where pages come on so few days of it that one that is late would be missed. */
static gisa_source_span compare_weeks(const gisa_source_days *d, size_t weeks)
{
    size_t after = weeks * WEEK > d->before ? weeks * WEEK - d->before : 0;
    const history h = find_history(d, after);
    gisa_source_span out = {.days = (unsigned)(weeks * WEEK), .pages = sum(d, 0, after)};
    if (h.weeks >= WEEKS_MIN) out.usual = usual_week(d, &h) * (double)weeks;
    return out;
}

gisa_source_custom gisa_source_custom_of(const gisa_source_days *d)
{
    gisa_source_custom out = {0};
    const history h = find_history(d, d->before ? 0 : WEEK);
    if (!d->before) out.week = sum(d, 0, WEEK);
    out.usual = usual_week(d, &h);
    out.silent = is_silent(d);
    if (h.weeks < WEEKS_MIN) return out;
    if (!d->before && h.often) out.spans[0] = compare_days(d, &h);
    out.spans[1] = compare_weeks(d, h.often ? 1 : 2);
    return out;
}

const gisa_source_span *gisa_source_custom_shrunk(const gisa_source_custom *c, bool was)
{
    for (size_t i = 0; i < 2; i++) {
        const gisa_source_span *s = &c->spans[i];
        if (s->usual >= SHRUNK_MIN && (double)s->pages * (was ? RECOVER : SHRINK) < s->usual)
            return s;
    }
    return NULL;
}
