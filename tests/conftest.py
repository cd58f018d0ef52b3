"""No test sees the settings, keys and models of whoever runs it.

Tests that ask the embedded model are skipped, unless one is lent to them on purpose:
`EVENTX_TEST_GGUF=FILE pytest tests/test_demo.py tests/test_local_server.py`.
"""

from __future__ import annotations

import os
import tempfile

_LENT = "EVENTX_TEST_GGUF"
_no_models = tempfile.TemporaryDirectory(prefix="eventx-tests-")

# Now and not in a fixture: which tests are skipped is decided while they are collected.
for _name in list(os.environ):
    if _name.startswith(("EVENTX_", "OPENAI_", "ANTHROPIC_")) and _name != _LENT:
        del os.environ[_name]
os.environ["EVENTX_CACHE"] = _no_models.name
if _LENT in os.environ:
    os.environ["EVENTX_GGUF"] = os.environ[_LENT]
