#include "ingest/flat/wrapped_lines.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static const char *const paragraphs[] = {
    "한빛연구소는 3일 공개 모델 ‘가온’의 세 번째 판을 내놓고 학습에 쓴 자료 목록과 평가 방법을 "
    "함께 "
    "공개했다고 밝혔다. 누구나 내려받아 고쳐 쓸 수 있고, 기업은 매출이 일정 규모를 넘을 때만 "
    "사용료를 낸다.",
    "연구소에 따르면 새 모델은 앞선 판보다 매개변수를 절반으로 줄이면서도 한국어 독해 시험에서 "
    "같은 "
    "점수를 얻었다. 전기를 적게 쓰는 만큼 작은 회사도 자기 서버에서 돌릴 수 있다는 설명이다.",
    "개발을 이끈 마루한 책임연구원은 “크기보다 자료의 질이 중요하다는 것을 보였다”며 “틀린 답을 낸 "
    "문제도 모두 공개했으니 다른 연구자들이 고쳐 주기를 바란다”고 말했다.",
    "다음 판은 11월에 나온다. 연구소는 그때까지 사투리와 옛말을 더 배우게 할 계획이다. 시민단체는 "
    "개인정보가 자료에 섞여 있지 않은지 따로 살펴보겠다고 밝혔고, 연구소는 이를 돕기로 했다.",
};
enum { PARAGRAPHS = sizeof paragraphs / sizeof paragraphs[0] };

/* Breaks a paragraph where the next word, or the next syllable, does not fit. */
static void wrap(gisa_str s, size_t width, bool columns, bool syllables, const char *indent,
                 gisa_buf *out)
{
    size_t used = 0, space = 0;
    while (s.n) {
        uint32_t cp;
        size_t n = syllables ? gisa_utf8_next(s, 0, &cp) : gisa_str_find_byte(s, ' ', 0);
        if (n == GISA_NPOS) n = s.n;
        gisa_str unit = gisa_str_cut(s, 0, n);
        size_t w = columns ? gisa_utf8_width(unit) : gisa_utf8_chars(unit);
        s = gisa_str_cut(s, n, s.n);
        if (syllables && unit.p[0] == ' ') {
            space = 1;
            continue;
        }
        bool breaks = used && used + space + w > width;
        if (breaks) gisa_buf_add_char(out, '\n');
        if (breaks || !used) gisa_buf_add_c(out, indent);
        if (!breaks && space && used) gisa_buf_add_char(out, ' ');
        used = (breaks || !used ? strlen(indent) : used + space) + w;
        gisa_buf_add(out, unit);
        space = 0;
        if (!syllables) {
            space = 1;
            s = gisa_str_trim(s);
        }
    }
}

static gisa_buf join(gisa_str text, bool *wrapped)
{
    gisa_buf out = {0};
    gisa_error err = {0};
    WENT(gisa_wrapped_lines_join(text, &out, wrapped, &err), err, "a text is joined");
    return out;
}

static void wrap_all(size_t width, bool columns, bool syllables, const char *indent, bool gaps,
                     gisa_buf *broken, gisa_buf *whole)
{
    gisa_buf_reset(broken);
    gisa_buf_reset(whole);
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        wrap(gisa_str_from(paragraphs[i]), width, columns, syllables, indent, broken);
        gisa_buf_addf(broken, gaps ? "\n\n" : "\n");
        gisa_buf_addf(whole, gaps ? "%s\n\n" : "%s\n", paragraphs[i]);
    }
}

/* What is the same but for spaces, and how many spaces differ. */
static size_t spaces_wrong(gisa_str a, gisa_str b, bool *same)
{
    size_t i = 0, k = 0, wrong = 0;
    *same = false;
    while (i < a.n || k < b.n) {
        bool left = i < a.n && (a.p[i] == ' ' || a.p[i] == '\n');
        bool right = k < b.n && (b.p[k] == ' ' || b.p[k] == '\n');
        if (left != right) {
            wrong++;
            i += left;
            k += right;
            continue;
        }
        if (i >= a.n || k >= b.n || (!left && a.p[i] != b.p[k])) return wrong;
        i++;
        k++;
    }
    *same = true;
    return wrong;
}

