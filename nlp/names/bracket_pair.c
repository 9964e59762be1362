/* Brackets are few, so the words before one are read by the analyser only when what is in it may be
 * a spelling. The words from the last mark or josa on are candidates; which of them are the name
 * depends on the spelling in the bracket. */
#include "nlp/names/bracket_pair.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/analysis.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/names/transliteration.h"

enum {
    INSIDE_MAX = 150,  /* bytes in a bracket */
    BEFORE_MAX = 120,  /* bytes read before it */
    SPELLING_MAX = 60, /* bytes of a spelling */
    WORDS_MAX = 5,     /* of a name */
    CODE_MAX = 5,      /* letters of a share's code */
};

typedef enum spelling_kind {
    SPELLING_NONE,
    SPELLING_LATIN,
    SPELLING_HANJA,
    SPELLING_HANGUL,
    SPELLING_MIXED, /* Hangul and Latin */
} spelling_kind;

typedef struct noun { /* a word before the bracket */
    gisa_span span;
    bool proper;
} noun;

typedef struct pair_finder {
    gisa_analysis *work;
    gisa_str text;
    const gisa_entity *entities;
    size_t n_entities;
    gisa_arena *arena;
    gisa_bracket_pairs *out;
    gisa_error *err;
    /* Of the bracket at hand. */
    size_t end;              /* where the name ends */
    const gisa_entity *last; /* the entity that ends there, or NULL */
    bool quoted;             /* the name is between marks */
    noun words[WORDS_MAX];   /* the last first */
    size_t n_words;
    bool broken; /* the last of them is no noun */
} pair_finder;

static gisa_str text_of(const pair_finder *f, gisa_span s)
{
    return gisa_span_text(s, f->text);
}

/* What a spelling is written in; NONE for one with other signs, or of less than two letters. */
static spelling_kind kind_of(gisa_str s)
{
    size_t hangul = 0, latin = 0, hanja = 0;
    bool capital = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t cp;
        at += gisa_utf8_next(s, at, &cp);
        switch (gisa_script_of(cp)) {
        case GISA_SCRIPT_HANGUL: hangul++; break;
        case GISA_SCRIPT_HANJA: hanja++; break;
        case GISA_SCRIPT_LATIN:
            latin++;
            if (cp < 0x80 && gisa_lower((char)cp) != (char)cp) capital = true;
            break;
        case GISA_SCRIPT_DIGIT: break;
        default:
            if (cp >= 0x80 || !strchr(" -&.'+", (int)cp)) return SPELLING_NONE;
            if (cp == '+' && at < s.n) return SPELLING_NONE;
        }
    }
    if (s.n > SPELLING_MAX || hangul + latin + hanja < 2) return SPELLING_NONE;
    if (hanja) return hangul + latin ? SPELLING_NONE : SPELLING_HANJA;
    if (hangul) return latin ? SPELLING_MIXED : SPELLING_HANGUL;
    return capital ? SPELLING_LATIN : SPELLING_NONE;
}

static bool is_space(gisa_str s, size_t at)
{
    return s.p[at] == ' ' || s.p[at] == '-';
}

/* Whether the letters of b are in a in their order, and a has more. */
static bool holds(gisa_str a, gisa_str b)
{
    size_t i = 0, more = 0;
    for (size_t k = 0; k < b.n;) {
        uint32_t want, cp;
        k += gisa_utf8_next(b, k, &want);
        if (want == ' ' || want == '-') continue;
        for (cp = 0; i < a.n && cp != want;) {
            bool gap = is_space(a, i);
            i += gisa_utf8_next(a, i, &cp);
            if (cp != want && !gap) more++;
        }
        if (cp != want) return false;
    }
    for (; i < a.n; i++)
        if (!is_space(a, i)) more++;
    return more > 0;
}

static bool same_digits(gisa_str a, gisa_str b)
{
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        while (i < a.n && !gisa_is_digit(a.p[i])) i++;
        while (k < b.n && !gisa_is_digit(b.p[k])) k++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if (a.p[i] != b.p[k]) return false;
    }
}

static bool is_capitals(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (gisa_lower(s.p[i]) == s.p[i]) return false;
    return s.n > 0;
}

static size_t count_words(gisa_str s)
{
    size_t n = 1;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == ' ';
    return n;
}

/* Whether the dictionary has every word of a spelling as a noun that is no name. Several words that
 * end as names do (럭스 캐피탈) are one all the same. */
