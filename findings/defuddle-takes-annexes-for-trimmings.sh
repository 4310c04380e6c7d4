#!/usr/bin/env bash
# defuddle 0.19.4 (Node), which clips pages for note-taking programs: near the head or the foot of a page the days of a time element are cut
# out of their sentences, and a list of short items behind 附件： is gone, links to the files and all. With an ASCII colon, 附件:, the list
# stays, as its rule for lists that a paragraph introduces knows that colon alone. The page is dated on the day of its event, too.
# In the middle of a long page all of it is kept, and days without an element are kept everywhere.
# Guess before: days and list are kept, as they stand in the text and not around it; days that are struck are marked.
# Seen: 活动时间为至。 for 11 to 20 June, 请在前报名。, no list behind 附件：, published 2024-06-11.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" defuddle@0.19.4 jsdom@26.1.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";
const PROSE = "本次活动面向全省各级各类学校，参加者不收取任何费用，由学校统一组织，活动期间请注意安全，未尽事宜另行通知，望各地认真落实。";
const LONG = `<p>${PROSE}</p>`.repeat(12);
async function clip(head, foot) {
  const page = `<html><head><title>活动通知</title></head><body><article><h1>活动通知</h1>${head}${LONG}${foot}</article></body></html>`;
  const dom = new JSDOM(page, { url: "https://example.org/a" });
  const { content, published } = await Defuddle(dom.window.document, "https://example.org/a", { markdown: true });
  return [published, ...content.split("\n\n").filter((each) => each !== PROSE)];
}
const list = '<ol><li><a href="/a.docx">活动安排表</a></li><li><a href="/b.docx">报名表</a></li></ol>';
const kept = "1. [活动安排表](https://example.org/a.docx)\n2. [报名表](https://example.org/b.docx)";
const span = '<p>活动时间为<time datetime="2024-06-11">6月11日</time>至<time datetime="2024-06-20">20日</time>。</p>';
const before = '<p>请在<time datetime="2024-06-08">6月8日</time>前报名。</p>';
const found = [
  await clip(span, before),
  await clip("", `${before}${LONG}`),
  await clip("<p>活动时间为6月11日至20日。</p>", ""),
  await clip("", `<p>附件：</p>${list}`),
  await clip("", `<p>附件:</p>${list}`),
];
console.log(JSON.stringify(found, null, 1));
assert.deepEqual(found, [
  ["2024-06-11", "活动时间为至。", "请在前报名。"],
  ["2024-06-08", "请在 6月8日 前报名。"],
  ["", "活动时间为6月11日至20日。"],
  ["", "附件："],
  ["", "附件:", kept],
]);
JS
node run.mjs
echo 'as found'
