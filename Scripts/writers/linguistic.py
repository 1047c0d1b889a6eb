"""What tools of linguists write: ELAN, Praat, CHAT, CoNLL-U."""

import dataclasses
import subprocess

from sample import CUES, MARKUP, Cue, expected, sample
from captions import srt_text

SPEAKERS = ["主持人", "嘉宾"]
# Labels of these formats hold no line breaks.
LINES = [dataclasses.replace(cue, text=cue.text.replace("\n", " ")) for cue in CUES]


# ELAN


def eaf(names, **tier):
    import pympi

    file = pympi.Elan.Eaf(author="")
    file.remove_tier("default")
    for speaker in SPEAKERS:
        file.add_tier(names[speaker], part=speaker, **tier)
    for cue in LINES + [MARKUP]:
        file.add_annotation(names[cue.speaker], cue.start_ms, cue.end_ms, cue.text)
    return file


@sample("pympi", "eaf")
def _(folder):
    eaf({name: name for name in SPEAKERS}).to_file(str(folder / "sample.eaf"))
    return expected(LINES + [MARKUP])


@sample("pympi", "eaf-participants")
def _(folder):
    eaf({"主持人": "A-transcript", "嘉宾": "B-transcript"}).to_file(str(folder / "sample.eaf"))
    return expected(LINES + [MARKUP])


# Praat


def pympi_textgrid(folder, **options):
    import pympi

    grid = pympi.Praat.TextGrid(xmin=0, xmax=20)
    for speaker in SPEAKERS:
        tier = grid.add_tier(speaker)
        for cue in LINES:
            if cue.speaker == speaker:
                tier.add_interval(cue.start_ms / 1000, cue.end_ms / 1000, cue.text)
    grid.to_file(str(folder / "sample.TextGrid"), **options)
    return expected(LINES)


@sample("pympi", "textgrid-long-utf16")
def _(folder):
    return pympi_textgrid(folder, codec="utf-16")


@sample("pympi", "textgrid-short")
def _(folder):
    return pympi_textgrid(folder, mode="short")


def praatio(folder, format_, extension="TextGrid"):
    from praatio import textgrid

    grid = textgrid.Textgrid()
    for speaker in SPEAKERS:
        entries = [(cue.start_ms / 1000, cue.end_ms / 1000, cue.text) for cue in LINES if cue.speaker == speaker]
        grid.addTier(textgrid.IntervalTier(speaker, entries, 0, 20))
    grid.save(str(folder / f"sample.{extension}"), format_, includeBlankSpaces=True)
    return expected(LINES)


@sample("praatio", "textgrid-long")
def _(folder):
    return praatio(folder, "long_textgrid")


@sample("praatio", "textgrid-short")
def _(folder):
    return praatio(folder, "short_textgrid")


def tgt_grid():
    import tgt

    grid = tgt.TextGrid()
    for speaker in SPEAKERS:
        tier = tgt.IntervalTier(0, 20, speaker)
        for cue in LINES:
            if cue.speaker == speaker:
                tier.add_interval(tgt.Interval(cue.start_ms / 1000, cue.end_ms / 1000, cue.text))
        grid.add_tier(tier)
    return grid


@sample("tgt", "textgrid-long")
def _(folder):
    import tgt

    tgt.io3.write_to_file(tgt_grid(), str(folder / "sample.TextGrid"), format="long")
    return expected(LINES)


@sample("textgrid", "textgrid")
def _(folder):
    import textgrid

    grid = textgrid.TextGrid(maxTime=20)
    for speaker in SPEAKERS:
        tier = textgrid.IntervalTier(speaker, 0, 20)
        for cue in LINES:
            if cue.speaker == speaker:
                tier.add(cue.start_ms / 1000, cue.end_ms / 1000, cue.text)
        grid.append(tier)
    grid.write(str(folder / "sample.TextGrid"))
    return expected(LINES)


