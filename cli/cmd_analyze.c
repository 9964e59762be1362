/* gisa analyze: one text a line on stdin, one analysis a line on stdout; no database. */
#include <stdlib.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "nlp/annotate.h"

#define LINE_MAX_BYTES ((size_t)64 << 20)

typedef struct job {
    cli *c;
    gisa_analysis *work;
    gisa_annotation a;
    gisa_buf out;
    uint64_t line;
    bool entities;
    void (*print)(struct job *job, gisa_str text);
} job;

/* Turns byte offsets, asked for in rising order, into code points. */
typedef struct counter {
    gisa_str text;
    size_t byte, chars;
} counter;

static int64_t chars_at(counter *k, size_t byte)
{
    if (byte < k->byte) *k = (counter){.text = k->text};
    for (; k->byte < byte; k->chars++) {
        uint32_t cp;
        k->byte += gisa_utf8_next(k->text, k->byte, &cp);
    }
    return (int64_t)k->chars;
}

static void put_span(gisa_json *w, counter *k, gisa_span s)
{
    gisa_json_key_int(w, "start", chars_at(k, s.start));
    counter end = *k;
    gisa_json_key_int(w, "end", chars_at(&end, s.end));
}

static void put_token(job *j, gisa_json *w, counter *k, const gisa_token *t, gisa_str text)
{
    gisa_json_object(w);
    gisa_json_key_str(w, "text", gisa_span_text(t->span, text));
    put_span(w, k, t->span);
    gisa_json_key(w, "morphs");
    gisa_json_array(w);
    for (uint32_t i = 0; i < t->n_morphs; i++) {
        const gisa_morph *m = &j->a.morphs[t->first_morph + i];
        gisa_json_object(w);
        gisa_json_key_str(w, "form", m->form);
        gisa_json_key_c(w, "tag", gisa_tag_name(m->tag));
        put_span(w, k, m->span);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    gisa_json_end(w);
}

static void put_entities(job *j, gisa_json *w, gisa_str text)
{
    counter k = {.text = text};
    gisa_json_key(w, "entities");
    gisa_json_array(w);
    for (size_t i = 0; i < j->a.n_entities; i++) {
        const gisa_entity *e = &j->a.entities[i];
        gisa_json_object(w);
        put_span(w, &k, e->span);
        gisa_json_key_c(w, "type", gisa_entity_type_name(e->type));
        gisa_json_key_str(w, "id", e->id);
        gisa_json_key_str(w, "text", gisa_span_text(e->span, text));
        gisa_json_end(w);
    }
    gisa_json_end(w);
}

static void print_json(job *j, gisa_str text)
{
    gisa_json w = gisa_json_make(&j->out);
    counter k = {.text = text};
    gisa_json_object(&w);
    gisa_json_key_str(&w, "text", text);
    gisa_json_key(&w, "sentences");
    gisa_json_array(&w);
    for (size_t i = 0; i < j->a.n_sentences; i++) {
        const gisa_sentence *s = &j->a.sentences[i];
        gisa_json_object(&w);
        put_span(&w, &k, s->span);
        gisa_json_key(&w, "tokens");
        gisa_json_array(&w);
        for (uint32_t t = 0; t < s->n_tokens; t++)
            put_token(j, &w, &k, &j->a.tokens[s->first_token + t], text);
        gisa_json_end(&w);
        gisa_json_end(&w);
    }
    gisa_json_end(&w);
    if (j->entities) put_entities(j, &w, text);
    gisa_json_end(&w);
    gisa_buf_add_char(&j->out, '\n');
}

/* A morpheme list: forms or tags of a token joined by "+". */
static void put_joined(job *j, const gisa_token *t, bool tags)
{
    for (uint32_t i = 0; i < t->n_morphs; i++) {
        const gisa_morph *m = &j->a.morphs[t->first_morph + i];
        if (i > 0) gisa_buf_add_char(&j->out, '+');
        if (tags)
            gisa_buf_add_c(&j->out, gisa_tag_name(m->tag));
        else
            gisa_buf_add(&j->out, m->form);
    }
    if (t->n_morphs == 0) gisa_buf_add_char(&j->out, '_');
}

static const char *universal_tag(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNB:
    case GISA_TAG_XR: return "NOUN";
    case GISA_TAG_NNP: return "PROPN";
    case GISA_TAG_NR:
    case GISA_TAG_SN: return "NUM";
    case GISA_TAG_NP: return "PRON";
    case GISA_TAG_VV: return "VERB";
    case GISA_TAG_VX: return "AUX";
    case GISA_TAG_VA:
    case GISA_TAG_VCN: return "ADJ";
    case GISA_TAG_MM: return "DET";
    case GISA_TAG_MAG: return "ADV";
    case GISA_TAG_MAJ: return "CCONJ";
    case GISA_TAG_IC: return "INTJ";
    case GISA_TAG_SF:
    case GISA_TAG_SP:
    case GISA_TAG_SS:
    case GISA_TAG_SE:
    case GISA_TAG_SO: return "PUNCT";
    case GISA_TAG_SW: return "SYM";
    default: return "X";
    }
}

/* CoNLL-U (universaldependencies.org/format.html): an eojeol is a word, XPOS its Sejong tags, no
 * syntax. Fields may hold no line break or tab, and a text line holds none. */
