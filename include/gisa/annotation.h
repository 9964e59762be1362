/* What analysis says about one text: sentences, eojeols, morphemes, names, quotes, dates and
 * figures, all as byte spans [start, end) into that text.
 *
 * The text of an article is its title, "\n" and its body. Arrays live in the annotation's arena,
 * are ordered by start, and die with it. {0} is an empty annotation. */
#ifndef GISA_ANNOTATION_H
#define GISA_ANNOTATION_H

#include "gisa/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The Sejong tag set (21st Century Sejong Project), in the order of its guideline. */
/* clang-format off */
#define GISA_TAGS(X)                                                                    \
    X(NNG) X(NNP) X(NNB) X(NR) X(NP) X(VV) X(VA) X(VX) X(VCP) X(VCN) X(MM) X(MAG) X(MAJ) \
    X(IC) X(JKS) X(JKC) X(JKG) X(JKO) X(JKB) X(JKV) X(JKQ) X(JX) X(JC) X(EP) X(EF) X(EC) \
    X(ETN) X(ETM) X(XPN) X(XSN) X(XSV) X(XSA) X(XR) X(SF) X(SP) X(SS) X(SE) X(SO) X(SW)  \
    X(SL) X(SH) X(SN) X(NF) X(NV) X(NA)
/* clang-format on */

typedef enum gisa_tag {
#define GISA_TAG_ENUM(name) GISA_TAG_##name,
    GISA_TAGS(GISA_TAG_ENUM)
#undef GISA_TAG_ENUM
        GISA_TAG_COUNT
} gisa_tag;

/* "NNG" and back; GISA_TAG_COUNT when there is no such tag. */
GISA_API const char *gisa_tag_name(gisa_tag tag);
GISA_API gisa_tag gisa_tag_parse(gisa_str name);

/* Named entity types: PS LC OG DT TI QT as in KLUE-NER, and two of this field. */
#define GISA_ENTITY_TYPES(X) X(PS) X(LC) X(OG) X(DT) X(TI) X(QT) X(MODEL) X(PRODUCT)

typedef enum gisa_entity_type {
#define GISA_ENTITY_ENUM(name) GISA_ENTITY_##name,
    GISA_ENTITY_TYPES(GISA_ENTITY_ENUM)
#undef GISA_ENTITY_ENUM
        GISA_ENTITY_COUNT
} gisa_entity_type;

GISA_API const char *gisa_entity_type_name(gisa_entity_type type);
GISA_API gisa_entity_type
gisa_entity_type_parse(gisa_str name); /* GISA_ENTITY_COUNT: no such type */

typedef struct gisa_span {
    uint32_t start, end; /* bytes */
} gisa_span;

typedef struct gisa_morph {
    gisa_span span; /* of the syllables that hold it */
    gisa_tag tag;
    gisa_str form; /* dictionary form: 하 and 었 for 했 */
} gisa_morph;

typedef struct gisa_token { /* an eojeol */
    gisa_span span;
    uint32_t first_morph, n_morphs;
} gisa_token;

typedef struct gisa_sentence {
    gisa_span span;
    uint32_t first_token, n_tokens;
} gisa_sentence;

typedef struct gisa_entity {
    gisa_span span;
    gisa_entity_type type;
    gisa_str id;     /* gazetteer id (deepseek, deepseek-r1), or GISA_NONE */
    gisa_str family; /* id of the family it is a member of (deepseek), or GISA_NONE */
} gisa_entity;

/* Whether a name of that id and family is the one that `wanted` names (an id in lower case):
 * itself, the family it belongs to, or a member between them (qwen-2.5 of qwen-2.5-max). */
GISA_API bool gisa_entity_is_of(gisa_str id, gisa_str family, gisa_str wanted);

/* What a speaker is named by: a name of a person, a body or place that acts, a description without
 * a name (경찰 관계자), a name kept back (A씨). */
