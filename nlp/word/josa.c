/* The table is sorted by bytes: the josa that begin with a syllable are side by side, and one josa
 * is found by halving. */
#include "nlp/word/josa.h"

#include "base/hangul.h"
#include "base/utf8.h"

#define SYLLABLE  3 /* bytes of one in UTF-8 */
#define LONGEST   5 /* syllables of the longest row */
#define STACK_MAX 3 /* josa in a row: 에서 + 부터 + 는 */

/* The first syllable as a number that sorts as its bytes do. */
#define BYTE(s, k) ((uint32_t)(unsigned char)(s)[k])
#define FIRST(s)   (BYTE(s, 0) << 16 | BYTE(s, 1) << 8 | BYTE(s, 2))

#define ROW(form, after, tag, uses)                                                                \
    {                                                                                              \
        {form, sizeof(form) - 1}, FIRST(form), GISA_JOSA_AFTER_##after, GISA_TAG_##tag, uses       \
    }

enum { /* short for the table */
       NAME = GISA_JOSA_NAME,
       LOOSE = GISA_JOSA_LOOSE,
       NOUN = GISA_JOSA_NOUN,
       SPEECH = GISA_JOSA_SPEECH,
       SPEECH_WORD = GISA_JOSA_SPEECH_WORD,
       CARRY = GISA_JOSA_CARRY,
       PAUSE = GISA_JOSA_PAUSE,
       TOPIC = GISA_JOSA_TOPIC,
       SUBJECT = GISA_JOSA_SUBJECT,
       SPEAKER = GISA_JOSA_SPEAKER,
       UNCLEAR = GISA_JOSA_UNCLEAR,
       VERBAL = GISA_JOSA_VERBAL,
};

