#include "corpus/warc.h"

#include "base/time.h"
#include "corpus/http_head.h"

static const char *const type_names[] = {
    [GISA_CAPTURE_RESPONSE] = "response",
    [GISA_CAPTURE_RESOURCE] = "resource",
    [GISA_CAPTURE_REVISIT] = "revisit",
    [GISA_CAPTURE_METADATA] = "metadata",
};

static const char *const role_names[] = {
    [GISA_ROLE_PAGE] = NULL,         [GISA_ROLE_FEED] = "feed",     [GISA_ROLE_ROBOTS] = "robots",
    [GISA_ROLE_POLICY] = "policy",   [GISA_ROLE_SOURCE] = "source", [GISA_ROLE_LISTING] = "listing",
    [GISA_ROLE_FAILURE] = "failure",
};

static int64_t parse_date(gisa_str s)
{
    gisa_time t;
    return gisa_time_parse_iso(s, &t) ? t.utc_s : 0;
}

static gisa_str without_angles(gisa_str s)
{
    bool both = s.n >= 2 && s.p[0] == '<' && s.p[s.n - 1] == '>';
    return both ? gisa_str_cut(s, 1, s.n - 1) : s;
}

static void take_field(gisa_warc_head *out, gisa_str name, gisa_str value, bool *sized)
{
    const struct {
        const char *name;
        gisa_str *to;
    } texts[] = {
        {"WARC-Type", &out->type},
        {"WARC-Record-ID", &out->id},
        {"WARC-Target-URI", &out->uri},
        {"Content-Type", &out->content_type},
        {"WARC-Payload-Digest", &out->payload_digest},
        {"WARC-Block-Digest", &out->block_digest},
        {"Gisa-Role", &out->role},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (gisa_str_eq_nocase(name, gisa_str_from(texts[i].name))) *texts[i].to = value;
    }
    if (gisa_str_eq_nocase(name, GISA_STR("WARC-Date"))) out->date_utc = parse_date(value);
    if (gisa_str_eq_nocase(name, GISA_STR("WARC-Refers-To-Date")))
        out->refers_utc = parse_date(value);
    if (gisa_str_eq_nocase(name, GISA_STR("WARC-Truncated"))) out->truncated = true;
    if (gisa_str_eq_nocase(name, GISA_STR("Gisa-Learn"))) out->no_learn = gisa_str_is(value, "no");
    if (gisa_str_eq_nocase(name, GISA_STR("Gisa-Ingest"))) out->aside = gisa_str_is(value, "no");
    if (gisa_str_eq_nocase(name, GISA_STR("Gisa-Duplicates")))
        out->keep_duplicates = gisa_str_is(value, "keep");
    if (gisa_str_eq_nocase(name, GISA_STR("Content-Length")))
        *sized = gisa_str_to_u64(value, &out->length);
}

gisa_status gisa_warc_parse(gisa_str text, gisa_warc_head *out, gisa_error *err)
{
    gisa_str name, value;
    bool sized = false;
    *out = (gisa_warc_head){0};
    if (!gisa_str_starts(text, GISA_STR("WARC/")))
        return gisa_fail(err, GISA_ECORRUPT, "no WARC record begins here");
    while (gisa_head_next(&text, &name, &value)) take_field(out, name, value, &sized);
    if (!sized) return gisa_fail(err, GISA_ECORRUPT, "a WARC record without a Content-Length");
    if (!out->type.n) return gisa_fail(err, GISA_ECORRUPT, "a WARC record without a WARC-Type");
    out->uri = without_angles(out->uri);
    out->id = without_angles(out->id);
    return GISA_OK;
}

static void add_field(gisa_buf *out, const char *name, gisa_str value)
{
    if (!value.n) return;
    gisa_buf_add_c(out, name);
    gisa_buf_add_c(out, ": ");
    gisa_buf_add(out, value);
    gisa_buf_add_c(out, "\r\n");
}

static void add_date(gisa_buf *out, const char *name, int64_t utc)
{
    gisa_civil c = gisa_civil_from_utc(utc, 0);
    gisa_buf_addf(out, "%s: %04d-%02d-%02dT%02d:%02d:%02dZ\r\n", name, c.year, c.month, c.day,
                  c.hour, c.minute, c.second);
}

