#include "ingest/fetch/exchange.h"

#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/mem.h"
#include "corpus/content_coding.h"
#include "corpus/http_head.h"

/* Bytes a second below which a transfer stalls; of a validator that is sent back; of a body for
 * which room is made before it comes. */
enum { STALL_BYTES = 64, MAX_VALIDATOR_BYTES = 1024, BELIEVED_BYTES = 1 << 20 };

/* Networks that are no part of the public one (IANA's special-purpose registries, RFC 6890): the
 * first bits of an address, so many of them. */
typedef struct network {
    uint32_t prefix;
    unsigned bits;
} network;

static bool is_local_v4(uint32_t a)
{
    static const network networks[] = {
        {0x00000000, 8},                                      /* this network */
        {0x0A000000, 8},                                      /* private, as the next two are */
        {0xAC100000, 12}, {0xC0A80000, 16}, {0x64400000, 10}, /* behind a carrier's translation */
        {0x7F000000, 8},                                      /* this machine */
        {0xA9FE0000, 16},                                     /* this link */
        {0xC0000000, 24},                                     /* protocols */
        {0xC0000200, 24}, /* documentation, as the next two are */
        {0xC6336400, 24}, {0xCB007100, 24}, {0xC0586300, 24}, /* relays of 6to4 */
        {0xC6120000, 15},                                     /* measurements */
        {0xE0000000, 3},                                      /* multicast, reserved, broadcast */
    };
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
        if ((a ^ networks[i].prefix) >> (32 - networks[i].bits) == 0) return true;
    return false;
}

static uint32_t big_endian(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Only 2000::/3 is public, without 2001::/23 (protocols, Teredo), 2001:db8::/32 and 3fff::/20
 * (documentation) and 2002::/16 (6to4). An address that holds another (mapped, or translated by
 * NAT64, RFC 6052) is what that one is. */
static bool is_local_v6(const unsigned char b[16])
{
    static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    static const unsigned char nat64[12] = {0, 0x64, 0xFF, 0x9B};
    if (memcmp(b, mapped, 12) == 0 || memcmp(b, nat64, 12) == 0)
        return is_local_v4(big_endian(b + 12));
    uint32_t top = big_endian(b);
    return top >> 29 != 1 || (top ^ 0x20010000) >> 9 == 0 || top == 0x20010DB8 ||
           top >> 12 == 0x3FFF0 || top >> 16 == 0x2002;
}

bool gisa_address_is_local(const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        return is_local_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address->sa_family != AF_INET6) return true;
    struct sockaddr_in6 v6;
    memcpy(&v6, address, sizeof v6);
    return is_local_v6(v6.sin6_addr.s6_addr);
}