def praat(folder, command, name="sample.TextGrid"):
    """Writes a grid of Praat's own; times of intervals are where boundaries stand."""
    quoted = lambda text: '"' + text.replace('"', '""') + '"'
    script = [f'Create TextGrid: 0, 20, {quoted(" ".join(SPEAKERS))}, ""']
    for number, speaker in enumerate(SPEAKERS, 1):
        for cue in LINES:
            if cue.speaker == speaker:
                for ms in (cue.start_ms, cue.end_ms):
                    script.append(f"Insert boundary: {number}, {ms / 1000}")
                script.append(f"interval = Get interval at time: {number}, {cue.start_ms / 1000}")
                script.append(f"Set interval text: {number}, interval, {quoted(cue.text)}")
    script.append(f"{command}: {quoted(str(folder / name))}")
    file = folder / "script.praat"
    file.write_text("\n".join(script) + "\n", encoding="utf-8")
    subprocess.run(["praat", "--run", file], check=True, capture_output=True)
    file.unlink()
    return expected(LINES)


@sample("praat", "textgrid-long")
def _(folder):
    return praat(folder, "Save as text file")


@sample("praat", "textgrid-short")
def _(folder):
    return praat(folder, "Save as short text file")


@sample("praat", "textgrid-chronological")
def _(folder):
    return praat(folder, "Save as chronological text file")


# CHAT. A full stop that ends an utterance of CHAT belongs to the format.

CHAT = """@UTF8
@Begin
@Languages:\tzho, eng
@Participants:\tZCR 主持人 Adult, JBI 嘉宾 Adult
@ID:\tzho|corpus|ZCR|||||Adult|||
@ID:\tzho|corpus|JBI|||||Adult|||
@Media:\tcoffee, audio
*ZCR:\t早上的咖啡要用 fresh 的豆子 . \x151000_3500\x15
*JBI:\t他说手冲咖啡, 水温九十二度
\t吗 ? \x154000_6500\x15
%com:\t咖啡 是注释
*ZCR:\t咖啡店在二楼 . \x157250_9000\x15
@End
"""
CHAT_CUES = [
    Cue(1000, 3500, "主持人", "早上的咖啡要用 fresh 的豆子"),
    Cue(4000, 6500, "嘉宾", "他说手冲咖啡, 水温九十二度 吗?"),
    Cue(7250, 9000, "主持人", "咖啡店在二楼"),
]


@sample("pylangacq", "chat")
def _(folder):
    import pylangacq

    pylangacq.CHAT.from_strs([CHAT]).to_files(str(folder))
    return CHAT_CUES


@sample("rustling", "chat-from-srt")
def _(folder):
    from rustling.srt import SRT

    SRT.from_strs([srt_text(LINES[:1] + LINES[2:3])]).to_chat_files(str(folder))
    # The speaker has a code and a role, but no name.
    return [dataclasses.replace(cue, speaker="SPK") for cue in LINES[:1] + LINES[2:3]]


# CoNLL-U


@sample("conllu", "conllu")
def _(folder):
    import conllu

    sentences = []
    for number, words in enumerate([["早上", "的", "咖啡", "fresh", "coffee"], ["咖啡店", "在", "二楼", "。"]], 1):
        tokens = [
            conllu.Token(
                id=place, form=word, lemma=word, upos="X", xpos=None, feats=None, head=0, deprel="root", deps=None,
                misc=None if word in ("fresh", "咖啡") else {"SpaceAfter": "No"})
            for place, word in enumerate(words, 1)
        ]
        text = "早上的咖啡 fresh coffee" if number == 1 else "咖啡店在二楼。"
        sentences.append(conllu.TokenList(tokens, metadata={"sent_id": f"咖啡-{number}", "text": text}))
    (folder / "sample.conllu").write_text("".join(s.serialize() for s in sentences), encoding="utf-8")
    return [Cue(None, None, None, "早上的咖啡 fresh coffee"), Cue(None, None, None, "咖啡店在二楼。")]
