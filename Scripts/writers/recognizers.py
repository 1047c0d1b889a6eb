"""What speech recognisers write, with results made by hand."""

import dataclasses
import importlib.util
import json
import sys
import types

from sample import CUES, Cue, expected, sample


def load(package, module):
    """Loads one module of a package without running the package's own imports, which need torch."""
    name = package
    for part in [*module.split("."), None]:
        if name not in sys.modules:
            spec = importlib.util.find_spec(name)
            if spec is None:
                raise ModuleNotFoundError(name=name)
            sys.modules[name] = importlib.util.module_from_spec(spec)
            if part is None:
                spec.loader.exec_module(sys.modules[name])
        name = f"{name}.{part}"
    return sys.modules[f"{package}.{module}"]


# Words of the cues: text, start and end in seconds. Cue 2 begins later, and ends earlier, than its segment.
WORDS = [
    [("早上的", 1.0, 1.5), ("咖啡", 1.5, 2.0), ("要用", 2.0, 2.4), (" fresh", 2.5, 3.0), (" 的", 3.0, 3.2), ("豆子", 3.2, 3.5)],
    [("他说", 4.25, 4.5), ('"', 4.5, 4.5), ("手冲", 4.5, 5.0), ("咖啡", 5.0, 5.5), ('",', 5.5, 5.5), (" 水温", 5.5, 6.0), (" 92", 6.0, 6.2), (" 度", 6.2, 6.25)],
    [("咖啡店", 7.25, 8.0), ("在", 8.0, 8.2), ("二楼", 8.3, 9.0)],
]
WORD_CUES = [
    Cue(1000, 3500, "SPEAKER_00", CUES[0].text),
    Cue(4250, 6250, "SPEAKER_01", CUES[1].text),
    Cue(7250, 9000, "SPEAKER_00", "咖啡店在二楼"),
]
SEGMENT_CUES = [WORD_CUES[0], Cue(4000, 6500, "SPEAKER_01", CUES[1].text), WORD_CUES[2]]


def result(*, words=True, speakers=False):
    """A result of Whisper; its texts begin with a space, as tokens do."""
    segments = []
    for number, (cue, row) in enumerate(zip(SEGMENT_CUES, WORDS)):
        segment = dict(
            id=number, seek=0, start=cue.start_ms / 1000, end=cue.end_ms / 1000, text=" " + cue.text, tokens=[50364, 1024],
            temperature=0.0, avg_logprob=-0.2, compression_ratio=1.1, no_speech_prob=0.01)
        if words:
            segment["words"] = [dict(word=word, start=start, end=end, probability=0.9) for word, start, end in row]
        if speakers:
            segment["speaker"] = cue.speaker
            for word in segment.get("words", []):
                word["speaker"] = cue.speaker
        segments.append(segment)
    return dict(text="".join(segment["text"] for segment in segments), segments=segments, language="zh")


def whisper(folder, kind, value, **options):
    writer = load("whisper", "utils").get_writer(kind, str(folder))
    writer(value, "sample.wav", options)


# openai-whisper


@sample("whisper", "txt")
def _(folder):
    whisper(folder, "txt", result())
    return expected(SEGMENT_CUES, speakers=False, start=None, end=None)


@sample("whisper", "srt")
def _(folder):
    whisper(folder, "srt", result(words=False))
    return expected(SEGMENT_CUES, speakers=False)


@sample("whisper", "srt-words")
def _(folder):
    whisper(folder, "srt", result())
    return expected(WORD_CUES, speakers=False)


@sample("whisper", "srt-narrow")
def _(folder):
    whisper(folder, "srt", result(), max_line_width=8, max_line_count=2)
    return [
        Cue(1000, 3200, None, "早上的咖啡要用 fresh 的"),
        Cue(3200, 6000, None, '豆子他说"手冲 咖啡", 水温'),
        Cue(6000, 9000, None, "92 度咖啡店在 二楼"),
    ]


@sample("whisper", "vtt")
def _(folder):
    whisper(folder, "vtt", result(words=False))
    return expected(SEGMENT_CUES, speakers=False)


@sample("whisper", "tsv")
def _(folder):
    value = result()
    value["segments"][1]["text"] = '"手冲\t咖啡", 水温'
    whisper(folder, "tsv", value)
    cues = expected(SEGMENT_CUES, speakers=False)
    return [cues[0], dataclasses.replace(cues[1], text='"手冲 咖啡", 水温'), cues[2]]


@sample("whisper", "json")
def _(folder):
    value = result()
    value["segments"][0]["avg_logprob"] = float("nan")
    value["segments"][2]["text"] = "𠮷先生的咖啡☕️"
    whisper(folder, "json", value)
    cues = expected(SEGMENT_CUES, speakers=False)
    return cues[:2] + [dataclasses.replace(cues[2], text="𠮷先生的咖啡☕️")]


