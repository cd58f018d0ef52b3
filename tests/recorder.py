"""A casualty recorder's codebook: the example of `docs/codebook.md`, so that what it shows is what runs."""

from __future__ import annotations

import re
from pathlib import Path

from eventx import codebook

GUIDE = (Path(__file__).parents[1] / "docs/codebook.md").read_text(encoding="utf-8")
(SOURCE,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
RECORDER = codebook.parse(SOURCE.encode(), "docs/codebook.md")
