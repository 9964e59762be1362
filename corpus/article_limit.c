/* The ceilings of an article's fields: far above anything that the press prints, so that a hostile
 * or broken record costs no reader seconds. */
#include "base/utf8.h"
#include "corpus/article.h"

/* Characters of texts, items of lists. A text that is cut still says what it said; an address
 * would name another page, so it is left out. */
enum {
    MAX_ID = 200,
    MAX_ADDRESS = 8000,
    MAX_NAME = 200,
    MAX_LANG = 35, /* RFC 5646, section 4.4.1 */
    MAX_WORD = 20,
    MAX_TITLE = 1000,
    MAX_SUBTITLE = 4000,
    MAX_NOTICE = 4000,
    MAX_CAPTION = 4000,
    MAX_BODY = 2000000,
    MAX_PARAGRAPHS = 50000,
    MAX_AUTHORS = 200,
    MAX_CAPTIONS = 500,
};

/* Where a text of more than max characters is to be cut; GISA_NPOS: it is not that long. */
static size_t cut_at(gisa_str s, size_t max)
{
    size_t at = gisa_utf8_offset(s, max);
    return at < s.n ? at : GISA_NPOS;
}

static void cut(gisa_str *field, const char *name, size_t max, gisa_article_notes *notes)
{
    size_t at = cut_at(*field, max);
    if (at == GISA_NPOS) return;
    notes->n_cut++;
    gisa_article_note(notes, "%s cut after %zu of %zu characters", name, max,
                      gisa_utf8_chars(*field));
    *field = gisa_str_trim(gisa_str_cut(*field, 0, at));
}

static void leave_out(gisa_str *field, const char *name, size_t max, gisa_article_notes *notes)
{
    if (cut_at(*field, max) == GISA_NPOS) return;
    notes->n_cut++;
    gisa_article_note(notes, "%s left out: %zu characters, over %zu", name, gisa_utf8_chars(*field),
                      max);
    *field = GISA_NONE;
}

static void cut_list(size_t *n, const char *name, size_t max, gisa_article_notes *notes)
{
    if (*n <= max) return;
    notes->n_cut++;
    gisa_article_note(notes, "%s cut after %zu of %zu", name, max, *n);
    *n = max;
}

static void cut_paragraphs(gisa_str *body, gisa_article_notes *notes)
{
    size_t ends = 0;
    for (size_t i = 0; i < body->n; i++) {
        if (body->p[i] != '\n' || ++ends < MAX_PARAGRAPHS) continue;
        notes->n_cut++;
        gisa_article_note(notes, "body cut after %d paragraphs", MAX_PARAGRAPHS);
        *body = gisa_str_cut(*body, 0, i);
    }
}

static void limit_lists(gisa_article *a, gisa_article_notes *notes)
{
    cut_list(&a->n_authors, "authors", MAX_AUTHORS, notes);
    cut_list(&a->n_captions, "captions", MAX_CAPTIONS, notes);
    for (size_t i = 0; i < a->n_authors; i++) {
        cut(&a->authors[i].name, "an author's name", MAX_NAME, notes);
        leave_out(&a->authors[i].email, "an author's address", MAX_NAME, notes);
    }
    for (size_t i = 0; i < a->n_captions; i++)
        cut(&a->captions[i], "a caption", MAX_CAPTION, notes);
}

gisa_status gisa_article_limit(gisa_article *a, gisa_article_notes *notes, gisa_error *err)
{
    const struct {
        gisa_str *field;
        const char *name;
        size_t max;
    } texts[] = {{&a->title, "title", MAX_TITLE},
                 {&a->subtitle, "subtitle", MAX_SUBTITLE},
                 {&a->outlet, "outlet", MAX_NAME},
                 {&a->outlet_name, "outlet_name", MAX_NAME},
                 {&a->section, "section", MAX_NAME},
                 {&a->via, "via", MAX_NAME},
                 {&a->source, "source", MAX_ADDRESS},
                 {&a->rights.notice, "rights.notice", MAX_NOTICE},
                 {&a->body, "body", MAX_BODY}},
      whole[] = {{&a->url, "url", MAX_ADDRESS},
                 {&a->canonical_url, "canonical_url", MAX_ADDRESS},
                 {&a->lang, "lang", MAX_LANG},
                 {&a->rights.redistribution, "rights.redistribution", MAX_WORD},
                 {&a->rights.ai_training, "rights.ai_training", MAX_WORD},
                 {&a->id, "id", MAX_ID}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        cut(texts[i].field, texts[i].name, texts[i].max, notes);
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++)
        leave_out(whole[i].field, whole[i].name, whole[i].max, notes);
    cut_paragraphs(&a->body, notes);
    limit_lists(a, notes);
    return a->id.n ? GISA_OK : gisa_article_identify(a, err);
}
