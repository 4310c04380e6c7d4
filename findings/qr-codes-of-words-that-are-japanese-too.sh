#!/usr/bin/env bash
# segno 1.6.6 and OpenCV 5.0.0 (opencv-python-headless 5.0.0.93, Python): a QR code of a Chinese word whose signs are in the Japanese set
# of characters, too, is written in kanji mode without being asked for, which OpenCV then cannot read: UnicodeDecodeError. 北京市 is such
# a word; 江西省教育厅, with one sign that Japan does not have, is written in UTF-8 and is read. In hanzi mode (GB/T 18284, China's own)
# OpenCV refuses it, and jsQR 1.4.0 (Node) reads a row of digits that nobody wrote. zxing-cpp 3.1.1 and @zxing/library 0.21.3 read all three.
# Guess before: each reader reads each of the codes.
# Seen: UnicodeDecodeError for 北京市; mode 13 not implemented, and 0862454110022035515704320 by jsQR, in hanzi mode.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check segno==1.6.6 opencv-python-headless==5.0.0.93 zxing-cpp==3.1.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" jsqr@1.4.0 @zxing/library@0.21.3 pngjs@7.0.0 >/dev/null 2>&1
cat > run.py <<'PY'
import cv2, segno, zxingcpp
CODES = {"kanji": ("北京市", {}), "byte": ("江西省教育厅", {}), "hanzi": ("江西省教育厅", {"mode": "hanzi"})}
def by_opencv(picture):
    try:
        return cv2.QRCodeDetector().detectAndDecode(picture)[0]
    except (UnicodeDecodeError, cv2.error) as error:
        return type(error).__name__
found = {}
for mode, (text, asked) in CODES.items():
    code = segno.make(text, micro=False, **asked)
    code.save(f"{mode}.png", scale=8)
    picture = cv2.imread(f"{mode}.png")
    found[mode] = code.mode, by_opencv(picture), [each.text for each in zxingcpp.read_barcodes(picture)]
print(found)
assert found == {
    "kanji": ("kanji", "UnicodeDecodeError", ["北京市"]),
    "byte": ("byte", "江西省教育厅", ["江西省教育厅"]),
    "hanzi": ("hanzi", "error", ["江西省教育厅"]),
}, found
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import zxing from "@zxing/library";
import jsQR from "jsqr";
import { PNG } from "pngjs";
const found = ["kanji", "byte", "hanzi"].map((mode) => {
  const { data, width, height } = PNG.sync.read(fs.readFileSync(`${mode}.png`));
  const grey = Uint8ClampedArray.from({ length: width * height }, (_, at) => data[4 * at]);
  const picture = new zxing.BinaryBitmap(new zxing.HybridBinarizer(new zxing.RGBLuminanceSource(grey, width, height)));
  return [(jsQR.default ?? jsQR)(new Uint8ClampedArray(data), width, height).data, new zxing.QRCodeReader().decode(picture).getText()];
});
console.log(JSON.stringify(found));
assert.deepEqual(found, [["北京市", "北京市"], ["江西省教育厅", "江西省教育厅"], ["0862454110022035515704320", "江西省教育厅"]]);
JS
venv/bin/python run.py
node run.mjs
echo 'as found'
