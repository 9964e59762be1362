#include "nlp/names/entity_context.h"

#include "base/mem.h"
#include "tests/unit/names_toy.h"

/* found: places that the recogniser found, as "words/TYPE " each the next one in the text. */
static const struct {
    const char *name, *text, *found, *want;
} rows[] = {
    {"the noun before a name says what it is", "일간지 도래미는 떴다.", "도래미/LC ", "도래미/OG "},
    {"so does one with the copula", "조사기관인 도래미는", "도래미/LC ", "도래미/OG "},
    {"through marks", "일간지 ‘도래미’가", "도래미/PS ", "도래미/OG 도래미/OG "},
    {"everywhere in the text", "일간지 도래미가 떴다. 도래미는 졌다.", "도래미/LC 도래미/LC ",
     "도래미/OG 도래미/OG "},
    {"other words say nothing", "어제 도래미는", "도래미/LC ", "도래미/LC "},
    {"a typhoon is none", "태풍 ‘도래미’가 왔다. 도래미는 갔다.", "도래미/PS 도래미/OG ", ""},
    {"so is a work in marks", "영화 ‘도래미’가 떴다.", "도래미/PS ", ""},
    {"but not who comes after the word", "영화 도래미는 떴다.", "도래미/PS ", "도래미/PS "},
    {"what is in marks after a noun is found", "일간지 ‘미파’가 떴다.", "", "미파/OG "},
    {"in plain marks after a blank", "앱 '미파'를 켰다.", "", "미파/PRODUCT "},
    {"not after the mark that closes", "'그 앱'의 문에 '는", "", ""},
    {"nor what is as long as a sentence", "앱 ‘나는 어제 그 사람을 거기에서 다시 만났다’를", "",
     ""},
    {"nor a mark that nothing closes", "앱 ‘미파", "", ""},
    {"most places decide", "도래미가 도래미를 도래미는", "도래미/LC 도래미/PS 도래미/PS ",
     "도래미/PS 도래미/PS 도래미/PS "},
    {"but a place may act as a body", "가람시가 가람시를 가람시는",
     "가람시/LC 가람시/OG 가람시/OG ", "가람시/LC 가람시/OG 가람시/OG "},
    {"a josa is no part of a name that the text has without it",
     "도래미와 만났다. 도래미는 웃었다. 도래미도 갔다.", "도래미와/PS 도래미/OG 도래미/OG ",
     "도래미/OG 도래미/OG 도래미/OG "},
    {"as often is not enough", "도래미와 만났다. 도래미는 웃었다.", "도래미와/PS 도래미/PS ",
     "도래미와/PS 도래미/PS "},
    {"it may be one of a name that the text always has so", "도래와 만났다. 도래와는 웃었다.",
     "도래와/PS 도래와/PS ", "도래와/PS 도래와/PS "},
    {"the last word of a person's name is the person", "도레 미파솔이 왔다. 미파솔은 갔다.",
     "도레 미파솔/PS 미파솔/OG ", "도레 미파솔/PS 미파솔/PS "},
    {"the noun after a name says it, too", "도래미 해변에 갔다.", "도래미/OG ", "도래미/LC "},
    {"through the genitive", "도래미의 멤버로 나왔다.", "도래미/PS ", "도래미/OG "},
    {"but not as the beginning of a word", "도래미 멤버십을 샀다.", "도래미/PS ", "도래미/PS "},
    {"the noun before it decides", "일간지 도래미 해변에", "도래미/PS ", "도래미/OG "},
};

static gisa_status settle(const gisa_recogniser *r, gisa_str text, const char *found,
                          gisa_arena *arena, gisa_claims *c)
{
    gisa_words words = {0};
    size_t at = 0;
    gisa_status st = gisa_words_cut(text, arena, &words);
    *c = (gisa_claims){.arena = arena};
    for (const char *p = found; *p && st >= 0;) {
        const char *slash = strchr(p, '/'), *end = strchr(slash, ' ');
        gisa_str type = {slash + 1, (size_t)(end - slash - 1)};
        gisa_str name = {p, (size_t)(slash - p)};
        if (!type.n || !name.n) break;
        size_t start = gisa_str_find(text, name, at);
        at = start + name.n;
        st = gisa_claims_put(c, (gisa_span){(uint32_t)start, (uint32_t)at},
                             gisa_entity_type_parse(type), GISA_NONE, GISA_RANK_LEARNED);
        p = end + 1;
    }
    return st < 0 ? st : gisa_context_settle(r, text, &words, c);
}

int main(void)
{
    gisa_error err = {0};
    gisa_buf out = {0};
    gisa_arena arena = {0};
    gisa_claims c;
    gisa_name_model m = {0};
    gisa_recogniser *r = NULL;
    if (!analyzed_open() || !toy_make()) return test_end();
    WENT(gisa_name_model_view(gisa_buf_view(&toy_file), &m, &err), err, "it is a model");
    WENT(gisa_name_model_spread(&m, &err), err, "its rows are laid out");
    WENT(gisa_recogniser_open(&m, &r, &err), err, "a recogniser opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        OK(settle(r, text, rows[i].found, &arena, &c) == GISA_OK, rows[i].name);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        for (size_t k = 0; k < c.n; k++) {
            gisa_buf_add(&out, gisa_span_text(c.items[k].entity.span, text));
            gisa_buf_addf(&out, "/%s ", gisa_entity_type_name(c.items[k].entity.type));
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_arena_reset(&arena);
    }
    gisa_arena_clear(&arena);
    gisa_recogniser_close(r);
    gisa_name_model_clear(&m);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}
