"""When a change in a figure is a signal, and when it is usual variation.

Each figure is a single value a month. From a baseline of months come the mean, and the natural process limits at 2.66 times the
mean moving range on either side; a moving range is how far a month lies from the one before, and its own limit is 3.27 times
the mean. Three rules tell a signal: a point *outside* the limits; *eight* points in a row on one side of the mean; three of
four points in a row *near* a limit, which is nearer to it than to the mean, on the same side. The rules are those of D. J.
Wheeler. Examples called published have the values and limits that are printed there.
"""


def test_a_published_example_of_the_nist_handbook(charted):
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches. Printed: 50.81, 45.82 and 55.80."""
    charted(
        "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1",
        baselines="1 to 10",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 50.81 | 45.82 | 55.80 | 1.8778     |
        """,
    )


def test_a_published_example_of_the_sas_manual(charted):
    """SAS/QC 9.22 User's Guide, example 9.4: belts of thirty tyres. Printed: 23.857 and 24.160 around 24.0083, range 0.056897."""
    charted(
        "24.05 23.99 23.95 23.93 23.97 24.02 24.06 24.10 23.98 24.03 23.91 24.06 24.06 23.96 23.98 "
        "24.06 24.01 24.00 23.93 23.92 24.09 24.11 24.05 23.98 23.98 24.06 24.02 24.06 23.97 23.96",
        baselines="1 to 30",
        limits="""
            from | mean    | lower  | upper  | mean range | range limit
            1    | 24.0083 | 23.857 | 24.160 | 0.056897   | 0.186
        """,
    )


def test_a_published_set_of_values_by_which_software_is_checked(charted):
    """Wheeler, Making Sense of Data (2003), page 382: sixteen values, of which the last lies above the limit."""
    charted(
        "5045 4350 4350 3975 4290 4430 4485 4285 3980 3925 3645 3760 3300 3685 3463 5200",
        baselines="1 to 16",
        limits="""
            from | mean    | lower   | upper   | mean range | range limit
            1    | 4135.50 | 3188.72 | 5082.28 | 355.93     |
        """,
        expect="""
            rule    | way | points | known at | meaning
            outside | up  | 16     | 16       | neither
        """,
    )


def test_a_published_example_with_one_far_out(charted):
    """NHSRplotthedots, Deviations from Excel defaults, as the NHS England tool has it. Printed: 1.94, -3.06 and 6.95."""
    charted(
        "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1",
        limits="""
            from | mean | lower | upper | mean range | range limit
            1    | 1.94 | -3.06 | 6.95  |            |
        """,
        expect="""
            rule    | way | points | known at | meaning
            outside | up  | 5      | 5        | neither
        """,
    )


def test_a_published_year_judged_by_the_limits_of_the_year_before(charted):
    """Making Sense of Data, table 9.1: accidents. By the first group's limits, 25.6 to 43.9, four of the second are too few."""
    charted(
        "43 40 37 33 30 33 34 35 29 33 31 39 35 37 33 32 27 29 31 22 25 30 24 19",
        baselines="1 to 12",
        better="lower",
        limits="""
            from | mean | lower | upper | mean range | range limit
            1    | 34.8 | 25.6  | 43.9  |            |
        """,
        expect="""
            rule    | way  | points                        | known at | meaning
            outside | down | 20 21                         | 20       | improvement
            near    | down | 17 18 20 21 22 23 24          | 20       | improvement
            eight   | down | 15 16 17 18 19 20 21 22 23 24 | 22       | improvement
            outside | down | 23 24                         | 23       | improvement
        """,
    )


