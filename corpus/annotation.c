#include "corpus/annotation.h"

static const char *const tag_names[] = {
#define NAME(name) #name,
    GISA_TAGS(NAME)};

static const char *const type_names[] = {GISA_ENTITY_TYPES(NAME)};
#undef NAME

#define SECOND(id, name) name,
static const char *const kind_names[] = {GISA_SPEAKER_KINDS(SECOND)};
static const char *const bound_names[] = {GISA_BOUNDS(SECOND)};
#undef SECOND

/* The place of a name in a list; n: it is not there. */
static unsigned place_of(gisa_str name, const char *const *names, unsigned n)
{
    unsigned i = 0;
    while (i < n && !gisa_str_is(name, names[i])) i++;
    return i;
}

const char *gisa_tag_name(gisa_tag tag)
{
    return tag < GISA_TAG_COUNT ? tag_names[tag] : "?";
}

gisa_tag gisa_tag_parse(gisa_str name)
{
    return (gisa_tag)place_of(name, tag_names, GISA_TAG_COUNT);
}

const char *gisa_entity_type_name(gisa_entity_type type)
{
    return type < GISA_ENTITY_COUNT ? type_names[type] : "?";
}

gisa_entity_type gisa_entity_type_parse(gisa_str name)
{
    return (gisa_entity_type)place_of(name, type_names, GISA_ENTITY_COUNT);
}

bool gisa_entity_is_of(gisa_str id, gisa_str family, gisa_str wanted)
{
    if (!wanted.n || !id.n) return false;
    if (gisa_str_eq(id, wanted) || gisa_str_eq(family, wanted)) return true;
    return family.n && id.n > wanted.n && id.p[wanted.n] == '-' && gisa_str_starts(id, wanted);
}

const char *gisa_speaker_kind_name(gisa_speaker_kind kind)
{
    return kind < GISA_SPEAKER_COUNT ? kind_names[kind] : "?";
}

gisa_speaker_kind gisa_speaker_kind_parse(gisa_str name)
{
    return (gisa_speaker_kind)place_of(name, kind_names, GISA_SPEAKER_COUNT);
}

const char *gisa_bound_name(gisa_bound bound)
{
    return bound < GISA_BOUND_COUNT ? bound_names[bound] : "?";
}

gisa_bound gisa_bound_parse(gisa_str name)
{
    return (gisa_bound)place_of(name, bound_names, GISA_BOUND_COUNT);
}

void gisa_annotation_reset(gisa_annotation *a)
{
    gisa_arena arena = a->arena;
    gisa_arena_reset(&arena);
    *a = (gisa_annotation){.arena = arena};
}

void gisa_annotation_clear(gisa_annotation *a)
{
    gisa_arena_clear(&a->arena);
    *a = (gisa_annotation){0};
}

/* The spans of an array rise and do not overlap. step: bytes of an item, which begins with its
 * span.
 */
static gisa_span span_at(const void *items, size_t step, size_t i)
{
    return *(const gisa_span *)(const void *)((const char *)items + i * step);
}

static size_t ending_after(const void *items, size_t n, size_t step, size_t at)
{
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (span_at(items, step, middle).end <= at)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

size_t gisa_sentences_from(const gisa_annotation *a, size_t at)
{
    return ending_after(a->sentences, a->n_sentences, sizeof *a->sentences, at);
}

size_t gisa_tokens_from(const gisa_annotation *a, size_t at)
{
    return ending_after(a->tokens, a->n_tokens, sizeof *a->tokens, at);
}

size_t gisa_entities_from(const gisa_annotation *a, size_t at)
{
    return ending_after(a->entities, a->n_entities, sizeof *a->entities, at);
}

size_t gisa_morphs_from(const gisa_annotation *a, size_t at)
{
    size_t low = 0, high = a->n_morphs;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->morphs[middle].span.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
