#!/usr/bin/env bash
# pofile 1.1.4, @lingui/format-po 5.9.5, which reads with it, and pofile-ts 4.0.3 (Node): where an obsolete entry has the text that it
# was translated from, '#~| msgid', as msgmerge --previous leaves it once the mark fuzzy is off (msgattrib --clear-fuzzy), pofile adds
# that text to the translation of the entry before it, which is in use: "Heading" is "Heading旧标题", ready to be published. pofile-ts
# takes the obsolete entry for one in use. With the mark fuzzy before it both read the file rightly; gettext-parser 10.0.0 and
# polib 1.2.0 (Python) do in any case.
# Guess before: each keeps context, mark, former text and what is obsolete, or drops the former text.
# Seen: msgstr "Heading旧标题" by pofile and lingui; 'msgid "去"', without '#~', by pofile-ts.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check polib==1.2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" \
  pofile@1.1.4 @lingui/format-po@5.9.5 pofile-ts@4.0.3 gettext-parser@10.0.0 >/dev/null 2>&1
cat > a.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

msgctxt "a/title"
msgid "标题"
msgstr "Heading"

#~| msgid "旧标题"
#~ msgctxt "b/title"
#~ msgid "去"
#~ msgstr "Gone"
PO
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import { formatter } from "@lingui/format-po";
import { po } from "gettext-parser";
import PO from "pofile";
import { parsePo, stringifyPo } from "pofile-ts";
const text = fs.readFileSync("a.po", "utf8");
const withMark = text.replace("#~|", "#, fuzzy\n#~|");
const items = ({ items }) => items.map((item) => [item.msgid, item.msgstr[0], item.obsolete]);
const right = [["标题", "Heading", false], ["去", "Gone", true]];
const byLingui = Object.values(await formatter().parse(text, { locale: "en", sourceLocale: "zh", filename: "a.po" }));
const found = [items(PO.parse(text)), byLingui.map((each) => [each.message, each.translation, each.obsolete]), items(parsePo(text))];
console.log(found, stringifyPo(parsePo(text)));
const joined = [["标题", "Heading旧标题", false], ["去", "Gone", true]];
assert.deepEqual(found, [joined, joined, [["标题", "Heading", false], ["去", "Gone", false]]]);
assert.deepEqual([items(PO.parse(withMark)), items(parsePo(withMark))], [right, right]);
const { translations, obsolete } = po.parse(text);
assert.deepEqual([translations["a/title"]["标题"].msgstr, obsolete["b/title"]["去"].msgstr], [["Heading"], ["Gone"]]);
JS
node run.mjs
venv/bin/python - <<'PY'
import polib
found = [(entry.msgid, entry.msgstr, bool(entry.obsolete)) for entry in polib.pofile("a.po")]
print(found)
assert found == [("标题", "Heading", False), ("去", "Gone", True)], found
PY
echo 'as found'
