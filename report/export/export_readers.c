/* The lines with which other programs read the export. tests/readers.py runs them as they are
 * printed: each line that begins with four blanks is one of the program named before it. */
#include "report/export/export_inside.h"

/* Columns of articles.jsonl that a reader may type wrongly when the first articles have no value.
 */
static const char duckdb_columns[] =
    "{id: 'VARCHAR', former_ids: 'VARCHAR[]', url: 'VARCHAR', canonical_url: 'VARCHAR', outlet: "
    "'VARCHAR', outlet_name: 'VARCHAR', section: 'VARCHAR', title: 'VARCHAR', authors: "
    "'STRUCT(name VARCHAR, email VARCHAR)[]', published: 'VARCHAR', published_precision: "
    "'VARCHAR', modified: 'VARCHAR', lang: 'VARCHAR', day: 'DATE', week: 'VARCHAR', rights: "
    "'STRUCT(notice VARCHAR, redistribution VARCHAR, ai_training VARCHAR)', via: 'VARCHAR', ";
static const char duckdb_texts[] = "subtitle: 'VARCHAR', body: 'VARCHAR', captions: 'VARCHAR[]', ";
static const char duckdb_derived[] =
    "version: 'BIGINT', digest: 'VARCHAR', near_duplicate: 'BOOLEAN', near_duplicate_of: "
    "'VARCHAR', chars: 'BIGINT', paragraphs: 'BIGINT', tokens: 'BIGINT', distinct_tokens: "
    "'BIGINT', entities: 'BIGINT', quotes: 'BIGINT', dates: 'BIGINT', figures: 'BIGINT', keywords: "
    "'VARCHAR[]'}";

static const char polars_schema[] =
    "{**{c: pl.String for c in \"id url canonical_url outlet outlet_name section title published "
    "published_precision modified lang day week via digest near_duplicate_of";
static const char polars_rest[] =
    "\".split()}, \"former_ids\": pl.List(pl.String), \"authors\": pl.List(pl.Struct({\"name\": "
    "pl.String, \"email\": pl.String})), \"rights\": pl.Struct({\"notice\": pl.String, "
    "\"redistribution\": pl.String, \"ai_training\": pl.String}), \"keywords\": "
    "pl.List(pl.String)";

static const char arrow_schema[] =
    "pa.schema([(c, pa.string()) for c in \"id url canonical_url outlet outlet_name section title "
    "published published_precision modified lang day week via digest near_duplicate_of";
static const char arrow_rest[] =
    "\".split()] + [(\"former_ids\", pa.list_(pa.string())), (\"authors\", "
    "pa.list_(pa.struct([(\"name\", pa.string()), (\"email\", pa.string())]))), (\"rights\", "
    "pa.struct([(c, pa.string()) for c in (\"notice\", \"redistribution\", \"ai_training\")])), "
    "(\"keywords\", pa.list_(pa.string()))";

static void add_json_lines(bool full, gisa_buf *out)
{
    gisa_buf_add_c(out, "pandas\n    articles = pd.read_json(\"articles.jsonl\", lines=True, "
                        "dtype=False, convert_dates=False)\n");
    gisa_buf_addf(out,
                  "polars\n    articles = pl.read_ndjson(\"articles.jsonl\", "
                  "infer_schema_length=None, schema_overrides=%s%s%s%s})\n",
                  polars_schema, full ? " subtitle body" : "", polars_rest,
                  full ? ", \"captions\": pl.List(pl.String)" : "");
    gisa_buf_addf(out,
                  "pyarrow (import pyarrow as pa, pyarrow.json)\n    articles = "
                  "pa.json.read_json(\"articles.jsonl\", "
                  "read_options=pa.json.ReadOptions(block_size=1 << 27), "
                  "parse_options=pa.json.ParseOptions(explicit_schema=%s%s%s%s])))\n",
                  arrow_schema, full ? " subtitle body" : "", arrow_rest,
                  full ? ", (\"captions\", pa.list_(pa.string()))" : "");
    gisa_buf_addf(out,
                  "DuckDB\n    CREATE TABLE articles AS FROM read_json('articles.jsonl', "
                  "maximum_object_size=134217728, columns=%s%s%s);\n",
                  duckdb_columns, full ? duckdb_texts : "", duckdb_derived);
}

static void add_csv(gisa_buf *out)
{
    gisa_buf_add_c(
        out,
        "The tables, all alike:\n"
        "pandas\n    entities = pd.read_csv(\"entities.csv\", keep_default_na=False, "
        "na_values={\"id\": \"\"}, dtype={\"article\": str, \"text\": str})\n"
        "    figures = pd.read_csv(\"figures.csv\", keep_default_na=False, na_values={\"low\": "
        "\"\", \"high\": \"\"}, dtype={\"article\": str, \"text\": str})\n"
        "polars\n    entities = pl.read_csv(\"entities.csv\", schema_overrides={\"article\": "
        "pl.String, \"id\": pl.String, \"text\": pl.String})\n"
        "    figures = pl.read_csv(\"figures.csv\", infer_schema_length=None, "
        "schema_overrides={\"value\": pl.Float64, \"low\": pl.Float64, \"high\": pl.Float64, "
        "\"noun\": pl.String, \"owner\": pl.String})\n"
        "pyarrow (import pyarrow.csv)\n    entities = pa.csv.read_csv(\"entities.csv\", "
        "convert_options=pa.csv.ConvertOptions(column_types={c: pa.string() for c in (\"article\", "
        "\"type\", \"id\", \"text\")}))\n"
        "DuckDB\n    CREATE TABLE entities AS FROM read_csv('entities.csv', sample_size=-1, "
        "types={'article': 'VARCHAR', 'id': 'VARCHAR', 'text': 'VARCHAR'});\n"
        "    CREATE TABLE figures AS FROM read_csv('figures.csv', sample_size=-1, types={'value': "
        "'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE', 'text': 'VARCHAR'});\n"
        "Parquet, by DuckDB\n    COPY (SELECT *, CASE WHEN published_precision = 'minute' THEN "
        "published::TIMESTAMPTZ END AS published_at FROM articles) TO 'articles.parquet' (FORMAT "
        "parquet);\n\n");
}

void gisa_export_add_readers(const gisa_export_opts *o, gisa_buf *out)
{
    gisa_buf_add_c(
        out, "Readers\n-------\nThese lines keep every value and type as it is, whatever the first "
             "articles have. Without them pandas\nmakes times of modified, polars stops at a "
             "column that begins with many nulls, and pyarrow and some DuckDBs\ntake the "
             "morning of 3 February in Seoul for the 2nd: group by day or week.\n\n");
    if (o->format == GISA_EXPORT_JSONL) add_json_lines(o->full_text, out);
    if (o->format == GISA_EXPORT_JSONL)
        add_csv(out);
    else
        gisa_buf_add_c(out, "pandas\n    articles = pd.read_csv(\"articles.csv\", "
                            "keep_default_na=False, dtype=str)\n"
                            "polars\n    articles = pl.read_csv(\"articles.csv\", "
                            "infer_schema=False)\n"
                            "pyarrow (import pyarrow.csv)\n    articles = "
                            "pa.csv.read_csv(\"articles.csv\", "
                            "parse_options=pa.csv.ParseOptions(newlines_in_values=True))\n"
                            "DuckDB\n    CREATE TABLE articles AS FROM read_csv('articles.csv', "
                            "all_varchar=true);\n\n");
}
