#include "pipeline/page_type.h"

#include "tests/unit/test.h"

static void test_others(void)
{
    static const struct {
        const char *uri, *type, *want; /* NULL: it may be a page */
        gisa_capture_type capture;
        gisa_capture_role role;
    } rows[] = {
        {"http://a.example/", "text/html", NULL, GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"http://a.example/", "", NULL, GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"file:a.jsonl#L1", "application/json", NULL, GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"urn:isbn:0", "text/plain", NULL, GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"http://a.example/", "text/csv", NULL, GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"dns:a.example", "text/dns", "name lookups", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"DNS:a.example", "", "name lookups", GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"whois:a.example", "", "name lookups", GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"a", "text/dns", "name lookups", GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"metadata://wget.log", "text/plain", "notes of a crawler", GISA_CAPTURE_RESOURCE,
         GISA_ROLE_PAGE},
        {"urn:X-wpull:log", "text/plain", "notes of a crawler", GISA_CAPTURE_RESOURCE,
         GISA_ROLE_PAGE},
        {"urn:pageinfo:http://a.example/", "application/json", "notes of a crawler",
         GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"http://a.example/", "application/warc-fields", "notes of a crawler",
         GISA_CAPTURE_RESOURCE, GISA_ROLE_PAGE},
        {"http://a.example/", "text/html", "notes of a crawler", GISA_CAPTURE_METADATA,
         GISA_ROLE_PAGE},
        {"http://a.example/rss", "text/xml", "notes of a crawler", GISA_CAPTURE_RESPONSE,
         GISA_ROLE_FEED},
        {"http://a.example/", "Image/PNG", "images", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"http://a.example/", "video/mp4", "films", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"http://a.example/", "audio/mpeg", "sounds", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"http://a.example/", "font/woff2", "fonts", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
        {"http://a.example/", "application/font-woff", "fonts", GISA_CAPTURE_RESPONSE,
         GISA_ROLE_PAGE},
        {"http://a.example/", "text/css;charset=utf-8", "style sheets", GISA_CAPTURE_RESPONSE,
         GISA_ROLE_PAGE},
        {"http://a.example/", "application/javascript", "scripts", GISA_CAPTURE_RESPONSE,
         GISA_ROLE_PAGE},
        {"http://a.example/", "text/javascript", "scripts", GISA_CAPTURE_RESPONSE, GISA_ROLE_PAGE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const gisa_capture c = {.type = rows[i].capture,
                                .role = rows[i].role,
                                .uri = gisa_str_from(rows[i].uri),
                                .content_type = gisa_str_from(rows[i].type)};
        SAME_C(gisa_str_from(gisa_page_type_other(&c)), rows[i].want, rows[i].type);
    }
}

/* What crawlers call their notes, and servers what is no page. */
static void test_names(void)
{
    static const struct {
        const char *uri, *type, *want;
    } rows[] = {
        {"filedesc://a.arc", "text/plain", "notes of a crawler"},
        {"warcinfo:a.warc", "text/plain", "notes of a crawler"},
        {"screenshot:http://a.example/", "text/html", "notes of a crawler"},
        {"thumbnail:http://a.example/", "text/html", "notes of a crawler"},
        {"urn:text:http://a.example/", "text/plain", "notes of a crawler"},
        {"urn:view:http://a.example/", "text/html", "notes of a crawler"},
        {"urn:fullPage:http://a.example/", "text/html", "notes of a crawler"},
        {"urn:thumbnail:http://a.example/", "text/html", "notes of a crawler"},
        {"http://a.example/", "application/x-font-ttf", "fonts"},
        {"http://a.example/", "application/vnd.ms-fontobject", "fonts"},
        {"http://a.example/", "application/x-javascript", "scripts"},
        {"http://a.example/", "application/ecmascript", "scripts"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                                .uri = gisa_str_from(rows[i].uri),
                                .content_type = gisa_str_from(rows[i].type)};
        SAME_C(gisa_str_from(gisa_page_type_other(&c)), rows[i].want, rows[i].uri);
    }
}

#define DOCTYPE "<!DOCTYPE html><p>a"

static void test_pages(void)
{
    static const struct {
        const char *name, *type, *payload, *want; /* NULL: a page */
        gisa_format format;
    } rows[] = {
        {"HTML", "text/html", "a", NULL, GISA_FORMAT_HTML},
        {"in capitals, with a charset", " TEXT/HTML ; charset=x", "a", NULL, GISA_FORMAT_HTML},
        {"without a semicolon", "text/html charset=utf-8", "a", NULL, GISA_FORMAT_HTML},
        {"with a tab", "text/html\tcharset=utf-8", "a", NULL, GISA_FORMAT_HTML},
        {"given twice", "text/html,text/html; charset=utf-8", "a", NULL, GISA_FORMAT_HTML},
        {"XHTML", "application/xhtml+xml", "a", NULL, GISA_FORMAT_HTML},
        {"no type", "", "a", NULL, GISA_FORMAT_AUTO},
        {"text that is HTML", "text/plain", DOCTYPE, NULL, GISA_FORMAT_HTML},
        {"bytes that are HTML", "application/octet-stream", "\xEF\xBB\xBF \n<html>", NULL,
         GISA_FORMAT_HTML},
        {"XML that is HTML", "text/xml", "<?xml version=\"1.0\"?><!-- a --> <HTML lang=ko>", NULL,
         GISA_FORMAT_HTML},
        {"the other name of XML", "application/xml", DOCTYPE, NULL, GISA_FORMAT_HTML},
        {"an unknown type", "unknown/unknown", DOCTYPE, NULL, GISA_FORMAT_HTML},
        {"any type", "*/*", DOCTYPE, NULL, GISA_FORMAT_HTML},
        {"a word", "html", DOCTYPE, NULL, GISA_FORMAT_HTML},
        {"text", "text/plain", "a", "not an HTML page", GISA_FORMAT_AUTO},
        {"text about HTML", "text/plain", "an <html> page", "not an HTML page", GISA_FORMAT_AUTO},
        {"another element", "text/xml", "<htmlx>", "not an HTML page", GISA_FORMAT_AUTO},
        {"a comment that does not end", "text/xml", "<!-- <html>", "not an HTML page",
         GISA_FORMAT_AUTO},
        {"what has a name", "application/pdf", DOCTYPE, "not an HTML page", GISA_FORMAT_AUTO},
        {"JSON", "application/json", "{}", "not an HTML page", GISA_FORMAT_AUTO},
    };
    char scratch[32];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_format format;
        const gisa_capture c = {.type = GISA_CAPTURE_RESPONSE,
                                .http_status = 200,
                                .uri = GISA_STR("http://a.example/"),
                                .content_type = gisa_str_from(rows[i].type),
                                .payload = gisa_str_from(rows[i].payload)};
        const char *why = gisa_page_type_find(&c, &format, scratch);
        SAME_C(gisa_str_from(why), rows[i].want, rows[i].name);
        EQUAL(format, rows[i].format, rows[i].name);
    }
}

static void test_resources(void)
{
    static const struct {
        const char *type;
        gisa_format format;
    } rows[] = {{"text/html", GISA_FORMAT_HTML}, {"text/plain", GISA_FORMAT_TEXT},
                {"text/csv", GISA_FORMAT_CSV},   {"application/json", GISA_FORMAT_JSONL},
                {"image/png", GISA_FORMAT_AUTO}, {"", GISA_FORMAT_AUTO}};
    char scratch[32];
    gisa_format format;
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE, .payload = GISA_STR(DOCTYPE)};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        c.content_type = gisa_str_from(rows[i].type);
        OK(!gisa_page_type_find(&c, &format, scratch), "what was imported is what it was called");
        EQUAL(format, rows[i].format, rows[i].type);
    }
    c.type = GISA_CAPTURE_REVISIT;
    SAME_C(gisa_str_from(gisa_page_type_find(&c, &format, scratch)),
           "unchanged since the last visit", "a revisit has no page");
    c = (gisa_capture){.type = GISA_CAPTURE_RESPONSE, .http_status = 404};
    SAME_C(gisa_str_from(gisa_page_type_find(&c, &format, scratch)), "HTTP status 404",
           "nor has an error");
}

int main(void)
{
    test_others();
    test_names();
    test_pages();
    test_resources();
    return test_end();
}
