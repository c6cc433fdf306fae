"""Reads the project's own source: what import-linter cannot see. Each checker takes text and gives sentences."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
WRITERS = {"create", "update", "get_or_create", "update_or_create", "aupdate", "acreate"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the top of the site, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def app(self) -> str:
        parts = Path(self.path).parts
        return parts[1] if parts[0] == "lms" and len(parts) > 2 else parts[0]

    def is_a(self, kind: str) -> bool:
        """Is this the app's `kind.py`, or a file of its package `kind/`?"""
        parts = Path(self.path).parts
        return f"{kind}.py" in parts or kind in parts[:-1]


def sources(*folders: str) -> list[Source]:
    """Every Python file under the folders but migrations."""
    paths = sorted(
        path for folder in folders for path in (HOME / folder).rglob("*.py") if "migrations" not in path.parts
    )
    return [Source(str(path.relative_to(HOME)), path.read_text()) for path in paths]


def layers_by_app() -> dict[str, int]:
    """The layer of each app, 0 at the bottom, read from import-linter's own contract."""
    contracts = tomllib.loads((HOME / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract.get("exhaustive"))
    apps = {app.strip(): len(layers) - number for number, layer in enumerate(layers) for app in re.split("[|:]", layer)}
    return {**apps, "curricula": 0}


def functions(source: Source) -> Iterator[Function]:
    return (node for node in ast.walk(source.tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function without decorators and docstring."""
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    return lines - (first.end_lineno - first.lineno + 1 if ast.get_docstring(function) is not None else 0)


# Layers ---------------------------------------------------------------------------------------------------------------

MODEL_NAME = re.compile(r"([a-z]+)\.[A-Za-z]\w+")


def strings_pointing_up(source: Source, levels: dict[str, int]) -> list[str]:
    """Models named by a string ("cohorts.Cohort") or by get_model that live on a layer above this app."""
    own = levels.get(source.app, 0)
    named = [*_model_strings(source.tree), *_looked_up(source.tree)]
    return [f"{source.path}:{line}: {name}" for line, name, app in named if levels.get(app, -1) > own]


def _model_strings(tree) -> Iterator[tuple[int, str, str]]:
    """First arguments of relation fields."""
    for call in _calls(tree):
        if _name(call.func) in {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey"} and call.args:
            value = getattr(call.args[0], "value", None)
            if isinstance(value, str) and (found := MODEL_NAME.fullmatch(value)):
                yield call.lineno, value, found[1]


def _looked_up(tree) -> Iterator[tuple[int, str, str]]:
    for call in _calls(tree):
        if _name(call.func) == "get_model" and call.args and isinstance(getattr(call.args[0], "value", None), str):
            label = call.args[0].value
            yield call.lineno, f"get_model({label})", label.partition(".")[0]


def _calls(tree) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(node) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


INCLUDED = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
LOADED = re.compile(r"\{%\s*load\s+([^%]+?)\s*%\}")


def templates_pointing_up(name: str, text: str, levels: dict[str, int], libraries: dict[str, str]) -> list[str]:
    """Includes, parents and tag libraries of upper apps. `libraries` maps a library to its app."""
    own = levels.get(name.partition("/")[0], 0)
    apps = [(used, used.partition("/")[0]) for used in INCLUDED.findall(text)]
    loaded = [word for words in LOADED.findall(text) for word in words.partition(" from ")[2].split() or words.split()]
    apps += [(f"load {word}", libraries[word]) for word in loaded if word in libraries]
    return [f"{name}: {used}" for used, app in apps if levels.get(app, -1) > own]


def tag_libraries() -> dict[str, str]:
    found = [source for source in sources("lms", "curricula") if source.is_a("templatetags")]
    return {Path(source.path).stem: source.app for source in found}


# Who writes, and says so ----------------------------------------------------------------------------------------------


def statuses_set(source: Source) -> list[str]:
    """Places that set a stored status; only services may."""
    return [f"{source.path}:{line}" for line in sorted({*_assigned(source.tree), *_written(source.tree)})]


def _assigned(tree) -> Iterator[int]:
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            yield from (
                node.lineno for target in targets if isinstance(target, ast.Attribute) and target.attr == "status"
            )


def _written(tree) -> Iterator[int]:
    for call in _calls(tree):
        if isinstance(call.func, ast.Attribute) and call.func.attr in WRITERS:
            yield from (call.lineno for keyword in call.keywords if keyword.arg == "status")


def silent_services(found: Iterable[Source], *, telling: Iterable[str] = ("record",)) -> list[str]:
    """Public service functions with a `by` that record nothing, neither themselves nor through one they call.

    `telling`: the names that make an entry: `record`, and the signals that the audit app listens to.
    """
    services = [(source, node) for source in found for node in functions(source)]
    calls = {}
    for source, node in services:
        called = {_own(source, _callee(call)) for call in _calls(node)}
        calls.setdefault(_own(source, node.name), set()).update(called)
    telling = set(telling)
    while grown := {name for name, called in calls.items() if called & telling} - telling:
        telling |= grown
    return [
        f"{source.path}:{node.lineno}: {node.name}"
        for source, node in services
        if not node.name.startswith("_") and _has_by(node) and node.name not in telling
    ]


def _own(source: Source, name: str) -> str:
    """A private name belongs to its app; a public one is known by itself."""
    return f"{source.app}:{name}" if name.startswith("_") else name


def _callee(call: ast.Call) -> str:
    """What is called; for `signal.send(…)` the signal."""
    return _name(call.func.value) if _name(call.func) == "send" else _name(call.func)


def heard_signals() -> set[str]:
    """The signals that have a receiver in the audit app."""
    path = HOME / "lms" / "audit" / "receivers.py"
    tree = ast.parse(path.read_text()) if path.exists() else ast.Module([], [])
    decorators = [call for node in ast.walk(tree) if isinstance(node, Function) for call in node.decorator_list]
    return {_name(call.args[0]) for call in decorators if isinstance(call, ast.Call) and _name(call.func) == "receiver"}


def _has_by(function: Function) -> bool:
    return any(argument.arg == "by" for argument in [*function.args.args, *function.args.kwonlyargs])


# Size and shape -------------------------------------------------------------------------------------------------------


def long_views(source: Source, limit: int = 25) -> list[str]:
    """Functions that take a request and are longer than the limit."""
    asked = [node for node in functions(source) if node.args.args and node.args.args[0].arg == "request"]
    return [f"{source.path}: {node.name} ({length(node)})" for node in asked if length(node) > limit]


def inline_imports(source: Source) -> list[str]:
    """Imports inside functions without a reason behind their `noqa` or in a comment above; `ready` needs none."""
    lines = source.text.splitlines()
    found = [
        node.lineno
        for function in functions(source)
        if not (function.name == "ready" and source.path.endswith("apps.py"))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return [f"{source.path}:{line}" for line in found if not _reason_given(lines, line - 1)]


def _reason_given(lines: list[str], index: int) -> bool:
    if re.search(r"PLC0415\S* - \w+", lines[index]):
        return True
    while re.match(r"\s*(import|from)\s", lines[index]):
        index -= 1
    return lines[index].strip().startswith("#")


def long_pages(source: Source, limit: int = 60) -> list[str]:
    """Page classes that do more than declare."""
    pages = [node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef) and _is_page(node)]
    found = [(node.name, node.end_lineno - node.lineno + 1) for node in pages]
    return [f"{source.path}: {name} ({lines})" for name, lines in found if lines > limit]


def _is_page(node: ast.ClassDef) -> bool:
    return any(_name(base).endswith("Page") for base in node.bases)


# Other packages -------------------------------------------------------------------------------------------------------

OWN = ("lms", "curricula", "tests", "bench")
#: Documented by Django as the way to a model's fields; the stubs' name for the project's class of accounts.
ALLOWED_PRIVATE = {"_meta", "_User"}


def private_parts(source: Source) -> list[str]:
    """What is used of other packages though they call it their own: `internal` modules, names with an underscore."""
    found, foreign = [], set()
    for node, module, names in imports_of_others(source):
        foreign |= {alias.asname or alias.name.partition(".")[0] for alias in names}
        parts = ".".join([module, *(alias.name for alias in names)]).split(".")
        found += [f"{source.path}:{node.lineno}: {module}"] if any(map(is_private, parts)) else []
    used = [node for node in ast.walk(source.tree) if isinstance(node, ast.Attribute) and is_private(node.attr)]
    return found + [f"{source.path}:{node.lineno}: {node.attr}" for node in used if root_of(node) in foreign]


def imports_of_others(source: Source) -> Iterator[tuple[ast.stmt, str, list[ast.alias]]]:
    """(statement, module, names) of every import from outside; "import a.b" names its module itself."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module.partition(".")[0] not in OWN:
            yield node, node.module, node.names
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] not in OWN:
                    yield node, alias.name, [alias]


def root_of(node: ast.expr) -> str:
    """The name at the beginning of a chain of attributes, calls and items: "caches" of `caches["default"]._x`."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def is_private(name: str) -> bool:
    return name == "internal" or (name.startswith("_") and not name.startswith("__") and name not in ALLOWED_PRIVATE)
