#include "nlp/names/entity_article.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

/* found: a place that is a name already, as "words/TYPE", the first of them in the text. */
static const struct {
    const char *name, *text, *found;
    gisa_entity_type type;
    const char *want;
} rows[] = {
    {"a name is one again", "임꺽정이 왔다. 임꺽정은 갔다.", "임꺽정", GISA_ENTITY_PS,
     "임꺽정/PS 임꺽정/PS "},
    {"not inside another word", "가온산업이 왔다. 가온산업화가 갔다.", "가온산업", GISA_ENTITY_OG,
     "가온산업/OG "},
    {"two syllables found once are too few", "가온이 왔다. 가온은 갔다.", "가온", GISA_ENTITY_OG,
     ""},
    {"what was passed over again and again is none", "임꺽정이 임꺽정을 임꺽정과 임꺽정도",
     "임꺽정", GISA_ENTITY_PS, ""},
    {"a short form in brackets is one everywhere", "온누리위원회(온위)는 왔다. 온위가 갔다.",
     "온누리위원회", GISA_ENTITY_OG, "온위/OG 온누리위원회/OG 온위/OG 온위/OG "},
    {"so is one that is announced", "온누리위원회(이하 온위)는", "온누리위원회", GISA_ENTITY_OG,
     "온위/OG 온누리위원회/OG 온위/OG "},
    {"other words in brackets are none", "온누리위원회(위원장)는 왔다", "온누리위원회",
     GISA_ENTITY_OG, "온누리위원회/OG "},
    {"people have no short forms in brackets", "온누리위원회(온위)는", "온누리위원회",
     GISA_ENTITY_PS, "온누리위원회/PS "},
    {"who has two names is called by the last", "도레 미파솔이 왔다. 미파솔은 갔다.", "도레 미파솔",
     GISA_ENTITY_PS, "도레 미파솔/PS 미파솔/PS 미파솔/PS "},
    {"not with a surname and a word", "박 미파솔이 왔다. 미파솔은 갔다.", "박 미파솔",
     GISA_ENTITY_PS, "박 미파솔/PS "},
    {"nor by a common word", "도레 당선인이 왔다. 당선인은 갔다.", "도레 당선인", GISA_ENTITY_PS,
     "도레 당선인/PS "},
    {"bodies are not", "도레 미파솔이 왔다. 미파솔은 갔다.", "도레 미파솔", GISA_ENTITY_OG,
     "도레 미파솔/OG "},
    {"an open bracket ends with the text", "온누리위원회(온위", "온누리위원회", GISA_ENTITY_OG,
     "온누리위원회/OG "},
};

static gisa_status claim(const char *text, const char *found, gisa_entity_type type,
                         gisa_arena *arena, gisa_claims *c)
{
    gisa_words w = {0};
    gisa_str s = gisa_str_from(text);
    uint32_t at = (uint32_t)(strstr(text, found) - text);
    gisa_entity e = {.span = {at, at + (uint32_t)strlen(found)}, .type = type};
    gisa_annotation a = {.entities = &e, .n_entities = 1};
    *c = (gisa_claims){.arena = arena};
    gisa_status st = gisa_words_cut(s, arena, &w);
    return st < 0 ? st : gisa_article_claim(s, &w, &a, c);
}

/* Many names, each twice: what they cost must not grow with the square. */
static void find_many(void)
{
    enum { NAMES = 3000 };
    gisa_buf text = {0};
    gisa_arena arena = {0};
    gisa_words words = {0};
    gisa_annotation marked = {0};
    gisa_claims c = {.arena = &arena};
    gisa_entity *found = gisa_calloc(NAMES, sizeof *found);
    unsigned second = 0;
    for (unsigned k = 0; k < 2 * NAMES; k++) {
        size_t start = text.n;
        for (unsigned v = k % NAMES + 20, d = 0; d < 4; d++, v /= 9) {
            char syllable[4];
            gisa_buf_add(&text, (gisa_str){syllable, gisa_utf8_put(syllable, 0xAC00 + v % 9 * 28)});
        }
        if (k < NAMES)
            found[k] = (gisa_entity){.span = {(uint32_t)start, (uint32_t)text.n},
                                     .type = GISA_ENTITY_OG};
        gisa_buf_add_c(&text, " ");
    }
    marked.entities = found;
    marked.n_entities = NAMES;
    OK(gisa_words_cut(gisa_buf_view(&text), &arena, &words) == GISA_OK &&
           gisa_article_claim(gisa_buf_view(&text), &words, &marked, &c) == GISA_OK,
       "many names are claimed");
    for (size_t i = 0; i < c.n; i++) second += c.items[i].entity.span.start >= text.n / 2;
    EQUAL(c.n, 2 * NAMES, "each where it is found and where it is again");
    EQUAL(second, NAMES, "in both halves");
    gisa_free(found);
    gisa_arena_clear(&arena);
    gisa_buf_clear(&text);
}

int main(void)
{
    gisa_arena arena = {0};
    find_many();
    gisa_claims c;
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        OK(claim(rows[i].text, rows[i].found, rows[i].type, &arena, &c) == GISA_OK, rows[i].name);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        for (size_t k = 0; k < c.n; k++) {
            gisa_buf_add(&out, gisa_span_text(c.items[k].entity.span, gisa_str_from(rows[i].text)));
            gisa_buf_addf(&out, "/%s ", gisa_entity_type_name(c.items[k].entity.type));
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_arena_reset(&arena);
    }
    gisa_arena_clear(&arena);
    arena.max = 600; /* for the words, not for the names */
    OK(claim(rows[4].text, rows[4].found, rows[4].type, &arena, &c) == GISA_ENOMEM,
       "memory may be short");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&out);
    return test_end();
}
