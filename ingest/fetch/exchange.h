/* One HTTP exchange on a libcurl handle: the request, the response, and every ceiling. The
 * fetcher (ingest/fetch/fetch.h) runs many of them; nothing else needs this header. */
#ifndef GISA_INGEST_FETCH_EXCHANGE_H
#define GISA_INGEST_FETCH_EXCHANGE_H

#include <curl/curl.h>

#include "base/buf.h"

#define GISA_HTTP_HEAD_MAX ((size_t)64 << 10)

typedef struct gisa_exchange_opts {
    const char *url;              /* in normal form; borrowed, as everything here */
    const char *agent;            /* User-Agent */
    gisa_str etag, last_modified; /* validators of what we have, or GISA_NONE */
    int64_t timeout_ms, connect_ms, stall_s;
    size_t max_bytes;       /* of the decoded body */
    bool cut;               /* a body over max_bytes is cut there instead of refused */
    bool text_only;         /* images, films and archives are refused at their head */
    bool local_ok;          /* addresses of this machine and of private networks may be contacted */
    const char *connect_to; /* "ADDR:PORT" for all connections, or NULL */
    const char *ca_file;    /* authorities that vouch for servers, as PEM; NULL: the system's … */
    const char *ca_folder;  /* … and a folder of such, as OpenSSL hashes it */
} gisa_exchange_opts;

typedef enum gisa_exchange_fault {
    GISA_FAULT_NONE,
    GISA_FAULT_NETWORK, /* no whole response came; trying again may help */
    GISA_FAULT_CODING,  /* the body cannot be decoded; trying again may help */
    GISA_FAULT_LARGE,
    GISA_FAULT_TYPE,
    GISA_FAULT_LOCAL,
} gisa_exchange_fault;

typedef struct gisa_exchange {
    CURL *easy;
    struct curl_slist *fields, *targets;
    gisa_buf head; /* of the last response, as received, without the empty line */
    gisa_buf body; /* after transfer- and content-decoding */
    gisa_exchange_opts opts;
    int status; /* 0 before a status line came */
    gisa_exchange_fault fault;
    bool head_done, was_cut;
    char error[CURL_ERROR_SIZE];
} gisa_exchange;

/* Makes a handle ready for curl_multi_add_handle. url, agent and connect_to must outlive it.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_exchange_open(const gisa_exchange_opts *opts, gisa_exchange **out,
                               gisa_error *err);
void gisa_exchange_close(gisa_exchange *x); /* NULL is fine; not while in a multi handle */

/* Takes libcurl's verdict and undoes the content codings: sets status and fault. reason says in
 * words what went wrong. */
void gisa_exchange_finish(gisa_exchange *x, CURLcode code, char *reason, size_t reason_size);

/* Appends the head as an archive stores it: Content-Encoding, Transfer-Encoding and
 * Content-Length become X-Archive-Orig-*, since the codings were undone, and a Content-Length that
 * fits the body comes last. */
void gisa_exchange_archive_head(gisa_str head, size_t body_n, gisa_buf *out);

/* Whether a socket address is none of the public network: of this machine, of a private network,
 * multicast, reserved, or one that translates to such (RFC 6890, 6052, 3056). */
bool gisa_address_is_local(const struct sockaddr *address);

#endif
