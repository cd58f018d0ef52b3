"""The seed through the command and the embedded model, as `make demo` runs it: asked live, in a minute."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from eventx import Extraction
from eventx.local import store
from eventx.score import score
from recorded import ROOT, truth_of

needs_model = pytest.mark.skipif(
    find_spec("xllamacpp") is None or not store.installed(),
    reason="needs eventx[local] and EVENTX_TEST_GGUF, the path of a model file",
)


@needs_model
def test_the_embedded_model_gets_every_figure_of_the_seed_right() -> None:
    eventx = Path(sys.executable).with_name("eventx")
    command = [eventx, "extract", ROOT / "seeds/idlib-clashes.txt", "--published", "2023-08-28"]
    ran = subprocess.run(
        [*command, "--model", "local", "--format", "json"], stdout=subprocess.PIPE, timeout=600, check=True
    )
    made = score(Extraction.model_validate_json(ran.stdout), truth_of("idlib-clashes"))
    assert (made.casualties_right, made.casualties_in_truth, made.casualties_reported) == (5, 5, 5)
    assert (made.events_right, made.events_missed, made.events_invented, made.killed) == (1, 0, 0, 1)
