#include "nlp/names/entity_article.h"

#include "base/mem.h"
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

int main(void)
{
    gisa_arena arena = {0};
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