/* A version 8 UUID (RFC 9562): the first bits of the digest of what makes the record itself. */
static void add_id(gisa_buf *out, gisa_sha256 *h, const char *digest, gisa_str uri, int64_t utc,
                   uint64_t offset)
{
    char hex[GISA_SHA256_HEX + 1];
    gisa_buf seed = {0};
    gisa_buf_addf(&seed, "%s %lld %llu ", digest, (long long)utc, (unsigned long long)offset);
    gisa_buf_add(&seed, uri);
    gisa_buf_take_status(out, &seed);
    gisa_sha256_add(h, gisa_buf_view(&seed));
    gisa_sha256_finish(h, hex);
    gisa_buf_clear(&seed);
    hex[12] = '8';
    hex[16] = "89ab"[gisa_hex_value(hex[16]) & 3];
    gisa_buf_addf(out, "WARC-Record-ID: <urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s>\r\n", hex, hex + 8,
                  hex + 12, hex + 16, hex + 20);
}

static bool has_control(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F) return true;
    return false;
}

static gisa_status check(const gisa_capture *c, gisa_str *head, gisa_error *err)
{
    gisa_str rest = GISA_NONE;
    *head = c->http_head;
    if ((size_t)c->type >= sizeof type_names / sizeof type_names[0])
        return gisa_fail(err, GISA_EINVAL, "a record of this type cannot be archived");
    if (!c->uri.n) return gisa_fail(err, GISA_EINVAL, "a capture without an address");
    if (has_control(c->uri) || has_control(c->content_type))
        return gisa_fail(err, GISA_EINVAL, "a control character in the address or type of %.*s",
                         GISA_ARG(c->uri));
    if (c->type == GISA_CAPTURE_RESPONSE && gisa_head_status(c->http_head) == 0)
        return gisa_fail(err, GISA_EINVAL, "a response without a status line: %.*s",
                         GISA_ARG(c->uri));
    if (c->http_head.n) gisa_head_split(c->http_head, head, &rest);
    if (rest.n)
        return gisa_fail(err, GISA_EINVAL, "an empty line inside the HTTP head of %.*s",
                         GISA_ARG(c->uri));
    size_t head_n = c->http_head.n ? c->http_head.n + 4 : 0;
    if (c->payload.n + head_n > GISA_RECORD_MAX)
        return gisa_fail(err, GISA_ELIMIT, "%.*s: %zu bytes are over the limit of a record",
                         GISA_ARG(c->uri), c->payload.n);
    return GISA_OK;
}

gisa_status gisa_warc_check(const gisa_capture *c, gisa_error *err)
{
    gisa_str head;
    return check(c, &head, err);
}

/* The HTTP head that opens the block: its own line ends are kept, the empty line is ours. */
static gisa_str head_end(gisa_str head)
{
    if (!head.n) return GISA_NONE;
    return head.p[head.n - 1] == '\n' ? GISA_STR("\r\n") : GISA_STR("\r\n\r\n");
}

static void add_revisit_fields(gisa_buf *out, const gisa_capture *c)
{
    add_field(out, "WARC-Profile",
              c->http_status == 304
                  ? GISA_STR("http://netpreserve.org/warc/1.1/revisit/server-not-modified")
                  : GISA_STR("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"));
    add_field(out, "WARC-Refers-To-Target-URI", c->uri);
    if (c->refers_utc) add_date(out, "WARC-Refers-To-Date", c->refers_utc);
}

