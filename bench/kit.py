"""A kit of 1 GB: how fast it streams, in how much memory; beside nginx sending the same bytes from a plain file.

Run from the project's folder: `python bench/kit.py`. nginx (Debian: nginx-light) is used where it is installed.
Everything is made in a scratch folder that is removed at the end; all traffic stays on loopback.
"""

import hashlib
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SIZE, FILES, ROUNDS = 1 << 30, 20, 9
SCRATCH = Path(tempfile.mkdtemp(prefix="kit-bench-"))
MEDIA = SCRATCH / "media"
sys.path.insert(0, str(HOME))
os.environ |= {
    "DEMO": "1", "DATABASE_URL": f"sqlite:///{SCRATCH / 'db.sqlite3'}", "MEDIA_ROOT": str(MEDIA),
    "DJANGO_SETTINGS_MODULE": "lms.settings", "WEB_WORKERS": "1", "MFA_ENFORCED": "0",
}  # fmt: skip

NGINX = """
daemon off; worker_processes 1; pid {scratch}/nginx.pid; error_log {scratch}/nginx.log;
events {{ worker_connections 64; }}
http {{
  access_log off; sendfile on; tcp_nopush on; client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fcgi; uwsgi_temp_path {scratch}/uwsgi; scgi_temp_path {scratch}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location /plain/ {{ alias {media}/; }}
    location /internal/ {{ internal; alias {media}/; }}
    location / {{ proxy_pass http://127.0.0.1:{behind}; proxy_set_header Host $host; proxy_max_temp_file_size 0; }}
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def prepare() -> dict:
    """Database, an office account, an edition whose files weigh 1 GB; the addresses to ask for, and a cookie."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    from curricula.kit.building import pack_of
    from curricula.models import EditionFile
    from lms.people.choices import RoleKind
    from tests import cast, factories

    edition = factories.EditionFactory(languages=["en"])
    module = factories.EditionModuleFactory(edition=edition)
    for number in range(FILES):
        add_file(EditionFile, module, number, SIZE // FILES)
    big = add_file(EditionFile, module_elsewhere(factories), FILES, SIZE)
    client = Client()
    client.force_login(cast.user_with(RoleKind.OFFICE), backend="allauth.account.auth_backends.AuthenticationBackend")
    begun = time.perf_counter()
    pack = pack_of(edition, "trainer", "en")
    built = time.perf_counter() - begun
    with open(MEDIA / "kit.zip", "wb") as file:
        file.writelines(pack.chunks())
    return {
        "kit": reverse("curricula:edition_kit", args=[edition.pk]), "size": pack.size, "built": built,
        "file": reverse("curricula:edition_file_download", args=[big.pk]), "stored": big.file.name,
        "cookie": f"sessionid={client.cookies['sessionid'].value}",
    }  # fmt: skip


def module_elsewhere(factories):
    """A module of another curriculum, so that its file is in no kit."""
    curriculum = factories.CurriculumFactory(code="elsewhere")
    edition = factories.EditionFactory(curriculum=curriculum, languages=["en"])
    return factories.EditionModuleFactory(edition=edition, module=factories.ModuleFactory(curriculum=curriculum))


def add_file(model, module, number: int, size: int):
    """A file of random bytes, straight into storage: an upload of 1 GB is not what is measured."""
    name, dice, state = f"editions/bench-{number}", random.Random(number), hashlib.sha256()
    (MEDIA / "editions").mkdir(parents=True, exist_ok=True)
    with open(MEDIA / name, "wb") as file:
        for start in range(0, size, 1 << 20):
            piece = dice.randbytes(min(1 << 20, size - start))
            state.update(piece)
            file.write(piece)
    return model.objects.create(
        module=module, title=f"File {number}", file_name=f"file-{number}.pdf", classification="trainer", language="en",
        size=size, sha256=state.hexdigest(), file=name,
    )  # fmt: skip


def gunicorn(port: int, **more) -> subprocess.Popen:
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "lms.wsgi"]
    return wait_for(port, subprocess.Popen(command, cwd=HOME, env=os.environ | {"PORT": str(port)} | more))


