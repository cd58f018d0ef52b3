"""What may be kept and said of a key, a password and an address that holds one."""

from __future__ import annotations

import pytest

from eventx.model import secrets

ADDRESSES = {
    "nothing to strip": ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
    "user and password": ("https://ann:hunter22@llm.example.org/v1", "https://llm.example.org/v1"),
    "a token as the user": ("https://0123456789abcdef@llm.example.org/v1", "https://llm.example.org/v1"),
    "an @ in the password": ("https://ann:hun@ter@llm.example.org/v1", "https://llm.example.org/v1"),
    "a key in the query": ("https://llm.example.org/v1?key=hunter22", "https://llm.example.org/v1?key"),
    "values of any name": (
        "https://llm.example.org/v1?api-version=2024-06-01&code=hunter22",
        "https://llm.example.org/v1?api-version&code",
    ),
    "a query that is the key": ("https://llm.example.org/v1?hunter22", "https://llm.example.org/v1"),
    "a fragment": ("https://llm.example.org/v1#hunter22", "https://llm.example.org/v1"),
    "a key in the path": (
        "https://llm.example.org/sk-0123456789abcdef/v1",
        "https://llm.example.org/[key]/v1",
    ),
    "an address of version 6": ("http://ann:hunter22@[::1]:8080/v1", "http://[::1]:8080/v1"),
    "without a scheme": ("ann:hunter22@llm.example.org/v1", "[no web address]"),
    "a broken one": ("https://ann:hunter22@[llm/v1", "[no web address]"),
    "no host": ("https://ann:hunter22@/v1", "[no web address]"),
    "space around it": (" https://ann:hunter22@llm.example.org/v1\n", "https://llm.example.org/v1"),
}


@pytest.mark.parametrize(("url", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_kept_without_what_opens_it(url: str, expected: str) -> None:
    assert expected == secrets.stripped(url)
