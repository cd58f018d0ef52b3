"""Cases made by the tests, replayed and compared: what is the same, what differs, what is stale or broken."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from eventx import prompts, questions
from eventx.errors import InputError
from eventx.golden import Case, check, check_case, update
from eventx.golden.cases import check_each
from eventx.golden.layout import Layout
from eventx.schema import SCHEMA_VERSION
from made_cases import TEXT, altered, made, recorded

SIX = '"value": 6'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path, "clash")


def reasons(case: Case) -> tuple[str, str]:
    (line,) = case.lines
    return case.status, line


def settings(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.eventx.check]\n{text}\n", encoding="utf-8")


def test_a_case_that_is_as_recorded_is_the_same(folder: Path) -> None:
    assert check(folder) == (Case("clash", "same", golden=folder / "golden/clash.json"),)


def test_a_number_altered_in_a_golden_is_shown_as_that_number(folder: Path) -> None:
    altered(folder, "clash", SIX, '"value": 16')
    case = check_case(folder, "clash")
    assert case.status == "different"
    assert case.lines == (
        'e1.casualties[0].count.value 16 → 6 "Six soldiers"',
        'e1.killed.value 16 → 6 "Six soldiers"',
    )


def test_what_the_settings_allow_is_the_same(folder: Path) -> None:
    altered(folder, "clash", SIX, '"value": 7')
    settings(folder, 'ignore = ["events.killed"]\ntolerance = { "events.casualties.count" = 1 }')
    assert check_case(folder, "clash").status == "same"


def test_another_article_than_the_one_recorded_is_stale(folder: Path) -> None:
    (folder / "seeds/clash.txt").write_text(TEXT.replace("Six", "Seven"), encoding="utf-8")
    status, line = reasons(check_case(folder, "clash"))
    assert status == "stale"
    assert line.startswith(f"{folder / 'cassettes/clash.yaml'}: ")


def test_a_case_recorded_from_another_model_than_the_settings_name_is_stale(folder: Path) -> None:
    settings(folder, 'model = "openai/other"')
    status, line = reasons(check_case(folder, "clash"))
    assert status == "stale"
    assert "recorded from openai/tiny, asked is openai/other" in line
    settings(folder, 'model = "openai/tiny"')
    assert check_case(folder, "clash").status == "same"


def test_a_case_recorded_with_another_word_in_the_prompt_is_stale_and_the_prompt_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = prompts.load
    then = load(questions.EXTRACT)
    word, _, rest = then.texts["system"].partition(" ")
    now = replace(then, texts={**then.texts, "system": f"{word}s {rest}"}, sha256="0")
    monkeypatch.setattr(prompts, "load", lambda name: now if name == then.id else load(name))
    status, line = reasons(check_case(folder, "clash"))
    assert (status, f"the prompt {then.id} changed since this was recorded" in line) == ("stale", True)


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        pytest.param(
            "seeds/clash.txt", "there is no such article; add it, or remove the case's", id="article"
        ),
        pytest.param(
            "cassettes/clash.yaml", "there is no such cassette; record it: `eventx extract", id="cassette"
        ),
        pytest.param(
            "golden/clash.json", "there is no golden; `eventx check --update` makes it", id="golden"
        ),
    ],
)
def test_a_case_that_lacks_a_part_is_broken_and_the_part_is_named(
    folder: Path, lost: str, expected: str
) -> None:
    (folder / lost).unlink()
    status, line = reasons(check_case(folder, "clash"))
    assert status == "broken"
    assert line.startswith(f"{folder / lost}: {expected}")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("seeds/clash.md", TEXT, "two articles of one case; rename one", id="two-articles"),
        pytest.param("seeds/clash.txt", " ", "the article is empty", id="an-empty-article"),
        pytest.param("golden/clash.json", "{", "is not JSON (", id="a-golden-cut-off"),
        pytest.param("cassettes/clash.yaml", "- {", "is no cassette that can be read", id="no-cassette"),
    ],
)
def test_a_part_that_cannot_be_read_is_broken(folder: Path, name: str, content: str, expected: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    status, line = reasons(check_case(folder, "clash"))
    assert (status, expected in line) == ("broken", True)
    assert str(folder / name) in line


def test_a_golden_with_a_field_of_another_name_is_broken_and_the_field_is_named(folder: Path) -> None:
    altered(folder, "clash", '"outcome"', '"fate"')
    status, line = reasons(check_case(folder, "clash"))
    assert status == "broken"
    assert "events.0.casualties.0.outcome: Field required" in line


def test_a_golden_of_a_schema_not_known_is_broken_by_name(folder: Path) -> None:
    altered(folder, "clash", f'"schema_version": "{SCHEMA_VERSION}"', '"schema_version": "9"')
    status, line = reasons(check_case(folder, "clash"))
    assert status == "broken"
    assert "has the schema version '9', and this eventx reads " in line


def test_a_golden_of_the_schema_before_is_compared(folder: Path) -> None:
    altered(folder, "clash", f'"schema_version": "{SCHEMA_VERSION}"', '"schema_version": "1"')
    assert check_case(folder, "clash").status == "same"


def test_every_case_is_checked_in_order_whatever_is_wrong_with_another(tmp_path: Path) -> None:
    made(tmp_path, "b", "c", "a")
    altered(tmp_path, "a", SIX, '"value": 16')
    (tmp_path / "cassettes/b.yaml").unlink()
    assert [(case.id, case.status) for case in check(tmp_path)] == [
        ("a", "different"),
        ("b", "broken"),
        ("c", "same"),
    ]


def test_a_folder_without_cases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no cases in "):
        check(tmp_path)


# Writing goldens


def test_an_update_writes_the_golden_and_keeps_what_moved(folder: Path) -> None:
    before = (folder / "golden/clash.json").read_text(encoding="utf-8")
    altered(folder, "clash", SIX, '"value": 16')
    case = check_case(folder, "clash")
    assert (update(case).status, update(case).lines) == ("updated", case.lines)
    assert (folder / "golden/clash.json").read_text(encoding="utf-8") == before


def test_an_update_makes_the_golden_of_a_new_case(tmp_path: Path) -> None:
    recorded(tmp_path, "new")
    assert update(check_case(tmp_path, "new")).status == "updated"
    assert check_case(tmp_path, "new").status == "same"


def test_an_update_leaves_alone_what_is_the_same(folder: Path) -> None:
    golden = folder / "golden/clash.json"
    golden.write_text(golden.read_text(encoding="utf-8").replace("\n", ""), encoding="utf-8")
    before = golden.read_bytes()
    assert update(check_case(folder, "clash")).status == "same"
    assert golden.read_bytes() == before


def test_an_update_cannot_mend_what_cannot_be_replayed(folder: Path) -> None:
    (folder / "cassettes/clash.yaml").unlink()
    before = (folder / "golden/clash.json").read_bytes()
    assert update(check_case(folder, "clash")).status == "broken"
    assert (folder / "golden/clash.json").read_bytes() == before


# Several processes


def test_several_processes_check_as_one_does(tmp_path: Path) -> None:
    layout = Layout.of(made(tmp_path, "a", "b", "c"))
    altered(tmp_path, "b", SIX, '"value": 16')
    (tmp_path / "cassettes/c.yaml").unlink()
    one = list(check_each(layout, layout.ids()))
    assert [case.status for case in one] == ["same", "different", "broken"]
    two = list(check_each(layout, layout.ids(), processes=2))
    assert two == one
    # What was made comes with it, to be written.
    assert update(two[1]).status == "updated"
    assert check_case(layout, "b").status == "same"


def test_a_case_is_of_the_codebook_and_gazetteer_that_the_settings_name(tmp_path: Path) -> None:
    made(tmp_path, "a")
    acled = files("eventx.codebook").joinpath("acled.toml").read_text(encoding="utf-8")
    (tmp_path / "own.toml").write_text(acled.replace('name = "acled"', 'name = "own"'), encoding="utf-8")
    places = "name,admin1,country,lat,lon,id\nTarn,Osk,Syria,35.5,36.5,own-1\n"
    (tmp_path / "own.csv").write_text(places, encoding="utf-8")
    settings = '[tool.eventx.check]\ncodebook = "own.toml"\ngazetteer = "own.csv"\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    extraction = check_case(tmp_path, "a").extraction
    assert extraction is not None
    (event,) = extraction.events
    assert event.where is not None
    assert ("own", "own-1") == (extraction.provenance.codebook, event.where.gazetteer_id)
