"""What the tests need of the machine is installed by the test command, or named in one line."""

from pathlib import Path

import pytest

APT = """#!/bin/sh
echo "apt-get $*" >> "$LOG"
[ "$1" = install ] || exit 0
for package in "$@"; do
    case $package in
        chromium | chromium-headless-shell) names=$package ;; poppler-utils) names="pdftotext pdftoppm" ;;
        gettext) names="xgettext msgfmt" ;;
        *) names= ;;
    esac
    for name in $names; do /bin/ln -s /bin/true "$BIN/$name"; done
done
"""
SUDO = '#!/bin/sh\necho "sudo $*" >> "$LOG"\nshift\n[ "$1" = true ] || "$@"\n'
PLAYWRIGHT = """#!/bin/sh
echo "playwright $*" >> "$LOG"
/bin/mkdir -p "$HOME/.cache/ms-playwright/chromium-1/chrome-linux"
/bin/ln -s /bin/true "$HOME/.cache/ms-playwright/chromium-1/chrome-linux/chrome"
"""


class Machine:
    """A machine that has on its path what is put there, and nothing else."""

    def __init__(self, folder: Path, script, monkeypatch) -> None:
        self.folder, self.script, self.monkeypatch, self.log = folder, script, monkeypatch, folder / "log"
        self.log.touch()
        (folder / "env").symlink_to("/usr/bin/env")
        for name, value in {"PATH": folder, "BIN": folder, "LOG": self.log, "HOME": folder / "home"}.items():
            monkeypatch.setenv(name, str(value))
        for name in ("CHROMIUM", "PLAYWRIGHT_BROWSERS_PATH"):
            monkeypatch.delenv(name, raising=False)
        self.be(0)
        self.put("python", "#!/bin/sh\nexit 1\n")
        monkeypatch.setattr(script, "PYTHON", folder / "python")

    def be(self, user: int) -> None:
        self.monkeypatch.setattr(self.script.os, "geteuid", lambda: user)

    def put(self, name: str, text: str = "#!/bin/sh\n") -> None:
        (self.folder / name).write_text(text)
        (self.folder / name).chmod(0o755)


@pytest.fixture
def machine(tmp_path, script, monkeypatch) -> Machine:
    return Machine(tmp_path, script, monkeypatch)


def test_a_machine_that_has_everything_is_left_alone(machine, script):
    for name in ("chromium", "pdftotext", "pdftoppm", "xgettext", "msgfmt", "apt-get"):
        machine.put(name)
    assert script.provide_tools() is False
    assert machine.log.read_text() == ""


def test_as_root_all_that_is_missing_is_installed_at_once(machine, script):
    machine.put("apt-get", APT)
    assert script.provide_tools() is True
    assert machine.log.read_text().splitlines()[-1].endswith("chromium-headless-shell poppler-utils gettext")
    assert script.find_chromium() == str(machine.folder / "chromium-headless-shell")


def test_an_older_debian_has_the_whole_chromium(machine, script):
    """An unknown package: apt-get installs nothing at all, so the second asking has to name everything again."""
    unknown = 'case "$*" in *headless-shell*) exit 100 ;; esac\n'
    machine.put("apt-get", APT.replace("for package", f"{unknown}for package"))
    assert script.provide_tools() is True
    assert machine.log.read_text().splitlines()[-1].endswith("chromium poppler-utils gettext")
    assert script.find_chromium() == str(machine.folder / "chromium")


def test_only_what_is_missing_is_installed(machine, script):
    for name in ("google-chrome", "pdftotext", "xgettext", "msgfmt"):
        machine.put(name)
    machine.put("apt-get", APT.replace("ln -s", "ln -sf"))
    assert script.provide_tools() is True
    assert machine.log.read_text().splitlines()[-1].endswith("-qq poppler-utils")


def test_where_sudo_asks_for_no_password_it_is_used(machine, script):
    machine.be(1000)
    machine.put("apt-get", APT)
    machine.put("sudo", SUDO)
    assert script.provide_tools() is True
    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install" in machine.log.read_text()


def test_playwright_brings_chromium_where_debian_cannot(machine, script, capsys):
    for name in ("pdftotext", "pdftoppm", "xgettext", "msgfmt"):
        machine.put(name)
    machine.be(1000)
    machine.put("python", PLAYWRIGHT)
    assert script.provide_tools() is True
    assert script.find_chromium().endswith("chromium-1/chrome-linux/chrome")


@pytest.mark.parametrize("sudo", [None, "#!/bin/sh\nexit 1\n"])
def test_where_nothing_works_one_line_names_all_that_is_missing(machine, script, capsys, sudo):
    machine.be(1000)
    machine.put("apt-get", APT)
    if sudo:
        machine.put("sudo", sudo)
    with pytest.raises(SystemExit) as ended:
        script.step("tools", script.provide_tools)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.count("\n") == 1
    assert "sudo apt install chromium poppler-utils gettext (or set CHROMIUM to its path)" in said
    assert machine.log.read_text() == ""