static bool is_common(const pair_finder *f, gisa_str spelling)
{
    gisa_wordset words = f->work->analyzer->model.words;
    gisa_str rest = spelling, word;
    bool common = count_words(spelling) == 1 ||
                  !gisa_wordlist_suffix(&gisa_list_name_kinds, spelling);
    while (common && gisa_str_next_field(&rest, ' ', &word)) {
        uint64_t hash = GISA_WORD_SEED;
        for (size_t at = 0; at < word.n;) {
            uint32_t cp;
            at += gisa_utf8_next(word, at, &cp);
            hash = gisa_word_roll(hash, cp);
        }
        unsigned class = gisa_wordset_find(words, hash);
        common = (class & GISA_WORD_NOUN) && !(class & GISA_WORD_NAME);
    }
    return common;
}

static bool is_noun(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNP:
    case GISA_TAG_XPN:
    case GISA_TAG_XSN:
    case GISA_TAG_XR:
    case GISA_TAG_SL:
    case GISA_TAG_SH:
    case GISA_TAG_SN:
    case GISA_TAG_SO:
    case GISA_TAG_SW: return true;
    default: return false;
    }
}

/* Whether the analyser reads a spelling as common nouns throughout. */
static gisa_status reads_common(pair_finder *f, gisa_str spelling, bool *common)
{
    gisa_annotation *a = &f->work->query;
    const gisa_annotate_opts opts = {.morphs_only = true};
    gisa_status st = gisa_annotate(f->work, spelling, &opts, a, f->err);
    *common = st >= 0 && a->n_morphs > 0;
    for (size_t i = 0; *common && i < a->n_morphs; i++)
        *common = a->morphs[i].tag == GISA_TAG_NNG || a->morphs[i].tag == GISA_TAG_XSN ||
                  a->morphs[i].tag == GISA_TAG_XPN;
    return st;
}

/* Takes an eojeol before the bracket; false when the name cannot reach further to the left. */
static bool put_word(pair_finder *f, const gisa_annotation *a, const gisa_token *t, size_t from)
{
    noun w = {.span = {(uint32_t)from + t->span.start, (uint32_t)from + t->span.end}};
    bool last = f->n_words == 0, whole = true;
    for (uint32_t i = t->first_morph + t->n_morphs; i-- > t->first_morph;) {
        const gisa_morph *m = &a->morphs[i];
        if (is_noun(m->tag)) {
            if (m->tag == GISA_TAG_NNP) w.proper = true;
            continue;
        }
        whole = false;
        if (!last) return false;
        f->broken = i + 1 == t->first_morph + t->n_morphs;
        if (!f->broken) w.span.start = (uint32_t)from + a->morphs[i + 1].span.start;
        break;
    }
    f->words[f->n_words++] = w;
    return whole && f->n_words < WORDS_MAX;
}

/* Where the words that may belong to a name that ends at f->end begin: after the last mark. */
static size_t run_start(const pair_finder *f)
{
    size_t at = f->end, floor = f->end > BEFORE_MAX ? f->end - BEFORE_MAX : 0, word = f->end;
    while (at > floor) {
        size_t before = gisa_utf8_prev(f->text, at);
        uint32_t cp;
        gisa_utf8_next(f->text, before, &cp);
        bool gap = cp == ' ';
        if (!gap && gisa_script_of(cp) == GISA_SCRIPT_NONE &&
            (cp >= 0x80 || !strchr("-&+", (int)cp)))
            return at;
        if (gap) word = at;
        at = before;
    }
    return at == 0 ? 0 : word;
}

static gisa_status read_words(pair_finder *f)
{
    gisa_annotation *a = &f->work->query;
    const gisa_annotate_opts opts = {.morphs_only = true};
    size_t from = run_start(f);
    f->n_words = 0;
    f->broken = false;
    gisa_str run = gisa_str_cut(f->text, from, f->end);
    gisa_status st = gisa_annotate(f->work, run, &opts, a, f->err);
    if (st < 0) return st;
    for (size_t i = a->n_tokens; i-- > 0;)
        if (!put_word(f, a, &a->tokens[i], from)) break;
    return st;
}

/* The entity that ends at f->end. */
static const gisa_entity *entity_before(const pair_finder *f)
{
    size_t low = 0, high = f->n_entities;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->entities[middle].span.end < f->end)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->n_entities && f->entities[low].span.end == f->end ? &f->entities[low] : NULL;
}

static gisa_span words_from(const pair_finder *f, size_t k)
{
    return (gisa_span){f->words[k].span.start, (uint32_t)f->end};
}

