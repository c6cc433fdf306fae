"""A SQLite database as statements that make it again."""

from collections.abc import Iterator

RANDOM_KEY = "lower(hex(randomblob(16)))"


def statements(cursor) -> Iterator[str]:
    """Tables, their rows, counters, indexes, triggers: in this order, each sorted by name."""
    made = _made(cursor)
    tables = sorted(name for name, (kind, _sql) in made.items() if kind == "table")
    for kind in ("table", "rows", "index", "trigger", "view"):
        if kind == "rows":
            yield from (text for table in tables for text in _rows(cursor, table))
            yield from _counters(cursor)
        for _name, (_kind, sql) in sorted(item for item in made.items() if item[1][0] == kind):
            yield f"{sql};"


def _made(cursor) -> dict[str, tuple[str, str]]:
    """Kind and SQL by name, without what SQLite makes by itself."""
    cursor.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    made = {name: (kind, sql) for name, kind, sql in cursor.fetchall()}
    virtual = [name for name, (_kind, sql) in made.items() if sql.upper().startswith("CREATE VIRTUAL")]
    shadows = tuple(f"{name}_" for name in virtual)
    return {name: value for name, value in made.items() if not (shadows and name.startswith(shadows))}


def _rows(cursor, table: str) -> Iterator[str]:
    cursor.execute(f'PRAGMA table_info("{table}")')
    columns = [(name, kind) for _number, name, kind, *_rest in cursor.fetchall()]
    listed = ", ".join(f'"{name}"' for name, _kind in columns)
    asked = ", ".join(_literal(name, kind) for name, kind in columns)
    cursor.execute(f'SELECT {asked} FROM "{table}" ORDER BY rowid')  # noqa: S608 - names of our own tables  # nosec B608
    values = ",\n".join(f"({', '.join(row)})" for row in cursor.fetchall())
    if values:
        yield f'INSERT INTO "{table}" ({listed}) VALUES\n{values};'  # nosec B608


def _literal(name: str, kind: str) -> str:
    """The value as SQL; a moment becomes the moment of loading, a random key a new one."""
    if kind == "datetime":
        return f"""CASE WHEN "{name}" IS NULL THEN 'NULL' ELSE 'CURRENT_TIMESTAMP' END"""
    if kind == "char(32)":
        return f"""CASE WHEN length("{name}") = 32 THEN '{RANDOM_KEY}' ELSE quote("{name}") END"""
    return f'quote("{name}")'


def _counters(cursor) -> Iterator[str]:
    """The numbers that were given out, so that the next row gets the number it would have got."""
    cursor.execute("SELECT name, seq FROM sqlite_sequence WHERE seq > 0 ORDER BY name")
    yield "DELETE FROM sqlite_sequence;"
    for name, number in cursor.fetchall():
        yield f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{name}', {number});"  # noqa: S608  # nosec B608
