#include "ingest/fetch/robots.h"

#include "base/percent.h"
#include "ingest/decode.h"
#include "ingest/fetch/glob.h"

enum { PATH_MAX_BYTES = 4096, CANON_BYTES = PATH_MAX_BYTES * 3, HEAD = 4096 };

typedef struct group {
    gisa_robots_rule *rules;
    size_t n, cap;
    bool named;  /* a group of this kind was there */
    size_t line; /* that names it, of the group at hand */
    bool has_delay;
    int64_t delay_ms;
    int ai_train;
} group;

typedef struct reader {
    gisa_robots *out;
    gisa_str agent;
    group own, any;
    size_t sitemaps_cap;
    bool in_own, in_any; /* whom the rules at hand are for */
    bool ruled;          /* a rule has come since the last User-agent line */
    size_t line;         /* at hand, from 1 */
} reader;

static bool is_token_char(char c)
{
    return gisa_is_alpha(c) || gisa_is_digit(c) || c == '-' || c == '_';
}

static gisa_str token_of(gisa_str s)
{
    size_t n = 0;
    while (n < s.n && is_token_char(s.p[n])) n++;
    return gisa_str_cut(s, 0, n);
}

/* Whether "%XX" equals the character itself: unreserved characters anywhere, and in a
 * query also ":" and "/", which RFC 9309 (2.2.2) shows in both spellings. */
static bool decodes(unsigned v, bool in_query)
{
    return gisa_is_unreserved(v) || (in_query && (v == ':' || v == '/'));
}

/* Writes a path in one spelling, so that rules and URLs compare by bytes. In a URL "*" and "$" are
 * ordinary characters and are encoded; in a rule "*" stays. */
static size_t canonical(gisa_str s, bool rule, char *to)
{
    size_t n = 0;
    bool in_query = false;
    for (size_t i = 0; i < s.n && i < PATH_MAX_BYTES; i++) {
        unsigned char c = (unsigned char)s.p[i];
        int encoded = gisa_percent_value(s, i);
        unsigned v = encoded >= 0 ? (unsigned)encoded : c;
        in_query = in_query || c == '?';
        if (encoded >= 0) i += 2;
        bool keep = encoded >= 0 ? decodes(v, in_query)
                                 : v > ' ' && v < 0x7F && v != '$' && (rule || v != '*');
        if (keep)
            to[n++] = (char)v;
        else
            n = (size_t)(gisa_percent_put(to + n, (unsigned char)v) - to);
    }
    return n;
}

static gisa_status add_rule(reader *r, group *g, gisa_str path, bool allow)
{
    char canon[CANON_BYTES];
    bool to_end = path.p[path.n - 1] == '$';
    gisa_robots_rule rule = {
        .allow = allow, .to_end = to_end, .line = r->line, .agent_line = g->line};
    gisa_str text = {canon, canonical(gisa_str_cut(path, 0, path.n - to_end), true, canon)};
    gisa_arena *arena = &r->out->arena;
    if (GISA_ARENA_GROW(arena, g->rules, g->n, g->cap) < 0) return GISA_ENOMEM;
    if (gisa_arena_copy(arena, text, &rule.path) < 0) return GISA_ENOMEM;
    g->rules[g->n++] = rule;
    return GISA_OK;
}

static gisa_status take_rule(reader *r, gisa_str path, bool allow)
{
    gisa_status st = GISA_OK;
    r->ruled = true;
    if (!path.n) return GISA_OK;
    if (r->in_own) st = add_rule(r, &r->own, path, allow);
    if (r->in_any && st >= 0) st = add_rule(r, &r->any, path, allow);
    return st;
}

static void take_agent(reader *r, gisa_str value)
{
    if (r->ruled) r->in_own = r->in_any = r->ruled = false;
    gisa_str token = token_of(value);
    if (value.n && value.p[0] == '*') {
        r->in_any = r->any.named = true;
        r->any.line = r->line;
    } else if (token.n && gisa_str_eq_nocase(token, r->agent)) {
        r->in_own = r->own.named = true;
        r->own.line = r->line;
    }
}

