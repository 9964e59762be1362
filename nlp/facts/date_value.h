/* From what a date says (지난달 21일) to what it means (2025-07-21), given the day of publication.
 * Only date*.c includes this. */
#ifndef GISA_NLP_FACTS_DATE_VALUE_H
#define GISA_NLP_FACTS_DATE_VALUE_H

#include "base/time.h"
#include "corpus/annotation.h"

typedef enum gisa_date_side {
    GISA_SIDE_NEAREST, /* 3일, 8월 */
    GISA_SIDE_PAST,    /* 지난 */
    GISA_SIDE_FUTURE,  /* 오는 */
    GISA_SIDE_WAS,     /* 3일 with a verb of the past: 열렸다 */
    GISA_SIDE_WILL,    /* 3일 with a verb of the future: 열 예정이다 */
} gisa_date_side;

typedef enum gisa_season {
    GISA_SEASON_NONE,
    GISA_SEASON_SPRING,
    GISA_SEASON_SUMMER,
    GISA_SEASON_AUTUMN,
    GISA_SEASON_WINTER,
} gisa_season;

typedef enum gisa_date_third {
    GISA_THIRD_NONE,
    GISA_THIRD_EARLY,  /* 초, 초순, 초반 */
    GISA_THIRD_MIDDLE, /* 중순, 중반 */
    GISA_THIRD_LATE,   /* 말, 하순, 후반 */
} gisa_date_third;

typedef enum gisa_date_unit { GISA_DATE_DAYS, GISA_DATE_MONTHS, GISA_DATE_YEARS } gisa_date_unit;

#define GISA_DATE_LIST 8

/* One of a list but its first: 16 of 15, 16일. */
typedef struct gisa_date_item {
    int number;
    gisa_span span;
} gisa_date_item;

/* The parts that the text has; zero: not there. Relative parts count from the day of
 * publication. */
typedef struct gisa_date_parts {
    gisa_date_side side;
    int year, last_year;     /* 2025; 2021~2027년 has both */
    bool has_relative_year;  /* 작년 */
    int relative_year;       /* -1 */
    int month;               /* 1 to 12 */
    bool has_relative_month; /* 다음 달 */
    int relative_month;      /* +1 */
    int day, last_day;       /* 3; 3~5일 has both */
    int last_month;          /* 3~5월 */
    bool has_relative_day;   /* 어제 */
    int relative_day;        /* -1 */
    bool has_week;           /* 지난주 */
    int week;                /* -1 */
    int weekday;             /* 1 Monday to 7 Sunday, or GISA_WEEKEND */
    int half;                /* 1, 2 */
    int quarter, last_quarter;
    gisa_season season;
    gisa_date_third third;
    bool decade;   /* 1990년대 */
    bool new_year; /* 새해 */
    bool lunar;    /* 음력 */
    gisa_date_item list[GISA_DATE_LIST];
    size_t n_list;
    gisa_date_unit list_unit;
    size_t first_end; /* of the first of a list */
} gisa_date_parts;

#define GISA_DATE_CHARS 32
#define GISA_WEEKEND    8

/* What earlier dates of the text set, for 같은 달 and 같은 해; zero: nothing yet. */
typedef struct gisa_date_context {
    gisa_time reference;
    int year, month;
} gisa_date_context;

/* Writes the ISO 8601 value and returns its length, 0 when it hangs on a publication time that is
 * not known or names no day of the calendar. Remembers year and month in the context. */
size_t gisa_date_resolve(const gisa_date_parts *p, gisa_date_context *context,
                         char out[GISA_DATE_CHARS]);

#endif
