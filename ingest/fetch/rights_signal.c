#include "ingest/fetch/rights_signal.h"

#include <jansson.h>

#include "corpus/http_head.h"
#include "ingest/fetch/ai_agents.h"
#include "ingest/fetch/glob.h"

enum { RULES_MAX = 1000, JSON_MAX = 1 << 20 };

static void set_training(gisa_rights_signals *s, bool reserved, const char *by)
{
    if (reserved) s->ai_training = GISA_STR("prohibited");
    if (reserved && !s->by) s->by = by;
    if (!s->ai_training.p) s->ai_training = GISA_STR("allowed");
}

static void read_directive(gisa_rights_signals *s, gisa_str word)
{
    if (gisa_str_eq_nocase(word, GISA_STR("noindex"))) s->noindex = true;
    if (gisa_str_eq_nocase(word, GISA_STR("noarchive"))) s->noarchive = true;
    if (gisa_str_eq_nocase(word, GISA_STR("none"))) s->noindex = true;
    if (gisa_str_eq_nocase(word, GISA_STR("noai"))) set_training(s, true, "X-Robots-Tag");
    if (gisa_str_eq_nocase(word, GISA_STR("noimageai"))) set_training(s, true, "X-Robots-Tag");
}

/* "noindex, noai" or "otherbot: noindex"; directives with a value ("max-snippet: 20") look like
 * the latter and matter as little. */
static void read_robots_tag(gisa_rights_signals *s, gisa_str value)
{
    gisa_str word;
    bool for_us = true;
    while (gisa_str_next_field(&value, ',', &word)) {
        size_t colon = gisa_str_find_byte(word, ':', 0);
        if (colon != GISA_NPOS) {
            for_us = gisa_str_eq_nocase(gisa_str_trim(gisa_str_cut(word, 0, colon)),
                                        GISA_STR("gisa"));
            word = gisa_str_cut(word, colon + 1, word.n);
        }
        if (for_us) read_directive(s, gisa_str_trim(word));
    }
}

gisa_rights_signals gisa_rights_signals_find(gisa_str http_head)
{
    gisa_rights_signals s = {0};
    gisa_str rest = http_head, name, value;
    while (gisa_head_next(&rest, &name, &value)) {
        if (gisa_str_eq_nocase(name, GISA_STR("X-Robots-Tag"))) read_robots_tag(&s, value);
        if (gisa_str_eq_nocase(name, GISA_STR("X-Archive-Closed-To")) &&
            gisa_ai_agents_train(value))
            set_training(&s, true, "robots.txt");
        if (gisa_str_eq_nocase(name, GISA_STR("X-Archive-Content-Signal")))
            set_training(&s, gisa_str_is(value, "ai-train=no"), "robots.txt");
        bool elsewhere = gisa_str_find_nocase(name, GISA_STR("X-Archive-TDM-"), 0) == 0;
        if (elsewhere) name = gisa_str_cut(name, strlen("X-Archive-"), name.n);
        if (gisa_str_eq_nocase(name, GISA_STR("TDM-Reservation")) &&
            (gisa_str_is(value, "0") || gisa_str_is(value, "1")))
            set_training(&s, gisa_str_is(value, "1"),
                         elsewhere ? "tdmrep.json" : "TDM-Reservation");
        if (gisa_str_eq_nocase(name, GISA_STR("TDM-Policy")) && value.n) s.policy = value;
    }
    return s;
}

static bool has_control(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F) return true;
    return false;
}

static gisa_str text_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    gisa_str s = {json_string_value(value), json_string_length(value)};
    return s.n > 2048 || has_control(s) ? GISA_NONE : s;
}

static gisa_status add_rule(gisa_tdmrep *out, size_t *cap, const json_t *object)
{
    gisa_str location = text_of(object, "location"), policy = text_of(object, "tdm-policy");
    const json_t *flag = json_object_get(object, "tdm-reservation");
    gisa_tdm_rule rule = {.reserved = json_integer_value(flag) == 1};
    if (!location.n || !json_is_integer(flag)) return GISA_OK;
    if (GISA_ARENA_GROW(&out->arena, out->rules, out->n, *cap) < 0) return GISA_ENOMEM;
    if (gisa_arena_copy(&out->arena, location, &rule.location) < 0) return GISA_ENOMEM;
    if (gisa_arena_copy(&out->arena, policy, &rule.policy) < 0) return GISA_ENOMEM;
    out->rules[out->n++] = rule;
    return GISA_OK;
}

gisa_status gisa_tdmrep_parse(gisa_str json, gisa_tdmrep *out, gisa_error *err)
{
    json_error_t fault;
    size_t cap = 0;
    gisa_status st = GISA_OK;
    gisa_tdmrep_clear(out);
    json_t *root = json.n > JSON_MAX ? NULL : json_loadb(json.p, json.n, 0, &fault);
    if (!json_is_array(root)) {
        json_decref(root);
        return gisa_fail(err, GISA_EINVAL, "tdmrep.json is no array of rules");
    }
    for (size_t i = 0; i < json_array_size(root) && i < RULES_MAX && st >= 0; i++)
        st = add_rule(out, &cap, json_array_get(root, i));
    json_decref(root);
    if (st >= 0) return st;
    gisa_tdmrep_clear(out);
    return gisa_fail_mem(err);
}

const gisa_tdm_rule *gisa_tdmrep_find(const gisa_tdmrep *t, gisa_str target)
{
    for (size_t i = 0; i < t->n; i++) {
        gisa_str pattern = t->rules[i].location;
        bool to_end = pattern.p[pattern.n - 1] == '$';
        if (to_end) pattern.n--;
        if (gisa_glob_match(pattern, target, to_end)) return &t->rules[i];
    }
    return NULL;
}

void gisa_tdmrep_clear(gisa_tdmrep *t)
{
    gisa_arena_clear(&t->arena);
    *t = (gisa_tdmrep){.arena = t->arena};
}
