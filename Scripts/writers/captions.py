"""Captions as pysubs2, pycaption, ttconv, webvtt-py, srt, pysrt, ass and ffmpeg write them."""

import datetime
import subprocess
from math import ceil, floor

from sample import CUES, MARKUP, Cue, expected, sample, until_next


def seconds(ms):
    return datetime.timedelta(milliseconds=ms)


def clock(ms, comma=","):
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}{comma}{ms % 1000:03d}"


# pysubs2


def pysubs2_file(cues=CUES):
    """Five cues, with override tags, karaoke, a drawing and a comment among them."""
    import pysubs2

    file = pysubs2.SSAFile()
    for cue in cues:
        text = cue.text.replace("\n", r"\N")
        event = pysubs2.SSAEvent(cue.start_ms, cue.end_ms, text, name=cue.speaker)
        file.events.append(event)
    file.events[0].text = r"{\an8\i1}早上的{\i0}咖啡要用 {\k50}fresh{\k20} 的豆子"
    file.events[4].text = r"{\pos(10,20)\c&H00FF00&}谢谢𠮷先生的咖啡{\r}"
    file.events.append(pysubs2.SSAEvent(20000, 21000, r"{\p1}m 0 0 l 100 0 100 100 0 100{\p0}"))
    file.events.append(pysubs2.SSAEvent(22000, 23000, "咖啡 是注释", type="Comment"))
    return file


@sample("pysubs2", "ass")
def _(folder):
    pysubs2_file().save(str(folder / "sample.ass"))
    return expected(CUES)


@sample("pysubs2", "ssa")
def _(folder):
    pysubs2_file().save(str(folder / "sample.ssa"))
    return expected(CUES)


@sample("pysubs2", "srt")
def _(folder):
    pysubs2_file().save(str(folder / "sample.srt"))
    return expected(CUES, speakers=False)


@sample("pysubs2", "srt-with-tags")
def _(folder):
    pysubs2_file().save(str(folder / "sample.srt"), keep_ssa_tags=True)
    return expected(CUES, speakers=False)


@sample("pysubs2", "vtt")
def _(folder):
    pysubs2_file().save(str(folder / "sample.vtt"))
    return expected(CUES, speakers=False)


@sample("pysubs2", "ttml")
def _(folder):
    pysubs2_file(CUES + [MARKUP]).save(str(folder / "sample.ttml"))
    return expected(CUES + [MARKUP], speakers=False)


def frame_time(frame, rate):
    """The time of a frame in milliseconds, half up."""
    return int(frame * 1000 / rate + 0.5)


def nearest_frame(rate):
    """How pysubs2 rounds a time: to the nearest frame, half to even."""
    return lambda ms: frame_time(round(ms / 1000 * rate), rate)


@sample("pysubs2", "microdvd")
def _(folder):
    pysubs2_file().save(str(folder / "sample.sub"), fps=25.0)
    return expected(CUES, speakers=False, start=nearest_frame(25), end=nearest_frame(25))


@sample("pysubs2", "microdvd-23.976")
def _(folder):
    file = pysubs2_file()
    file.events[0].text = r"{\i1}" + CUES[0].text
    file.save(str(folder / "sample.sub"), fps=23.976)
    at = nearest_frame(23.976)
    return expected(CUES, speakers=False, start=at, end=at)


@sample("pysubs2", "mpl2")
def _(folder):
    pysubs2_file().save(str(folder / "sample.txt"), format_="mpl2")
    down = lambda ms: ms // 100 * 100
    return expected(CUES, speakers=False, start=down, end=down)


