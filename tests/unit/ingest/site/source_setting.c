#include "ingest/site/source_setting.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define A    "[a]\npage = http://a.example/\n"
#define LIST "[a]\npage = http://a.example/{page}\n"

static void test_parameters(void)
{
    gisa_sources s = {0};
    gisa_error err = {0};
    WENT(gisa_sources_parse(GISA_STR(A "drop = ref, from  page\ndrop = x*\nkeep = no\n"), &s, &err),
         err, "parameters");
    EQUAL(s.items[0].rules.n_drop, 4, "are names with blanks or commas between");
    SAME_C(s.items[0].rules.drop[2], "page", "each");
    SAME_C(s.items[0].rules.keep[0], "no", "of its kind");
    gisa_sources_clear(&s);
}

static void test_reservations(void)
{
    gisa_sources s = {0};
    gisa_error err = {0};
    WENT(gisa_sources_parse(GISA_STR(A "reservations = archive\n[b]\npage = http://b.example/\n"),
                            &s, &err),
         err, "what to do with reservations");
    EQUAL(s.items[0].reservations, GISA_RESERVATIONS_ARCHIVE, "is of a source");
    EQUAL(s.items[1].reservations, GISA_RESERVATIONS_RECORD, "and of no other");
    WENT(gisa_sources_parse(GISA_STR("reservations = skip\n" A
                                     "[b]\npage = http://b.example/\nreservations = record\n"),
                            &s, &err),
         err, "or of the file");
    EQUAL(s.items[0].reservations, GISA_RESERVATIONS_SKIP, "and all its sources");
    EQUAL(s.items[1].reservations, GISA_RESERVATIONS_RECORD, "that do not say otherwise");
    gisa_sources_clear(&s);
}

int main(void)
{
    static const struct {
        const char *name, *text, *says;
    } rows[] = {
        {"a setting before a name", "feed = http://a.example/\n", "line 1"},
        {"no setting that there is", "[a]\nmirror = http://a.example/\n", "setting: mirror"},
        {"nearly one", "[a]\nsitmap = http://a.example/\n", "did you mean sitemap?"},
        {"of a file, in a block", "[a]\ncontact = a@b.example\n", "before the first [name]"},
        {"a contact that is none", "contact = me\n", "e-mail or web address"},
        {"a contact without a name", "contact = @b.example\n", "e-mail or web address"},
        {"the example of a contact", "contact = NAME@DOMAIN\n", "e-mail or web address"},
        {"a contact with a bracket", "contact = me)@b.example\n", "e-mail or web address"},
        {"a host that ends in a dot", "contact = me@b.\n", "e-mail or web address"},
        {"two contacts", "contact = a@b.example\ncontact = c@d.example\n", "line 2: a second"},
        {"what to do with reservations, in no word we know", A "reservations = drop\n",
         "line 3: reservations wants skip, record or archive: drop"},
        {"the same of the file", "reservations = Skip\n", "line 1: reservations wants"},
        {"no value", "[a]\nfeed =\n", "without a value"},
        {"no web address", "[a]\nfeed = ftp://a.example/\n", "http"},
        {"a source without addresses", "[a]\n[b]\nfeed = http://a.example/\n", "no feed"},
        {"and at the end of the file", "[a]\nevery = 1h\n", "no feed"},
        {"a period without a unit we know", "[a]\nevery = 1w\n", "30m"},
        {"bounds of which one is no time", "[a]\nevery = 1h..x\n", "30m..6h"},
        {"bounds the wrong way round", "[a]\nevery = 2h..1h\n", "shorter"},
        {"a delay of a word", "[a]\ndelay_ms = slow\n", "delay_ms"},
        {"a pattern that is none", A "links = view/([0-9]+\n",
         "line 3: links: pattern view/([0-9]+"},
        {"with the place of the fault", A "links = a(b\n", "at byte 3"},
        {"a pattern with too many groups", A "links = ()()()()()()()()()()()()()()()()\n",
         "15 groups"},
        {"a pattern that is no UTF-8", A "links = \xC0\n", "UTF-8"},
        {"links without a page", "[a]\nfeed = http://a.example/\nlinks = x\n", "has none"},
        {"pages without a place for their number", A "pages = 3\n", "{page}"},
        {"an address for a file of addresses", "[a]\nurls = http://a.example/\n",
         "line 2: urls wants"},
        {"a ca that is not there", A "ca = nowhere.pem\n", "line 3: ca: no such file: nowhere.pem"},
        {"two of them", A "ca = /dev/null\nca = /dev/null\n", "line 4: a second ca"},
        {"a host for none", A "host = m.a.example\n", "line 3: host wants"},
        {"pages that are no number", LIST "pages = all\n", "line 3: pages wants"},
        {"the last page first", LIST "pages = 9..2\n", "pages wants"},
        {"too many pages", LIST "pages = 501\n", "pages wants"},
        {"a place for a number in a feed is an address",
         "[a]\nfeed = http://a.example/{page}\npages = 2\n", "{page}"},
    };
    gisa_sources s = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        err = (gisa_error){0};
        EQUAL(gisa_sources_parse(gisa_str_from(rows[i].text), &s, &err), GISA_EINVAL, rows[i].name);
        if (!OK(strstr(err.text, rows[i].says), rows[i].name)) printf("%s\n", err.text);
    }
    WENT(gisa_sources_parse(gisa_str_from(LIST "pages = 500\n"), &s, &err), err, "many pages");
    EQUAL(s.items[0].page_last, 500, "are fine");
    WENT(gisa_sources_parse(gisa_str_from("pages = 1\n" + 10), &s, &err), err, "and so is none");
    WENT(gisa_sources_parse(GISA_STR("[a]\nurls = b.txt\n"), &s, &err), err, "a list");
    SAME_C(s.items[0].seeds[0].url, "file:b.txt", "is a path");
    test_parameters();
    test_reservations();
    gisa_sources_clear(&s);
    return test_end();
}
