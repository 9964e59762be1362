#include "nlp/facts/speech_josa.h"

typedef struct josa {
    const char *form;
    gisa_tag tag;
} josa;

/* Those that others may follow: 에서는, 와의. */
static const josa first[] = {
    {"에서", GISA_TAG_JKB}, {"에게", GISA_TAG_JKB}, {"으로", GISA_TAG_JKB}, {"에", GISA_TAG_JKB},
    {"로", GISA_TAG_JKB},   {"와", GISA_TAG_JC},    {"과", GISA_TAG_JC},
};

static const josa last[] = {
    {"은", GISA_TAG_JX},  {"는", GISA_TAG_JX},    {"도", GISA_TAG_JX},  {"만", GISA_TAG_JX},
    {"이", GISA_TAG_JKS}, {"가", GISA_TAG_JKS},   {"을", GISA_TAG_JKO}, {"를", GISA_TAG_JKO},
    {"의", GISA_TAG_JKG}, {"께서", GISA_TAG_JKS},
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const josa *begins(const josa *list, size_t n, gisa_str s)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_str_begins(s, list[i].form)) return &list[i];
    return NULL;
}

static size_t put(gisa_morph *m, const josa *j, uint32_t at)
{
    gisa_str form = gisa_str_from(j->form);
    *m = (gisa_morph){.span = {at, at + (uint32_t)form.n}, .tag = j->tag, .form = form};
    return form.n;
}

size_t gisa_speech_josa(gisa_str text, gisa_span rest, gisa_morph out[2])
{
    gisa_str s = gisa_span_text(rest, text);
    const josa *j = begins(first, COUNT(first), s);
    size_t at = 0, n = 0;
    if (j) at = put(&out[n++], j, rest.start);
    if (at == s.n) return n;
    j = begins(last, COUNT(last), gisa_str_cut(s, at, s.n));
    if (!j) return 0;
    at += put(&out[n], j, rest.start + (uint32_t)at);
    return at == s.n ? n + 1 : 0;
}

bool gisa_speech_closes(gisa_str text, size_t end)
{
    static const char *const marks[] = {")", "]", "’", "”", "'", "\"", ">", "〉", "》", "」", "』"};
    gisa_str before = gisa_str_cut(text, 0, end);
    for (size_t i = 0; i < COUNT(marks); i++)
        if (gisa_str_ends(before, gisa_str_from(marks[i]))) return true;
    return false;
}
