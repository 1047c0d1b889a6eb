"""What all engines have in common: each does its work so many times and tells how fast."""

import json
import subprocess
import time
from dataclasses import dataclass, field
from typing import Callable, TypeVar

Result = TypeVar("Result")


@dataclass
class Run:
    """What one engine did in one run."""

    seconds: float  # of the best pass
    count: int  # segments or bytes that came out


@dataclass
class Engine:
    """An engine set up and ready: `run(passes)` measures it."""

    name: str
    run: Callable[[int], Run]
    base: str | None = None  # the base of ratios that it belongs to
    agrees: bool = False  # whether it must count as all others do that say so
    most_passes: int | None = None  # of a run, for the slow


@dataclass
class Comparison:
    """The engines of one kind of work, and what to say about them."""

    programs: list[tuple[str, Callable[[str, str], Engine]]]  # name, engine from its path and file
    peers: list[tuple[str, Callable[[list[str]], Engine]]]  # package, and engine from the lines
    bases: list[str]  # what ratios are relative to: of each turn the fastest engine of the base
    count: str  # what is counted
    volume: int  # bytes that a run works on at least, unless told how many passes
    notes: str
    setups: list[tuple[str, list[str]]] = field(default_factory=list)  # what, zimu-peer's arguments


def zimu(
    name: str, task: str, *options: str, agrees: bool = False
) -> tuple[str, Callable[[str, str], Engine]]:
    """A part of Zimu, in a process of its own that times itself."""

    def engine(driver: str, path: str) -> Engine:
        def run(passes: int) -> Run:
            answer = ask([driver, task, path, str(passes), *options])
            return Run(answer["seconds"], answer["tokens"])

        return Engine(name, run, agrees=agrees)

    return "zimu-peer", engine


def ask(command: list[str]) -> dict:
    """What a program answers in one line of JSON."""
    return json.loads(subprocess.check_output(command))


def timed(work: Callable[[], Result], count: Callable[[Result], int]) -> Callable[[int], Run]:
    """Runs `work` so many times and keeps the best time; counting takes none of it."""

    def run(passes: int) -> Run:
        best = float("inf")
        for _ in range(passes):
            start = time.perf_counter()
            result = work()
            best = min(best, time.perf_counter() - start)
        return Run(best, count(result))

    return run
