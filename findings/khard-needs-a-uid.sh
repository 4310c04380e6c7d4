#!/usr/bin/env bash
# khard 0.19.1 (Python): a vCard without UID is as good as not there.
# RFC 2426 makes UID optional in vCard 3.0, and vobject, which khard reads with, validates such a card.
# Guess before: the card is listed, perhaps with a warning.
# Seen: "Card 江西省教育厅 from address book a has no UID and will not be available.", "Found no contacts", exit 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check khard==0.19.1 2>/dev/null
mkdir -p "$work/a" "$work/config"
printf '[addressbooks]\n[[a]]\npath = %s/a\n[general]\ndebug = no\n' "$work" > "$work/config/khard.conf"
card() { printf 'BEGIN:VCARD\r\nVERSION:3.0\r\n%sN:;;;;\r\nFN:江西省教育厅\r\nORG:江西省教育厅\r\nTEL:+8679186765083\r\nEND:VCARD\r\n' "$1" > "$work/a/one.vcf"; }
list() { "$work/venv/bin/khard" -c "$work/config/khard.conf" list 2>&1 || true; }
card ''
without=$(list); echo "$without"
grep -q 'has no UID and will not be available' <<< "$without"
grep -q 'Found no contacts' <<< "$without"
card $'UID:urn:example:1\r\n'
with=$(list); echo "$with"
grep -q '江西省教育厅' <<< "$with"
! grep -q 'no UID' <<< "$with"
echo 'as found'
