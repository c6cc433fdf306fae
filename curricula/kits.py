"""Which files a ZIP holds, under which paths."""

from collections.abc import Iterable

from .archives import Member
from .choices import Classification
from .services import download_name
from .storing import safe_name


def members_of_edition(files: Iterable) -> list[Member]:
    """One folder a module, in the order of the files."""
    return _distinct(
        Member(f"{_folder(file.module)}/{file.file_name}", file.size, file.sha256, file.file.open) for file in files
    )


def members_of_module(materials: Iterable) -> list[Member]:
    """The module's materials, side by side."""
    return _distinct(
        Member(download_name(row.title, row.language, row.file_extension), row.file_size, row.sha256, row.file.open)
        for row in materials
    )


def _folder(module) -> str:
    return safe_name(f"{module.module.code} {module.title}", "")


def _distinct(members: Iterable[Member]) -> list[Member]:
    """No two paths alike: a second one gets a number."""
    seen: dict[str, int] = {}
    rows = []
    for member in members:
        seen[member.path] = seen.get(member.path, 0) + 1
        number = seen[member.path]
        stem, dot, extension = member.path.rpartition(".")
        path = member.path if number == 1 else f"{stem}-{number}{dot}{extension}"
        rows.append(Member(path, member.size, member.sha256, member.open))
    return rows


def highest_class(rows: Iterable) -> str:
    """The most restricted class among the files."""
    classes = {row.classification for row in rows}
    return next((word for word in reversed(Classification.values) if word in classes), Classification.PUBLIC)
