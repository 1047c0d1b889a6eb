"""The cues that every writer is given, and the list of samples."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Cue:
    """A cue with times in milliseconds; what a format does not keep is None."""

    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    text: str


# Each cue has this word, so that one search finds them all.
COMMON_WORD = "咖啡"

CUES = [
    Cue(1000, 3500, "主持人", "早上的咖啡要用 fresh 的豆子"),
    Cue(4000, 6500, "嘉宾", '他说"手冲咖啡", 水温 92 度'),
    Cue(7250, 9000, "主持人", "咖啡店在\n二楼"),
    Cue(10000, 12500, "嘉宾", "一杯咖啡 & 一块 R&B 蛋糕"),
    Cue(13000, 15990, "嘉宾", "谢谢𠮷先生的咖啡"),
]

# A cue that only formats which escape markup can hold.
MARKUP = Cue(16000, 17500, "主持人", "咖啡 <b>浓</b> 一点, 3 < 5 > 4")


def expected(cues, *, speakers=True, start=lambda ms: ms, end=lambda ms: ms, text=lambda text: text):
    """The cues as Zimu should read them: a line break inside a cue is one space."""
    return [
        replace(
            cue,
            start_ms=start(cue.start_ms) if start else None,
            end_ms=end(cue.end_ms) if end else None,
            speaker=cue.speaker if speakers else None,
            text=text(cue.text.replace("\n", " ")),
        )
        for cue in cues
    ]


def until_next(cues, last=None):
    """The cues with the ends that follow where a format has only starts; the last end is given."""
    ends = [cue.start_ms for cue in cues[1:]] + [last]
    return [replace(cue, end_ms=end) for cue, end in zip(cues, ends)]


@dataclass(frozen=True)
class Sample:
    """A file that a real program writes; `write` takes a folder and returns the cues expected."""

    writer: str
    name: str
    write: callable


SAMPLES: list[Sample] = []


def sample(writer, name):
    """Registers a function that writes one sample."""

    def register(function):
        SAMPLES.append(Sample(writer, name, function))
        return function

    return register
