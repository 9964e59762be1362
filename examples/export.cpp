// A corpus as files for researchers, and its busiest months: export NEWS.db FOLDER QUERY
#include <cstdio>

#include "gisa.h"

namespace
{

struct Reader : gisa_reader {
    Reader() : gisa_reader()
    {
    }
    ~Reader()
    {
        gisa_reader_close(this);
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
};

bool print_months(gisa_store *store, gisa_str query, gisa_error *err)
{
    gisa_counts_opts opts = gisa_counts_opts();
    gisa_counts counts = gisa_counts();
    opts.period = GISA_PERIOD_MONTH;
    if (gisa_counts_run(store, query, &opts, &counts, err) < 0) return false;
    for (size_t i = 0; i < counts.n; i++) {
        char month[GISA_PERIOD_CHARS];
        gisa_period_format(opts.period, counts.items[i].day, month);
        std::printf("%s  %llu of %llu\n", month, (unsigned long long)counts.items[i].n,
                    (unsigned long long)counts.items[i].total);
    }
    gisa_counts_clear(&counts);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: export NEWS.db FOLDER QUERY\n");
        return 2;
    }
    Reader reader;
    gisa_error err = gisa_error();
    gisa_export_opts opts = gisa_export_opts(); // features and URLs; full_text asks for more
    gisa_export_result result = gisa_export_result();
    gisa_status st = gisa_reader_open(argv[1], NULL, &reader, &err);
    opts.dir = argv[2];
    opts.query = gisa_str_from(argv[3]);
    opts.tokenizer = reader.tokenizer;
    if (st >= 0) st = gisa_export_run(reader.store, &opts, &result, &err);
    if (st >= 0) std::printf("%llu articles exported\n", (unsigned long long)result.articles);
    if (st < 0 || !print_months(reader.store, opts.query, &err)) {
        std::fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    return 0;
}
