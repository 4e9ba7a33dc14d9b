"""The workforce census, in the shape of 2022 and of 2025."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

HEADER = (
    "<Header><CollectionDetails><Collection>CSWW</Collection><Year>2024</Year><ReferenceDate>2024-09-30</ReferenceDate>"
    "</CollectionDetails><Source><LEA>301</LEA></Source></Header>"
)
WORKER = """<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>{number}</SWENo><FTE>{fte}</FTE>
<PersonBirthDate>{born}</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity><QualLevel>1</QualLevel><StepUpGrad>1</StepUpGrad>
<OrgRole>5</OrgRole><RoleStartDate>2020-01-06</RoleStartDate>{more}<Cases30>14</Cases30></CSWWWorker>"""


def worker(number="SW0000000001", fte="0.8", born="1980-05-06", more=""):
    return WORKER.format(number=number, fte=fte, born=born, more=more)


@pytest.fixture
def census(tmp_path, read):
    def written(level: str, workers: str):
        path = tmp_path / "x"
        path.write_text(f"<Message>{HEADER}{level}{workers}</Message>")
        return read(path)

    return written


LEVEL = "<{0}><NumberOfVacancies>7.5</NumberOfVacancies><NoAgencyFTE>3</NoAgencyFTE></{0}>"


@pytest.mark.parametrize(("level", "around"), [("LALevelVacancies", ""), ("LALevel", "CSWWWorkers")])
def test_both_shapes_give_vacancies_workers_and_posts(census, level, around):
    workers = worker() + worker("SW0000000002")
    found = census(LEVEL.format(level), f"<{around}>{workers}</{around}>" if around else workers)
    assert not found.rejections
    assert found.read == {"LALevel": 1, "CSWWWorker": 2}
    assert found.reading.period[1] == date(2024, 9, 30)
    assert found.rows("vacancy_counts")[0].values["vacancies"] == Decimal("7.5")
    assert not any(bundle.is_child for bundle in found.bundles)
    post = found.rows("posts")[0]
    assert (post.values["full_time"], post.values["cases"], post.values["agency"]) == (
        Decimal("0.8"),
        14,
        False,
    )
    assert post.refs["worker"].values["registration"] == "SW0000000001"


def test_what_cannot_be_is_held_back_or_left_out(census):
    found = census(
        "",
        worker(fte="1.8")
        + worker("SW0000000002", more="<RoleEndDate>2019-01-01</RoleEndDate>")
        + worker("")
        + worker(born="1981-05-06")
        + worker("SW0000000003", more="<StartOrigin>77</StartOrigin>"),
    )
    assert found.read["CSWWWorker"] == 5
    said = [(one.column, one.whole_record) for one in found.rejections]
    assert sorted(said) == [
        ("FTE", False), ("PersonBirthDate", True), ("RoleEndDate", True), ("SWENo", True), ("StartOrigin", False)
    ]  # fmt: skip
    assert len(found.rows("workers")) == 2
