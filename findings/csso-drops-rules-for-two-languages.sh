#!/usr/bin/env bash
# csso 5.0.5 (Node), which makes CSS shorter: a rule for several languages, :lang(zh-CN,en), or for one in quotes, :lang("zh-CN"), as
# Selectors 4 has both, is gone from the result, with all other selectors that stand beside it in the rule; so is a whole @media that
# asks for a range, (width>=30em). No error, no warning. :lang(zh-Hans) and (min-width:30em) stay. lightningcss 1.33.0, clean-css 5.3.3,
# cssnano 7.1.9 and esbuild 0.28.2 (Node) keep all of them.
# Guess before: each of the five keeps every rule, shorter.
# Seen: '' by csso for p,:lang(zh-CN,en){color:red}, for :lang("zh-CN"){color:red} and for @media (width>=30em){p{color:red}}.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" csso@5.0.5 lightningcss@1.33.0 clean-css@5.3.3 cssnano@7.1.9 postcss@8.5.33 \
  esbuild@0.28.2 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import CleanCSS from "clean-css";
import cssnano from "cssnano";
import { minify } from "csso";
import { transformSync } from "esbuild";
import { transform } from "lightningcss";
import postcss from "postcss";
const rules = {
  "p,:lang(zh-CN,en){color:red}": false,
  ':lang("zh-CN"){color:red}': false,
  "@media (width>=30em){p{color:red}}": false,
  ":lang(zh-Hans){color:red}": true,
  "@media (min-width:30em){p{color:red}}": true,
};
for (const [rule, kept] of Object.entries(rules)) {
  const byCsso = minify(rule).css;
  const others = [
    transform({ filename: "a.css", code: Buffer.from(rule), minify: true }).code.toString(),
    new CleanCSS({ level: 2 }).minify(rule).styles,
    (await postcss([cssnano]).process(rule, { from: undefined })).css,
    transformSync(rule, { loader: "css", minify: true }).code,
  ];
  console.log([byCsso, ...others].map((each) => each.trim()));
  assert.equal(byCsso, kept ? rule : "");
  assert.ok(others.every((each) => each.includes("color:red")), others);
}
JS
node run.mjs
echo 'as found'
