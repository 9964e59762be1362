#include "ingest/flat/story_lines.h"

#include <stdio.h>

#include "base/hangul.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

/* The weights of corpus/lexicon/region.tsv were learnt with these numbers
 * (tests/bench/flat_train.py, measured by tests/bench/flat.py): with another value of one they must
 * be learnt anew. */

/* Running text by itself: a stop and this weight, or that weight. */
static const float MIN_SENTENCE = 7, MIN_LONG_LINE = 30;

/* Weights of a scrap and of a headline; the weight that counts whole as text. */
static const float MAX_SCRAP = 3, MIN_HEADLINE = 4, MAX_HEADLINE = 25, MAX_TEXT = 40;

/* The densest run: what a line of it adds at most, what scraps and other lines take away. */
static const float MAX_RUN_LINE = 60, SCRAP_COST = 4, OTHER_COST = 6;

/* Shares of words with a particle in menus and in prose; words from which on they, and capitals,
 * are counted; the line's first bytes in which. */
static const float MAX_MENU_PARTICLES = 0.15f, MIN_PROSE_PARTICLES = 0.35f;
enum { MIN_COUNTED_WORDS = 3, MAX_COUNTED_BYTES = 2000 };

/* Lines: just above and just below the densest run; of a short page. */
enum { NEAR_RUN = 3, SHORT_PAGE_LINES = 40 };

enum {
    RUNS,
    TEXT,
    STOPS,
    SCRAP,
    HEADLINE,
    PROSE,
    RULED, /* what neighbours see of a line */
};
static const char *const shared_names[GISA_STORY_SHARED_FEATURES] = {
    "runs", "text", "stops", "scrap", "headline", "prose", "ruled"};
static const struct {
    const char *name;
    int from, to; /* lines away */
} windows[GISA_STORY_WINDOWS] = {{"12 above", -12, -5}, {"4 above", -4, -2}, {"above", -1, -1},
                                 {"below", 1, 1},       {"4 below", 2, 4},   {"12 below", 5, 12}};

/* A line's own features. */
enum {
    BIAS,
    KOREAN,
    LENGTH,             /* seven steps */
    ENDS = LENGTH + 7,  /* twelve kinds */
    BEGINS = ENDS + 12, /* six kinds */
    KIND = BEGINS + 6,  /* one a rule kind, and links */
    TWICE = KIND + 18,
    OFTEN,
    IS_TITLE,
    IS_HEADING,
    SENTENCES, /* two or more in the line */
    PROSE_LOW,
    PROSE_HIGH,
    CAPITALS,
    MENU_MARKS,
    IN_RUN,
    RUN_SOON, /* the densest run begins within three lines */
    RUN_LATER,
    RUN_JUST_OVER,
    RUN_OVER,
    ABOVE_TITLE,
    ABOVE_SIGNATURE,
    BELOW_NOTICE,
    SHORT_PAGE,
    STOPS_IN_LATIN,
    IS_ITEM,
    OWN_END,
};
_Static_assert((int)OWN_END == (int)GISA_STORY_OWN_FEATURES, "a place for every feature");

static const char *const own_names[GISA_STORY_OWN_FEATURES] = {
    "bias",
    "korean",
    "weight below 2",
    "weight 2 to 4",
    "weight 4 to 8",
    "weight 8 to 14",
    "weight 14 to 25",
    "weight 25 to 50",
    "weight over 50",
    "ends in a declarative",
    "ends in a stop",
    "ends in a stop and a quote",
    "ends in a question",
    "ends in an ellipsis",
    "ends in a comma",
    "ends in a colon",
    "ends in a digit",
    "ends in a bracket",
    "ends in a quote",
    "ends in a particle",
    "ends in a letter",
    "begins with a bracket",
    "begins with a bullet",
    "begins with a quote",
    "begins with a digit",
    "begins in lower case",
    "begins with a mark",
    "no rule",
    "rights",
    "widget",
    "byline",
    "date",
    "credit",
    "crew",
    "sign-off",
    "tip",
    "promotion",
    "hashtags",
    "end mark",
    "broadcast mark",
    "story list",
    "comments",
    "tail",
    "links",
    "caption",
    "printed twice",
    "printed often",
    "title",
    "heading",
    "sentences",
    "few particles",
    "many particles",
    "capitals",
    "menu marks",
    "in the run",
    "run soon",
    "run later",
    "run just over",
    "run over",
    "above the title",
    "above the signature",
    "below the notice",
    "short page",
    "stop in Latin",
    "item",
};

