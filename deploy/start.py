"""From a fresh clone to a running site or a passed test suite: `python3 deploy/start.py run` or `… test`.

Needs nothing but Python's own library. Every trouble it can foresee ends in one line that says what to do.
"""

import hashlib
import os
import shutil
import subprocess
import sys
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
CHROMIUM_PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


def stop(line, code=2):
    """End with one line that says what to do."""
    print(line, file=sys.stderr)
    sys.exit(code)


def check_python():
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        stop("Python 3.11 or newer is needed, this is %s. Call it by name: python3.11 deploy/start.py run" % found)
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it: here we find out
        import venv  # noqa: F401, PLC0415
    except ImportError:
        stop("Python's venv module is missing. Install it: sudo apt install python3-venv")


def make_venv():
    """Make `.venv`, or make it anew where it was moved or its Python is gone."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return
    print("Making .venv …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if made.returncode:
        stop("The folder .venv could not be made (%s). Check that this folder may be written to." % last_line(made))


def last_line(process):
    return ((process.stderr or process.stdout).strip().splitlines() or ["no message"])[-1]


def digest_of(*names):
    """What is to be installed, as one digest: the pins and the Python they are for."""
    text = b"".join((HOME / name).read_bytes() for name in names) + sys.version.encode()
    return hashlib.sha256(text).hexdigest()


def install(*names):
    """Install the last file's packages, unless exactly these are there already."""
    wanted = digest_of(*names)
    if STAMP.exists() and wanted in STAMP.read_text().split():
        return
    print("Installing the packages of %s (once, a minute or two) …" % names[-1], flush=True)
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", HOME / names[-1]]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        explain_pip(done)
    STAMP.write_text("\n".join({wanted, digest_of(names[0])}))


def explain_pip(done):
    if any(sign in done.stderr for sign in OFFLINE_SIGNS):
        stop("The packages could not be fetched: no network. Connect this machine (or set PIP_INDEX_URL), then repeat.")
    stop("The packages could not be installed: %s" % last_line(done))


def go(command, **environment):
    """Become the command, so that signals and the exit code are its own."""
    os.chdir(HOME)
    os.execve(command[0], [str(part) for part in command], {**os.environ, **environment})


def run():
    """The demo: embedded database, invented people, no second factor asked for; all of it said in a notice."""
    install("requirements.txt")
    chosen = {"DEMO": "1", "MFA_ENFORCED": "0"}
    go([PYTHON, "manage.py", "serve", *sys.argv[2:]], **{key: os.environ.get(key, chosen[key]) for key in chosen})


def find_chromium():
    """Where Chromium is; as root on Debian it is installed, else one line says how. Never a silent skip."""
    places = [os.environ.get("CHROMIUM", ""), *CHROMIUM_PLACES]
    found = next((place for place in places if place and os.access(place, os.X_OK)), None)
    if found:
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests …", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], capture_output=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], capture_output=True)
        if os.access(CHROMIUM_PLACES[0], os.X_OK):
            return CHROMIUM_PLACES[0]
    return stop("The browser tests need Chromium. Install it (sudo apt install chromium) or set CHROMIUM to its path.")


def test(*chosen):
    """The whole suite; arguments of your own go to pytest and then it is no longer the whole."""
    install("requirements.txt", "requirements-dev.txt")
    chromium = find_chromium()
    given = [*chosen, *sys.argv[2:]]
    whole = [] if given else ["--complete"]
    workers = [] if any(part.startswith("-n") for part in given) else ["-n", "auto"]
    go([PYTHON, "-m", "pytest", "-q", *workers, *whole, *given], CHROMIUM=chromium)


def test_long():
    """The long versions: fuzzing, storms, load."""
    test("-m", "slow")


def setup():
    """Only install what the tests and checks need."""
    install("requirements.txt", "requirements-dev.txt")
    find_chromium()


TASKS = {"run": run, "setup": setup, "test": test, "test-long": test_long}


def main():
    task = TASKS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if not task:
        stop("Say what to do: python3 deploy/start.py run | test | test-long")
    check_python()
    make_venv()
    task()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        stop("Stopped.", 130)
