"""How a journey says where it is told."""

from __future__ import annotations

import pytest

from tests.journeys.journey import Device


def told_on(*devices: Device) -> pytest.MarkDecorator:
    """Once at each of the devices; on PostgreSQL at the first alone, for all ask it the same."""
    others = (pytest.param(device, marks=pytest.mark.once) for device in devices[1:])
    return pytest.mark.parametrize("device", [devices[0], *others], indirect=True, ids=str)
