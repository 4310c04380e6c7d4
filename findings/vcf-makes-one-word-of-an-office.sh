#!/usr/bin/env bash
# vcf 2.1.2 (Node): a card that is read and written again names its label otherwise: item1.X-ABLabel, which Apple's address book
# shows beside a number, is written X-AB-LABEL, so that the number loses its name there. The organisation and its office, two parts of ORG
# (某市教育局;办公室), are one text when read; vobject 0.9.9 (Python) gives two parts and keeps the label.
# Guess before: the group and the label come back as they were, ORG as two parts.
# Seen: item1.X-AB-LABEL:值班 and the text 某市教育局;办公室.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" vcf@2.1.2 >/dev/null 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check vobject==0.9.9 2>/dev/null
printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:某市教育局办公室\r\nN:;;;;\r\nORG:某市教育局;办公室\r\nitem1.TEL:079186765083\r\nitem1.X-ABLabel:值班\r\nEND:VCARD\r\n' > a.vcf
cat > run.js <<'JS'
const assert = require("node:assert");
const VCard = require("vcf");
const [card] = VCard.parse(require("node:fs").readFileSync("a.vcf", "utf8"));
const again = card.toString("3.0");
console.log(again);
assert.equal(card.get("org").valueOf(), "某市教育局;办公室");
assert.match(again, /^item1\.X-AB-LABEL:值班$/m);
assert.doesNotMatch(again, /X-ABLabel/i);
JS
node run.js
venv/bin/python - <<'PY'
import vobject

card = vobject.readOne(open("a.vcf", encoding="utf-8").read())
print(card.org.value, card.serialize())
assert card.org.value == ["某市教育局", "办公室"]
assert "item1.X-ABLABEL:值班" in card.serialize().replace("ITEM1", "item1")
PY
echo 'as found'
