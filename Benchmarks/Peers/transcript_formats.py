"""Writes one conversation in the formats that transcripts come in, as programs write them."""

import csv
import io
import json
import random
from dataclasses import dataclass
from typing import Callable
from xml.sax.saxutils import escape

SPEAKERS = ["王小明", "陈美玲", "主持人", "李教授"]


@dataclass
class Cue:
    """Times are in milliseconds."""

    start: int
    end: int
    speaker: int
    text: str
    words: list[tuple[str, int, int]]

    @property
    def name(self) -> str:
        return SPEAKERS[self.speaker]


def conversation(text: str, characters: int | None = None, seed: int = 1) -> list[Cue]:
    """The first characters of a text, as cues of 10 to 25; a speaker says some of them in a row."""
    draw = random.Random(seed)
    cues: list[Cue] = []
    text = "".join(text.split())[:characters]
    position, time, speaker = 0, 1000, 0
    while position < len(text):
        length = draw.randint(10, 25)
        piece = text[position : position + length]
        position += length
        end = time + 180 * len(piece) + draw.randint(0, 400)
        cues.append(Cue(time, end, speaker, piece, timed_words(piece, time, end, draw)))
        time = end + draw.choice([0, 0, 40, 300, 900])
        if draw.random() < 0.15:
            speaker = draw.randrange(len(SPEAKERS))
    return cues


def timed_words(text: str, start: int, end: int, draw: random.Random) -> list[tuple[str, int, int]]:
    """Words of one to three characters that share the time by their lengths."""
    words, place = [], 0
    while place < len(text):
        word = text[place : place + draw.choice([1, 1, 2, 2, 2, 3])]
        times = (start + (end - start) * at // len(text) for at in (place, place + len(word)))
        words.append((word, *times))
        place += len(word)
    return words


# MARK: Times


def clock(time: int, point: str = ".", digits: int = 3, hours: int = 2) -> str:
    """`00:01:02.345`; `hours` is how many digits these have at least."""
    seconds, thousandths = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    fraction = f"{point}{thousandths:03}"[: digits + 1] if digits else ""
    return f"{minutes // 60:0{hours}}:{minutes % 60:02}:{seconds:02}{fraction}"


def minutes(time: int, digits: int = 0) -> str:
    """`75:02`, or `75:02.34`."""
    fraction = f".{time % 1000:03}"[: digits + 1] if digits else ""
    return f"{time // 60_000:02}:{time // 1000 % 60:02}{fraction}"


def seconds(time: int) -> float:
    return time / 1000


# MARK: Subtitles


def srt(cues: list[Cue]) -> str:
    return "\n".join(
        f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1))


def vtt(cues: list[Cue]) -> str:
    return "WEBVTT\n\n" + "\n".join(
        f"{clock(cue.start)} --> {clock(cue.end)}\n<v {cue.name}>{escape(cue.text)}\n"
        for cue in cues)


ASS_HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
MarginV, Encoding
Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def ass(cues: list[Cue]) -> str:
    return ASS_HEAD + "".join(
        f"Dialogue: 0,{clock(cue.start, digits=2, hours=1)},{clock(cue.end, digits=2, hours=1)},Default,"
        f"{cue.name},0,0,0,,{cue.text}\n" for cue in cues)


def ttml(cues: list[Cue]) -> str:
    agents = "".join(
        f'<ttm:agent xml:id="a{number}" type="person"><ttm:name type="full">{name}</ttm:name></ttm:agent>'
        for number, name in enumerate(SPEAKERS))
    lines = "".join(
        f'<p begin="{clock(cue.start)}" end="{clock(cue.end)}" ttm:agent="a{cue.speaker}">'
        f"{escape(cue.text)}</p>\n" for cue in cues)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" '
        'xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="zh">\n'
        f"<head><metadata>{agents}</metadata></head>\n<body><div>\n{lines}</div></body>\n</tt>\n")


def lrc(cues: list[Cue]) -> str:
    return "".join(f"[{minutes(cue.start, 2)}]{cue.text}\n" for cue in cues)


def sbv(cues: list[Cue]) -> str:
    return "\n".join(f"{clock(cue.start, hours=1)},{clock(cue.end, hours=1)}\n{cue.text}\n" for cue in cues)


def sami(cues: list[Cue]) -> str:
    return "<SAMI>\n<HEAD><TITLE>谈话</TITLE></HEAD>\n<BODY>\n" + "".join(
        f"<SYNC Start={cue.start}><P Class=ZHCC>{escape(cue.text)}\n"
        f"<SYNC Start={cue.end}><P Class=ZHCC>&nbsp;\n" for cue in cues) + "</BODY>\n</SAMI>\n"


def microdvd(cues: list[Cue]) -> str:
    return "{1}{1}25\n" + "".join(
        f"{{{cue.start // 40}}}{{{cue.end // 40}}}{cue.text}\n" for cue in cues)


