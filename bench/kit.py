"""A kit of 1 GB: how fast it streams, in how much memory; beside nginx sending the same bytes from a plain file.

nginx (Debian: nginx-light) is used where it is installed. All traffic stays on loopback.
"""

import hashlib
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Figure, client_for, hand_over, start_django
from bench.servers import Served, free_port, gunicorn, running

start_django()

from django.conf import settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from curricula.kit.building import kit_archive  # noqa: E402
from curricula.models import EditionFile  # noqa: E402
from lms.people.choices import RoleKind  # noqa: E402
from tests import cast, factories  # noqa: E402

SIZE, FILES, ROUNDS = 1 << 30, 20, 9
PIECE = 1 << 20
KIT, FILE, PLAIN_FILE = "kit, from gunicorn", "one file, by accel redirect", "the same file, plain nginx"
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


@dataclass(frozen=True)
class Prepared:
    """The kit and the big file: where to ask for them, with which cookie, and how many bytes must come."""

    kit: str
    kit_bytes: int
    made_in: float
    file: str
    file_bytes: int
    stored: str
    cookie: str


def main() -> None:
    prepared = prepare(SIZE, FILES)
    with gunicorn(WEB_WORKERS="1") as served:
        found = figures(prepared, served, ROUNDS)
    hand_over(found + (beside_nginx(prepared) if shutil.which("nginx") else []))


def prepare(size: int, files: int) -> Prepared:
    """An office account, and an edition whose files weigh so much."""
    module = module_of("kit-of-the-bench")
    for number in range(files):
        add_file(module, number, size // files)
    big = add_file(module_of("elsewhere"), files, size)
    client = client_for(cast.user_with(RoleKind.OFFICE))
    begun = time.perf_counter()
    pack = kit_archive(module.edition, "trainer", "en")
    made_in = time.perf_counter() - begun
    with open(media() / "kit.zip", "wb") as file:
        file.writelines(pack.chunks())
    return Prepared(
        kit=reverse("curricula:edition_kit", args=[module.edition_id]), kit_bytes=pack.size, made_in=made_in,
        file=reverse("curricula:edition_file_download", args=[big.pk]), file_bytes=size, stored=big.file.name,
        cookie=f"sessionid={client.cookies['sessionid'].value}",
    )  # fmt: skip


def media() -> Path:
    return Path(settings.MEDIA_ROOT)


def module_of(code: str):
    """A module of a curriculum of its own: only its own files are in the kit."""
    curriculum = factories.CurriculumFactory(code=code)
    edition = factories.EditionFactory(curriculum=curriculum, languages=["en"])
    return factories.EditionModuleFactory(edition=edition, module=factories.ModuleFactory(curriculum=curriculum))


def add_file(module, number: int, size: int) -> EditionFile:
    """A file of random bytes, straight into storage: an upload of 1 GB is not what is measured."""
    name, dice, state = f"editions/bench-{number}", random.Random(number), hashlib.sha256()
    (media() / "editions").mkdir(parents=True, exist_ok=True)
    with open(media() / name, "wb") as file:
        for start in range(0, size, PIECE):
            piece = dice.randbytes(min(PIECE, size - start))
            state.update(piece)
            file.write(piece)
    return EditionFile.objects.create(
        module=module, title=f"File {number}", file_name=f"file-{number}.pdf", classification="trainer", language="en",
        size=size, sha256=state.hexdigest(), file=name,
    )  # fmt: skip


# Downloads ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """What is downloaded from where, and how many bytes that must be."""

    name: str
    url: str
    size: int


def figures(prepared: Prepared, served: Served, rounds: int) -> list[Figure]:
    """The kit as the site itself sends it, and what that costs the worker in memory."""
    kit = Way(KIT, served.url + prepared.kit, prepared.kit_bytes)
    ask(kit.url, prepared.cookie)
    idle = memory(served.pid, "VmRSS")
    found = rates([kit], prepared.cookie, rounds)
    more = memory(served.pid, "VmHWM") - idle
    made = f"{prepared.kit_bytes / 1e9:.2f} GB, made in {prepared.made_in:.1f} s, then kept"
    note = f"idle {idle:.0f} MB; {rounds + 1} kits one after another"
    return [
        as_figure(kit.name, found[kit.name], made),
        Figure("kit", "memory of the worker", f"{max(more, 0):.0f} MB more", note=note),
    ]


def ask(url: str, cookie: str) -> None:
    """Without its bytes: the worker has then done all but the sending."""
    urllib.request.urlopen(urllib.request.Request(url, method="HEAD", headers={"Cookie": cookie})).close()


def beside_nginx(prepared: Prepared) -> list[Figure]:
    with nginx() as front:
        ways = [
            Way("kit, through nginx", front + prepared.kit, prepared.kit_bytes),
            Way("the same ZIP as a plain file of nginx", f"{front}/plain/kit.zip", prepared.kit_bytes),
            Way(FILE, front + prepared.file, prepared.file_bytes),
            Way(PLAIN_FILE, f"{front}/plain/{prepared.stored}", prepared.file_bytes),
        ]
        found = rates(ways, prepared.cookie, ROUNDS)
    ours, plain = statistics.median(found[FILE]), statistics.median(found[PLAIN_FILE])
    notes = {FILE: f"{ours / plain:.0%} of plain nginx"}
    return [as_figure(name, rows, notes.get(name, "")) for name, rows in found.items()]


def rates(ways: list[Way], cookie: str, rounds: int) -> dict[str, list[float]]:
    """MB/s by way, of several rounds after one that warms up, the ways taking turns."""
    found: dict[str, list[float]] = {way.name: [] for way in ways}
    for turn in range(rounds + 1):
        for way in ways:
            rate = fetch(way, cookie)
            if turn:
                found[way.name].append(rate)
    return found


def fetch(way: Way, cookie: str) -> float:
    """MB/s of one download, thrown away by curl."""
    asked = "%{http_code} %{time_total} %{size_download}"
    command = ["curl", "-s", "-o", "/dev/null", "-w", asked, "-H", f"Cookie: {cookie}", way.url]
    status, seconds, size = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    if status != "200" or int(size) != way.size:
        raise SystemExit(f"{way.name}: it answers {status} with {size} bytes, and should send {way.size}.")
    return way.size / float(seconds) / 1e6


def as_figure(name: str, found: list[float], note: str = "") -> Figure:
    best = f"best {max(found):.0f}"
    return Figure("kit", name, f"{statistics.median(found):.0f} MB/s", note=f"{best}; {note}" if note else best)


def memory(pid: int, field: str) -> float:
    """VmRSS (now) or VmHWM (the most there was), in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


@contextmanager
def nginx() -> Iterator[str]:
    """nginx before a gunicorn that leaves the sending to it."""
    with tempfile.TemporaryDirectory() as scratch, gunicorn(ACCEL_REDIRECT_PREFIX="/internal/") as behind:
        port = free_port()
        text = NGINX.format(scratch=scratch, media=media(), port=port, behind=behind.url.rpartition(":")[2])
        user = f"user {os.environ.get('USER', 'root')};" if os.getuid() == 0 else ""
        config = Path(scratch, "nginx.conf")
        config.write_text(user + text)
        with running(["nginx", "-c", str(config)], port, dict(os.environ)):
            yield f"http://127.0.0.1:{port}"


if __name__ == "__main__":
    main()