@sample("pysubs2", "tmplayer")
def _(folder):
    pysubs2_file().save(str(folder / "sample.txt"), format_="tmp")
    cues = expected(CUES, speakers=False, start=lambda ms: ms // 1000 * 1000)
    return until_next(cues)


# pycaption


def pycaption_set(cues=CUES):
    import pycaption

    captions = pycaption.CaptionList()
    for cue in cues:
        nodes = []
        for number, line in enumerate(cue.text.split("\n")):
            if number:
                nodes.append(pycaption.CaptionNode.create_break())
            nodes.append(pycaption.CaptionNode.create_text(line))
        captions.append(pycaption.Caption(cue.start_ms * 1000, cue.end_ms * 1000, nodes))
    return pycaption.CaptionSet({"zh-CN": captions})


def pycaption_write(folder, writer, extension, cues=CUES):
    (folder / f"sample.{extension}").write_text(writer.write(pycaption_set(cues)), encoding="utf-8")


@sample("pycaption", "srt")
def _(folder):
    import pycaption

    pycaption_write(folder, pycaption.SRTWriter(), "srt")
    return expected(CUES, speakers=False)


@sample("pycaption", "vtt")
def _(folder):
    import pycaption

    pycaption_write(folder, pycaption.WebVTTWriter(), "vtt", CUES + [MARKUP])
    return expected(CUES + [MARKUP], speakers=False)


@sample("pycaption", "dfxp")
def _(folder):
    import pycaption

    pycaption_write(folder, pycaption.DFXPWriter(), "dfxp", CUES + [MARKUP])
    return expected(CUES + [MARKUP], speakers=False)


@sample("pycaption", "dfxp-legacy")
def _(folder):
    from pycaption.dfxp.extras import LegacyDFXPWriter

    pycaption_write(folder, LegacyDFXPWriter(), "xml", CUES + [MARKUP])
    return expected(CUES + [MARKUP], speakers=False)


@sample("pycaption", "sami")
def _(folder):
    import pycaption

    pycaption_write(folder, pycaption.SAMIWriter(), "smi", CUES + [MARKUP])
    return expected(CUES + [MARKUP], speakers=False)


@sample("pycaption", "microdvd")
def _(folder):
    import pycaption

    pycaption_write(folder, pycaption.MicroDVDWriter(), "sub")
    at = lambda ms: ms // 40 * 40
    return expected(CUES, speakers=False, start=at, end=at)


# ttconv

TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="zh" ttp:frameRate="25">
  <head><layout><region xml:id="r" tts:origin="10% 70%" tts:extent="80% 25%"/></layout></head>
  <body><div begin="1s">
    <p begin="0s" end="2.5s" region="r">早上的<span tts:fontStyle="italic">咖啡</span>要用 fresh 的豆子</p>
    <p begin="3s" end="5.5s" region="r">他说"手冲咖啡", 水温 92 度</p>
    <p begin="6.25s" end="8s" region="r"><span tts:color="yellow">咖啡店在</span><br/>二楼</p>
    <p begin="9s" end="11.5s" region="r">一杯咖啡 &amp; 一块 R&amp;B 蛋糕</p>
    <p begin="12s" end="14.96s" region="r">谢谢𠮷先生的咖啡</p>
  </div></body>
</tt>
"""
# ttconv takes the end of the last <p> for the end of the <div>, which has another time base: it writes
# <div begin="1s" end="14.96s">, and by TTML no <p> lasts longer than its <div>.
TTML_CUES = CUES[:4] + [Cue(13000, 14960, "嘉宾", CUES[4].text)]


def ttconv_model():
    import xml.etree.ElementTree as tree

    import ttconv.imsc.reader

    return ttconv.imsc.reader.to_model(tree.ElementTree(tree.fromstring(TTML)))


def ttconv_imsc(folder, extension, **configuration):
    import ttconv.imsc.writer
    from ttconv.imsc.config import IMSCWriterConfiguration

    configuration = IMSCWriterConfiguration(**configuration)
    tree = ttconv.imsc.writer.from_model(ttconv_model(), configuration)
    tree.write(folder / f"sample.{extension}", encoding="utf-8", xml_declaration=True)
    return expected(TTML_CUES, speakers=False)


def ttconv_frames(whole):
    """Times are counted from the begin of the <div>, each in whole frames of 40 ms."""
    at = lambda ms: 1000 + whole((ms - 1000) / 40) * 40
    return expected(TTML_CUES, speakers=False, start=at, end=at)


@sample("ttconv", "ttml")
def _(folder):
    return ttconv_imsc(folder, "ttml")


@sample("ttconv", "ttml-frames")
def _(folder):
    from fractions import Fraction

    from ttconv.imsc.config import TimeExpressionSyntaxEnum as Syntax

    ttconv_imsc(folder, "ttml", time_format=Syntax.frames, fps=Fraction(25))
    return ttconv_frames(ceil)


@sample("ttconv", "ttml-clock-frames")
def _(folder):
    from fractions import Fraction

    from ttconv.imsc.config import TimeExpressionSyntaxEnum as Syntax

    ttconv_imsc(folder, "itt", time_format=Syntax.clock_time_with_frames, fps=Fraction(25))
    return ttconv_frames(floor)


@sample("ttconv", "ttml-29.97")
def _(folder):
    from fractions import Fraction

    from ttconv.imsc.config import TimeExpressionSyntaxEnum as Syntax

    rate = Fraction(30000, 1001)
    ttconv_imsc(folder, "ttml", time_format=Syntax.frames, fps=rate)
    return expected(
        TTML_CUES, speakers=False, start=lambda ms: up(ms, rate), end=lambda ms: up(ms, rate))


def up(ms, rate):
    """The first frame that is not before a time, in milliseconds, as ttconv counts it."""
    return int(ceil(ms * rate / 1000) * 1000 / rate + 1 / 2)


@sample("ttconv", "vtt")
def _(folder):
    import ttconv.vtt.writer
    from ttconv.vtt.config import VTTWriterConfiguration

    text = ttconv.vtt.writer.from_model(ttconv_model(), VTTWriterConfiguration(cue_id=True, line_position=True))
    (folder / "sample.vtt").write_text(text, encoding="utf-8")
    return expected(TTML_CUES, speakers=False)


@sample("ttconv", "srt")
def _(folder):
    import ttconv.srt.writer

    (folder / "sample.srt").write_text(ttconv.srt.writer.from_model(ttconv_model()), encoding="utf-8")
    return expected(TTML_CUES, speakers=False)


# webvtt-py


@sample("webvtt-py", "voices")
def _(folder):
    import webvtt

    file = webvtt.WebVTT()
    for number, cue in enumerate(CUES):
        text = cue.text.replace("&", "&amp;").split("\n")
        text[0] = f"<v.loud {cue.speaker}>{text[0]}"
        caption = webvtt.Caption(clock(cue.start_ms, "."), clock(cue.end_ms, "."), text)
        caption.identifier = f"段 {number}"
        file.captions.append(caption)
    file.captions[1].comments.append("咖啡 是注释\n两行")
    file.styles.append(webvtt.Style("::cue(.loud) {\n  color: red;\n}"))
    file.save(str(folder / "sample.vtt"))
    return expected(CUES)


@sample("webvtt-py", "words")
def _(folder):
    import webvtt

    text = "早上的<00:00:01.500><c>咖啡</c><00:00:02.000><c>要用</c><00:00:02.500> fresh<00:00:03.000><c> 的豆子</c>"
    file = webvtt.WebVTT()
    file.captions.append(webvtt.Caption("00:00:01.000", "00:00:03.500", text))
    file.save(str(folder / "sample.vtt"))
    return expected(CUES[:1], speakers=False)


@sample("webvtt-py", "srt")
def _(folder):
    import webvtt

    captions = [
        webvtt.Caption(clock(cue.start_ms, "."), clock(cue.end_ms, "."), f"<v {cue.speaker}>{cue.text}")
        for cue in CUES
    ]
    webvtt.WebVTT(captions=captions).save_as_srt(str(folder / "sample.srt"))
    return expected(CUES, speakers=False)


# srt, pysrt, ass


@sample("srt", "srt")
def _(folder):
    import srt

    cues = [
        srt.Subtitle(number, seconds(cue.start_ms), seconds(cue.end_ms), cue.text, proprietary="X1:10 X2:20")
        for number, cue in enumerate(CUES, 7)
    ]
    (folder / "sample.srt").write_text(srt.compose(cues, reindex=False, eol="\r\n"), encoding="utf-8", newline="")
    return expected(CUES, speakers=False)


@sample("pysrt", "srt-gb18030")
def _(folder):
    import pysrt

    file = pysrt.SubRipFile()
    for number, cue in enumerate(CUES, 1):
        file.append(pysrt.SubRipItem(number, cue.start_ms, cue.end_ms, cue.text))
    file.save(str(folder / "sample.srt"), encoding="gb18030")
    return expected(CUES, speakers=False)


@sample("ass", "ass")
def _(folder):
    import ass

    document = ass.Document()
    document.fields["Title"] = "咖啡"
    document.styles.append(ass.Style(name="Default"))
    for cue in CUES:
        text = cue.text.replace("\n", r"\N")
        document.events.append(
            ass.Dialogue(start=seconds(cue.start_ms), end=seconds(cue.end_ms), name=cue.speaker, text=text))
    document.events.append(ass.Comment(start=seconds(0), end=seconds(1), text="咖啡 是注释"))
    with open(folder / "sample.ass", "w", encoding="utf-8-sig") as file:
        document.dump_file(file)
    return expected(CUES)


# ffmpeg


def ffmpeg(folder, name, *options, source=None):
    """Writes a file of Debian's ffmpeg from a SubRip file."""
    source = source or srt_text(CUES)
    subprocess.run(
        ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", "-f", "srt", "-i", "pipe:0", *options, folder / name],
        input=source.encode(), check=True)


def srt_text(cues):
    return "".join(
        f"{number}\n{clock(cue.start_ms)} --> {clock(cue.end_ms)}\n{cue.text}\n\n" for number, cue in enumerate(cues, 1))


def centiseconds(ms):
    return int(ms / 10 + 0.5) * 10


@sample("ffmpeg", "srt")
def _(folder):
    ffmpeg(folder, "sample.srt", source=srt_text(CUES).replace("早上的", r"{\an8}<i>早上的</i>"))
    return expected(CUES, speakers=False)


@sample("ffmpeg", "vtt")
def _(folder):
    ffmpeg(folder, "sample.vtt")
    return expected(CUES, speakers=False)


@sample("ffmpeg", "ass")
def _(folder):
    ffmpeg(folder, "sample.ass", source=srt_text(CUES).replace("早上的", "<font color=\"red\"><b>早上的</b></font>"))
    return expected(CUES, speakers=False)


@sample("ffmpeg", "lrc")
def _(folder):
    ffmpeg(folder, "sample.lrc", source=srt_text([c for c in CUES if "\n" not in c.text]))
    return until_next(expected([c for c in CUES if "\n" not in c.text], speakers=False, start=centiseconds))


@sample("ffmpeg", "ttml")
def _(folder):
    ffmpeg(folder, "sample.ttml")
    return expected(CUES, speakers=False)
