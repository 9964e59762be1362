#include "ingest/page/line_filter.h"

#include "base/letter.h"
#include "corpus/wordlist.h"
#include "ingest/page/above_wire.h"
#include "ingest/page/card_run.h"
#include "ingest/page/comment_run.h"
#include "ingest/page/inset.h"
#include "ingest/page/link_target.h"
#include "ingest/page/mail_foot.h"
#include "ingest/page/offer.h"
#include "ingest/page/picture_line.h"
#include "ingest/page/release_tail.h"
#include "ingest/page/repeated_lines.h"
#include "ingest/page/skipped_part.h"
#include "ingest/page/text_ends.h"

/* Tuned with tests/bench/extract. Weights are those of ingest/lines.h. */

/* Bytes of the longest line that rules are tried on. */
enum { MAX_RULED_BYTES = 900 };

/* Running text: a sentence of this weight, or any line of that. */
static const float MIN_SENTENCE = 7, MIN_LONG_LINE = 22;

/* A line of links: at least this share in links, and below this weight if there is only one. */
static const float MIN_LINKED = 0.6f, MAX_LINKED_LINE = 30;

/* The share of links above which running text is not trusted in a doubtful box. */
static const float MAX_LINKS_IN_TEXT = 0.3f;

/* A line says the title: this many letters in common, and this part of the longer one in tenths
 * when the title, or the line, goes on. */
enum { MIN_SAME_LETTERS = 5, MIN_OF_TITLE = 6, MIN_OF_LINE = 8 };

/* The part of the text that comes before the head of a list which ends it; more when the head may
 * announce a list inside the text. */
static const float MIN_BEFORE_LIST = 0.6f, MIN_BEFORE_OPEN_LIST = 0.9f;

/* The part of the text that comes before the notice of rights which ends it. */
static const float MIN_BEFORE_NOTICE = 0.6f;

/* Bytes of the line in which a writer signs. */
enum { MAX_SIGNED = 120 };

/* The shortest body that may lose its end. */
static const float MIN_BODY = 60;

/* Teasers and cards at the end: how many make a list; weights of a card's headline and summary, the
 * part of the headline that is a link, lines between the two. */
enum { MIN_TEASERS = 3, MIN_CARDS = 3, MAX_CARD_LINES = 4 };
static const float MAX_AFTER_TEASERS = 0.5f, MIN_CARD_TITLE = 4, MAX_CARD_SUMMARY = 60;
static const float MIN_CARD_LINKED = 0.9f;

/* Sentences that stay though they are short: made of links only, in a folded panel. */
static const float MIN_LINKED_SENTENCE = 8, MIN_FOLDED = 20;

/* A link of its own that the text speaks of, and lines in which the button of another item is
 * looked for. */
static const float MIN_RECOMMENDED = 3;
enum { BUTTON_REACH = 30 };

/* Lines of links to one other site that are a list of its stories. */
enum { MIN_ONE_SITE = 3 };

bool gisa_line_is_prose(const gisa_line *line)
{
    return (line->ends && line->weight >= MIN_SENTENCE) || line->weight >= MIN_LONG_LINE;
}

float gisa_lines_running_weight(const gisa_lines *l, size_t from, size_t to)
{
    float sum = 0;
    for (size_t i = from; i < to; i++)
        if (l->items[i].keep && gisa_line_is_prose(&l->items[i])) sum += l->items[i].weight;
    return sum;
}

float gisa_lines_kept_weight(const gisa_lines *l, size_t from, size_t to)
{
    float sum = 0;
    for (size_t i = from; i < to; i++)
        if (l->items[i].keep) sum += l->items[i].weight;
    return sum;
}

bool gisa_line_is_same_flow(const gisa_tree *t, const gisa_line *a, const gisa_line *b)
{
    return a->node != b->node && t->nodes[a->node].parent == t->nodes[b->node].parent &&
           gisa_node_is_alike(t, a->node, b->node);
}

bool gisa_line_is_scrap(const gisa_line *line)
{
    return !gisa_line_is_prose(line) && line->rule != GISA_RULE_BROADCAST_MARK;
}

