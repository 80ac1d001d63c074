"""What tests do in a browser."""

from urllib.parse import unquote

import pytest

HOSTILE = "<script>window.pwned=1</script><img src=x onerror='window.pwned=1'>"


def wait(page, truth):
    """Wait for an expression to come true, without the eval that the page forbids."""
    for _ in range(100):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {truth}")


def count_shown(page):
    return page.locator(".row:not([hidden])").count()


def find_hash(page):
    return unquote(page.url.partition("#")[2])
