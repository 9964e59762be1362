/* Word lists that ship inside the program: what gisa knows of Korean and of the press, as tables.
 *
 * corpus/lexicon/lists/NAME.tsv holds a word a line, or a word, a tab and its value, sorted by
 * bytes and without repeats (tests/unit/corpus/wordlist.c checks that). The build turns each file
 * into a constant gisa_list_NAME (corpus/wordlists.sh), so nothing is parsed at start. */
#ifndef GISA_CORPUS_WORDLIST_H
#define GISA_CORPUS_WORDLIST_H

#include "base/str.h"

typedef struct gisa_wordlist_item {
    gisa_str word;
    gisa_str value; /* GISA_NONE: the line has none */
} gisa_wordlist_item;

typedef struct gisa_wordlist {
    const gisa_wordlist_item *items; /* sorted by the bytes of their words */
    size_t n;
    size_t longest; /* bytes of the longest word; 0: not known */
    /* What corpus/wordlists.sh makes beside the words; without it they are searched. */
    uint64_t lengths;      /* bit n: there are words of n bytes */
    const uint16_t *slots; /* 1 + the number of a word at or after its hash; 0: free */
    unsigned slot_bits;    /* there are 2^slot_bits */
    /* 1,024 bits each: hashes of the first three bytes of words, and of the last three; NULL where
     * a word has less. */
    const uint32_t *firsts, *lasts;
} gisa_wordlist;

/* The item of a word, or NULL. */
const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word);

/* The item with the longest word that the text ends in, or begins with; NULL: none. */
const gisa_wordlist_item *gisa_wordlist_suffix(const gisa_wordlist *list, gisa_str text);
const gisa_wordlist_item *gisa_wordlist_prefix(const gisa_wordlist *list, gisa_str text);

/* Whether the text contains a word of the list, as written or in any case of ASCII. */
bool gisa_wordlist_within(const gisa_wordlist *list, gisa_str text);
bool gisa_wordlist_within_nocase(const gisa_wordlist *list, gisa_str text);

/* The item of a word that the list has in lower case, or NULL. Words of up to 63 bytes. */
const gisa_wordlist_item *gisa_wordlist_find_nocase(const gisa_wordlist *list, gisa_str word);

