/* Reads corpus/lexicon/lines.tsv, so that an editor can correct a rule without C. */
#include "ingest/line_rule.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "corpus/data.h"

enum { MAX_RULES = 128, MAX_DEFINES = 16 };

/* What is remembered: as many lines as a page or two have, of their usual length. */
enum { N_JUDGED = 512, LONGEST_JUDGED = 240 };

/* As --explain prints them and lines.tsv spells them. */
static const char *const rule_names[GISA_RULE_COUNT] = {
    [GISA_RULE_ATTACHMENT] = "attachment",
    [GISA_RULE_AUTHOR] = "author",
    [GISA_RULE_BROADCAST_MARK] = "broadcast mark",
    [GISA_RULE_BYLINE] = "byline",
    [GISA_RULE_CAPTION_CREDIT] = "caption with credit",
    [GISA_RULE_CAPTION_MARK] = "caption mark",
    [GISA_RULE_COMMENTS] = "comments",
    [GISA_RULE_CONTACT] = "contact",
    [GISA_RULE_CREDIT] = "credit",
    [GISA_RULE_CREDITS] = "credits",
    [GISA_RULE_CREW] = "crew",
    [GISA_RULE_DATE] = "date",
    [GISA_RULE_DIALOG] = "dialog",
    [GISA_RULE_DISCLAIMER] = "disclaimer",
    [GISA_RULE_END_MARK] = "end mark",
    [GISA_RULE_HASHTAGS] = "hashtags",
    [GISA_RULE_LICENSE] = "license",
    [GISA_RULE_PLACEHOLDER] = "placeholder",
    [GISA_RULE_PROMOTION] = "promotion",
    [GISA_RULE_RIGHTS] = "rights",
    [GISA_RULE_SIGNOFF] = "sign-off",
    [GISA_RULE_STORY_LIST] = "story list",
    [GISA_RULE_TIP] = "tip",
    [GISA_RULE_WIDGET] = "widget",
    [GISA_RULE_ABOVE_TEXT] = "above the text",
    [GISA_RULE_AFTER_ARTICLE] = "behind the article",
    [GISA_RULE_ANNOUNCED_LINKS] = "announced links",
    [GISA_RULE_APART] = "apart",
    [GISA_RULE_SUMMARY] = "summary",
    [GISA_RULE_BELOW_TEXT] = "below the text",
    [GISA_RULE_BODY_BOX] = "the body by",
    [GISA_RULE_CAPTION] = "caption",
    [GISA_RULE_EMPTY] = "empty",
    [GISA_RULE_HEADING] = "heading",
    [GISA_RULE_HIDDEN_BOX] = "hidden box",
    [GISA_RULE_IN_STORY_LIST] = "in a story list",
    [GISA_RULE_INSET] = "a box in the text",
    [GISA_RULE_LINKED_SENTENCE] = "linked sentence",
    [GISA_RULE_LINKS] = "links",
    [GISA_RULE_LINKS_ELSEWHERE] = "links to other sites",
    [GISA_RULE_NOISE_BOX] = "noise box",
    [GISA_RULE_OTHER_STORY] = "another story",
    [GISA_RULE_OUTSIDE_BODY] = "outside the body",
    [GISA_RULE_PRINTED_BEFORE] = "printed before",
    [GISA_RULE_RELEASE_TAIL] = "about the sender",
    [GISA_RULE_STORY_CARDS] = "cards of stories",
    [GISA_RULE_SUBTITLE] = "subtitle",
    [GISA_RULE_TEXT] = "text",
    [GISA_RULE_TITLE] = "title",
    [GISA_RULE_TITLE_AGAIN] = "title again",
    [GISA_RULE_WALL] = "a wall",
};

const char *gisa_line_rule_name(gisa_line_rule rule)
{
    return rule_names[rule];
}

gisa_line_rule gisa_line_rule_named(gisa_str name)
{
    for (gisa_line_rule i = GISA_RULE_NONE + 1; i < GISA_RULE_COUNT; i++)
        if (gisa_str_is(name, rule_names[i])) return i;
    return GISA_RULE_NONE;
}

typedef struct row {
    gisa_line_verdict found;
    size_t max_bytes;
    bool not_latin, not_korean; /* tried only on lines with Hangul, only on lines without */
    gisa_pattern *pattern;
} row;

typedef struct judged {
    gisa_line_verdict found;
    size_t n; /* 0: free */
    char text[LONGEST_JUDGED];
} judged;

struct gisa_line_match {
    gisa_match *match;
    judged judged[N_JUDGED]; /* by hash; the last one of a slot stays */
};

struct gisa_line_rules {
    row rows[MAX_RULES];
    size_t n;
    gisa_str names[MAX_DEFINES], texts[MAX_DEFINES];
    size_t n_defines;
};

static const struct {
    const char *name;
    gisa_line_kind kind;
} kinds[] = {
    {"rights", GISA_KIND_RIGHTS},   {"widget", GISA_KIND_WIDGET},     {"byline", GISA_KIND_BYLINE},
    {"date", GISA_KIND_DATE},       {"credit", GISA_KIND_CREDIT},     {"crew", GISA_KIND_CREW},
    {"signoff", GISA_KIND_SIGNOFF}, {"tip", GISA_KIND_TIP},           {"promo", GISA_KIND_PROMO},
    {"tags", GISA_KIND_TAGS},       {"end", GISA_KIND_END},           {"mark", GISA_KIND_MARK},
    {"list", GISA_KIND_LIST},       {"comments", GISA_KIND_COMMENTS}, {"tail", GISA_KIND_TAIL},
};

static gisa_line_kind kind_named(gisa_str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (gisa_str_is(name, kinds[i].name)) return kinds[i].kind;
    return GISA_KIND_NONE;
}

