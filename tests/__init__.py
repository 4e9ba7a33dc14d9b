"""Tests of the whole: the book of specifications, agreement, journeys and the walls."""
