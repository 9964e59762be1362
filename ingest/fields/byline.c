#include "ingest/fields/byline.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

enum { LINE_ROLES = 8 };

/* What follows a name, the commonest first: a line's persons come in the order of their roles, and
 * only the first LINE_ROLES are looked for in lines. */
static const char *const roles[] = {"기자",     "특파원",   "논설위원",   "통신원",     "리포터",
                                    "에디터",   "편집위원", "칼럼니스트", "기상캐스터", "선임기자",
                                    "전문기자", "수석기자", "인턴기자",   "객원기자",   "앵커",
                                    "수습기자", "시민기자", "명예기자",   "학생기자",   "정기자",
                                    "취재기자", "대기자",   "사진기자",   "아나운서",   "주필"};

static bool is_mail_char(char c)
{
    return gisa_is_alpha(c) || gisa_is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

gisa_str gisa_email_find(gisa_str s, size_t *at)
{
    while ((*at = gisa_str_find_byte(s, '@', *at)) != GISA_NPOS) {
        size_t from = *at, end = *at + 1;
        while (from > 0 && is_mail_char(s.p[from - 1])) from--;
        while (end < s.n && is_mail_char(s.p[end])) end++;
        while (end > *at && (s.p[end - 1] == '.' || s.p[end - 1] == '-')) end--;
        gisa_str host = gisa_str_cut(s, *at + 1, end);
        bool good = from < *at && memchr(host.p, '.', host.n);
        *at = end > *at ? end : *at + 1;
        if (good) return gisa_str_cut(s, from, end);
    }
    *at = s.n;
    return GISA_NONE;
}

static void add_person(gisa_byline_names *out, gisa_str name, gisa_str email)
{
    for (size_t i = 0; i < out->n; i++)
        if (gisa_str_eq(out->items[i].name, name)) {
            if (!out->items[i].email.n) out->items[i].email = email;
            return;
        }
    if (out->n < GISA_BYLINE_NAMES_MAX) out->items[out->n++] = (gisa_byline_name){name, email};
}

static gisa_str without_role(gisa_str s)
{
    for (bool again = true; again;) {
        again = false;
        s = gisa_str_trim(s);
        for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
            gisa_str role = gisa_str_from(roles[i]);
            if (s.n > role.n && gisa_str_ends(s, role)) {
                s.n -= role.n;
                again = true;
            }
        }
    }
    return s;
}

/* Cuts at the separators between names. */
static bool next_name(gisa_str *rest, gisa_str *name)
{
    static const char *const marks[] = {",",     "·",  "/", "&", ";", " and ",
                                        " AND ", "ㆍ", "‧", "|", "\n"};
    size_t best = GISA_NPOS, width = 0;
    if (!rest->n) return false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = gisa_str_find(*rest, gisa_str_from(marks[i]), 0);
        if (at < best) {
            best = at;
            width = strlen(marks[i]);
        }
    }
    *name = gisa_str_trim(gisa_str_cut(*rest, 0, best));
    *rest = best == GISA_NPOS ? GISA_NONE : gisa_str_cut(*rest, best + width, rest->n);
    return true;
}

/* "홍길동 성춘향" */
static bool are_two_names(gisa_str first, gisa_str last, gisa_str outlet)
{
    return gisa_hangul_syllables(first) == 3 && gisa_hangul_syllables(last) == 3 &&
           gisa_is_surnamed(first, outlet) && gisa_is_surnamed(last, outlet) &&
           !gisa_wordlist_suffix(&gisa_list_media_names, first) &&
           !gisa_wordlist_suffix(&gisa_list_place_endings, last);
}

