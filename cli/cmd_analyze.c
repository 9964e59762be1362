/* gisa analyze: one text a line on stdin, one analysis a line on stdout; no database. */
#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/own_words.h"
#include "cli/reading.h"

#define LINE_MAX_BYTES   ((size_t)64 << 20)
#define EXPLAIN_READINGS 5

typedef struct job {
    cli *c;
    gisa_analysis *work;
    gisa_annotation a;
    gisa_buf out;
    cli_format form; /* of what is printed */
    uint64_t line;
    bool entities, klue;
    uint64_t nbest;      /* readings a sentence; 0: the usual analysis */
    const char *explain; /* the word to explain, or NULL */
    bool explained;      /* it was found */
    reading_job readings;
    gisa_status (*print)(struct job *job, gisa_str text, gisa_error *err);
} job;

static morphs morphs_of(const job *j, const gisa_token *t)
{
    return (morphs){t->span, &j->a.morphs[t->first_morph], t->n_morphs};
}

static void put_entities(job *j, gisa_json *w, gisa_str text)
{
    token_counter k = {.text = text};
    gisa_json_key(w, "entities");
    gisa_json_array(w);
    for (size_t i = 0; i < j->a.n_entities; i++) {
        const gisa_entity *e = &j->a.entities[i];
        gisa_json_object(w);
        token_put_span(w, &k, e->span);
        gisa_json_key_c(w, "type", gisa_entity_type_name(e->type));
        gisa_json_key_str(w, "id", e->id);
        gisa_json_key_str(w, "text", gisa_span_text(e->span, text));
        gisa_json_end(w);
    }
    gisa_json_end(w);
}

static gisa_status put_tokens(job *j, gisa_json *w, token_counter *k, const gisa_sentence *s,
                              gisa_error *err)
{
    if (j->nbest) {
        gisa_json_key(w, "analyses");
        return reading_put_json(&j->readings, w, k, s, err);
    }
    gisa_json_key(w, "tokens");
    gisa_json_array(w);
    for (uint32_t t = 0; t < s->n_tokens; t++)
        token_put_json(w, k, morphs_of(j, &j->a.tokens[s->first_token + t]));
    gisa_json_end(w);
    return GISA_OK;
}

static gisa_status print_json(job *j, gisa_str text, gisa_error *err)
{
    gisa_json w = gisa_json_make(&j->out);
    token_counter k = {.text = text};
    gisa_status st;
    gisa_json_object(&w);
    gisa_json_key_str(&w, "text", text);
    gisa_json_key(&w, "sentences");
    gisa_json_array(&w);
    for (size_t i = 0; i < j->a.n_sentences; i++) {
        const gisa_sentence *s = &j->a.sentences[i];
        gisa_json_object(&w);
        token_put_span(&w, &k, s->span);
        if ((st = put_tokens(j, &w, &k, s, err)) < 0) return st;
        gisa_json_end(&w);
    }
    gisa_json_end(&w);
    if (j->entities) put_entities(j, &w, text);
    gisa_json_end(&w);
    gisa_buf_add_char(&j->out, '\n');
    return GISA_OK;
}

/* CoNLL-U (universaldependencies.org/format.html): an eojeol is a word, XPOS its Sejong tags, no
 * syntax. Fields may hold no line break or tab, and a text line holds none. */
static gisa_status print_conllu(job *j, gisa_str text, gisa_error *err)
{
    if (j->nbest) return reading_put_conllu(&j->readings, err);
    for (size_t i = 0; i < j->a.n_sentences; i++) {
        const gisa_sentence *s = &j->a.sentences[i];
        gisa_buf_addf(&j->out, "# sent_id = %llu-%zu\n# text = ", (unsigned long long)j->line,
                      i + 1);
        gisa_buf_add(&j->out, gisa_span_text(s->span, text));
        gisa_buf_add_char(&j->out, '\n');
        for (uint32_t t = 0; t < s->n_tokens; t++)
            token_put_conllu(&j->out, t + 1, morphs_of(j, &j->a.tokens[s->first_token + t]), text);
        gisa_buf_add_char(&j->out, '\n');
    }
    return GISA_OK;
}

/* One line a text: eojeols separated by tabs, each "form/TAG+form/TAG". */
static gisa_status print_tsv(job *j, gisa_str text, gisa_error *err)
{
    (void)text;
    if (j->nbest) return reading_put_tsv(&j->readings, err);
    for (size_t i = 0; i < j->a.n_tokens; i++) {
        if (i > 0) gisa_buf_add_char(&j->out, '\t');
        token_put_tsv(&j->out, morphs_of(j, &j->a.tokens[i]));
    }
    gisa_buf_add_char(&j->out, '\n');
    return GISA_OK;
}

static gisa_status print_explanation(job *j, gisa_str text, gisa_error *err)
{
    (void)text;
    gisa_status st = reading_explain(&j->readings, j->c, gisa_str_from(j->explain), err);
    j->explained = j->explained || st == GISA_OK;
    return st;
}

