"""A PostgreSQL database as statements that make it again, read from its own catalogue.

Only the kinds of things that Django's migrations and our triggers make; any other kind is refused, not left out.
"""

import re
from collections.abc import Iterator

# Ordinary tables, their indexes, the sequences of their identity columns and long values.
KNOWN_KINDS = ("r", "i", "S", "t")
VARYING = "::character varying"
LIST_OF_TEXTS = re.compile(rf"ARRAY\[((?:'(?:[^']|'')*'{VARYING}(?:, )?)+)\]::text\[\]")


class UnknownKind(Exception):
    """The database holds something that these statements cannot make again."""


def statements(cursor) -> Iterator[str]:
    """Extensions, functions, tables, rows, counters, constraints, indexes, triggers: each sorted by name."""
    _refuse_unknown(cursor)
    yield from _column(cursor, EXTENSIONS)
    yield from _functions(cursor)
    tables = list(_column(cursor, TABLES))
    yield from (_table(cursor, table) for table in tables)
    yield from (text for table in tables for text in _rows(cursor, table))
    for query in (COUNTERS, CONSTRAINTS, INDEXES, TRIGGERS):
        yield from map(_settled, _column(cursor, query))


EXTENSIONS = """
    SELECT format('CREATE EXTENSION IF NOT EXISTS %I;', extname) FROM pg_extension
    WHERE extname <> 'plpgsql' ORDER BY extname
"""
TABLES = """
    SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
    ORDER BY relname COLLATE "C"
"""
FUNCTIONS = """
    SELECT pg_get_functiondef(oid), quote_ident(nspname) FROM (
        SELECT p.oid, p.proname, n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    ) AS own ORDER BY proname COLLATE "C"
"""
COLUMNS = """
    SELECT format('%%I %%s', attname, format_type(atttypid, atttypmod)),
           CASE WHEN attcollation <> typcollation THEN (SELECT format(' COLLATE %%I', collname) FROM pg_collation
                                                        WHERE pg_collation.oid = attcollation) END,
           CASE WHEN attnotnull THEN ' NOT NULL' END,
           CASE WHEN attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%%s) STORED', pg_get_expr(adbin, adrelid))
                WHEN adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(adbin, adrelid) END,
           CASE WHEN attidentity <> '' THEN format(' GENERATED %%s AS IDENTITY (SEQUENCE NAME %%s)',
               CASE attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
               pg_get_serial_sequence(quote_ident(relname), attname)::regclass) END
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_type ON pg_type.oid = atttypid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""
COUNTERS = """
    SELECT format('SELECT setval(%L, %s);', quote_ident(sequencename), last_value) FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename COLLATE "C"
"""
# Keys before what points at them. What is not null already stands in the table (PostgreSQL 18 has constraints too).
CONSTRAINTS = """
    SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid, true))
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    AND conrelid <> 0 AND contype IN ('p', 'u', 'x', 'c', 'f')
    ORDER BY position(contype::text IN 'puxcf'), conrelid::regclass::text COLLATE "C", conname COLLATE "C"
"""
INDEXES = """
    SELECT pg_get_indexdef(indexrelid, 0, true) || ';' FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = current_schema()::regnamespace AND indrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
    ORDER BY relname COLLATE "C"
"""
TRIGGERS = """
    SELECT pg_get_triggerdef(pg_trigger.oid, true) || ';' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal
    ORDER BY relname COLLATE "C", tgname COLLATE "C"
"""
UNKNOWN = """
    SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND NOT relkind = ANY(%s)
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
    UNION ALL SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S'
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'i')
    UNION ALL SELECT typname FROM pg_type WHERE typnamespace = current_schema()::regnamespace
    AND typtype IN ('d', 'e', 'r')
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')
"""


def _refuse_unknown(cursor) -> None:
    cursor.execute(UNKNOWN, [list(KNOWN_KINDS)])
    if found := [name for (name,) in cursor.fetchall()]:
        raise UnknownKind(f"Views, types or sequences of their own are not dumped: {', '.join(found)}")


def _column(cursor, query: str) -> Iterator[str]:
    cursor.execute(query)
    yield from [text for (text,) in cursor.fetchall()]


def _settled(text: str) -> str:
    """A list of texts in the form that PostgreSQL itself gives it once it was written out and read in again."""
    return LIST_OF_TEXTS.sub(lambda found: f"ARRAY[{found[1].replace(VARYING, f'{VARYING}::text')}]", text)


def _functions(cursor) -> Iterator[str]:
    """Without the name of the schema: the database decides where its things are made."""
    cursor.execute(FUNCTIONS)
    for text, schema in cursor.fetchall():
        yield text.replace(f"FUNCTION {schema}.", "FUNCTION ", 1).rstrip() + ";"


def _table(cursor, table: str) -> str:
    cursor.execute(COLUMNS, [f'"{table}"'])
    lines = ",\n".join(f"    {''.join(part or '' for part in parts)}" for parts in cursor.fetchall())
    return f'CREATE TABLE "{table}" (\n{lines}\n);'


def _rows(cursor, table: str) -> Iterator[str]:
    cursor.execute(
        "SELECT attname, atttypid::regtype::text FROM pg_attribute "
        "WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        [f'"{table}"'],
    )
    columns = cursor.fetchall()
    listed = ", ".join(f'"{name}"' for name, _kind in columns)
    asked = ", ".join(_literal(name, kind) for name, kind in columns)
    order = "id" if "id" in dict(columns) else listed
    cursor.execute(f'SELECT {asked} FROM "{table}" ORDER BY {order}')  # noqa: S608 - names of our own tables  # nosec B608
    values = ",\n".join(f"({', '.join(row)})" for row in cursor.fetchall())
    if values:
        yield f'INSERT INTO "{table}" ({listed}) VALUES\n{values};'  # nosec B608


def _literal(name: str, kind: str) -> str:
    """The value as SQL; a moment becomes the moment of loading, a random key a new one."""
    made_anew = {"timestamp with time zone": "CURRENT_TIMESTAMP", "uuid": "gen_random_uuid()"}.get(kind)
    if made_anew:
        return f"""CASE WHEN "{name}" IS NULL THEN 'NULL' ELSE '{made_anew}' END"""
    return f'quote_nullable("{name}"::text)'