/* The words that sound as the other spelling: as many as that has, else the fewest. */
static bool find_sound(const pair_finder *f, gisa_str other, gisa_span *name)
{
    bool reversed = kind_of(other) == SPELLING_HANGUL;
    size_t n = count_words(other);
    for (size_t i = 0; i <= f->n_words; i++) {
        size_t k = i == 0 ? n - 1 : i - 1;
        if (k >= f->n_words) continue;
        *name = words_from(f, k);
        gisa_str a = text_of(f, *name);
        if (reversed ? kind_of(a) == SPELLING_LATIN && gisa_sounds_alike(other, a)
                     : gisa_sounds_alike(a, other))
            return true;
    }
    return false;
}

/* The fewest words that hold the letters of the other spelling, or the entity that does. */
static bool find_holder(const pair_finder *f, gisa_str other, gisa_span *name)
{
    bool found = false;
    for (size_t k = 0; !f->broken && !found && k < f->n_words; k++) {
        *name = words_from(f, k);
        found = holds(text_of(f, *name), other);
    }
    if (f->last && holds(text_of(f, f->last->span), other) &&
        (!found || f->last->span.start < name->start)) {
        *name = f->last->span;
        found = true;
    }
    return found;
}

static bool is_a_name(const pair_finder *f)
{
    return f->last || f->quoted || (f->n_words && !f->broken && f->words[0].proper);
}

/* The entity before the bracket, else the last word if it ends as names do. */
static bool find_nearest(const pair_finder *f, gisa_span *name)
{
    if (f->last) {
        *name = f->last->span;
        return true;
    }
    if (f->broken || !f->n_words) return false;
    *name = words_from(f, 0);
    gisa_str word = text_of(f, *name);
    const gisa_wordlist_item *kind = gisa_wordlist_suffix(&gisa_list_name_kinds, word);
    if (!kind || kind->word.n == word.n || is_common(f, word)) return false;
    return !is_common(f, gisa_str_cut(word, 0, word.n - kind->word.n)); /* 정보센터 */
}

/* Finds what is before the bracket of one spelling in it. *alike: it sounds so or holds it. */
static bool find_name(const pair_finder *f, gisa_str other, spelling_kind kind, gisa_span *name,
                      bool *alike)
{
    *alike = false;
    switch (kind) {
    case SPELLING_LATIN:
    case SPELLING_MIXED:
        *alike = find_sound(f, other, name);
        if (*alike && (f->last || f->quoted || !is_common(f, text_of(f, *name)))) return true;
        if (find_holder(f, other, name)) return *alike = true;
        if (f->last && f->last->type < GISA_ENTITY_MODEL && f->last->type != GISA_ENTITY_OG)
            return false;
        return find_nearest(f, name);
    case SPELLING_HANJA:
        *alike = f->last &&
                 find_nearest(f, name) && /* a syllable each, but its reading may be Chinese */
                 gisa_utf8_chars(text_of(f, *name)) == gisa_utf8_chars(other);
        return *alike;
    case SPELLING_HANGUL:
        if (find_sound(f, other, name)) return *alike = true;
        *alike = find_holder(f, other, name);
        return *alike &&
               (is_a_name(f) || gisa_wordlist_suffix(&gisa_list_name_kinds, text_of(f, *name)));
    default: return false;
    }
}

/* What the lexicon has by a spelling. */
typedef struct known {
    gisa_str id; /* GISA_NONE: no name */
    bool concept;
    bool latin; /* it has a Latin spelling */
    gisa_entity_type type;
} known;

static gisa_status look_up(const pair_finder *f, gisa_str spelling, known *out)
{
    const gisa_analyzer *a = f->work->analyzer;
    const gisa_gazetteer_entry *entry;
    gisa_spellings s = {0};
    *out = (known){0};
    gisa_status st = gisa_concepts_spellings(a->concepts, a->gazetteer, spelling, &s, f->err);
    for (size_t i = 0; i < s.n; i++) {
        if (!s.items[i].id.n) out->concept = true;
        if (kind_of(s.items[i].text) == SPELLING_LATIN) out->latin = true;
    }
    for (size_t i = 0; s.n && (entry = gisa_gazetteer_at(a->gazetteer, i)) != NULL; i++) {
        if (!gisa_str_eq(entry->id, s.items[0].id)) continue;
        out->id = entry->id;
        out->type = entry->type;
        break;
    }
    gisa_spellings_clear(&s);
    return st;
}