void gisa_byline_read_field(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    size_t at = 0;
    gisa_str email = gisa_email_find(s, &at), name;
    if (email.n) s = gisa_str_cut(s, 0, (size_t)(email.p - s.p));
    while (s.n && strchr("([<", s.p[s.n - 1])) s.n--;
    bool labelled = gisa_str_eq_nocase(gisa_str_cut(s, 0, 3), GISA_STR("by "));
    if (labelled) s = gisa_str_cut(s, 3, s.n);
    while (next_name(&s, &name)) {
        name = without_role(name);
        size_t space = gisa_str_find_byte(name, ' ', 0);
        if (gisa_is_foreign_name(name)) {
            add_person(out, name, email);
            continue;
        }
        if (space != GISA_NPOS && gisa_hangul_syllables(gisa_str_cut(name, 0, space))) {
            gisa_str first = gisa_str_cut(name, 0, space);
            gisa_str last = gisa_str_trim(gisa_str_cut(name, space, name.n));
            if (are_two_names(first, last, outlet)) add_person(out, first, GISA_NONE);
            if (are_two_names(first, last, outlet)) first = last;
            name = gisa_is_person_name(first, outlet) ? first : last;
        }
        if (gisa_is_person_name(name, outlet) || (labelled && gisa_is_shouted_name(name)))
            add_person(out, name, email);
    }
}

/* Whether a role ends at `at`: the next word of the page may be glued to it, "기자입력". */
static bool is_edge(gisa_str s, size_t at)
{
    if (at >= s.n) return true;
    uint32_t cp;
    gisa_utf8_next(s, at, &cp);
    gisa_str rest = gisa_str_cut(s, at, s.n);
    if (gisa_wordlist_prefix(&gisa_list_published_labels, rest) ||
        gisa_wordlist_prefix(&gisa_list_modified_labels, rest))
        return true;
    return !gisa_is_hangul(cp) && !(cp < 0x80 && gisa_is_alpha((char)cp));
}

/* The word that ends at `end`; *from is where it begins. Brackets, spaces and '=' end a word. */
static gisa_str word_before(gisa_str s, size_t end, size_t *from)
{
    while (end > 0 && (s.p[end - 1] == ' ' || s.p[end - 1] == ')')) end--;
    size_t i = end;
    while (i > 0 && !strchr(" ([<=|:\t)]>", s.p[i - 1])) {
        if (i >= 3 && (memcmp(s.p + i - 3, "】", 3) == 0 || memcmp(s.p + i - 3, "〉", 3) == 0 ||
                       memcmp(s.p + i - 3, "》", 3) == 0))
            break;
        i--;
    }
    *from = i;
    return gisa_str_cut(s, i, end);
}

static void add_names(gisa_str words, gisa_str outlet, gisa_str email, gisa_byline_names *out)
{
    gisa_str name;
    while (next_name(&words, &name)) {
        name = without_role(name);
        if (gisa_hangul_syllables(name) && gisa_is_person_name(name, outlet))
            add_person(out, name, email);
    }
}

/* Whether a full name precedes another one: "홍길동 성춘향 기자". */
static bool is_second_name(gisa_str s, gisa_str name, size_t from, gisa_str outlet)
{
    size_t start;
    if (!from || s.p[from - 1] != ' ') return false;
    gisa_str before = word_before(s, from, &start);
    return start + before.n + 1 == from && before.n == name.n && gisa_is_surnamed(name, outlet) &&
           gisa_is_surnamed(before, outlet) &&
           !gisa_wordlist_suffix(&gisa_list_media_names, before) &&
           !gisa_wordlist_suffix(&gisa_list_place_endings, before);
}

/* Whether a word is between a name and a role: "홍길동 베를린 특파원". */
static bool is_between(gisa_str s, gisa_str word, size_t from, gisa_str outlet)
{
    size_t start;
    if (!from || s.p[from - 1] != ' ' || gisa_is_surnamed(word, outlet)) return false;
    gisa_str before = word_before(s, from, &start);
    return gisa_hangul_syllables(before) == 3 && gisa_is_surnamed(before, outlet);
}

/* One role word at s[at]: the word before it is the name, or an outlet with the name before that.
 */