/* One line for each file, in order of name. */
extern const gisa_wordlist gisa_list_abbreviations;          /* nlp/word/abbreviation.c */
extern const gisa_wordlist gisa_list_addressing_endings;     /* ingest/page/offer.c */
extern const gisa_wordlist gisa_list_adverbial_verbs;        /* nlp/facts/reported.c */
extern const gisa_wordlist gisa_list_affiliation_endings;    /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_ago_units;              /* index/query/day_range.c */
extern const gisa_wordlist gisa_list_ago_words;              /* ingest/page/meta.c */
extern const gisa_wordlist gisa_list_ai_agents;              /* ingest/fetch/ai_agents.c */
extern const gisa_wordlist gisa_list_ai_training_words;      /* ingest/fields/notice.c */
extern const gisa_wordlist gisa_list_article_types;          /* ingest/page/script.c */
extern const gisa_wordlist gisa_list_attached_counters;      /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_attached_numerals;      /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_attached_sino_units;    /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_birth_words;            /* ingest/page/inset.c */
extern const gisa_wordlist gisa_list_body_branches;          /* nlp/names/entity_learned.c */
extern const gisa_wordlist gisa_list_body_classes;           /* ingest/page/body.c */
extern const gisa_wordlist gisa_list_body_heads;             /* nlp/names/entity_kind.c */
extern const gisa_wordlist gisa_list_body_ids;               /* ingest/page/body.c */
extern const gisa_wordlist gisa_list_body_starts;            /* nlp/names/entity_kind.c */
extern const gisa_wordlist gisa_list_body_syllables;         /* nlp/names/entity_learned.c */
extern const gisa_wordlist gisa_list_bound_nouns;            /* nlp/facts/figure_bound.c */
extern const gisa_wordlist gisa_list_bound_verbs;            /* nlp/facts/figure_bound.c */
extern const gisa_wordlist gisa_list_bound_words;            /* nlp/facts/figure_bound.c */
extern const gisa_wordlist gisa_list_broadcast_parts;        /* ingest/flat/single_line.c */
extern const gisa_wordlist gisa_list_byline_roles;           /* index/query/authors.c */
extern const gisa_wordlist gisa_list_byline_surnames;        /* ingest/flat/flat_fields.c */
extern const gisa_wordlist gisa_list_caption_endings;        /* ingest/page/picture_line.c */
extern const gisa_wordlist gisa_list_caption_pointers;       /* ingest/page/picture_line.c */
extern const gisa_wordlist gisa_list_clause_links;           /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_club_letters;           /* nlp/names/entity_kind.c */
extern const gisa_wordlist gisa_list_compound_surnames;      /* nlp/names/entity_word.c */
extern const gisa_wordlist gisa_list_contact_words;          /* ingest/page/release_tail.c */
extern const gisa_wordlist gisa_list_copying_words;          /* ingest/fields/notice.c */
extern const gisa_wordlist gisa_list_copyright_marks;        /* ingest/fields/notice.c */
extern const gisa_wordlist gisa_list_counted_units;          /* report/digest/digest_voices.c */
extern const gisa_wordlist gisa_list_counted_words;          /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_counties;               /* nlp/names/entity_place.c */
extern const gisa_wordlist gisa_list_counting_words;         /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_country_syllables;      /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_credit_endings;         /* ingest/page/caption_end.c */
extern const gisa_wordlist gisa_list_credit_labels;          /* ingest/fields/credit_line.c */
extern const gisa_wordlist gisa_list_credit_words;           /* ingest/page/caption_end.c */
extern const gisa_wordlist gisa_list_date_tails;             /* nlp/facts/date_read.c */
extern const gisa_wordlist gisa_list_day_count_words;        /* nlp/facts/date_read.c */
extern const gisa_wordlist gisa_list_day_words;              /* index/query/day_range.c */
extern const gisa_wordlist gisa_list_deck_names;             /* ingest/page/html_page.c */
extern const gisa_wordlist gisa_list_degree_words;           /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_departments;            /* nlp/names/entity_shape.c */
extern const gisa_wordlist gisa_list_desk_words;             /* ingest/fields/byline.c */
extern const gisa_wordlist gisa_list_domain_suffixes;        /* ingest/fields/fields.c */
extern const gisa_wordlist gisa_list_doubting_words;         /* nlp/tagger/unpunctuated_end.c */
extern const gisa_wordlist gisa_list_end_marks;              /* ingest/page/text_ends.c */
extern const gisa_wordlist gisa_list_english_function_words; /* ingest/flat/story_lines.c */
extern const gisa_wordlist gisa_list_error_page_phrases;     /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_error_page_words;       /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_exact_counters;         /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_faculties;              /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_falling_words;          /* nlp/facts/figure_sign.c */
extern const gisa_wordlist gisa_list_field_cues;             /* nlp/names/gazetteer_find.c */
extern const gisa_wordlist gisa_list_forbidding_words;       /* ingest/fields/notice.c */
extern const gisa_wordlist gisa_list_foreign_syllables;      /* ingest/fields/person_name.c */
extern const gisa_wordlist gisa_list_front_page_names;       /* ingest/fields/fields.c */
extern const gisa_wordlist gisa_list_given_syllables;        /* nlp/names/entity_word.c */
extern const gisa_wordlist gisa_list_handover_endings;       /* ingest/flat/flat_fields.c */
extern const gisa_wordlist gisa_list_headed_verbs;           /* nlp/facts/speech_verb.c */
extern const gisa_wordlist gisa_list_host_dresses;           /* corpus/address.c */
extern const gisa_wordlist gisa_list_html_entities;          /* ingest/fields/fields_title.c */
extern const gisa_wordlist gisa_list_html_tags;              /* ingest/flat/markup_rest.c */
extern const gisa_wordlist gisa_list_imprint_words;          /* ingest/fields/story_place.c */
extern const gisa_wordlist gisa_list_index_names;            /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_index_pages;            /* corpus/address.c */
extern const gisa_wordlist gisa_list_inning_words;           /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_interview_words;        /* nlp/facts/medium.c */
extern const gisa_wordlist gisa_list_introducing_words;      /* ingest/page/release_tail.c */
extern const gisa_wordlist gisa_list_inviting_endings;       /* ingest/page/inset.c */
extern const gisa_wordlist gisa_list_joining_words;          /* ingest/page/offer.c */
extern const gisa_wordlist gisa_list_json_block_types;       /* ingest/page/script_blocks.c */
extern const gisa_wordlist gisa_list_json_body_keys;         /* ingest/page/script_json.c */
extern const gisa_wordlist gisa_list_json_foreign_keys;      /* ingest/page/script_json.c */
extern const gisa_wordlist gisa_list_json_other_keys;        /* ingest/page/script_json.c */
extern const gisa_wordlist gisa_list_kind_endings;           /* nlp/names/entity_shape.c */
extern const gisa_wordlist gisa_list_kind_nouns;             /* nlp/names/entity_context.c */
extern const gisa_wordlist gisa_list_kind_nouns_after;       /* nlp/names/entity_context.c */
extern const gisa_wordlist gisa_list_korean_charsets;        /* ingest/decode.c */
extern const gisa_wordlist gisa_list_law_endings;            /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_leading_titles;         /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_light_verbs;            /* nlp/word/noun_ending.c */
extern const gisa_wordlist gisa_list_linking_adverbs;        /* nlp/facts/reported.c */
extern const gisa_wordlist gisa_list_login_wall_words;       /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_login_widget_words;     /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_machines;               /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_media_names;            /* nlp/facts/medium.c */
extern const gisa_wordlist gisa_list_member_words;           /* ingest/page/offer.c */
extern const gisa_wordlist gisa_list_meta_names;             /* ingest/page/meta.c */
extern const gisa_wordlist gisa_list_modified_labels;        /* ingest/fields/fields_time.c */
extern const gisa_wordlist gisa_list_name_kinds;             /* nlp/names/bracket_pair.c */
extern const gisa_wordlist gisa_list_name_suffixes;          /* nlp/names/gazetteer_edge.c */
extern const gisa_wordlist gisa_list_named_things;           /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_naming_adverbs;         /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_naming_nouns;           /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_naming_verbs;           /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_native_counters;        /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_network_names;          /* nlp/facts/medium.c */
extern const gisa_wordlist gisa_list_network_parts;          /* nlp/facts/medium.c */
extern const gisa_wordlist gisa_list_node_names;             /* ingest/page/node_trait.c */
extern const gisa_wordlist gisa_list_noise_roles;            /* ingest/page/node_trait.c */
extern const gisa_wordlist gisa_list_not_names;              /* nlp/names/entity_word.c */
extern const gisa_wordlist gisa_list_not_noun_ends;          /* report/keyword_form.c */
extern const gisa_wordlist gisa_list_not_person_names;       /* ingest/fields/byline.c */
extern const gisa_wordlist gisa_list_not_products;           /* nlp/names/entity_product.c */
extern const gisa_wordlist gisa_list_not_speakers;           /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_notice_labels;          /* ingest/page/notice_list.c */
extern const gisa_wordlist gisa_list_noun_josa;              /* report/keyword_form.c */
extern const gisa_wordlist gisa_list_noun_tails;             /* nlp/word/noun_part.c */
extern const gisa_wordlist gisa_list_numbered_things;        /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_numbered_words;         /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_offered_words;          /* ingest/page/html_page.c */
extern const gisa_wordlist gisa_list_office_endings;         /* ingest/fields/person_name.c */
extern const gisa_wordlist gisa_list_office_stems;           /* ingest/fields/person_name.c */
extern const gisa_wordlist gisa_list_opinion_labels;         /* ingest/fields/opinion_writer.c */
extern const gisa_wordlist gisa_list_opinion_sections;       /* ingest/fields/opinion_writer.c */
extern const gisa_wordlist gisa_list_organisation_endings;   /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_organisation_parts;     /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_organisation_syllables; /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_organisation_words;     /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_origin_links;           /* ingest/page/meta.c */
extern const gisa_wordlist gisa_list_other_filters;          /* index/query/query.c */
extern const gisa_wordlist gisa_list_other_operators;        /* index/query/query_note.c */
extern const gisa_wordlist gisa_list_outlet_endings;         /* ingest/fields/site_name.c */
extern const gisa_wordlist gisa_list_page_labels;            /* ingest/fields/page_label.c */
extern const gisa_wordlist gisa_list_page_words;             /* ingest/flat/flat.c */
extern const gisa_wordlist gisa_list_passive_stems;          /* nlp/names/entity_product.c */
extern const gisa_wordlist gisa_list_pausing_endings;        /* nlp/segment.c */
extern const gisa_wordlist gisa_list_period_words;           /* nlp/names/entity.c */
extern const gisa_wordlist gisa_list_personal_titles;        /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_phrase_breaks;          /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_place_context;          /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_place_endings;          /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_place_offices;          /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_place_regions;          /* nlp/names/entity_shape.c */
extern const gisa_wordlist gisa_list_place_words;            /* nlp/names/entity_shape.c */
extern const gisa_wordlist gisa_list_plan_nouns;             /* nlp/facts/date_clause.c */
extern const gisa_wordlist gisa_list_polite_endings;         /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_portrait_labels;        /* ingest/flat/flat.c */
extern const gisa_wordlist gisa_list_product_nouns;          /* nlp/names/entity_product.c */
extern const gisa_wordlist gisa_list_profile_heads;          /* ingest/page/inset.c */
extern const gisa_wordlist gisa_list_public_bodies;          /* nlp/names/entity.c */
extern const gisa_wordlist gisa_list_published_labels;       /* ingest/fields/fields_time.c */
extern const gisa_wordlist gisa_list_question_words;         /* nlp/tagger/unpunctuated_end.c */
extern const gisa_wordlist gisa_list_quote_links;            /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_quoting_endings;        /* nlp/facts/speech_sentence.c */
extern const gisa_wordlist gisa_list_rate_units;             /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_reading_on_words;       /* ingest/page/offer.c */
extern const gisa_wordlist gisa_list_recording_kinds;        /* nlp/facts/broadcast.c */
extern const gisa_wordlist gisa_list_region_endings;         /* nlp/names/gazetteer_find.c */
extern const gisa_wordlist gisa_list_release_verbs;          /* nlp/names/entity_product.c */
extern const gisa_wordlist gisa_list_scholar_titles;         /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_search_titles;          /* ingest/rejection.c */
extern const gisa_wordlist gisa_list_section_names;          /* ingest/fields/site_name.c */
extern const gisa_wordlist gisa_list_sentence_syllables;     /* ingest/flat/story_lines.c */
extern const gisa_wordlist gisa_list_short_form_ends;        /* nlp/names/bracket_pair.c */
extern const gisa_wordlist gisa_list_short_form_starts;      /* nlp/names/bracket_pair.c */
extern const gisa_wordlist gisa_list_site_greetings;         /* ingest/fields/printed_title.c */
extern const gisa_wordlist gisa_list_spaced_units;           /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_spacing_after;          /* ingest/flat/wrapped_lines.c */
extern const gisa_wordlist gisa_list_spacing_before;         /* ingest/flat/wrapped_lines.c */
extern const gisa_wordlist gisa_list_speaker_bodies;         /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_speaker_roles;          /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_speaker_times;          /* nlp/facts/speaker_name.c */
extern const gisa_wordlist gisa_list_speaking_nouns;         /* nlp/facts/speaker_clause.c */
extern const gisa_wordlist gisa_list_speaking_verbs;         /* nlp/facts/speech_verb.c */
extern const gisa_wordlist gisa_list_speech_endings;         /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_speech_places;          /* nlp/facts/reported.c */
extern const gisa_wordlist gisa_list_speech_verbs;           /* nlp/facts/mark_sense.c */
extern const gisa_wordlist gisa_list_spoken_endings;         /* ingest/page/picture_line.c */
extern const gisa_wordlist gisa_list_stop_words;             /* report/keyword_form.c */
extern const gisa_wordlist gisa_list_sum_words;              /* nlp/facts/figure_sense.c */
extern const gisa_wordlist gisa_list_summary_heads;          /* ingest/page/inset.c */
extern const gisa_wordlist gisa_list_surname_titles;         /* nlp/word/bare_surname.c */
extern const gisa_wordlist gisa_list_surnames;               /* nlp/names/entity_word.c */
extern const gisa_wordlist gisa_list_switching_endings;      /* nlp/facts/speech_verb.c */
extern const gisa_wordlist gisa_list_talk_words;             /* nlp/facts/medium.c */
extern const gisa_wordlist gisa_list_team_names;             /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_team_owners;            /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_time_words;             /* nlp/names/entity.c */
extern const gisa_wordlist gisa_list_title_modifiers;        /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_titles;                 /* nlp/names/entity_word.c */
extern const gisa_wordlist gisa_list_town_endings;           /* nlp/names/entity_place.c */
extern const gisa_wordlist gisa_list_towns;                  /* nlp/names/entity_place.c */
extern const gisa_wordlist gisa_list_tracking_parameters;    /* corpus/address.c */
extern const gisa_wordlist gisa_list_uncertain_quantities;   /* nlp/facts/figure_scan.c */
extern const gisa_wordlist gisa_list_unclaimed_nouns;        /* nlp/facts/figure_claim.c */
extern const gisa_wordlist gisa_list_unfinished_endings;     /* ingest/flat/flat_title.c */
extern const gisa_wordlist gisa_list_unit_suffixes;          /* nlp/facts/measure.c */
extern const gisa_wordlist gisa_list_university_context;     /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_university_lookalikes;  /* nlp/names/entity_body.c */
extern const gisa_wordlist gisa_list_unnamed_speakers;       /* report/digest/digest_voices.c */
extern const gisa_wordlist gisa_list_unsubscribe_words;      /* ingest/page/mail_foot.c */
extern const gisa_wordlist gisa_list_version_words;          /* nlp/names/gazetteer_version.c */
extern const gisa_wordlist gisa_list_voicing_bodies;         /* nlp/facts/speaker_clause.c */
extern const gisa_wordlist gisa_list_wordy_endings;          /* nlp/names/entity_person.c */
extern const gisa_wordlist gisa_list_writer_names;           /* ingest/fields/writer_box.c */
extern const gisa_wordlist gisa_list_writer_paths;           /* ingest/fields/writer_box.c */
extern const gisa_wordlist gisa_list_writer_titles;          /* ingest/fields/opinion_writer.c */
extern const gisa_wordlist gisa_list_zoom_labels;            /* ingest/flat/flat.c */

#endif