# MARK: Tables


def table(cues: list[Cue], separator: str) -> str:
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator, lineterminator="\n")
    writer.writerow(["start", "end", "speaker", "text"])
    for cue in cues:
        writer.writerow([seconds(cue.start), seconds(cue.end), cue.name, cue.text])
    return output.getvalue()


def json_lines(cues: list[Cue]) -> str:
    return "".join(
        json.dumps(
            {"start": seconds(cue.start), "end": seconds(cue.end), "speaker": cue.name, "text": cue.text},
            ensure_ascii=False) + "\n" for cue in cues)


# MARK: JSON


def whisper(cues: list[Cue], words: bool) -> str:
    segments = []
    for number, cue in enumerate(cues):
        segment = {
            "id": number, "seek": 0, "start": seconds(cue.start), "end": seconds(cue.end), "text": cue.text,
            "tokens": [50364 + ord(character) % 997 for character in cue.text], "temperature": 0.0,
            "avg_logprob": -0.21, "compression_ratio": 1.2, "no_speech_prob": 0.02}
        if words:
            segment["words"] = [
                {"word": word, "start": seconds(start), "end": seconds(end), "probability": 0.98}
                for word, start, end in cue.words]
        segments.append(segment)
    text = "".join(cue.text for cue in cues)
    return json.dumps({"text": text, "segments": segments, "language": "zh"}, ensure_ascii=False)


def deepgram(cues: list[Cue]) -> str:
    words = [
        {"word": word, "start": seconds(start), "end": seconds(end), "confidence": 0.99,
         "speaker": cue.speaker, "speaker_confidence": 0.7, "punctuated_word": word}
        for cue in cues for word, start, end in cue.words]
    text = "".join(cue.text for cue in cues)
    return json.dumps(
        {"metadata": {"request_id": "0", "channels": 1}, "results": {"channels": [{"alternatives": [
            {"transcript": text, "confidence": 0.99, "words": words}]}]}}, ensure_ascii=False)


def funasr(cues: list[Cue]) -> str:
    sentences = [
        {"text": cue.text, "start": cue.start, "end": cue.end, "spk": cue.speaker,
         "timestamp": [[start, end] for _, start, end in cue.words]} for cue in cues]
    return json.dumps(
        [{"key": "talk", "text": "".join(cue.text for cue in cues), "sentence_info": sentences}],
        ensure_ascii=False)


def json3(cues: list[Cue]) -> str:
    events = [
        {"tStartMs": cue.start, "dDurationMs": cue.end - cue.start, "wWinId": 1, "segs": [
            {"utf8": word, "tOffsetMs": start - cue.start, "acAsrConf": 0}
            for word, start, _ in cue.words]} for cue in cues]
    return json.dumps({"wireMagic": "pb3", "pens": [{}], "events": events}, ensure_ascii=False)


def bilibili(cues: list[Cue]) -> str:
    body = [
        {"from": seconds(cue.start), "to": seconds(cue.end), "sid": number, "location": 2, "content": cue.text,
         "music": 0.0} for number, cue in enumerate(cues, 1)]
    return json.dumps({"font_size": 0.4, "type": "AIsubtitle", "lang": "zh", "body": body}, ensure_ascii=False)


# MARK: XML


def srv3(cues: list[Cue]) -> str:
    lines = "".join(
        f'<p t="{cue.start}" d="{cue.end - cue.start}" w="1">' + "".join(
            f'<s t="{start - cue.start}" ac="0">{escape(word)}</s>' for word, start, _ in cue.words) + "</p>\n"
        for cue in cues)
    return f'<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<body>\n{lines}</body>\n</timedtext>\n'


def eaf(cues: list[Cue]) -> str:
    slots = "".join(
        f'        <TIME_SLOT TIME_SLOT_ID="ts{number * 2 + side}" TIME_VALUE="{time}"/>\n'
        for number, cue in enumerate(cues) for side, time in enumerate((cue.start, cue.end), 1))
    tiers = "".join(
        f'    <TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="{name}" TIER_ID="{name}">\n' + "".join(
            "        <ANNOTATION>\n            <ALIGNABLE_ANNOTATION "
            f'ANNOTATION_ID="a{number}" TIME_SLOT_REF1="ts{number * 2 + 1}" TIME_SLOT_REF2="ts{number * 2 + 2}">\n'
            f"                <ANNOTATION_VALUE>{escape(cue.text)}</ANNOTATION_VALUE>\n"
            "            </ALIGNABLE_ANNOTATION>\n        </ANNOTATION>\n"
            for number, cue in enumerate(cues) if cue.speaker == speaker) + "    </TIER>\n"
        for speaker, name in enumerate(SPEAKERS))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" '
        'DATE="2024-11-30T15:00:00+08:00" FORMAT="3.0" VERSION="3.0" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">\n'
        f'    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>\n    <TIME_ORDER>\n{slots}    </TIME_ORDER>\n{tiers}'
        '    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" '
        'TIME_ALIGNABLE="true"/>\n</ANNOTATION_DOCUMENT>\n')


