"""All events of a page at once: the words that filters offer, a timeline, and a map of the places.

What is kept grows with the days and places, and not with the articles.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from eventx.export.html.event import sides
from eventx.export.html.safe import text
from eventx.export.said import spot
from eventx.schema import Extraction

_WIDTH, _HEIGHT = 720, 300
_BARS = 100
_LABELS = 14


@dataclass
class Overview:
    """What is known of the articles so far."""

    days: Counter[date] = field(default_factory=Counter)
    places: Counter[tuple[float, float, str]] = field(default_factory=Counter)
    first: dict[tuple[float, float, str], str] = field(default_factory=dict)
    offered: dict[str, dict[str, None]] = field(
        default_factory=lambda: {"codes": {}, "places": {}, "sides": {}}
    )

    def add(self, extraction: Extraction, article: str) -> None:
        """Count the events of one more article."""
        self.offered["codes"].update(dict.fromkeys(each.code for each in extraction.findings))
        for number, event in enumerate(extraction.events):
            self.offered["sides"].update(dict.fromkeys(sides(event)))
            if event.when and event.when.start:
                self.days[event.when.start] += 1
            if event.where is None:
                continue
            where = event.where
            self.offered["places"][spot(where).partition(" (")[0]] = None
            if where.latitude is not None and where.longitude is not None:
                # A village that stands for its province is shown as the province: the point is no village's.
                names = {"admin1": where.admin1, "admin2": where.admin2, "country": where.country}
                name = names.get(where.precision) or where.text
                point = (where.latitude, where.longitude, name)
                self.places[point] += 1
                self.first.setdefault(point, f"{article}e{number}")

    def drawn(self) -> str:
        """Return the timeline and the map, each only where it has two things to compare; "" for neither."""
        drawings = self._timeline() + self._map()
        if not drawings:
            return ""
        return f'<section class="overview" id="overview"><h2>When and where</h2>{drawings}</section>'

    def lists(self) -> str:
        """Return what the fields of the filters offer."""
        return "".join(
            f'<datalist id="{name}">'
            + "".join(f'<option value="{text(each)}">' for each in sorted(values))
            + "</datalist>"
            for name, values in self.offered.items()
        )

    def _timeline(self) -> str:
        if len(self.days) < 2:
            return ""
        first, last = min(self.days), max(self.days)
        step = -(-((last - first).days + 1) // _BARS)
        bars: Counter[int] = Counter()
        for day, number in self.days.items():
            bars[(day - first).days // step] += number
        most, slots = max(bars.values()), (last - first).days // step + 1
        width = _WIDTH / slots
        shapes = []
        for slot, number in sorted(bars.items()):
            height = 90 * number / most
            begin = first + timedelta(days=slot * step)
            label = f"{begin}" if step == 1 else f"{begin} to {begin + timedelta(days=step - 1)}"
            shapes.append(
                f'<rect x="{slot * width + width * 0.1:.1f}" y="{100 - height:.1f}" '
                f'width="{width * 0.8:.1f}" height="{height:.1f}">'
                f"<title>{label}: {_events(number)}</title></rect>"
            )
        total = sum(self.days.values())
        told = f"Timeline: {_events(total)} from {first} to {last}, at most {most} in {_days(step)}"
        return (
            f'<figure><svg viewBox="0 0 {_WIDTH} 122" role="img" aria-label="{told}">{"".join(shapes)}'
            f'<line x1="0" y1="100.5" x2="{_WIDTH}" y2="100.5"/><text x="0" y="117">{first}</text>'
            f'<text x="{_WIDTH}" y="117" text-anchor="end">{last}</text></svg>'
            f"<figcaption>{told}.</figcaption></figure>"
        )

    def _map(self) -> str:
        if len(self.places) < 2:
            return ""
        sheet = _Sheet.of([(latitude, longitude) for latitude, longitude, _ in self.places])
        points = []
        for rank, (point, number) in enumerate(self.places.most_common()):
            x, y = sheet.at(point[0], point[1])
            radius = min(4 + 2 * math.sqrt(number), 22)
            label = f"{text(point[2])} ({number})"
            words = f'<text x="{x + radius + 3:.1f}" y="{y + 4:.1f}">{label}</text>' if rank < _LABELS else ""
            points.append(
                f'<a href="#{self.first[point]}" aria-label="{label}"><circle cx="{x:.1f}" cy="{y:.1f}" '
                f'r="{radius:.1f}"/>{words}</a>'
            )
        return (
            f'<figure><svg class="map" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" '
            f'aria-label="Map of {len(self.places)} places">{sheet.graticule()}{"".join(points)}</svg>'
            "<figcaption>The places that were located, by degrees of latitude and longitude; "
            "larger where more events are. A province stands where the place itself is not "
            "known.</figcaption></figure>"
        )


class _Sheet(NamedTuple):
    """A sheet around its middle: `scale` pixels a degree north, `narrow` of that a degree east."""

    latitude: float
    longitude: float
    scale: float
    narrow: float

    @classmethod
    def of(cls, points: list[tuple[float, float]]) -> _Sheet:
        latitudes, longitudes = zip(*points, strict=True)
        south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
        narrow = max(math.cos(math.radians((south + north) / 2)), 0.2)
        # Room for a name beside the last point; no closer than a fifth of a degree from edge to edge.
        across = (_WIDTH - 160) / max((east - west) * narrow, 0.2)
        scale = min(across, (_HEIGHT - 60) / max(north - south, 0.2))
        return cls((south + north) / 2, (west + east) / 2, scale, narrow)

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        across = (longitude - self.longitude) * self.narrow * self.scale
        return _WIDTH / 2 + across, _HEIGHT / 2 - (latitude - self.latitude) * self.scale

    def graticule(self) -> str:
        tall, wide = _HEIGHT / self.scale / 2, _WIDTH / self.scale / self.narrow / 2
        step = next((each for each in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30) if tall / each <= 3), 45)
        lines = []
        for latitude in _steps(self.latitude, tall, step):
            y = self.at(latitude, 0)[1]
            said = _degrees(latitude, "N", "S")
            lines.append(f'<line x1="0" y1="{y:.1f}" x2="{_WIDTH}" y2="{y:.1f}"/>')
            lines.append(f'<text class="degrees" x="2" y="{y - 3:.1f}">{said}</text>')
        for longitude in _steps(self.longitude, wide, step):
            x = self.at(0, longitude)[0]
            said = _degrees(longitude, "E", "W")
            lines.append(f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{_HEIGHT}"/>')
            lines.append(f'<text class="degrees" x="{x + 3:.1f}" y="{_HEIGHT - 4}">{said}</text>')
        return f'<g aria-hidden="true">{"".join(lines)}</g>'


def _steps(middle: float, reach: float, step: float) -> list[float]:
    """Return the multiples of a step that are within reach of the middle."""
    return [
        n * step for n in range(math.ceil((middle - reach) / step), math.floor((middle + reach) / step) + 1)
    ]


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}°{plus if value > 0 else minus if value < 0 else ''}"


def _events(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def _days(number: int) -> str:
    return "one day" if number == 1 else f"{number} days"
