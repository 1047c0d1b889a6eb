#!/usr/bin/env bash
# What: times between two frames, in the two ways in which TTML counts frames.
# Version: ttconv 1.2.3 (PyPI), its writer of IMSC.
# Behaviour: with time_format=frames a time goes up to the next whole frame, with clock_time_with_frames it goes down to the one in
#   front. At 25 frames a second 2.5 s is end="63f" in one file (2.520 s) and end="00:00:02:12" in the other (2.480 s), 40 ms apart.
# A good guess would have said: the same frame in both, as both files are made of one document.
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv environment
environment/bin/pip -q --disable-pip-version-check install ttconv==1.2.3

environment/bin/python - <<'PY' | tee seen
import re
import xml.etree.ElementTree as tree
from fractions import Fraction

import ttconv.imsc.reader
import ttconv.imsc.writer
from ttconv.imsc.config import IMSCWriterConfiguration, TimeExpressionSyntaxEnum

document = """<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en">
  <head><layout><region xml:id="r"/></layout></head>
  <body><div><p begin="1s" end="2.5s" region="r">one</p></div></body></tt>"""
for syntax in (TimeExpressionSyntaxEnum.frames, TimeExpressionSyntaxEnum.clock_time_with_frames):
    model = ttconv.imsc.reader.to_model(tree.ElementTree(tree.fromstring(document)))
    settings = IMSCWriterConfiguration(time_format=syntax, fps=Fraction(25))
    text = tree.tostring(ttconv.imsc.writer.from_model(model, settings).getroot(), encoding="unicode")
    print(syntax.name, re.search(r'<[^>]*\bend="([^"]*)"', text)[1])
PY

grep -qx 'frames 63f' seen
grep -qx 'clock_time_with_frames 00:00:02:12' seen