/* The type that the spellings end in; else that of most names of their form. */
static gisa_entity_type guess_type(gisa_str name, gisa_str other, bool alike)
{
    size_t space = other.n;
    while (space > 0 && other.p[space - 1] != ' ') space--;
    const gisa_wordlist_item *w = gisa_wordlist_find_nocase(&gisa_list_name_kinds,
                                                            gisa_str_cut(other, space, other.n));
    if (!w) w = gisa_wordlist_suffix(&gisa_list_name_kinds, name);
    if (!w) w = gisa_wordlist_suffix(&gisa_list_name_kinds, other);
    if (w) return gisa_entity_type_parse(w->value);
    size_t n = count_words(other);
    for (size_t i = 0; i < other.n; i++) n -= other.p[i] == '.' && n > 1; /* David J. Carter */
    bool person = alike && n > 1 && n < 4 && n == count_words(name);
    return person ? GISA_ENTITY_PS : GISA_ENTITY_OG;
}

/* Whether a spelling in brackets is the code of a share rather than one more spelling. */
static bool is_code(const known *name, gisa_str other)
{
    return name->id.n && name->type == GISA_ENTITY_OG && name->latin && other.n <= CODE_MAX &&
           is_capitals(other);
}

static bool is_name_type(gisa_entity_type type)
{
    return type != GISA_ENTITY_DT && type != GISA_ENTITY_TI && type != GISA_ENTITY_QT;
}

static gisa_status put_pair(pair_finder *f, gisa_span name, gisa_span other, bool alike)
{
    known a, b;
    gisa_str first = text_of(f, name), second = text_of(f, other);
    gisa_bracket_pair p = {.name = name, .other = other, .common_name = is_common(f, first)};
    if (kind_of(first) == SPELLING_NONE || !same_digits(first, second) ||
        gisa_str_find_nocase(second, first, 0) != GISA_NPOS)
        return GISA_OK;
    gisa_status st = look_up(f, first, &a);
    if (st >= 0) st = look_up(f, second, &b);
    if (st < 0 || a.concept || b.concept || (a.id.n && b.id.n)) return st;
    if (is_code(&a, second) || (b.id.n && !alike)) return st;
    if (f->last && f->last->id.n && !a.id.n) return st; /* a version: its id is made by rule */
    p.common_other = is_common(f, second);
    if (p.common_other && gisa_str_ends(first, second)) return st;
    if (kind_of(second) == SPELLING_HANGUL && !p.common_other)
        st = reads_common(f, second, &p.common_other);
    if (st < 0) return st;
    p.id = a.id.n ? a.id : b.id;
    p.adds_name = b.id.n > 0;
    p.guessed = !p.id.n && !f->last;
    p.type = a.id.n      ? a.type
             : b.id.n    ? b.type
             : p.guessed ? guess_type(first, second, alike)
                         : f->last->type;
    if (GISA_ARENA_GROW(f->arena, f->out->items, f->out->n, f->out->cap) < 0)
        return gisa_fail_mem(f->err);
    f->out->items[f->out->n++] = p;
    return st;
}

static gisa_span trim(gisa_str text, gisa_span s)
{
    static const char *const marks[] = {" ", "'", "\"", "‘", "’", "“", "”"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        gisa_str mark = gisa_str_from(marks[i]);
        bool starts = gisa_str_starts(gisa_span_text(s, text), mark);
        if (starts) s.start += (uint32_t)mark.n;
        bool ends = gisa_str_ends(gisa_span_text(s, text), mark);
        if (ends) s.end -= (uint32_t)mark.n;
        if (starts || ends) i = (size_t)-1; /* from the first again */
    }
    return s;
}

/* Takes 이하 off, and what follows a short form (로 줄임). */
static gisa_span short_form(gisa_str text, gisa_span s)
{
    gisa_str whole = gisa_span_text(s, text);
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_short_form_starts, whole);
    if (!w || gisa_script_at(whole, w->word.n) == GISA_SCRIPT_HANGUL) return s;
    s.start += (uint32_t)w->word.n;
    s = trim(text, s);
    w = gisa_wordlist_suffix(&gisa_list_short_form_ends, gisa_span_text(s, text));
    if (w) s.end -= (uint32_t)w->word.n;
    return trim(text, s);
}

static gisa_status read_part(pair_finder *f, gisa_span part)
{
    gisa_span name;
    bool alike;
    gisa_span other = short_form(f->text, trim(f->text, part));
    spelling_kind kind = kind_of(text_of(f, other));
    if (kind == SPELLING_NONE) return GISA_OK;
    gisa_status st = f->n_words || f->quoted ? GISA_OK : read_words(f);
    if (st < 0 || !find_name(f, text_of(f, other), kind, &name, &alike)) return st;
    return put_pair(f, name, other, alike);
}

