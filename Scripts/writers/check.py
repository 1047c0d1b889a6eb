"""Writes samples with the real programs, indexes each and compares the cues.

usage: check.py ZIMU [--keep FOLDER] [WRITER[/NAME] …]

Prints one line per sample and a total. The exit status is 1 when something differs.
"""

import argparse
import contextlib
import dataclasses
import importlib
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

from sample import COMMON_WORD, SAMPLES, Cue

MODULES = ["captions", "recognizers", "linguistic", "documents"]


def zimu(binary, *arguments):
    return subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True)


def read_cues(binary, folder):
    """Returns all cues that Zimu reads in a folder, and how many it counts."""
    with tempfile.TemporaryDirectory() as temporary:
        index = pathlib.Path(temporary) / "index"
        run = zimu(binary, "index", folder, "--index", index)
        if not index.exists():
            return [], 0, run.stderr.strip() or run.stdout.strip()
        episodes = zimu(binary, "episodes", "--index", index, "--format", "json")
        hits = zimu(
            binary, "search", COMMON_WORD, "--index", index, "--limit", "all", "--per-episode", "all", "--format", "ndjson")
    rows = [json.loads(line) for line in hits.stdout.splitlines()]
    cues = [Cue(row["start_ms"], row["end_ms"], row["speaker"], row["text"]) for row in rows]
    return cues, sum(episode["cues"] for episode in json.loads(episodes.stdout or "[]")), run.stderr.strip()


def order(cue):
    return (cue.start_ms or 0, cue.text, cue.speaker or "")


def difference(expected, found, count, message):
    """Says what differs, or returns None."""
    expected, found = sorted(expected, key=order), sorted(found, key=order)
    if not found:
        return "no cue was read" + (f": {message.splitlines()[0]}" if message else "")
    if count != len(expected):
        return f"{count} cues instead of {len(expected)}"
    for want, have in zip(expected, found):
        fields = [
            f"{field.name} {getattr(have, field.name)!r} instead of {getattr(want, field.name)!r}"
            for field in dataclasses.fields(Cue)
            if getattr(have, field.name) != getattr(want, field.name)
        ]
        if fields:
            return "; ".join(fields)
    return None if len(found) == len(expected) else f"{len(found)} of {len(expected)} cues have {COMMON_WORD}"


def write(sample, folder):
    """Writes a sample; returns the cues expected, or None and the reason why it was not tried."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return sample.write(folder), None
    except ModuleNotFoundError as error:
        return None, f"{error.name} is not installed"
    except FileNotFoundError as error:
        return None, f"{error.filename} is not installed"


def check(sample, binary, folder):
    """Returns the line to print, and whether the sample is right (None: not tried)."""
    name = f"{sample.writer}/{sample.name}"
    try:
        cues, reason = write(sample, folder)
    except Exception:
        return f"{name}: cannot be written: {traceback.format_exc().splitlines()[-1]}", False
    if cues is None:
        return f"{name}: not tried: {reason}", None
    wrong = difference(cues, *read_cues(binary, folder))
    expected = [dataclasses.asdict(cue) for cue in cues]
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{name}: {wrong or 'right'}", not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zimu")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="write the samples there and keep them")
    parser.add_argument("only", nargs="*", metavar="WRITER[/NAME]")
    options = parser.parse_intermixed_args()
    for module in MODULES:
        importlib.import_module(module)
    results = []
    with tempfile.TemporaryDirectory() as temporary:
        for sample in SAMPLES:
            if options.only and not {sample.writer, f"{sample.writer}/{sample.name}"} & set(options.only):
                continue
            folder = (options.keep or pathlib.Path(temporary)) / sample.writer / sample.name
            line, right = check(sample, options.zimu, folder)
            print(line, flush=True)
            results.append(right)
    tried = [right for right in results if right is not None]
    print(f"{sum(tried)} of {len(tried)} samples are read right; {len(results) - len(tried)} not tried")
    sys.exit(0 if tried and all(tried) else 1)


if __name__ == "__main__":
    main()
