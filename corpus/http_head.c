#include "corpus/http_head.h"

void gisa_head_split(gisa_str message, gisa_str *head, gisa_str *body)
{
    for (size_t at = gisa_str_find_byte(message, '\n', 0); at != GISA_NPOS;
         at = gisa_str_find_byte(message, '\n', at + 1)) {
        size_t next = at + 1;
        if (next < message.n && message.p[next] == '\r') next++;
        if (next >= message.n || message.p[next] != '\n') continue;
        *head = gisa_str_cut(message, 0, at + 1);
        *body = gisa_str_cut(message, next + 1, message.n);
        return;
    }
    *head = message;
    *body = gisa_str_cut(message, message.n, message.n);
}

int gisa_head_status(gisa_str head)
{
    gisa_str rest = head, line, field;
    uint64_t code;
    if (!gisa_str_starts(head, GISA_STR("HTTP/")) || !gisa_str_next_line(&rest, &line)) return 0;
    gisa_str_next_field(&line, ' ', &field);
    line = gisa_str_trim(line);
    field = gisa_str_cut(line, 0, 3);
    if (field.n < 3 || (line.n > 3 && gisa_is_digit(line.p[3]))) return 0;
    return gisa_str_to_u64(field, &code) ? (int)code : 0;
}

static bool is_token(gisa_str s)
{
    for (size_t i = s.n; i-- > 0;) {
        unsigned char c = (unsigned char)s.p[i];
        if (c <= ' ' || c >= 0x7F || c == '/' || c == '"') return false;
    }
    return s.n > 0;
}

bool gisa_head_next(gisa_str *rest, gisa_str *name, gisa_str *value)
{
    gisa_str line;
    while (gisa_str_next_line(rest, &line)) {
        size_t colon = gisa_str_find_byte(line, ':', 0);
        if (colon == GISA_NPOS) continue;
        *name = gisa_str_cut(line, 0, colon);
        if (!is_token(*name)) continue;
        *value = gisa_str_trim(gisa_str_cut(line, colon + 1, line.n));
        while (!value->n && rest->n && (rest->p[0] == ' ' || rest->p[0] == '\t')) {
            gisa_str_next_line(rest, &line);
            *value = gisa_str_trim(line);
        }
        return true;
    }
    return false;
}

gisa_str gisa_head_field(gisa_str head, const char *name)
{
    gisa_str rest = head, found, value, wanted = gisa_str_from(name);
    while (gisa_head_next(&rest, &found, &value))
        if (gisa_str_eq_nocase(found, wanted)) return value;
    return GISA_NONE;
}
