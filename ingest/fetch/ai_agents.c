#include "ingest/fetch/ai_agents.h"

#include <string.h>

#include "base/mem.h"
#include "corpus/wordlist.h"

static gisa_status parse_one(gisa_str robots, const gisa_wordlist_item *item, gisa_ai_agents *out,
                             gisa_error *err)
{
    gisa_ai_agent agent = {.name = item->word};
    gisa_status st = gisa_robots_parse(robots, item->word, &agent.robots, err);
    bool kept = st >= 0 && agent.robots.named;
    if (kept && GISA_GROW(out->items, out->n, out->cap) < 0) {
        st = gisa_fail_mem(err);
        kept = false;
    }
    if (kept)
        out->items[out->n++] = agent;
    else
        gisa_robots_clear(&agent.robots);
    return st;
}

/* Nobody is spoken to whose name is not there; in UTF-16 it is there in another way. */
gisa_status gisa_ai_agents_parse(gisa_str robots, gisa_ai_agents *out, gisa_error *err)
{
    const gisa_wordlist *list = &gisa_list_ai_agents;
    gisa_status st = GISA_OK;
    gisa_ai_agents_clear(out);
    bool wide = gisa_str_find_byte(robots, '\0', 0) != GISA_NPOS;
    for (size_t i = 0; i < list->n && st >= 0; i++)
        if (wide || gisa_str_find_nocase(robots, list->items[i].word, 0) != GISA_NPOS)
            st = parse_one(robots, &list->items[i], out, err);
    if (st < 0) gisa_ai_agents_clear(out);
    return st;
}

void gisa_ai_agents_add_closed(const gisa_ai_agents *a, gisa_str url, gisa_buf *out)
{
    const char *between = "";
    for (size_t i = 0; i < a->n; i++) {
        if (gisa_robots_allows(&a->items[i].robots, url)) continue;
        gisa_buf_add_c(out, between);
        gisa_buf_add(out, a->items[i].name);
        between = " ";
    }
}

bool gisa_ai_agents_train(gisa_str names)
{
    gisa_str name;
    while (gisa_str_next_field(&names, ' ', &name)) {
        const gisa_wordlist_item *item = gisa_wordlist_find(&gisa_list_ai_agents, name);
        if (item && gisa_str_is(item->value, "train")) return true;
    }
    return false;
}

void gisa_ai_agents_clear(gisa_ai_agents *a)
{
    for (size_t i = 0; i < a->n; i++) gisa_robots_clear(&a->items[i].robots);
    gisa_free(a->items);
    *a = (gisa_ai_agents){0};
}
