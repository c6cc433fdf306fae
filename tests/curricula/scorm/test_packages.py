"""A package is built as its version of SCORM wants it, holds what trainees may read, and is the same every time."""

import hashlib

import pytest
from defusedxml import ElementTree

from curricula.models import Download

pytestmark = pytest.mark.django_db
IMSCP = {"1.2": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "2004": "http://www.imsglobal.org/xsd/imscp_v1p1"}
ADLCP = {"1.2": "http://www.adlnet.org/xsd/adlcp_rootv1p2", "2004": "http://www.adlnet.org/xsd/adlcp_v1p3"}
TYPE = {"1.2": "scormtype", "2004": "scormType"}
SAID = {"1.2": "1.2", "2004": "2004 4th Edition"}
XSI = "http://www.w3.org/2001/XMLSchema-instance"
both = pytest.mark.parametrize("version", ["1.2", "2004"])


def names(element) -> list[str]:
    """The local names of an element's children, in their order."""
    return [child.tag.rpartition("}")[2] for child in element]


@both
def test_the_manifest_has_the_required_elements_in_their_order(package, version):
    archive = package(version)
    root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    space = f"{{{IMSCP[version]}}}"
    assert archive.namelist()[0] == "imsmanifest.xml"
    assert root.tag == f"{space}manifest"
    assert root.get("identifier") == f"pssm-pssm-moi-2026.7-M01-{version}-en"
    assert names(root) == ["metadata", "organizations", "resources"]
    metadata, organizations, resources = root
    assert names(metadata) == ["schema", "schemaversion"]
    assert [child.text for child in metadata] == ["ADL SCORM", SAID[version]]
    (organization,) = organizations
    assert organizations.get("default") == organization.get("identifier")
    assert names(organization) == ["title", "item"]
    item = organization[1]
    assert names(item) == (["title"] if version == "1.2" else ["title", "sequencing"])
    assert item[0].text == "M01 Why PSSM matters: diversion and accidents"
    (resource,) = resources
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get("type") == "webcontent"
    assert resource.get(f"{{{ADLCP[version]}}}{TYPE[version]}") == "sco"
    assert resource.get("href") == "index.html"
    assert names(resource) == ["file"] * (len(archive.namelist()) - 1)
    identifiers = [element.get("identifier") for element in root.iter() if element.get("identifier")]
    assert len(identifiers) == len(set(identifiers))


@both
def test_every_namespace_has_its_schema_declared(package, version):
    text = package(version).read("imsmanifest.xml")
    located = ElementTree.fromstring(text).get(f"{{{XSI}}}schemaLocation").split()
    declared = {"1.2": 2, "2004": 5}[version]
    assert len(located) == 2 * declared
    for space, place in zip(located[::2], located[1::2], strict=True):
        assert f'="{space}"'.encode() in text
        assert place.endswith(".xsd")


def test_the_fourth_edition_leaves_completion_to_the_content(package):
    root = ElementTree.fromstring(package("2004").read("imsmanifest.xml"))
    controls = root.find(".//{http://www.imsglobal.org/xsd/imsss}deliveryControls")
    assert controls.attrib == {"completionSetByContent": "true", "objectiveSetByContent": "true"}


@both
def test_the_files_named_are_the_files_there(package, version):
    archive = package(version)
    assert archive.testzip() is None
    root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    named = [element.get("href") for element in root.iter() if element.tag.endswith("}file")]
    assert named == archive.namelist()[1:]
    assert "reader/scorm-api.js" in named
    assert [name for name in named if name.startswith("materials/")] == ["materials/01.pdf", "materials/02.pdf"]


@both
def test_a_package_holds_nothing_for_trainers(package, version, module):
    archive = package(version)
    page = archive.read("index.html").decode()
    secrets = [*module.content["trainer_notes"], *(step["detail"] for step in module.content["lesson_plan"])]
    assert module.content["summary"] in page
    assert not [text for text in secrets if text in page]
    trainers = module.files.get(classification="trainer").sha256
    assert trainers not in {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


@both
def test_two_packages_are_equal_and_go_on_at_any_byte(readers, as_user, address, version):
    trainer = as_user(readers.trainer)
    whole = trainer.get(address, {"version": version})
    content = whole.getvalue()
    again = trainer.get(address, {"version": version})
    assert (again.getvalue(), again.headers["ETag"]) == (content, whole.headers["ETag"])
    rest = trainer.get(address, {"version": version}, headers={"Range": "bytes=1000-"})
    assert (rest.status_code, rest.getvalue()) == (206, content[1000:])


def test_a_package_is_written_down(readers, as_user, address, edition, module):
    answer = as_user(readers.office).get(address, {"version": "2004"})
    answer.getvalue()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="M01-2026-7-scorm-2004-en.zip"'
    entry = Download.objects.get()
    assert (entry.edition, entry.module, entry.classification, entry.capacity) == (
        edition,
        module.module,
        "trainee",
        "office",
    )


@pytest.mark.parametrize("query", [{"version": "1.3"}, {"version": ""}, {"language": "mk"}])
def test_what_we_do_not_make_is_not_found(readers, as_user, address, query):
    assert as_user(readers.trainer).get(address, query).status_code == 404


def test_trainees_do_not_get_packages(readers, as_user, address):
    for user in (readers.trainee, readers.focal, readers.stranger):
        assert as_user(user).get(address).status_code == 404


def test_questions_are_in_the_page_where_somebody_registered_them(package, questions):
    page = package("1.2").read("index.html").decode()
    assert "Who signs for a key?" in page
    assert 'data-right="0,1"' in page
    assert page.count('type="checkbox"') == page.count('type="radio"') == 3


def test_without_questions_there_is_no_check(package):
    assert "data-check" not in package("1.2").read("index.html").decode()