/* Replaces {NAME} and the like by their definitions. */
static void expand(const gisa_line_rules *r, gisa_str pattern, gisa_buf *out)
{
    for (size_t i = 0; i < pattern.n;) {
        size_t k = 0;
        gisa_str rest = gisa_str_cut(pattern, i, pattern.n);
        while (k < r->n_defines && !gisa_str_starts(rest, r->names[k])) k++;
        if (k < r->n_defines) {
            gisa_buf_add(out, r->texts[k]);
            i += r->names[k].n;
        } else {
            gisa_buf_add_char(out, pattern.p[i++]);
        }
    }
}

static gisa_status add_row(gisa_line_rules *r, const gisa_str f[4], gisa_error *err)
{
    uint64_t max_bytes;
    if (gisa_str_is(f[1], "define")) {
        if (r->n_defines == MAX_DEFINES) return gisa_fail(err, GISA_ELIMIT, "too many definitions");
        r->names[r->n_defines] = f[0];
        r->texts[r->n_defines++] = f[3];
        return GISA_OK;
    }
    gisa_str base = gisa_str_cut(f[1], 0, gisa_str_find_byte(f[1], '/', 0));
    gisa_line_kind kind = kind_named(base);
    gisa_line_rule rule = gisa_line_rule_named(f[0]);
    if (rule == GISA_RULE_NONE || kind == GISA_KIND_NONE || !gisa_str_to_u64(f[2], &max_bytes))
        return gisa_fail(err, GISA_EINVAL, "unknown name or kind, or no number");
    if (r->n == MAX_RULES) return gisa_fail(err, GISA_ELIMIT, "more than %d rules", MAX_RULES);
    gisa_buf pattern = gisa_buf_make(1 << 16);
    row *one = &r->rows[r->n];
    *one = (row){.found = {rule, kind}, .max_bytes = (size_t)max_bytes};
    one->not_latin = gisa_str_ends(f[1], GISA_STR("/ko"));
    one->not_korean = gisa_str_ends(f[1], GISA_STR("/en"));
    expand(r, f[3], &pattern);
    gisa_status st = gisa_buf_check(&pattern, "a rule", err);
    if (st >= 0) st = gisa_pattern_open(pattern.p, GISA_PATTERN_NOCASE, &one->pattern, err);
    gisa_buf_clear(&pattern);
    if (st >= 0) r->n++;
    return st;
}

static gisa_status read_table(gisa_line_rules *r, gisa_str table, gisa_error *err)
{
    gisa_str line;
    gisa_error why;
    for (size_t number = 1; gisa_str_next_line(&table, &line); number++) {
        gisa_str f[4];
        size_t n = 0;
        if (!line.n || line.p[0] == '#') continue;
        while (n < 3 && gisa_str_next_field(&line, '\t', &f[n])) n++;
        f[3] = line;
        if (n < 3 || !f[3].n)
            return gisa_fail(err, GISA_EINVAL, "lexicon/lines.tsv:%zu: four fields wanted", number);
        gisa_status st = add_row(r, f, &why);
        if (st == GISA_ENOMEM) return gisa_fail_mem(err);
        if (st < 0) return gisa_fail(err, st, "lexicon/lines.tsv:%zu: %.200s", number, why.text);
    }
    return GISA_OK;
}

gisa_status gisa_line_rules_open(gisa_line_rules **out, gisa_error *err)
{
    gisa_line_rules *r = gisa_calloc(1, sizeof *r);
    if (!r) return gisa_fail_mem(err);
    gisa_status st = read_table(r, gisa_data_find("lexicon/lines.tsv"), err);
    if (st < 0) {
        gisa_line_rules_close(r);
        return st;
    }
    *out = r;
    return GISA_OK;
}

void gisa_line_rules_close(gisa_line_rules *r)
{
    if (!r) return;
    for (size_t i = 0; i < r->n; i++) gisa_pattern_close(r->rows[i].pattern);
    gisa_free(r);
}

/* The lead bytes of U+A000 to U+DFFF: Hangul, but for a few rare scripts. */
static bool has_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xEA && (unsigned char)s.p[i] <= 0xED) return true;
    return false;
}

gisa_status gisa_line_match_open(gisa_line_match **out, gisa_error *err)
{
    gisa_line_match *m = gisa_calloc(1, sizeof *m);
    if (!m) return gisa_fail_mem(err);
    gisa_status st = gisa_match_open(&m->match, err);
    if (st < 0) {
        gisa_line_match_close(m);
        return st;
    }
    *out = m;
    return GISA_OK;
}

void gisa_line_match_close(gisa_line_match *m)
{
    if (!m) return;
    gisa_match_close(m->match);
    gisa_free(m);
}

static gisa_line_verdict judge(const gisa_line_rules *r, gisa_match *m, gisa_str line)
{
    bool korean = has_hangul(line);
    for (size_t i = 0; i < r->n; i++)
        if (line.n <= r->rows[i].max_bytes &&
            !(korean ? r->rows[i].not_korean : r->rows[i].not_latin) &&
            gisa_pattern_find(r->rows[i].pattern, m, line, 0))
            return r->rows[i].found;
    return (gisa_line_verdict){GISA_RULE_NONE, GISA_KIND_NONE};
}

gisa_line_verdict gisa_line_rules_find(const gisa_line_rules *r, gisa_line_match *m, gisa_str line)
{
    if (line.n == 0 || line.n > LONGEST_JUDGED) return judge(r, m->match, line);
    judged *j = &m->judged[gisa_hash64(line, 0) % N_JUDGED];
    if (gisa_str_eq((gisa_str){j->text, j->n}, line)) return j->found;
    j->found = judge(r, m->match, line);
    j->n = line.n;
    memcpy(j->text, line.p, line.n);
    return j->found;
}
