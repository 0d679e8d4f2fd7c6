"""The addresses within an edition of the pages with the site's readings of it; they never change."""

MEASURES, COVERAGE, REGISTER = "maatregelen/", "avg-28/", "avg-30/"
