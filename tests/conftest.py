"""What the tests of several files share."""

from collections.abc import Iterator

import pytest
from browsing import chromium, playwright_api


@pytest.fixture(scope="session")
def browser() -> Iterator["playwright_api.Browser"]:
    """One headless Chromium for all tests."""
    with chromium() as opened:
        yield opened