static void take_delay(reader *r, gisa_str value)
{
    double seconds;
    r->ruled = true;
    if (!gisa_str_to_double(value, &seconds) || seconds < 0 || seconds > 1e9) return;
    group *const groups[] = {r->in_own ? &r->own : NULL, r->in_any ? &r->any : NULL};
    for (size_t i = 0; i < 2; i++) {
        if (!groups[i]) continue;
        groups[i]->has_delay = true;
        groups[i]->delay_ms = (int64_t)(seconds * 1000);
    }
}

/* "search=yes, ai-train=no" (Content-Signal) or "train-ai=n" (Content-Usage, IETF AI preferences).
 * One for a part of the site, "/path train-ai=n", says nothing of all. The stricter word holds. */
static void take_signal(reader *r, gisa_str value)
{
    gisa_str one;
    r->ruled = true;
    if (value.n && value.p[0] == '/') return;
    while (gisa_str_next_field(&value, ',', &one)) {
        size_t equals = gisa_str_find_byte(one, '=', 0);
        gisa_str key = gisa_str_trim(gisa_str_cut(one, 0, equals));
        gisa_str word = gisa_str_trim(gisa_str_cut(one, equals + (equals != GISA_NPOS), one.n));
        if (!gisa_str_eq_nocase(key, GISA_STR("ai-train")) &&
            !gisa_str_eq_nocase(key, GISA_STR("train-ai")))
            continue;
        bool no = word.n && gisa_lower(word.p[0]) == 'n';
        bool yes = word.n && gisa_lower(word.p[0]) == 'y';
        group *const groups[] = {r->in_own ? &r->own : NULL, r->in_any ? &r->any : NULL};
        for (size_t i = 0; i < 2; i++)
            if (groups[i] && groups[i]->ai_train != 1 && (no || yes))
                groups[i]->ai_train = no ? 1 : 2;
    }
}

static gisa_status take_sitemap(reader *r, gisa_str value)
{
    gisa_robots *out = r->out;
    if (!value.n) return GISA_OK;
    if (GISA_ARENA_GROW(&out->arena, out->sitemaps, out->n_sitemaps, r->sitemaps_cap) < 0)
        return GISA_ENOMEM;
    if (gisa_arena_copy(&out->arena, value, &out->sitemaps[out->n_sitemaps]) < 0)
        return GISA_ENOMEM;
    out->n_sitemaps++;
    return GISA_OK;
}

/* "name: value"; where there is no colon a blank stands for it. */
static bool split(gisa_str line, gisa_str *key, gisa_str *value)
{
    line = gisa_str_trim(line);
    size_t at = gisa_str_find_byte(line, ':', 0);
    size_t word = 0;
    while (word < line.n && is_token_char(line.p[word])) word++;
    bool blank = word < line.n && (line.p[word] == ' ' || line.p[word] == '\t');
    size_t next = word;
    while (next < line.n && (line.p[next] == ' ' || line.p[next] == '\t')) next++;
    if (at == GISA_NPOS || (blank && next != at)) at = blank ? word : GISA_NPOS;
    if (at == GISA_NPOS) return false;
    *key = gisa_str_trim(gisa_str_cut(line, 0, at));
    *value = gisa_str_trim(gisa_str_cut(line, at + 1, line.n));
    return true;
}

static gisa_status take_line(reader *r, gisa_str line)
{
    size_t hash = gisa_str_find_byte(line, '#', 0);
    if (hash != GISA_NPOS) line = gisa_str_cut(line, 0, hash);
    gisa_str key, value;
    if (!split(line, &key, &value)) return GISA_OK;
    if (gisa_str_eq_nocase(key, GISA_STR("content-signal")) ||
        gisa_str_eq_nocase(key, GISA_STR("content-usage")))
        take_signal(r, value);
    if (gisa_str_eq_nocase(key, GISA_STR("user-agent"))) take_agent(r, value);
    if (gisa_str_eq_nocase(key, GISA_STR("crawl-delay"))) take_delay(r, value);
    if (gisa_str_eq_nocase(key, GISA_STR("sitemap"))) return take_sitemap(r, value);
    if (gisa_str_eq_nocase(key, GISA_STR("allow"))) return take_rule(r, value, true);
    if (gisa_str_eq_nocase(key, GISA_STR("disallow"))) return take_rule(r, value, false);
    return GISA_OK;
}

