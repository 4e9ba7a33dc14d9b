"""The made-up authority in the record: loaded in bulk, and a sample told through the deeds, to the same effect."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from goldthread.practice.gates import GATES
from goldthread.record.models import Account, Child, Due, Team, model_of
from goldthread.synthetic.accounts import make_missing_sign_ins, with_the_known_password
from goldthread.synthetic.authority import build_demonstration, generate
from goldthread.synthetic.loading import load_tables
from goldthread.synthetic.sign_ins import PASSWORD, SIGN_INS
from goldthread.synthetic.through_actions import LEFT_OUT, sample, tell
from goldthread.vocabulary import TABLES, Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _as_at(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def silently(_said):
    pass


def plainly(value):
    return float(value) if isinstance(value, Decimal) else value


def told_rows(table, became):
    """The rows of a table of the record, each reference as the sample numbers it."""
    columns = {name: kind for name, kind in TABLES[table].columns().items() if name not in LEFT_OUT}
    was = {to: {row.pk: old for old, row in rows.items()} for to, rows in became.items()}
    rows = Counter()
    of_gates = GATES.values() if table == "decisions" else ()
    for row in model_of(table).objects.all():
        if of_gates and row.question in of_gates and row.pk not in was[table]:
            continue  # a gate writes its decision by itself; the made-up authority decides in words of its own
        values = []
        for name, kind in columns.items():
            if kind.kind == "ref":
                values.append(was[kind.to].get(getattr(row, f"{name}_id")))
            else:
                values.append(plainly(getattr(row, name)))
        rows[tuple(values)] += 1
    return rows


def made_rows(table, frame):
    kept = [name for name in TABLES[table].columns() if name not in LEFT_OUT]
    return Counter(frame.select(kept).iter_rows())


OFTEN = ("visits", "supervisions", "carer_checks", "health_checks", "education_plans")
"""Tables of many rows alike, to which no other row refers, each told by one deed."""


def every_fourth(tables):
    """The tables with a quarter of what is written often, spread over all children and years: `--all` tells it whole."""
    return tables | {name: tables[name].gather_every(4) for name in OFTEN}


@pytest.mark.once  # every deed is done on both databases in goldthread/practice/recording
@pytest.mark.parametrize(
    ("children", "of", "thinned"),
    [(6, 150, every_fourth), pytest.param(300, 1_500, dict, marks=pytest.mark.long)],
)
def test_a_sample_told_through_the_deeds_gives_an_equal_record(children, of, thinned):
    tables = thinned(sample(generate(children=of), children))
    assert min(tables[name].height for name in OFTEN) > 10
    by = Account.objects.create(username="recorder", role="director")
    telling = tell(tables, by)
    assert Child.objects.count() >= children
    for table in TABLES:
        told, made = told_rows(table, telling.became), made_rows(table, tables[table])
        assert told - made == Counter(), table
        assert made - told == Counter(), table


def test_what_is_loaded_is_what_was_made():
    tables = generate(seed=5, children=60)
    load_tables(tables)
    itself = {to: {row.pk: row for row in model_of(to).objects.all()} for to in TABLES}
    for table in TABLES:
        assert told_rows(table, itself) == made_rows(table, tables[table]), table
    Team.objects.create(name="A ninth")  # numbering goes on above what was loaded


def test_the_demonstration_has_sign_ins_knows_what_is_due_and_again_changes_nothing(client):
    build_demonstration(seed=5, children=60, progress=silently)
    assert {account.username for account in Account.objects.all()} == {each.username for each in SIGN_INS}
    assert Account.objects.get(username="manager").worker.posts.filter(team__name="Long-term 2").exists()
    assert client.login(username="worker", password=PASSWORD)
    assert Due.objects.exists()
    before = Child.objects.count()
    build_demonstration(seed=5, children=60, progress=silently)
    assert Child.objects.count() == before


def test_made_up_children_are_not_mixed_with_others():
    Child.objects.create(given_name="Ava", family_name="Marsh")
    with pytest.raises(Fault, match="Name an empty database"):
        build_demonstration(seed=5, children=60, progress=silently)
    assert Child.objects.count() == 1


@pytest.mark.once
def test_sign_ins_are_made_where_files_were_imported_first_and_found_again_by_the_demonstration(client):
    make_missing_sign_ins()
    assert client.login(username="manager", password=PASSWORD)
    assert Account.objects.get(username="manager").worker is None
    build_demonstration(seed=5, children=60, progress=silently)
    assert Account.objects.get(username="manager").worker.posts.filter(team__name="Long-term 2").exists()


def test_what_somebody_changed_about_a_sign_in_stays():
    make_missing_sign_ins()
    manager = Account.objects.get(username="manager")
    manager.set_password("a longer one of her own")
    manager.save()
    make_missing_sign_ins()
    assert Account.objects.count() == len(SIGN_INS)
    assert with_the_known_password() == sorted({each.username for each in SIGN_INS} - {"manager"})
