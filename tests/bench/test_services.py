"""Lists, certificates, the trainer pool and the storm, each at its smallest."""

import pytest

from bench import documents, pool, rosters, storm
from lms.certification.models import IssueBatch
from lms.trainings.models import Enrolment
from tests.bench.figures import assert_measured


def test_lists_are_measured(bench_site):
    figures = rosters.measure(sizes=(3,), warm=False)
    assert_measured(figures, "3 new people: apply", "roster-latin.xlsx, its people new: read and judge")


def test_people_without_a_place_end_the_bench():
    with pytest.raises(SystemExit, match="2 places were given, and should be 3"):
        rosters.check_places("list", 2, 3)
    with pytest.raises(SystemExit, match="0 places were given"):
        rosters.check_places("list", 0, 0)


def test_certificates_are_measured(bench_site):
    figures = documents.measure(documents.Size(drawn=1, by_html=1, issued=1, rounds=1))
    assert_measured(figures, "drawn, QR, hash, own file", "batch issue, everything", "verification, a wrong code")
    with pytest.raises(SystemExit, match="1 of 2 certificates"):
        documents.check_batch(IssueBatch.objects.order_by("-pk").first(), 2)


def test_what_is_no_certificate_ends_the_bench(tmp_path):
    for content in (b"%PDF-1.4", b"<html>" * 9999):
        with pytest.raises(SystemExit, match="is no certificate"):
            documents.keep(content, tmp_path)


def test_the_trainer_pool_is_measured(bench_site, monkeypatch):
    monkeypatch.setattr(pool, "PAGES", {name: pool.PAGES[name] for name in ("directory, page 60", "directory, a name")})
    assert_measured(pool.measure(3, rounds=1, warm=0), "directory, a name", "matrix", "utilisation")


def test_the_storm_is_measured(bench_site):
    size = storm.Size(requests=2, seats=1, threads=1, times=1)
    figures = storm.measure(size)
    assert len(figures) == 2
    assert_measured(figures)
    Enrolment.objects.filter(training__reference="STORM-0", status="waitlisted").update(status="enrolled")
    training = Enrolment.objects.filter(training__reference="STORM-0").first().training
    with pytest.raises(SystemExit, match="not exact"):
        storm.check_exact(training, size)
