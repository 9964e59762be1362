/* Morphemes and names of a text: analyze TEXT */
#include <stdio.h>

#include "gisa.h"

static void print_annotation(gisa_str text, const gisa_annotation *a)
{
    for (size_t i = 0; i < a->n_tokens; i++) {
        const gisa_token *token = &a->tokens[i];
        printf("%.*s\t", GISA_ARG(gisa_span_text(token->span, text)));
        for (uint32_t k = 0; k < token->n_morphs; k++) {
            const gisa_morph *morph = &a->morphs[token->first_morph + k];
            printf("%s%.*s/%s", k ? " + " : "", GISA_ARG(morph->form), gisa_tag_name(morph->tag));
        }
        printf("\n");
    }
    for (size_t i = 0; i < a->n_entities; i++)
        printf("%s\t%.*s\n", gisa_entity_type_name(a->entities[i].type),
               GISA_ARG(gisa_span_text(a->entities[i].span, text)));
}

int main(int argc, char **argv)
{
    gisa_analyzer *analyzer = NULL; /* what all threads share */
    gisa_analysis *work = NULL;     /* what a thread has to itself */
    gisa_annotation annotation = {0};
    gisa_error err = {0};
    gisa_str text = gisa_str_from(argc > 1 ? argv[1] : "");
    gisa_status st = gisa_analyzer_open(NULL, &analyzer, &err);
    if (st >= 0) st = gisa_analysis_open(analyzer, &work, &err);
    if (st >= 0) st = gisa_annotate(work, text, NULL, &annotation, &err);
    if (st >= 0)
        print_annotation(text, &annotation);
    else
        fprintf(stderr, "%s\n", err.text);
    gisa_annotation_clear(&annotation);
    gisa_analysis_close(work);
    gisa_analyzer_close(analyzer);
    return st < 0;
}
