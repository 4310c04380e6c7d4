// What a calendar program written in another language reads in every calendar below a folder:
// `node read-calendars.mjs <site>` prints, for each file, its name and its entries in their order.
// Anything that cannot be read ends it with the file's name and the reason.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

ICAL.design.strict = true;

// A day as it stands in the file; the library would silently make 1 July of 31 June.
function day(component, name) {
  const property = component.getFirstProperty(name);
  if (!property) throw new Error(`an entry without ${name}`);
  const read = property.getFirstValue().toString();
  if (read !== property.jCal[3]) throw new Error(`${name} ${property.jCal[3]} is no day`);
  return read;
}

function entry(component) {
  const event = new ICAL.Event(component);
  if (!event.uid) throw new Error("an entry without a name");
  return {
    uid: event.uid,
    summary: event.summary,
    start: day(component, "dtstart"),
    end: day(component, component.hasProperty("dtend") ? "dtend" : "dtstart"),
    allDay: event.startDate.isDate && event.endDate.isDate,
    status: component.getFirstPropertyValue("status"),
  };
}

function calendar(text) {
  const parsed = ICAL.parse(text);
  if (parsed[0] !== "vcalendar") throw new Error("this is not one calendar");
  const root = new ICAL.Component(parsed);
  if (root.getAllSubcomponents().length === 0) throw new Error("a calendar has to hold something");
  const events = root.getAllSubcomponents("vevent").map(entry);
  return { name: root.getFirstPropertyValue("x-wr-calname"), count: events.length, events };
}

const site = process.argv[2];
const report = {};
for (const path of readdirSync(site, { recursive: true }).sort()) {
  if (!path.endsWith(".ics")) continue;
  try {
    report[path.replaceAll("\\", "/")] = calendar(readFileSync(join(site, path), "utf-8"));
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    process.exit(1);
  }
}
console.log(JSON.stringify(report));
