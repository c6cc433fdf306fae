"""What a page must be, whoever looks at it: sound for axe, no wider than the screen, still, and in reach of keys."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .visitor import PHONE, WIDE, Visitor

AXE = Axe()
CONTRAST = "color-contrast"
#: All but the contrast of text, which is two thirds of axe's work and the same wherever the same style stands.
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {CONTRAST: {"enabled": False}},
    # No rule of these asks for the text of the style sheets.
    "preload": {"assets": ["media"]},
}
#: What may differ on a narrow screen although nothing of another shape is there.
OF_MEASURE = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["target-size", "meta-viewport"]}}
ONLY_CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": [CONTRAST]}}
#: What stands on this page, as keys: each shape (what an element is, in what, with which attributes, and whether it has
#: a name) and each style in which text stands (before which grounds, with which colour, size and weight). One element
#: for each style waits in window.inspectedStyles.
SEEN = """() => {
    const above = new Map(), under = new Map(), shapes = new Set(), styles = new Map();
    const chain = (one) => {
        if (!one) return "";
        if (!above.has(one)) {
            const own = [one.tagName, ...[...one.classList].sort()].join(".");
            above.set(one, `${chain(one.parentElement)}>${own}`);
        }
        return above.get(one);
    };
    const ground = (one) => {  // all that text on it is seen against: grounds, pictures, veils, and what lies apart
        if (!one) return "";
        if (!under.has(one)) {
            const {backgroundColor, backgroundImage, opacity, position, filter} = getComputedStyle(one);
            const own = [backgroundColor, backgroundImage, opacity, position, filter].join();
            const plain = own === "rgba(0, 0, 0, 0),none,1,static,none";
            under.set(one, ground(one.parentElement) + (plain ? "" : `>${own}`));
        }
        return under.get(one);
    };
    const judged = /^(aria-(?!label|describedby|controls)|role|type|lang|scope|tabindex|auto)/;
    const given = ({name, value}) => judged.test(name)
        ? `${name}=${value}` : value.trim() ? name : `${name}=`;
    const shape = (one) => [chain(one), ...[...one.attributes].map(given).sort(), one.labels?.length,
        Boolean(one.textContent.trim()), one.scrollWidth > one.clientWidth].join("|");
    const texts = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const says = (one) => one.matches("input:not([type=hidden]), select, textarea, button") || texts(one);
    for (const one of document.querySelectorAll("html, title, body, body *")) {
        if (one.closest("body") && !one.checkVisibility({visibilityProperty: true})) continue;
        shapes.add(shape(one));
        if (!one.closest("body") || !says(one)) continue;
        const style = getComputedStyle(one), state = [one.type, one.disabled, one.checked].join();
        const key = [ground(one), state, style.color, style.fontSize, style.fontWeight, style.textShadow].join("|");
        if (!styles.has(key)) styles.set(key, one);
    }
    window.inspectedStyles = [...styles.values()];
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    return {shapes: [...shapes], styles: [...styles.keys()], ids: ids.length - new Set(ids).size};
}"""
#: Run before each page: adds up what moves without having been touched.
WATCH_SHIFTS = """window.inspectedShift = 0; window.inspectedMoved = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    if (one.hadRecentInput) return;
    window.inspectedShift += one.value;
    const words = (node) => (node?.outerHTML ?? node?.data ?? "").slice(0, 80);
    window.inspectedMoved.push(...one.sources.map((source) => words(source.node)));
})).observe({type: "layout-shift", buffered: true});"""
#: How many stops the Tab key has to make; a group of radio buttons is one.
REACHABLE = """() => {
    const named = (one) => [...document.getElementsByName(one.name)];
    const stop = (one) => one.type !== "radio" || one.checked
        || named(one)[0] === one && !named(one).some((other) => other.checked);
    const seen = (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && !one.closest("[inert]");
    const pressed = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    return [...document.querySelectorAll(pressed)].filter((one) => seen(one) && stop(one)).length;
}"""
#: Number each element that gets the focus, and say whether one sees where one is; 0 outside the page.
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return {number: 0};
    one.dataset.inspectedNumber ??= window.inspectedFocus = (window.inspectedFocus || 0) + 1;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    return {number: Number(one.dataset.inspectedNumber), visible: ring && inSight, what: one.outerHTML.slice(0, 120)};
}"""
MOST_STOPS = 600
#: What this process has judged: kinds of pages, shapes, and styles of text; colours in the keys tell light from dark.
judged: set[int] = set()


def inspect(visitor: Visitor, kind: str, address: str) -> list[str]:
    """What is wrong with the page: wide and light as it opens, then narrow and dark with everything unfolded."""
    page = visitor.page
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    answer, shift, moved = _opened(page, address)
    faults = [] if answer.status == 200 else [f"status {answer.status}"]
    faults += [f"moves by {shift}: {moved[:3]}"] if shift > 0 else []
    faults += [f"light, 1280 px: {fault}" for fault in _faults(page, f"{kind} wide")]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    faults += [f"dark, 360 px: {fault}" for fault in _faults(page, f"{kind} narrow")]
    return [f"{address}: {fault}" for fault in faults]


def _opened(page: Page, address: str) -> tuple:
    """(the answer, by how much the page moved while it opened, what moved). What moves at one of two openings only is
    the stutter of a busy machine, on which text is drawn before the font beside it has come."""
    for _time in range(2):
        answer = page.goto(address)
        shift, moved = page.evaluate("[window.inspectedShift, window.inspectedMoved]")
        if not shift:
            break
    return answer, shift, moved


def _faults(page: Page, kind: str) -> list[str]:
    """What axe says about the page as it stands, and whether it is wider than its screen."""
    excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    seen = page.evaluate(SEEN)
    found = [*_shapes(page, kind, seen["shapes"]), *_contrast(page, seen["styles"])]
    faults = [f"{excess} px too wide"] if excess > 0 else []
    faults += [f"{seen['ids']} ids stand twice"] if seen["ids"] else []
    return [*faults, *map(_in_words, found)]


def _shapes(page: Page, kind: str, shapes: list[str]) -> list[dict]:
    """Every rule but contrast, over the whole page; not where a page of this kind was judged before, perhaps for
    another role, and nothing on this one has another shape than what stood on a judged page."""
    fresh = {hash(shape) for shape in shapes} - judged
    if not fresh and hash(kind) in judged:
        return []
    rules = RULES if fresh or kind.endswith("wide") else OF_MEASURE
    found = _run(page, "axe.run(options)", {"options": rules})
    if not found:
        judged.update(fresh, [hash(kind)])
    return found


def _contrast(page: Page, styles: list[str]) -> list[dict]:
    """The contrast of every style of text that stood on no judged page."""
    fresh = [place for place, key in enumerate(styles) if hash(key) not in judged]
    if not fresh:
        return []
    chosen = "axe.run({include: fresh.map((place) => inspectedStyles[place])}, options)"
    found = _run(page, chosen, {"fresh": fresh, "options": ONLY_CONTRAST})
    if not found:
        judged.update(map(hash, styles))
    return found


def _run(page: Page, call: str, given: dict) -> list[dict]:
    """The violations that this call of axe finds; axe comes into the page when it is first needed."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    return page.evaluate(f"({{fresh, options}}) => {call}", given)["violations"]


def _in_words(fault: dict) -> str:
    nodes = "; ".join(node["html"][:160] for node in fault["nodes"][:3])
    return f"{fault['id']}: {fault['help']} ({len(fault['nodes'])}: {nodes})"


def walk_by_keys(visitor: Visitor, address: str) -> list[str]:
    """Tab through the whole page: the skip link first, then everything one can press, each with a visible ring."""
    visitor.open(address)
    expected, stops = visitor.page.evaluate(REACHABLE), _stops(visitor)
    faults = [f"no visible focus on {stop['what']}" for stop in stops.values() if not stop["visible"]]
    if 'class="skip"' not in stops[1]["what"]:
        faults.append(f"the skip link is not first but {stops[1]['what']}")
    if len(stops) < expected:
        faults.append(f"{len(stops)} of {expected} reached")
    return [f"{address}: {fault}" for fault in faults]


def _stops(visitor: Visitor) -> dict[int, dict]:
    """Where the focus stops, by number, until it leaves the page; a date has several stops within itself."""
    stops: dict[int, dict] = {}
    for _press in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        stop = visitor.page.evaluate(FOCUSED)
        if stop["number"] == 0 or stop["number"] < len(stops):
            break
        stops[stop["number"]] = stop
    return stops


def skip_to_content(visitor: Visitor, address: str) -> str:
    """What has the focus after the skip link was pressed."""
    visitor.open(address)
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    return visitor.page.evaluate("document.activeElement.id")
