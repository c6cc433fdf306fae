"""The jurisdictions and police bodies of the region, as facts: loaded once, then kept in the back office."""

from .models import Institution, Jurisdiction

# code, name, time zone, languages (BCP 47)
JURISDICTIONS = [
    ("AL", "Albania", "Europe/Tirane", ["sq"]),
    ("BA", "Bosnia and Herzegovina", "Europe/Sarajevo", ["bs", "hr", "sr-Latn", "sr-Cyrl"]),
    ("XK", "Kosovo*", "Europe/Belgrade", ["sq", "sr-Latn"]),
    ("MD", "Republic of Moldova", "Europe/Chisinau", ["ro"]),
    ("ME", "Montenegro", "Europe/Podgorica", ["cnr"]),
    ("MK", "North Macedonia", "Europe/Skopje", ["mk", "sq"]),
    ("RS", "Serbia", "Europe/Belgrade", ["sr-Cyrl", "sr-Latn"]),
]

CANTONS = [
    "Una-Sana", "Posavina", "Tuzla", "Zenica-Doboj", "Bosnian-Podrinje", "Central Bosnia", "Herzegovina-Neretva",
    "West Herzegovina", "Sarajevo",
]  # fmt: skip

# jurisdiction, code, name, code of the body it stands under, other names
INSTITUTIONS = [
    ("AL", "al-moi", "Ministry of Interior", "", []),
    ("AL", "al-police", "Albanian State Police", "al-moi", ["Policia e Shtetit"]),
    ("BA", "ba-security", "Ministry of Security", "", []),
    ("BA", "ba-border", "Border Police", "", ["Granična policija"]),
    ("BA", "ba-sipa", "SIPA", "", ["State Investigation and Protection Agency"]),
    ("BA", "ba-coordination", "Directorate for Coordination of Police Bodies", "", []),
    ("BA", "ba-federation", "Federation Ministry of Interior", "", ["Federalno ministarstvo unutrašnjih poslova"]),
    ("BA", "ba-rs", "Republika Srpska Ministry of Interior", "", ["MUP Republike Srpske"]),
    *[
        (
            "BA",
            "ba-" + canton.lower().replace(" ", "-"),
            f"Ministry of Interior of {canton} Canton",
            "",
            [f"{canton} Canton Ministry of Interior"],
        )
        for canton in CANTONS
    ],
    ("BA", "ba-canton-10", "Ministry of Interior of Canton 10", "", []),
    ("BA", "ba-brcko", "Brčko District Police", "", ["Policija Brčko distrikta"]),
    ("XK", "xk-moi", "Ministry of Internal Affairs", "", []),
    ("XK", "xk-police", "Kosovo* Police", "xk-moi", []),
    ("XK", "xk-academy", "Academy for Public Safety", "xk-moi", []),
    ("MD", "md-moi", "Ministry of Internal Affairs", "", []),
    ("MD", "md-police", "General Police Inspectorate", "md-moi", ["Inspectoratul General al Poliției"]),
    ("ME", "me-moi", "Ministry of Interior", "", []),
    ("ME", "me-police", "Police Directorate of Montenegro", "me-moi", ["Police Directorate", "Uprava policije"]),
    ("MK", "mk-moi", "Ministry of Interior", "", []),
    ("MK", "mk-weapons", "Sector for Weapons, Explosives and Hazardous Materials", "mk-moi", []),
    ("RS", "rs-moi", "Ministry of Interior", "", ["MUP Republike Srbije"]),
    ("RS", "rs-administrative", "Administrative Affairs Directorate", "rs-moi", ["Uprava za upravne poslove"]),
    ("RS", "rs-police", "Police Directorate", "rs-moi", ["Direkcija policije"]),
]


def load_reference() -> dict[str, Institution]:
    """Make what is missing and leave what is there as the office has it. Returns the institutions by code."""
    places = {}
    for code, name, zone, languages in JURISDICTIONS:
        places[code], _made = Jurisdiction.objects.get_or_create(
            code=code, defaults={"name": name, "time_zone": zone, "languages": languages}
        )
    found: dict[str, Institution] = {}
    for place, code, name, parent, others in INSTITUTIONS:
        defaults = {"jurisdiction": places[place], "name": name, "parent": found.get(parent), "other_names": others}
        found[code], _made = Institution.objects.get_or_create(code=code, defaults=defaults)
    return found
