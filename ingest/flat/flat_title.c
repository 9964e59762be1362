/* The headline of a flattened page. */
#include "ingest/fields/fields.h"
#include "ingest/fields/printed_date.h"
#include "ingest/flat/flat_page.h"

enum { TITLE_REACH = 200, HEAD_OF_PAGE = 3, MOST_FAR = 7, DECKS = 3, MENU_TIMES = 6 };

/* Printed twice running and nowhere else: a caption and its alternative text. */
static bool is_doubled(const gisa_flat_page *f, size_t i)
{
    gisa_str s = gisa_flat_line(f, i);
    bool beside = (i > 0 && gisa_same_letters(gisa_flat_line(f, i - 1), s)) ||
                  (i + 1 < f->l->n && gisa_same_letters(gisa_flat_line(f, i + 1), s));
    return beside && f->story->lines[i].times <= 2;
}

/* Whether another line near it says the same, or says it with a site's name around it. */
static bool is_said_again(const gisa_flat_page *f, size_t which)
{
    gisa_str s = gisa_flat_line(f, which);
    if (f->story->lines[which].times > 1) return true;
    size_t from = which > TITLE_REACH ? which - TITLE_REACH : 0;
    size_t to = which + GISA_FLAT_HEAD < f->l->n ? which + GISA_FLAT_HEAD : f->l->n;
    for (size_t i = from; i < to; i++)
        if (i != which && gisa_title_matches(gisa_flat_line(f, i), s)) return true;
    return false;
}

/* Whether the page's head line holds it whole: "[사회] 제목 | 가나일보". */
static bool is_in_head(const gisa_flat_page *f, size_t which)
{
    gisa_str s = gisa_flat_line(f, which);
    for (size_t i = 0; i < HEAD_OF_PAGE && i < f->l->n; i++) {
        gisa_str head = gisa_flat_line(f, i);
        if (i != which && head.n > s.n && gisa_str_has(head, s)) return true;
    }
    return false;
}

static bool is_signed_below(const gisa_flat_page *f, size_t i)
{
    for (size_t k = i + 1; k < f->story->from && k < i + 8; k++)
        if (gisa_flat_has_rule(f, k, GISA_RULE_BYLINE) || gisa_flat_has_rule(f, k, GISA_RULE_DATE))
            return true;
    return false;
}

static bool is_latin(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* far: headline-like lines between it and the text; a few may be its decks. */
static int score_of(const gisa_flat_page *f, size_t i, size_t far)
{
    const gisa_line *line = &f->l->items[i];
    gisa_str s = gisa_flat_line(f, i);
    bool sentence = gisa_str_ends(s, GISA_STR("다.")) || gisa_str_ends(s, GISA_STR("요."));
    bool signed_below = is_signed_below(f, i);
    gisa_time when;
    size_t start, end;
    if (!line->keep || line->weight < (signed_below ? 2.5f : 4) || sentence || s.n > 300) return 0;
    far = far < DECKS ? 0 : far - DECKS;
    int score = 10 - (int)(far < MOST_FAR ? far : MOST_FAR);
    score += is_doubled(f, i) ? -3 : is_said_again(f, i) ? 5 : 0;
    if (f->story->lines[i].times > MENU_TIMES) score -= 8;
    if (is_in_head(f, i)) score += 7;
    if (line->flags & GISA_LINE_HEADING) score += 4;
    if (line->flags & GISA_LINE_ITEM) score -= 10;
    if (i == 0) score += 3;
    if (line->words >= 4) score += 2;
    if (line->weight < 4) score -= 3;
    if (gisa_str_has(s, GISA_STR("…")) || gisa_str_has(s, GISA_STR("...")) ||
        gisa_str_has(s, GISA_STR("‘")) || gisa_str_has(s, GISA_STR("“")))
        score += 1;
    if (gisa_str_has(s, GISA_STR(" / "))) score -= 2; /* an alternative text with the site's name */
    if (signed_below) score += 3;
    if (i == f->story->from) score -= 4; /* itself running text */
    if (line->ends && line->weight > 25) score -= 4;
    if (memchr(s.p, '|', s.n) && i >= HEAD_OF_PAGE) score -= 6;
    if (gisa_printed_date_find(s, 0, &when, &start, &end)) score -= 6;
    if (is_latin(s)) score -= 2;
    return score;
}

void gisa_flat_find_title(gisa_flat_page *f)
{
    int best = 0;
    size_t far = 0;
    f->title = f->l->n;
    for (size_t i = f->story->from < f->l->n ? f->story->from + 1 : f->l->n; i-- > 0;) {
        if (i >= GISA_FLAT_HEAD && i + TITLE_REACH < f->story->from) i = GISA_FLAT_HEAD - 1;
        int score = score_of(f, i, far);
        if (i < f->story->from && f->l->items[i].keep && f->l->items[i].weight >= 4) far++;
        if (score >= best && score > 0) {
            best = score;
            f->title = i;
        }
    }
}

gisa_str gisa_flat_title(const gisa_flat_page *f)
{
    static const char *const marks[] = {" | ", " : ", " < ", " :: ", " - ", " > ", " – ", " ‹ "};
    gisa_str s = gisa_flat_line(f, f->title);
    if (f->title >= HEAD_OF_PAGE || f->l->items[f->title].flags & GISA_LINE_HEADING) return s;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = gisa_str_find(s, gisa_str_from(marks[i]), 0);
        if (at == GISA_NPOS) continue;
        gisa_str head = gisa_str_trim(gisa_str_cut(s, 0, at));
        gisa_str rest = gisa_str_trim(gisa_str_cut(s, at + strlen(marks[i]), s.n));
        if (head.n > rest.n && head.n >= 18) s = head;
        if (rest.n > 2 * head.n && rest.n >= 18 && i == 3) s = rest; /* "가나일보 :: 제목" */
    }
    return s;
}
