/* Any text as a page: the pre-scan, the tree, what the head says and the data in scripts. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/decode.h"
#include "ingest/page/meta.h"
#include "ingest/page/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Every subtree lies inside its parent's, and a parent stands before its children. */
static void check_tree(const gisa_tree *t)
{
    for (size_t i = 1; i < t->n; i++) {
        const gisa_node *node = &t->nodes[i];
        if (node->parent >= i || node->end <= i || node->end > t->nodes[node->parent].end) abort();
        if (gisa_utf8_bad(gisa_node_text(t, i)) != GISA_NPOS) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static gisa_prescan scan; /* kept between inputs: the target's own state */
    static gisa_tree tree;
    static gisa_script_data script;
    gisa_arena arena = {0};
    gisa_meta meta;
    gisa_buf text = {0};
    gisa_decode((gisa_str){(const char *)data, n}, GISA_STR("text/html; charset=utf-8"), &text,
                NULL, NULL);
    if (gisa_prescan_run(&scan, gisa_buf_view(&text), NULL) < 0) abort();
    gisa_str html = gisa_buf_view(&scan.html);
    if (gisa_utf8_bad(html) != GISA_NPOS) abort();
    for (size_t i = 0; i < scan.n_scripts; i++)
        if (scan.scripts[i].text.n > text.n) abort();
    if (gisa_tree_parse(&tree, html, NULL) < 0) abort();
    check_tree(&tree);
    if (gisa_meta_collect(&tree, &arena, &meta, NULL) < 0) abort();
    if (gisa_script_read(&scan, NULL, &arena, &script, NULL) < 0) abort();
    if (gisa_utf8_bad(gisa_buf_view(&script.state_body)) != GISA_NPOS) abort();
    if (gisa_utf8_bad(gisa_buf_view(&script.ld_body)) != GISA_NPOS) abort();
    gisa_arena_clear(&arena);
    gisa_buf_clear(&text);
    return 0;
}
