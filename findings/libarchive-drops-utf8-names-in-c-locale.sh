#!/usr/bin/env bash
# What: names of archive members that are not ASCII, read by libarchive (here its bsdtar) in the C locale.
# Version: libarchive 3.6.2 (Debian 12: libarchive-tools, libarchive13).
# Behaviour: a zip marks its names as UTF-8, and libarchive converts them to the charset of the locale. In the C locale, which is
#   what services, containers and cron jobs have, that fails: bsdtar skips such members and ends with status 1; a program
#   that calls archive_entry_pathname gets NULL. The same bytes are listed in a locale of UTF-8. A library that is to
#   see all members must set LC_CTYPE of its thread (uselocale) around archive_read_next_header.
# A good guess would have said: names are bytes, and come out as the archive has them, whatever the locale.
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q libarchive-tools libarchive13 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
bsdtar="$folder/root/usr/bin/bsdtar"
"$bsdtar" --version
"$bsdtar" --version | grep -q 'libarchive 3\.6\.2'

python3 - <<'PY'
import zipfile

with zipfile.ZipFile("a.zip", "w") as archive:
    archive.writestr("plain.txt", "a")
    archive.writestr("茶馆.txt", "b")
PY

echo "== C.UTF-8"
LC_ALL=C.UTF-8 "$bsdtar" -tf a.zip | tee utf8
echo "== C"
status=0
LC_ALL=C "$bsdtar" -tf a.zip >plain 2>messages || status=$?
cat plain messages
echo "status $status"

[ "$(cat utf8)" = $'plain.txt\n茶馆.txt' ]
[ "$(cat plain)" = "plain.txt" ]
[ "$status" = 1 ]
grep -q "cannot be converted from UTF-8" messages
