"""What tests of imports compare: every row of the record and of its history, before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from goldthread.vocabulary import TABLES

Dump = dict[str, set[str]]


@pytest.fixture
def dump() -> Callable[[], Dump]:
    """Every row of the vocabulary's tables and of their history, by model."""

    def take() -> Dump:
        models = [apps.get_model("record", table.__name__) for table in TABLES.values()]
        both = [*models, *(model.history.model for model in models)]
        return {model._meta.label: set(map(str, model.objects.values_list().iterator())) for model in both}

    return take


@pytest.fixture
def differences(dump: Callable[[], Dump]) -> Callable[[Dump], dict[str, int]]:
    """How many rows are not as in an earlier dump, by model: a changed row counts twice, before and after."""

    def compare(before: Dump) -> dict[str, int]:
        after: dict[str, Any] = dump()
        return {label: len(before[label] ^ after[label]) for label in after if before[label] != after[label]}

    return compare
