"""What all tests of values share."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _loaded():
    """Load what is loaded on first use, so that no property is timed with it."""
    from babel.dates import format_date
    from babel.numbers import format_decimal
    from dateutil import relativedelta, rrule
    from holidays import country_holidays

    return format_date, format_decimal, relativedelta, rrule, country_holidays("VN", years=2026)
