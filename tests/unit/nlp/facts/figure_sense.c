#include "nlp/facts/figure_sense.h"

#include "nlp/facts/figure_scan.h"
#include "tests/unit/test.h"

/* What a text with several has: "value unit; …", of amounts only. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a level of an index", "코스피가 1710대로 내려 장을 마쳤다", "1710 ; "},
    {"in a headline", "코스닥 870대 후퇴", "870 ; "},
    {"the half of a level", "1,710대 초반에서 움직였다", "1710 ; "},
    {"a level with its unit", "환율이 1400원대로 올랐다", "1400 KRW; "},
    {"machines of a sentence on an index", "지수와 함께 버스 300대가 늘었다", "300 대; "},
    {"a number that is not round", "코스피 소식을 단 차량 1718대, 1718대를", "1718 대; 1718 대; "},
    {"more than any machine", "9000조대로, 3조 5000억대로", "9e+15 대; 3500000000000 대; "},
    {"machines", "전기차 3000대로 늘렸다", "3000 대; "},
    {"a large rank", "100대 기업, 500대 기업, 100대 명산", ""},
    {"of a number that is no rank", "120대 기업 차량", "120 대; "},
    {"a large ratio", "경쟁률 524대 1을 넘어 524대 12번", "524 대; "},
    {"an inning", "박나루는 9회 대타로 나와 안타를 쳤다", ""},
    {"of one that went on", "연장 11회 접전", ""},
    {"a half of one", "9회 말 끝냈다", ""},
    {"after the word that says so", "투수 김하늘이 5회까지 던졌다", ""},
    {"a count of a season", "투수 김하늘이 통산 9회 우승했다", "9 회; "},
    {"a count by what follows", "타자로 5회 연속 뽑혔다", "5 회; "},
    {"a count that no game explains", "지진이 9회 났다", "9 회; "},
    {"another line says nothing", "홈런이 났다\n지진이 9회 났다", "9 회; "},
    {"too often for a game", "홈런을 26회 쳤다", "26 회; "},
    {"a round", "2회전에 나갔다", ""},
    {"a speed", "최대풍속 36m/s의 강한 태풍", "36 m/s; "},
    {"a speed of another sign", "24㎞/h, 30km/h로, 12㎧", "24 km/h; 30 km/h; 12 m/s; "},
    {"a speed in words", "시속 100㎞, 초속 약 20~24m의 바람, 시속 50킬로미터",
     "100 km/h; 20 m/s; 24 m/s; 50 km/h; "},
    {"a length", "길이 36m, 36m/길이", "36 m; 36 m; "},
    {"a rate", "80mg/dL, 20GB/월로, 1300원/㎡", "80 mg/dL; 20 GB/월; 1300 원/㎡; "},
    {"a slash before another word", "3km/하프, 5kg/박스, 5kg/g1", "3 km; 5 kg; 5 kg; "},
};

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = test_exact(rows[i].text);
        gisa_quantity q;
        gisa_buf_reset(&got);
        for (size_t at = 0; gisa_quantity_next(text, &at, &q);)
            if (q.kind == GISA_QUANTITY_AMOUNT)
                gisa_buf_addf(&got, "%.15g %.*s; ", q.value, GISA_ARG(q.unit));
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        free((char *)(uintptr_t)text.p);
    }
    gisa_buf_clear(&got);
    return test_end();
}