void gisa_story_feature_name(size_t feature, char *out, size_t n)
{
    if (feature < GISA_STORY_OWN_FEATURES) {
        snprintf(out, n, "%s", own_names[feature]);
        return;
    }
    size_t k = feature - GISA_STORY_OWN_FEATURES;
    snprintf(out, n, "%s: %s", windows[k / GISA_STORY_SHARED_FEATURES].name,
             shared_names[k % GISA_STORY_SHARED_FEATURES]);
}

gisa_status gisa_story_weights_read(gisa_story_weights *out, gisa_str table, gisa_error *err)
{
    gisa_str line;
    *out = (gisa_story_weights){0};
    for (size_t number = 1; gisa_str_next_line(&table, &line); number++) {
        gisa_str name;
        char known[64] = "";
        double value;
        size_t i = 0;
        if (!line.n || line.p[0] == '#') continue;
        bool good = gisa_str_next_field(&line, '\t', &name) && gisa_str_to_double(line, &value);
        bool enter = gisa_str_is(name, "enter");
        for (; good && !enter && i < GISA_STORY_FEATURES; i++) {
            gisa_story_feature_name(i, known, sizeof known);
            if (gisa_str_is(name, known)) break;
        }
        if (!good || i == GISA_STORY_FEATURES)
            return gisa_fail(err, GISA_EINVAL,
                             "lexicon/region.tsv:%zu: unknown feature or no number", number);
        *(enter ? &out->enter : &out->of[i]) = (float)value;
    }
    return GISA_OK;
}

gisa_status gisa_story_lines_start(gisa_story_lines *story, const gisa_lines *l, gisa_error *err)
{
    if (GISA_RESERVE(story->lines, l->n, story->cap) < 0) return gisa_fail_mem(err);
    if (l->n) memset(story->lines, 0, l->n * sizeof *story->lines);
    story->n = l->n;
    return GISA_OK;
}

static uint32_t last_char(gisa_str *s)
{
    uint32_t cp = 0;
    if (!s->n) return 0;
    size_t at = gisa_utf8_prev(*s, s->n);
    gisa_utf8_next(*s, at, &cp);
    s->n = at;
    return cp;
}

static bool is_quote(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == 0x2019 || cp == 0x201D || cp == 0x300D || cp == 0x300F;
}

static bool is_open(uint32_t cp)
{
    return cp == '[' || cp == '(' || cp == '<' || cp == 0x3010 || cp == 0x3008 || cp == 0x300A;
}

static bool is_close(uint32_t cp)
{
    return cp == ']' || cp == ')' || cp == '>' || cp == 0x3011 || cp == 0x3009 || cp == 0x300B;
}

/* Whether running text has eojeols that end in it far more often than a menu. */
static bool is_sentence_syllable(uint32_t cp)
{
    char bytes[4];
    if (!gisa_is_hangul(cp)) return false;
    return gisa_wordlist_find(&gisa_list_sentence_syllables,
                              (gisa_str){bytes, gisa_utf8_put(bytes, cp)}) != NULL;
}

static gisa_story_words count_words(gisa_str s)
{
    gisa_story_words c = {0};
    gisa_str word;
    s = gisa_str_cut(s, 0, MAX_COUNTED_BYTES);
    while (gisa_str_next_field(&s, ' ', &word)) {
        uint32_t cp = 0;
        while (word.n && !(cp >= 0x3400 || gisa_is_alpha((char)(cp < 0x80 ? cp : 0))))
            cp = last_char(&word);
        if (!cp) continue;
        c.all++;
        if (cp >= 0x80) {
            if (is_sentence_syllable(cp)) c.particles++;
            continue;
        }
        word.n++;
        c.latin++;
        if (gisa_wordlist_find_nocase(&gisa_list_english_function_words, word)) c.particles++;
        if (word.p[0] >= 'A' && word.p[0] <= 'Z') c.capitals++;
    }
    return c;
}

/* What the line ends in: one of the ENDS features. */
static size_t ending_of(gisa_str s)
{
    uint32_t cp = last_char(&s), before;
    bool quoted = false;
    if (is_close(cp)) return ENDS + 8;
    while (is_quote(cp)) {
        quoted = true;
        cp = last_char(&s);
    }
    if (cp == 0x2026 || (cp == '.' && s.n && s.p[s.n - 1] == '.')) return ENDS + 4;
    if (cp == '.' || cp == '!' || cp == 0x3002) {
        before = last_char(&s);
        bool declares = before == 0xB2E4 || before == 0xC694 || before == 0xC8E0; /* 다 요 죠 */
        if (declares && !quoted) return ENDS;
        return quoted ? ENDS + 2 : ENDS + 1;
    }
    if (cp == '?') return ENDS + 3;
    if (cp == ',') return ENDS + 5;
    if (cp == ':') return ENDS + 6;
    if (cp < 0x80 && gisa_is_digit((char)cp)) return ENDS + 7;
    if (quoted) return ENDS + 9;
    return is_sentence_syllable(cp) ? ENDS + 10 : ENDS + 11;
}

