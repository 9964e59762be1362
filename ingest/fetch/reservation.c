#include "ingest/fetch/reservation.h"

#include "ingest/fetch/rights_signal.h"

static gisa_status open_reader(gisa_reservation_reader *reader, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (!reader->extractor) st = gisa_extractor_open(&reader->extractor, err);
    if (st >= 0 && !reader->work)
        st = gisa_extract_work_open(reader->extractor, &reader->work, err);
    return st;
}

/* A page without an article may say what it reserves, too. */
static gisa_status read_page(gisa_reservation_reader *reader, const gisa_fetch_result *r,
                             bool *reserved, gisa_error *err)
{
    gisa_article article = {0};
    gisa_error why;
    const bool html = gisa_str_find_nocase(r->content_type, GISA_STR("html"), 0) != GISA_NPOS;
    const gisa_extract_opts opts = {.url = r->url,
                                    .content_type = r->content_type,
                                    .source = r->url,
                                    .format = html ? GISA_FORMAT_HTML : GISA_FORMAT_AUTO};
    gisa_status st = open_reader(reader, err);
    if (st < 0) return st;
    st = gisa_extract(reader->work, r->body, &opts, &article, &why);
    *reserved = gisa_str_is(article.rights.ai_training, "prohibited");
    gisa_article_clear(&article);
    return st == GISA_ENOMEM ? gisa_fail_mem(err) : GISA_OK;
}

gisa_status gisa_reservation_find(gisa_reservation_reader *reader, const gisa_fetch_result *r,
                                  const char **by, gisa_error *err)
{
    bool itself = false;
    *by = gisa_rights_signals_find(r->head).by;
    if (*by) return GISA_OK;
    gisa_status st = read_page(reader, r, &itself, err);
    if (itself) *by = "the page itself";
    return st;
}

void gisa_reservation_reader_clear(gisa_reservation_reader *reader)
{
    gisa_extract_work_close(reader->work);
    gisa_extractor_close(reader->extractor);
    *reader = (gisa_reservation_reader){0};
}
