"""The schema that all migrations make, kept as SQL: an empty database is filled from it at once.

One file for each database vendor beside this module. It opens with a digest of everything that it was made from; where
the digest does not agree (another Wagtail, a migration more), nothing is loaded and the migrations run one by one.
`manage.py dump_schema` writes the files; docs/decisions/0010-schema-on-an-empty-database.md says why they are there.
"""

from .keeping import differences, dump, load, load_verified, path_of, write
from .origin import digest

__all__ = ["differences", "digest", "dump", "load", "load_verified", "path_of", "write"]
