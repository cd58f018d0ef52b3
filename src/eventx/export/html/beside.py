"""What the checks say: in one list, and beside what they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from eventx.export.html.names import spoken_of
from eventx.export.html.safe import text
from eventx.schema import Extraction, Finding

# A finding's sign; the gravest first.
SIGNS = {"error": "✗", "warning": "!", "info": "·"}

Beside = Mapping[str, str]
"""The findings on each thing, for the page, by the thing's name."""


def beside(extraction: Extraction, article: str) -> Beside:
    """Return what is to stand beside each thing that a finding speaks of."""
    found: dict[str, str] = defaultdict(str)
    for number, finding in _ordered(extraction):
        found[spoken_of(finding, extraction)] += (
            f'<p class="finding {finding.severity}">{_sign(finding)} {text(finding.message)} '
            f'<a class="code" href="#{article}x{number}">{text(finding.code)}</a></p>'
        )
    return found


def listed(extraction: Extraction, article: str) -> str:
    """Return all findings of an extraction, the gravest first, each a link to what it speaks of."""
    if not extraction.findings:
        return '<p class="checks none">✓ The checks found nothing to question.</p>'
    rows = [
        f'<li id="{article}x{number}" class="{finding.severity}">{_sign(finding)} '
        f'<a href="#{article}{spoken_of(finding, extraction)}">{text(finding.message)}</a> '
        f"<code>{text(finding.code)}</code></li>"
        for number, finding in _ordered(extraction)
    ]
    return f'<section class="checks"><h3>The checks</h3><ul>{"".join(rows)}</ul></section>'


def _ordered(extraction: Extraction) -> list[tuple[int, Finding]]:
    return sorted(enumerate(extraction.findings), key=lambda each: list(SIGNS).index(each[1].severity))


def _sign(finding: Finding) -> str:
    return f'<b class="sign" role="img" aria-label="{finding.severity}">{SIGNS[finding.severity]}</b>'