static size_t count_letters(gisa_str s)
{
    size_t n = 0, i = 0;
    while (gisa_letter_next(s, &i)) n++;
    return n;
}

bool gisa_title_matches(gisa_str line, gisa_str title)
{
    size_t i = 0, k = 0, same = 0;
    if (!line.n || !title.n || line.n > 2 * title.n + 60) return false;
    for (;;) {
        uint32_t a = gisa_letter_next(line, &i), b = gisa_letter_next(title, &k);
        if (!a || a != b) {
            size_t rest = (a != 0) + count_letters(gisa_str_cut(line, i, line.n));
            return same >= MIN_SAME_LETTERS &&
                   (rest == 0 ? same * 10 >=
                                    MIN_OF_TITLE * (same + (b != 0) +
                                                    count_letters(gisa_str_cut(title, k, title.n)))
                              : !b && same * 10 >= MIN_OF_LINE * (same + rest));
        }
        same++;
    }
}

/* The rules of single lines, whatever is around them. */
static void judge_line(const gisa_line_filter *f, const gisa_lines *l, gisa_line *line)
{
    gisa_str s = gisa_line_text(l, (size_t)(line - l->items));
    float w = line->weight < 1 ? 1 : line->weight;
    line->keep = true;
    line->rule = line->flags & GISA_LINE_HEADING ? GISA_RULE_HEADING : GISA_RULE_TEXT;
    if (line->flags & GISA_LINE_OTHER) {
        gisa_line_drop(line, GISA_RULE_OTHER_STORY);
    } else if (line->flags & GISA_LINE_HIDDEN) {
        gisa_line_drop(line, GISA_RULE_HIDDEN_BOX);
    } else if (line->flags & GISA_LINE_NOISE) {
        gisa_line_drop(line, GISA_RULE_NOISE_BOX);
    } else if (line->flags & GISA_LINE_CAPTION) {
        gisa_line_drop(line, GISA_RULE_CAPTION);
    } else {
        gisa_line_verdict found = s.n <= MAX_RULED_BYTES
                                      ? gisa_line_rules_find(f->rules, f->match, s)
                                      : (gisa_line_verdict){GISA_RULE_NONE, GISA_KIND_NONE};
        if (found.kind == GISA_KIND_TAIL) line->flags |= GISA_LINE_TAIL;
        if (found.kind == GISA_KIND_MARK || found.kind == GISA_KIND_TAIL)
            line->rule = found.rule;
        else if (found.kind != GISA_KIND_NONE)
            gisa_line_drop(line, found.rule);
        else if (line->link_weight > MIN_LINKED * w && (w < MAX_LINKED_LINE || line->n_links > 1) &&
                 !(line->flags & GISA_LINE_HEADING))
            gisa_line_drop(line, GISA_RULE_LINKS);
        else if (gisa_title_matches(s, f->title))
            gisa_line_drop(line, GISA_RULE_TITLE_AGAIN);
    }
}

static bool heads_a_list(const gisa_line *line)
{
    return !line->keep && (line->rule == GISA_RULE_STORY_LIST || line->rule == GISA_RULE_COMMENTS);
}

/* A colon announces a list inside the text; "Comments?" invites them. */
static bool ends_open(gisa_str s)
{
    return s.n && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == '?');
}

static bool is_linked(const gisa_line *line)
{
    return !line->keep && line->rule == GISA_RULE_LINKS;
}

/* A teaser breaks off: "보증금이 부담이라는…" */
static bool is_cut_off(gisa_str s)
{
    return gisa_str_ends(s, GISA_STR("…")) || gisa_str_ends(s, GISA_STR("..."));
}

/* Whether a line is a text cut short, below a title that leads to all of it. */
static bool is_cut_teaser(const gisa_lines *l, size_t i)
{
    return i && is_linked(&l->items[i - 1]) && is_cut_off(gisa_line_text(l, i));
}

