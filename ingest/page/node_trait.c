/* What tag, class and id say of a box. Names are cut into words at everything that is no letter or
 * digit and where a capital follows a small letter; a word is looked up in a sorted table. */
#include "ingest/page/node_trait.h"

#include <stdlib.h>

typedef struct word_trait {
    const char *word;
    uint16_t traits;
} word_trait;

enum { LONGEST = 23, SLUG_WORDS = 5 };
enum {
    X = 1u << 8, /* names a state, a style or two boxes: "no-sidebar", "map-and-related" */
    N = GISA_NODE_NOISE,
    S = GISA_NODE_NOISE | GISA_NODE_CERTAIN,
    C = GISA_NODE_CAPTION,
    Y = GISA_NODE_BYLINE
};

/* Sorted by bytes; test_traits checks it. */
static const word_trait words[] = {
    {"actions", N},
    {"ad", N},
    {"adbox", N},
    {"ads", N},
    {"adsbygoogle", N},
    {"advert", N},
    {"advertisement", N},
    {"affiliate", N},
    {"alsoread", N},
    {"and", X},
    {"author", Y},
    {"authorbox", N},
    {"authors", Y},
    {"avatar", Y},
    {"banner", N},
    {"bg", X},
    {"bio", Y},
    {"bookmark", N},
    {"breadcrumb", N},
    {"breadcrumbs", N},
    {"byline", Y},
    {"cap", C},
    {"caption", C},
    {"comment", S},
    {"comments", S},
    {"community", N},
    {"consent", S},
    {"cookie", S},
    {"cookies", S},
    {"copyright", N},
    {"credit", C},
    {"crumb", N},
    {"crumbs", N},
    {"cta", N},
    {"dable", S},
    {"dablewidget", S},
    {"date", Y},
    {"dateline", Y},
    {"dialog", N},
    {"disabled", X},
    {"disqus", S},
    {"donate", N},
    {"dropdown", N},
    {"enabled", X},
    {"false", X},
    {"figcaption", C},
    {"followus", N},
    {"font", X},
    {"fontsize", N},
    {"foot", S},
    {"footer", S},
    {"gnb", S},
    {"has", X},
    {"hashtag", N},
    {"hashtags", N},
    {"infobar", N},
    {"inventory", N},
    {"journalist", Y},
    {"keyword", N},
    {"keywords", N},
    {"layer", N},
    {"lightbox", N},
    {"lnb", S},
    {"login", N},
    {"masthead", N},
    {"menu", N},
    {"meta", Y},
    {"metadata", Y},
    {"modal", S},
    {"mostread", S},
    {"nav", S},
    {"navbar", S},
    {"navigation", S},
    {"newsletter", N},
    {"nextprev", N},
    {"no", X},
    {"outbrain", S},
    {"overlay", N},
    {"pager", N},
    {"pagination", N},
    {"photoby", C},
    {"popular", S},
    {"popup", S},
    {"postmeta", Y},
    {"prevnext", N},
    {"print", N},
    {"promo", N},
    {"promotion", N},
    {"rank", N},
    {"ranking", N},
    {"rating", N},
    {"recirc", S},
    {"recommend", S},
    {"recommendation", S},
    {"recommendations", S},
    {"recommended", S},
    {"relate", S},
    {"related", S},
    {"relation", S},
    {"reply", S},
    {"reporter", Y},
    {"respond", S},
    {"search", N},
    {"share", N},
    {"sharebar", N},
    {"sharedaddy", N},
    {"shares", N},
    {"sharing", N},
    {"side", N},
    {"sidebar", S},
    {"signup", N},
    {"sns", N},
    {"social", N},
    {"socials", N},
    {"sponsor", N},
    {"sponsored", N},
    {"subscribe", N},
    {"subscription", N},
    {"taboola", S},
    {"tagcloud", N},
    {"taglist", N},
    {"tags", N},
    {"testimonial", N},
    {"timestamp", Y},
    {"toc", N},
    {"toolbar", N},
    {"tools", N},
    {"topbar", N},
    {"trending", S},
    {"true", X},
    {"util", N},
    {"utility", N},
    {"with", X},
    {"without", X},
    {"writer", Y},
};

static int compare(const void *key, const void *item)
{
    return strcmp(key, ((const word_trait *)item)->word);
}

