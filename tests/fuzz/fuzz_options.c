/* Any words are a command's arguments: refused with a message or taken, and what is left of them
 * are words that were given. A line is a word. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/cli.h"
#include "pipeline/table_cut.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_WORDS = 64 };

typedef struct values {
    bool json, exact;
    const char *fields;
    uint64_t limit, context;
} values;

static void parse(int n, char **words)
{
    values v = {0};
    const cli_option options[] = {
        {"json", 0, CLI_FLAG, &v.json, NULL, "a flag"},
        {"exact", 'x', CLI_FLAG, &v.exact, NULL, "a flag with a letter"},
        {"fields", 'f', CLI_TEXT, &v.fields, "LIST", "a text"},
        {"limit", 'n', CLI_NUMBER, &v.limit, "N", "a number"},
        {"context", 0, CLI_NUMBER, &v.context, "N", "another"},
    };
    const cli_usage usage = {.name = "search",
                             .args = "WORDS",
                             .summary = "look",
                             .options = options,
                             .n_options = sizeof options / sizeof options[0]};
    bool failed = false;
    cli c = {.threads = 1, .columns = 80, .output_failed = &failed};
    char *argv[MAX_WORDS + 2], **args = NULL;
    int n_args = 0;
    argv[0] = words[0];
    for (int i = 0; i < n; i++) argv[i] = words[i];
    argv[n] = NULL;
    int code = cli_parse(&c, &usage, n, argv, &n_args, &args);
    if (code != CLI_GO_ON && code != CLI_FOUND && code != CLI_FAILED) abort();
    if (code == CLI_GO_ON && (n_args < 0 || n_args >= n)) abort();
    for (int i = 0; code == CLI_GO_ON && i < n_args; i++) {
        bool given = false;
        for (int k = 1; k < n; k++) given = given || args[i] == words[k];
        if (!given) abort();
    }
    gisa_free(c.db_path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text, *words[MAX_WORDS];
    char name[] = "search";
    gisa_error err;
    int n = 0;
    if (size > 4096 || !(text = gisa_malloc(size + 1))) return 0;
    if (size) memcpy(text, data, size);
    text[size] = '\0';
    gisa_table_columns_check(text, &err);
    words[n++] = name;
    for (char *at = text; at && n < MAX_WORDS;) {
        char *end = strchr(at, '\n');
        if (end) *end = '\0';
        words[n++] = at;
        at = end ? end + 1 : NULL;
    }
    parse(n, words);
    gisa_free(text);
    return 0;
}
