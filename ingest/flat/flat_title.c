/* The headline of a flattened page. */
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"
#include "ingest/flat/echo_stem.h"
#include "ingest/flat/flat_page.h"

/* Tuned with tests/bench/flat.py (titles of the set ko). Weights are those of ingest/lines.h. */

/* Lines: how far above the text and around itself a title is looked for, those that are the page's
 * head, those below a title in which a byline or a date signs it. */
enum { TITLE_REACH = 200, HEAD_OF_PAGE = 3, SIGNATURE_REACH = 7, MAX_SIGNATURE_BYTES = 160 };

/* Headline-like lines between title and text: the first ones may be decks and cost nothing, each
 * other a point up to a limit. */
enum { MAX_DECKS = 3, MAX_FAR = 7 };

/* Headline-like lines running that are decks; words of a person's line; words of
 * which a headline has one with a particle. */
enum { MIN_DECKS = 3, MAX_OFFICE_WORDS = 4, MIN_MENU_WORDS = 8 };

/* A title's weight, less when it is signed below; bytes of the longest one; times that the page
 * prints a line of its menu; weights of a full title and of a sentence that is none. */
/* Bytes of text in which a title's words are looked for; the points of no title. */
enum { MAX_ECHO_BYTES = 1 << 14, MIN_SCORE = 8 };

static const float MIN_TITLE = 4, MIN_SIGNED_TITLE = 2.5f, MAX_SENTENCE_TITLE = 25;
enum { MAX_TITLE_BYTES = 300, MAX_TITLE_TIMES = 6, MIN_TITLE_WORDS = 4, MIN_PART_BYTES = 18 };

/* What speaks for a line's being the title and what against it. */
typedef enum sign {
    IN_HEAD,
    SAID_AGAIN,
    MARKED_HEADING,
    SIGNED_BELOW,
    FIRST_LINE,
    MANY_WORDS,
    HEADLINE_MARKS,
    ECHOED,
    UNHEARD,
    LATIN_ONLY,
    SLASHES,
    DOUBLED,
    SHORT,
    RUNNING_TEXT,
    SENTENCE,
    BARS,
    ALTERNATIVE_TEXT,
    HAS_DATE,
    IN_MENU,
    LIST_ITEM,
    UNCONFIRMED,
    AMONG_DECKS,
    AFTER_TEXT,
    BREAKS_OFF,
    ENDS_IN_COMMA,
    OPEN_QUOTE,
    SENTENCE_WITHIN,
    CAPTION_MARK,
    NAMES_PERSON,
    WORDS_OF_MENU,
    SIGNS,
} sign;

enum {
    START = 10,
    CONFIRMING = 1 << IN_HEAD | 1 << SAID_AGAIN | 1 << MARKED_HEADING | 1 << SIGNED_BELOW,
};

static const struct {
    const char *name;
    int points;
} signs[SIGNS] = {
    [IN_HEAD] = {"title: in the page's head line", 7},
    [SAID_AGAIN] = {"title: said again", 5},
    [MARKED_HEADING] = {"title: marked as a heading", 4},
    [SIGNED_BELOW] = {"title: byline or date follow", 3},
    [FIRST_LINE] = {"title: first line", 3},
    [MANY_WORDS] = {"title: enough words", 2},
    [HEADLINE_MARKS] = {"title: marks of headlines", 1},
    [ECHOED] = {"title: its words are in the text", 4}, /* all of them */
    [UNHEARD] = {"title: no word in the text", -6},
    [LATIN_ONLY] = {"title: Latin letters alone", -2},
    [SLASHES] = {"title: slashes", -2}, /* an alternative text with the site's name */
    [DOUBLED] = {"title: printed twice running", -3},
    [SHORT] = {"title: short", -3},
    [RUNNING_TEXT] = {"title: begins the text", -4},
    [SENTENCE] = {"title: a long sentence", -4},
    [BARS] = {"title: bars", -6},
    [ALTERNATIVE_TEXT] = {"title: all in brackets", -12},
    [HAS_DATE] = {"title: has a date", -6},
    [IN_MENU] = {"title: in a menu", -8},
    [LIST_ITEM] = {"title: a list item", -10},
    [UNCONFIRMED] = {"title: nothing confirms it", -3},
    [AMONG_DECKS] = {"title: among lines like it", -12},
    [AFTER_TEXT] = {"title: follows a sentence", -12},
    [BREAKS_OFF] = {"title: breaks off", -12},
    [ENDS_IN_COMMA] = {"title: ends in a comma", -12},
    [OPEN_QUOTE] = {"title: an open quotation", -12},
    [SENTENCE_WITHIN] = {"title: a sentence within it", -12},
    [CAPTION_MARK] = {"title: a caption's mark", -12},
    [NAMES_PERSON] = {"title: a person and an office", -16},
    [WORDS_OF_MENU] = {"title: many words, no particle", -8},
};

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
    for (size_t k = i + 1; k < f->story->from && k <= i + SIGNATURE_REACH; k++)
        if (gisa_flat_signs(f, k)) return true;
    return false;
}

