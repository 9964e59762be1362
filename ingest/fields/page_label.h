/* What a page labels above its text, as boards of offices and associations do:
 *
 *     <th>제목</th><td>…</td>      <dt>작성자</dt><dd>…</dd>      <li><b>작성자</b>홍길동</li>
 *     제목 : …                     작성일 2025-02-03 조회수 214 작성자 홍길동
 *
 * The value is what is next to the label in the tree, or follows it in the same text. */
#ifndef GISA_INGEST_FIELDS_PAGE_LABEL_H
#define GISA_INGEST_FIELDS_PAGE_LABEL_H

#include "base/arena.h"
#include "ingest/page/tree.h"

enum { GISA_LABELLED_WRITERS_MAX = 4 };

typedef struct gisa_page_labels {
    gisa_str title; /* GISA_NONE: no label names it */
    gisa_str writers[GISA_LABELLED_WRITERS_MAX];
    size_t n_writers;
} gisa_page_labels;

/* Whether a line begins with a label: "담당자 : …", "제목 | …", or is one. */
bool gisa_begins_with_label(gisa_str line);

/* Reads the labels of the nodes [from, to). Values are copied into the arena.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_page_labels_find(const gisa_tree *t, size_t from, size_t to, gisa_arena *arena,
                                  gisa_page_labels *out);

#endif