/* Whether teasers follow, three or more with a link to the whole story each, and little else. */
static bool leads_teasers(const gisa_lines *l, size_t i, size_t to)
{
    size_t n = 0;
    float inside = 0, after = 0;
    for (; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) {
            bool cut = is_cut_teaser(l, i);
            n += cut;
            *(cut ? &inside : &after) += line->weight;
        }
        if (line->keep || line->rule != GISA_RULE_WIDGET) continue;
        gisa_str s = gisa_line_text(l, i);
        if (gisa_str_find_nocase(s, GISA_STR("read more"), 0) == GISA_NPOS &&
            gisa_str_find_nocase(s, GISA_STR("continue reading"), 0) == GISA_NPOS)
            continue;
        n++;
        inside += after;
        after = 0;
    }
    return n >= MIN_TEASERS && after < MAX_AFTER_TEASERS * inside;
}

/* Whether the text that was left at a line goes on at line i, after the list of stories that begins
 * at `head`: it is no part of the paragraphs, but in a box of its own or of links alone. */
static bool goes_on(const gisa_line_filter *f, const gisa_lines *l, size_t left, size_t head,
                    size_t i)
{
    const gisa_line *line = &l->items[i], *text = &l->items[left];
    if (!f->tree || !line->keep || !line->ends || !gisa_line_is_prose(line) ||
        line->link_weight > MAX_LINKS_IN_TEXT * line->weight ||
        !gisa_line_is_same_flow(f->tree, text, line))
        return false;
    bool links = i > head + 1;
    for (size_t k = head + 1; k < i && links; k++)
        links = is_linked(&l->items[k]) && !gisa_line_is_same_flow(f->tree, text, &l->items[k]);
    const gisa_node *box = &f->tree->nodes[l->items[head].node];
    bool apart = box->parent != f->tree->nodes[text->node].parent;
    return (links || apart) && !gisa_line_is_same_flow(f->tree, text, &l->items[head]);
}

/* After the head of a list of other stories nothing belongs to the article when most of the text
 * comes before it; otherwise only the list itself goes: links, headings and items up to the next
 * running text.
 */
static void cut_lists(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    float all = gisa_lines_running_weight(l, from, to), passed = 0;
    size_t text = to;
    for (size_t i = from; i < to; i++) {
        gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) {
            passed += line->weight;
            text = i;
        }
        if (!heads_a_list(line)) continue;
        float part = ends_open(gisa_line_text(l, i)) ? MIN_BEFORE_OPEN_LIST : MIN_BEFORE_LIST;
        bool late = passed >= part * all || (passed >= MIN_BODY && leads_teasers(l, i, to));
        bool comments = line->rule == GISA_RULE_COMMENTS;
        if (!late && comments) continue;
        size_t k = i + 1;
        for (; k < to; k++) {
            gisa_line *next = &l->items[k];
            if (!late && (gisa_line_is_prose(next) || next->flags & GISA_LINE_HEADING)) break;
            if (!comments && text < to && goes_on(f, l, text, i, k)) break;
            if (next->keep)
                gisa_line_drop(next, late ? GISA_RULE_AFTER_ARTICLE : GISA_RULE_IN_STORY_LIST);
        }
        i = k - 1; /* heads in between would drop the same lines */
    }
}

/* Whether the line before is where a writer signs: a byline, or an address for mail. */
static bool is_signed(const gisa_lines *l, size_t from, size_t i)
{
    if (i == from) return false;
    gisa_line_rule rule = l->items[i - 1].rule;
    gisa_str s = gisa_line_text(l, i - 1);
    return rule == GISA_RULE_BYLINE || rule == GISA_RULE_CONTACT ||
           (s.n <= MAX_SIGNED && gisa_str_find_byte(s, '@', 0) != GISA_NPOS);
}

/* A notice that forbids copying ends the text before it: what follows is the portal's. There is
 * text before it when most of the page's is, or when its writer has signed. */
static void cut_after_notice(gisa_lines *l, size_t from, size_t to)
{
    float all = gisa_lines_running_weight(l, from, to), passed = 0;
    size_t i = from;
    for (; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) passed += line->weight;
        bool notice = !line->keep && line->rule == GISA_RULE_RIGHTS &&
                      gisa_wordlist_within(&gisa_list_copying_words, gisa_line_text(l, i));
        bool most = passed >= MIN_BEFORE_NOTICE * all || is_signed(l, from, i);
        if (notice && passed > 0 && most) break;
    }
    for (; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_AFTER_ARTICLE);
}

