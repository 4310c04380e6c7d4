#!/usr/bin/env bash
# ical.js 2.2.1 (Node), with which Thunderbird reads cards: in a note or a title of a vCard 3.0 the backslash of an escaped semicolon, which
# RFC 2426 asks for there, stays in the text: 周一至周五\; 9:00. Written again it is a backslash of the text, '\\;', which other readers show,
# too: vobject 0.9.9 (Python) reads the first file rightly and the second with the backslash. In a calendar ical.js takes it away. So a card
# that went through it once has another text; and a telephone as an address (VALUE=uri) comes back without that mark.
# Guess before: a card that is read and written again is the same, as in vobject.
# Seen: NOTE:周一至周五\\; 9:00 after one turn, and TEL:tel:+86-791-86765083 for TEL;VALUE=uri:tel:….
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check vobject==0.9.9 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 >/dev/null 2>&1
printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:值班\r\nN:;;;;\r\nNOTE:周一至周五\\; 9:00\\, 14:00\r\nEND:VCARD\r\n' > a.vcf
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
const card = new ICAL.Component(ICAL.parse(fs.readFileSync("a.vcf", "utf8")));
fs.writeFileSync("b.vcf", `${card.toString()}\r\n`);
const event = new ICAL.Component(ICAL.parse("BEGIN:VEVENT\r\nSUMMARY:甲\\; 乙\r\nEND:VEVENT"));
const fourth = new ICAL.Component(ICAL.parse("BEGIN:VCARD\r\nVERSION:4.0\r\nTEL;VALUE=uri:tel:+86-791-86765083\r\nEND:VCARD"));
console.log(card.getFirstPropertyValue("note"), event.getFirstPropertyValue("summary"), fourth.toString());
assert.equal(card.getFirstPropertyValue("note"), "周一至周五\\; 9:00, 14:00");
assert.equal(event.getFirstPropertyValue("summary"), "甲; 乙");
assert.match(fourth.toString(), /^TEL:tel:\+86-791-86765083\r?$/m);
JS
node run.mjs
venv/bin/python - <<'PY'
import pathlib, vobject
first, second = (vobject.readOne(pathlib.Path(name).read_text(encoding="utf-8")).note.value for name in ("a.vcf", "b.vcf"))
print(first, second)
assert (first, second) == ("周一至周五; 9:00, 14:00", "周一至周五\\; 9:00, 14:00"), (first, second)
PY
echo 'as found'
