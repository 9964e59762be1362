#include "pipeline/table_cut.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* What is cut of a text, "line:value;" a row or "line!reason;", line ends of values as '/'. A piece
 * at a time: the same, whatever the pieces. */
static void cut(gisa_str text, const char *columns, size_t piece, gisa_buf *out, gisa_buf *unknown)
{
    gisa_table_cut t = {.rows.rest = {text.p, 0}, .rows.goes_on = true, .columns = columns};
    gisa_error err = {0};
    gisa_str value;
    for (size_t n = piece;; n += piece) {
        size_t done = (size_t)(t.rows.rest.p - text.p);
        t.rows.rest = gisa_str_cut(text, done, n);
        t.rows.goes_on = n < text.n;
        gisa_status st = t.has_head ? GISA_OK : gisa_table_cut_begin(&t, &err);
        if (st < 0) gisa_buf_addf(out, "!%s;", err.text);
        while (st >= 0 && (st = gisa_table_cut_next(&t, &value, &err)) != GISA_END) {
            if (st < 0 || t.wants_more) break;
            gisa_buf_addf(out, "%d%s", (int)t.rows.line, st == GISA_OK ? ":" : "!");
            size_t from = out->n;
            gisa_buf_add(out, st == GISA_OK ? value : gisa_str_from(err.text));
            for (size_t i = from; i < out->n; i++)
                if (out->p[i] == '\n' || out->p[i] == '\r') out->p[i] = '/';
            gisa_buf_add_char(out, ';');
        }
        if (st < 0 || n >= text.n) break;
    }
    gisa_buf_add(unknown, gisa_buf_view(&t.unknown));
    gisa_table_cut_clear(&t);
}

static const struct {
    const char *name, *columns, *text, *want, *unknown;
} rows[] = {
    {"a row", NULL, "title,body\na,b\n", "2:title,body//a,b//;", ""},
    {"Korean names", NULL, "제목,본문\n가,나\n", "2:제목,본문//가,나//;", ""},
    {"a byte order mark", NULL, "\xEF\xBB\xBFtitle,body\na,b", "2:title,body//a,b//;", ""},
    {"semicolons become commas", NULL, "title;body\na,b;c\n", "2:title,body//\"a,b\",c//;", ""},
    {"tabs", NULL, "title\tbody\na\tb\n", "2:title,body//a,b//;", ""},
    {"a separator that the file names", NULL, "sep=;\ntitle;x\na;b\n", "3:title,x//a,b//;", "x"},
    {"lines are counted through fields of several", NULL, "title,body\n\"a\nb\",c\nd,e\n",
     "2:title,body//\"a/b\",c//;4:title,body//d,e//;", ""},
    {"fields that are missing after title and body", NULL, "title,body,url\na,b\n",
     "2:title,body,url//a,b//;", ""},
    {"in the first row only", NULL, "title,body,url\na,b\nc,d,e\n",
     "2:title,body,url//a,b//;3:title,body,url//c,d,e//;", ""},
    {"a body that is missing", NULL, "title,body,url\na\n",
     "2!a row of 1 fields under a head of 3;", ""},
    {"a field too many", NULL, "title,body\na,b,c\nd,e\n",
     "2!a row of 3 fields under a head of 2;3:title,body//d,e//;", ""},
    {"an empty one too many", NULL, "title,body,url\na,b,c\nd,e,f,\n",
     "2:title,body,url//a,b,c//;3!a row of 4 fields under a head of 3;", ""},
    {"in every row", NULL, "title,body\na,b,, \nc,d,,\ne,f\ng,h,i,\n",
     "2:title,body//a,b//;3:title,body//c,d//;4:title,body//e,f//;5!a row of 4 fields under a head "
     "of 2;",
     ""},
    {"but not with a value", NULL, "title,body\na,b,\nc,d,e\n",
     "2:title,body//a,b//;3!a row of 3 fields under a head of 2;", ""},
    {"after one with a value", NULL, "title,body\na,b,c\nd,e,\n",
     "2!a row of 3 fields under a head of 2;3!a row of 3 fields under a head of 2;", ""},
    {"windows-949 in the head", NULL, "\xC1\xA6\xB8\xF1,\xBA\xBB\xB9\xAE\n가,나\n",
     "2:제목,본문//가,나//;", ""},
    {"windows-949 in a row", NULL, "title,body\n\xB1\xB9\xC8\xB8,\xC1\xA4\xBA\xCE\xB0\xA1\n",
     "2:title,body//국회,정부가//;", ""},
    {"columns that a map names", "title=subject,body=text of it", "subject,text of it\na,b\n",
     "2:title,body//a,b//;", ""},
    {"with empty places", "title=subject,, body=text of it", "subject,text of it\na,b\n",
     "2:title,body//a,b//;", ""},
    {"a mapped column goes before one that is called so", "title=b", "title,b,body\n1,2,3\n",
     "2:,title,body//1,2,3//;", "title"},
    {"a map of a column that is not there", "title=subject", "a,body\n1,2\n",
     "!no column 'subject' to take as title;", ""},
    {"no title and no body", NULL, "name,age\na,1\n",
     "!a table without a column of titles or bodies, unless a map names them: name, age;",
     "name, age"},
    {"the export's other tables", NULL, "article,start,end,type,id,text\na,1,2,OG,,x\n",
     "!a table of what is in articles, not of articles;", "article, start, end, type"},
    {"columns that are called so", NULL, "article,title,body\n1,a,b\n",
     "2:article,title,body//1,a,b//;", "article"},
    {"in another place", NULL, "title,start,body\na,1,b\n", "2:title,start,body//a,1,b//;",
     "start"},
    {"alone", NULL, "article,start\n1,2\n",
     "!a table without a column of titles or bodies, unless a map names them: article, start;",
     "article, start"},
    {"columns that no field takes", NULL, "title,a,b\n1,2,3\n", "2:title,a,b//1,2,3//;", "a, b"},
    {"many of them", NULL, "title,a,b,c,d,e,f,g,h,i,j\n", "", "a, b, c, d, e, f, g, h, …"},
    {"a head alone", NULL, "title,body\n", "", ""},
    {"nothing", NULL, "\n\n", "!a table without a row;", ""},
};