def transcriber(cues: list[Cue]) -> str:
    speakers = "".join(f'<Speaker id="spk{number}" name="{name}"/>\n' for number, name in enumerate(SPEAKERS))
    turns = "".join(
        f'<Turn speaker="spk{cue.speaker}" startTime="{seconds(cue.start)}" endTime="{seconds(cue.end)}">\n'
        f'<Sync time="{seconds(cue.start)}"/>\n{escape(cue.text)}\n</Turn>\n' for cue in cues)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Trans audio_filename="talk">\n<Speakers>\n{speakers}</Speakers>\n'
        f'<Episode>\n<Section type="report" startTime="0" endTime="{seconds(cues[-1].end)}">\n{turns}'
        "</Section>\n</Episode>\n</Trans>\n")


def exmaralda(cues: list[Cue]) -> str:
    speakers = "".join(
        f'<speaker id="SPK{number}"><abbreviation>{name}</abbreviation></speaker>\n'
        for number, name in enumerate(SPEAKERS))
    points = "".join(
        f'<tli id="T{number * 2 + side}" time="{seconds(time)}"/>\n'
        for number, cue in enumerate(cues) for side, time in enumerate((cue.start, cue.end)))
    tiers = "".join(
        f'<tier id="TIE{speaker}" speaker="SPK{speaker}" category="v" type="t">\n' + "".join(
            f'<event start="T{number * 2}" end="T{number * 2 + 1}">{escape(cue.text)}</event>\n'
            for number, cue in enumerate(cues) if cue.speaker == speaker) + "</tier>\n"
        for speaker in range(len(SPEAKERS)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<basic-transcription>\n<head><speakertable>\n{speakers}'
        f"</speakertable></head>\n<basic-body>\n<common-timeline>\n{points}</common-timeline>\n{tiers}"
        "</basic-body>\n</basic-transcription>\n")


def akoma_ntoso(cues: list[Cue]) -> str:
    people = "".join(
        f'<TLCPerson href="/ontology/person/::/p{number}" id="p{number}" showAs="{name}"/>\n'
        for number, name in enumerate(SPEAKERS))
    speeches = "".join(
        f'<speech by="#p{cue.speaker}">\n  <p>{escape(cue.text)}</p>\n</speech>\n' for cue in cues)
    return (
        f"<akomaNtoso>\n<debate>\n<meta><references>\n{people}</references></meta>\n<debateBody><debateSection>\n"
        f"{speeches}</debateSection></debateBody>\n</debate>\n</akomaNtoso>\n")


def page(cues: list[Cue]) -> str:
    return '<!DOCTYPE html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>谈话</title></head>\n<body>\n' + "".join(
        f"<p><cite>{cue.name}</cite> <time>{clock(cue.start, digits=0)}</time> {escape(cue.text)}</p>\n"
        for cue in cues) + "</body>\n</html>\n"


# MARK: Linguists' formats


def textgrid(cues: list[Cue]) -> str:
    end = seconds(cues[-1].end)
    parts = [
        f'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = {end} \ntiers? <exists> \n'
        f"size = {len(SPEAKERS)} \nitem []: \n"]
    for speaker, name in enumerate(SPEAKERS):
        intervals, last = [], 0
        for cue in cues:
            if cue.speaker != speaker:
                continue
            if cue.start > last:
                intervals.append((last, cue.start, ""))
            intervals.append((cue.start, cue.end, cue.text.replace('"', '""')))
            last = cue.end
        parts.append(
            f'    item [{speaker + 1}]:\n        class = "IntervalTier" \n        name = "{name}" \n'
            f"        xmin = 0 \n        xmax = {end} \n        intervals: size = {len(intervals)} \n")
        parts += [
            f"        intervals [{number}]:\n            xmin = {seconds(start)} \n"
            f'            xmax = {seconds(stop)} \n            text = "{text}" \n'
            for number, (start, stop, text) in enumerate(intervals, 1)]
    return "".join(parts)


def chat(cues: list[Cue]) -> str:
    people = ", ".join(f"P{number:02} {name} Adult" for number, name in enumerate(SPEAKERS))
    return f"@UTF8\n@Begin\n@Languages:\tzho\n@Participants:\t{people}\n" + "".join(
        f"*P{cue.speaker:02}:\t{cue.text} . \x15{cue.start}_{cue.end}\x15\n" for cue in cues) + "@End\n"


def stm(cues: list[Cue]) -> str:
    return "".join(
        f"talk 1 {cue.name} {cue.start / 1000:.2f} {cue.end / 1000:.2f} <o,f0,unknown> {cue.text}\n"
        for cue in cues)


def ctm(cues: list[Cue]) -> str:
    return "".join(
        f"talk 1 {start / 1000:.2f} {(end - start) / 1000:.2f} {word} 0.98\n"
        for cue in cues for word, start, end in cue.words)


def vertical(cues: list[Cue]) -> str:
    return '<doc title="谈话">\n' + "".join(
        f'<u who="{cue.name}">\n<s>\n' + "<g/>\n".join(f"{escape(word)}\tN\t{escape(word)}\n" for word, _, _ in cue.words)
        + "</s>\n</u>\n" for cue in cues) + "</doc>\n"


def conllu(cues: list[Cue]) -> str:
    return "".join(
        f"# sent_id = {number}\n# speaker = {cue.name}\n# text = {cue.text}\n" + "".join(
            f"{place}\t{word}\t{word}\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
            for place, (word, _, _) in enumerate(cue.words, 1)) + "\n"
        for number, cue in enumerate(cues, 1))


# MARK: Texts


def plain(cues: list[Cue]) -> str:
    return "".join(f"{cue.text}\n" for cue in cues)


def speeches(cues: list[Cue]) -> str:
    return "".join(f"{cue.name}：{cue.text}\n" for cue in cues)


def stamped(cues: list[Cue]) -> str:
    return "".join(f"[{clock(cue.start, digits=0)}] {cue.name}：{cue.text}\n" for cue in cues)


def terminal(cues: list[Cue]) -> str:
    return "".join(f"[{clock(cue.start)} --> {clock(cue.end)}]   {cue.text}\n" for cue in cues)


def meeting(cues: list[Cue]) -> str:
    return "2024年11月30日 下午 3:00|12分钟 5秒\n\n文字记录:\n" + "".join(
        f"{cue.name} {clock(cue.start, digits=0)} \n{cue.text}\n\n" for cue in cues)


def markdown(cues: list[Cue]) -> str:
    return "---\ntitle: 谈话\ndate: 2024-11-30\n---\n" + "".join(
        f"**{cue.name}**：{cue.text}\n\n" for cue in cues)


@dataclass
class Format:
    """A format: what the table calls it, the file's name, and how many times as fast reading has to be."""

    title: str
    file: str
    write: Callable[[list[Cue]], str]
    target: int


FORMATS = [
    Format("SubRip", "talk.srt", srt, 10),
    Format("WebVTT, voices", "talk.vtt", vtt, 10),
    Format("ASS", "talk.ass", ass, 10),
    Format("SBV", "talk.sbv", sbv, 10),
    Format("LRC", "talk.lrc", lrc, 10),
    Format("MicroDVD", "talk.sub", microdvd, 10),
    Format("CSV", "talk.csv", lambda cues: table(cues, ","), 10),
    Format("TSV", "talk.tsv", lambda cues: table(cues, "\t"), 10),
    Format("plain text", "plain.txt", plain, 10),
    Format("plain text, speakers", "speeches.txt", speeches, 10),
    Format("text with time stamps", "stamped.txt", stamped, 10),
    Format("whisper on a terminal", "terminal.txt", terminal, 10),
    Format("meeting", "meeting.txt", meeting, 10),
    Format("Markdown", "talk.md", markdown, 10),
    Format("TextGrid", "talk.TextGrid", textgrid, 10),
    Format("CHAT", "talk.cha", chat, 10),
    Format("STM", "talk.stm", stm, 10),
    Format("CTM, words", "talk.ctm", ctm, 10),
    Format("vertical text, words", "talk.vert", vertical, 10),
    Format("CoNLL-U, words", "talk.conllu", conllu, 10),
    Format("whisper JSON", "whisper.json", lambda cues: whisper(cues, words=False), 5),
    Format("whisper JSON, words", "words.json", lambda cues: whisper(cues, words=True), 5),
    Format("Deepgram JSON, words", "deepgram.json", deepgram, 5),
    Format("FunASR JSON, word times", "funasr.json", funasr, 5),
    Format("YouTube json3, words", "talk.json3", json3, 5),
    Format("Bilibili JSON", "bilibili.json", bilibili, 5),
    Format("JSON Lines", "talk.jsonl", json_lines, 5),
    Format("TTML", "talk.ttml", ttml, 5),
    Format("YouTube srv3, words", "talk.srv3", srv3, 5),
    Format("SAMI", "talk.smi", sami, 5),
    Format("ELAN", "talk.eaf", eaf, 5),
    Format("Transcriber", "talk.trs", transcriber, 5),
    Format("EXMARaLDA", "talk.exb", exmaralda, 5),
    Format("Akoma Ntoso", "debate.xml", akoma_ntoso, 5),
    Format("HTML", "talk.html", page, 5),
]
