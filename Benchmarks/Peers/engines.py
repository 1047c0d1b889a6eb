"""What all engines have in common: each does its work so many times and tells how fast."""

import json
import subprocess
import time
from dataclasses import dataclass
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
    is_base: bool = False  # whether the others' speed is given relative to it


@dataclass
class Comparison:
    """The engines of one kind of work, and what to say about them."""

    zimu: list[Callable[[str, str], Engine]]  # from the zimu-peer program and the file
    peers: list[tuple[str, Callable[[list[str]], Engine]]]  # package, and engine from the lines
    base: str  # what the ratio is relative to
    count: str  # what is counted
    volume: int  # bytes that a run works on at least, unless told how many passes
    notes: str


def zimu(name: str, task: str, *options: str) -> Callable[[str, str], Engine]:
    """A part of Zimu, in a process of its own that times itself."""

    def engine(driver: str, path: str) -> Engine:
        def run(passes: int) -> Run:
            command = [driver, task, path, str(passes), *options]
            answer = json.loads(subprocess.check_output(command))
            return Run(answer["seconds"], answer["tokens"])

        return Engine(name, run)

    return engine


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