gisa_status gisa_warc_format(const gisa_capture *c, uint64_t offset, gisa_sha256 *h, gisa_buf *out,
                             gisa_error *err)
{
    char payload_hex[GISA_SHA256_HEX + 1], block_hex[GISA_SHA256_HEX + 1];
    gisa_str head;
    gisa_status st = check(c, &head, err);
    if (st < 0) return st;
    bool revisit = c->type == GISA_CAPTURE_REVISIT;
    gisa_str payload = revisit ? GISA_NONE : c->payload, end = head_end(head);
    gisa_str known = revisit ? GISA_NONE : gisa_checksum_hex(c->digest);
    if (!known.n) gisa_sha256_add(h, payload);
    gisa_sha256_finish(h, payload_hex);
    if (known.n) memcpy(payload_hex, known.p, known.n);
    memcpy(block_hex, payload_hex, sizeof block_hex);
    if (head.n + end.n) {
        gisa_sha256_add(h, head);
        gisa_sha256_add(h, end);
        gisa_sha256_add(h, payload);
        gisa_sha256_finish(h, block_hex);
    }

    gisa_buf_addf(out, "WARC/1.1\r\nWARC-Type: %s\r\n", type_names[c->type]);
    add_id(out, h, block_hex, c->uri, c->fetched_utc, offset);
    add_date(out, "WARC-Date", c->fetched_utc);
    add_field(out, "WARC-Target-URI", c->uri);
    if (revisit)
        add_field(out, "WARC-Payload-Digest", c->digest);
    else
        gisa_buf_addf(out, "WARC-Payload-Digest: sha256:%s\r\n", payload_hex);
    gisa_buf_addf(out, "WARC-Block-Digest: sha256:%s\r\n", block_hex);
    if (revisit) add_revisit_fields(out, c);
    if (c->truncated) add_field(out, "WARC-Truncated", GISA_STR("unspecified"));
    add_field(out, "Gisa-Role", gisa_str_from(role_names[c->role]));
    if (c->no_learn) add_field(out, "Gisa-Learn", GISA_STR("no"));
    if (c->keep_duplicates) add_field(out, "Gisa-Duplicates", GISA_STR("keep"));
    if (c->aside) add_field(out, "Gisa-Ingest", GISA_STR("no"));
    bool http = c->type == GISA_CAPTURE_RESPONSE || (revisit && head.n);
    add_field(out, "Content-Type",
              http ? GISA_STR("application/http; msgtype=response") : c->content_type);
    gisa_buf_addf(out, "Content-Length: %zu\r\n\r\n", head.n + end.n + payload.n);
    gisa_buf_add(out, head);
    gisa_buf_add(out, end);
    gisa_buf_add(out, payload);
    gisa_buf_add_c(out, "\r\n\r\n");
    return GISA_OK;
}

/* A warcinfo record behind the field of its id. */
static void add_info(int64_t date_utc, const char *hex, gisa_str fields, gisa_buf *out)
{
    add_date(out, "WARC-Date", date_utc);
    gisa_buf_addf(out, "WARC-Block-Digest: sha256:%s\r\n", hex);
    add_field(out, "Content-Type", GISA_STR("application/warc-fields"));
    gisa_buf_addf(out, "Content-Length: %zu\r\n\r\n", fields.n);
    gisa_buf_add(out, fields);
    gisa_buf_add_c(out, "\r\n\r\n");
}

void gisa_warc_format_info(int64_t date_utc, const char *id, gisa_sha256 *h, gisa_buf *out)
{
    gisa_str fields = GISA_STR("software: gisa\r\nformat: WARC File Format 1.1\r\n");
    char hex[GISA_SHA256_HEX + 1];
    gisa_sha256_add(h, fields);
    gisa_sha256_finish(h, hex);
    gisa_buf_addf(out, "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <%s>\r\n", id);
    add_info(date_utc, hex, fields, out);
}

void gisa_warc_format_crawler(gisa_str fields, int64_t date_utc, uint64_t offset, gisa_sha256 *h,
                              gisa_buf *out)
{
    char hex[GISA_SHA256_HEX + 1];
    gisa_sha256_add(h, fields);
    gisa_sha256_finish(h, hex);
    gisa_buf_add_c(out, "WARC/1.1\r\nWARC-Type: warcinfo\r\n");
    add_id(out, h, hex, GISA_STR("urn:gisa:crawler"), date_utc, offset);
    add_info(date_utc, hex, fields, out);
}

static bool parse_hex(gisa_str s, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        int digit = gisa_hex_value(s.p[i]);
        if (digit < 0) return false;
        *out = *out * 16 + (uint64_t)digit;
    }
    return s.n > 0 && s.n < 16;
}

bool gisa_warc_unchunk(gisa_str body, gisa_buf *out)
{
    size_t start = out->n;
    gisa_str line, field;
    uint64_t size;
    while (gisa_str_next_line(&body, &line)) {
        gisa_str_next_field(&line, ';', &field);
        if (!parse_hex(gisa_str_trim(field), &size)) break;
        if (size == 0) return true;
        if (size > body.n) break; /* mutate: equivalent, as a line end must follow */
        gisa_buf_add(out, gisa_str_cut(body, 0, (size_t)size));
        body = gisa_str_cut(body, (size_t)size, body.n);
        if (!gisa_str_next_line(&body, &line) || line.n) break;
    }
    gisa_buf_cut(out, start);
    return false;
}
