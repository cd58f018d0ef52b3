from datetime import date
from pathlib import Path

import pytest

from eventx.errors import InputError
from eventx.golden import Allowed, cases
from eventx.golden.layout import Layout


def settings(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").write_text(f"[tool.eventx.check]\n{text}", encoding="utf-8")
    return folder


def files(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Text.", encoding="utf-8")
    return folder


def test_without_settings_the_folders_have_their_usual_names(tmp_path: Path) -> None:
    expected = Layout(tmp_path / "seeds", tmp_path / "cassettes", tmp_path / "golden", {}, Allowed())
    assert expected == Layout.of(tmp_path)


def test_the_settings_name_folders_days_and_what_is_allowed(tmp_path: Path) -> None:
    settings(
        tmp_path,
        'seeds = "in"\ncassettes = "tapes"\ngolden = "tests/golden"\nmodel = "local"\nreading = "full"\n'
        'codebook = "own.toml"\ngazetteer = "own.csv"\n'
        "published = { a = 2024-05-17 }\n"
        'ignore = ["events.summary", "findings"]\ntolerance = { "events.where.latitude" = 0.01 }\n',
    )
    expected = Layout(
        tmp_path / "in",
        tmp_path / "tapes",
        tmp_path / "tests/golden",
        {"a": date(2024, 5, 17)},
        Allowed(("events.summary", "findings"), {"events.where.latitude": 0.01}),
        "local",
        "full",
        tmp_path / "own.toml",
        tmp_path / "own.csv",
    )
    assert expected == Layout.of(tmp_path)


def test_a_pyproject_of_other_tools_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nkey = 1\n", encoding="utf-8")
    assert Layout.of(tmp_path).golden == tmp_path / "golden"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'goldens = "x"\n', "goldens: Extra inputs are not permitted; its keys are seeds,", id="key"
        ),
        pytest.param("golden = 3\n", "golden: Input should be a valid string", id="value"),
        pytest.param('published = { a = "soon" }\n', "published.a: Input should be a valid date", id="day"),
        pytest.param(
            'ignore = ["events.summery"]\n', "names no field of an extraction: 'events.summery'", id="field"
        ),
        pytest.param(
            'tolerance = { "events.casualties[0].count" = 1 }\n',
            "names no field of an extraction: 'events.casualties[0].count'",
            id="index",
        ),
        pytest.param("golden = \n", "cannot be read (", id="no-toml"),
    ],
)
def test_settings_that_cannot_hold_say_why(tmp_path: Path, text: str, expected: str) -> None:
    settings(tmp_path, text)
    with pytest.raises(InputError) as raised:
        Layout.of(tmp_path)
    assert expected in str(raised.value)
    assert str(raised.value).startswith(f"{tmp_path / 'pyproject.toml'}: ")


def test_an_id_is_found_by_any_of_its_files(tmp_path: Path) -> None:
    files(tmp_path, "seeds/c.txt", "seeds/d.md", "cassettes/b.yaml", "golden/a.json", "golden/c.json")
    assert cases(tmp_path) == ("a", "b", "c", "d")


def test_what_a_folder_says_of_itself_is_no_case(tmp_path: Path) -> None:
    files(
        tmp_path, "seeds/a.txt", "seeds/README.md", "seeds/.b.txt", "seeds/a.truth.json", "golden/notes.txt"
    )
    assert cases(tmp_path) == ("a",)


def test_a_folder_without_cases_says_where_they_are_looked_for(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        cases(tmp_path)
    assert str(raised.value) == (
        f"no cases in {tmp_path / 'seeds'}, {tmp_path / 'cassettes'} and {tmp_path / 'golden'}; give the "
        "folder that holds them, or name them in pyproject.toml under [tool.eventx.check]"
    )


def test_an_article_has_the_day_of_its_front_matter_or_of_the_settings(tmp_path: Path) -> None:
    files(tmp_path, "seeds/a.txt")
    (tmp_path / "seeds/b.txt").write_text("---\npublished: 2024-01-02\n---\nText.", encoding="utf-8")
    layout = Layout.of(settings(tmp_path, "published = { a = 2024-05-17 }\n"))
    days = [layout.article_of(case).published for case in ("a", "b")]
    assert days == [date(2024, 5, 17), date(2024, 1, 2)]
