#!/usr/bin/env bash
# gettext-parser 10.0.0 (Node): reading and writing a PO file moves entries and comments, though nothing was changed.
# Entries without msgctxt come first, whatever their place; an extracted comment (#.) goes behind the references (#:).
# Guess before: long lines are wrapped anew, the order stays.
# Seen: order 标题 (a/title), 词 (no context) comes back as 词, 标题.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" gettext-parser@10.0.0 >/dev/null 2>&1
cat > a.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"

#. extracted
#: a.yml:1
msgctxt "a/title"
msgid "标题"
msgstr "Title"

msgid "词"
msgstr "Word"
PO
cat > run.mjs <<'JS'
import fs from "node:fs";
import { po } from "gettext-parser";
const out = po.compile(po.parse(fs.readFileSync("a.po"))).toString();
console.log(out);
const at = (text) => out.indexOf(text);
if (!(at('"词"') > 0 && at('"词"') < at('"标题"'))) throw new Error("the order stays");
if (!(at("#: a.yml") < at("#. extracted"))) throw new Error("the comments stay");
JS
node run.mjs
echo 'as found'
