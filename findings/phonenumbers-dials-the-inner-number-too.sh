#!/usr/bin/env bash
# phonenumbers 9.0.43 (Python) and libphonenumber-js 1.13.16 (Node): an office's number with an inner one behind it, as Chinese notices
# print it. 0791-86765083-8001 and （8001） are parsed into one number of fifteen digits, which then stands in the tel: link; in a text
# such a number is not found at all. With 转8001 or 分机8001 (extension), parsing refuses the number, and in a text it is found
# without its extension. A comma, as nobody prints it, makes an extension.
# Guess before: 8001 is the extension of each, or the number is refused as too long.
# Seen: tel:+86-791867650838001, no match; NumberParseException, a match of 0791-86765083 alone; ext 8001 for the comma.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check phonenumbers==9.0.43 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" libphonenumber-js@1.13.16 >/dev/null 2>&1
cat > run.py <<'PY'
import phonenumbers
def parsed(text):
    try:
        number = phonenumbers.parse(text, "CN")
    except phonenumbers.NumberParseException:
        return "refused"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)
def matched(text):
    return [(each.raw_string, each.number.extension) for each in phonenumbers.PhoneNumberMatcher(f"联系电话：{text}", "CN")]
TEXTS = ("0791-86765083-8001", "0791-86765083（8001）", "0791-86765083转8001", "0791-86765083 分机8001", "0791-86765083,8001")
found = [(parsed(text), matched(text)) for text in TEXTS]
print(*found, sep="\n")
LONG, ALONE = "tel:+86-791867650838001", [("0791-86765083", None)]
assert found[:1] == [(LONG, [])], found[0]
assert found[1][0] == LONG, found[1]
assert found[2:4] == [("refused", ALONE)] * 2, found[2:4]
assert found[4][0] == "tel:+86-791-8676-5083;ext=8001", found[4]
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import { findPhoneNumbersInText, parsePhoneNumberFromString } from "libphonenumber-js/max";
const found = ["0791-86765083-8001", "0791-86765083转8001"].map((text) => [
  parsePhoneNumberFromString(text, "CN")?.getURI(), findPhoneNumbersInText(`联系电话：${text}`, "CN").map((each) => each.number.getURI()),
]);
console.log(JSON.stringify(found));
assert.deepEqual(found, [["tel:+86791867650838001", []], [undefined, ["tel:+8679186765083"]]]);
JS
venv/bin/python run.py
node run.mjs
echo 'as found'