static void test_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        const size_t pieces[] = {text.n, 1, 7};
        for (size_t k = 0; k < 3; k++) {
            gisa_buf out = {0}, unknown = {0};
            cut(text, rows[i].columns, pieces[k], &out, &unknown);
            SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
            SAME_C(gisa_buf_view(&unknown), rows[i].unknown, rows[i].name);
            gisa_buf_clear(&out);
            gisa_buf_clear(&unknown);
        }
    }
}

/* As many columns as there is room for: a sanitizer sees a read after them. */
static void test_full(void)
{
    gisa_buf text = {0}, want = {0}, out = {0}, unknown = {0};
    for (int i = 1; i < 16; i++) gisa_buf_addf(&text, "%d,", i);
    gisa_buf_add_c(&text, "t\n\"a\",2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n");
    gisa_buf_add_c(&text, "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,b,,,,,,,,,,,,,,,,\n");
    for (int i = 1; i < 16; i++) gisa_buf_addf(&want, "%d,", i);
    cut(gisa_buf_view(&text), "title=t", text.n, &out, &unknown);
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("2:1,2,3")), "a row of sixteen fields");
    OK(gisa_str_has(gisa_buf_view(&out), GISA_STR("3!a row of 32 fields under a head of 16")),
       "and one of many more");
    gisa_buf_clear(&text);
    gisa_buf_clear(&want);
    gisa_buf_clear(&out);
    gisa_buf_clear(&unknown);
}

static void test_begin(void)
{
    size_t max = (size_t)1 << 20;
    gisa_error err = {0};
    gisa_table_cut t = {.rows.rest = GISA_STR("title,body\na"), .rows.goes_on = true};
    EQUAL(gisa_table_cut_begin(&t, &err), GISA_OK, "a head whose end is there is read");
    gisa_table_cut_clear(&t);
    t = (gisa_table_cut){.rows.rest = GISA_STR("title,body"), .rows.goes_on = true};
    EQUAL(gisa_table_cut_begin(&t, &err), GISA_SKIP, "without its end it waits");
    OK(t.wants_more && !t.has_head, "for more");
    gisa_table_cut_clear(&t);
    char *p = malloc(max);
    if (!OK(p != NULL, "memory for a long head")) return;
    memset(p, 'x', max);
    memcpy(p, "title\r", 6);
    t = (gisa_table_cut){.rows.rest = {p, max - 1}, .rows.goes_on = true};
    EQUAL(gisa_table_cut_begin(&t, &err), GISA_SKIP, "a line feed may come within 1 MiB");
    t.rows.rest.n = max;
    EQUAL(gisa_table_cut_begin(&t, &err), GISA_OK, "or the lines end without");
    EQUAL(t.n_columns, 1, "as the head does");
    gisa_table_cut_clear(&t);
    free(p);
}

/* All of a table, with so many allocations. */
static gisa_status cut_within(uint64_t allowed)
{
    gisa_error err = {0};
    gisa_str value;
    gisa_status st;
    gisa_table_cut t = {
        .rows.rest = GISA_STR("title,body,\xB1\xB9\xC8\xB8\n\xB1\xB9,\"a\"\"b\"\n")};
    gisa_mem_fail_after(allowed);
    st = gisa_table_cut_begin(&t, &err);
    while (st == GISA_OK) st = gisa_table_cut_next(&t, &value, &err);
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_table_cut_clear(&t);
    return st;
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    for (uint64_t allowed = 0; st < 0 && allowed < 200; allowed++)
        if ((st = cut_within(allowed)) < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail");
    EQUAL(st, GISA_END, "with enough it goes well");
}

static void test_maps(void)
{
    static const struct {
        const char *map, *why; /* NULL: fine */
    } maps[] = {
        {NULL, NULL},
        {"", NULL},
        {"title=제목", NULL},
        {" title = 제목 , body=내용,", NULL},
        {"published=a=b", NULL},
        {"title", "'title' is no field=column"},
        {"title=", "'title' is no field=column"},
        {"제목=title", "an article has no field '제목'"},
        {"titel=a", "an article has no field 'titel'"},
        {"chars=a", "an article has no field 'chars'"},
    };
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++) {
        gisa_error err = {0};
        gisa_status st = gisa_table_columns_check(maps[i].map, &err);
        const char *name = maps[i].map ? maps[i].map : "no map";
        EQUAL(st, maps[i].why ? GISA_EINVAL : GISA_OK, name);
        if (maps[i].why) SAME_C(gisa_str_from(err.text), maps[i].why, name);
    }
}

int main(void)
{
    test_rows();
    test_full();
    test_begin();
    test_memory();
    test_maps();
    return test_end();
}
