/* A server on loopback that answers as a test tells it, byte for byte, well-behaved or not.
 *
 *     static const server_answer answers[] = {{"a.example/1", "HTTP/1.1 200 OK\r\n\r\nhi", ...}};
 *     server *s = server_start(answers, n);    ... "127.0.0.1:port" is s->address ...
 *     server_stop(s);
 *
 * An answer is looked up by host and path, then by path alone; without one it is a 404. */
#ifndef GISA_TEST_SERVER_H
#define GISA_TEST_SERVER_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef enum server_mode {
    SERVER_PLAIN,
    SERVER_HANG,    /* sends bytes, then nothing, and keeps the connection */
    SERVER_ENDLESS, /* sends bytes, then "x" without end */
    SERVER_IF_NEW,  /* a request with If-None-Match gets 304 */
} server_mode;

typedef struct server_answer {
    const char *where; /* "a.example/1" or "/1" */
    const char *bytes;
    size_t n; /* 0: strlen(bytes) */
    server_mode mode;
} server_answer;

enum { SERVER_ANSWERS_MAX = 64 };

typedef struct server {
    const server_answer *answers;
    size_t n;
    int fd;
    unsigned port;
    char address[32];
    pthread_t thread;
    atomic_uint hits[SERVER_ANSWERS_MAX]; /* requests, an answer each */
    atomic_uint requests, open;
} server;

typedef struct server_client {
    server *s;
    int fd;
} server_client;

static inline size_t server_find(const server *s, const char *request)
{
    char path[512] = "", host[256] = "", where[800];
    const char *h = strstr(request, "\r\nHost: ");
    sscanf(request, "%*s %511s", path);
    if (h) sscanf(h + 8, "%255[^:\r\n]", host);
    snprintf(where, sizeof where, "%s%s", host, path);
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->answers[i].where, where) == 0) return i;
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->answers[i].where, path) == 0) return i;
    return s->n;
}

static inline int server_send(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t put = send(fd, p, n, MSG_NOSIGNAL);
        if (put <= 0) return 0;
        p += put;
        n -= (size_t)put;
    }
    return 1;
}

static inline void server_reply(server *s, int fd, const char *request)
{
    static const char none[] = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    static const char same[] = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n";
    char waste[4096];
    size_t i = server_find(s, request);
    atomic_fetch_add(&s->requests, 1);
    if (i == s->n) {
        server_send(fd, none, sizeof none - 1);
        return;
    }
    const server_answer *a = &s->answers[i];
    atomic_fetch_add(&s->hits[i], 1);
    if (a->mode == SERVER_IF_NEW && strstr(request, "If-None-Match: \"1\"")) {
        server_send(fd, same, sizeof same - 1);
        return;
    }
    if (!server_send(fd, a->bytes, a->n ? a->n : strlen(a->bytes))) return;
    memset(waste, 'x', sizeof waste);
    if (a->mode == SERVER_ENDLESS)
        while (server_send(fd, waste, sizeof waste)) {
        }
    if (a->mode == SERVER_HANG)
        while (recv(fd, waste, sizeof waste, 0) > 0) {
        }
}

static inline void *server_client_run(void *ctx)
{
    server_client c = *(server_client *)ctx;
    char request[8192];
    size_t n = 0;
    free(ctx);
    while (n + 1 < sizeof request) {
        ssize_t got = recv(c.fd, request + n, sizeof request - 1 - n, 0);
        if (got <= 0) break;
        n += (size_t)got;
        request[n] = '\0';
        if (!strstr(request, "\r\n\r\n")) continue;
        server_reply(c.s, c.fd, request);
        break;
    }
    close(c.fd);
    atomic_fetch_sub(&c.s->open, 1);
    return NULL;
}

static inline void *server_run(void *ctx)
{
    server *s = ctx;
    for (int fd; (fd = accept(s->fd, NULL, NULL)) >= 0;) {
        pthread_t thread;
        server_client *c = malloc(sizeof *c);
        *c = (server_client){s, fd};
        atomic_fetch_add(&s->open, 1);
        if (pthread_create(&thread, NULL, server_client_run, c) == 0) pthread_detach(thread);
    }
    return NULL;
}

static inline server *server_start(const server_answer *answers, size_t n)
{
    server *s = calloc(1, sizeof *s);
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof a;
    s->answers = answers;
    s->n = n;
    s->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (n > SERVER_ANSWERS_MAX || bind(s->fd, (struct sockaddr *)&a, sizeof a) != 0 ||
        listen(s->fd, 64) != 0 || getsockname(s->fd, (struct sockaddr *)&a, &length) != 0)
        exit(1);
    s->port = ntohs(a.sin_port);
    snprintf(s->address, sizeof s->address, "127.0.0.1:%u", s->port);
    pthread_create(&s->thread, NULL, server_run, s);
    return s;
}

/* Ends after its clients have gone. */
static inline void server_stop(server *s)
{
    shutdown(s->fd, SHUT_RDWR);
    pthread_join(s->thread, NULL);
    close(s->fd);
    while (atomic_load(&s->open)) usleep(1000);
    free(s);
}

static inline unsigned server_hits(server *s, const char *where)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->answers[i].where, where) == 0) return atomic_load(&s->hits[i]);
    return 0;
}

#endif
