#include "index/query/family.h"

#include "index/store/store_handle.h"

gisa_status gisa_family_table(gisa_store *s, gisa_error *err)
{
    return gisa_sql_run(
        &s->sql,
        "CREATE TEMP TABLE IF NOT EXISTS family (name INTEGER, member INTEGER,"
        " PRIMARY KEY (name, member)) WITHOUT ROWID;"
        "DELETE FROM temp.family;"
        "INSERT INTO temp.family (name, member) SELECT f.name, m.name FROM name m"
        " JOIN name f ON f.id = m.family WHERE m.family IS NOT NULL;"
        "INSERT OR IGNORE INTO temp.family (name, member) SELECT name, name FROM temp.family",
        err);
}
