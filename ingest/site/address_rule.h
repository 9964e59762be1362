/* What makes two addresses of one site the same page, beside what does so everywhere
 * (corpus/address.h): parameters that matter or do not, hosts that stand for another. A page is
 * asked for, archived and named by the address that the rules leave. */
#ifndef GISA_INGEST_SITE_ADDRESS_RULE_H
#define GISA_INGEST_SITE_ADDRESS_RULE_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct gisa_host_rule {
    gisa_str from, to; /* hosts in normal form, with a port that is not the default */
} gisa_host_rule;

typedef struct gisa_address_rules { /* {0} has none; texts are in the caller's arena */
    gisa_str *drop, *keep;          /* names of parameters, "*" is any run; no keep keeps all */
    size_t n_drop, cap_drop, n_keep, cap_keep;
    gisa_host_rule *hosts;
    size_t n_hosts, cap_hosts;
} gisa_address_rules;

/* Reads a host rule, "m.a.example -> www.a.example".
 *
 * Returns: GISA_OK, or GISA_SKIP when it is none. Errors: GISA_ENOMEM. */
gisa_status gisa_address_rules_add_host(gisa_address_rules *r, gisa_str text, gisa_arena *arena);

/* Replaces out by what the rules leave of an address in normal form. Errors: GISA_ENOMEM. */
gisa_status gisa_address_rules_apply(const gisa_address_rules *r, gisa_str url, gisa_buf *out,
                                     gisa_error *err);

#endif
