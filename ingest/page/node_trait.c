/* What tag, class and id say of a box. Names are cut into words at everything that is no letter or
 * digit and where a capital follows a small letter; a word is looked up in a sorted table. */
#include "ingest/page/node_trait.h"

#include "corpus/wordlist.h"

enum { LONGEST = 23, SLUG_WORDS = 5 };
enum {
    OTHER = 1u << 8,   /* names a state, a style or two boxes: "no-sidebar", "map-and-related" */
    PICTURE = 1u << 9, /* "img_desc" has both a picture and what is told of it */
    TELLING = 1u << 10,
};

/* What the values of corpus/lexicon/lists/node_names.tsv mean; each begins with another letter. */
static unsigned traits_of_value(gisa_str value)
{
    switch (value.p[0]) {
    case 'b': return GISA_NODE_BYLINE;
    case 'c': return GISA_NODE_CAPTION;
    case 'n': return GISA_NODE_NOISE;
    case 'p': return PICTURE;
    case 's': return GISA_NODE_NOISE | GISA_NODE_CERTAIN;
    case 't': return TELLING;
    default: return OTHER;
    }
}

/* Looks up a word; one after a digit is part of a hash ("bbc4ad583"). */
static unsigned traits_of_word(const char *word, size_t n, char ahead)
{
    if (n < 2 || n > LONGEST || gisa_is_digit(ahead)) return 0;
    const gisa_wordlist_item *item = gisa_wordlist_find_nocase(&gisa_list_node_names,
                                                               (gisa_str){word, n});
    return item ? traits_of_value(item->value) : 0;
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
    if (found & OTHER) return 0;
    if (found & PICTURE && found & TELLING) found |= GISA_NODE_CAPTION;
    return found & ~(unsigned)(PICTURE | TELLING);
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

/* What AMP shows until, or unless, the element around it has loaded. */
static bool is_stand_in(const gisa_tree *t, size_t node)
{
    const gisa_node *above = &t->nodes[t->nodes[node].parent];
    if (above->tag != GISA_TAG_OTHER) return false;
    return gisa_str_starts(gisa_node_text(t, t->nodes[node].parent), GISA_STR("amp-")) &&
           (gisa_node_attr(t, node, "placeholder").p || gisa_node_attr(t, node, "fallback").p);
}

static bool is_hidden(const gisa_tree *t, size_t node)
{
    gisa_str style = gisa_node_attr(t, node, "style");
    /* React streams parts of a page in hidden boxes "S:1" and moves them into place */
    if (gisa_node_attr(t, node, "hidden").p)
        return !gisa_str_starts(gisa_node_attr(t, node, "id"), GISA_STR("S:"));
    if (is_stand_in(t, node)) return true;
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
    case GISA_TAG_MENU:
    case GISA_TAG_DIALOG: return GISA_NODE_NOISE;
    case GISA_TAG_FORM: return GISA_NODE_NOISE | GISA_NODE_CERTAIN;
    case GISA_TAG_BODY:
    case GISA_TAG_HTML:
    case GISA_TAG_ARTICLE:
    case GISA_TAG_MAIN: return GISA_NODE_WRAPPER;
    default: return 0;
    }
}

/* "<label><input type=checkbox> 새 소식 불러오기</label>"; a label without one may head a panel. */
static bool holds_input(const gisa_tree *t, size_t label)
{
    for (size_t i = label + 1; i < t->nodes[label].end; i++)
        if (t->nodes[i].tag == GISA_TAG_INPUT) return true;
    return false;
}

unsigned gisa_node_traits(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    unsigned traits = traits_of_tag(n->tag);
    if (n->tag == GISA_TAG_LABEL && holds_input(t, node)) traits |= GISA_NODE_NOISE;
    if (n->n_attrs && n->tag != GISA_TAG_TEXT) {
        gisa_str classes = gisa_node_attr(t, node, "class");
        traits |= traits_of_names(classes);
        if (gisa_str_starts(classes, GISA_STR("widget "))) traits |= GISA_NODE_NOISE;
        /* its id, or that of a span in it, is made from its words: "tools-for-work" */
        bool heading = gisa_tag_is_heading(n->tag) || gisa_tag_is_heading(t->nodes[n->parent].tag);
        gisa_str id = gisa_node_attr(t, node, "id");
        if (!heading && !is_slug(id)) traits |= traits_of_names(id);
        gisa_str role = gisa_node_attr(t, node, "role");
        if (role.n && gisa_wordlist_find(&gisa_list_noise_roles, role)) traits |= GISA_NODE_NOISE;
        if (is_hidden(t, node)) traits |= GISA_NODE_HIDDEN;
        gisa_str prop = gisa_node_attr(t, node, "itemprop");
        if (gisa_str_is(prop, "articleBody")) traits |= GISA_NODE_WRAPPER;
    }
    return traits;
}
