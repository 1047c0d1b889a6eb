"""Compares how fast transcripts are read: beside indexing the same file, and beside each format's usual reader in
Python. Prints a Markdown table."""

import argparse
import csv
import io
import json
import os
import statistics
import subprocess
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Callable

from indexing import hold_to, in_child
from transcript_formats import FORMATS, Cue, Format, conversation

CHARACTERS = 700_000
NOTES = """
- One invented text of {characters:,} characters is written in every format, as programs write it. It has {cues:,}
  cues of 10 to 25 characters with speakers and, if the format has them, words with times. MB/s is 10⁶ bytes of the
  file per second. The file size shows how much of a format is not text.
- Reading goes from bytes in memory to a transcript, and includes detecting encoding and format. Indexing goes from the
  file to a synced index, with one worker in the same process. Opening the lexicon is not counted. Indexing includes
  reading.
- Reading and indexing take turns, on one core. The times are medians of {rounds} runs, each the best of {passes} passes. The
  ratio is the median of the ratios within each run.
- The aim says how many times as fast as indexing reading should be.
- The peer is a Python library. Each run is a new process, without the time of the import. It goes from text in memory
  to objects, or from the file for pympi and praatio. csv and json are written in C; for them, a loop over rows or
  segments takes the times and the text. A peer that takes more than {patience} seconds runs only once."""
PATIENCE = 5


# MARK: The peers. Each gives how many cues it read.


def pysubs2_cues(kind: str) -> Callable[[str, Path], int]:
    def read(text: str, _: Path) -> int:
        import pysubs2

        return len(pysubs2.SSAFile.from_string(text, format_=kind))

    return read


def webvtt_cues(text: str, _: Path) -> int:
    import webvtt

    return len(webvtt.from_string(text))


def csv_cues(delimiter: str) -> Callable[[str, Path], int]:
    def read(text: str, _: Path) -> int:
        rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
        return len([(float(row["start"]), float(row["end"]), row["speaker"], row["text"]) for row in rows])

    return read


def json_cues(text: str, _: Path) -> int:
    segments = json.loads(text)["segments"]
    return len([(segment["start"], segment["end"], segment["text"]) for segment in segments])


def json_lines_cues(text: str, _: Path) -> int:
    rows = map(json.loads, text.splitlines())
    return len([(row["start"], row["end"], row["speaker"], row["text"]) for row in rows])


def pympi_cues(_: str, path: Path) -> int:
    from pympi.Elan import Eaf

    file = Eaf(str(path))
    return sum(len(file.get_annotation_data_for_tier(tier)) for tier in file.get_tier_names())


def praatio_cues(_: str, path: Path) -> int:
    from praatio import textgrid

    grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False)
    return sum(len(tier.entries) for tier in grid.tiers)


def ttconv_cues(text: str, _: Path) -> int:
    from xml.etree import ElementTree

    import ttconv.imsc.reader
    from ttconv import model

    document = ttconv.imsc.reader.to_model(ElementTree.ElementTree(ElementTree.fromstring(text)))
    return sum(isinstance(element, model.P) for element in document.get_body().dfs_iterator())


PEERS = {
    "talk.srt": [("pysubs2", pysubs2_cues("srt"))],
    "talk.ass": [("pysubs2", pysubs2_cues("ass"))],
    "talk.vtt": [("webvtt-py", webvtt_cues)],
    "talk.csv": [("csv", csv_cues(","))],
    "talk.tsv": [("csv", csv_cues("\t"))],
    "whisper.json": [("json", json_cues)],
    "words.json": [("json", json_cues)],
    "talk.jsonl": [("json", json_lines_cues)],
    "talk.eaf": [("pympi-ling", pympi_cues)],
    "talk.TextGrid": [("praatio", praatio_cues)],
    "talk.ttml": [("ttconv", ttconv_cues)],
}


# MARK: The runs


def main() -> None:
    options = parse()
    cues = conversation(options.text.read_text(encoding="utf-8")[: 2 * CHARACTERS], CHARACTERS)
    cores = sorted(os.sched_getaffinity(0))[-1:] if hasattr(os, "sched_getaffinity") else []
    chosen = [form for form in FORMATS if not options.only or form.file in options.only]
    print("| format | file, MB | reading, MB/s | µs a cue | × indexing | aim | peer | × peer |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for form in chosen:
            print(row(form, cues, Path(folder), cores, options), flush=True)
    characters = sum(len(cue.text) for cue in cues)
    print(NOTES.format(
        characters=characters, cues=len(cues), passes=options.passes, rounds=options.rounds, patience=PATIENCE))


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("driver", help="zimu-peer")
    parser.add_argument("text", type=Path, help="a Chinese text")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--only", nargs="*", help="files of these names alone")
    return parser.parse_args()


def row(form: Format, cues: list[Cue], folder: Path, cores: list[int], options: argparse.Namespace) -> str:
    path = folder / form.file
    text = form.write(cues)
    path.write_text(text, encoding="utf-8")
    peers, times = available(form), {}
    runs = []
    for _ in range(options.rounds):
        runs.append(read_and_index(options.driver, path, cores, options.passes))
        for name, read in peers:
            if not times.get(name) or times[name][-1] < PATIENCE:
                times.setdefault(name, []).append(in_child(timed(read, text, path, cores)))
    path.unlink()
    reading = statistics.median(run["reading"] for run in runs)
    ratio = statistics.median(run["indexing"] / run["reading"] for run in runs)
    count = runs[0]["cues"]
    ratios = ", ".join(f"{statistics.median(times[name]) / reading:,.0f}" for name, _ in peers)
    return (
        f"| {form.title} | {runs[0]['bytes'] / 1e6:.1f} | {runs[0]['bytes'] / reading / 1e6:.0f} |"
        f" {reading / count * 1e6:.2f} | {ratio:.1f} | {form.target} |"
        f" {', '.join(map(titled, (name for name, _ in peers))) or '–'} | {ratios or '–'} |")


def available(form: Format) -> list[tuple[str, Callable[[str, Path], int]]]:
    return [(name, read) for name, read in PEERS.get(form.file, []) if name in ("csv", "json") or installed(name)]


def installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def titled(name: str) -> str:
    return f"Python's {name}" if name in ("csv", "json") else f"{name} {version(name)}"


def timed(
    read: Callable[[str, Path], int], text: str, path: Path, cores: list[int]
) -> Callable[[], float]:
    """The seconds that a peer takes; a first call with little imports it."""

    def run() -> float:
        hold_to(cores)
        small = path.with_name(f"small-{path.name}")
        small.write_text(SMALL[path.name], encoding="utf-8")
        read(SMALL[path.name], small)
        small.unlink()
        start = time.perf_counter()
        count = read(text, path)
        seconds = time.perf_counter() - start
        assert count, f"no cues in {path.name}"
        return seconds

    return run


SMALL = {form.file: form.write(conversation("我们今天谈谈这个问题" * 20)) for form in FORMATS}


def read_and_index(driver: str, path: Path, cores: list[int], passes: int) -> dict:
    answer = subprocess.run(
        [driver, "read", str(path), str(passes)], check=True, capture_output=True, text=True,
        preexec_fn=lambda: hold_to(cores))
    return json.loads(answer.stdout)


if __name__ == "__main__":
    main()
