#include "corpus/record.h"

gisa_status gisa_record_text(gisa_record *record, gisa_error *err)
{
    gisa_buf_reset(&record->text);
    gisa_buf_add(&record->text, record->article.title);
    gisa_buf_add_char(&record->text, '\n');
    gisa_buf_add(&record->text, record->article.body);
    return gisa_buf_check(&record->text, "an article's text", err);
}

void gisa_record_clear(gisa_record *record)
{
    gisa_article_clear(&record->article);
    gisa_buf_clear(&record->text);
    gisa_annotation_clear(&record->annotation);
    gisa_terms_clear(&record->title_terms);
    gisa_terms_clear(&record->body_terms);
    record->capture = 0;
    record->origin[0] = '\0';
}