def nginx(port: int, behind: int) -> subprocess.Popen:
    text = NGINX.format(scratch=SCRATCH, media=MEDIA, port=port, behind=behind)
    (SCRATCH / "nginx.conf").write_text(f"user {os.environ.get('USER', 'root')};" * (os.getuid() == 0) + text)
    return wait_for(port, subprocess.Popen(["nginx", "-c", str(SCRATCH / "nginx.conf")]))


def wait_for(port: int, process: subprocess.Popen) -> subprocess.Popen:
    for _try in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.1)
    raise SystemExit(f"{process.args} does not answer")


def worker_of(server: subprocess.Popen) -> int:
    """The number of gunicorn's one worker."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return int(children[0])


def memory(pid: int, field: str) -> float:
    """VmRSS (now) or VmHWM (the most there was), in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def fetch(url: str, cookie: str) -> tuple[float, int]:
    """Seconds and bytes of one download, thrown away by curl."""
    command = ["curl", "-s", "-o", "/dev/null", "-w", "%{time_total} %{size_download}", "-H", f"Cookie: {cookie}", url]
    seconds, size = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), int(size)


def rates(ways: dict[str, str], cookie: str) -> dict[str, tuple[float, float]]:
    """MB/s by way, median and best of several rounds after one that warms up, the ways taking turns."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for round_ in range(ROUNDS + 1):
        for name, url in ways.items():
            seconds, size = fetch(url, cookie)
            if size < SIZE:
                raise SystemExit(f"{name}: {size} bytes")
            if round_:
                found[name].append(size / seconds / 1e6)
    return {name: (statistics.median(rows), max(rows)) for name, rows in found.items()}


def main() -> None:
    facts, servers = prepare(), []
    try:
        report(facts, servers)
    finally:
        for server in servers:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
        shutil.rmtree(SCRATCH)


def report(facts: dict, servers: list) -> None:
    cookie, direct = facts["cookie"], free_port()
    servers.append(gunicorn(direct))
    worker = worker_of(servers[0])
    request = urllib.request.Request(
        f"http://127.0.0.1:{direct}{facts['kit']}", method="HEAD", headers={"Cookie": cookie}
    )
    urllib.request.urlopen(request).close()
    idle = memory(worker, "VmRSS")
    ways = {"kit, from gunicorn": f"http://127.0.0.1:{direct}{facts['kit']}"}
    print(f"kit: {facts['size'] / 1e9:.2f} GB, made in {facts['built']:.1f} s, then kept")
    if shutil.which("nginx"):
        behind, front = free_port(), free_port()
        servers.append(gunicorn(behind, ACCEL_REDIRECT_PREFIX="/internal/"))
        servers.append(nginx(front, behind))
        ways |= {
            "kit, through nginx": f"http://127.0.0.1:{front}{facts['kit']}",
            "the same ZIP as a plain file of nginx": f"http://127.0.0.1:{front}/plain/kit.zip",
            "one file, by accel redirect": f"http://127.0.0.1:{front}{facts['file']}",
            "the same file, plain nginx": f"http://127.0.0.1:{front}/plain/{facts['stored']}",
        }
    found = rates(ways, cookie)
    print(f"{'MB/s':<40}{'median':>8}{'best':>8}")
    for name, (median, best) in found.items():
        print(f"{name:<40}{median:>8.0f}{best:>8.0f}")
    if len(found) > 1:
        ours, plain = found["one file, by accel redirect"], found["the same file, plain nginx"]
        print(f"accel redirect against plain nginx: median {ours[0] / plain[0]:.0%}, best {ours[1] / plain[1]:.0%}")
    print(f"memory of the worker: idle {idle:.0f} MB, peak {memory(worker, 'VmHWM') - idle:.0f} MB above it")


if __name__ == "__main__":
    main()
