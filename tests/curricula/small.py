"""A small curriculum for tests: real content files, few of them."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from curricula.loading import load_content
from curricula.services import publish_edition
from tests.recorded import recorded

CONTENT = Path(__file__).resolve().parents[2] / "curricula" / "content" / "pssm-moi"
CODES = ("M01", "M02", "T01")


def write_content(folder: Path, codes=CODES) -> Path:
    """A content folder with some of the modules."""
    folder.mkdir(parents=True, exist_ok=True)
    source = json.loads((CONTENT / "curriculum.json").read_text(encoding="utf-8"))
    source["modules"] = list(codes)
    (folder / "curriculum.json").write_text(json.dumps(source), encoding="utf-8")
    for code in codes:
        shutil.copy(CONTENT / f"{code}.json", folder)
    return folder


def change_module(folder: Path, code: str, **values) -> None:
    path = folder / f"{code}.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def load(folder: Path, owner=None, codes=CODES):
    """The curriculum of these modules, loaded; `folder` has their files, to be changed and loaded again."""
    write_content(folder, codes)
    return loaded(tuple(codes), owner)


@recorded
def loaded(codes: tuple[str, ...], owner, spoken: bool = False):
    """The curriculum of these modules; `spoken`: with the translations there are."""
    with TemporaryDirectory() as name:
        folder = write_content(Path(name), codes)
        if spoken:
            write_translations(folder)
        return load_content(folder, owner=owner)


def write_translations(folder: Path) -> Path:
    shutil.copytree(CONTENT / "translations", folder / "translations")
    return folder


#: The edition that tests of the curriculum begin with.
publish = recorded(publish_edition)
