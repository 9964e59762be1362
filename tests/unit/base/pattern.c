#include "base/pattern.h"
#include "tests/unit/test.h"

int main(void)
{
    gisa_pattern *p = NULL;
    gisa_match *m = NULL;
    gisa_error err = {0};
    WENT(gisa_pattern_open("(\\p{Hangul}{2,4}) 기자( .+)?$", 0, &p, &err), err,
         "a pattern compiles");
    WENT(gisa_match_open(&m, &err), err, "a match can be made");
    gisa_str line = GISA_STR("입력 · 홍길동 기자");
    OK(gisa_pattern_find(p, m, line, 0), "a byline matches");
    SAME_C(gisa_match_group(m, 1), "홍길동", "a group is a view of the text");
    OK(gisa_match_group(m, 2).p == NULL, "a group that took no part is unknown");
    OK(gisa_match_group(m, 9).p == NULL, "a group that does not exist is unknown");
    EQUAL(gisa_match_end(m), line.n, "offsets are bytes of the whole text");
    OK(!gisa_pattern_find(p, m, line, line.n), "nothing is found behind the end");
    OK(!gisa_match_gave_up(m), "for want of a match");
    EQUAL(gisa_pattern_groups(p), 2, "its groups are counted");
    gisa_pattern_close(p);

    EQUAL(gisa_pattern_open("a(b", 0, &p, &err), GISA_EINVAL, "a bad pattern is refused");
    EQUAL(err.offset, 3, "with the place of the fault");

    EQUAL(gisa_pattern_open("\\C", 0, &p, &err), GISA_EINVAL, "so is one that cuts characters");

    WENT(gisa_pattern_open("(a+)+b", 0, &p, &err), err, "a treacherous pattern compiles");
    char hostile[4096];
    memset(hostile, 'a', sizeof hostile);
    OK(!gisa_pattern_find(p, m, (gisa_str){hostile, sizeof hostile}, 0),
       "a text that makes it work too hard is no match");
    gisa_pattern_close(p);
    WENT(gisa_pattern_open("(?:(?:a+)+b|a+c)", 0, &p, &err), err, "another has a way out");
    hostile[15] = hostile[20] = 'c';
    OK(gisa_pattern_find(p, m, (gisa_str){hostile, 16}, 0), "which is found after some work");
    hostile[15] = 'a';
    OK(!gisa_pattern_find(p, m, (gisa_str){hostile, 21}, 0), "but not after too much");
    OK(gisa_match_gave_up(m), "as it says");
    gisa_pattern_close(p);

    WENT(gisa_pattern_open("^b", GISA_PATTERN_NOCASE, &p, &err), err, "a pattern of any case");
    OK(gisa_pattern_find(p, m, GISA_STR("B"), 0), "matches a capital");
    OK(!gisa_pattern_find(p, m, GISA_STR("a\nb"), 0), "but in the first line alone");
    gisa_pattern_close(p);
    WENT(gisa_pattern_open("^b|$", GISA_PATTERN_LINES, &p, &err), err, "one of lines");
    OK(gisa_pattern_find(p, m, GISA_STR("a\nb"), 2), "matches in the second");
    OK(gisa_pattern_find(p, m, GISA_STR("B"), 0) && gisa_match_start(m) == 1,
       "in the case that was asked for, and the very end");
    OK(!gisa_pattern_find(p, m, GISA_STR("B"), 2), "but nothing after it");
    gisa_pattern_close(p);

    WENT(gisa_pattern_open("(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(b)", 0, &p, &err), err,
         "fifteen groups are fine");
    OK(gisa_pattern_find(p, m, GISA_STR("aaaaaaaaaaaaaab"), 0), "and match");
    SAME_C(gisa_match_group(m, 15), "b", "up to the last");
    OK(gisa_match_group(m, 16).p == NULL, "which is the last");
    gisa_pattern_close(p);
    WENT(gisa_pattern_open("(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(b)", 0, &p, &err), err,
         "sixteen can be written");
    OK(!gisa_pattern_find(p, m, GISA_STR("aaaaaaaaaaaaaaab"), 0), "but never match");
    gisa_pattern_close(p);
    gisa_match_close(m);
    return test_end();
}