static void test_words(void)
{
    gisa_buf broken = {0}, whole = {0};
    bool wrapped;
    int missed = 0, tried = 0;
    for (size_t width = 50; width <= 86; width += 4)
        for (int columns = 0; columns < 2; columns++) {
            wrap_all(width, columns, false, "   ", true, &broken, &whole);
            gisa_buf got = join(gisa_buf_view(&broken), &wrapped);
            gisa_buf_add_char(&whole, '\n');
            OK(wrapped, "lines of a width are noticed");
            bool same;
            missed += spaces_wrong(gisa_buf_view(&got), gisa_buf_view(&whole), &same) > 2;
            OK(same, "with every letter");
            gisa_buf_clear(&got);
            tried++;
        }
    /* by chance all lines of a width may end where no syllable fits */
    OK(tried > 15 && missed <= 1, "and joined again with a space");
    gisa_buf_clear(&broken);
    gisa_buf_clear(&whole);
}

static void test_syllables(void)
{
    gisa_buf broken = {0}, whole = {0};
    size_t wrong = 0, breaks = 0;
    bool wrapped, same;
    for (size_t width = 60; width <= 100; width++) {
        wrap_all(width, true, true, "", true, &broken, &whole);
        for (size_t i = 0; i < broken.n; i++) breaks += broken.p[i] == '\n';
        breaks -= 2 * PARAGRAPHS;
        gisa_buf got = join(gisa_buf_view(&broken), &wrapped);
        OK(wrapped, "lines broken within words are noticed");
        wrong += spaces_wrong(gisa_buf_view(&got), gisa_buf_view(&whole), &same);
        OK(same, "and lose no letter");
        gisa_buf_clear(&got);
    }
    OK(breaks > 200, "there were enough of them");
    OK(wrong * 100 < breaks * 15, "nearly every space comes back, and no other");
    gisa_buf_clear(&broken);
    gisa_buf_clear(&whole);
}

/* A menu with a wider margin has one line that is longer than those of the text. */
static void test_stray(void)
{
    gisa_buf broken = {0}, whole = {0}, part = {0}, rest = {0};
    size_t wrong = 0, breaks = 0;
    bool wrapped, same;
    gisa_str wider = gisa_str_from(paragraphs[3]);
    wider = gisa_str_cut(wider, 0, gisa_utf8_offset(wider, 60));
    gisa_buf_addf(&whole, "%.*s\n\n", GISA_ARG(wider));
    wrap(wider, 80, true, true, "", &broken);
    gisa_buf_add_c(&broken, "\n\n");
    for (int i = 0; i < 6; i++) {
        wrap_all(77, true, true, "", true, &part, &rest);
        gisa_buf_add(&broken, gisa_buf_view(&part));
        gisa_buf_add(&whole, gisa_buf_view(&rest));
    }
    for (size_t i = 0; i < broken.n; i++) breaks += broken.p[i] == '\n';
    gisa_buf got = join(gisa_buf_view(&broken), &wrapped);
    wrong = spaces_wrong(gisa_buf_view(&got), gisa_buf_view(&whole), &same);
    OK(wrapped && same, "a text with a wider line is joined");
    OK(wrong * 100 < breaks * 15, "as it was broken, within words");
    gisa_buf_clear(&got);
    gisa_buf_clear(&broken);
    gisa_buf_clear(&whole);
    gisa_buf_clear(&part);
    gisa_buf_clear(&rest);
}

/* Most lines of a page may be headlines: that its paragraphs are broken tells all the same, and the
 * headlines stay lines. */
static void test_headlines(void)
{
    static const char headlines[] =
        "다라군 나비 축제 다음 달 첫 주에 열려, 손님 맞이 한창\n"
        "마바구 작은 도서관 둘째로 개관, 책 2만 권 새로 들여와\n"
        "가나시 새 다리 내년 봄에 놓는다, 시민들 걸어서 건넌다…다라군까지 모두\n\n";
    gisa_buf broken = {0}, whole = {0}, page = {0};
    bool wrapped;
    wrap_all(80, true, true, "", true, &broken, &whole);
    for (int i = 0; i < 12; i++) gisa_buf_add_c(&page, headlines);
    gisa_buf_add(&page, gisa_buf_view(&broken));
    gisa_buf got = join(gisa_buf_view(&page), &wrapped);
    OK(wrapped, "paragraphs under many headlines are noticed");
    OK(gisa_str_starts(gisa_buf_view(&got), gisa_str_from(headlines)), "which stay as they are");
    size_t lines = 0;
    for (size_t i = 0; i < got.n; i++) lines += got.p[i] == '\n';
    OK(lines <= 12 * 4 + 2 * PARAGRAPHS + 2, "and each paragraph is a line");
    gisa_buf_clear(&got);
    gisa_buf_clear(&broken);
    gisa_buf_clear(&whole);
    gisa_buf_clear(&page);
}

