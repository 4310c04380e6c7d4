// Opens pages in Firefox (WebDriver BiDi) and runs one function in each.
//
// Reads {visits: [{address, width}], run} from standard input, prints a JSON list of what the function gave.

import {text} from "node:stream/consumers";

import puppeteer from "puppeteer-core";

const {visits, run} = JSON.parse(await text(process.stdin));
const bar = 12; // its scrollbar takes of the width, as on a desk; on a phone it lies above the page
const given = [];

const browser = await puppeteer.launch({browser: "firefox", executablePath: "/usr/bin/firefox-esr", protocolTimeout: 60000});
for (const {address, width} of visits) {
  const page = await browser.newPage();
  await page.setViewport({width: width + bar, height: 800});
  await page.goto(address);
  given.push(await page.evaluate(`(${run})()`));
  await page.close();
}
await browser.close();
console.log(JSON.stringify(given));
