#include "pipeline/name_proposal.h"

#include "tests/unit/pipeline/name_press.h"

static const char *const articles[] = {
    "naru|투자사 럭스 캐피탈(Lux Capital)은 등대를 샀다. 럭스 캐피탈(Lux Capital)은 고래도 본다.",
    "naru|섬마을 소식에서 럭스 캐피탈(LUX capital)은 배를 빌렸다고 선장이 말했다.",
    "dodam|값이 오르자 럭스캐피탈(Lux Capital)은 그물을 팔았다고 어부가 전했다.",
    "dodam|투자사 럭스 캐피탈(이하 럭캐)은 부두를 넓혔다고 마을 사람이 말했다.",
    "hanbit|솔뫼산업진흥원(SIPA·이하 솔진원)은 산길을 냈다고 한다.",
    "naru|지난 봄 솔뫼산업진흥원(SIPA)은 나무를 심었다고 한다.",
    "naru|딥시크(Deepsik)는 값을 내렸다고 밝혔다.",
    "dodam|중국의 딥시크(Deepsik)는 새 모형을 냈다고 밝혔다.",
};

static void put_all(const gisa_proposals *p, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < p->n; i++) {
        const gisa_proposal *q = &p->items[i];
        gisa_buf_add(out, q->name);
        gisa_buf_add_char(out, '=');
        gisa_buf_add(out, q->other);
        gisa_buf_addf(out, "=%s%s=", gisa_entity_type_name(q->type), q->guessed ? "?" : "");
        gisa_buf_add(out, q->id);
        gisa_buf_addf(out, "%s %d/%d\n", q->known ? "+" : "", (int)q->articles, (int)q->outlets);
    }
}

static void find(const gisa_reader *r, const gisa_proposals_opts *opts, gisa_proposals *p,
                 gisa_buf *out)
{
    gisa_error err = {0};
    WENT(gisa_proposals_find(r, opts, p, &err), err, "proposals are found");
    put_all(p, out);
}

int main(void)
{
    scratch_corpus s;
    gisa_reader r = {0};
    gisa_error err = {0};
    gisa_proposals p = {0};
    gisa_buf out = {0};
    if (!scratch_open(&s)) return test_end();
    name_press_import(&s, articles, sizeof articles / sizeof *articles);
    WENT(gisa_reader_open(s.db, NULL, &r, &err), err, "a reader");
    find(&r, NULL, &p, &out);
    SAME_C(gisa_buf_view(&out),
           "럭스캐피탈=Lux Capital=OG=lux-capital 3/2\n"
           "딥시크=Deepsik=OG=deepseek+ 2/2\n"
           "솔뫼산업진흥원=SIPA=OG=sipa 2/2\n",
           "case and blanks do not count, nor does a second place in one article");
    gisa_stored a = {0};
    WENT(gisa_article_find(r.store, p.items[0].example, 0, &a, &err), err, "an example");
    SAME_C(a.record.article.title, "2번째 소식", "which is the newest");
    gisa_stored_clear(&a);
    EQUAL(p.rare, 2, "pairs of one article are left out");
    EQUAL(p.articles, 8, "of all");
    find(&r, &(gisa_proposals_opts){.once = true, .limit = 4}, &p, &out);
    EQUAL(p.n, 4, "up to a limit");
    EQUAL(p.others, 1, "which says how many are left");
    find(&r, &(gisa_proposals_opts){.query = GISA_STR("산길"), .once = true}, &p, &out);
    SAME_C(gisa_buf_view(&out),
           "솔뫼산업진흥원=SIPA=OG=sipa 1/1\n"
           "솔뫼산업진흥원=솔진원=OG=sipa 1/1\n",
           "of a query, with one id for one name");
    find(&r, &(gisa_proposals_opts){.query = GISA_STR("부두"), .once = true}, &p, &out);
    SAME_C(gisa_buf_view(&out), "럭스 캐피탈=럭캐=OG?=reokseu-kaepital 1/1\n",
           "a name without Latin letters has an id in them");
    gisa_proposals_clear(&p);
    gisa_reader_close(&r);
    gisa_buf_clear(&out);
    scratch_close(&s);
    return test_end();
}