static void read_role(gisa_str s, size_t at, size_t role_end, gisa_str outlet,
                      gisa_byline_names *out)
{
    size_t from, mail_at = role_end;
    gisa_str w1 = word_before(s, at, &from), email = gisa_email_find(s, &mail_at);
    size_t first = gisa_str_find(w1, GISA_STR("·"), 0);
    gisa_str head = gisa_str_cut(w1, 0, first);
    bool named = gisa_is_person_name(without_role(head), outlet) && gisa_hangul_syllables(head);
    if (named && is_between(s, w1, from, outlet)) named = false;
    bool listed = named && from >= 2 && s.p[from - 2] == ',';
    /* "홍길동, 김영희 기자": the names before the comma as well */
    while (named && from >= 2 && s.p[from - 1] == ' ' && s.p[from - 2] == ',') {
        gisa_str before = word_before(s, from - 2, &from);
        add_names(before, outlet, GISA_NONE, out);
    }
    if (named) {
        if (!listed && is_second_name(s, w1, from, outlet))
            add_person(out, word_before(s, from, &from), GISA_NONE);
        add_names(w1, outlet, email, out);
        return;
    }
    gisa_str w2 = word_before(s, from, &from);
    if (w1.n && gisa_hangul_syllables(w2) && gisa_is_person_name(w2, outlet))
        add_person(out, w2, email);
}

/* "by 가나다 · 9월 17, 2025 · 조회 880": what is before the first number. */
static gisa_str before_numbers(gisa_str s)
{
    size_t i = 0;
    while (i < s.n && !gisa_is_digit(s.p[i])) i++;
    return gisa_str_cut(s, 0, i);
}

/* "작성자 가나다", "글 가나다 · 사진 라마바": the first name after the label. */
static void read_labelled(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    static const char *const labels[] = {"작성자", "글쓴이", "기고자", "글"};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        gisa_str label = gisa_str_from(labels[i]), name;
        if (!gisa_str_starts(s, label) || s.n == label.n || !strchr(" :=|", s.p[label.n])) continue;
        s = gisa_str_cut(s, label.n, s.n);
        while (s.n && strchr(" :=|", s.p[0])) s = gisa_str_cut(s, 1, s.n);
        gisa_str_next_field(&s, ' ', &name);
        name = without_role(name);
        if (gisa_hangul_syllables(name) && gisa_is_person_name(name, outlet))
            add_person(out, name, GISA_NONE);
        return;
    }
}

void gisa_byline_read_line(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    for (size_t r = 0; r < LINE_ROLES; r++) {
        gisa_str role = gisa_str_from(roles[r]);
        for (size_t at = 0; (at = gisa_str_find(s, role, at)) != GISA_NPOS; at += role.n) {
            gisa_str after = gisa_str_cut(s, at + role.n, at + role.n + 3);
            if (gisa_str_is(after, "명") || gisa_str_is(after, "정")) continue;
            if (is_edge(s, at + role.n)) read_role(s, at, at + role.n, outlet, out);
        }
    }
    if (gisa_str_eq_nocase(gisa_str_cut(s, 0, 3), GISA_STR("by ")))
        gisa_byline_read_field(before_numbers(s), outlet, out);
    read_labelled(s, outlet, out);
    size_t at = gisa_str_find_byte(s, '/', 0);
    gisa_str head = gisa_str_trim(gisa_str_cut(s, 0, at == GISA_NPOS ? 0 : at));
    if (gisa_hangul_syllables(head) && gisa_is_person_name(head, outlet))
        add_person(out, head, GISA_NONE);
    at = 0;
    gisa_str email = gisa_email_find(s, &at);
    if (email.n && !out->n) { /* "홍길동 hong@…" */
        size_t from;
        gisa_str name = word_before(s, (size_t)(email.p - s.p), &from);
        if (from == 0 && gisa_is_surnamed(name, outlet)) add_person(out, name, email);
    }
    if (email.n && out->n == 1 && !out->items[0].email.n) out->items[0].email = email;
}

void gisa_byline_read_signoff(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    size_t at = 0, from;
    gisa_str email = gisa_email_find(s, &at);
    size_t end = gisa_str_find(s, GISA_STR("입니다"), 0);
    if (end == GISA_NPOS) end = gisa_str_find(s, GISA_STR("이었습니다"), 0);
    if (end == GISA_NPOS) end = gisa_str_find(s, GISA_STR("였습니다"), 0);
    if (end == GISA_NPOS) end = gisa_str_find_byte(s, '(', 0);
    if (end == GISA_NPOS) return;
    s = without_role(gisa_str_cut(s, 0, end));
    gisa_str name = without_role(word_before(s, s.n, &from));
    if (gisa_hangul_syllables(name) && gisa_is_person_name(name, outlet))
        add_person(out, name, email);
}
