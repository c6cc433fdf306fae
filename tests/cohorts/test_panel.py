"""The panel: nobody scores their own, nobody sees the others before handing in, ties are said as ties."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from lms.cohorts.models import PanelMember, PanelScore
from lms.cohorts.selection.panel import owed_by
from lms.cohorts.services import (
    add_panel_member,
    cancel_cohort,
    decide_nomination,
    remove_panel_member,
)
from lms.core import clock
from lms.people.choices import RoleKind
from tests import factories as make
from tests.cast import person_with_account, user_with
from tests.refusals import refusal_of

from .conftest import FIRST_DAY
from .helpers import DECLINED, last_entry, one, said, text, url
from .selecting import a_member, hand_in, write_criteria


@pytest.fixture
def ready(cohort, cast):
    write_criteria(cohort, cast)
    return cohort


# Members --------------------------------------------------------------------------------------------------------------


def test_an_account_is_named_once(cohort, cast):
    member = add_panel_member(cohort, cast.assessor, by=cast.office)

    assert add_panel_member(cohort, cast.assessor, by=cast.office) == member
    assert last_entry().after == {"account": cast.assessor.pk}


def test_naming_is_refused(cohort, cast):
    assert refusal_of(add_panel_member, cohort, cast.assessor, by=cast.focal) == {"not_office"}
    closed = make.UserFactory(is_active=False)
    assert refusal_of(add_panel_member, cohort, closed, by=cast.office) == {"inactive"}
    for _number in range(15):
        add_panel_member(cohort, make.UserFactory(), by=cast.office)
    assert refusal_of(add_panel_member, cohort, cast.assessor, by=cast.office) == {"too_many"}
    cancel_cohort(cohort, reason="No room", by=cast.office)
    assert refusal_of(add_panel_member, cohort, cast.assessor, by=cast.office) == {"over"}


def test_who_has_scored_stays_on_the_panel(ready, cast, nominate):
    scorer, idle = a_member(ready, cast), a_member(ready, cast)
    hand_in(nominate(), scorer, 1, 1, submit=False)

    of = {row.user: row for row in PanelMember.objects.select_related("cohort", "user")}
    assert refusal_of(remove_panel_member, of[scorer], by=cast.office) == {"scored"}
    assert refusal_of(remove_panel_member, of[idle], by=cast.focal) == {"not_office"}
    remove_panel_member(of[idle], by=cast.office)
    assert PanelMember.objects.get().user == scorer


# Scoring --------------------------------------------------------------------------------------------------------------


def test_a_draft_becomes_final_when_it_is_handed_in(ready, cast, nominate):
    member, nomination = a_member(ready, cast), nominate()
    draft = hand_in(nomination, member, 2, None, submit=False)
    final = hand_in(nomination, member, 2, 1, version=draft.version)

    assert (final.pk, final.version, list(final.levels.values())) == (draft.pk, 2, [2, 1])
    assert refusal_of(hand_in, nomination, member, 3, 2) == {"final"}
    assert last_entry().action == "panel_score_handed_in"


def test_scoring_is_refused(ready, cast, nominate):
    member, nomination = a_member(ready, cast), nominate()

    assert refusal_of(hand_in, nomination, cast.office, 1, 1) == {"no_member"}
    assert refusal_of(hand_in, nomination, member, 4, 1) == {"bad_level"}
    assert refusal_of(hand_in, nomination, member, 1, None) == {"incomplete"}
    hand_in(nomination, member, 1, None, submit=False)
    assert refusal_of(hand_in, nomination, member, 1, 1, version=9) == {"stale"}
    with clock.pretend(FIRST_DAY + timedelta(days=5)):
        assert refusal_of(hand_in, nomination, member, 1, 1) == {"not_open"}
    decide_nomination(nomination, DECLINED, reason="No", by=cast.office)
    assert refusal_of(hand_in, nomination, member, 1, 1) == {"settled"}


def test_without_criteria_nobody_scores(cohort, cast, nominate):
    assert refusal_of(hand_in, nominate(), a_member(cohort, cast)) == {"no_criteria"}


def test_nobody_scores_themselves_or_anybody_in_one_line_with_their_institution(ready, cast, nominate):
    above, below = make.InstitutionFactory(), make.InstitutionFactory(parent=cast.home)
    cast.home.parent = above
    cast.home.save()
    nomination = nominate()
    own = person_with_account(make.InstitutionFactory())
    add_panel_member(ready, own.user, by=cast.office)

    for place in (cast.home, above, below):
        assert refusal_of(hand_in, nomination, a_member(ready, cast, place), 1, 1) == {"own_institution"}
    focal = user_with(RoleKind.FOCAL_POINT, cast.home)
    add_panel_member(ready, focal, by=cast.office)
    assert refusal_of(hand_in, nomination, focal, 1, 1) == {"own_institution"}
    mine = make.NominationFactory(cohort=ready, person=own)
    assert refusal_of(hand_in, mine, own.user, 1, 1) == {"own_nomination"}


# Pages ----------------------------------------------------------------------------------------------------------------


def test_the_others_are_hidden_until_ones_own_is_handed_in(as_user, ready, cast, nominate):
    first, second, nomination = a_member(ready, cast), a_member(ready, cast), nominate()
    hand_in(nomination, first, 3, 2, comment="A born teacher")
    client, criteria = as_user(second), list(ready.criteria.all())

    page = text(client.get(one("nomination_score", nomination)))
    assert "born teacher" not in page and str(first) not in page and "much" in page
    assert "You still have 1 nomination to score" in text(client.get(url("ranking", ready)))
    assert client.get(url("ranking_export", ready)).status_code == 403
    form = {f"level-{criteria[0].pk}": "1", f"level-{criteria[1].pk}": "1", "version": 0, "do": "submit"}
    assert said(client.post(one("nomination_score", nomination), form, follow=True)) == ["Handed in."]
    page = text(client.get(one("nomination_score", nomination)))
    assert "born teacher" in page and str(first) in page and "100.0" in page
    assert "50.0" in text(client.get(url("ranking", ready)))


def test_what_is_left_out_is_said_and_a_draft_is_kept(as_user, ready, cast, nominate):
    member, nomination = a_member(ready, cast), nominate()
    client, criterion = as_user(member), ready.criteria.first()

    response = client.post(one("nomination_score", nomination), {"version": 0, "do": "submit"})
    assert text(response).count("Choose a level before you hand in.") >= 2
    client.post(one("nomination_score", nomination), {"version": 0, "do": "draft", f"level-{criterion.pk}": "2"})
    assert PanelScore.objects.get().levels == {str(criterion.pk): 2}
    assert "checked" in text(client.get(one("nomination_score", nomination)))


def test_a_member_finds_their_page_and_nobody_else_does(as_user, ready, cast, nominate):
    nominate(family_name="Petrović")
    nominate(cast.away, family_name="Hoxha")
    member = a_member(ready, cast, cast.away)
    page = text(as_user(member).get(url("panel_detail", ready)))

    assert "Petrović" in page and "Hoxha" not in page
    assert "1 nomination is not yours to score" in page
    assert as_user(cast.focal).get(url("panel_detail", ready)).status_code == 403
    assert as_user(cast.stranger).get(url("panel_detail", ready)).status_code == 404
    own = ready.nominations.get(institution=cast.away)
    assert as_user(member).get(one("nomination_score", own)).status_code == 403


def test_the_office_names_members_and_sees_how_far_they_are(as_user, ready, cast, nominate):
    hand_in(nominate(), a_member(ready, cast), 1, 1)
    client = as_user(cast.office)

    assert "No open account has this address" in text(
        client.post(url("panel_member_add", ready), {"email": "nobody@mup.example"})
    )
    client.post(url("panel_member_add", ready), {"email": cast.assessor.email})
    page = text(client.get(url("panel_detail", ready)))
    assert cast.assessor.email in page
    row = ready.panel_members.get(user=cast.assessor)
    client.post(url("panel_member_remove", ready, row.pk))
    assert not ready.panel_members.filter(user=cast.assessor).exists()


def test_a_tie_is_a_tie_on_every_sheet(as_user, ready, cast, nominate):
    member = a_member(ready, cast)
    ana, besa, cana = (nominate(family_name=name) for name in ("A", "B", "C"))
    nominate(family_name="D")
    for nomination, levels in ((ana, (3, 2)), (besa, (2, 1)), (cana, (1, 2))):
        hand_in(nomination, member, *levels)
    client = as_user(cast.office)

    page = text(client.get(url("ranking", ready)))
    assert page.count("shared with 1 other") == 2
    assert "not scored" in page
    assert text(client.get(url("ranking_print", ready))).count("shared with 1 other") == 2
    book = load_workbook(io.BytesIO(client.get(url("ranking_export", ready)).content))
    assert [[cell.value for cell in row[:4]] for row in book.active.iter_rows(min_row=2, max_row=5)] == [
        [1, None, 100, 1], [2, "shared with 1 other", 33.3, 1], [2, "shared with 1 other", 33.3, 1],
        [None, None, None, 0],
    ]  # fmt: skip


def test_the_ranking_is_filtered_and_the_places_stay(as_user, ready, cast, nominate):
    member = a_member(ready, cast)
    hand_in(nominate(family_name="First"), member, 3, 2)
    hand_in(nominate(cast.away, family_name="Second"), member, 1, 1)
    client = as_user(cast.office)

    page = text(client.get(url("ranking", ready), {"institution": cast.away.pk}))
    assert "Second" in page and "First" not in page and "<strong>2</strong>" in page
    assert "Nothing fits these filters" in text(client.get(url("ranking", ready), {"status": "declined"}))


def test_empty_pages_say_what_comes_next(as_user, cohort, cast):
    member = a_member(cohort, cast)
    client = as_user(member)

    assert "Nobody to score yet" in text(client.get(url("panel_detail", cohort)))
    assert "Nobody is nominated yet" in text(client.get(url("ranking", cohort)))
    assert "Nobody is nominated yet" in text(client.get(url("ranking_print", cohort)))
    assert "Nobody sits on the panel yet" not in text(as_user(cast.office).get(url("panel_detail", cohort)))


def test_whoever_was_decided_about_is_no_debt(ready, cast, nominate):
    member, nomination = a_member(ready, cast), nominate()

    assert (owed_by(member, ready), owed_by(cast.office, ready)) == (1, 0)
    decide_nomination(nomination, "reserve", by=cast.office)
    assert owed_by(member, ready) == 0
