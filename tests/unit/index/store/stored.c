#include "index/store/stored.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* An article with one of everything. */
static gisa_record full(void)
{
    gisa_record r = tiny_record("00aa00aa00aa00aa", "2025-02-03T04:37", "hanbit", "제목",
                                "그는 \"좋다\"고 했다. 값은 3억원, 날은 2월 3일이다.");
    gisa_article *a = &r.article;
    gisa_annotation *n = &r.annotation;
    gisa_article_set(a, &a->outlet_name, GISA_STR("한빛일보"));
    gisa_time_parse_iso(GISA_STR("2025-02-03T04:37-05:00"), &a->modified);
    gisa_article_set(a, &a->section, GISA_STR("IT"));
    gisa_article_set(a, &a->url, GISA_STR("http://a.example/1"));
    gisa_article_set(a, &a->rights.notice, GISA_STR("무단전재 금지"));
    gisa_article_add_author(a, GISA_STR("김하늘"), GISA_STR("sky@a.example"));
    gisa_article_add_author(a, GISA_STR("이바다"), GISA_NONE);
    gisa_article_add_caption(a, GISA_STR("사진 설명"));
    n->entities = gisa_arena_calloc(&n->arena, 2, sizeof *n->entities);
    n->entities[n->n_entities++] = (gisa_entity){
        .span = {7, 10}, .type = GISA_ENTITY_PS, .id = GISA_STR("he")};
    n->entities[n->n_entities++] = (gisa_entity){
        .span = {36, 43}, .type = GISA_ENTITY_QT, .id = GISA_NONE};
    n->quotes = gisa_arena_calloc(&n->arena, 1, sizeof *n->quotes);
    n->quotes[n->n_quotes++] = (gisa_quote){.span = {15, 21},
                                            .speaker = {7, 10},
                                            .direct = true,
                                            .kind = GISA_SPEAKER_ROLE,
                                            .medium = {22, 25},
                                            .affiliation = {25, 28}};
    n->dates = gisa_arena_calloc(&n->arena, 1, sizeof *n->dates);
    n->dates[n->n_dates++] = (gisa_date){{52, 62}, GISA_STR("2025-02-03")};
    n->figures = gisa_arena_calloc(&n->arena, 1, sizeof *n->figures);
    n->figures[n->n_figures++] = (gisa_figure){.span = {36, 43},
                                               .value = 3e8,
                                               .unit = GISA_STR("KRW"),
                                               .bound = GISA_BOUND_RANGE,
                                               .low = 3e8,
                                               .high = 4e8,
                                               .noun = {32, 35},
                                               .owner = {7, 10}};
    return r;
}

static void test_whole(gisa_store *s)
{
    gisa_stored got = {0};
    gisa_error err = {0};
    gisa_record want = full();
    char digest[65];
    gisa_article_digest(&want.article, digest, &err);
    WENT(gisa_article_find(s, GISA_STR("00aa"), 0, &got, &err), err,
         "the start of an id is enough");
    const gisa_article *a = &got.record.article;
    SAME_C(got.digest, digest, "all fields come back");
    SAME_C(a->url, "http://a.example/1", "the address too");
    EQUAL(a->published.west_s, 0, "a time by Korea's clock");
    EQUAL(a->modified.west_s, 14 * 3600, "and one by another");
    EQUAL(a->n_authors, 2, "all authors");
    SAME(a->authors[1].email, GISA_NONE, "an unknown address stays unknown");
    SAME(a->subtitle, GISA_NONE, "an unknown field stays unknown");
    const gisa_annotation *n = &got.record.annotation;
    EQUAL(n->n_entities, 2, "entities come back");
    SAME_C(n->entities[0].id, "he", "with their ids");
    EQUAL(n->entities[1].type, GISA_ENTITY_QT, "and types");
    EQUAL(n->n_quotes, 1, "quotes come back");
    EQUAL(n->quotes[0].speaker.start, 7, "with their speakers");
    SAME_C(n->dates[0].value, "2025-02-03", "dates come back");
    OK(n->figures[0].value == 3e8, "figures come back");
    SAME_C(n->figures[0].unit, "KRW", "with their units");
    EQUAL(n->quotes[0].kind, GISA_SPEAKER_ROLE, "what the speaker is");
    EQUAL(n->quotes[0].medium.start, 22, "who carried it");
    EQUAL(n->quotes[0].affiliation.end, 28, "and the affiliation");
    EQUAL(n->figures[0].bound, GISA_BOUND_RANGE, "how exactly a figure is meant");
    OK(n->figures[0].low == 3e8 && n->figures[0].high == 4e8, "from where to where");
    EQUAL(n->figures[0].noun.end, 35, "what it counts");
    EQUAL(n->figures[0].owner.start, 7, "and whose it is");
    gisa_stored_clear(&got);
    gisa_record_clear(&want);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_stored got = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, full());
    test_whole(s);
    EQUAL(gisa_stored_load(s, 12345, true, &got, &err), GISA_ECORRUPT, "no such row is reported");
    gisa_stored_clear(&got);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
