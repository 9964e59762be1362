#include <unistd.h>

#include "cli/hits.h"
#include "tests/unit/test.h"

static char said[1000];

/* What goes to standard error until `end` is what was said. */
static int begin(FILE **file)
{
    int kept = dup(STDERR_FILENO);
    *file = tmpfile();
    if (*file) dup2(fileno(*file), STDERR_FILENO);
    return kept;
}

static void end(FILE *file, int kept)
{
    dup2(kept, STDERR_FILENO);
    close(kept);
    if (!file) return;
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    fclose(file);
}

static void test_widened(void)
{
    static gisa_str lamps[] = {{"lamp", 4}, {"Lamp", 4}, {"lantern", 7}},
                    boats[] = {{"ship", 4}, {"boat", 4}}, none[] = {{"sea", 3}};
    const gisa_widening words[] = {{{"lamp", 4}, lamps, 3},
                                   {{"LAMP", 4}, lamps, 3},
                                   {{"sea", 3}, none, 1},
                                   {{"boat", 4}, boats, 2}};
    gisa_hits hits = {.widened = malloc(sizeof words), .n_widened = 4};
    hits_notes notes = {0};
    FILE *file;
    if (!OK(hits.widened != NULL, "memory")) return;
    memcpy(hits.widened, words, sizeof words);
    int kept = begin(&file);
    hits_say_notes(&(cli){0}, &hits, &notes);
    end(file, kept);
    SAME_C(gisa_str_from(said),
           "gisa: lamp: also lantern (--exact turns this off)\n"
           "gisa: boat: also ship (--exact turns this off)\n",
           "each word has its other spellings told once");
    hits_notes_clear(&notes);
    free(hits.widened);
}

static const struct {
    const char *name;
    hits_readings found;
    bool counted;
    const char *want;
} rows[] = {
    {"some of the words are in one more",
     {.all = 2, .any = 3},
     false,
     "gisa: 2 articles have all the words; 1 more has some of them\n"},
    {"in many more, of a count",
     {.all = 1, .any = 30, .bounded = true},
     true,
     "gisa: 1 article has all the words; at least 29 more have some of them; a list shows those "
     "too\n"},
    {"in no more", {.all = 3, .any = 3}, false, ""},
    {"nobody asked for any", {.all = 3}, true, ""},
};

int main(void)
{
    test_widened();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *file;
        int kept = begin(&file);
        hits_say_readings(&(cli){0}, &rows[i].found, rows[i].counted);
        end(file, kept);
        SAME_C(gisa_str_from(said), rows[i].want, rows[i].name);
    }
    return test_end();
}
