#include "corpus/annotation.h"

static const char *const tag_names[] = {
#define NAME(name) #name,
    GISA_TAGS(NAME)};

static const char *const type_names[] = {GISA_ENTITY_TYPES(NAME)};
#undef NAME

const char *gisa_tag_name(gisa_tag tag)
{
    return tag < GISA_TAG_COUNT ? tag_names[tag] : "?";
}

gisa_tag gisa_tag_parse(gisa_str name)
{
    unsigned i = 0;
    while (i < GISA_TAG_COUNT && !gisa_str_is(name, tag_names[i])) i++;
    return (gisa_tag)i;
}

const char *gisa_entity_type_name(gisa_entity_type type)
{
    return type < GISA_ENTITY_COUNT ? type_names[type] : "?";
}

gisa_entity_type gisa_entity_type_parse(gisa_str name)
{
    unsigned i = 0;
    while (i < GISA_ENTITY_COUNT && !gisa_str_is(name, type_names[i])) i++;
    return (gisa_entity_type)i;
}

bool gisa_entity_is_of(gisa_str id, gisa_str family, gisa_str wanted)
{
    if (!wanted.n || !id.n) return false;
    if (gisa_str_eq(id, wanted) || gisa_str_eq(family, wanted)) return true;
    return family.n && id.n > wanted.n && id.p[wanted.n] == '-' && gisa_str_starts(id, wanted);
}

#define SECOND(id, name) name,
static const char *const kind_names[] = {GISA_SPEAKER_KINDS(SECOND)};
static const char *const bound_names[] = {GISA_BOUNDS(SECOND)};
#undef SECOND

const char *gisa_speaker_kind_name(gisa_speaker_kind kind)
{
    return kind < GISA_SPEAKER_COUNT ? kind_names[kind] : "?";
}

gisa_speaker_kind gisa_speaker_kind_parse(gisa_str name)
{
    unsigned i = 0;
    while (i < GISA_SPEAKER_COUNT && !gisa_str_is(name, kind_names[i])) i++;
    return (gisa_speaker_kind)i;
}

const char *gisa_bound_name(gisa_bound bound)
{
    return bound < GISA_BOUND_COUNT ? bound_names[bound] : "?";
}

gisa_bound gisa_bound_parse(gisa_str name)
{
    unsigned i = 0;
    while (i < GISA_BOUND_COUNT && !gisa_str_is(name, bound_names[i])) i++;
    return (gisa_bound)i;
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
