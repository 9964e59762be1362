#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/export/export_inside.h"
#include "report/trend/trend_format.h"

static const char *const fields[] = {
    "id                 g and 16 hex digits from what does not change between fetches: the address "
    "without\n                     what does not tell pages apart, else outlet, title, day and "
    "body; former_ids\n                     are those of earlier versions of gisa, which lead to "
    "it as well. `gisa show`\n                     and `gisa import` take it with and without the "
    "g, which keeps readers from taking\n                     it for a number",
    "url, canonical_url as fetched; as the page names itself",
    "outlet             a stable key; outlet_name as printed",
    "title, section     as printed; null where the page has none",
    "authors            names of the byline",
    "published          ISO 8601, as fine as published_precision says; null when unknown; Korea "
    "Standard\n                     Time unless the page is not Korean and states its own offset",
    "modified, lang     as the page says",
    "day, week          of publication in Seoul: 2025-02-03, 2025-W06; null when no day is known",
    "rights             the page's own notice, and what it says of redistribution and AI training",
    "via                the portal or wire it came through",
    "version, digest    the version's number and SHA-256 of its content",
    "near_duplicate     whether its text nearly repeats an earlier article (wire copy); "
    "near_duplicate_of\n                     is that article's id where it is in this export",
    "chars, paragraphs  of the body; chars are Unicode code points",
    "tokens             index terms of title and body without compounds; distinct_tokens their "
    "kinds",
    "entities … figures counts of the rows in the tables below",
    "keywords           up to 10 terms by (1 + ln tf) ln(N / df) over the whole store (Salton and "
    "Buckley 1988)",
};

static void add_files(const gisa_export_opts *o, gisa_buf *out)
{
    gisa_buf_addf(out,
                  "Files\n-----\n%s: one article a %s, oldest first, undated ones before all.\n",
                  gisa_export_name(o, GISA_TABLE_ARTICLES),
                  o->format == GISA_EXPORT_JSONL ? "line (JSON)" : "row");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        gisa_buf_addf(out, "  %s\n", fields[i]);
    if (o->full_text)
        gisa_buf_add_c(out, "  subtitle, body, captions  the texts; paragraphs are joined by line "
                            "ends\n");
    gisa_buf_add_c(
        out,
        "\nentities.csv, quotes.csv, dates.csv, figures.csv: one row each; article is its id; "
        "start "
        "and\nend count Unicode code points in title + line end + body, end exclusive.\n"
        "  entities  type PS LC OG DT TI QT (KLUE-NER) MODEL PRODUCT; id of a name the gazetteer "
        "knows\n"
        "  quotes    direct 1 or 0; kind of speaker: person body role anonymous; speaker as "
        "written, "
        "empty\n            when not known; affiliation that stands with it; medium that carried "
        "it");
    gisa_buf_add_c(out, o->full_text ? "; text\n" : "; the words stay with the publisher\n");
    gisa_buf_add_c(out,
                   "  dates     value in ISO 8601\n"
                   "  figures   value in units (3조5000억원 is 3500000000000 KRW); bound about "
                   "at_least at_most\n            more_than less_than range, of low to high; "
                   "noun counted; owner it is of\n"
                   "CSV is RFC 4180 in UTF-8 with");
    gisa_buf_add_c(out, o->format == GISA_EXPORT_EXCEL
                            ? " a byte order mark, and an apostrophe before what a spreadsheet\n"
                              "would compute; "
                            : "out a byte order mark; ");
    gisa_buf_add_c(out, "several values in a cell are divided by \" | \".\n\n");
}

static bool says_no(const gisa_export_result *r)
{
    uint64_t n = 0;
    for (int i = 0; i < GISA_RIGHT_COUNT; i++) n += r->rights[GISA_RIGHT_PROHIBITED][i];
    return n > 0;
}

static void add_rights(const gisa_export_opts *o, const gisa_export_result *r, gisa_buf *out)
{
    static const char *const words[] = {"not stated", "allowed", "prohibited"};
    gisa_buf_add_c(out, "Rights\n------\nWhat the pages themselves say, in articles:\n\n"
                        "  redistribution  AI training     articles\n");
    for (int i = 0; i < GISA_RIGHT_COUNT; i++)
        for (int k = 0; k < GISA_RIGHT_COUNT; k++)
            if (r->rights[i][k])
                gisa_buf_addf(out, "  %-14s  %-14s %9" PRIu64 "\n", words[i], words[k],
                              r->rights[i][k]);
    gisa_buf_add_c(out, "\nThe articles belong to their publishers. ");
    if (!o->full_text)
        gisa_buf_add_c(out, "This export holds no bodies: metadata, links, counts\nand annotations "
                            "alone. The articles themselves are at their URLs.\n");
    else if (o->include_restricted && says_no(r))
        gisa_buf_add_c(out, "This export holds full texts, also of articles whose\nrights prohibit "
                            "redistribution, at the request of whoever made it: do not pass it "
                            "on.\n");
    else if (o->include_restricted || o->include_unstated)
        gisa_buf_add_c(out, "This export holds full texts, also of articles whose\npages do not "
                            "state whether they may be redistributed, at the request of whoever "
                            "made it.\n\"Not stated\" is no permission.\n");
    else
        gisa_buf_add_c(out, "This export holds full texts, of articles alone whose\npages allow "
                            "redistribution.\n");
    if (o->full_text && r->withheld)
        gisa_buf_addf(out,
                      "Left out for their rights: %" PRIu64 " more articles whose pages prohibit "
                      "redistribution,\n%" PRIu64 " whose pages do not state it.\n",
                      r->withheld - r->withheld_unstated, r->withheld_unstated);
    gisa_buf_add_c(out, "\n");
}