static const gisa_josa table[] = {
    ROW("가", VOWEL, JKS, NAME | NOUN | SUBJECT | SPEAKER | CARRY | VERBAL),
    ROW("같이", ANY, COUNT, NAME),
    ROW("고", VOWEL, COUNT, NAME | SPEECH | CARRY),
    ROW("고도", VOWEL, COUNT, SPEECH),
    ROW("과", FINAL, JC, NAME | NOUN | PAUSE | CARRY),
    ROW("과의", FINAL, JC, NOUN),
    ROW("까지", ANY, JX, NAME | NOUN | CARRY),
    ROW("까지도", ANY, JX, NOUN),
    ROW("께", ANY, COUNT, NAME),
    ROW("께서", ANY, COUNT, NAME | SPEAKER),
    ROW("나", VOWEL, COUNT, NAME | CARRY),
    ROW("는", VOWEL, JX, NAME | NOUN | SPEECH | SUBJECT | TOPIC | SPEAKER | PAUSE | CARRY | VERBAL),
    ROW("다", VOWEL, COUNT, NAME | VERBAL),
    ROW("대로", ANY, COUNT, NAME),
    ROW("도", ANY, JX, NAME | NOUN | SPEAKER | CARRY | UNCLEAR),
    ROW("든", VOWEL, COUNT, NAME | CARRY),
    ROW("라", VOWEL, COUNT, NAME | SPEECH_WORD | CARRY),
    ROW("라고", VOWEL, JKQ, NAME | NOUN | SPEECH),
    ROW("라고도", VOWEL, COUNT, SPEECH),
    ROW("라고만", VOWEL, COUNT, SPEECH),
    ROW("라는", VOWEL, VCP, NAME | NOUN | SPEECH),
    ROW("라던", VOWEL, COUNT, SPEECH),
    ROW("라도", VOWEL, COUNT, NAME),
    ROW("라든가", VOWEL, COUNT, NAME),
    ROW("라며", VOWEL, COUNT, NAME | SPEECH),
    ROW("라면", VOWEL, COUNT, NAME),
    ROW("라면서", VOWEL, COUNT, NAME | SPEECH),
    ROW("라서", VOWEL, COUNT, NAME),
    ROW("란", VOWEL, COUNT, NAME | SPEECH | CARRY),
    ROW("랑", VOWEL, COUNT, NAME),
    ROW("로", VOWEL_OR_L, JKB, NAME | NOUN | CARRY),
    ROW("로는", VOWEL_OR_L, JKB, NOUN),
    ROW("로부터", VOWEL_OR_L, JKB, NOUN),
    ROW("로서", VOWEL_OR_L, JKB, NAME | NOUN),
    ROW("로써", VOWEL_OR_L, JKB, NAME | NOUN),
    ROW("를", VOWEL, JKO, NAME | NOUN | PAUSE | CARRY),
    ROW("마다", ANY, JX, NAME | NOUN),
    ROW("마저", ANY, COUNT, NAME),
    ROW("만", ANY, JX, NAME | NOUN | CARRY | UNCLEAR),
    ROW("만큼", ANY, JKB, NAME | NOUN),
    ROW("며", VOWEL, COUNT, NAME | SPEECH | PAUSE | CARRY),
    ROW("면", VOWEL, COUNT, NAME),
    ROW("면서", VOWEL, COUNT, NAME | SPEECH),
    ROW("므로", VOWEL, COUNT, NAME),
    ROW("밖에", ANY, COUNT, NAME),
    ROW("보다", ANY, JKB, NAME | NOUN),
    ROW("부터", ANY, JX, NAME | NOUN),
    ROW("뿐", ANY, COUNT, NAME),
    ROW("뿐만", ANY, COUNT, NAME),
    ROW("야", VOWEL, COUNT, NAME),
    ROW("에", ANY, JKB, NAME | NOUN | CARRY),
    ROW("에게", ANY, JKB, NAME | NOUN),
    ROW("에게서", ANY, JKB, NAME | NOUN),
    ROW("에는", ANY, JKB, NOUN),
    ROW("에도", ANY, JKB, NOUN),
    ROW("에서", ANY, JKB, NAME | NOUN),
    ROW("에서는", ANY, JKB, NOUN),
    ROW("에서도", ANY, JKB, NOUN),
    ROW("에서부터", ANY, JKB, NOUN),
    ROW("여서", VOWEL, COUNT, NAME),
    ROW("여야", VOWEL, COUNT, NAME),
    ROW("였고", VOWEL, COUNT, NAME),
    ROW("였는데", VOWEL, COUNT, NAME),
    ROW("였다", VOWEL, COUNT, NAME),
    ROW("였던", VOWEL, COUNT, NAME),
    ROW("였습니다", VOWEL, COUNT, NAME),
    ROW("였으나", VOWEL, COUNT, NAME),
    ROW("였으며", ANY, COUNT, NAME),
    ROW("였지만", VOWEL, COUNT, NAME),
    ROW("예요", VOWEL, COUNT, NAME),
    ROW("와", VOWEL, JC, NAME | NOUN | PAUSE | CARRY | VERBAL),
    ROW("와의", VOWEL, JC, NOUN),
    ROW("으로", FINAL, JKB, NAME | NOUN),
    ROW("으로는", FINAL, JKB, NOUN),
    ROW("으로도", FINAL, JKB, NOUN),
    ROW("으로부터", FINAL, JKB, NOUN),
    ROW("으로서", FINAL, JKB, NAME | NOUN),
    ROW("으로써", FINAL, JKB, NAME | NOUN),
    ROW("은", FINAL, JX, NAME | NOUN | SUBJECT | TOPIC | SPEAKER | PAUSE | CARRY | VERBAL),
    ROW("은커녕", ANY, COUNT, NAME),
    ROW("을", FINAL, JKO, NAME | NOUN | PAUSE | CARRY | VERBAL),
    ROW("의", ANY, JKG, NAME | NOUN | PAUSE | CARRY),
    ROW("이", FINAL, JKS, NAME | NOUN | SUBJECT | SPEAKER | CARRY | VERBAL),
    ROW("이고", ANY, COUNT, NAME),
    ROW("이기", ANY, COUNT, NAME),
    ROW("이기도", ANY, COUNT, NAME),
    ROW("이나", FINAL, JC, NAME | NOUN),
    ROW("이나마", ANY, COUNT, NAME),
    ROW("이냐", ANY, COUNT, NAME),
    ROW("이니", ANY, COUNT, NAME),
    ROW("이니까", ANY, COUNT, NAME),
    ROW("이다", FINAL, VCP, NAME | LOOSE | NOUN | SPEECH | VERBAL),
    ROW("이던", ANY, COUNT, NAME),
    ROW("이든", ANY, COUNT, NAME),
    ROW("이라", ANY, COUNT, NAME | SPEECH_WORD),
    ROW("이라고", FINAL, JKQ, NAME | LOOSE | NOUN | SPEECH),
    ROW("이라고는", FINAL, JX, NOUN),
    ROW("이라고도", FINAL, COUNT, SPEECH),
    ROW("이라는", FINAL, VCP, NAME | LOOSE | NOUN | SPEECH),
    ROW("이라니", ANY, COUNT, NAME),
    ROW("이라던", FINAL, COUNT, SPEECH),
    ROW("이라도", ANY, COUNT, NAME),
    ROW("이라든가", ANY, COUNT, NAME),
    ROW("이라며", ANY, COUNT, NAME | SPEECH),
    ROW("이라면", ANY, COUNT, NAME),
    ROW("이라면서", ANY, COUNT, NAME | SPEECH),
    ROW("이라서", ANY, COUNT, NAME),
    ROW("이란", FINAL, JX, NAME | LOOSE | NOUN | SPEECH),
    ROW("이랄", ANY, COUNT, NAME),
    ROW("이랑", FINAL, COUNT, NAME),
    ROW("이며", ANY, COUNT, NAME),
    ROW("이면", ANY, COUNT, NAME),
    ROW("이면서", ANY, COUNT, NAME),
    ROW("이므로", ANY, COUNT, NAME),
    ROW("이야", FINAL, COUNT, NAME),
    ROW("이어서", ANY, COUNT, NAME),
    ROW("이어야", ANY, COUNT, NAME),
    ROW("이었고", ANY, COUNT, NAME),
    ROW("이었는데", ANY, COUNT, NAME),
    ROW("이었다", ANY, COUNT, NAME),
    ROW("이었던", ANY, COUNT, NAME),
    ROW("이었습니다", ANY, COUNT, NAME),
    ROW("이었으나", ANY, COUNT, NAME),
    ROW("이었지만", ANY, COUNT, NAME),
    ROW("이에요", ANY, COUNT, NAME),
    ROW("이여", ANY, COUNT, NAME),
    ROW("이자", ANY, COUNT, NAME),
    ROW("이죠", ANY, COUNT, NAME),
    ROW("이지", ANY, COUNT, NAME),
    ROW("이지만", ANY, COUNT, NAME),
    ROW("인", ANY, COUNT, NAME),
    ROW("인가", ANY, COUNT, NAME),
    ROW("인데", ANY, COUNT, NAME),
    ROW("인들", ANY, COUNT, NAME),
    ROW("인만큼", ANY, COUNT, NAME),
    ROW("인지", ANY, COUNT, NAME),
    ROW("일", ANY, COUNT, NAME),
    ROW("일까", ANY, COUNT, NAME),
    ROW("임", ANY, COUNT, NAME),
    ROW("입니다", ANY, COUNT, NAME),
    ROW("조차", ANY, JX, NAME | NOUN),
    ROW("죠", VOWEL, COUNT, NAME),
    ROW("지만", VOWEL, COUNT, NAME),
    ROW("처럼", ANY, JKB, NAME | NOUN),
    ROW("치고", ANY, COUNT, NAME),
    ROW("커녕", ANY, COUNT, NAME),
    ROW("하고", ANY, COUNT, NAME),
    ROW("한테", ANY, COUNT, NAME),
};

