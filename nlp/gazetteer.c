#include "nlp/gazetteer.h"

#include "base/mem.h"

struct gisa_gazetteer {
    size_t n_names;
};

gisa_status gisa_gazetteer_open(gisa_str user, gisa_gazetteer **out, gisa_error *err)
{
    (void)user;
    *out = gisa_calloc(1, sizeof **out);
    return *out ? GISA_OK : gisa_fail_mem(err);
}

void gisa_gazetteer_close(gisa_gazetteer *g)
{
    gisa_free(g);
}

const gisa_name *gisa_gazetteer_name(const gisa_gazetteer *g, size_t i)
{
    (void)g, (void)i;
    return NULL;
}

gisa_status gisa_gazetteer_find(const gisa_gazetteer *g, gisa_str text, gisa_arena *arena,
                                gisa_name_hits *out, gisa_error *err)
{
    (void)g, (void)text, (void)arena, (void)err;
    *out = (gisa_name_hits){0};
    return GISA_OK;
}

gisa_status gisa_gazetteer_spellings(const gisa_gazetteer *g, gisa_str name, gisa_spellings *out,
                                     gisa_error *err)
{
    (void)g, (void)name, (void)out, (void)err;
    return GISA_OK;
}
