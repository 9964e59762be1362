#include "ingest/fields/page_label.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/page/meta.h"

/* Bytes of a label, of a text that begins with one, of a title; bytes from which on a label needs
 * no colon after it; boxes around a label alone. */
enum {
    MAX_LABEL = 24,
    MAX_LABELLED_TEXT = 240,
    MIN_TITLE = 8,
    MAX_TITLE = 400,
    MIN_BARE_LABEL = 9,
    MAX_CLIMB = 4,
};

typedef enum label_kind { NO_LABEL, TITLE, WRITER, OTHER } label_kind;

typedef struct label_walk {
    const gisa_tree *t;
    gisa_arena *arena;
    gisa_page_labels *out;
} label_walk;

/* Without the marks at both ends. */
static gisa_str without_marks(gisa_str s)
{
    size_t from = s.n, to = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        size_t k = gisa_utf8_next(s, i, &cp);
        if (gisa_is_letter(cp)) {
            if (from == s.n) from = i;
            to = i + k;
        }
        i += k;
    }
    return from < to ? gisa_str_cut(s, from, to) : GISA_NONE;
}

/* What a text that is a label names: "작성자 :", "제 목". */
static label_kind kind_of(gisa_str s)
{
    char plain[MAX_LABEL];
    size_t n = 0;
    s = without_marks(s);
    if (!s.n || s.n > MAX_LABEL) return NO_LABEL;
    const gisa_wordlist_item *item = gisa_wordlist_find_nocase(&gisa_list_page_labels, s);
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ') plain[n++] = s.p[i];
    if (!item) item = gisa_wordlist_find_nocase(&gisa_list_page_labels, (gisa_str){plain, n});
    if (!item) return NO_LABEL;
    return gisa_str_is(item->value, "title")    ? TITLE
           : gisa_str_is(item->value, "writer") ? WRITER
                                                : OTHER;
}

static bool is_blank(const gisa_tree *t, size_t node)
{
    for (size_t i = node; i < t->nodes[node].end; i++)
        if (t->nodes[i].tag == GISA_TAG_INPUT ||
            (t->nodes[i].tag == GISA_TAG_TEXT && without_marks(gisa_node_text(t, i)).n))
            return false;
    return true;
}

/* The outermost box that holds this text and no other. */
static size_t box_of(const gisa_tree *t, size_t node)
{
    for (int i = 0; i < MAX_CLIMB && node; i++) {
        size_t above = t->nodes[node].parent;
        for (size_t k = above + 1; k < t->nodes[above].end; k++)
            if (!gisa_node_inside(t, k, node) && t->nodes[k].tag == GISA_TAG_TEXT &&
                !is_blank(t, k))
                return node;
        node = above;
    }
    return node;
}

/* The text next to a label's box: of the element there, or of all that follows it. */
static gisa_status text_beside(const label_walk *w, size_t box, gisa_str *out)
{
    const gisa_tree *t = w->t;
    size_t end = t->nodes[t->nodes[box].parent].end, next = t->nodes[box].end;
    *out = GISA_NONE;
    while (next < end && is_blank(t, next)) next = t->nodes[next].end;
    if (next >= end) return GISA_OK;
    if (t->nodes[next].tag != GISA_TAG_TEXT) return gisa_meta_text(t, next, w->arena, out);
    gisa_buf b = gisa_buf_make(1 << 12);
    for (size_t i = next; i < end; i++)
        if (t->nodes[i].tag == GISA_TAG_TEXT) gisa_text_collapse(gisa_node_text(t, i), &b);
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    if (st >= 0) st = gisa_arena_copy(w->arena, gisa_str_trim(gisa_buf_view(&b)), out);
    gisa_buf_clear(&b);
    return st;
}

/* Up to the next word that is a label: "홍길동 조회수 214". */
static gisa_str before_label(gisa_str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t end = gisa_str_find_byte(s, ' ', at);
        if (end == GISA_NPOS) end = s.n;
        gisa_str word = gisa_str_cut(s, at, end);
        word = gisa_str_cut(word, 0, gisa_str_find_byte(word, ':', 0));
        if (at && kind_of(word)) return gisa_str_trim(gisa_str_cut(s, 0, at));
        at = end + 1;
    }
    return s;
}

