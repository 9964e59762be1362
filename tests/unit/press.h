/* A small press for the tests of report/: ten weeks of invented news with names, quotes and figures
 * marked by hand, and a tokenizer that takes a josa off a word. Weeks count from 2025-01-06. */
#ifndef GISA_TEST_PRESS_H
#define GISA_TEST_PRESS_H

#include <inttypes.h>

#include "base/mem.h"
#include "base/time.h"
#include "base/utf8.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static inline gisa_status press_tokenize(void *workspace, gisa_str text, gisa_tokenize_mode mode,
                                         gisa_terms *out, gisa_error *err)
{
    static const char *const josa[] = {"을", "를", "이", "가", "의", "에", "은", "는"};
    (void)workspace;
    (void)mode;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        if (tiny_is_blank(text.p[i])) {
            i++;
            continue;
        }
        while (i < text.n && !tiny_is_blank(text.p[i])) i++;
        size_t end = i;
        for (size_t k = 0; k < 8 && end == i; k++)
            if (i - from > 6 && gisa_str_ends(gisa_str_cut(text, from, i), gisa_str_from(josa[k])))
                end = i - 3;
        if (tiny_put(out, text, from, end, false) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static inline gisa_tokenizer press_tokenizer(void)
{
    gisa_tokenizer t = tiny_tokenizer();
    t.tokenize = press_tokenize;
    return t;
}

static inline void press_mark_names(gisa_record *r)
{
    static const struct {
        const char *text, *id;
        gisa_entity_type type;
    } names[] = {{"딥시크", "deepseek", GISA_ENTITY_MODEL},
                 {"누리챗", "nurichat", GISA_ENTITY_PRODUCT},
                 {"성춘향", NULL, GISA_ENTITY_PS},
                 {"한빛시", NULL, GISA_ENTITY_LC}};
    gisa_str text = gisa_buf_view(&r->text);
    gisa_annotation *a = &r->annotation;
    a->entities = gisa_arena_calloc(&a->arena, 32, sizeof *a->entities);
    for (size_t at = 0; at < text.n && a->n_entities < 32; at++)
        for (size_t k = 0; k < 4; k++) {
            gisa_str name = gisa_str_from(names[k].text);
            if (!gisa_str_starts(gisa_str_cut(text, at, text.n), name)) continue;
            a->entities[a->n_entities++] = (gisa_entity){
                .span = {(uint32_t)at, (uint32_t)(at + name.n)},
                .type = names[k].type,
                .id = gisa_str_from(names[k].id)};
        }
}

/* “…”: a quote, of 성춘향 when she stands in the text, else of a 관계자 who does. */
static inline void press_mark_quotes(gisa_record *r)
{
    gisa_str text = gisa_buf_view(&r->text), open = GISA_STR("“"), close = GISA_STR("”");
    gisa_annotation *a = &r->annotation;
    size_t from = gisa_str_find(text, open, r->article.title.n);
    size_t to = from == GISA_NPOS ? from : gisa_str_find(text, close, from);
    if (to == GISA_NPOS) return;
    a->quotes = gisa_arena_calloc(&a->arena, 1, sizeof *a->quotes);
    a->n_quotes = 1;
    a->quotes[0] = (gisa_quote){.span = {(uint32_t)(from + 3), (uint32_t)to}, .direct = true};
    static const char *const speakers[] = {"성춘향", "관계자"};
    for (size_t k = 0; k < 2; k++) {
        size_t at = gisa_str_find(text, gisa_str_from(speakers[k]), 0);
        if (at == GISA_NPOS) continue;
        a->quotes[0].speaker = (gisa_span){(uint32_t)at, (uint32_t)(at + 9)};
        break;
    }
}

static inline void press_mark_figures(gisa_record *r)
{
    gisa_str text = gisa_buf_view(&r->text), money = GISA_STR("300억원");
    gisa_annotation *a = &r->annotation;
    size_t at = gisa_str_find(text, money, 0);
    if (at == GISA_NPOS) return;
    a->figures = gisa_arena_calloc(&a->arena, 1, sizeof *a->figures);
    a->n_figures = 1;
    a->figures[0] = (gisa_figure){
        .span = {(uint32_t)at, (uint32_t)(at + money.n)}, .value = 3e10, .unit = GISA_STR("KRW")};
}

static inline gisa_record press_record(const char *id, int week, int day, const char *outlet,
                                       const char *title, const char *body)
{
    char when[40], url[80];
    gisa_civil c = gisa_civil_from_days(gisa_days_from_civil(2025, 1, 6) + 7 * week + day);
    snprintf(when, sizeof when, "%04d-%02d-%02dT09:%02d", c.year, c.month, c.day, day);
    gisa_record r = tiny_record(id, when, outlet, title, body);
    snprintf(url, sizeof url, "http://%s.example/%s", outlet, id);
    gisa_article_set(&r.article, &r.article.url, gisa_str_from(url));
    press_mark_names(&r);
    press_mark_quotes(&r);
    press_mark_figures(&r);
    return r;
}

/* Thirty words that no other article has, so that none is a near-duplicate of another. */
static inline void press_add_words(char *body, size_t max, int article)
{
    size_t n = strlen(body);
    for (int k = 0; k < 30 && n + 16 < max; k++) {
        uint32_t x = (uint32_t)(article * 31 + k + 1) * 2654435761u;
        body[n++] = ' ';
        for (int c = 0; c < 3; c++, x = x * 1664525u + 1013904223u) {
            char syllable[4];
            size_t len = gisa_utf8_put(syllable, 0xAC00 + (x >> 8) % 11172);
            memcpy(body + n, syllable, len);
            n += len;
        }
    }
    body[n] = '\0';
}

/* Six quiet articles a week, and from week 8 on 딥시크 in six more, four of them about a ban.
 * 누리챗 is in two articles of each week before. */
static inline void press_fill(gisa_store *s)
{
    static const char *const outlets[] = {"hanbit", "dasan", "mirae"};
    static const char *const quiet[] = {"한빛시 도서관 새 단장", "벼농사 풍년 예감",
                                        "야구 개막 앞둔 구장",   "항만 물동량 제자리",
                                        "지하철 첫차 앞당겨",    "감귤값 오름세"};
    static const char *const hot[] = {
        "딥시크 접속차단 확산",     "은행도 딥시크 접속차단", "딥시크 접속차단을 두고 공방",
        "학교까지 딥시크 접속차단", "딥시크 요금 내려",       "딥시크 내려받기 으뜸"};
    char id[40], body[1600];
    for (int w = 0; w < 10; w++)
        for (int i = 0; i < 6; i++) {
            snprintf(id, sizeof id, "q%02d%02d%011d", w, i, 0);
            snprintf(body, sizeof body, "%s 소식을 %d번째로 전한다. %s", quiet[i], w,
                     w < 8 && i < 2 ? "누리챗도 답을 내놓았다." : "날씨는 맑았다.");
            press_add_words(body, sizeof body, w * 12 + i);
            tiny_add(s, press_record(id, w, i, outlets[i % 3], quiet[i], body));
            if (w < 8) continue;
            snprintf(id, sizeof id, "h%02d%02d%011d", w, i, 0);
            snprintf(body, sizeof body,
                     "%s 이야기다. 성춘향은 “접속차단이 길어지면 연구가 멈춘다고 %d번 말했다”고 "
                     "했다. 손실은 300억원으로 보인다.",
                     hot[i], w);
            press_add_words(body, sizeof body, w * 12 + i + 6);
            tiny_add(s, press_record(id, w, i, outlets[(i + w) % 3], hot[i], body));
        }
}

typedef struct press {
    char folder[64];
    gisa_store *store;
} press;

static inline bool press_open(press *p)
{
    char path[128];
    gisa_error err;
    gisa_store_opts opts = {.tokenizer = press_tokenizer()};
    *p = (press){0};
    if (!tiny_folder(p->folder)) return false;
    snprintf(path, sizeof path, "%s/gisa.db", p->folder);
    if (gisa_store_open(path, &opts, &p->store, &err) < 0) {
        printf("# press_open: %s\n", err.text);
        return false;
    }
    press_fill(p->store);
    return true;
}

static inline void press_close(press *p)
{
    gisa_store_close(p->store);
    tiny_remove(p->folder);
}

static inline int64_t press_day(int week)
{
    return gisa_days_from_civil(2025, 1, 6) + 7 * week;
}

/* Whether a buffer holds a text. */
static inline bool press_has(const gisa_buf *b, const char *text)
{
    return gisa_str_has(gisa_buf_view(b), gisa_str_from(text));
}

#endif