/* Portraits of the authors, disclaimers and scraps among them, from the end upwards. */
static void trim_tail(gisa_lines *l, size_t from, size_t to)
{
    size_t first = to;
    for (size_t i = to; i > from; i--) {
        const gisa_line *line = &l->items[i - 1];
        if (!line->keep || (gisa_line_is_scrap(line) && !(line->flags & GISA_LINE_TAIL))) continue;
        if (!(line->flags & GISA_LINE_TAIL)) break;
        first = i - 1;
    }
    if (gisa_lines_running_weight(l, from, first) < MIN_BODY) return;
    for (size_t i = first; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_AFTER_ARTICLE);
}

/* The first line after the links at i. */
static size_t end_of_links(const gisa_lines *l, size_t i, size_t to)
{
    while (i < to && is_linked(&l->items[i])) i++;
    return i;
}

/* Whether the text itself announces the links at i: "Our favourites:". */
static bool is_announced(const gisa_lines *l, size_t i, size_t from)
{
    gisa_str s = i > from ? gisa_line_text(l, i - 1) : GISA_NONE;
    return s.n && l->items[i - 1].keep && s.p[s.n - 1] == ':';
}

/* The host that the last link of a line leads to when all of them lead to other sites: what the
 * text recommends. Other stories are the site's own. */
static gisa_str host_elsewhere(const gisa_line_filter *f, const gisa_lines *l, size_t i)
{
    const gisa_tree *t = f->tree;
    gisa_str host = GISA_NONE;
    if (!t) return host;
    size_t node = l->items[i].first, end = i + 1 < l->n ? l->items[i + 1].first : t->n;
    size_t link = t->nodes[node].parent;
    while (link && t->nodes[link].tag != GISA_TAG_A) link = t->nodes[link].parent;
    for (size_t k = link ? link : node; k < end; k++) {
        if (t->nodes[k].tag != GISA_TAG_A) continue;
        gisa_str href = gisa_node_attr(t, k, "href");
        if (gisa_link_target(href, f->host) != GISA_LINK_ELSEWHERE) return GISA_NONE;
        host = gisa_link_host(href);
    }
    return host;
}

/* Whether several lines of links in a row lead to one other site: the stories of the outlet that a
 * portal shows. */
static bool leads_to_one_site(const gisa_line_filter *f, const gisa_lines *l, size_t from,
                              size_t to)
{
    gisa_str host = host_elsewhere(f, l, from);
    size_t i = from + 1;
    while (i < to && gisa_str_eq(host_elsewhere(f, l, i), host)) i++;
    return i == to && to - from >= MIN_ONE_SITE;
}

static gisa_str first_word(const gisa_lines *l, size_t i)
{
    gisa_str rest = gisa_line_text(l, i), word = GISA_NONE;
    gisa_str_next_field(&rest, ' ', &word);
    return word;
}

/* Whether a line between the text is a link to another site that the text speaks of: an item of a
 * list, or a line of its own that is not the button of each item ("Shop Garam", "Shop Naru"). */
static bool is_recommended(const gisa_line_filter *f, const gisa_lines *l, size_t i)
{
    const gisa_line *line = &l->items[i];
    if (!host_elsewhere(f, l, i).n) return false;
    if (line->flags & GISA_LINE_ITEM) return true;
    if (line->weight < MIN_RECOMMENDED || line->flags & GISA_LINE_QUOTE) return false;
    gisa_str word = first_word(l, i);
    for (size_t k = i > BUTTON_REACH ? i - BUTTON_REACH : 0; k < l->n && k < i + BUTTON_REACH; k++)
        if (k != i && l->items[k].n_links && gisa_str_eq_nocase(first_word(l, k), word))
            return false;
    return true;
}