static size_t beginning_of(gisa_str s)
{
    uint32_t cp = 0;
    gisa_utf8_next(s, 0, &cp);
    if (is_open(cp)) return BEGINS;
    if (cp == '-' || cp == '*' || cp == 0xB7 || cp == 0x2022 || cp == 0x25A0 || cp == 0x25CF)
        return BEGINS + 1;
    if (cp == '"' || cp == '\'' || cp == 0x2018 || cp == 0x201C) return BEGINS + 2;
    if (cp >= '0' && cp <= '9') return BEGINS + 3;
    if (cp >= 'a' && cp <= 'z') return BEGINS + 4;
    bool mark = (cp < 0x80 && !gisa_is_alpha((char)cp)) || (cp >= 0x2000 && cp < 0x3000);
    return mark ? BEGINS + 5 : 0;
}

static bool is_stopped(size_t ending)
{
    return ending <= ENDS + 3;
}

static void measure_line(gisa_story_line *out, const gisa_line *line, gisa_str s)
{
    out->words = count_words(s);
    out->ending = (uint8_t)ending_of(s);
    bool stops = is_stopped(out->ending);
    bool ruled = out->kind != GISA_KIND_NONE && out->kind != GISA_KIND_TAIL &&
                 out->kind != GISA_KIND_MARK;
    float w = line->weight < MAX_TEXT ? line->weight : MAX_TEXT;
    ruled = ruled || line->link_weight > 0 || line->flags & GISA_LINE_CAPTION;
    out->shared[TEXT] = ruled ? 0 : w / MAX_TEXT;
    out->shared[STOPS] = stops && !ruled;
    out->shared[RUNS] = !ruled && ((stops && w >= MIN_SENTENCE) || w >= MIN_LONG_LINE);
    out->shared[SCRAP] = w < MAX_SCRAP;
    out->shared[HEADLINE] = !ruled && w >= MIN_HEADLINE && w < MAX_HEADLINE && !stops;
    out->shared[PROSE] = out->words.all ? (float)out->words.particles / (float)out->words.all : 0;
    out->shared[RULED] = ruled;
}

/* The run of lines with the greatest sum, where running text adds its length and other lines take
 * some away (Kadane). */
static void find_run(gisa_story_lines *story, const gisa_lines *l)
{
    float best = 0, sum = 0;
    size_t start = 0;
    story->from = story->to = 0;
    for (size_t i = 0; i < story->n; i++) {
        const gisa_story_line *line = &story->lines[i];
        float w = l->items[i].weight < MAX_RUN_LINE ? l->items[i].weight : MAX_RUN_LINE;
        sum += line->shared[RUNS] > 0 ? w : line->shared[SCRAP] > 0 ? -SCRAP_COST : -OTHER_COST;
        if (sum <= 0) {
            sum = 0;
            start = i + 1;
        } else if (sum > best) {
            best = sum;
            story->from = start;
            story->to = i + 1;
        }
    }
    while (story->from < story->to && story->lines[story->from].shared[RUNS] <= 0) story->from++;
}

void gisa_story_lines_measure(gisa_story_lines *story, const gisa_lines *l)
{
    for (size_t i = 0; i < story->n; i++)
        measure_line(&story->lines[i], &l->items[i], gisa_line_text(l, i));
    find_run(story, l);
}

static bool ends_story(uint8_t kind)
{
    return kind == GISA_KIND_RIGHTS || kind == GISA_KIND_LIST || kind == GISA_KIND_COMMENTS ||
           kind == GISA_KIND_END;
}

/* The lines that frame the densest run. */
static void find_frame(gisa_story_lines *story)
{
    story->title = story->notice = story->signature = story->n;
    for (size_t i = 0; i < story->from; i++) {
        if (story->lines[i].title) story->title = i;
        if (story->lines[i].kind == GISA_KIND_BYLINE || story->lines[i].kind == GISA_KIND_DATE)
            story->signature = i;
    }
    for (size_t i = story->from + (story->to - story->from) / 2;
         i < story->n && story->notice == story->n; i++)
        if (ends_story(story->lines[i].kind)) story->notice = i;
}

static size_t length_step(float w)
{
    static const float steps[] = {2, 4, 8, 14, 25, 50};
    size_t i = 0;
    while (i < 6 && w >= steps[i]) i++;
    return i;
}

