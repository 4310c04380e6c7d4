// Every page as a record, from a YAML file for each campaign and language, and one for what they share.
import { readFileSync, readdirSync } from "node:fs";
import yaml from "js-yaml";

const WORDS = JSON.parse(readFileSync("data/words.json", "utf8"));
const ICONS = JSON.parse(readFileSync("data/icons.json", "utf8"));

function shown(language, own, view) {
  const path = own.kind === "lost" ? "404.html" : `${own.path}index.html`;
  return { own, w: WORDS[language], icons: ICONS, en: WORDS.en, path, ...view };
}

// The short address of an activity.
function moved(language, a) {
  const w = WORDS[language];
  const own = {
    kind: "moved",
    title: `${w.moved_title}${w.colon}${a.title}`,
    name: a.title,
    path: a.short,
    root: "../".repeat(a.short.split("/").length - 1),
    canonical: a.path,
    other: `${w.other}a/${a.code}/`,
    feed: `${w.home}changes.atom`,
    script: "assets/redirect.js",
  };
  return shown(language, own, {});
}

function add(pages, language, file) {
  const { campaign, activities = [], index } = file;
  const numbered = new Map(activities.map((a) => [a.number, a]));
  const ordered = [...activities].sort((one, other) => one.key - other.key);
  for (const { template, own, number, ...view } of file.pages) {
    const more = template === "activity" ? { a: numbered.get(number) } : { activities };
    if (template === "timeline") more.activities = ordered;
    pages[template].push(shown(language, own, { campaign, ...more, ...view }));
    if (own.type) {
      const [zh, en] = language === "zh" ? [own.path, own.other] : [own.other, own.path];
      pages.listed.push({ path: own.path, zh, en });
    }
  }
  for (const a of activities) pages.moved.push(moved(language, a));
  if (index) pages.index.push({ path: `${index.path}index.json`, found: index.found });
}

export default function () {
  const kinds = "activity body campaign changes contacts finder home lost moved organisations plan sessions timeline";
  const pages = Object.fromEntries([...kinds.split(" "), "index", "listed"].map((kind) => [kind, []]));
  for (const language of ["zh", "en"]) {
    for (const file of readdirSync(`data/${language}`).sort()) {
      add(pages, language, yaml.load(readFileSync(`data/${language}/${file}`, "utf8")));
    }
  }
  return pages;
}