/* "tools.example.org", as cards of links print where they lead. */
static bool is_address(gisa_str s)
{
    size_t dots = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!gisa_is_alpha(s.p[i]) && !gisa_is_digit(s.p[i]) && !strchr("-_./:", s.p[i]))
            return false;
        dots += s.p[i] == '.';
    }
    return dots && gisa_is_alpha(s.p[s.n - 1]);
}

/* Whether one of the lines says where the links lead: then the others are what is there, too. */
static bool shows_address(const gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_address(gisa_line_text(l, i))) return true;
    return false;
}

/* Links that the text goes on with are part of it: a list that it announces, sentences in a row,
 * what leads to other sites. */
static void keep_links(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    size_t last = to, end;
    while (last > from && !(l->items[last - 1].keep && gisa_line_is_prose(&l->items[last - 1])))
        last--;
    for (size_t i = from; i < last; i = end + (end == i)) {
        end = end_of_links(l, i, last);
        if (end == i || end >= last || !l->items[end].keep) continue;
        bool announced = is_announced(l, i, from), listed = leads_to_one_site(f, l, i, end);
        bool card = shows_address(l, i, end);
        for (size_t k = i; k < end; k++) {
            gisa_line *line = &l->items[k];
            bool spoken = line->ends && line->weight > MIN_LINKED_SENTENCE && end - i > 1 &&
                          !card && !is_cut_off(gisa_line_text(l, k));
            bool away = !announced && !spoken && !listed && is_recommended(f, l, k);
            if (!announced && !spoken && !away) continue;
            line->keep = true;
            line->rule = announced ? GISA_RULE_ANNOUNCED_LINKS
                         : away    ? GISA_RULE_LINKS_ELSEWHERE
                                   : GISA_RULE_LINKED_SENTENCE;
        }
    }
}

/* A headline that is a link, followed by one short line of text. */
static size_t card_at(const gisa_lines *l, size_t i, size_t to)
{
    const gisa_line *line = &l->items[i];
    size_t k = i + 1;
    if (line->link_weight < MIN_CARD_LINKED * line->weight || line->n_links != 1) return 0;
    if (line->keep && !(line->flags & GISA_LINE_HEADING)) return 0;
    while (k < to && k < i + MAX_CARD_LINES && !gisa_line_is_prose(&l->items[k])) k++;
    if (k == to || k == i + MAX_CARD_LINES || l->items[k].weight > MAX_CARD_SUMMARY) return 0;
    bool short_title = line->weight < MIN_CARD_TITLE;
    return short_title && !is_cut_off(gisa_line_text(l, k)) ? 0 : k;
}

/* Headlines of other stories with their summaries, three or more in a row at the end. */
static void cut_cards(gisa_lines *l, size_t from, size_t to)
{
    size_t cards = 0, first = to;
    float before = 0, inside = 0;
    for (size_t i = from; i < to;) {
        size_t k = card_at(l, i, to);
        if (k) {
            if (!cards) first = i;
            cards++;
            inside += l->items[k].weight;
            i = k + 1;
            continue;
        }
        const gisa_line *line = &l->items[i++];
        if (!line->keep || !gisa_line_is_prose(line)) continue;
        before += line->weight + inside;
        cards = 0;
        inside = 0;
    }
    if (cards < MIN_CARDS || before < MIN_BODY || before < inside) return;
    for (size_t i = first; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_STORY_CARDS);
}

/* A folded panel: the page shows it when the reader asks. */
static bool is_folded(const gisa_line *line, bool begun)
{
    return begun && line->flags & GISA_LINE_HIDDEN && !(line->flags & GISA_LINE_NOISE) &&
           line->ends && line->weight >= MIN_FOLDED;
}

static bool is_doubtful(const gisa_line *line)
{
    return line->flags & GISA_LINE_DOUBT && !(line->flags & GISA_LINE_HIDDEN);
}

/* The line after the last running text; the end when boxes with doubtful names hold a third of it,
 * for then the names are wrong. */
static size_t end_of_runs(const gisa_lines *l, size_t from, size_t to)
{
    float kept = 0, doubtful = 0;
    size_t last = from;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (!gisa_line_is_prose(line) || line->link_weight > MAX_LINKS_IN_TEXT * line->weight)
            continue;
        if (line->keep) {
            kept += line->weight;
            last = i + 1;
        } else if (is_doubtful(line)) {
            doubtful += line->weight;
        }
    }
    return kept > 0 && 2 * doubtful > kept ? to : last;
}

