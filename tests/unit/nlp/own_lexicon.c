#include "nlp/own_lexicon.h"

#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static char folder[] = "/tmp/gisa-test-XXXXXX", names[64], words[64], synonyms[64];
static gisa_analyzer *analyzer;

/* Opens an analyser with the files; NULL: without one. */
static gisa_status open_with(const char *n, const char *w, const char *s, gisa_error *err)
{
    gisa_analyzer_opts opts = {.morphs_only = true,
                               .lexicon_path = n ? names : NULL,
                               .words_path = w ? words : NULL,
                               .synonyms_path = s ? synonyms : NULL};
    gisa_analyzer_close(analyzer);
    analyzer = NULL;
    *err = (gisa_error){0};
    if (n) WENT(gisa_file_write(names, gisa_str_from(n), err), *err, "names");
    if (w) WENT(gisa_file_write(words, gisa_str_from(w), err), *err, "words");
    if (s) WENT(gisa_file_write(synonyms, gisa_str_from(s), err), *err, "synonyms");
    return gisa_analyzer_open(&opts, &analyzer, err);
}

static void tag(const char *text, gisa_buf *out)
{
    gisa_analysis *work = NULL;
    gisa_annotation a = {0};
    gisa_error err = {0};
    gisa_buf_reset(out);
    WENT(gisa_analysis_open(analyzer, &work, &err), err, "a workspace");
    WENT(gisa_annotate(work, gisa_str_from(text), NULL, &a, &err), err, text);
    for (size_t i = 0; i < a.n_tokens; i++) {
        for (uint32_t k = 0; k < a.tokens[i].n_morphs; k++) {
            const gisa_morph *m = &a.morphs[a.tokens[i].first_morph + k];
            gisa_buf_addf(out, "%s%.*s/%s", k ? "+" : "", GISA_ARG(m->form), gisa_tag_name(m->tag));
        }
        gisa_buf_add_char(out, '|');
    }
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
}

