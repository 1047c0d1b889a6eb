#!/usr/bin/env bash
# What: the `@` sign in ICU's word boundaries.
# Version: ICU 72.1 as Debian 12 ships it (libicu-dev 72.1-3+deb12u1), from C; beside it ICU 77.1 (pyicu-wheels 2.15.2 from PyPI).
# Behaviour: ICU 72.1 gives a lone `@` the rule status 200 (a word of letters), also between Han (`我@你`), and joins
#   `a@b` to one word. ICU 77.1 gives it status 0 (no word) and parts it. A program that counts segments with a status of
#   100 or more as words counts `@` as one on Debian 12, and mail addresses as single words.
# A good guess would have said: `@` is a symbol, so its status is 0 (UBRK_WORD_NONE) everywhere.
# Date: 2026-11-28
set -euo pipefail

package="libicu-dev=72.1-3+deb12u1"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

if [ "$(dpkg-query -W -f '${Version}' libicu-dev 2>/dev/null || true)" != "${package#*=}" ]; then
  apt-get -qq update >/dev/null
  apt-get -qq install -y "$package" >/dev/null
fi

cat >words.c <<'C'
#include <stdio.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

int main(int count, char **texts) {
  printf("ICU %s\n", U_ICU_VERSION);
  for (int i = 1; i < count; i++) {
    UErrorCode status = U_ZERO_ERROR;
    UChar text[64];
    int32_t length, start = 0, end;
    u_strFromUTF8(text, 64, &length, texts[i], -1, &status);
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, "zh", text, length, &status);
    printf("%s =>", texts[i]);
    while ((end = ubrk_next(breaks)) != UBRK_DONE) {
      char word[256];
      u_strToUTF8(word, 256, NULL, text + start, end - start, &status);
      printf(" %s/%d", word, ubrk_getRuleStatus(breaks));
      start = end;
    }
    printf("\n");
    ubrk_close(breaks);
    if (U_FAILURE(status)) return 1;
  }
}
C
gcc -o words words.c -licuuc
older="$(./words @ 我@你 a@b)"

python3 -m venv newer
newer/bin/pip -q --disable-pip-version-check install pyicu-wheels==2.15.2
newer="$(newer/bin/python - <<'PY'
import icu

print("ICU", icu.ICU_VERSION)
for text in ["@", "我@你", "a@b"]:
    breaks = icu.BreakIterator.createWordInstance(icu.Locale("zh"))
    breaks.setText(text)
    words, start = [], 0
    for end in breaks:
        words.append(f"{text[start:end]}/{breaks.getRuleStatus()}")
        start = end
    print(text, "=>", " ".join(words))
PY
)"
printf '%s\n\n%s\n' "$older" "$newer"

grep -qx 'ICU 72.1' <<<"$older"
grep -qx '@ => @/200' <<<"$older"
grep -qx '我@你 => 我/400 @/200 你/400' <<<"$older"
grep -qx 'a@b => a@b/200' <<<"$older"
grep -qx 'ICU 77.1' <<<"$newer"
grep -qx '@ => @/0' <<<"$newer"
grep -qx '我@你 => 我/400 @/0 你/400' <<<"$newer"
grep -qx 'a@b => a/200 @/0 b/200' <<<"$newer"
