/* Strings are looked through eight bytes at a time, and copied in runs between escapes. */
#include "corpus/plain_json.h"

#include "base/mem.h"
#include "base/utf8.h"

enum {
    DEPTH_MAX = 6,
    KEY_MAX = 63,    /* bytes */
    DIGITS_MAX = 18, /* of a number that surely fits */
};

typedef struct reader {
    gisa_str text;
    size_t at;
    char *room; /* of the text's size, for a string without its escapes; NULL until there is one */
} reader;

static json_t *read_value(reader *r, int depth);

static void skip_space(reader *r)
{
    while (r->at < r->text.n) {
        char c = r->text.p[r->at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
        r->at++;
    }
}

/* Takes a mark and the space around it. */
static bool take(reader *r, char mark)
{
    skip_space(r);
    if (r->at >= r->text.n || r->text.p[r->at] != mark) return false;
    r->at++;
    skip_space(r);
    return true;
}

#define EACH(byte) ((byte)*UINT64_C(0x0101010101010101))

/* A high bit where a byte is zero, and perhaps in bytes above such a one. */
static inline uint64_t zeros(uint64_t v)
{
    return (v - EACH(1)) & ~v & EACH(0x80);
}

/* The end of the bytes from `at` on that a string has as they are: a quotation mark, a backslash, a
 * control character, or the end of the text. */
static size_t plain_end(gisa_str text, size_t at)
{
    uint64_t word;
    for (; text.n - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text.p + at, sizeof word);
        uint64_t control = (word - EACH(0x20)) & ~word & EACH(0x80);
        if (zeros(word ^ EACH('"')) | zeros(word ^ EACH('\\')) | control) break;
    }
    while (at < text.n && text.p[at] != '"' && text.p[at] != '\\' &&
           (unsigned char)text.p[at] >= 0x20)
        at++;
    return at;
}

/* What an escape of one letter is; 0: it is none of those. */
static char escaped(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
    }
}

/* The rest of a string whose first escape is at r->at; from: where the string begins. */
static bool read_escapes(reader *r, size_t from, gisa_str *out)
{
    size_t n = 0;
    if (!r->room && !(r->room = gisa_malloc(r->text.n))) return false;
    for (size_t start = from;;) {
        memcpy(r->room + n, r->text.p + start, r->at - start);
        n += r->at - start;
        if (r->at >= r->text.n) return false;
        if (r->text.p[r->at] == '"') break;
        char c = r->text.p[r->at] == '\\' && r->at + 1 < r->text.n ? escaped(r->text.p[r->at + 1])
                                                                   : (char)0;
        if (!c) return false;
        r->room[n++] = c;
        start = r->at + 2;
        r->at = plain_end(r->text, start);
    }
    r->at++;
    *out = (gisa_str){r->room, n};
    return true;
}

/* A string, r->at being after its first mark. out: dead when the next one is read. */
static bool read_string(reader *r, gisa_str *out)
{
    size_t from = r->at;
    r->at = plain_end(r->text, from);
    if (r->at >= r->text.n) return false;
    if (r->text.p[r->at] != '"') return read_escapes(r, from, out);
    *out = gisa_str_cut(r->text, from, r->at++);
    return true;
}

static json_t *read_text(reader *r)
{
    gisa_str s;
    return read_string(r, &s) ? json_stringn_nocheck(s.p, s.n) : NULL;
}

/* A key that the object does not have yet. */
static bool read_key(reader *r, const json_t *object, char key[KEY_MAX + 1])
{
    gisa_str s;
    skip_space(r);
    if (r->at >= r->text.n || r->text.p[r->at++] != '"') return false;
    if (!read_string(r, &s) || s.n > KEY_MAX) return false;
    if (s.n) memcpy(key, s.p, s.n);
    key[s.n] = '\0';
    return !json_object_get(object, key) && take(r, ':');
}

static json_t *read_object(reader *r, int depth)
{
    char key[KEY_MAX + 1];
    json_t *object = json_object();
    if (!object || take(r, '}')) return object;
    do {
        json_t *value = read_key(r, object, key) ? read_value(r, depth - 1) : NULL;
        if (!value || json_object_set_new_nocheck(object, key, value) < 0) {
            json_decref(object);
            return NULL;
        }
    } while (take(r, ','));
    if (take(r, '}')) return object;
    json_decref(object);
    return NULL;
}

static json_t *read_list(reader *r, int depth)
{
    json_t *list = json_array();
    if (!list || take(r, ']')) return list;
    do {
        json_t *value = read_value(r, depth - 1);
        if (!value || json_array_append_new(list, value) < 0) {
            json_decref(list);
            return NULL;
        }
    } while (take(r, ','));
    if (take(r, ']')) return list;
    json_decref(list);
    return NULL;
}

/* A whole number without a sign; others are left to jansson. */
static json_t *read_number(reader *r)
{
    json_int_t v = 0;
    size_t from = r->at;
    while (r->at < r->text.n && gisa_is_digit(r->text.p[r->at])) {
        if (r->at - from == DIGITS_MAX) return NULL;
        v = v * 10 + (r->text.p[r->at++] - '0');
    }
    char next = r->at < r->text.n ? r->text.p[r->at] : '\0';
    if (next == '.' || next == 'e' || next == 'E') return NULL;
    if (r->text.p[from] == '0' && r->at - from > 1) return NULL;
    return json_integer(v);
}

static bool take_word(reader *r, const char *word)
{
    size_t n = gisa_str_begins(gisa_str_cut(r->text, r->at, r->text.n), word);
    r->at += n;
    return n > 0;
}

static json_t *read_value(reader *r, int depth)
{
    skip_space(r);
    if (depth == 0 || r->at >= r->text.n) return NULL;
    char c = r->text.p[r->at];
    if (gisa_is_digit(c)) return read_number(r);
    if (take_word(r, "null")) return json_null();
    if (take_word(r, "true")) return json_true();
    if (take_word(r, "false")) return json_false();
    r->at++;
    if (c == '"') return read_text(r);
    if (c == '{') return read_object(r, depth);
    return c == '[' ? read_list(r, depth) : NULL;
}

json_t *gisa_plain_json_read(gisa_str text)
{
    reader r = {.text = text};
    if (gisa_utf8_bad(text) != GISA_NPOS || !take(&r, '{')) return NULL;
    json_t *root = read_object(&r, DEPTH_MAX);
    gisa_free(r.room);
    if (!root || r.at == text.n) return root;
    json_decref(root);
    return NULL;
}