/* Headlines of one width are as full as broken lines are: where only the paragraphs tell for sure
 * that a text is wrapped, the headlines' width says nothing. */
static void test_even_headlines(void)
{
    static const char even[] =
        "나루시 새 도서관 다음 달 첫 주 문 연다 모두 온다 여름까지 모두 새로 짓기로\n"
        "가람 옛날 양수장 올봄 중 새 쓸 곳 찾다 누가 쓰나 가을까지 모두 함께 정하기\n"
        "다라 큰새 나비관 내년 봄 두 층 더 짓다 값은 얼마 겨울까지 따로 살펴 보기로\n\n";
    static const char uneven[] =
        "마바구 새 다리\n사아군 밤 시장까지 모두 함께 손을 잡고 걸어서 건넌다\n"
        "자차시 버스 99대 더 들인다, 정류장 12곳도 새로 짓는다 (3. 4.~6. 1.)\n\n";
    gisa_buf broken = {0}, whole = {0}, page = {0};
    bool wrapped;
    wrap_all(80, true, true, "", true, &broken, &whole);
    gisa_buf_add_c(&page, even);
    for (int i = 0; i < 30; i++) gisa_buf_add_c(&page, uneven);
    gisa_buf_add(&page, gisa_buf_view(&broken));
    gisa_buf got = join(gisa_buf_view(&page), &wrapped);
    OK(wrapped, "paragraphs are noticed");
    OK(gisa_str_starts(gisa_buf_view(&got), gisa_str_from(even)), "headlines of one width stay");
    gisa_buf_clear(&got);
    gisa_buf_clear(&broken);
    gisa_buf_clear(&whole);
    gisa_buf_clear(&page);
}

/* Texts that nobody wrapped. */
static const struct {
    const char *name, *text;
} plain[] = {
    {"nothing", ""},
    {"a menu", "정치\n경제\n사회\n생활/문화\n세계\nIT/과학\n오피니언\n포토\nTV\n랭킹\n"},
    {"headlines",
     "한빛연구소, 공개 모델 ‘가온’ 세 번째 판 내놔\n새벽시, 공공 데이터 모델 시민에게 개방\n"
     "등대 이야기 다시 쓴다… 섬마을의 실험\n금융원 “민원 상담에 모델 쓴다”\n"
     "바다 건너온 말뭉치, 누구의 것인가\n[사설] 자료 공개가 먼저다\n"
     "작은 회사도 자기 서버에서 돌린다\n사투리 배우는 모델, 11월에 나온다\n"},
    {"short sentences",
     "장사가 안될 때 쓰는 방법은 두 가지죠.\n깎아주든가 더 주든가.\n"
     "손님이 느끼는 물가가 높아 좀처럼 지갑을 열지 않습니다.\n기자가 취재했습니다.\n"
     "큰 가게가 내놓은 족발.\n평소 가격의 절반만 받습니다.\n"
     "물량을 모두 풀었다고 합니다.\n하나를 사면 하나를 더 줍니다.\n"},
};

int main(void)
{
    test_words();
    test_syllables();
    test_stray();
    test_headlines();
    test_even_headlines();
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        bool wrapped;
        gisa_buf got = join(gisa_str_from(plain[i].text), &wrapped);
        OK(!wrapped, plain[i].name);
        SAME_C(gisa_buf_view(&got), plain[i].text, plain[i].name);
        gisa_buf_clear(&got);
    }
    gisa_buf whole = {0};
    for (size_t i = 0; i < PARAGRAPHS; i++) gisa_buf_addf(&whole, "%s\n\n", paragraphs[i]);
    bool wrapped;
    gisa_buf got = join(gisa_buf_view(&whole), &wrapped);
    OK(!wrapped, "paragraphs on a line each");
    gisa_buf_clear(&got);
    gisa_buf_clear(&whole);
    return test_end();
}
