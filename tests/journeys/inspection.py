"""What a page must be, whoever looks at it: sound for axe, no wider than the screen, still, and in reach of keys."""

from axe_playwright_python.sync_playwright import Axe

from .visitor import PHONE, WIDE, Visitor

AXE = Axe()
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
#: Run before each page: adds up what moves without having been touched.
WATCH_SHIFTS = """window.houseShift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    if (!one.hadRecentInput) window.houseShift += one.value;
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
    one.dataset.houseNumber ??= window.houseFocus = (window.houseFocus || 0) + 1;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    return {number: Number(one.dataset.houseNumber), visible: ring && inSight, what: one.outerHTML.slice(0, 120)};
}"""
MOST_STOPS = 600


def inspect(visitor: Visitor, address: str) -> list[str]:
    """What is wrong with the page: wide and light as it opens, then narrow and dark with everything unfolded."""
    page = visitor.page
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    answer = page.goto(address)
    shift = page.evaluate("window.houseShift")
    faults = [] if answer.status == 200 else [f"status {answer.status}"]
    faults += [f"moves by {shift}"] if shift > 0 else []
    page.evaluate(AXE.axe_script)
    faults += [f"light, 1280 px: {fault}" for fault in _faults(visitor)]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    faults += [f"dark, 360 px: {fault}" for fault in _faults(visitor)]
    return [f"{address}: {fault}" for fault in faults]


def _faults(visitor: Visitor) -> list[str]:
    """What axe says about the page as it stands, and whether it is wider than its screen."""
    page = visitor.page
    excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = page.evaluate("(options) => axe.run(options)", RULES)["violations"]
    return [*([f"{excess} px too wide"] if excess > 0 else []), *map(_in_words, found)]


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