static void test_words(void)
{
    static const struct {
        const char *name, *words, *text, *want;
    } rows[] = {
        {"a noun gives way to a verb", "골리\tNNP\n", "사람을 골리다.",
         "사람/NNG+을/JKO|골리/VV+다/EF+./SF|"},
        {"and has its josa", "골리\tNNP\n", "골리가 막았다", "골리/NNP+가/JKS|막/VV+았/EP+다/EF|"},
        {"a noun wins over a noun with a josa", "비만\tNNP\n", "비만은 병이다",
         "비만/NNP+은/JX|병/NNG+이/VCP+다/EF|"},
        {"a word with a blank", "함박 스테이크\tNNP\n", "함박 스테이크를 샀다",
         "함박 스테이크/NNP+를/JKO|사/VV+았/EP+다/EF|"},
        {"and without", "함박 스테이크\tNNP\n", "함박스테이크를 샀다",
         "함박스테이크/NNP+를/JKO|사/VV+았/EP+다/EF|"},
        {"a given analysis", "했지라\t하/VV+았/EP+지라/EF\n", "어제 했지라.",
         "어제/NNG|하/VV+았/EP+지라/EF+./SF|"},
        {"a file with a byte order mark and CRLF", "\xEF\xBB\xBF누리챗봇상\tNNG\r\n",
         "누리챗봇상의 주인", "누리챗봇상/NNG+의/JKG|주인/NNG|"},
    };
    gisa_buf got = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(open_with(NULL, rows[i].words, NULL, &err), err, rows[i].name);
        tag(rows[i].text, &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void test_spans(void)
{
    gisa_analysis *work = NULL;
    gisa_annotation a = {0};
    gisa_error err;
    gisa_str text = GISA_STR("새 함박 스테이크를");
    WENT(open_with(NULL, "함박 스테이크\n", NULL, &err), err, "a word with a blank");
    WENT(gisa_analysis_open(analyzer, &work, &err), err, "a workspace");
    WENT(gisa_annotate(work, text, NULL, &a, &err), err, "a text");
    EQUAL(a.n_tokens, 2, "is one eojeol");
    SAME_C(gisa_span_text(a.tokens[1].span, text), "함박 스테이크를", "with what follows");
    SAME_C(gisa_span_text(a.morphs[a.tokens[1].first_morph].span, text), "함박 스테이크", "whole");
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
}

static void test_faults(void)
{
    static const struct {
        const char *name, *names, *words, *synonyms, *path, *said;
        gisa_status st;
    } rows[] = {
        {"a tag of words", "", "가\tXX\n", "", words, "line 1: no tag", GISA_EINVAL},
        {"a tag of names", "가\tXX\n", "가\tXX\n", "", names, "line 1: no tag", GISA_EINVAL},
        {"a name among words", "a\tOG\t가람\n", "가\tNNP\nb\tOG\t\tx\n", "", words,
         "line 2:", GISA_EINVAL},
        {"a name among names", "\na\tOG\t\tx\n", "가\tNNP\n", "", names, "line 2:", GISA_EINVAL},
        {"a synonym without another", "", "", "가람\n", synonyms, "line 1: a line", GISA_EINVAL},
        {"another encoding", "", "\xB0\xA1\tNNP\n", "", words, "not UTF-8", GISA_EENCODING},
    };
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        EQUAL(open_with(rows[i].names, rows[i].words, rows[i].synonyms, &err), rows[i].st,
              rows[i].name);
        OK(strstr(err.text, rows[i].said) && strstr(err.text, rows[i].path), err.text);
    }
    if (truncate(words, GISA_OWN_FILE_MAX + 1) == 0) {
        gisa_analyzer_opts opts = {.morphs_only = true, .words_path = words};
        EQUAL(gisa_analyzer_open(&opts, &analyzer, &err), GISA_ELIMIT, "a huge file is refused");
        OK(strstr(err.text, words) != NULL, "by its name");
    }
}

static uint64_t edition(const char *n, const char *w, const char *s)
{
    gisa_error err;
    WENT(open_with(n, w, s, &err), err, "an analyser");
    return gisa_analyzer_tokenizer(analyzer).own_lexicon;
}

static void test_editions(void)
{
    uint64_t one = edition(NULL, "가람\n나래 상\tNNG\n", NULL);
    EQUAL(edition(NULL, NULL, NULL), 0, "no files are no edition of one's own");
    EQUAL(edition("", "# none\n", "가람 = 나래\n"), 0, "nor are synonyms, which queries read");
    OK(one != 0, "words are");
    OK(one == edition(NULL, "\xEF\xBB\xBF나래 상\tNNG\r\n#\r\n가람\tNNP\r\n", NULL),
       "whatever their order");
    OK(one != edition("a\tOG\t다솜\n", "가람\n나래 상\tNNG\n", NULL), "names add to it");
    OK(edition("가람\n", NULL, NULL) == edition(NULL, "가람\n", NULL),
       "words count where they are");
}

/* The spellings of a word, joined by commas. */
static gisa_str spelled(const char *name, gisa_buf *out)
{
    gisa_spellings s = {0};
    gisa_error err = {0};
    gisa_buf_reset(out);
    WENT(gisa_own_lexicon_spellings(analyzer, gisa_str_from(name), &s, &err), err, name);
    for (size_t i = 0; i < s.n; i++) {
        if (i) gisa_buf_add_char(out, ',');
        gisa_buf_add(out, s.items[i].text);
    }
    gisa_spellings_clear(&s);
    return gisa_buf_view(out);
}

static void test_synonyms(void)
{
    gisa_buf got = {0};
    gisa_error err;
    WENT(open_with("lux\tOG\t럭스터|Luxter\n", NULL, "가람 = 나래\n럭스터 = 빛회사\n", &err), err,
         "synonyms");
    SAME_C(spelled("가람", &got), "가람,나래", "words that are the same");
    SAME_C(spelled("Luxter", &got), "럭스터,Luxter,빛회사", "a name has its own and those");
    SAME_C(spelled("빛회사", &got), "럭스터,Luxter,빛회사", "and they have the name's");
    SAME_C(spelled("다솜", &got), "", "others have none");
    WENT(open_with(NULL, "이을 공방\n가람\n", NULL, &err), err, "words");
    SAME_C(spelled("이을 공방", &got), "이을 공방", "a word with a blank is its own spelling");
    SAME_C(spelled("이을 공방들", &got), "", "and no longer one");
    SAME_C(spelled("가람", &got), "", "nor one without a blank");
    gisa_buf_clear(&got);
}

static void test_notes(void)
{
    gisa_error err;
    gisa_buf want = {0};
    WENT(open_with(NULL, "가람\n가람\n골리\n", "가람 = 나래 = 가람\n", &err), err, "much to say");
    gisa_buf_addf(
        &want,
        "%s: line 2 is the same as line 1\n"
        "%s: line 3: 골리 is also the stem of a verb, 골리다; where the verb fits better it is "
        "that\n"
        "%s: line 1: 가람 is in line 1 too; once is enough\n",
        words, words, synonyms);
    SAME_C(gisa_analyzer_own_notes(analyzer), want.p, "is said with the files");
    gisa_buf_clear(&want);
}

int main(void)
{
    if (!OK(mkdtemp(folder) != NULL, "a scratch folder can be made")) return test_end();
    snprintf(names, sizeof names, "%s/n.names.tsv", folder);
    snprintf(words, sizeof words, "%s/words.tsv", folder);
    snprintf(synonyms, sizeof synonyms, "%s/synonyms.tsv", folder);
    test_words();
    test_spans();
    test_editions();
    test_synonyms();
    test_notes();
    test_faults();
    gisa_analyzer_close(analyzer);
    remove(names);
    remove(words);
    remove(synonyms);
    remove(folder);
    return test_end();
}
