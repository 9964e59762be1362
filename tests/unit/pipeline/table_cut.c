#include "pipeline/table_cut.h"

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
    {"windows-949 in a row", NULL, "title,body\n\xB1\xB9\xC8\xB8,\xC1\xA4\xBA\xCE\xB0\xA1\n",
     "2:title,body//국회,정부가//;", ""},
    {"columns that a map names", "title=subject,body=text of it", "subject,text of it\na,b\n",
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
    test_maps();
    return test_end();
}
