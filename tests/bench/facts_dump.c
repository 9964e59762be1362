/* Reads one JSON object a line (title, body, published), writes what gisa_annotate says of it, one
 * JSON object a line with code point offsets. For facts.py, facts_sample.py and entities.py, which
 * compile it. With --import words are read by themselves, as gisa import does; with --time N it
 * analyses everything N times and prints the milliseconds for each text, with names and facts and
 * without. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "nlp/annotate.h"

static size_t chars(gisa_str text, size_t at)
{
    return gisa_utf8_chars(gisa_str_cut(text, 0, at));
}

static json_t *span(gisa_str text, gisa_span s)
{
    return json_pack("{s:i,s:i,s:s%}", "start", (int)chars(text, s.start), "end",
                     (int)chars(text, s.end), "text", text.p + s.start, (size_t)(s.end - s.start));
}

static void put_str(json_t *o, const char *key, gisa_str s)
{
    json_object_set_new(o, key, s.p ? json_stringn(s.p, s.n) : json_null());
}

static void put_place(json_t *o, const char *key, gisa_str text, gisa_span s)
{
    json_t *place = s.end > s.start
                        ? json_pack("[i,i]", (int)chars(text, s.start), (int)chars(text, s.end))
                        : json_null();
    json_object_set_new(o, key, place);
}

static json_t *dump(gisa_str text, const gisa_annotation *a)
{
    json_t *out = json_object(), *list = json_array();
    for (size_t i = 0; i < a->n_entities; i++) {
        json_t *o = span(text, a->entities[i].span);
        json_object_set_new(o, "type", json_string(gisa_entity_type_name(a->entities[i].type)));
        put_str(o, "id", a->entities[i].id);
        put_str(o, "family", a->entities[i].family);
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "entities", list);
    list = json_array();
    for (size_t i = 0; i < a->n_quotes; i++) {
        json_t *o = span(text, a->quotes[i].span);
        gisa_span s = a->quotes[i].speaker;
        put_str(o, "speaker", s.end ? gisa_span_text(s, text) : GISA_NONE);
        put_place(o, "speaker_at", text, s);
        json_object_set_new(o, "direct", json_boolean(a->quotes[i].direct));
        json_object_set_new(o, "kind", json_string(gisa_speaker_kind_name(a->quotes[i].kind)));
        put_place(o, "medium", text, a->quotes[i].medium);
        put_place(o, "affiliation", text, a->quotes[i].affiliation);
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "quotes", list);
    list = json_array();
    for (size_t i = 0; i < a->n_dates; i++) {
        json_t *o = span(text, a->dates[i].span);
        put_str(o, "value", a->dates[i].value);
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "dates", list);
    list = json_array();
    for (size_t i = 0; i < a->n_figures; i++) {
        json_t *o = span(text, a->figures[i].span);
        json_object_set_new(o, "value", json_real(a->figures[i].value));
        put_str(o, "unit", a->figures[i].unit);
        const gisa_figure *f = &a->figures[i];
        json_object_set_new(o, "bound", json_string(gisa_bound_name(f->bound)));
        json_object_set_new(o, "low", json_real(f->low));
        json_object_set_new(o, "high", json_real(f->high));
        put_place(o, "noun", text, f->noun);
        put_place(o, "owner", text, f->owner);
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "figures", list);
    return out;
}

typedef struct work {
    gisa_analyzer *analyzer;
    gisa_analysis *analysis;
    gisa_annotation a;
    int rounds;
    double spent[2]; /* seconds: morphemes alone, everything */
    double texts, chars;
} work;

/* Analyses a text; the time goes to w->spent. */
static int annotate(work *w, gisa_str text, const gisa_annotate_opts *opts)
{
    gisa_error err = {0};
    for (int all = w->rounds ? 0 : 1; all < 2; all++) {
        gisa_annotate_opts how = *opts;
        how.morphs_only = !all;
        clock_t start = clock();
        for (int i = 0; i <= w->rounds; i++)
            if (gisa_annotate(w->analysis, text, &how, &w->a, &err) < 0)
                return fprintf(stderr, "%s\n", err.text), 2;
        w->spent[all] += (double)(clock() - start) / CLOCKS_PER_SEC;
    }
    w->texts += w->rounds + 1;
    w->chars += (double)gisa_utf8_chars(text) * (w->rounds + 1);
    return 0;
}

static int take_line(work *w, const char *line)
{
    json_t *o = json_loads(line, 0, NULL);
    if (!o) return fprintf(stderr, "bad line\n"), 2;
    const char *title = json_string_value(json_object_get(o, "title"));
    const char *published = json_string_value(json_object_get(o, "published"));
    gisa_annotate_opts opts = {0};
    gisa_buf text = {0};
    if (title && *title) {
        gisa_buf_add_c(&text, title);
        opts.title_end = text.n;
        gisa_buf_add_c(&text, "\n");
    }
    gisa_buf_add_c(&text, json_string_value(json_object_get(o, "body")));
    if (published) gisa_time_parse_iso(gisa_str_from(published), &opts.published);
    int code = annotate(w, gisa_buf_view(&text), &opts);
    if (!code && !w->rounds) {
        json_t *out = dump(gisa_buf_view(&text), &w->a);
        json_dumpf(out, stdout, JSON_REAL_PRECISION(12));
        printf("\n");
        json_decref(out);
    }
    json_decref(o);
    gisa_buf_clear(&text);
    return code;
}

int main(int argc, char **argv)
{
    gisa_analyzer_opts how = {0};
    work w = {0};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--import") == 0) how.isolated_words = true;
        if (strcmp(argv[i], "--time") == 0 && i + 1 < argc) w.rounds = atoi(argv[i + 1]);
    }
    gisa_error err = {0};
    if (gisa_analyzer_open(&how, &w.analyzer, &err) < 0 ||
        gisa_analysis_open(w.analyzer, &w.analysis, &err) < 0)
        return fprintf(stderr, "%s\n", err.text), 2;
    char *line = NULL;
    size_t cap = 0;
    int code = 0;
    while (!code && getline(&line, &cap, stdin) > 0) code = take_line(&w, line);
    if (w.rounds && w.texts > 0)
        printf("%.4f ms a text, of it %.4f (%.1f %%) for names and facts\n",
               w.spent[1] / w.texts * 1e3, (w.spent[1] - w.spent[0]) / w.texts * 1e3,
               (w.spent[1] - w.spent[0]) / w.spent[1] * 100);
    gisa_annotation_clear(&w.a);
    gisa_analysis_close(w.analysis);
    gisa_analyzer_close(w.analyzer);
    free(line);
    return code;
}