#define N_ROWS (sizeof table / sizeof *table)

const gisa_josa *gisa_josa_at(size_t i)
{
    return i < N_ROWS ? &table[i] : NULL;
}

/* The first row that does not come before the text. Its first syllable nearly always says. */
static size_t lower_bound(gisa_str text)
{
    size_t low = 0, high = N_ROWS;
    if (text.n < SYLLABLE) return gisa_str_cmp(table[0].form, text) < 0 ? N_ROWS : 0;
    uint32_t first = FIRST(text.p);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        uint32_t row = table[mid].first;
        if (row < first || (row == first && gisa_str_cmp(table[mid].form, text) < 0))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const gisa_josa *gisa_josa_find(gisa_str form)
{
    size_t i = lower_bound(form);
    return i < N_ROWS && gisa_str_eq(table[i].form, form) ? &table[i] : NULL;
}

const gisa_josa *gisa_josa_prefix(gisa_str text, unsigned use)
{
    const gisa_josa *best = NULL;
    if (text.n < SYLLABLE) return NULL;
    for (size_t i = lower_bound(gisa_str_cut(text, 0, SYLLABLE)); i < N_ROWS; i++) {
        if (memcmp(table[i].form.p, text.p, SYLLABLE) != 0) break;
        if (table[i].uses & use && gisa_str_starts(text, table[i].form)) best = &table[i];
    }
    return best; /* of two prefixes the longer comes later */
}

const gisa_josa *gisa_josa_suffix(gisa_str text, unsigned use)
{
    size_t n = text.n / SYLLABLE < LONGEST ? text.n / SYLLABLE : LONGEST;
    for (; n > 0; n--) {
        const gisa_josa *j = gisa_josa_find(gisa_str_cut(text, text.n - n * SYLLABLE, text.n));
        if (j && j->uses & use) return j;
    }
    return NULL;
}

bool gisa_josa_is(uint32_t cp, unsigned use)
{
    char bytes[4];
    const gisa_josa *j = gisa_josa_find((gisa_str){bytes, gisa_utf8_put(bytes, cp)});
    return j && j->uses & use;
}

bool gisa_josa_begins(uint32_t cp, unsigned use)
{
    char bytes[4];
    if (gisa_utf8_put(bytes, cp) != SYLLABLE) return false;
    for (size_t i = lower_bound((gisa_str){bytes, SYLLABLE}); i < N_ROWS; i++) {
        if (memcmp(table[i].form.p, bytes, SYLLABLE) != 0) return false;
        if (table[i].uses & use) return true;
    }
    return false;
}

bool gisa_josa_agrees(const gisa_josa *j, uint32_t last)
{
    if (j->after == GISA_JOSA_AFTER_ANY || !gisa_is_hangul(last)) return true;
    uint32_t final = gisa_hangul_final(last);
    if (j->after == GISA_JOSA_AFTER_FINAL) return final != GISA_FINAL_NONE;
    return final == GISA_FINAL_NONE ||
           (j->after == GISA_JOSA_AFTER_VOWEL_OR_L && final == GISA_FINAL_L);
}

/* Josa stack (에서는, 로부터의, 까지도): each joins what the one before leaves. */
static bool is_stack(gisa_str run, uint32_t last, int depth)
{
    if (run.n == 0) return true;
    if (depth == 0 || run.n < SYLLABLE) return false;
    for (size_t i = lower_bound(gisa_str_cut(run, 0, SYLLABLE)); i < N_ROWS; i++) {
        const gisa_josa *j = &table[i];
        if (memcmp(run.p, j->form.p, SYLLABLE) != 0) break;
        if (!(j->uses & GISA_JOSA_NAME) || !gisa_str_starts(run, j->form)) continue;
        if (!(j->uses & GISA_JOSA_LOOSE) && !gisa_josa_agrees(j, last)) continue;
        if (is_stack(gisa_str_cut(run, j->form.n, run.n), gisa_utf8_last(j->form), depth - 1))
            return true;
    }
    return false;
}

bool gisa_is_josa(gisa_str run, uint32_t last)
{
    return is_stack(run, last, STACK_MAX);
}