/* Analyses and prints one text. Returns: false when nothing more can be done; *code says why. */
static bool run_text(job *j, gisa_str text, int *code)
{
    gisa_error err = {0};
    gisa_annotate_opts opts = {.morphs_only = !j->entities, .klue_names = j->klue};
    if (text.n > LINE_MAX_BYTES) {
        cli_warn(j->c, "line %llu: %zu bytes, only the first %zu are analysed",
                 (unsigned long long)j->line, text.n, LINE_MAX_BYTES);
        text = gisa_utf8_clip(text, LINE_MAX_BYTES);
    }
    size_t bad = gisa_utf8_bad(text);
    if (bad != GISA_NPOS)
        cli_warn(j->c, "line %llu: byte %zu is not UTF-8; ill-formed bytes count as U+FFFD",
                 (unsigned long long)j->line, bad);
    j->readings.text = text;
    j->readings.line = j->line;
    if (gisa_annotate(j->work, text, &opts, &j->a, &err) < 0 || j->print(j, text, &err) < 0 ||
        gisa_buf_check(&j->out, "an analysis", &err) < 0) {
        *code = cli_fail(j->c, &err);
        return false;
    }
    *code = CLI_FOUND;
    return cli_flush(j->c, j->form, &j->out);
}

static int run_lines(job *j)
{
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    int code = CLI_NOTHING;
    bool more = true;
    while (more && !(j->explain && isatty(STDIN_FILENO)) &&
           (n = getline(&line, &cap, stdin)) != -1) {
        gisa_str text = {line, (size_t)n};
        if (gisa_str_ends(text, GISA_STR("\n"))) text.n--;
        if (gisa_str_ends(text, GISA_STR("\r"))) text.n--;
        j->line++;
        more = run_text(j, text, &code);
    }
    free(line);
    if (j->explain && j->line == 0) run_text(j, gisa_str_from(j->explain), &code);
    return j->explain && !j->explained && code == CLI_FOUND ? CLI_NOTHING : code;
}

/* Chooses what is printed by the options. Returns: false with the fault said. */
static bool choose_print(job *j, const char *format)
{
    if (j->nbest > GISA_READINGS_MAX) {
        cli_error(j->c, "--nbest %llu: must be 1 to %u", (unsigned long long)j->nbest,
                  GISA_READINGS_MAX);
        return false;
    }
    j->entities = j->entities || j->klue;
    if (j->explain && format) {
        cli_error(j->c, "--explain writes text for people; leave out --format");
        return false;
    }
    if (j->explain && !*j->explain) {
        cli_error(j->c, "--explain: name a word, as in gisa analyze --explain 공개했다");
        return false;
    }
    j->readings.most = j->nbest ? (uint32_t)j->nbest : EXPLAIN_READINGS;
    if (j->explain)
        j->print = print_explanation;
    else if (!format || strcmp(format, "jsonl") == 0)
        j->print = print_json;
    else if (strcmp(format, "conllu") == 0)
        j->print = print_conllu;
    else if (strcmp(format, "tsv") == 0)
        j->print = print_tsv;
    j->form = j->explain ? CLI_TABLE : j->print == print_json ? CLI_JSON : CLI_CSV;
    if (!j->print) cli_error(j->c, "--format %s: must be jsonl, conllu or tsv", format);
    return j->print != NULL;
}

int cmd_analyze(cli *c, int argc, char **argv)
{
    const char *format = NULL;
    job j = {.c = c};
    const cli_option options[] = {
        {"entities", 'e', CLI_FLAG, &j.entities, NULL, "also find names, dates and quantities"},
        {"explain", 'x', CLI_TEXT, &j.explain, "WORD", "tell why eojeols with WORD are read so"},
        {"format", 'f', CLI_TEXT, &format, "FORM", "jsonl (the default), conllu or tsv"},
        {"klue", 'k', CLI_FLAG, &j.klue, NULL, "names by KLUE-NER's conventions"},
        {"nbest", 'n', CLI_NUMBER, &j.nbest, "N", "the N best analyses of each sentence"},
    };
    const cli_usage usage = {
        .name = "analyze",
        .args = "< TEXT",
        .summary = "split Korean text into sentences, eojeols and morphemes",
        .details = "Reads one text a line and writes one analysis a line. Offsets are code "
                   "points.\nWithout input, --explain takes WORD alone.\n",
        .options = options,
        .n_options = sizeof options / sizeof *options,
    };
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (!choose_print(&j, format)) return CLI_FAILED;
    if (n_args > 0) {
        cli_error(c, "analyze reads standard input; try: gisa analyze < %s", args[0]);
        return CLI_FAILED;
    }
    gisa_error err = {0};
    gisa_analyzer *analyzer = NULL;
    if (own_words_open(c, &analyzer, &err) < 0 || gisa_analysis_open(analyzer, &j.work, &err) < 0) {
        code = cli_fail(c, &err);
    } else {
        j.readings.work = j.work;
        j.readings.a = &j.a;
        j.readings.out = &j.out;
        code = run_lines(&j);
    }
    gisa_analysis_close(j.work);
    gisa_annotation_clear(&j.a);
    gisa_arena_clear(&j.readings.arena);
    gisa_buf_clear(&j.out);
    gisa_analyzer_close(analyzer);
    return code;
}
