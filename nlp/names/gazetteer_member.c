#include "nlp/names/gazetteer_member.h"

#include "corpus/wordlist.h"

/* The parts of a version in the order of an id, so that 2.5 프로 and 프로 2.5 are one. */
typedef enum part_rank {
    PART_RELEASE, /* 2.5, R1, 4o */
    PART_WORD,    /* 프로, mini */
    PART_SIZE,    /* 70B */
    PART_RANKS,
} part_rank;

/* Whether a part is a count of parameters: 70b, 1.5b. */
static bool is_size(gisa_str part)
{
    return part.n > 1 && gisa_is_digit(part.p[0]) && gisa_lower(part.p[part.n - 1]) == 'b';
}

static part_rank rank_of(gisa_str part)
{
    bool release = gisa_is_digit(part.p[0]) || (part.n > 1 && gisa_is_digit(part.p[1]));
    return is_size(part) ? PART_SIZE : release ? PART_RELEASE : PART_WORD;
}

/* The next part of a version from *at on; *latin is how it stands in an id but for its case. False
 * at the end. */
static bool next_part(gisa_str version, size_t *at, gisa_str *latin)
{
    while (*at < version.n && (version.p[*at] == ' ' || version.p[*at] == '-')) ++*at;
    if (*at == version.n) return false;
    gisa_str rest = gisa_str_cut(version, *at, version.n);
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_version_words, rest);
    if (w && w->value.n) {
        *latin = w->value;
        *at += w->word.n;
        return true;
    }
    size_t n = 1;
    while (n < rest.n && rest.p[n] != ' ' && rest.p[n] != '-' && (unsigned char)rest.p[n] < 0x80)
        n++;
    *latin = gisa_str_cut(rest, 0, n);
    *at += n;
    return true;
}

static size_t put_parts(gisa_str version, part_rank rank, char *out, size_t n)
{
    gisa_str part;
    for (size_t at = 0; next_part(version, &at, &part);) {
        if (rank_of(part) != rank) continue;
        out[n++] = '-';
        for (size_t i = 0; i < part.n; i++) out[n++] = gisa_lower(part.p[i]);
    }
    return n;
}

gisa_status gisa_gazetteer_member(const gisa_gazetteer *g, const gisa_gazetteer_hit *hit,
                                  gisa_str text, gisa_arena *arena, gisa_entity *out)
{
    const gisa_gazetteer_entry *name = gisa_gazetteer_at(g, hit->name);
    *out = (gisa_entity){
        .span = hit->span, .type = hit->type, .id = name->id, .family = name->family};
    gisa_str version = gisa_str_cut(text, hit->version, hit->span.end);
    if (!version.n) return GISA_OK;
    /* a hyphen for each part; a word of Hangul (씽킹) is at most half longer in Latin */
    char *id = gisa_arena_alloc(arena, name->id.n + 2 * version.n + 1);
    if (!id) return GISA_ENOMEM;
    memcpy(id, name->id.p, name->id.n);
    size_t n = name->id.n;
    for (int rank = PART_RELEASE; rank < PART_RANKS; rank++)
        n = put_parts(version, (part_rank)rank, id, n);
    out->id = (gisa_str){id, n};
    if (!out->family.n) out->family = name->id;
    return GISA_OK;
}
