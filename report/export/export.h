/* The corpus for researchers: a folder of tables with a datasheet and a manifest, citable, with the
 * rights of each article, and byte-identical for the same corpus, whatever the number of threads.
 *
 *     articles.jsonl or .csv  metadata, rights, counts, keywords; the texts only when asked for
 *     entities.csv quotes.csv dates.csv figures.csv   spans in code points of title + "\n" + body
 *     README.txt manifest.json
 *
 * The folder appears whole or not at all: it is written next to its place and renamed. */
#ifndef GISA_REPORT_EXPORT_EXPORT_H
#define GISA_REPORT_EXPORT_EXPORT_H

#include "base/hash.h"
#include "base/log.h"
#include "corpus/tokenizer.h"
#include "gisa/report.h"
#include "index/store/store.h"

#endif
