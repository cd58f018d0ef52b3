"""Ask eventx and plain instructor about labelled texts, and score both on the same labels.

    python -m bench.real run --data real.jsonl --model openai/NAME --base-url URL --out build/real
    python -m bench.real report --data real.jsonl --out build/real
    python -m bench.real replay

`run` asks what has no answer yet, many texts at once, and reports; stopped, it goes on where it was. `replay`
asks nobody: it reads the recorded exchanges of the texts beside this file: anyone can score the rules again.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import openai
from instructor.core import InstructorError

from bench.real import labels, plain, report
from bench.real.answers import Answer, of_extraction, of_plain
from bench.real.labels import Text
from bench.real.scoring import Scored, scored
from eventx.cassette import replaying
from eventx.errors import EventxError
from eventx.model import connect
from eventx.pipeline import extract

HERE = Path(__file__).parent
ARMS = ("full", "lean", "plain")


def main(argv: Sequence[str] | None = None) -> int:
    """Run, report, and return the exit code."""
    args = _parser().parse_args(argv)
    if args.command == "replay":
        scores = replayed()
        print(report.markdown({"full": scores}))
        print(report.wrong({"full": scores}))
        return 0
    if not (args.data and args.out):
        print("give --data and --out", file=sys.stderr)
        return 2
    try:
        texts = labels.load(args.data)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    if args.command == "run":
        for arm in args.arms:
            _run(arm, texts, args)
    arms = {name: _scores(name, texts, args.out) for name in args.arms}
    arms = {name: scores for name, scores in arms.items() if scores}
    if not arms:
        print("no text was answered", file=sys.stderr)
        return 2
    print(report.markdown(arms))
    (args.out / "wrong.txt").write_text(report.wrong(arms) + "\n", encoding="utf-8")
    return 0


def replayed() -> list[tuple[Scored, Answer]]:
    """Return the scores of the texts whose exchanges with a careful reader were recorded."""
    scores = []
    for text in labels.load([HERE / "texts.jsonl"]):
        with replaying(HERE / f"cassettes/texts/{text.id}.yaml") as model:
            made = extract(text.text, model=model, published=text.published, reading="full")
        answer = of_extraction(made.model_dump(mode="json"))
        scores.append((scored(text, answer), answer))
    return scores


def _run(arm: str, texts: Sequence[Text], args: argparse.Namespace) -> None:
    file = args.out / f"{arm}.jsonl"
    done = {each["id"] for each in _lines(file)}
    ask = partial(_plain if arm == "plain" else _eventx, args)
    with ThreadPoolExecutor(args.concurrency) as pool, file.open("a", encoding="utf-8") as out:
        for line in pool.map(partial(_line, arm, ask), [each for each in texts if each.id not in done]):
            if line["error"]:
                print(f"{arm} {line['id']}: {line['error']}", file=sys.stderr)
            else:
                out.write(f"{json.dumps(line, ensure_ascii=False)}\n")
                out.flush()


def _line(arm: str, ask: Callable[[str, Text], dict[str, Any]], text: Text) -> dict[str, Any]:
    try:
        return {"id": text.id, "error": None, **ask(arm, text)}
    except (EventxError, InstructorError, openai.OpenAIError) as error:  # asked again in the next run
        return {"id": text.id, "error": str(error)}


def _eventx(args: argparse.Namespace, arm: str, text: Text) -> dict[str, Any]:
    model = connect(args.model, base_url=args.base_url)
    made = extract(text.text, model=model, published=text.published, reading=arm)  # type: ignore[arg-type]
    return {"extraction": made.model_dump(mode="json")}


def _plain(args: argparse.Namespace, arm: str, text: Text) -> dict[str, Any]:
    key = os.environ.get("OPENAI_API_KEY", "none")
    name = args.model.partition("/")[2]
    told, tokens = plain.ask(text.text, text.published, base_url=args.base_url, api_key=key, model=name)
    return {"report": told.model_dump(mode="json"), "tokens": tokens}


def _scores(arm: str, texts: Sequence[Text], out: Path) -> list[tuple[Any, Answer]]:
    lines: dict[str, Mapping[str, Any]] = {each["id"]: each for each in _lines(out / f"{arm}.jsonl")}
    scores = []
    for text in texts:
        if (line := lines.get(text.id)) is not None:
            plain_said = line.get("report")
            answer = (
                of_plain(plain_said, text.text, line["tokens"])
                if plain_said
                else of_extraction(line["extraction"])
            )
            scores.append((scored(text, answer), answer))
    return scores


def _lines(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.real", description=__doc__)
    parser.add_argument("command", choices=("run", "report", "replay"))
    parser.add_argument("--data", type=Path, action="append", help="JSONL of labelled texts")
    parser.add_argument(
        "--arms", type=lambda names: names.split(","), default=list(ARMS), help=",".join(ARMS)
    )
    parser.add_argument("--model", default="local", help="local, or openai/NAME")
    parser.add_argument("--base-url", help="an OpenAI-compatible server, for openai/NAME")
    parser.add_argument("--concurrency", type=int, default=8, help="texts at once")
    parser.add_argument("--out", type=Path, help="the folder of answers")
    return parser


if __name__ == "__main__":
    sys.exit(main())
