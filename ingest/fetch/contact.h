/* Whom an outlet can write to about a crawl: in each request, and in the archive. Without a contact
 * only this machine is crawled. */
#ifndef GISA_INGEST_FETCH_CONTACT_H
#define GISA_INGEST_FETCH_CONTACT_H

#include "base/buf.h"
#include "ingest/site/source.h"

/* Whether a host, with or without a port, is this machine by its name or number. */
bool gisa_host_is_loopback(gisa_str authority);

/* Whether a crawl of the source leaves this machine. connect_to: as in gisa_fetch_opts. */
bool gisa_contact_is_wanted(const gisa_source *source, const char *connect_to);

/* Whether without a contact only this machine may be asked: not where all hosts are it anyway. */
bool gisa_contact_confines(gisa_str contact, const char *connect_to);

/* Appends the User-Agent with the contact in its comment: "gisa/0.1 (crawler; me@home.example)". */
void gisa_contact_add_agent(gisa_str agent, gisa_str contact, gisa_buf *out);

/* Appends what a warcinfo record says of a crawl (ISO 28500:2017, clause 6.2), as
 * application/warc-fields. agent: with the contact in it. */
void gisa_contact_add_info(gisa_str agent, gisa_str contact, gisa_buf *out);

#endif
