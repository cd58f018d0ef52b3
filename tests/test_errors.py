"""The errors eventx raises: one tree, so that one `except` catches them all."""

from __future__ import annotations

import pickle

import pytest

from eventx import EventxError, ModelError, ReplyInvalid, errors
from eventx.schema import Finding

FINDING = Finding(code="reply-invalid", severity="error", path="", message="events is missing")


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_an_eventx_error(name: str) -> None:
    assert issubclass(getattr(errors, name), EventxError)


@pytest.mark.parametrize(
    ("name", "is_model_error"),
    [("ModelError", True), ("ReplyInvalid", True), ("ModelUnavailable", False), ("InputError", False)],
)
def test_a_model_error_is_one_of_a_model_that_was_reached(name: str, is_model_error: bool) -> None:
    assert issubclass(getattr(errors, name), ModelError) == is_model_error


def test_an_invalid_reply_carries_what_was_wrong_through_a_process_border() -> None:
    error = pickle.loads(pickle.dumps(ReplyInvalid("no usable reply", (FINDING,))))
    assert (str(error), error.findings) == ("no usable reply", (FINDING,))


def test_an_invalid_reply_may_have_no_findings() -> None:
    assert ReplyInvalid("no usable reply").findings == ()
