#!/usr/bin/env bash
# What: ICU's word boundaries around a colon between Latin letters.
# Versions: ICU 76.1 (pyicu-wheels 2.14) and ICU 77.1 (pyicu-wheels 2.15.2), both from PyPI, Python 3.11 on x86-64.
# Behaviour: ICU 77.1 takes `Q：AI` (full-width colon) and `Q:AI` for one word of letters; ICU 76.1 takes them for two
#   words with a colon between them. Digits and Han beside a colon are parted in both: `AI：3`, `主持人：AI`.
#   So the speaker mark of an interview, Q：, swallows the first English word after it, on one release and not on another.
# A good guess would have said: a full-width colon is punctuation and always parts words, and a minor change of ICU's
#   release does not change the words of plain text.
# Date: 2026-11-28
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

words() { # VERSION OF THE PACKAGE: prints ICU's version, then the words of three texts
  python3 -m venv "$folder/$1"
  "$folder/$1/bin/pip" -q --disable-pip-version-check install "pyicu-wheels==$1"
  "$folder/$1/bin/python" - <<'PY'
import icu

def words(text):
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("zh"))
    breaks.setText(text)
    start = 0
    for end in breaks:
        yield text[start:end]
        start = end

print("ICU", icu.ICU_VERSION)
for text in ["Q：AI", "Q:AI", "AI：3", "主持人：AI"]:
    print(text, "=>", " | ".join(words(text)))
PY
}

older="$(words 2.14)"
newer="$(words 2.15.2)"
printf '%s\n\n%s\n' "$older" "$newer"

grep -qx 'ICU 76.1' <<<"$older"
grep -qx 'Q：AI => Q | ： | AI' <<<"$older"
grep -qx 'Q:AI => Q | : | AI' <<<"$older"
grep -qx 'ICU 77.1' <<<"$newer"
grep -qx 'Q：AI => Q：AI' <<<"$newer"
grep -qx 'Q:AI => Q:AI' <<<"$newer"
for output in "$older" "$newer"; do
  grep -qx 'AI：3 => AI | ： | 3' <<<"$output"
  grep -qx '主持人：AI => 主持人 | ： | AI' <<<"$output"
done
