"""`python -m eventx` is `eventx`."""

from __future__ import annotations

import sys

from eventx.cli import main

if __name__ == "__main__":
    sys.exit(main())
