#include "pipeline/page_type.h"

#include <stdio.h>

/* The type alone of "text/html charset=utf-8" and "text/html,text/html; charset=utf-8". */
static gisa_str media_type(gisa_str field)
{
    size_t n = 0;
    field = gisa_str_trim(field);
    while (n < field.n && !strchr(";, \t", field.p[n])) n++;
    return gisa_str_cut(field, 0, n);
}

static bool begins(gisa_str s, const char *with)
{
    gisa_str start = gisa_str_cut(s, 0, strlen(with));
    return gisa_str_eq_nocase(start, gisa_str_from(with));
}

/* Addresses under which crawlers keep what they did, and how pages looked. */
static bool is_note(gisa_str uri)
{
    static const char *const starts[] = {
        "metadata:",     "filedesc:", "warcinfo:", "screenshot:",   "thumbnail:",    "urn:X-wpull:",
        "urn:pageinfo:", "urn:text:", "urn:view:", "urn:fullpage:", "urn:thumbnail:"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (begins(uri, starts[i])) return true;
    return false;
}

const char *gisa_page_type_other(const gisa_capture *c)
{
    static const struct {
        const char *start, *kind;
    } types[] = {
        {"image/", "images"},
        {"video/", "films"},
        {"audio/", "sounds"},
        {"font/", "fonts"},
        {"application/font", "fonts"},
        {"application/x-font", "fonts"},
        {"application/vnd.ms-fontobject", "fonts"},
        {"text/css", "style sheets"},
        {"text/javascript", "scripts"},
        {"application/javascript", "scripts"},
        {"application/x-javascript", "scripts"},
        {"application/ecmascript", "scripts"},
        {"text/dns", "name lookups"},
        {"application/warc-fields", "notes of a crawler"},
    };
    if (begins(c->uri, "dns:") || begins(c->uri, "whois:")) return "name lookups";
    if (!gisa_capture_is_page(c) || is_note(c->uri)) return "notes of a crawler";
    gisa_str type = media_type(c->content_type);
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (begins(type, types[i].start)) return types[i].kind;
    return NULL;
}

/* What servers say of a file they know nothing of. */
static bool says_nothing(gisa_str type)
{
    static const char *const names[] = {"text/plain", "application/octet-stream", "text/xml",
                                        "application/xml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gisa_str_eq_nocase(type, gisa_str_from(names[i]))) return true;
    return gisa_str_find_byte(type, '/', 0) == GISA_NPOS || begins(type, "unknown/") ||
           begins(type, "application/unknown") || begins(type, "*/") ||
           begins(type, "application/x-unknown");
}

/* Takes white space and what starts and ends so off the front. */
static bool take_off(gisa_str *s, const char *start, const char *end)
{
    *s = gisa_str_trim(*s);
    if (!begins(*s, start)) return false;
    size_t at = gisa_str_find(*s, gisa_str_from(end), strlen(start));
    if (at == GISA_NPOS) return false;
    *s = gisa_str_cut(*s, at + strlen(end), s->n);
    return true;
}

/* Whether the first element is html, whatever comes before it. */
static bool begins_as_html(gisa_str s)
{
    while (take_off(&s, "<!--", "-->") || take_off(&s, "<?", "?>")) continue;
    return begins(s, "<!doctype html") || begins(s, "<html>") || begins(s, "<html ");
}

const char *gisa_page_type_find(const gisa_capture *c, gisa_format *format, char scratch[32])
{
    gisa_str type = media_type(c->content_type);
    *format = GISA_FORMAT_AUTO;
    if (c->type == GISA_CAPTURE_REVISIT) return "unchanged since the last visit";
    if (c->type == GISA_CAPTURE_RESPONSE && c->http_status != 200) {
        snprintf(scratch, 32, "HTTP status %d", c->http_status);
        return scratch;
    }
    bool html = gisa_str_eq_nocase(type, GISA_STR("text/html")) ||
                gisa_str_eq_nocase(type, GISA_STR("application/xhtml+xml"));
    if (c->type == GISA_CAPTURE_RESPONSE && !html && type.n)
        html = says_nothing(type) && begins_as_html(c->payload);
    if (c->type == GISA_CAPTURE_RESPONSE && !html && type.n) return "not an HTML page";
    if (html) *format = GISA_FORMAT_HTML;
    if (gisa_str_eq_nocase(type, GISA_STR("text/plain")) && !html) *format = GISA_FORMAT_TEXT;
    if (gisa_str_eq_nocase(type, GISA_STR("text/csv"))) *format = GISA_FORMAT_CSV;
    if (gisa_str_eq_nocase(type, GISA_STR("application/json"))) *format = GISA_FORMAT_JSONL;
    return NULL;
}
