/* The numbers of report/ that were tuned. No bench scores themes, risers or stories: but where a
 * command is named, they were set by reading what gisa topics and gisa digest say of the sample
 * corpus (corpus/sample/demo.sh); tests/unit/press.h is a press with planted themes, names and
 * stories, which the tests of report/ must find. */
#ifndef GISA_REPORT_REPORT_TUNING_H
#define GISA_REPORT_REPORT_TUNING_H

/* --- Keys (topics/topic_key.c). */

/* Characters of the body that count as its lead; also tests/bench/keywords.py. */
#define GISA_KEYS_LEAD_CHARS 400

/* A word is fit to be shown when at least one in so many of its mentions is a noun alone or with a
 * josa. */
#define GISA_KEYS_NOUN_PART 5

/* --- Themes (topics/topics.c). */

/* Articles of the background that are read, keys that are clustered, and the likeness (Dice) down
 * to which clusters are joined. */
#define GISA_TOPICS_BACKGROUND 4000
#define GISA_TOPICS_KEYS       160
#define GISA_TOPICS_ALIKE      0.34

/* Articles that two keys must share to be alike (tests/golden/themes_apart.sh). */
#define GISA_TOPICS_SHARED 2

/* A key's articles: at least so many, fewer in a small period; at most so much of a period that is
 * not tiny. */
#define GISA_TOPICS_MIN_ARTICLES       3
#define GISA_TOPICS_MIN_ARTICLES_SMALL 2
#define GISA_TOPICS_SMALL              60
#define GISA_TOPICS_MAX_SHARE          0.4
#define GISA_TOPICS_TINY               20

/* A place says where and not what: its weight counts so much. */
#define GISA_TOPICS_PLACE_WEIGHT 0.5

/* Without a background: slices of time that a key may be concentrated in, and articles in each. */
#define GISA_TOPICS_SLICES         24
#define GISA_TOPICS_SLICE_ARTICLES 10

/* A word gives way to a longer one that holds it and is in so many tenths of its articles. */
#define GISA_TOPICS_PART_TENTHS 7

/* An article is about a theme when it has the first key, or so many. */
#define GISA_TOPICS_DOC_KEYS 2

/* --- Names that rise and fall (topics/rising.c). */

/* With fewer articles before the period no name is called new. */
#define GISA_RISING_HISTORY 30

/* So many are listed in each list, significant or not, as long as p is below this. */
#define GISA_RISING_LISTED   3
#define GISA_RISING_LISTED_P 0.2

/* A name in fewer articles is not tested. */
#define GISA_RISING_ARTICLES 2

/* --- Bursts (trend/burst.c): the values of Kleinberg's paper. */
#define GISA_BURST_SCALE 2.0
#define GISA_BURST_GAMMA 1.0

/* --- Changes of volume (trend/change.c): what a change costs, in variances times the logarithm of
 * the number of periods, and the shortest stretch that has a level. Of 300 even series of 52 weeks
 * (Poisson, mean 20; ruptures) a cost of 2, as in BIC, finds changes in 17, 3 in one. */
#define GISA_CHANGE_PENALTY 3.0
#define GISA_CHANGE_LEAST   3

/* A source's new level is said when it is so many times the former one, or that the new one, and
 * the difference is so much of what all sources have in a period; in longer series it is not looked
 * for (trend/trend_sources.c). */
#define GISA_CHANGE_TIMES   1.5
#define GISA_CHANGE_SHARE   0.05
#define GISA_CHANGE_PERIODS 2000

/* --- Stories of a digest (digest/digest_stories.c). */

/* Stories that are compared with each other, and Dice's coefficient of their headlines' pairs of
 * characters from which two are one. */
#define GISA_STORIES_COMPARED 120
#define GISA_STORIES_ALIKE    0.72

/* What each outlet beyond the first adds to a story's score. */
#define GISA_STORIES_OUTLET_WEIGHT 0.5

#endif
