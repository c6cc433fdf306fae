"""The manifest of a package, `imsmanifest.xml`, as the two versions of SCORM want it."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # written, not read  # nosec B405

XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Dialect:
    """What differs from one version to the other: words, namespaces, and where their schemas are said to lie."""

    schema_version: str
    namespaces: dict[str, str]
    locations: dict[str, str]
    type_attribute: str
    sequencing: bool


SCORM_12 = Dialect(
    schema_version="1.2",
    namespaces={
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    locations={
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
    type_attribute="adlcp:scormtype",
    sequencing=False,
)
SCORM_2004 = Dialect(
    schema_version="2004 4th Edition",
    namespaces={
        "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
        "xmlns:adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    },
    locations={
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
    type_attribute="adlcp:scormType",
    sequencing=True,
)


def manifest(dialect: Dialect, *, identifier: str, label: str, title: str, start: str, files: list[str]) -> bytes:
    """One organisation with one item that starts at `start`; `files` are all paths of the package but this one."""
    located = " ".join(f"{space} {place}" for space, place in dialect.locations.items())
    names = {**dialect.namespaces, "xmlns:xsi": XSI, "xsi:schemaLocation": located}
    root = Element("manifest", {"identifier": identifier, "version": label, **names})
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "ADL SCORM"
    SubElement(about, "schemaversion").text = dialect.schema_version
    _organize(root, dialect, title)
    resources = SubElement(root, "resources")
    facts = {"identifier": "resource", "type": "webcontent", dialect.type_attribute: "sco", "href": start}
    resource = SubElement(resources, "resource", facts)
    for path in files:
        SubElement(resource, "file", {"href": path})
    indent(root, " ")
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def _organize(root: Element, dialect: Dialect, title: str) -> None:
    organizations = SubElement(root, "organizations", {"default": "organization"})
    organization = SubElement(organizations, "organization", {"identifier": "organization"})
    SubElement(organization, "title").text = title
    item = SubElement(organization, "item", {"identifier": "item", "identifierref": "resource"})
    SubElement(item, "title").text = title
    if dialect.sequencing:
        # Else a platform may count who only opened it as having completed it.
        sequencing = SubElement(item, "imsss:sequencing")
        own = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        SubElement(sequencing, "imsss:deliveryControls", own)
