#include "ingest/fetch/contact.h"

#include <arpa/inet.h>

#include "corpus/url.h"

enum { HOST_MAX = 64 }; /* of what may be a number */

static bool is_number_of_ours(gisa_str host)
{
    char text[HOST_MAX];
    unsigned char bytes[16];
    static const unsigned char ours[16] = {[15] = 1};
    bool v6 = host.n > 2 && host.p[0] == '[' && host.p[host.n - 1] == ']';
    if (v6) host = gisa_str_cut(host, 1, host.n - 1);
    if (host.n >= sizeof text) return false;
    memcpy(text, host.p, host.n);
    text[host.n] = '\0';
    if (v6) return inet_pton(AF_INET6, text, bytes) == 1 && memcmp(bytes, ours, 16) == 0;
    return inet_pton(AF_INET, text, bytes) == 1 && bytes[0] == 127;
}

bool gisa_host_is_loopback(gisa_str authority)
{
    size_t from = gisa_str_find_byte(authority, ']', 0);
    size_t colon = gisa_str_find_byte(authority, ':', from == GISA_NPOS ? 0 : from);
    gisa_str host = gisa_str_cut(authority, 0, colon);
    return gisa_str_is(host, "localhost") || gisa_str_ends(host, GISA_STR(".localhost")) ||
           (host.n && is_number_of_ours(host));
}

bool gisa_contact_is_wanted(const gisa_source *source, const char *connect_to)
{
    if (connect_to) return !gisa_host_is_loopback(gisa_str_from(connect_to));
    for (size_t i = 0; i < source->n_seeds; i++)
        if (source->seeds[i].kind != GISA_SEED_URLS &&
            !gisa_host_is_loopback(gisa_url_parse(source->seeds[i].url).authority))
            return true;
    return false;
}

bool gisa_contact_confines(gisa_str contact, const char *connect_to)
{
    return !contact.n && !(connect_to && gisa_host_is_loopback(gisa_str_from(connect_to)));
}

void gisa_contact_add_agent(gisa_str agent, gisa_str contact, gisa_buf *out)
{
    bool comment = gisa_str_ends(agent, GISA_STR(")"));
    if (!contact.n || gisa_str_has(agent, contact)) {
        gisa_buf_add(out, agent);
        return;
    }
    gisa_buf_add(out, comment ? gisa_str_cut(agent, 0, agent.n - 1) : agent);
    gisa_buf_add_c(out, comment ? "; " : " (");
    gisa_buf_add(out, contact);
    gisa_buf_add_char(out, ')');
}

void gisa_contact_add_info(gisa_str agent, gisa_str contact, gisa_buf *out)
{
    gisa_buf_addf(out, "software: gisa\r\noperator: %.*s\r\n", GISA_ARG(contact));
    gisa_buf_addf(out, "http-header-user-agent: %.*s\r\nrobots: RFC 9309\r\n", GISA_ARG(agent));
}