static int by_count(const void *a, const void *b)
{
    const gisa_map_item *x = *(const gisa_map_item *const *)a;
    const gisa_map_item *y = *(const gisa_map_item *const *)b;
    if (x->value != y->value) return x->value < y->value ? 1 : -1;
    return gisa_str_cmp(x->key, y->key);
}

static gisa_status add_outlets(const gisa_map *outlets, gisa_buf *out, gisa_error *err)
{
    const gisa_map_item **order = gisa_calloc(outlets->n + 1, sizeof *order);
    if (!order) return gisa_fail_mem(err);
    for (size_t i = 0; i < outlets->n; i++) order[i] = &outlets->items[i];
    qsort(order, outlets->n, sizeof *order, by_count);
    gisa_buf_add_c(out, "Outlets\n-------\n");
    for (size_t i = 0; i < outlets->n; i++)
        gisa_buf_addf(out, "  %9" PRIu64 "  %.*s\n", order[i]->value,
                      GISA_ARG(order[i]->key.n ? order[i]->key : GISA_STR("(unknown)")));
    gisa_buf_add_c(out, "\n");
    gisa_free(order);
    return GISA_OK;
}

static void add_days(const gisa_days *d, gisa_buf *out)
{
    char from[GISA_PERIOD_CHARS], to[GISA_PERIOD_CHARS];
    gisa_period_format(GISA_PERIOD_DAY, d->from, from);
    gisa_period_format(GISA_PERIOD_DAY, d->to, to);
    gisa_buf_addf(out, "  days           %s%s%s%s\n", d->has_from ? "from " : "",
                  d->has_from ? from : "", d->has_to ? d->has_from ? " to " : "to " : "",
                  d->has_to ? to : "");
}

static void add_summary(const gisa_export_opts *o, const gisa_export_result *r, gisa_buf *out)
{
    gisa_buf_add_c(out, "A corpus of Korean press articles\n=================================\n\n");
    gisa_buf_addf(out, "  made by        %s\n", o->version ? o->version : "gisa");
    gisa_buf_addf(out, "  query          %.*s\n",
                  GISA_ARG(o->query.n ? o->query : GISA_STR("(everything)")));
    if (r->days.has_from || r->days.has_to) add_days(&r->days, out);
    gisa_buf_addf(out, "  content        %s\n",
                  o->full_text ? "full text" : "derived features and URLs, no bodies");
    gisa_buf_addf(out,
                  "  articles       %" PRIu64 ", of these %" PRIu64 " near-duplicates of others\n",
                  r->articles, r->copies);
    gisa_buf_addf(out, "  outlets        %" PRIu64 "\n", r->outlets);
    gisa_buf_addf(out, "  published      %s to %s; %" PRIu64 " without a date\n",
                  r->first[0] ? r->first : "unknown", r->last[0] ? r->last : "unknown", r->undated);
    gisa_buf_addf(out,
                  "  annotations    %" PRIu64 " entities, %" PRIu64 " quotes, %" PRIu64
                  " dates, %" PRIu64 " figures\n",
                  r->entities, r->quotes, r->dates, r->figures);
    if (o->own_files.n) gisa_buf_addf(out, "  own words      %.*s\n", GISA_ARG(o->own_files));
    gisa_buf_addf(out, "  corpus digest  sha256:%s\n\n", r->digest);
}

gisa_status gisa_export_readme(const gisa_export_opts *o, const gisa_export_result *r,
                               const gisa_map *outlets, gisa_buf *out, gisa_error *err)
{
    add_summary(o, r, out);
    gisa_buf_add_c(out, "How to cite\n-----------\n");
    gisa_buf_addf(out,
                  "  Corpus of %" PRIu64 " Korean press articles of %" PRIu64
                  " outlets, published %.10s to %.10s,\n  %s. Made with %s. Corpus digest "
                  "sha256:%.16s.\n\n",
                  r->articles, r->outlets, r->first[0] ? r->first : "unknown",
                  r->last[0] ? r->last : "unknown", o->full_text ? "full text" : "derived features",
                  o->version ? o->version : "gisa", r->digest);
    gisa_buf_add_c(
        out, "The corpus digest names the content: it is the SHA-256 of the lines \"id TAB version "
             "SPACE "
             "digest LF\",\nsorted by id, over all articles. manifest.json names the files; `gisa "
             "export "
             "--verify` compares them.\nThe same corpus, query and version of gisa give the same "
             "bytes.\n\n");
    add_files(o, out);
    gisa_export_add_readers(o, out);
    gisa_buf_add_c(
        out,
        "Method\n------\nPages were fetched or imported, decoded, and reduced to title, byline, "
        "date "
        "and body; nothing was\nfilled in that the page does not say. Names, quotes, dates and "
        "figures were found by rules, a gazetteer\nand a statistical model; expect errors, above "
        "all in names that the gazetteer does not know and in the\nspeakers of indirect quotes. "
        "Near-duplicates stand under their source by overlap of their words.\n\n");
    add_rights(o, r, out);
    gisa_status st = add_outlets(outlets, out, err);
    return st < 0 ? st : gisa_buf_check(out, "README.txt", err);
}
