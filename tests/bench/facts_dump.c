/* Reads one JSON object a line (title, body, published), writes what gisa_facts_find says of it,
 * one JSON object a line with code point offsets. For facts.py and entities.py, which compile it.
 * With --time N it analyses everything N times and prints the milliseconds for each text. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "nlp/facts/fact.h"

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

static json_t *dump(gisa_str text, const gisa_annotation *a)
{
    json_t *out = json_object(), *list = json_array();
    for (size_t i = 0; i < a->n_entities; i++) {
        json_t *o = span(text, a->entities[i].span);
        json_object_set_new(o, "type", json_string(gisa_entity_type_name(a->entities[i].type)));
        put_str(o, "id", a->entities[i].id);
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "entities", list);
    list = json_array();
    for (size_t i = 0; i < a->n_quotes; i++) {
        json_t *o = span(text, a->quotes[i].span);
        gisa_span s = a->quotes[i].speaker;
        put_str(o, "speaker", s.end ? gisa_span_text(s, text) : GISA_NONE);
        json_object_set_new(o, "direct", json_boolean(a->quotes[i].direct));
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
        json_array_append_new(list, o);
    }
    json_object_set_new(out, "figures", list);
    return out;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 && strcmp(argv[1], "--time") == 0 ? atoi(argv[2]) : 0;
    gisa_error err = {0};
    gisa_gazetteer *g;
    if (gisa_gazetteer_open(GISA_NONE, &g, &err) < 0) return fprintf(stderr, "%s\n", err.text), 2;
    char *line = NULL;
    size_t cap = 0;
    double texts = 0, total_chars = 0;
    double spent = 0;
    gisa_annotation a = {0};
    while (getline(&line, &cap, stdin) > 0) {
        json_t *o = json_loads(line, 0, NULL);
        if (!o) return fprintf(stderr, "bad line\n"), 2;
        const char *title = json_string_value(json_object_get(o, "title"));
        const char *published = json_string_value(json_object_get(o, "published"));
        gisa_buf text = {0};
        if (title) gisa_buf_add_c(&text, title), gisa_buf_add_c(&text, "\n");
        gisa_fact_opts opts = {.body = text.n};
        gisa_buf_add_c(&text, json_string_value(json_object_get(o, "body")));
        if (published) gisa_time_parse_iso(gisa_str_from(published), &opts.reference);
        clock_t start = clock();
        for (int i = 0; i <= rounds; i++) {
            gisa_annotation_reset(&a);
            if (gisa_facts_find(g, gisa_buf_view(&text), &opts, &a, &err) < 0)
                return fprintf(stderr, "%s\n", err.text), 2;
        }
        spent += (double)(clock() - start) / CLOCKS_PER_SEC * 1e3;
        texts += rounds + 1;
        total_chars += (double)gisa_utf8_chars(gisa_buf_view(&text)) * (rounds + 1);
        if (!rounds) {
            json_t *out = dump(gisa_buf_view(&text), &a);
            json_dumpf(out, stdout, JSON_REAL_PRECISION(12));
            printf("\n");
            json_decref(out);
        }
        json_decref(o);
        gisa_buf_clear(&text);
    }
    if (rounds && texts > 0)
        printf("%.4f ms a text, %.4f ms for 2,000 characters\n", spent / texts,
               spent / total_chars * 2000);
    gisa_annotation_clear(&a);
    gisa_gazetteer_close(g);
    free(line);
    return 0;
}