static void print_conllu(job *j, gisa_str text)
{
    for (size_t i = 0; i < j->a.n_sentences; i++) {
        const gisa_sentence *s = &j->a.sentences[i];
        gisa_buf_addf(&j->out, "# sent_id = %llu-%zu\n# text = ", (unsigned long long)j->line,
                      i + 1);
        gisa_buf_add(&j->out, gisa_span_text(s->span, text));
        gisa_buf_add_char(&j->out, '\n');
        for (uint32_t t = 0; t < s->n_tokens; t++) {
            const gisa_token *token = &j->a.tokens[s->first_token + t];
            gisa_buf_addf(&j->out, "%u\t", t + 1);
            gisa_buf_add(&j->out, gisa_span_text(token->span, text));
            gisa_buf_add_char(&j->out, '\t');
            put_joined(j, token, false);
            gisa_buf_addf(
                &j->out, "\t%s\t",
                universal_tag(token->n_morphs ? j->a.morphs[token->first_morph].tag : GISA_TAG_SW));
            put_joined(j, token, true);
            gisa_buf_add_c(&j->out, "\t_\t_\t_\t_\t_\n");
        }
        gisa_buf_add_char(&j->out, '\n');
    }
}

/* One line a text: eojeols separated by tabs, each "form/TAG+form/TAG". */
static void print_tsv(job *j, gisa_str text)
{
    (void)text;
    for (size_t i = 0; i < j->a.n_tokens; i++) {
        const gisa_token *t = &j->a.tokens[i];
        if (i > 0) gisa_buf_add_char(&j->out, '\t');
        for (uint32_t k = 0; k < t->n_morphs; k++) {
            const gisa_morph *m = &j->a.morphs[t->first_morph + k];
            if (k > 0) gisa_buf_add_char(&j->out, '+');
            gisa_buf_add(&j->out, m->form);
            gisa_buf_addf(&j->out, "/%s", gisa_tag_name(m->tag));
        }
    }
    gisa_buf_add_char(&j->out, '\n');
}

static int run_lines(job *j)
{
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    int code = CLI_NOTHING;
    while ((n = getline(&line, &cap, stdin)) >= 0) {
        gisa_error err = {0};
        gisa_str text = {line, (size_t)n};
        if (text.n > 0 && text.p[text.n - 1] == '\n') text.n--;
        if (text.n > 0 && text.p[text.n - 1] == '\r') text.n--;
        j->line++;
        if (text.n > LINE_MAX_BYTES) {
            cli_warn(j->c, "line %llu: %zu bytes, only the first %zu are analysed",
                     (unsigned long long)j->line, text.n, LINE_MAX_BYTES);
            text = gisa_utf8_clip(text, LINE_MAX_BYTES);
        }
        if (gisa_utf8_bad(text) != GISA_NPOS)
            cli_warn(j->c, "line %llu: byte %zu is not UTF-8; ill-formed bytes count as U+FFFD",
                     (unsigned long long)j->line, gisa_utf8_bad(text));
        gisa_annotate_opts opts = {.morphs_only = !j->entities};
        if (gisa_annotate(j->work, text, &opts, &j->a, &err) < 0) {
            code = cli_fail(j->c, &err);
            break;
        }
        j->print(j, text);
        code = CLI_FOUND;
        if (gisa_buf_check(&j->out, "an analysis", &err) < 0) {
            code = cli_fail(j->c, &err);
            break;
        }
        if (!cli_flush(j->c, &j->out)) break;
    }
    free(line);
    return code;
}

int cmd_analyze(cli *c, int argc, char **argv)
{
    const char *format = "jsonl";
    job j = {.c = c, .print = print_json};
    gisa_analyzer_opts opts = {0};
    const cli_option options[] = {
        {"entities", 'e', CLI_FLAG, &j.entities, NULL, "also find names, dates and quantities"},
        {"format", 'f', CLI_TEXT, &format, "FORM", "jsonl (the default), conllu or tsv"},
        {"lexicon", 'l', CLI_TEXT, &opts.lexicon_path, "FILE",
         "words of your own, which always win"},
    };
    const cli_usage usage = {
        .name = "analyze",
        .args = "< TEXT",
        .summary = "split Korean text into sentences, eojeols and morphemes",
        .details =
            "Reads one text a line and writes one analysis a line. Offsets are code points.\n",
        .options = options,
        .n_options = sizeof options / sizeof *options,
    };
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (strcmp(format, "conllu") == 0)
        j.print = print_conllu;
    else if (strcmp(format, "tsv") == 0)
        j.print = print_tsv;
    else if (strcmp(format, "jsonl") != 0) {
        cli_error(c, "--format %s: must be jsonl, conllu or tsv", format);
        return CLI_FAILED;
    }
    if (n_args > 0) {
        cli_error(c, "analyze reads standard input; try: gisa analyze < %s", args[0]);
        return CLI_FAILED;
    }
    gisa_error err = {0};
    gisa_analyzer *analyzer = NULL;
    if (gisa_analyzer_open(&opts, &analyzer, &err) < 0 ||
        gisa_analysis_open(analyzer, &j.work, &err) < 0)
        code = cli_fail(c, &err);
    else
        code = run_lines(&j);
    gisa_analysis_close(j.work);
    gisa_annotation_clear(&j.a);
    gisa_buf_clear(&j.out);
    gisa_analyzer_close(analyzer);
    return code;
}
