#include "ingest/page/offer.h"

#include "base/hangul.h"
#include "base/letter.h"
#include "corpus/wordlist.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of an
 * invitation; of the text above a wall. Lines of an invitation, bytes of a wall's sentence. */
static const float MAX_INVITATION = 40, MIN_ABOVE_WALL = 15;
enum { MAX_INVITATION_LINES = 5, MAX_WALL_BYTES = 240 };

/* Lines before an invitation that show how the text speaks. */
enum { STYLE_LINES = 40 };

static bool is_text(const gisa_line *line)
{
    return line->keep && gisa_line_is_prose(line);
}

static bool is_polite(gisa_str s)
{
    return gisa_wordlist_within(&gisa_list_addressing_endings, s);
}

/* Whether what is before the box addresses its readers throughout: an invitation does not differ
 * from it. */
static bool follows_polite_text(const gisa_lines *l, size_t i)
{
    size_t polite = 0, plain = 0;
    for (size_t n = 0; i > 0 && n < STYLE_LINES; i--, n++)
        if (is_text(&l->items[i - 1])) ++*(is_polite(gisa_line_text(l, i - 1)) ? &polite : &plain);
    return polite >= plain;
}

/* Whether a link in the box leads to where one subscribes, or says so. */
static bool has_invitation(const gisa_tree *t, size_t box)
{
    for (size_t i = box; i < t->nodes[box].end; i++) {
        if (t->nodes[i].tag != GISA_TAG_A) continue;
        if (gisa_wordlist_within_nocase(&gisa_list_joining_words, gisa_node_attr(t, i, "href")))
            return true;
        for (size_t k = i + 1; k < t->nodes[i].end; k++)
            if (t->nodes[k].tag == GISA_TAG_TEXT &&
                gisa_wordlist_within_nocase(&gisa_list_joining_words, gisa_node_text(t, k)))
                return true;
    }
    return false;
}

bool gisa_box_invites(const gisa_lines *l, const gisa_tree *t, size_t box, size_t from, size_t to)
{
    float weight = 0;
    size_t sentences = 0;
    if (from == to || to - from > MAX_INVITATION_LINES) return false;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        weight += line->weight;
        if (!line->keep || !line->ends) continue;
        if (!is_polite(gisa_line_text(l, i))) return false;
        sentences++;
    }
    return sentences && weight <= MAX_INVITATION && has_invitation(t, box) &&
           !follows_polite_text(l, from);
}

/* Whether a line says that the rest is for members: in Korean it addresses the reader, as the text
 * does not. */
static bool is_wall(const gisa_lines *l, size_t i)
{
    gisa_str s = gisa_line_text(l, i);
    size_t at = 0;
    bool quoted = gisa_str_has(s, GISA_STR("“")) || gisa_str_has(s, GISA_STR("‘"));
    if (s.n > MAX_WALL_BYTES || quoted ||
        !gisa_wordlist_within_nocase(&gisa_list_member_words, s) ||
        !gisa_wordlist_within_nocase(&gisa_list_reading_on_words, s) ||
        gisa_wordlist_within_nocase(&gisa_list_login_widget_words, s))
        return false;
    return !gisa_is_hangul(gisa_letter_next(s, &at)) || is_polite(s);
}

static bool is_same_text(const gisa_tree *t, const gisa_line *a, const gisa_line *b)
{
    return a->node == b->node || gisa_line_is_same_flow(t, a, b);
}

/* Whether the text that was left at line `text` goes on after line i. */
static bool goes_on(const gisa_tree *t, const gisa_lines *l, size_t text, size_t i, size_t to)
{
    for (size_t k = i; k < to; k++)
        if (is_text(&l->items[k]) && is_same_text(t, &l->items[text], &l->items[k])) return true;
    return false;
}

void gisa_wall_cut(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    float above = 0;
    size_t text = to, i = from;
    for (; f->tree && i < to; i++) {
        if (above >= MIN_ABOVE_WALL && is_wall(l, i) && !goes_on(f->tree, l, text, i, to)) break;
        if (!is_text(&l->items[i])) continue;
        above += l->items[i].weight;
        text = i;
    }
    for (; f->tree && i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_WALL);
}
