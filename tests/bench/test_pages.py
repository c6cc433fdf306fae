"""The pages of the bench are the real ones, and one that is not ends it."""

import pytest

from bench import addresses, pages
from bench.answers import Address, check, trouble_with
from bench.measure import client_for
from bench.visits import Visit
from curricula.models import ModulePage
from tests.bench.figures import assert_measured

REAL = Address("module page", "trainer", "/library/", "Keys & locks", 40)
FULL = f"<nav>Keys</nav><main>Keys &amp; locks {'and more ' * 9}</main>"
FEW = {addresses.BARE[0].name, addresses.IN_LAYOUT, "module page", "roster"}


@pytest.mark.parametrize(
    ("status", "text", "goes_to", "trouble"),
    [
        (200, FULL, "", ""),
        (200, "<main>Keys &amp; locks</main>" + "x" * 500, "", "25 characters of content, and the real page has"),
        (200, FULL.replace("locks", "lock"), "", "it does not say “Keys & locks”"),
        (404, FULL, "", "it answers 404"),
        (302, "", "/account/login/", "it leads on to /account/login/"),
    ],
)
def test_an_answer_is_judged_by_status_length_and_words(status, text, goes_to, trouble):
    assert trouble_with(REAL, status, text, goes_to).startswith(trouble)
    assert bool(trouble) == bool(trouble_with(REAL, status, text, goes_to))


def test_a_wrong_answer_ends_the_bench_in_one_line():
    with pytest.raises(SystemExit, match=r"^Wrong answer.*module page, trainer, at /library/: it answers 500\.$"):
        check(REAL, 500, FULL)


def test_every_address_answers_with_its_page(bench_site):
    addresses.make_bare_pages()
    accounts, found = addresses.users(), addresses.all_addresses()
    for address in found:
        assert Visit(address, accounts.get(address.who)).cost() > 0


def test_no_page_would_pass_if_it_were_empty(bench_site):
    """Neither the layout alone nor a page with its title alone is taken for any page that is measured."""
    addresses.make_bare_pages()
    client = client_for(addresses.users()["trainer"])
    empty = [client.get(path, headers={"accept-encoding": ""}) for path in ("/bench/layout/", "/bench/page-in-layout/")]
    for address in addresses.all_addresses()[len(addresses.BARE) :]:
        for answer in empty:
            titled = answer.content.decode().replace("In the layout", address.says)
            assert trouble_with(address, 200, titled), address


def test_an_emptied_module_page_ends_the_bench(bench_site, monkeypatch):
    """What went unseen until November 2026: Wagtail pages served with a template that shows their title only."""
    monkeypatch.setattr(ModulePage, "get_template", lambda *args, **kwargs: "bench/page_in_layout.html")
    address = next(one for one in addresses.library() if one.name == "module page")
    with pytest.raises(SystemExit, match="characters of content"):
        Visit(address, addresses.users()[address.who]).cost()


def test_who_may_not_see_a_page_ends_the_bench(bench_site):
    address = next(one for one in addresses.others() if one.name == "audit list")
    with pytest.raises(SystemExit, match="it leads on to"):
        Visit(address).cost()


def test_pages_are_measured(bench_site, monkeypatch):
    """A few of them, and without copies of rows: those are `test_clones`'s."""
    found = [*addresses.BARE, *(one for one in addresses.all_addresses() if one.name in FEW - {"bare Django view"})]
    monkeypatch.setattr(addresses, "all_addresses", lambda: found)
    figures = pages.measure(rounds=1, warm=0, rounds_many=1, copies=0)
    assert_measured(figures, "module page, trainer", "module page, trainee", "roster, office")
    module = next(figure for figure in figures if figure.name == "module page, trainer")
    assert f"× {addresses.IN_LAYOUT}" in module.note
    assert "1×: " in module.note