static void trust(const gisa_line_filter *f, gisa_lines *l, size_t i)
{
    l->items[i].flags &= (uint16_t) ~(GISA_LINE_NOISE | GISA_LINE_HIDDEN);
    judge_line(f, l, &l->items[i]);
}

/* Headings and items around running text that stayed in a doubtful box stay with it. */
static void trust_around(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t text)
{
    size_t i = text;
    for (; i > from && is_doubtful(&l->items[i - 1]) && !l->items[i - 1].keep; i--) {
        const gisa_line *line = &l->items[i - 1];
        if (!(line->flags & GISA_LINE_HEADING) || line->link_weight > 0) break;
        trust(f, l, i - 1);
    }
}

/* Running text stays in a box whose name is only doubtful when more running text follows, in a
 * folded panel when it is between running text. */
static void trust_doubtful(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    size_t last = end_of_runs(l, from, to);
    bool begun = false;
    for (size_t i = from; i < last; i++) {
        gisa_line *line = &l->items[i];
        begun = begun || (line->keep && gisa_line_is_prose(line));
        if (line->keep || !gisa_line_is_prose(line)) continue;
        if (line->link_weight > MAX_LINKS_IN_TEXT * line->weight) continue;
        bool doubtful = is_doubtful(line);
        if (!doubtful && !is_folded(line, begun)) continue;
        trust(f, l, i);
        if (doubtful && line->keep) trust_around(f, l, from, i);
    }
}

gisa_status gisa_line_filter_run(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to,
                                 gisa_error *err)
{
    for (size_t i = from; i < to; i++) judge_line(f, l, &l->items[i]);
    return gisa_line_filter_finish(f, l, from, to, err);
}

/* What the editor printed in the article, though it is no running text. */
static bool is_printed(gisa_line_rule rule)
{
    switch (rule) {
    case GISA_RULE_ABOVE_TEXT:
    case GISA_RULE_BYLINE:
    case GISA_RULE_CAPTION:
    case GISA_RULE_CAPTION_CREDIT:
    case GISA_RULE_CAPTION_MARK:
    case GISA_RULE_CREDIT:
    case GISA_RULE_CREW:
    case GISA_RULE_DATE:
    case GISA_RULE_END_MARK:
    case GISA_RULE_HASHTAGS:
    case GISA_RULE_INSET:
    case GISA_RULE_LICENSE:
    case GISA_RULE_RELEASE_TAIL:
    case GISA_RULE_RIGHTS:
    case GISA_RULE_SIGNOFF:
    case GISA_RULE_SUBTITLE:
    case GISA_RULE_TIP: return true;
    default: return false;
    }
}

static void keep_printed(gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_printed(l->items[i].rule)) l->items[i].keep = true;
}

gisa_status gisa_line_filter_finish(const gisa_line_filter *f, gisa_lines *l, size_t from,
                                    size_t to, gisa_error *err)
{
    trust_doubtful(f, l, from, to);
    gisa_picture_lines_drop(f, l, from, to);
    gisa_card_runs_drop(f, l, from, to);
    gisa_comment_run_drop(f->tree, l, from, to);
    gisa_insets_drop(f, l, from, to);
    gisa_skipped_parts_drop(f, l, from, to);
    keep_links(f, l, from, to);
    cut_lists(f, l, from, to);
    cut_cards(l, from, to);
    gisa_wall_cut(f, l, from, to);
    gisa_mail_foot_drop(l, from, to);
    gisa_release_tail_drop(f, l, from, to);
    cut_after_notice(l, from, to);
    trim_tail(l, from, to);
    gisa_above_wire_drop(l, from, to);
    gisa_text_ends_trim(f, l, from, to);
    if (gisa_repeated_lines_drop(f, l, from, to) < 0) return gisa_fail_mem(err);
    if (f->faithful) keep_printed(l, from, to);
    return GISA_OK;
}