static void take(label_walk *w, label_kind kind, gisa_str value)
{
    gisa_page_labels *out = w->out;
    while (value.n && strchr(" :=|", value.p[0])) value = gisa_str_cut(value, 1, value.n);
    if (!value.n || kind_of(value)) return;
    if (kind == TITLE && !out->title.n && value.n >= MIN_TITLE && value.n <= MAX_TITLE)
        out->title = value;
    if (kind == WRITER && out->n_writers < GISA_LABELLED_WRITERS_MAX)
        out->writers[out->n_writers++] = before_label(value);
}

/* A text with labels in it: each word that is one begins a value. A short label must have a colon,
 * as it may be a word of a sentence. */
static void read_text(label_walk *w, gisa_str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t end = gisa_str_find_byte(s, ' ', at);
        if (end == GISA_NPOS) end = s.n;
        gisa_str word = gisa_str_cut(s, at, end);
        size_t colon = gisa_str_find_byte(word, ':', 0);
        label_kind kind = kind_of(gisa_str_cut(word, 0, colon));
        gisa_str rest = gisa_str_trim(gisa_str_cut(s, colon == GISA_NPOS ? end : at + colon, s.n));
        bool parted = rest.n && strchr(":|", rest.p[0]);
        if (kind == TITLE && parted && at == 0) {
            take(w, TITLE, rest);
            return;
        }
        bool bare = word.n < MIN_BARE_LABEL && !parted; /* a word like any other: "글 쓰는 법" */
        if (at == 0 && (!kind || (bare && kind != OTHER))) return;
        if (kind == WRITER && (parted || (word.n >= MIN_BARE_LABEL && colon == GISA_NPOS)))
            take(w, WRITER, rest);
        at = end + 1;
    }
}

static gisa_status read_node(label_walk *w, size_t node)
{
    const gisa_tree *t = w->t;
    gisa_buf b = gisa_buf_make(1 << 12);
    gisa_str s, value;
    if (t->nodes[node].len > MAX_LABELLED_TEXT) return GISA_OK;
    gisa_text_collapse(gisa_node_text(t, node), &b);
    gisa_status st = gisa_arena_copy(w->arena, gisa_str_trim(gisa_buf_view(&b)), &s);
    gisa_buf_clear(&b);
    label_kind kind = st < 0 ? NO_LABEL : kind_of(s);
    if (kind == TITLE || kind == WRITER) {
        st = text_beside(w, box_of(t, node), &value);
        if (st >= 0) take(w, kind, value);
    } else if (st >= 0 && !kind) {
        read_text(w, s);
    }
    return st;
}

bool gisa_begins_with_label(gisa_str line)
{
    size_t at = 0;
    while (at < line.n && at <= MAX_LABEL && !strchr(":|", line.p[at])) at++;
    return at <= MAX_LABEL && kind_of(gisa_str_cut(line, 0, at));
}

static bool is_control(const gisa_tree *t, size_t node)
{
    unsigned tag = t->nodes[node].tag;
    return tag == GISA_TAG_SELECT || tag == GISA_TAG_BUTTON || tag == GISA_TAG_LABEL ||
           tag == GISA_TAG_A;
}

gisa_status gisa_page_labels_find(const gisa_tree *t, size_t from, size_t to, gisa_arena *arena,
                                  gisa_page_labels *out)
{
    label_walk w = {t, arena, out};
    gisa_status st = GISA_OK;
    *out = (gisa_page_labels){0};
    for (size_t i = from; i < to && i < t->n && st >= 0; i++) {
        if (is_control(t, i))
            i = t->nodes[i].end - 1;
        else if (t->nodes[i].tag == GISA_TAG_TEXT && !is_blank(t, i))
            st = read_node(&w, i);
    }
    return st;
}
