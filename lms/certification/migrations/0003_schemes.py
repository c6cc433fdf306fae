"""A scheme's thresholds become rows of its first version; every decision made so far was made by that version.

Stands before the step `0004_trust`, which may be generated anew without losing what is written here by hand.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import lms.core.clock

ACTS = [
    ("initial", "first certification"),
    ("promotion", "promotion to certified"),
    ("renewal", "renewal"),
    ("senior", "advancement to senior"),
    ("correction", "correction"),
]
KINDS = [
    ("attendance", "Attendance"),
    ("post_test", "Post-test"),
    ("teach_back", "Teach-back"),
    ("roll_out_plan", "Roll-out plan confirmed"),
    ("co_delivery", "First delivery together with a certified trainer"),
    ("deliveries", "Deliveries in a period"),
    ("deliveries_since", "Deliveries since this certificate began"),
    ("refresher", "Refresher completed"),
    ("months_held", "Time as a certified trainer"),
]
AIMS = [
    ("any", "any trainer certificate"),
    ("certified", "the certified level"),
    ("renewal", "renewal"),
    ("senior", "the senior level"),
]


def rows_of(scheme) -> list[tuple[str, str, int]]:
    """What the scheme's columns asked for: (aim, kind, threshold). A promotion always asked for one co-delivery."""
    return [
        ("any", "attendance", scheme.attendance_percent),
        ("any", "post_test", scheme.pass_mark_percent),
        ("any", "teach_back", scheme.assessors),
        ("certified", "co_delivery", 1),
    ]


def copy_thresholds(apps, schema_editor) -> None:
    """The first version of every scheme, with the thresholds of its columns; and the decisions point at it.

    Nothing asked for renewal before, so the first version offers none: the office adopts a second when it wants to.
    """
    model = lambda name: apps.get_model("certification", name)  # noqa: E731
    for scheme in model("Scheme").objects.order_by("pk"):
        version = model("SchemeVersion").objects.create(
            scheme=scheme, number=1, provisional_first=scheme.provisional_first, adopted_at=scheme.created_at,
            validity_months=scheme.validity_months, provisional_months=scheme.provisional_months,
        )  # fmt: skip
        for aim, kind, threshold in rows_of(scheme):
            model("SchemeRequirement").objects.create(version=version, aim=aim, kind=kind, threshold=threshold)
        decided = model("Decision").objects.filter(scheme=scheme)
        decided.update(version=version, decided_at=models.F("created_at"))
    settle(schema_editor)


def name_promotions(apps, schema_editor) -> None:
    """A certificate under the same decision as the one it replaces was issued by promotion."""
    certificates = apps.get_model("certification", "Certificate").objects
    later = certificates.filter(decision__isnull=False, replaces__decision=models.F("decision"))
    for pk in later.values_list("pk", flat=True):
        certificates.filter(pk=pk).update(act="promotion")
    settle(schema_editor)


def settle(schema_editor) -> None:
    """PostgreSQL changes no table while checks of its rows are put off to the end."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0002_languages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SchemeVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("provisional_first", models.BooleanField(
                    verbose_name="provisional until the certified level's requirements are met")),
                ("validity_months", models.PositiveSmallIntegerField(default=36, verbose_name="valid for, months")),
                ("provisional_months", models.PositiveSmallIntegerField(
                    default=12, verbose_name="provisional for, months")),
                ("renewal_opens_months", models.PositiveSmallIntegerField(
                    default=6, verbose_name="renewal opens before the end, months")),
                ("grace_months", models.PositiveSmallIntegerField(
                    default=3, verbose_name="renewable after the end, months")),
                ("note", models.TextField(blank=True, verbose_name="what changed, and why")),
                ("adopted_at", models.DateTimeField(default=lms.core.clock.now, verbose_name="adopted")),
                ("adopted_by", models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                    to=settings.AUTH_USER_MODEL)),
                ("scheme", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="certification.scheme")),
            ],
            options={
                "verbose_name": "version of a scheme",
                "verbose_name_plural": "versions of schemes",
                "ordering": ["scheme", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "number"), name="scheme_version_once"),
                    models.CheckConstraint(
                        condition=Q(("provisional_months__gte", 1), ("validity_months__gte", 1)),
                        name="scheme_version_lasts",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="scheme", name="scheme_shares_fit"),
        migrations.RemoveConstraint(model_name="scheme", name="scheme_asks_for_two_assessors"),
        migrations.CreateModel(
            name="SchemeRequirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("aim", models.CharField(choices=AIMS, max_length=10, verbose_name="asked for")),
                ("kind", models.CharField(choices=KINDS, max_length=20, verbose_name="requirement")),
                ("threshold", models.PositiveSmallIntegerField(verbose_name="at least")),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="in the last, months")),
                ("version", models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="requirements",
                    to="certification.schemeversion")),
            ],
            options={
                "verbose_name": "requirement of a scheme",
                "verbose_name_plural": "requirements of schemes",
                "ordering": ["version", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "aim", "kind"), name="scheme_requirement_once"),
                    models.CheckConstraint(
                        condition=Q(("kind__in", ("attendance", "post_test")), _negated=True)
                        | Q(("threshold__lte", 100)),
                        name="scheme_shares_fit",
                    ),
                    models.CheckConstraint(
                        condition=Q(("kind", "teach_back"), _negated=True) | Q(("threshold__gte", 2)),
                        name="scheme_asks_for_two_assessors",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("kind__in", ("deliveries", "refresher")), ("months__gte", 1), ("months__isnull", False)
                        )
                        | (Q(("kind__in", ("deliveries", "refresher")), _negated=True) & Q(("months", None))),
                        name="scheme_requirement_has_its_period",
                    ),
                ],
            },
        ),
        migrations.AddField(
            "decision", "version",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="decisions",
                to="certification.schemeversion"),
        ),
        migrations.AddField(
            "decision", "decided_at", models.DateTimeField(default=lms.core.clock.now, verbose_name="decided")
        ),
        migrations.RunPython(copy_thresholds, migrations.RunPython.noop),
        migrations.AlterField(
            "decision", "version",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="decisions",
                to="certification.schemeversion"),
        ),
        migrations.AddField(
            "certificate", "act",
            models.CharField(choices=ACTS, default="initial", max_length=10, verbose_name="issued as"),
        ),
        migrations.AddField("certificate", "act_reason", models.TextField(blank=True, verbose_name="why", default="")),
        migrations.RunPython(name_promotions, migrations.RunPython.noop),
        migrations.AlterField("certificate", "act_reason", models.TextField(blank=True, verbose_name="why")),
        migrations.AlterField(
            "scheme", "curriculum",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="schemes", to="curricula.curriculum",
                verbose_name="curriculum"),
        ),
        *(
            migrations.RemoveField("scheme", name)
            for name in (
                "attendance_percent", "pass_mark_percent", "assessors", "provisional_first", "validity_months",
                "provisional_months",
            )
        ),
    ]
