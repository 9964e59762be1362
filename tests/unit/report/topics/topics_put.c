#include "report/topics/topics.h"

#include "tests/unit/press.h"

int main(void)
{
    press p;
    gisa_topics t = {0}, again = {0};
    gisa_error err;
    if (!press_open(&p)) return 2;
    gisa_topics_opts opts = {.tokenizer = press_tokenizer(),
                             .days = {true, true, press_day(8), press_day(8) + 6}};
    WENT(gisa_topics_run(p.store, &opts, &t, &err), err, "the week of the ban");
    WENT(gisa_topics_run(p.store, &opts, &again, &err), err, "and again");
    EQUAL(t.n_scores, t.articles, "every article has a score");
    double hot = 0, quiet = 0;
    for (size_t i = 0; i < t.n_scores; i++) {
        bool is_hot = t.scores[i].id.n && t.scores[i].id.p[0] == 'h';
        double *most = is_hot ? &hot : &quiet;
        if (t.scores[i].score > *most) *most = t.scores[i].score;
        OK((t.scores[i].theme == UINT32_MAX) == (t.scores[i].score <= 0),
           "an article with a score has a theme");
    }
    OK(hot > quiet, "headlines about the theme score higher");
    OK(t.n == again.n, "the same themes");
    for (size_t i = 0; i < t.n && i < again.n; i++) {
        SAME(t.items[i].labels[0], again.items[i].labels[0], "in the same order");
        for (size_t k = 1; k < t.items[i].n_headlines; k++)
            OK(!gisa_str_eq(t.items[i].headlines[k].title, t.items[i].headlines[k - 1].title),
               "no headline is shown twice");
    }
    gisa_topics_clear(&t);
    gisa_topics_clear(&again);
    press_close(&p);
    return test_end();
}
