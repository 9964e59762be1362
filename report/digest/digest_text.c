#include "report/digest/digest_text.h"

#include "base/buf.h"
#include "base/utf8.h"

gisa_status gisa_digest_clip(gisa_arena *arena, gisa_str text, size_t chars, gisa_str *out)
{
    if (gisa_utf8_chars(text) <= chars) return gisa_arena_copy(arena, text, out);
    size_t end = gisa_utf8_offset(text, chars - 1), space = end;
    while (space > 0 && text.p[space] != ' ') space--;
    if (space * 3 > end * 2) end = space;
    gisa_buf cut = {0};
    gisa_buf_add(&cut, gisa_str_trim(gisa_str_cut(text, 0, end)));
    gisa_buf_add_c(&cut, "…");
    gisa_status st = gisa_buf_status(&cut);
    if (st >= 0) st = gisa_arena_copy(arena, gisa_buf_view(&cut), out);
    gisa_buf_clear(&cut);
    return st;
}

/* "(서울=한빛통신) 성춘향 기자 = ": how a wire story names its source. */
static gisa_str skip_wire_lead(gisa_str line)
{
    size_t equals = gisa_str_find(line, GISA_STR(" = "), 0);
    if (equals != GISA_NPOS && equals < 90 && line.p[0] == '(')
        return gisa_str_cut(line, equals + 3, line.n);
    return line;
}

gisa_str gisa_digest_first_sentence(gisa_str body)
{
    gisa_str line = GISA_STR("");
    while (gisa_str_next_line(&body, &line)) {
        line = skip_wire_lead(gisa_str_trim(line));
        if (gisa_utf8_chars(line) >= 20) break;
    }
    for (size_t i = 1; i + 1 < line.n; i++)
        if (line.p[i] == '.' && line.p[i + 1] == ' ' && !gisa_is_digit(line.p[i - 1]) &&
            gisa_utf8_chars(gisa_str_cut(line, 0, i)) >= 30)
            return gisa_str_cut(line, 0, i + 1);
    return line;
}
