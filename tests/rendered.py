"""Which templates the tests rendered, added up over all workers; a complete run must have rendered each."""

from pathlib import Path

from django.db import connection
from django.test.signals import template_rendered

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class Register:
    """A pytest plugin: remembers names, hands them from the workers to the controller, and judges at the end."""

    def __init__(self, config) -> None:
        self.config = config
        self.names: set[str] = set()
        self.missing: list[str] = []
        template_rendered.connect(self.note, weak=False)

    def note(self, sender, template, **kwargs) -> None:
        if template.name:
            self.names.add(template.name + "")  # a plain string: workers cannot send a SafeString

    def pytest_testnodedown(self, node, error) -> None:
        self.names |= set(getattr(node, "workeroutput", {}).get("templates", ()))

    def pytest_sessionfinish(self, session, exitstatus) -> None:
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["templates"] = sorted(self.names)
        elif self.config.getoption("--complete") and connection.vendor == "sqlite":
            # PostgreSQL is asked a part of the suite only.
            self.missing = unrendered(self.names)
            if self.missing and not exitstatus:
                session.exitstatus = 1

    def pytest_terminal_summary(self, terminalreporter) -> None:
        if self.missing:
            terminalreporter.section("templates that no test renders")
            for name in self.missing:
                terminalreporter.write_line(name)


def unrendered(names: set[str], folder: Path = TEMPLATES) -> list[str]:
    """Template files of the folder whose name is not among these."""
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in {".html", ".txt", ".svg"}}
    return sorted(files - names)