def test_a_published_run_of_eight_on_one_side_of_the_mean(charted):
    """Making Sense of Data, table 8.1: smoking. The run from the seventh value on is the signal the book finds."""
    charted(
        "21.3 20.2 20.9 21.0 18.8 19.6 18.7 18.6 18.1 18.9 19.2 18.2 17.3 19.0",
        baselines="1 to 14",
        better="lower",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 19.27 |       |       |            |
        """,
        expect="""
            rule    | way  | points               | known at | meaning
            near    | up   | 1 3 4                | 4        | concern
            eight   | down | 7 8 9 10 11 12 13 14 | 14       | improvement
        """,
    )


def test_a_published_four_near_the_upper_limit(charted):
    """Making Sense of Data, page 130, figure 9.9: peak flow in the morning. Four nearer to the limit, 322, than to the mean."""
    charted(
        "120 140 100 150 260 150 100 120 300 300 275 300 140 170 150 150 190 180",
        baselines="1 to 18",
        better="higher",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 183.1 | 43.8  | 322.3 | 52.4       | 171.2
        """,
        expect="""
            rule | way | points     | known at | meaning
            near | up  | 9 10 11 12 | 11       | improvement
        """,
    )


def test_the_same_change_is_an_improvement_or_a_concern_by_which_way_is_better(charted):
    """Where neither way is better it is a signal all the same."""
    charted(
        "10 12 10 12 10 12 10 12 10 12 10 12 30",
        baselines="1 to 12",
        better="lower",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 11.00 | 5.68  | 16.32 | 2.00       | 6.54
        """,
        expect="""
            rule    | way | points | known at | meaning
            outside | up  | 13     | 13       | concern
        """,
    )


def test_limits_stay_where_they_are_until_somebody_decides_otherwise(charted):
    """The level rose in the 13th month. By the first baseline every month since is a signal; by the second only the change is."""
    charted(
        "10 12 10 12 10 12 10 12 10 12 10 12 30 32 30 32 30 32 30 32 30 32 30 32",
        baselines="1 to 12, 15 to 24",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 11.00 | 5.68  | 16.32 | 2.00       | 6.54
            15   | 31.00 | 25.68 | 36.32 | 2.00       | 6.54
        """,
        expect="""
            rule    | way | points | known at | meaning
            outside | up  | 13 14  | 13       | neither
        """,
    )


def test_what_the_unit_does_not_allow_is_no_limit(charted):
    """A share is 100 per cent at most: the limit is drawn there, and a month at 100 is neither outside nor near a limit."""
    charted(
        "98 100 99 94 100 96 100 97 100 95 100 99",
        bounds=(0, 100),
        limits="""
            from | mean  | lower | upper  | mean range | range limit
            1    | 98.17 | 88.74 | 100.00 | 3.55       | 11.59
        """,
    )


def test_a_month_without_a_value_is_passed_over(charted):
    """No range is taken across it, and the eight in a row go on after it."""
    charted(
        "10 12 10 12 10 12 10 12 10 12 10 12 12 12 - 12 12 12 12 12",
        baselines="1 to 12",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 11.00 | 5.68  | 16.32 | 2.00       | 6.54
        """,
        expect="""
            rule  | way | points                  | known at | meaning
            eight | up  | 12 13 14 16 17 18 19 20 | 20       | neither
        """,
    )


def test_few_in_a_month_swing_by_chance_and_are_no_signal(charted):
    """Half of about forty as a rule. Nought of six lies outside the usual limits, and inside what chance alone gives of six."""
    charted(
        "20/40 21/40 19/40 20/40 21/40 19/40 20/40 21/40 19/40 20/40 21/40 19/40 0/6",
        baselines="1 to 12",
        bounds=(0, 100),
        better="higher",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 50.00 | 40.93 | 59.07 | 3.41       | 11.15
        """,
    )


def test_none_of_many_is_a_signal(charted):
    """The same month with nought of sixty."""
    charted(
        "20/40 21/40 19/40 20/40 21/40 19/40 20/40 21/40 19/40 20/40 21/40 19/40 0/60",
        baselines="1 to 12",
        bounds=(0, 100),
        better="higher",
        limits="""
            from | mean  | lower | upper | mean range | range limit
            1    | 50.00 | 40.93 | 59.07 | 3.41       | 11.15
        """,
        expect="""
            rule    | way  | points | known at | meaning
            outside | down | 13     | 13       | concern
        """,
    )