static curl_socket_t on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *address)
{
    gisa_exchange *x = ctx;
    (void)purpose;
    if (!x->opts.local_ok && gisa_address_is_local(&address->addr)) {
        x->fault = GISA_FAULT_LOCAL;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* One line a call. A new status line (after 1xx, or from a proxy) starts a new head. */
static size_t on_head(char *p, size_t size, size_t n, void *ctx)
{
    gisa_exchange *x = ctx;
    gisa_str line = {p, size * n};
    if (gisa_str_starts(line, GISA_STR("HTTP/"))) {
        gisa_buf_reset(&x->head);
        gisa_buf_reset(&x->body);
        x->head_done = false;
    }
    if (gisa_str_is(line, "\r\n") || gisa_str_is(line, "\n"))
        x->head_done = true;
    else if (!x->head_done)
        gisa_buf_add(&x->head, line);
    return gisa_buf_status(&x->head) < 0 ? 0 : line.n;
}

static bool is_text(gisa_str type)
{
    static const char *const others[] = {
        "image/",          "video/",          "audio/",          "font/",
        "application/zip", "application/pdf", "application/vnd", "application/msword"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (gisa_str_find_nocase(type, gisa_str_from(others[i]), 0) == 0) return false;
    return true;
}

/* Room for what is announced, as far as it is to be believed, so that the body does not move. */
static void reserve(gisa_exchange *x)
{
    curl_off_t said = 0;
    curl_easy_getinfo(x->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &said);
    if (said > 0 && said <= BELIEVED_BYTES && (size_t)said <= x->opts.max_bytes)
        gisa_buf_reserve(&x->body, (size_t)said);
}

static size_t on_body(char *p, size_t size, size_t n, void *ctx)
{
    gisa_exchange *x = ctx;
    gisa_str part = {p, size * n};
    if (!x->body.n && x->opts.text_only && gisa_head_status(gisa_buf_view(&x->head)) == 200 &&
        !is_text(gisa_head_field(gisa_buf_view(&x->head), "Content-Type"))) {
        x->fault = GISA_FAULT_TYPE;
        return 0;
    }
    if (part.n > x->opts.max_bytes - x->body.n) {
        x->was_cut = x->opts.cut;
        if (!x->opts.cut) x->fault = GISA_FAULT_LARGE;
        if (x->opts.cut)
            gisa_buf_add(&x->body, gisa_str_cut(part, 0, x->opts.max_bytes - x->body.n));
        return 0;
    }
    if (!x->body.n) reserve(x);
    gisa_buf_add(&x->body, part);
    return gisa_buf_status(&x->body) < 0 ? 0 : part.n;
}

static bool add_field(gisa_exchange *x, const char *name, gisa_str value)
{
    gisa_buf line = {0};
    if (!value.n || value.n > MAX_VALIDATOR_BYTES) return true;
    gisa_buf_addf(&line, "%s: %.*s", name, GISA_ARG(value));
    struct curl_slist *list = line.p ? curl_slist_append(x->fields, line.p) : NULL;
    gisa_buf_clear(&line);
    if (list) x->fields = list;
    return list != NULL;
}

static bool add_target(gisa_exchange *x)
{
    gisa_buf target = {0};
    if (!x->opts.connect_to) return true;
    gisa_buf_addf(&target, "::%s", x->opts.connect_to);
    if (target.p) x->targets = curl_slist_append(NULL, target.p);
    gisa_buf_clear(&target);
    return x->targets != NULL;
}

static void set_options(gisa_exchange *x)
{
    const gisa_exchange_opts *o = &x->opts;
    CURL *e = x->easy;
    curl_easy_setopt(e, CURLOPT_URL, o->url);
    curl_easy_setopt(e, CURLOPT_USERAGENT, o->agent);
    curl_easy_setopt(e, CURLOPT_HTTPHEADER, x->fields);
    curl_easy_setopt(e, CURLOPT_CONNECT_TO, x->targets);
    if (o->ca_file) curl_easy_setopt(e, CURLOPT_CAINFO, o->ca_file);
    if (o->ca_folder) curl_easy_setopt(e, CURLOPT_CAPATH, o->ca_folder);
    curl_easy_setopt(e, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(e, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, (long)o->timeout_ms);
    curl_easy_setopt(e, CURLOPT_CONNECTTIMEOUT_MS, (long)o->connect_ms);
    curl_easy_setopt(e, CURLOPT_LOW_SPEED_LIMIT, (long)STALL_BYTES);
    curl_easy_setopt(e, CURLOPT_LOW_SPEED_TIME, (long)o->stall_s);
    if (!o->cut) curl_easy_setopt(e, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)o->max_bytes);
    curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, on_head);
    curl_easy_setopt(e, CURLOPT_HEADERDATA, x);
    curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(e, CURLOPT_WRITEDATA, x);
    curl_easy_setopt(e, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    curl_easy_setopt(e, CURLOPT_OPENSOCKETDATA, x);
    curl_easy_setopt(e, CURLOPT_ERRORBUFFER, x->error);
}

gisa_status gisa_exchange_open(const gisa_exchange_opts *opts, gisa_exchange **out, gisa_error *err)
{
    gisa_exchange *x = gisa_calloc(1, sizeof *x);
    if (!x) return gisa_fail_mem(err);
    x->opts = *opts;
    x->head = gisa_buf_make(GISA_HTTP_HEAD_MAX);
    x->body = gisa_buf_make(opts->max_bytes);
    x->easy = curl_easy_init();
    if (!x->easy || !add_field(x, "Accept-Encoding", GISA_STR(GISA_CODINGS_ACCEPTED)) ||
        !add_field(x, "If-None-Match", opts->etag) ||
        !add_field(x, "If-Modified-Since", opts->last_modified) || !add_target(x)) {
        gisa_exchange_close(x);
        return gisa_fail_mem(err);
    }
    set_options(x);
    *out = x;
    return GISA_OK;
}

void gisa_exchange_close(gisa_exchange *x)
{
    if (!x) return;
    curl_easy_cleanup(x->easy);
    curl_slist_free_all(x->fields);
    curl_slist_free_all(x->targets);
    gisa_buf_clear(&x->head);
    gisa_buf_clear(&x->body);
    gisa_free(x);
}

/* Undoes the body's content codings; libcurl would refuse all bodies under a name that it does not
 * know. A damaged one may be whole the next time. */
static void decode_body(gisa_exchange *x)
{
    gisa_coding_work w = {0};
    gisa_error why = {0};
    gisa_str coding = gisa_head_field(gisa_buf_view(&x->head), "Content-Encoding");
    gisa_str bytes = gisa_buf_view(&x->body);
    if (!bytes.n) return;
    gisa_status st = gisa_content_decode(&w, coding, x->opts.max_bytes, &bytes, &why);
    if (st == GISA_ELIMIT) {
        x->was_cut = x->opts.cut;
        if (!x->opts.cut) x->fault = GISA_FAULT_LARGE;
    } else if (st != GISA_OK && !x->was_cut) {
        x->fault = GISA_FAULT_CODING;
        snprintf(x->error, sizeof x->error, "%.200s", why.text);
    }
    for (size_t i = 0; i < 2; i++) {
        if (!w.bufs[i].p || w.bufs[i].p != bytes.p) continue;
        gisa_buf_clear(&x->body);
        x->body = w.bufs[i];
        w.bufs[i] = (gisa_buf){0};
    }
    gisa_coding_work_clear(&w);
}

void gisa_exchange_finish(gisa_exchange *x, CURLcode code, char *reason, size_t reason_size)
{
    x->status = gisa_head_status(gisa_buf_view(&x->head));
    if (code == CURLE_FILESIZE_EXCEEDED) x->fault = GISA_FAULT_LARGE;
    bool cut = code == CURLE_WRITE_ERROR && x->was_cut;
    if (code == CURLE_OK || cut)
        x->fault = x->status ? GISA_FAULT_NONE : GISA_FAULT_NETWORK;
    else if (x->fault == GISA_FAULT_NONE)
        x->fault = GISA_FAULT_NETWORK;
    if (x->fault == GISA_FAULT_NONE) decode_body(x);
    gisa_str type = gisa_head_field(gisa_buf_view(&x->head), "Content-Type");
    switch (x->fault) {
    case GISA_FAULT_NONE: snprintf(reason, reason_size, "HTTP status %d", x->status); break;
    case GISA_FAULT_LARGE:
        snprintf(reason, reason_size, "larger than %zu bytes", x->opts.max_bytes);
        break;
    case GISA_FAULT_TYPE:
        snprintf(reason, reason_size, "no page but %.*s", GISA_ARG(gisa_str_cut(type, 0, 60)));
        break;
    case GISA_FAULT_LOCAL:
        snprintf(reason, reason_size, "leads to a local address that no source names");
        break;
    case GISA_FAULT_CODING:
    case GISA_FAULT_NETWORK:
        snprintf(reason, reason_size, "%s", x->error[0] ? x->error : curl_easy_strerror(code));
        break;
    }
}

void gisa_exchange_archive_head(gisa_str head, size_t body_n, gisa_buf *out)
{
    gisa_str rest = head, line, name, value;
    while (gisa_str_next_line(&rest, &line)) {
        gisa_str one = line;
        if (!line.n) continue;
        if (gisa_head_next(&one, &name, &value)) {
            bool coded = gisa_str_eq_nocase(name, GISA_STR("Content-Encoding")) ||
                         gisa_str_eq_nocase(name, GISA_STR("Transfer-Encoding")) ||
                         gisa_str_eq_nocase(name, GISA_STR("Content-Length"));
            if (coded) gisa_buf_add_c(out, "X-Archive-Orig-");
        }
        gisa_buf_add(out, line);
        gisa_buf_add_c(out, "\r\n");
    }
    gisa_buf_addf(out, "Content-Length: %zu\r\n", body_n);
}
