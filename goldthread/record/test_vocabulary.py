"""Every model says just what the vocabulary says: the same tables, columns, types, gaps and sentences."""

import pytest
from django.db import models

from goldthread.record.models import TABLE_NAMES, CodeField, Recorded, model_of
from goldthread.record.recorded import spoken
from goldthread.vocabulary import COMMON_COLUMNS, TABLES, Column

TYPES = {
    "key": models.BigAutoField,
    "ref": models.ForeignKey,
    "text": models.TextField,
    "code": CodeField,
    "day": models.DateField,
    "instant": models.DateTimeField,
    "flag": models.BooleanField,
    "number": models.IntegerField,
    "decimal": models.DecimalField,
    "json": models.JSONField,
}
ALLOWED = {  # random numbers, text to whoever reads them
    "children.public_id": models.UUIDField,
    "carer_households.public_id": models.UUIDField,
    "supervision_sessions.public_id": models.UUIDField,
}
ELSEWHERE = {
    "sources": "Source",
    "accounts": "Account",
}  # what the vocabulary points at and does not describe


def one_line(sentence: str | None) -> str:
    return " ".join((sentence or "").split())


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_a_model_with_its_columns_and_no_others(table):
    model = model_of(table)
    assert issubclass(model, Recorded)
    assert TABLE_NAMES[model.__name__] == table
    assert one_line(model.__doc__) == one_line(TABLES[table].__doc__)
    assert {field.name for field in model._meta.fields} == set(TABLES[table].columns())


@pytest.mark.parametrize("table", TABLES)
def test_each_column_has_its_type_and_may_be_missing_where_the_vocabulary_says_so(table):
    wrong = []
    for name, column in TABLES[table].columns().items():
        field = model_of(table)._meta.get_field(name)
        if type(field) is not ALLOWED.get(f"{table}.{name}", TYPES[column.kind]):
            wrong.append(f"{table}.{name} is a {type(field).__name__}; the vocabulary says {column.kind}")
        if field.null != column.null:
            wrong.append(f"{table}.{name} null={field.null}; the vocabulary says {column.null}")
        if column.kind == "ref":
            target = ELSEWHERE.get(column.to) or TABLES[column.to].__name__
            if field.related_model.__name__ != target or field.column != f"{name}_id":
                wrong.append(f"{table}.{name} points at {field.related_model.__name__}, not {target}")
        if column.kind == "code" and field.codes != column.codes:
            wrong.append(f"{table}.{name} takes {field.codes!r}; the vocabulary says {column.codes!r}")
    assert wrong == []


@pytest.mark.parametrize("table", TABLES)
def test_each_column_is_explained_in_the_vocabularys_sentence(table):
    own: dict[str, Column] = TABLES[table].columns()
    said = {name: model_of(table)._meta.get_field(name).help_text for name in own if name != "id"}
    assert said == {name: column.sentence for name, column in own.items() if name != "id"}


def test_every_model_of_a_table_is_in_the_vocabulary():
    described = {model.__name__ for model in Recorded.__subclasses__() if not model._meta.abstract}
    assert described == set(TABLE_NAMES)
    assert set(COMMON_COLUMNS) == {"id"} | {field.name for field in Recorded._meta.fields}


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("SCHOOLS", "schools"),
        ("LA SERVICES – early help", "LA services – early help"),
        (
            "HEALTH SERVICES – A&E (accident and emergency department)",
            "health services – A&E (accident and emergency department)",
        ),
        ("Neglect", "Neglect"),
        ("UASC: concerns", "UASC: concerns"),
    ],
)
def test_a_label_is_said_and_not_shouted(label, said):
    assert spoken(label) == said