static void place_signs(const gisa_story_lines *story, size_t i, float *out)
{
    bool above = i < story->from, below = i >= story->to;
    out[IN_RUN] = !above && !below;
    out[RUN_SOON] = above && i + NEAR_RUN >= story->from;
    out[RUN_LATER] = above && i + NEAR_RUN < story->from;
    out[RUN_JUST_OVER] = below && i < story->to + NEAR_RUN;
    out[RUN_OVER] = below && i >= story->to + NEAR_RUN;
    out[ABOVE_TITLE] = story->title < story->n && i <= story->title;
    out[ABOVE_SIGNATURE] = story->signature < story->n && i < story->signature;
    out[BELOW_NOTICE] = story->notice < story->n && i >= story->notice;
    out[SHORT_PAGE] = story->n < SHORT_PAGE_LINES;
}

void gisa_story_line_features(const gisa_story_lines *story, const gisa_lines *l, size_t i,
                              float out[GISA_STORY_FEATURES])
{
    const gisa_story_line *mine = &story->lines[i];
    const gisa_line *line = &l->items[i];
    gisa_str s = gisa_line_text(l, i);
    gisa_story_words c = mine->words;
    size_t beginning = beginning_of(s);
    memset(out, 0, GISA_STORY_FEATURES * sizeof *out);
    out[BIAS] = 1;
    out[KOREAN] = c.all > c.latin;
    out[LENGTH + length_step(line->weight)] = 1;
    out[mine->ending] = 1;
    if (beginning) out[beginning] = 1;
    out[KIND + mine->kind] = 1;
    out[KIND + 16] = line->link_weight > 0;
    out[KIND + 17] = (line->flags & GISA_LINE_CAPTION) != 0;
    out[TWICE] = mine->times > 1;
    out[OFTEN] = mine->times > 2;
    out[IS_TITLE] = mine->title;
    out[IS_HEADING] = (line->flags & GISA_LINE_HEADING) != 0;
    out[IS_ITEM] = (line->flags & GISA_LINE_ITEM) != 0;
    out[SENTENCES] = line->ends > 1;
    out[PROSE_LOW] = c.all >= MIN_COUNTED_WORDS && mine->shared[PROSE] < MAX_MENU_PARTICLES;
    out[PROSE_HIGH] = c.all >= MIN_COUNTED_WORDS && mine->shared[PROSE] > MIN_PROSE_PARTICLES;
    out[CAPITALS] = c.latin >= MIN_COUNTED_WORDS && c.capitals * 3 > 2 * c.latin;
    out[MENU_MARKS] = memchr(s.p, '|', s.n) || gisa_str_has(s, GISA_STR(" > ")) ||
                      gisa_str_has(s, GISA_STR("›"));
    out[STOPS_IN_LATIN] = is_stopped(mine->ending) && c.latin == c.all;
    place_signs(story, i, out);
    for (size_t w = 0; w < GISA_STORY_WINDOWS; w++) {
        float *sum = out + GISA_STORY_OWN_FEATURES + w * GISA_STORY_SHARED_FEATURES;
        float width = (float)(windows[w].to - windows[w].from + 1);
        for (int d = windows[w].from; d <= windows[w].to; d++) {
            size_t at = i + (size_t)d;
            if (at >= story->n) continue; /* a line above the first wraps round to a great number */
            for (size_t k = 0; k < GISA_STORY_SHARED_FEATURES; k++)
                sum[k] += story->lines[at].shared[k] / width;
        }
    }
}

void gisa_story_lines_choose(gisa_story_lines *story, const gisa_lines *l,
                             const gisa_story_weights *weights)
{
    float features[GISA_STORY_FEATURES];
    find_frame(story);
    for (size_t i = 0; i < story->n; i++) {
        float sum = 0;
        gisa_story_line_features(story, l, i, features);
        for (size_t k = 0; k < GISA_STORY_FEATURES; k++) sum += features[k] * weights->of[k];
        story->lines[i].score = sum;
    }
    /* best sums of the lines so far that end outside the story and inside; shared[] is free now and
     * keeps which state each came from */
    float out = 0, in = -1e9f;
    for (size_t i = 0; i < story->n; i++) {
        gisa_story_line *line = &story->lines[i];
        bool enters = out - weights->enter > in, leaves = in > out;
        float inside = (enters ? out - weights->enter : in) + line->score;
        if (leaves) out = in;
        in = inside;
        line->shared[0] = enters;
        line->shared[1] = leaves;
    }
    bool inside = in > out;
    for (size_t i = story->n; i-- > 0;) {
        gisa_story_line *line = &story->lines[i];
        line->story = inside;
        inside = inside ? line->shared[0] <= 0 : line->shared[1] > 0;
    }
}

void gisa_story_lines_clear(gisa_story_lines *story)
{
    gisa_free(story->lines);
    *story = (gisa_story_lines){0};
}
