// What node-ical reads in every calendar below a folder: `node read-calendars.mjs <site>` prints, for each file, its entries.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ical from "node-ical";

// A day or a minute as the clock of the calendar shows it; the library gives a moment of the machine's own zone.
function printed(moment) {
  const at = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString();
  return moment.dateOnly ? at.slice(0, 10) : at.slice(0, 16);
}

// A text with parameters (its language) is an object, one without is a string.
const words = (value) => value?.val ?? value;

const site = process.argv[2];
const report = {};
for (const path of readdirSync(site, { recursive: true }).sort()) {
  if (!path.endsWith(".ics")) continue;
  const parts = Object.values(ical.sync.parseICS(readFileSync(join(site, path), "utf-8")));
  report[path] = parts.filter((part) => part.type === "VEVENT").map((event) => ({
    uid: words(event.uid),
    summary: words(event.summary),
    start: printed(event.start),
    end: printed(event.end),
    status: words(event.status) ?? null,
  }));
}
console.log(JSON.stringify(report));