/* clang-format off */
#define GISA_SPEAKER_KINDS(X)                                                    \
    X(NONE, "none") X(PERSON, "person") X(BODY, "body") X(ROLE, "role")          \
    X(ANONYMOUS, "anonymous")
/* clang-format on */

typedef enum gisa_speaker_kind {
#define GISA_SPEAKER_ENUM(id, name) GISA_SPEAKER_##id,
    GISA_SPEAKER_KINDS(GISA_SPEAKER_ENUM)
#undef GISA_SPEAKER_ENUM
        GISA_SPEAKER_COUNT
} gisa_speaker_kind;

GISA_API const char *gisa_speaker_kind_name(gisa_speaker_kind kind);
GISA_API gisa_speaker_kind
gisa_speaker_kind_parse(gisa_str name); /* GISA_SPEAKER_COUNT: no such kind */

typedef struct gisa_quote {
    gisa_span span;    /* what stands between the quotation marks; or the reported clause */
    gisa_span speaker; /* {0, 0}: not known; the fullest form of the name in the text */
    bool direct;       /* between marks */
    gisa_speaker_kind kind;
    gisa_span medium;      /* who carried it (CNBC, 페이스북); {0, 0}: none is named */
    gisa_span affiliation; /* the body or place that stands with the speaker; {0, 0}: none */
} gisa_quote;

typedef struct gisa_date {
    gisa_span span;
    gisa_str value; /* ISO 8601: 2025-02-03, 2025-02, 2025; 2025-H1, 2025-Q3; an interval as
                       2025-07-21/2025-07-25; GISA_NONE: hangs on an unknown publication time */
} gisa_date;

/* How exactly a figure is meant: 약, 이상, 최대, 넘는, 미만, 3~5만. */
/* clang-format off */
#define GISA_BOUNDS(X)                                                           \
    X(NONE, "") X(ABOUT, "about") X(AT_LEAST, "at_least") X(AT_MOST, "at_most")  \
    X(MORE_THAN, "more_than") X(LESS_THAN, "less_than") X(RANGE, "range")
/* clang-format on */

typedef enum gisa_bound {
#define GISA_BOUND_ENUM(id, name) GISA_BOUND_##id,
    GISA_BOUNDS(GISA_BOUND_ENUM)
#undef GISA_BOUND_ENUM
        GISA_BOUND_COUNT
} gisa_bound;

GISA_API const char *gisa_bound_name(gisa_bound bound); /* "" for GISA_BOUND_NONE */
GISA_API gisa_bound gisa_bound_parse(gisa_str name);    /* GISA_BOUND_COUNT: no such bound */

typedef struct gisa_figure {
    gisa_span span;
    double value;  /* 3조5000억원 is 3.5e12 */
    gisa_str unit; /* KRW, USD, %, %p, 개, 명, 배 …; GISA_NONE for a bare number */
    gisa_bound bound;
    double low, high; /* of a range; else 0 */
    gisa_span noun;   /* what is counted (매출, 이용자); {0, 0}: not said */
    gisa_span owner;  /* whose it is: a mention of an entity; {0, 0}: not said */
} gisa_figure;

typedef struct gisa_annotation {
    gisa_arena arena;
    gisa_sentence *sentences;
    size_t n_sentences;
    gisa_token *tokens;
    size_t n_tokens;
    gisa_morph *morphs;
    size_t n_morphs;
    gisa_entity *entities;
    size_t n_entities;
    gisa_quote *quotes;
    size_t n_quotes;
    gisa_date *dates;
    size_t n_dates;
    gisa_figure *figures;
    size_t n_figures;
} gisa_annotation;

GISA_API void gisa_annotation_reset(gisa_annotation *a); /* empties it, keeps memory */
GISA_API void gisa_annotation_clear(gisa_annotation *a);

static inline gisa_str gisa_span_text(gisa_span s, gisa_str text)
{
    return gisa_str_cut(text, s.start, s.end);
}

#ifdef __cplusplus
}
#endif

#endif
