"""From a fresh clone to a running site or a passed test suite: `python3 deploy/start.py run` or `… test`.

Needs nothing but Python's own library. Each step is a line with its seconds; every trouble it can foresee ends in one
line that says what to do.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.txt"
OFFLINE_SIGNS = (
    "NewConnectionError",
    "Temporary failure in name resolution",
    "ConnectTimeout",
    "ProxyError",
    "SSLError",
)
# Any one of these programs will do. The shell is Chromium without windows: a visitor of a test costs a quarter there.
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Debian's packages that bring one, the better one first, and the programs the tests need from others.
BROWSERS = ("chromium-headless-shell", "chromium")
TOOLS = {"poppler-utils": ("pdftotext", "pdftoppm"), "gettext": ("xgettext", "msgfmt")}


def stop(line, code=2):
    """End with one line that says what to do."""
    if step.is_open:
        print(flush=True)
    print(line, file=sys.stderr)
    sys.exit(code)


def step(name, work, *arguments):
    """Do it and say in one line what it was and how long it took; `work` returns False if nothing was to be done."""
    begun, step.is_open = time.monotonic(), True
    print("%s … " % name, end="", flush=True)
    done = work(*arguments)
    print("%.1f s%s" % (time.monotonic() - begun, "" if done else ", nothing to do"), flush=True)
    step.is_open = False


step.is_open = False


def check_python():
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        stop("Python 3.11 or newer is needed, this is %s. Call it by name: python3.11 deploy/start.py run" % found)
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it: here we find out
        import venv  # noqa: F401, PLC0415
    except ImportError:
        stop("Python's venv module is missing. Install it: sudo apt install python3-venv")


# The packages ---------------------------------------------------------------------------------------------------------


def make_venv():
    """Make `.venv`, or make it anew where its Python or pip is gone."""
    if PYTHON.exists() and quiet([PYTHON, "-c", "import pip"]).returncode == 0:
        return False
    wheel = pip_wheel()
    made = quiet([sys.executable, "-m", "venv", "--clear", *(["--without-pip"] if wheel else []), VENV])
    if made.returncode:
        stop("The folder .venv could not be made (%s). Check that this folder may be written to." % last_line(made))
    if wheel:
        shutil.unpack_archive(wheel, next(VENV.glob("lib/python3*/site-packages")), "zip")
    return True


def pip_wheel():
    """Python's own copy of pip. Unpacking it takes a moment; `venv` would have it install and compile itself."""
    import ensurepip  # noqa: PLC0415 - see check_python

    places = [sysconfig.get_config_var("WHEEL_PKG_DIR"), Path(ensurepip.__file__).parent / "_bundled"]
    return next((wheel for place in places if place for wheel in Path(place).glob("pip-*.whl")), None)


def quiet(command, **environment):
    return subprocess.run(command, capture_output=True, text=True, env={**clean_environment(), **environment})


def clean_environment():
    """Ours, but Python may keep what it has compiled: each of our processes would compile 3,000 files again."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def last_line(process):
    return ((process.stderr or process.stdout).strip().splitlines() or ["no message"])[-1]


def digest_of(*names):
    """What is to be installed, as one digest: the pins and the Python they are for."""
    text = b"".join((HOME / name).read_bytes() for name in names) + sys.version.encode()
    return hashlib.sha256(text).hexdigest()


def get_ready(*names):
    """`.venv` with the last file's packages, unless exactly these are there already."""
    if PYTHON.exists() and STAMP.exists() and digest_of(*names) in STAMP.read_text().split():
        return
    step("venv", make_venv)
    step("packages of %s" % names[-1], install, *names)


def install(*names):
    """Every package is pinned, so there is nothing to resolve; what is never imported is never compiled."""
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile"]
    done = quiet([*command, "-r", HOME / names[-1]])
    if done.returncode:
        explain_pip(done)
    STAMP.write_text("\n".join({digest_of(*names), digest_of(names[0])}))
    return True


