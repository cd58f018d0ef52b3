"""eventx against what people would use instead, on the same texts and the same model.

`run` asks the arms what they have not answered yet and reports; `report` only reports, on what there is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bench.quality import about, data, errors, plot, report, running, summary
from bench.quality.answer import Answer, Reply
from bench.quality.arms import direct, eventx_, langext, listed
from bench.quality.data import Row
from bench.quality.endpoint import Endpoint, endpoint
from bench.quality.exchanges import Kept
from eventx.model import connect

_BASELINES: dict[str, Any] = {"direct": direct, "list": listed, "langextract": langext}
ARMS = ("eventx", *_BASELINES)

_UNDERSTAND: dict[str, Callable[[str, dict[str, Any]], Answer]] = {
    "eventx": eventx_.understand,
    **{name: module.understand for name, module in _BASELINES.items()},
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run, report, and return the exit code."""
    args = _parser().parse_args(argv)
    unknown = set(args.arms) - set(ARMS)
    if unknown or not (args.data or args.seeds):
        said = f"no such arm: {', '.join(sorted(unknown))}" if unknown else "give --data, --seeds or both"
        print(said, file=sys.stderr)
        return 2
    rows = data.load(args.data, args.seeds, seed=args.seed)[: args.limit]
    args.out.mkdir(parents=True, exist_ok=True)
    if args.command == "run":
        running.run([_arm(name, args) for name in args.arms], rows, args.out)
    arms = judged(args.arms, rows, args.out)
    if not next(iter(arms.values()), ()):
        print("no text was answered by every arm", file=sys.stderr)
        return 2
    figures = report.figures(arms, _about(args, rows), seed=args.seed)
    report.write(figures, errors.markdown(arms), args.out)
    plot.write(figures, args.out)
    print(report.markdown(figures))
    return 0


def judged(names: Sequence[str], rows: Sequence[Row], out: Path) -> dict[str, list[summary.Judged]]:
    """Return the arms' verdicts over the rows that all of them have answered, failures included."""
    replies = {name: running.kept(out, name) for name in names}
    common = [row for row in rows if all(row.id in kept for kept in replies.values())]
    return {name: [_judge(name, row, kept[row.id]) for row in common] for name, kept in replies.items()}


def _judge(name: str, row: Row, reply: Reply) -> summary.Judged:
    answer = _UNDERSTAND[name](row.text, reply.body) if reply.body is not None else None
    return summary.judge(row, reply, answer)


def _arm(name: str, args: argparse.Namespace) -> running.Arm:
    if name == "eventx":
        model = Kept(connect(args.model, base_url=args.base_url), args.out / "exchanges")
        return running.Arm(name, eventx_.VERSION, lambda text, day: eventx_.ask(text, day, model))
    module = _BASELINES[name]
    at = _server(args.model, args.base_url)
    return running.Arm(name, module.VERSION, lambda text, day: module.ask(text, day, at()))


def _server(model: str, base_url: str | None) -> Callable[[], Endpoint]:
    """Return what gives the server, started when it is first asked: a finished run needs none."""
    return cache(lambda: endpoint(model, base_url))


def _about(args: argparse.Namespace, rows: Sequence[Row]) -> Mapping[str, str]:
    sources = [row.source for row in rows]
    counts = ", ".join(f"{source} ({sources.count(source)})" for source in sorted(set(sources)))
    # Names, not paths: the report is published.
    files = [f"--data {file.name}" for file in args.data]
    folder = [f"--seeds {args.seeds.name}"] if args.seeds else []
    command = ["python -m bench.quality run", *files, *folder, f"--arms {','.join(args.arms)}"]
    return {
        "texts": counts,
        "model": about.model(args.model),
        "machine": about.machine(),
        "versions": about.versions(),
        "command": f"`{' '.join([*command, f'--model {args.model} --seed {args.seed} --out DIR'])}`",
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("command", choices=("run", "report"))
    parser.add_argument(
        "--data", type=Path, action="append", default=[], help="JSONL of texts with their truth"
    )
    parser.add_argument("--seeds", type=Path, help="a folder of labelled seeds")
    parser.add_argument(
        "--arms", type=lambda names: names.split(","), default=list(ARMS), help=",".join(ARMS)
    )
    parser.add_argument("--model", default="local", help="local, or openai/NAME")
    parser.add_argument("--base-url", help="an OpenAI-compatible server of your own, for openai/NAME")
    parser.add_argument("--limit", type=int, help="only so many texts, a random sample")
    parser.add_argument("--seed", type=int, default=0, help="of the order of texts, and of the intervals")
    parser.add_argument("--out", type=Path, required=True, help="the folder of answers and reports")
    return parser


if __name__ == "__main__":
    sys.exit(main())