/* Looks up a word; one behind a digit is part of a hash ("bbc4ad583"). */
static unsigned traits_of_word(const char *word, size_t n, char ahead)
{
    char key[LONGEST + 1];
    if (n < 2 || n > LONGEST || gisa_is_digit(ahead)) return 0;
    for (size_t i = 0; i < n; i++) key[i] = gisa_lower(word[i]);
    key[n] = 0;
    const word_trait *t = bsearch(key, words, sizeof words / sizeof words[0], sizeof words[0],
                                  compare);
    return t ? t->traits : 0;
}

/* An id made from a heading: "how-popular-are-recommended-reads". */
static bool is_slug(gisa_str s)
{
    size_t hyphens = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '-' && (s.p[i] < 'a' || s.p[i] > 'z')) return false;
        hyphens += s.p[i] == '-';
    }
    return hyphens >= SLUG_WORDS - 1;
}

/* One class or id. Names with brackets or colons are styles ("[&_nav]:p-2"). */
static unsigned traits_of_name(gisa_str s)
{
    unsigned found = 0;
    size_t from = 0;
    char ahead = ' ';
    for (size_t i = 0; i <= s.n; i++) {
        char c = i < s.n ? s.p[i] : ' ', before = i > from ? s.p[i - 1] : ' ';
        if (c == ':' || c == '[') return 0;
        bool letter = gisa_is_alpha(c);
        bool hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
        if (letter && !hump) continue;
        if (i > from) found |= traits_of_word(s.p + from, i - from, ahead);
        from = hump ? i : i + 1;
        ahead = c;
    }
    return found & X ? 0 : found;
}

static unsigned traits_of_names(gisa_str s)
{
    unsigned found = 0;
    for (size_t i = 0, from = 0; i <= s.n; i++) {
        if (i < s.n && !gisa_is_space(s.p[i])) continue;
        if (i > from) found |= traits_of_name(gisa_str_cut(s, from, i));
        from = i + 1;
    }
    return found;
}

static bool is_hidden(const gisa_tree *t, size_t node)
{
    gisa_str style = gisa_node_attr(t, node, "style");
    /* React streams parts of a page in hidden boxes "S:1" and moves them into place */
    if (gisa_node_attr(t, node, "hidden").p)
        return !gisa_str_starts(gisa_node_attr(t, node, "id"), GISA_STR("S:"));
    size_t at = style.n ? gisa_str_find_nocase(style, GISA_STR("display"), 0) : GISA_NPOS;
    if (at == GISA_NPOS) return false;
    at = gisa_str_find_byte(style, ':', at);
    return at != GISA_NPOS &&
           gisa_str_starts(gisa_str_trim(gisa_str_cut(style, at + 1, style.n)), GISA_STR("none"));
}

static unsigned traits_of_tag(unsigned tag)
{
    switch (tag) {
    case GISA_TAG_NAV:
    case GISA_TAG_FOOTER:
    case GISA_TAG_ASIDE:
    case GISA_TAG_FORM:
    case GISA_TAG_MENU:
    case GISA_TAG_DIALOG: return GISA_NODE_NOISE;
    case GISA_TAG_BODY:
    case GISA_TAG_HTML:
    case GISA_TAG_ARTICLE:
    case GISA_TAG_MAIN: return GISA_NODE_WRAPPER;
    default: return 0;
    }
}

unsigned gisa_node_traits(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    unsigned traits = traits_of_tag(n->tag);
    if (n->n_attrs && n->tag != GISA_TAG_TEXT) {
        gisa_str classes = gisa_node_attr(t, node, "class");
        traits |= traits_of_names(classes);
        if (gisa_str_starts(classes, GISA_STR("widget "))) traits |= GISA_NODE_NOISE;
        bool heading = n->tag >= GISA_TAG_H1 && n->tag <= GISA_TAG_H6;
        gisa_str id = gisa_node_attr(t, node, "id");
        if (!heading && !is_slug(id)) traits |= traits_of_names(id);
        gisa_str role = gisa_node_attr(t, node, "role");
        if (gisa_str_is(role, "navigation") || gisa_str_is(role, "complementary") ||
            gisa_str_is(role, "contentinfo") || gisa_str_is(role, "dialog") ||
            gisa_str_is(role, "search") || gisa_str_is(role, "menu"))
            traits |= GISA_NODE_NOISE;
        if (is_hidden(t, node)) traits |= GISA_NODE_HIDDEN;
        gisa_str prop = gisa_node_attr(t, node, "itemprop");
        if (gisa_str_is(prop, "articleBody")) traits |= GISA_NODE_WRAPPER;
    }
    return traits;
}