def explain_pip(done):
    if any(sign in done.stderr for sign in OFFLINE_SIGNS):
        stop("The packages could not be fetched: no network. Connect this machine (or set PIP_INDEX_URL), then repeat.")
    stop("The packages could not be installed: %s" % last_line(done))


# What the tests need of the machine -----------------------------------------------------------------------------------


def find_chromium():
    """Where Chromium is: as CHROMIUM says, on the path, or where Playwright keeps its own."""
    given = os.environ.get("CHROMIUM", "")
    if given and os.access(given, os.X_OK):
        return given
    return next((place for place in map(shutil.which, CHROMIUM) if place), None) or playwrights_chromium()


def playwrights_chromium():
    """Its newest one that runs: without some libraries of the system it is there and does not."""
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    found = sorted(kept.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    return next((str(place) for place in found if quiet([place, "--version"]).returncode == 0), None)


def missing_tools():
    """Debian's packages that have to be installed."""
    missing = [package for package, programs in TOOLS.items() if not all(map(shutil.which, programs))]
    return missing if find_chromium() else ["chromium", *missing]


def provide_tools():
    """Install what is missing: Debian's packages, else Playwright's Chromium. Never a silent skip."""
    missing = missing_tools()
    if not missing:
        return False
    for browser in BROWSERS:
        wanted = [browser if package == "chromium" else package for package in missing_tools()]
        install_for_debian(wanted)
    if "chromium" in missing_tools():
        quiet([PYTHON, "-m", "playwright", "install", "chromium"])
    missing = missing_tools()
    if missing:
        chromium = " (or set CHROMIUM to its path)" if "chromium" in missing else ""
        stop("The tests need what could not be installed here. Install it: sudo apt install %s%s"
             % (" ".join(missing), chromium))  # fmt: skip
    return True


def install_for_debian(packages):
    """As root, or where sudo asks for no password; elsewhere nothing happens."""
    if not packages or not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and not (shutil.which("sudo") and quiet(["sudo", "-n", "true"]).returncode == 0):
        return
    quiet([*root, "apt-get", "update", "-qq"])
    quiet([*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", *packages])


# The tasks ------------------------------------------------------------------------------------------------------------


def go(command, **environment):
    """Become the command, so that signals and the exit code are its own."""
    os.chdir(HOME)
    os.execve(command[0], [str(part) for part in command], {**clean_environment(), **environment})


def run():
    """The demo: embedded database, invented people, no second factor asked for; all of it said in a notice."""
    get_ready("requirements.txt")
    # One heap for each two threads: glibc's default keeps up to eight for each core, mostly empty.
    chosen = {"DEMO": "1", "MFA_ENFORCED": "0", "MALLOC_ARENA_MAX": "2"}
    go([PYTHON, "manage.py", "serve", *sys.argv[2:]], **{key: os.environ.get(key, chosen[key]) for key in chosen})


def setup():
    """Only install what the tests and checks need."""
    get_ready("requirements.txt", "requirements-dev.txt")
    step("Chromium, poppler-utils, gettext", provide_tools)


def test(*chosen):
    """The whole suite on all cores; with arguments of your own, a part in one process, which begins sooner."""
    setup()
    given = [*chosen, *sys.argv[2:]]
    whole = [] if given else ["--complete"]
    # Each worker has a stretch of the suite, so that what it made once serves many tests; who is done helps out.
    workers = ["-n", "auto", "--dist", "worksteal"] if given == list(chosen) else []
    go([PYTHON, "-m", "pytest", "-q", *workers, *whole, *given], CHROMIUM=find_chromium())


def test_long():
    """The long versions: fuzzing, storms, load, and properties with many more examples."""
    os.environ["TEST_LONG"] = "1"
    test("-m", "slow or properties")


TASKS = {"run": run, "setup": setup, "test": test, "test-long": test_long}


def main():
    task = TASKS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if not task:
        stop("Say what to do: python3 deploy/start.py run | test | test-long")
    check_python()
    task()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Stopped.", 130)