static bool is_latin(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* "[…]", "![…": a picture's, as tools print it; no label such as "[단독] …". */
static bool is_alternative_text(gisa_str s)
{
    if (gisa_str_starts(s, GISA_STR("!["))) return true;
    return gisa_str_starts(s, GISA_STR("[")) && gisa_str_find_byte(s, ']', 0) + 1 == s.n;
}

/* How many of a line's words the densest run of text says too, of so many: a headline's, not a
 * menu's. */
static size_t count_echoes(const gisa_flat_page *f, gisa_str s, size_t *words)
{
    const gisa_story_lines *story = f->story;
    size_t echoes = 0;
    gisa_str word, body = GISA_NONE;
    *words = 0;
    if (story->from < story->to) {
        const gisa_line *first = &f->l->items[story->from], *last = &f->l->items[story->to - 1];
        body = gisa_str_cut(gisa_buf_view(&f->l->text), first->at, last->at + last->len);
        if (body.n > MAX_ECHO_BYTES) body.n = MAX_ECHO_BYTES;
    }
    while (gisa_str_next_field(&s, ' ', &word)) {
        gisa_str stem = gisa_echo_stem(word);
        if (stem.n < 2) continue;
        (*words)++;
        echoes += gisa_str_has(body, stem);
    }
    return echoes;
}

static bool has_marks(gisa_str s)
{
    return gisa_str_has(s, GISA_STR("…")) || gisa_str_has(s, GISA_STR("...")) ||
           gisa_str_has(s, GISA_STR("‘")) || gisa_str_has(s, GISA_STR("“"));
}

/* Many words, of which none has a particle, and no punctuation. */
static bool is_words_of_menu(gisa_str s, const gisa_story_words *words)
{
    bool punctuated = has_marks(s);
    for (size_t i = 0; i < s.n && !punctuated; i++) punctuated = strchr("'\",?!", s.p[i]) != NULL;
    return words->all >= MIN_MENU_WORDS && !words->particles && !punctuated;
}

static bool is_sentence(gisa_str s)
{
    return gisa_str_ends(s, GISA_STR("다.")) || gisa_str_ends(s, GISA_STR("요.")) ||
           gisa_str_ends(s, GISA_STR("죠."));
}

/* Whether a line is like a headline: no sentence, neither short nor long. */
static bool is_headline_like(const gisa_flat_page *f, size_t i)
{
    const gisa_line *line = &f->l->items[i];
    return line->keep && line->weight >= MIN_TITLE && line->weight < MAX_SENTENCE_TITLE &&
           !line->ends && f->story->lines[i].kind == GISA_KIND_NONE && !is_doubled(f, i);
}

/* Whether a line is one of three or more headline-like ones running: decks without their headline.
 */
static bool is_among_decks(const gisa_flat_page *f, size_t i)
{
    size_t from = i, to = i + 1;
    while (from > 0 && is_headline_like(f, from - 1)) from--;
    while (to < f->l->n && is_headline_like(f, to)) to++;
    return to - from >= MIN_DECKS;
}

/* Whether text is above the line: the next line that is not empty ends as a sentence. */
static bool is_after_text(const gisa_flat_page *f, size_t i)
{
    while (i > 0 && !gisa_flat_line(f, i - 1).n) i--;
    return i > 0 && f->l->items[i - 1].keep && is_sentence(gisa_flat_line(f, i - 1));
}

/* The last word's particle asks for more. */
static bool breaks_off(gisa_str s)
{
    return gisa_wordlist_suffix(&gisa_list_unfinished_endings, s) != NULL;
}

/* Quotation marks of one kind that open and do not close, or the other way. */
static bool has_open_quote(gisa_str s)
{
    size_t straight = 0, opened = 0, closed = 0;
    for (size_t i = 0; i < s.n; i++) {
        gisa_str rest = gisa_str_cut(s, i, s.n);
        straight += s.p[i] == '"';
        opened += gisa_str_starts(rest, GISA_STR("“"));
        closed += gisa_str_starts(rest, GISA_STR("”"));
    }
    return straight % 2 || opened != closed;
}

/* "오늘 열렸다. 왼쪽부터 …": outside quotation marks. */
static bool has_sentence_within(gisa_str s)
{
    bool quoted = memchr(s.p, '"', s.n) || gisa_str_has(s, GISA_STR("“")) ||
                  gisa_str_has(s, GISA_STR("‘")) || memchr(s.p, '\'', s.n);
    return !quoted && gisa_str_has(s, GISA_STR("다. "));
}

static bool has_caption_mark(gisa_str s)
{
    static const char *const marks[] = {"▲", "△", "▼", "▽", "◀", "◁"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    return false;
}

/* "김말이 가나시 부시장": who writes, under a headline that is not printed. */
static bool names_person(gisa_str s)
{
    gisa_str word, last = GISA_NONE, rest = s;
    size_t n = 0;
    while (gisa_str_next_field(&rest, ' ', &word)) {
        if (!word.n || (n && gisa_str_ends(word, GISA_STR("대행")))) continue;
        if (n == 0 && !gisa_is_person_name(word, GISA_NONE)) return false;
        last = word;
        n++;
    }
    return n >= 2 && n <= MAX_OFFICE_WORDS && gisa_wordlist_suffix(&gisa_list_titles, last);
}

/* Whether a line can be a title at all. */
static bool is_candidate(const gisa_flat_page *f, size_t i)
{
    const gisa_line *line = &f->l->items[i];
    gisa_str s = gisa_flat_line(f, i);
    float least = is_signed_below(f, i) ? MIN_SIGNED_TITLE : MIN_TITLE;
    if (!line->keep || line->weight < least || is_sentence(s) || s.n > MAX_TITLE_BYTES ||
        f->story->lines[i].kind == GISA_KIND_MARK || gisa_str_has(s, GISA_STR("://")))
        return false;
    /* of a page on one line, a menu may stand before it */
    return !f->single || (line->words >= MIN_TITLE_WORDS && is_said_again(f, i));
}

/* Signs that a line is of the text, of a caption or of a byline. unconfirmed: nothing on the page
 * says that it is the title. */
static uint32_t signs_of_text(const gisa_flat_page *f, size_t i, bool unconfirmed)
{
    gisa_str s = gisa_flat_line(f, i);
    const gisa_story_words *words = &f->story->lines[i].words;
    const bool has[SIGNS] = {
        [UNCONFIRMED] = unconfirmed && i > 0,
        [AMONG_DECKS] = unconfirmed && is_among_decks(f, i),
        [AFTER_TEXT] = unconfirmed && is_after_text(f, i),
        [BREAKS_OFF] = unconfirmed && breaks_off(s),
        [ENDS_IN_COMMA] = gisa_str_ends(s, GISA_STR(",")),
        [OPEN_QUOTE] = has_open_quote(s),
        [SENTENCE_WITHIN] = has_sentence_within(s),
        [CAPTION_MARK] = has_caption_mark(s),
        [NAMES_PERSON] = names_person(s),
        [WORDS_OF_MENU] = is_words_of_menu(s, words),
    };
    uint32_t found = 0;
    for (size_t k = UNCONFIRMED; k < SIGNS; k++)
        if (has[k]) found |= 1u << k;
    return found;
}

/* The signs of a line but those of its echoes, a bit each. */
static uint32_t signs_of(const gisa_flat_page *f, size_t i)
{
    const gisa_line *line = &f->l->items[i];
    gisa_str s = gisa_flat_line(f, i);
    gisa_time when;
    size_t start, end;
    bool signed_below = is_signed_below(f, i), doubled = is_doubled(f, i) && !signed_below;
    const bool has[SIGNS] = {
        [IN_HEAD] = is_in_head(f, i),
        [SAID_AGAIN] = !doubled && is_said_again(f, i),
        [MARKED_HEADING] = line->flags & GISA_LINE_HEADING,
        [SIGNED_BELOW] = signed_below,
        [FIRST_LINE] = i == 0,
        [MANY_WORDS] = line->words >= MIN_TITLE_WORDS,
        [HEADLINE_MARKS] = has_marks(s),
        [LATIN_ONLY] = is_latin(s),
        [SLASHES] = gisa_str_has(s, GISA_STR(" / ")),
        [DOUBLED] = doubled,
        [SHORT] = line->weight < MIN_TITLE,
        [RUNNING_TEXT] = i == f->story->from,
        [SENTENCE] = line->ends && line->weight > MAX_SENTENCE_TITLE,
        [BARS] = memchr(s.p, '|', s.n) && i >= HEAD_OF_PAGE,
        [ALTERNATIVE_TEXT] = is_alternative_text(s),
        [HAS_DATE] = gisa_printed_date_find(s, 0, &when, &start, &end),
        [IN_MENU] = f->story->lines[i].times > MAX_TITLE_TIMES,
        [LIST_ITEM] = line->flags & GISA_LINE_ITEM,
    };
    uint32_t found = 0;
    for (size_t k = 0; k < SIGNS; k++)
        if (has[k]) found |= 1u << k;
    return found | signs_of_text(f, i, !(found & CONFIRMING));
}

/* far: headline-like lines between it and the text; a few may be its decks. */
static int score_of(const gisa_flat_page *f, size_t i, size_t far, uint32_t *found)
{
    if (!is_candidate(f, i)) return 0;
    far = far < MAX_DECKS ? 0 : far - MAX_DECKS;
    int score = START - (int)(far < MAX_FAR ? far : MAX_FAR);
    *found = signs_of(f, i);
    for (size_t k = 0; k < SIGNS; k++)
        if (*found & 1u << k) score += signs[k].points;
    size_t words, echoes = count_echoes(f, gisa_flat_line(f, i), &words);
    if (words && echoes) score += (int)((size_t)signs[ECHOED].points * echoes / words);
    if (words && !echoes) score += signs[UNHEARD].points;
    if (words) *found |= 1u << (echoes ? ECHOED : UNHEARD);
    return score;
}

/* What spoke for the title and what against it; of the best line where none is the title. */
static void explain_title(const gisa_flat_page *f, size_t line, uint32_t found)
{
    bool none = f->title == f->l->n;
    gisa_str s = line < f->l->n ? gisa_flat_line(f, line) : GISA_STR("the page");
    if (none) gisa_flat_note(f, s, "no title", false);
    for (size_t k = 0; k < SIGNS; k++)
        if (found & 1u << k) gisa_flat_note(f, s, signs[k].name, signs[k].points > 0);
}

/* The longest line that the title of a crawler's head holds, which may have a site's name behind
 * it; the head's own line when there is none. */
static size_t title_in_head(const gisa_flat_page *f)
{
    size_t best = 0, n = 0;
    gisa_str head = gisa_flat_line(f, 0);
    for (size_t i = 1; i < f->l->n && i <= f->story->from + 1; i++) {
        gisa_str s = gisa_flat_line(f, i);
        if (s.n <= n || s.n * 2 < head.n || !gisa_str_has(head, s)) continue;
        best = i;
        n = s.n;
    }
    return best;
}

bool gisa_flat_signs(const gisa_flat_page *f, size_t i)
{
    gisa_str s = gisa_flat_line(f, i);
    gisa_time when;
    size_t start, end;
    return gisa_flat_has_rule(f, i, GISA_RULE_BYLINE) || gisa_flat_has_rule(f, i, GISA_RULE_DATE) ||
           (s.n <= MAX_SIGNATURE_BYTES && gisa_str_has(s, GISA_STR("기자")) &&
            gisa_printed_date_find(s, 0, &when, &start, &end));
}

/* Whether the crawler's head names an article: a single word is the name of a site. */
static bool take_title_of_head(gisa_flat_page *f)
{
    gisa_line *head = &f->l->items[0];
    f->title = title_in_head(f);
    gisa_str title = gisa_flat_title(f);
    if (f->title > 0 || memchr(title.p, ' ', title.n)) {
        gisa_flat_note(f, title, "title: of the crawler's head", true);
        return true;
    }
    gisa_flat_note(f, title, "title: a site's name", false);
    head->keep = false;
    head->rule = GISA_RULE_ABOVE_TEXT;
    return false;
}

void gisa_flat_find_title(gisa_flat_page *f)
{
    if (f->head.fields[GISA_HEAD_TITLE].n && f->l->n && f->l->items[0].weight >= MIN_SIGNED_TITLE &&
        take_title_of_head(f))
        return;
    int best = 0, refused = 0;
    size_t far = 0, next = f->l->n;
    uint32_t found = 0, of_title = 0, of_next = 0;
    f->title = f->l->n;
    for (size_t i = f->story->from < f->l->n ? f->story->from + 1 : f->l->n; i-- > 0;) {
        if (i >= GISA_FLAT_HEAD && i + TITLE_REACH < f->story->from) i = GISA_FLAT_HEAD - 1;
        int score = score_of(f, i, far, &found);
        if (i < f->story->from && f->l->items[i].keep && f->l->items[i].weight >= MIN_TITLE) far++;
        if (score > MIN_SCORE && score >= best) {
            best = score;
            f->title = i;
            of_title = found;
        } else if (score > refused) {
            refused = score;
            next = i;
            of_next = found;
        }
    }
    if (f->title < f->l->n)
        explain_title(f, f->title, of_title);
    else
        explain_title(f, next, of_next);
}

gisa_str gisa_flat_title(const gisa_flat_page *f)
{
    static const char *const marks[] = {" | ", " : ", " < ", " :: ", " - ", " > ", " – ", " ‹ "};
    gisa_str s = gisa_flat_line(f, f->title);
    bool headed = f->title == 0 && f->head.fields[GISA_HEAD_TITLE].n;
    bool heading = f->l->items[f->title].flags & GISA_LINE_HEADING && !headed;
    if (f->title >= HEAD_OF_PAGE || heading) return s;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = gisa_str_find(s, gisa_str_from(marks[i]), 0);
        if (at == GISA_NPOS) continue;
        gisa_str head = gisa_str_trim(gisa_str_cut(s, 0, at));
        gisa_str rest = gisa_str_trim(gisa_str_cut(s, at + strlen(marks[i]), s.n));
        if (head.n > rest.n && head.n >= MIN_PART_BYTES) s = head;
        if (rest.n > 2 * head.n && rest.n >= MIN_PART_BYTES && i == 3)
            s = rest; /* "가나일보 :: 제목" */
    }
    return s;
}
