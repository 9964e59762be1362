#include "index/store/copy_links.h"

#include "tests/unit/test.h"

static const struct {
    const char *name;
    int64_t row, root;
} rows[] = {
    {"a copy's source", 20, 10},
    {"the source of a source", 30, 10},
    {"what is no copy", 10, 10},
    {"what is not there", 15, 15},
    {"before all", 1, 1},
    {"after all", 99, 99},
    {"a later article may be the source", 12, 50},
};

int main(void)
{
    gisa_sql q;
    gisa_error err = {0};
    gisa_copy_links links = {0};
    gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &q, &err);
    WENT(gisa_sql_run(&q,
                      "CREATE TABLE article (row INTEGER PRIMARY KEY, copy_of INTEGER);"
                      "INSERT INTO article VALUES (10, NULL), (12, 50), (20, 10), (30, 20),"
                      " (50, NULL), (60, 61), (61, 60)",
                      &err),
         err, "articles");
    EQUAL(gisa_copy_links_root(&links, 20), 20, "nothing is known yet");
    WENT(gisa_copy_links_load(&q, &links, &err), err, "links are read");
    OK(links.known && links.n == 5, "all of them");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        EQUAL(gisa_copy_links_root(&links, rows[i].row), rows[i].root, rows[i].name);
    int64_t round = gisa_copy_links_root(&links, 60);
    OK(round == 60 || round == 61, "a circle ends");
    WENT(gisa_copy_links_load(&q, &links, &err), err, "links are read again");
    EQUAL(links.n, 5, "instead of the former ones");
    gisa_copy_links_clear(&links);
    gisa_sql_close(&q);
    return test_end();
}
