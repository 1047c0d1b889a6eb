"""The engines that are compared: each segments all lines so many times and tells how fast."""

import json
import subprocess
import time
from dataclasses import dataclass
from typing import Callable


@dataclass
class Run:
    """What one engine did in one run."""

    seconds: float  # of the best pass
    tokens: int


@dataclass
class Engine:
    """An engine set up and ready: `run(passes)` measures it."""

    name: str
    run: Callable[[int], Run]


def zimu(driver: str, path: str) -> Engine:
    """ICU driven by Zimu, in a process of its own that times itself."""

    def run(passes: int) -> Run:
        command = [driver, "segment", path, str(passes)]
        answer = json.loads(subprocess.check_output(command))
        return Run(answer["seconds"], answer["tokens"])

    return Engine("zimu (ICU engine)", run)


def pyicu(lines: list[str]) -> Engine:
    """ICU's word break iterator, driven from Python."""
    import icu

    words = icu.BreakIterator.createWordInstance(icu.Locale(""))

    def segment() -> int:
        tokens = 0
        for line in lines:
            words.setText(line)
            tokens += len(list(words))
        return tokens

    return Engine(f"PyICU {icu.VERSION} (ICU {icu.ICU_VERSION})", timed(segment))


def rjieba(lines: list[str], title: str = "lines") -> Engine:
    """jieba-rs, without its hidden Markov model for unknown words."""
    from importlib.metadata import version

    from rjieba import cut

    def segment() -> int:
        return sum(len(cut(line, False)) for line in lines)

    return Engine(f"rjieba {version('rjieba')}, {title}", timed(segment))


def rjieba_whole(lines: list[str]) -> Engine:
    """jieba-rs given the whole file in one call, newlines and all."""
    return rjieba(["\n".join(lines)], "whole file")


def jieba(lines: list[str]) -> Engine:
    """jieba in Python, without its hidden Markov model for unknown words."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()

    def segment() -> int:
        return sum(len(tokenizer.lcut(line, HMM=False)) for line in lines)

    return Engine(f"jieba {jieba.__version__}", timed(segment))


def timed(segment: Callable[[], int]) -> Callable[[int], Run]:
    """Runs `segment` so many times and keeps the best time."""

    def run(passes: int) -> Run:
        best, tokens = float("inf"), 0
        for _ in range(passes):
            start = time.perf_counter()
            tokens = segment()
            best = min(best, time.perf_counter() - start)
        return Run(best, tokens)

    return run
