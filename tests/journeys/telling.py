"""How a journey says where it is told."""

from __future__ import annotations

import pytest

from tests.journeys.journey import Device


def told_on(*devices: Device) -> pytest.MarkDecorator:
    """Once at each of the devices."""
    return pytest.mark.parametrize("device", devices, indirect=True, ids=str)
