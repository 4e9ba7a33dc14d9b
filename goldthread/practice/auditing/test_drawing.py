"""The draw for audit gives every child the same chance and every stratum its share, and can be repeated."""

from __future__ import annotations

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.practice.auditing.drawing import Drawable, draw

pools = st.lists(st.integers(1, 40), min_size=1, max_size=6).map(
    lambda sizes: [
        Drawable(stratum * 100 + place, f"stratum {stratum}")
        for stratum, size in enumerate(sizes)
        for place in range(size)
    ]
)


@settings(max_examples=50, deadline=None)
@given(pools, st.integers(1, 60), st.text(max_size=6))
def test_each_stratum_has_its_share_and_nobody_is_drawn_twice(pool, size, seed):
    drawn = draw(pool, size, seed)
    assert len(drawn) == len(set(drawn)) == min(size, len(pool))
    counts = Counter(each.stratum for each in drawn)
    for stratum, many in Counter(each.stratum for each in pool).items():
        share = min(size, len(pool)) * many / len(pool)
        assert math.floor(share) <= counts[stratum] <= math.ceil(share)
    assert draw(list(reversed(pool)), size, seed) == drawn


def test_every_child_has_the_same_chance():
    pool = [Drawable(child, "large" if child < 24 else "small") for child in range(30)]
    counts = Counter(each.child for seed in range(3_000) for each in draw(pool, 5, str(seed)))
    assert min(counts.values()) > 400  # 500 are expected of each
    assert max(counts.values()) < 600