static gisa_status take_lines(reader *r, gisa_str bytes, bool cut)
{
    while (bytes.n) {
        size_t end = 0;
        while (end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r') end++;
        if (end == bytes.n && cut) break;
        r->line++;
        if (take_line(r, gisa_str_cut(bytes, 0, end)) < 0) return GISA_ENOMEM;
        bool pair = end + 1 < bytes.n && bytes.p[end] == '\r' && bytes.p[end + 1] == '\n';
        bytes = gisa_str_cut(bytes, end + 1 + pair, bytes.n);
    }
    return GISA_OK;
}

/* Decodes UTF-16 and UTF-32; all else stays as it is, as paths are compared by bytes. */
static gisa_status decode(gisa_str *bytes, gisa_buf *text, gisa_error *err)
{
    gisa_decoded info;
    size_t mark = gisa_decode_find_head(gisa_str_cut(*bytes, 0, HEAD), &info);
    if (info.source != GISA_CHARSET_MARK || strcmp(info.charset, "utf-8") == 0) {
        *bytes = gisa_str_cut(*bytes, mark, bytes->n);
        return GISA_OK;
    }
    gisa_status st = gisa_decode(*bytes, GISA_NONE, text, NULL, err);
    *bytes = gisa_buf_view(text);
    return st;
}

gisa_status gisa_robots_parse(gisa_str bytes, gisa_str agent, gisa_robots *out, gisa_error *err)
{
    reader r = {.out = out, .agent = token_of(gisa_str_trim(agent))};
    gisa_buf text = {0};
    gisa_robots_clear(out);
    bool cut = bytes.n > GISA_ROBOTS_MAX;
    if (cut) bytes.n = GISA_ROBOTS_MAX;
    gisa_status st = decode(&bytes, &text, err);
    if (st >= 0 && take_lines(&r, bytes, cut) < 0) st = gisa_fail_mem(err);
    gisa_buf_clear(&text);
    if (st < 0) {
        gisa_robots_clear(out);
        return st;
    }
    const group *g = r.own.named ? &r.own : &r.any;
    out->rules = g->rules;
    out->n_rules = g->n;
    out->has_delay = g->has_delay;
    out->delay_ms = g->delay_ms;
    out->ai_train = g->ai_train;
    out->named = r.own.named;
    return GISA_OK;
}

/* From the first slash after the host, without the fragment. */
static gisa_str target_of(gisa_str url)
{
    size_t hash = gisa_str_find_byte(url, '#', 0), at = 0;
    if (hash != GISA_NPOS) url = gisa_str_cut(url, 0, hash);
    if (url.n && url.p[0] == '/' && !gisa_str_starts(url, GISA_STR("//"))) return url;
    size_t scheme = gisa_str_find(url, GISA_STR("//"), 0);
    if (scheme != GISA_NPOS) at = scheme + 2;
    while (at < url.n && url.p[at] != '/' && url.p[at] != '?') at++;
    return gisa_str_cut(url, at, url.n);
}

bool gisa_robots_allows(const gisa_robots *r, gisa_str url)
{
    const gisa_robots_rule *rule;
    return gisa_robots_decide(r, url, &rule);
}

bool gisa_robots_decide(const gisa_robots *r, gisa_str url, const gisa_robots_rule **rule_out)
{
    char canon[CANON_BYTES + 1];
    gisa_str target = target_of(url);
    size_t slash = !target.n || target.p[0] != '/';
    canon[0] = '/';
    gisa_str path = {canon, slash + canonical(target, false, canon + slash)};
    *rule_out = NULL;
    if (gisa_str_is(path, "/robots.txt")) return true;
    const gisa_robots_rule *best = NULL;
    size_t best_n = 0;
    for (size_t i = 0; i < r->n_rules; i++) {
        const gisa_robots_rule *rule = &r->rules[i];
        size_t n = rule->path.n + rule->to_end;
        if (best && (n < best_n || (n == best_n && best->allow))) continue;
        if (!gisa_glob_match(rule->path, path, rule->to_end)) continue;
        if (best && n == best_n && !rule->allow) continue;
        best = rule;
        best_n = n;
    }
    *rule_out = best;
    return !best || best->allow;
}

void gisa_robots_clear(gisa_robots *r)
{
    gisa_arena arena = r->arena;
    gisa_arena_clear(&arena);
    *r = (gisa_robots){.arena = arena};
}
