/* The numbers of index/ that were tuned, each with the command that chose it, which runs from the
 * root of the source. docs/ARCHITECTURE.md has what they reach. Limits that only keep hostile input
 * small are with the code they bound. */
#ifndef GISA_INDEX_INDEX_TUNING_H
#define GISA_INDEX_INDEX_TUNING_H

/* --- Ranking. tests/bench/search.py, by nDCG@10 on questions for passages, on headlines for their
 * articles (--headlines), and on the sets that tests/bench/search_questions.py makes.
 *
 * Tried and left out: terms for pairs of parts, and a bonus for words that are near each other. */

/* BM25: how fast more occurrences stop counting, and how much length counts. */
#define GISA_BM25_K1 0.9
#define GISA_BM25_B  0.6

/* An occurrence in the title counts as so many in the body. */
#define GISA_TITLE_WEIGHT 2.0

/* What a compound's parts side by side count, and two typed words written as one. */
#define GISA_PARTS_WEIGHT  0.9
#define GISA_JOINED_WEIGHT 1.0

/* What a word counts within another (노동 in 노동자). */
#define GISA_LOOSE_WEIGHT 0.3

/* A query of at most so many words wants all of them first; a longer one is a sentence. */
#define GISA_QUERY_FEW_WORDS 4

/* Three or four words: fewer articles that have them all leave room for others. Of two words one
 * alone says little: others only when no article has both. */
#define GISA_TOO_FEW      10
#define GISA_TOO_FEW_PAIR 1

/* The best so many articles of a sentence are read again, and what their pairs of letters count
 * beside their words. */
#define GISA_RERANK_ARTICLES 100
#define GISA_RERANK_WEIGHT   0.5

/* --- A search's work. tests/bench/search_peers.py, by CPU time. */

/* In a corpus of more articles, only the best of a sentence's are looked for (index/query/best.h).
 */
#define GISA_BEST_FROM 20000

/* A term of so many articles is kept in the table term_frequency; a phrase whose rarest term is in
 * no more is counted by reading its posting lists. */
#define GISA_FREQUENT_ARTICLES 1000
#define GISA_WALKED_PHRASE     5000

/* --- A long import. tests/bench/line.py, by articles a second and by memory. */

/* A corpus of fewer articles needs no counts of frequent terms; the next ones are made when it has
 * grown by so much: at the end of a run, and during one, where the sum of all counts and merges
 * stays twice the last one. GROWTH 5: a fifth of the articles, which is a quarter of those before,
 * are new. */
#define GISA_UPKEEP_FROM       20000
#define GISA_UPKEEP_GROWTH_END 5
#define GISA_UPKEEP_GROWTH_RUN 2

/* Names whose numbers the writer remembers. */
#define GISA_NAMES_KEPT 200000

/* SQLite's cache, page and write-ahead log; tests/bench/search_peers.py for the size as well. */
#define GISA_CACHE_KB   65536
#define GISA_PAGE_BYTES 16384
#define GISA_WAL_PAGES  2000

/* --- Near-duplicates of a long import. tests/bench/neardup.py --scale N. */

/* Fingerprints wait for their links until they are this part of those that are linked, or so many
 * bytes (9,000 articles of 1,500 letters), or as long as this many bytes are all there are. */
#define GISA_COPIES_WAIT_PART   16
#define GISA_COPIES_WAIT_BYTES  (2 << 20)
#define GISA_COPIES_SCAN_FREELY (1 << 20)

#endif
