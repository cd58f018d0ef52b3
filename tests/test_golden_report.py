from __future__ import annotations

from xml.etree import ElementTree

import pytest

from eventx.golden import Case
from eventx.golden.report import FORMATS, fenced, summary, text


def different(case: str, lines: int) -> Case:
    return Case(case, "different", tuple(f"e1.summary {number}" for number in range(lines)))


def shown(*cases: Case) -> list[str]:
    return [line for line, _ in text(cases)]


def test_the_summary_names_each_status_there_is() -> None:
    cases = [Case("a", "stale"), Case("b", "same"), Case("c", "same"), Case("d", "updated")]
    assert summary(cases) == "4 cases: 2 same, 1 updated, 1 stale"


def test_one_case_is_no_cases() -> None:
    assert summary([Case("a", "same")]) == "1 case: 1 same"


def test_of_many_lines_of_a_case_ten_are_shown() -> None:
    assert shown(different("a", 12)) == [
        "a: different",
        *(f"  e1.summary {number}" for number in range(10)),
        "  … and 2 more lines",
        "",
        "1 case: 1 different",
    ]


def test_of_many_cases_what_fits_a_screen_is_shown() -> None:
    lines = shown(*(different(str(number), 3) for number in range(30)), Case("s", "stale", ("why",)))
    assert len(lines) <= 40
    assert lines[-3:] == [
        "… and 22 more: 21 different, 1 stale; `--format json` lists them all",
        "",
        "31 cases: 30 different, 1 stale",
    ]


def test_what_came_is_green_and_what_went_is_red() -> None:
    case = Case("a", "different", ('- e1.sources "x"', '+ e1.sources "y"', "e1.summary 1"))
    assert [style for _, style in text([case])] == ["bold", "red", "green", "", "", "bold"]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_hostile_line_stays_one_line(kind: str) -> None:
    case = Case("a", "different", ("x\n::error::y\u202e\x1b[31m </testcase> ]]>",))
    report = FORMATS[kind]([case])
    assert ("\u202e" in report, "\x1b" in report) == (False, False)
    assert not any(line.startswith("::error::y") for line in report.splitlines())
    if kind == "junit":
        assert len(list(ElementTree.fromstring(report.partition("\n")[2]).iter("testcase"))) == 1


def test_a_line_cannot_end_the_block_it_stands_in() -> None:
    assert fenced(["a ```` b"]) == "`````diff\na ```` b\n`````"


def test_an_annotation_has_ten_lines_of_a_case() -> None:
    report = FORMATS["github"]([different("a", 12)])
    assert report.partition("\n")[0].endswith(
        "::e1.summary 0%0A"
        + "%0A".join([*(f"e1.summary {number}" for number in range(1, 10)), "… and 2 more lines"])
    )


def test_github_properties_cannot_be_broken_out_of() -> None:
    report = FORMATS["github"]([Case("a,b:c%\n", "different", ("100 %",))])
    assert report.startswith("::error file=.,title=a%2Cb%3Ac%25%0A%3A different::100 %25\n")