/* The length of the separator at text.p[at], 0: there is none. */
static size_t separator(gisa_str text, size_t at)
{
    static const char *const list[] = {",", ";", "/", "·", "ㆍ", "‧", "、"};
    gisa_str rest = gisa_str_cut(text, at, text.n);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (gisa_str_starts(rest, gisa_str_from(list[i]))) return strlen(list[i]);
    return 0;
}

/* Finds where the name before a bracket ends, and the mark that it may stand in. */
static bool find_end(pair_finder *f, size_t bracket)
{
    static const char *const marks[][2] = {{"‘", "’"},   {"“", "”"},   {"'", "'"},  {"\"", "\""},
                                           {"《", "》"}, {"〈", "〉"}, {"「", "」"}};
    f->end = bracket;
    f->quoted = false;
    f->n_words = 0;
    if (f->end > 1 && f->text.p[f->end - 1] == ' ') f->end--;
    gisa_str before = gisa_str_cut(f->text, f->end > BEFORE_MAX ? f->end - BEFORE_MAX : 0, f->end);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        gisa_str open = gisa_str_from(marks[i][0]), close = gisa_str_from(marks[i][1]);
        if (!gisa_str_ends(before, close)) continue;
        f->end -= close.n;
        size_t floor = f->end > SPELLING_MAX ? f->end - SPELLING_MAX : 0, at = f->end;
        while (at > floor && !gisa_str_ends(gisa_str_cut(f->text, 0, at), open)) at--;
        f->quoted = at > floor && at < f->end;
        f->words[0] = (noun){.span = {(uint32_t)at, (uint32_t)f->end}};
        f->n_words = 1;
        f->broken = false;
        break;
    }
    f->last = entity_before(f);
    if (f->last && !is_name_type(f->last->type)) return false;
    return (f->n_words == 0 || f->quoted) &&
           gisa_script_before(f->text, f->end) != GISA_SCRIPT_NONE;
}

static gisa_status read_bracket(pair_finder *f, size_t bracket, size_t from, size_t to)
{
    gisa_status st = GISA_OK;
    gisa_str inside = gisa_str_cut(f->text, from, to);
    if (gisa_str_find_byte(inside, '=', 0) != GISA_NPOS ||
        gisa_str_find_byte(inside, ':', 0) != GISA_NPOS || !find_end(f, bracket))
        return st;
    size_t start = from;
    for (size_t at = from, n; st >= 0 && at <= to; at += n ? n : 1) {
        n = at < to ? separator(f->text, at) : 0;
        if (at < to && !n) continue;
        st = read_part(f, (gisa_span){(uint32_t)start, (uint32_t)at});
        start = at + n;
    }
    return st;
}

/* The bracket that closes one, on the line and without others between; GISA_NPOS: none. */
static size_t closing(gisa_str text, size_t from, gisa_str open, gisa_str close)
{
    gisa_str inside = gisa_str_cut(text, from, from + INSIDE_MAX);
    size_t line = gisa_str_find_byte(inside, '\n', 0);
    if (line != GISA_NPOS) inside.n = line;
    size_t end = gisa_str_find(inside, close, 0), other = gisa_str_find(inside, open, 0);
    return end == GISA_NPOS || other < end ? GISA_NPOS : from + end;
}

gisa_status gisa_bracket_pairs_find(gisa_analysis *work, gisa_str text, const gisa_entity *entities,
                                    size_t n, gisa_arena *arena, gisa_bracket_pairs *out,
                                    gisa_error *err)
{
    static const char *const brackets[][2] = {{"(", ")"}, {"（", "）"}};
    pair_finder f = {.work = work,
                     .text = text,
                     .entities = entities,
                     .n_entities = n,
                     .arena = arena,
                     .out = out,
                     .err = err};
    gisa_status st = GISA_OK;
    *out = (gisa_bracket_pairs){0};
    for (size_t i = 0; i < 2; i++) {
        gisa_str open = gisa_str_from(brackets[i][0]), close = gisa_str_from(brackets[i][1]);
        size_t at = 0;
        while (st >= 0 && (at = gisa_str_find(text, open, at)) != GISA_NPOS) {
            size_t from = at + open.n, to = closing(text, from, open, close);
            if (to != GISA_NPOS) st = read_bracket(&f, at, from, to);
            at = from;
        }
    }
    return st;
}