@sample("whisper", "terminal")
def _(folder):
    utilities = load("whisper", "utils")
    lines = ["Detecting language using up to the first 30 seconds. Use `--language` to specify the language", "Detected language: Chinese"]
    for segment in result()["segments"]:
        start, end = (utilities.format_timestamp(segment[key]) for key in ("start", "end"))
        lines.append(f"[{start} --> {end}] {segment['text']}")
    (folder / "sample.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return expected(SEGMENT_CUES, speakers=False)


# WhisperX


def whisperx(folder, kind, value):
    utilities = load("whisperx", "utils")
    options = dict(max_line_width=None, max_line_count=None, highlight_words=False)
    utilities.get_writer(kind, str(folder))(value, "sample.wav", options)


def whisperx_result():
    """WhisperX aligns characters of Chinese; a character that cannot be aligned has no times."""
    value = result(speakers=True)
    for segment in value["segments"]:
        for key in ("id", "seek", "tokens", "temperature", "avg_logprob", "compression_ratio", "no_speech_prob"):
            del segment[key]
        for word in segment["words"]:
            word["score"] = word.pop("probability")
    for key in ("start", "end", "score"):
        del value["segments"][1]["words"][6][key]
    value["word_segments"] = [word for segment in value["segments"] for word in segment["words"]]
    del value["text"]
    return value


@sample("whisperx", "json")
def _(folder):
    whisperx(folder, "json", whisperx_result())
    return expected(SEGMENT_CUES)


@sample("whisperx", "txt")
def _(folder):
    whisperx(folder, "txt", whisperx_result())
    return expected(SEGMENT_CUES, start=None, end=None)


@sample("whisperx", "srt")
def _(folder):
    whisperx(folder, "srt", whisperx_result())
    return expected(WORD_CUES)


@sample("whisperx", "vtt")
def _(folder):
    whisperx(folder, "vtt", whisperx_result())
    return expected(WORD_CUES)


@sample("whisperx", "tsv")
def _(folder):
    whisperx(folder, "tsv", whisperx_result())
    return expected(SEGMENT_CUES, speakers=False)


# stable-ts


def stable_whisper():
    """The writers of stable-ts, with the one function that they take from a module that needs torch."""
    utilities = types.ModuleType("stable_whisper.stabilization.utils")
    utilities.valid_ts = lambda segments, **_: all(s["start"] <= s["end"] for s in segments)
    sys.modules[utilities.__name__] = utilities
    return load("stable_whisper", "text_output")


@sample("stable-ts", "srt")
def _(folder):
    stable_whisper().result_to_srt_vtt(result(), str(folder / "sample.srt"), word_level=False)
    return expected(SEGMENT_CUES, speakers=False)


@sample("stable-ts", "vtt-words")
def _(folder):
    stable_whisper().result_to_srt_vtt(result(), str(folder / "sample.vtt"), vtt=True)
    texts = ["早上的咖啡要用 fresh 的豆子", CUES[1].text, "咖啡店在 二楼"]
    return [dataclasses.replace(cue, text=text) for cue, text in zip(expected(SEGMENT_CUES, speakers=False), texts)]


@sample("stable-ts", "ass-karaoke")
def _(folder):
    stable_whisper().result_to_ass(result(), str(folder / "sample.ass"), karaoke=True)
    return expected(SEGMENT_CUES, speakers=False)


@sample("stable-ts", "tsv")
def _(folder):
    stable_whisper().result_to_tsv(result(), str(folder / "sample.tsv"))
    return expected(SEGMENT_CUES, speakers=False)


@sample("stable-ts", "json")
def _(folder):
    stable_whisper().save_as_json(result(), str(folder / "sample.json"))
    return expected(SEGMENT_CUES, speakers=False)


# faster-whisper and whisper.cpp


def faster_whisper_segments():
    """Segments of faster-whisper, whose module needs a compiled library that the data classes do not."""
    import ast

    spec = importlib.util.find_spec("faster_whisper")
    if spec is None:
        raise ModuleNotFoundError(name="faster_whisper")
    source = open(spec.submodule_search_locations[0] + "/transcribe.py", encoding="utf-8").read()
    classes = [
        node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name in ("Word", "Segment")]
    module = types.ModuleType("faster_whisper_classes")
    sys.modules[module.__name__] = module
    exec("import dataclasses\nfrom dataclasses import dataclass\nfrom typing import *", module.__dict__)
    exec(compile(ast.Module(classes, []), "transcribe.py", "exec"), module.__dict__)
    return [
        module.Segment(**{key: value for key, value in segment.items() if key != "words"}, words=None)
        for segment in result()["segments"]
    ]


@sample("faster-whisper", "json")
def _(folder):
    dump = [dataclasses.asdict(segment) for segment in faster_whisper_segments()]
    (folder / "sample.json").write_text(json.dumps(dump, ensure_ascii=False), encoding="utf-8")
    return expected(SEGMENT_CUES, speakers=False)


def whisper_cpp(folder, kind):
    """pywhispercpp writes what whisper.cpp writes; times are in hundredths of a second."""
    utilities = load("pywhispercpp", "utils")
    segments = [types.SimpleNamespace(t0=c.start_ms // 10, t1=c.end_ms // 10, text=" " + c.text) for c in SEGMENT_CUES]
    getattr(utilities, f"output_{kind}")(segments, str(folder / f"sample.{kind}"))


@sample("pywhispercpp", "srt")
def _(folder):
    whisper_cpp(folder, "srt")
    return expected(SEGMENT_CUES, speakers=False)


@sample("pywhispercpp", "vtt")
def _(folder):
    whisper_cpp(folder, "vtt")
    return expected(SEGMENT_CUES, speakers=False)


@sample("pywhispercpp", "txt")
def _(folder):
    whisper_cpp(folder, "txt")
    return expected(SEGMENT_CUES, speakers=False, start=None, end=None)


# Services, by the classes of their own libraries


@sample("openai", "verbose")
def _(folder):
    from openai.types.audio import TranscriptionVerbose

    value = result(words=False)
    answer = TranscriptionVerbose(
        duration=9.0, language="chinese", text=value["text"], segments=value["segments"],
        words=[dict(word=word, start=start, end=end) for row in WORDS for word, start, end in row])
    (folder / "sample.json").write_text(answer.to_json(), encoding="utf-8")
    return expected(SEGMENT_CUES, speakers=False)


@sample("openai", "diarized")
def _(folder):
    from openai.types.audio import TranscriptionDiarized

    segments = [
        dict(id=f"seg_{number}", start=cue.start_ms / 1000, end=cue.end_ms / 1000, speaker=cue.speaker[-1], text=cue.text,
             type="transcript.text.segment")
        for number, cue in enumerate(SEGMENT_CUES)
    ]
    answer = TranscriptionDiarized(
        duration=9.0, task="transcribe", text="".join(cue.text for cue in SEGMENT_CUES), segments=segments,
        usage=dict(type="duration", seconds=9))
    (folder / "sample.json").write_text(answer.to_json(), encoding="utf-8")
    return [dataclasses.replace(cue, speaker=cue.speaker[-1]) for cue in SEGMENT_CUES]


@sample("google-cloud-speech", "v2")
def _(folder):
    import datetime

    from google.cloud import speech_v2

    offset = lambda seconds: datetime.timedelta(seconds=seconds)
    results = []
    for cue, row in zip(SEGMENT_CUES, WORDS):
        words = [
            dict(start_offset=offset(start), end_offset=offset(end), word=word.strip(), speaker_label=cue.speaker[-1])
            for word, start, end in row
        ]
        results.append(dict(
            alternatives=[dict(transcript=cue.text, confidence=0.9, words=words)], language_code="cmn-Hans-CN", channel_tag=0,
            result_end_offset=offset(row[-1][2])))
    answer = speech_v2.BatchRecognizeResults(results=results)
    (folder / "sample.json").write_text(speech_v2.BatchRecognizeResults.to_json(answer), encoding="utf-8")
    return [dataclasses.replace(cue, speaker=cue.speaker[-1]) for cue in WORD_CUES]


@sample("tencentcloud", "json")
def _(folder):
    from tencentcloud.asr.v20190614 import models

    status = models.TaskStatus()
    status.TaskId, status.Status, status.StatusStr, status.AudioDuration = 1, 2, "success", 9.0
    lines, details = [], []
    for cue, row in zip(SEGMENT_CUES, WORDS):
        detail = models.SentenceDetail()
        detail.FinalSentence, detail.SliceSentence = cue.text, " ".join(word.strip() for word, _, _ in row)
        detail.StartMs, detail.EndMs, detail.SpeakerId, detail.WordsNum = cue.start_ms, cue.end_ms, int(cue.speaker[-1]), len(row)
        detail.Words = []
        for word, start, end in row:
            item = models.SentenceWords()
            item.Word, item.OffsetStartMs, item.OffsetEndMs = word.strip(), int(start * 1000) - cue.start_ms, int(end * 1000) - cue.start_ms
            detail.Words.append(item)
        details.append(detail)
        lines.append(f"[0:{cue.start_ms / 1000:.3f},0:{cue.end_ms / 1000:.3f},{cue.speaker[-1]}]  {cue.text}\n")
    status.Result, status.ResultDetail = "".join(lines), details
    answer = models.DescribeTaskStatusResponse()
    answer.Data, answer.RequestId = status, "0"
    (folder / "sample.json").write_text(answer.to_json_string(ensure_ascii=False), encoding="utf-8")
    return [dataclasses.replace(cue, speaker=cue.speaker[-1]) for cue in SEGMENT_CUES]


@sample("assemblyai", "json")
def _(folder):
    from assemblyai.types import TranscriptResponse, Utterance, UtteranceWord, Word

    def words(kind, cue, row):
        return [
            kind(text=word.strip(), start=int(start * 1000), end=int(end * 1000), confidence=0.9, speaker=cue.speaker[-1], channel=None)
            for word, start, end in row
        ]

    utterances = [
        Utterance(
            text=cue.text, start=cue.start_ms, end=cue.end_ms, confidence=0.9, speaker="AB"[int(cue.speaker[-1])], channel=None,
            words=words(UtteranceWord, cue, row))
        for cue, row in zip(SEGMENT_CUES, WORDS)
    ]
    every = [word for cue, row in zip(SEGMENT_CUES, WORDS) for word in words(Word, cue, row)]
    answer = TranscriptResponse(
        id="0", status="completed", audio_url="https://example.org/a.mp3", webhook_auth=False,
        text="".join(cue.text for cue in SEGMENT_CUES), words=every, utterances=utterances)
    dump = answer.json() if not hasattr(answer, "model_dump_json") else answer.model_dump_json()
    (folder / "sample.json").write_text(dump, encoding="utf-8")
    return [dataclasses.replace(cue, speaker="AB"[int(cue.speaker[-1])]) for cue in SEGMENT_CUES]


def deepgram_answer():
    """The documented answer of Deepgram with diarisation and utterances."""
    utterances = []
    for number, (cue, row) in enumerate(zip(SEGMENT_CUES, WORDS)):
        words = [
            dict(word=word.strip(), start=start, end=end, confidence=0.9, speaker=int(cue.speaker[-1]), punctuated_word=word.strip())
            for word, start, end in row
        ]
        utterances.append(dict(
            start=cue.start_ms / 1000, end=cue.end_ms / 1000, confidence=0.9, channel=0, transcript=cue.text, words=words,
            speaker=int(cue.speaker[-1]), id=str(number)))
    words = [word for utterance in utterances for word in utterance["words"]]
    alternative = dict(transcript=" ".join(word["word"] for word in words), confidence=0.9, words=words)
    return dict(
        metadata=dict(request_id="0", duration=9.0, channels=1),
        results=dict(channels=[dict(alternatives=[alternative])], utterances=utterances))


@sample("deepgram-captions", "vtt")
def _(folder):
    import deepgram_captions

    converter = deepgram_captions.DeepgramConverter(deepgram_answer())
    (folder / "sample.vtt").write_text(deepgram_captions.webvtt(converter, 20), encoding="utf-8")
    spaced = [" ".join(word.strip() for word, _, _ in row) for row in WORDS]
    return [dataclasses.replace(cue, speaker=f"Speaker {cue.speaker[-1]}", text=text) for cue, text in zip(WORD_CUES, spaced)]


# YouTube


def fetched_transcript():
    from youtube_transcript_api import FetchedTranscript, FetchedTranscriptSnippet

    snippets = [
        FetchedTranscriptSnippet(text=c.text, start=c.start_ms / 1000, duration=(c.end_ms - c.start_ms) / 1000) for c in CUES]
    return FetchedTranscript(snippets=snippets, video_id="0", language="Chinese", language_code="zh", is_generated=False)


def youtube(folder, kind, extension):
    from youtube_transcript_api.formatters import FormatterLoader

    text = FormatterLoader().load(kind).format_transcript(fetched_transcript())
    (folder / f"sample.{extension}").write_text(text, encoding="utf-8")
    return expected(CUES, speakers=False)


@sample("youtube-transcript-api", "json")
def _(folder):
    return youtube(folder, "json", "json")


@sample("youtube-transcript-api", "srt")
def _(folder):
    return youtube(folder, "srt", "srt")


@sample("youtube-transcript-api", "vtt")
def _(folder):
    return youtube(folder, "webvtt", "vtt")


# 剪映


@sample("pyjianyingdraft", "json")
def _(folder):
    import pyJianYingDraft as draft

    script = draft.ScriptFile(1920, 1080, 30, True)
    track = script.append_track(draft.TrackSpec(draft.TrackType.text, "字幕"))
    for cue in CUES:
        when = draft.Timerange(cue.start_ms * 1000, (cue.end_ms - cue.start_ms) * 1000)
        script.add_segment(draft.TextSegment(cue.text, when), track)
    script.dump(str(folder / "draft_content.json"))
    return expected(CUES, speakers=False)
