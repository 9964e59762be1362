#include "pipeline/name_accept.h"

#include "tests/unit/pipeline/name_press.h"

static const char *const articles[] = {"naru|등대지기가 등대를 켰다고 한다."};

#define NAME(a, b, i, ...)                                                                         \
    {                                                                                              \
        .name = GISA_STR(a), .other = GISA_STR(b), .id = GISA_STR(i), __VA_ARGS__                  \
    }

static const gisa_proposal chosen[] = {
    NAME("럭스 캐피탈", "Lux Capital", "lux-capital", .type = GISA_ENTITY_OG, .guessed = true),
    NAME("럭스 캐피탈", "럭캐", "lux-capital", .type = GISA_ENTITY_OG, .guessed = true),
    NAME("가온군의회", "군의회", "gaon", .type = GISA_ENTITY_OG, .common_other = true),
    NAME("솔뫼연구원", "SMI", "smi", .type = GISA_ENTITY_OG),
    NAME("딥시크", "Deepsik", "deepseek", .type = GISA_ENTITY_OG, .known = true),
    NAME("솔메연구소", "SMI", "smi-2", .type = GISA_ENTITY_OG),
    NAME("도란", "Qwen", "doran", .type = GISA_ENTITY_OG),
    NAME("도란도란", "인공지능", "doran-2", .type = GISA_ENTITY_OG),
};
enum { CHOSEN = sizeof chosen / sizeof *chosen };

static const char lines[] = "lux-capital\tOG\t럭스 캐피탈|Lux Capital|럭캐\n"
                            "gaon\tOG\t가온군의회|군의회?\n"
                            "smi\tOG\t솔뫼연구원|SMI=\n"
                            "deepseek\tOG\tDeepsik\n";

static void read_names(const gisa_reader *r, gisa_buf *out)
{
    gisa_error err = {0};
    gisa_buf_reset(out);
    WENT(gisa_file_read(r->own.names, 1 << 20, out, &err), err, "the file is read");
}

static void reopen(const scratch_corpus *s, gisa_reader *r)
{
    gisa_error err = {0};
    gisa_reader_close(r);
    WENT(gisa_reader_open(s->db, NULL, r, &err), err, "a reader");
}

static void test_first(const gisa_reader *r, gisa_acceptance *a, gisa_buf *file)
{
    gisa_error err = {0};
    WENT(gisa_names_accept(r, chosen, 0, a, &err), err, "nothing is accepted");
    OK(!gisa_file_exists(r->own.names), "and no file made");
    WENT(gisa_names_accept(r, chosen, CHOSEN, a, &err), err, "some are");
    read_names(r, file);
    OK(gisa_str_ends(gisa_buf_view(file), gisa_str_from(lines)), file->p);
    OK(file->p[0] == '#', "with a head");
    EQUAL(a->n, 4, "a line a name");
    OK(a->items[0].guessed && !a->items[0].ambiguous, "whose type is a guess");
    OK(a->items[1].ambiguous, "and one with a common word");
    EQUAL(a->n_refused, 3, "what is another's is refused");
    SAME_C(a->refused[0].owner, "smi", "a spelling of a name that was accepted before it");
    SAME_C(a->refused[1].owner, "qwen", "one of the lexicon");
    SAME_C(a->refused[1].spelling, "Qwen", "which is said");
    OK(!a->refused[2].owner.n, "and a concept");
}

int main(void)
{
    scratch_corpus s;
    gisa_reader r = {0};
    gisa_acceptance a = {0};
    gisa_error err = {0};
    gisa_buf file = {0}, again = {0};
    if (!scratch_open(&s)) return test_end();
    name_press_import(&s, articles, 1);
    reopen(&s, &r);
    test_first(&r, &a, &file);
    reopen(&s, &r);
    EQUAL(r.edition, GISA_EDITION_OTHER_NAMES, "a reader sees that the names have changed");
    WENT(gisa_names_accept(&r, chosen, 5, &a, &err), err, "a second time");
    EQUAL(a.n, 0, "nothing is added");
    read_names(&r, &again);
    SAME(gisa_buf_view(&again), gisa_buf_view(&file), "and the file is as it was");
    WENT(gisa_file_write(r.own.names, GISA_STR("# mine\nnaru\tPS\t나루네|Narune"), &err), err,
         "a file of one's own without an end of its last line");
    reopen(&s, &r);
    WENT(gisa_names_accept(&r, &chosen[3], 1, &a, &err), err, "gets a line more");
    read_names(&r, &file);
    SAME_C(gisa_buf_view(&file), "# mine\nnaru\tPS\t나루네|Narune\nsmi\tOG\t솔뫼연구원|SMI=\n",
           "and keeps what was there");
    gisa_acceptance_clear(&a);
    gisa_reader_close(&r);
    gisa_buf_clear(&file);
    gisa_buf_clear(&again);
    scratch_close(&s);
    return test_end();
}
