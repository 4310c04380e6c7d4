// Opens pages in Firefox (WebDriver BiDi) or in WebKitGTK (WebDriver) and runs one function in each.
//
// Reads {browser, program, server, visits: [{address, width}], run} from standard input, prints a JSON list of what
// the function gave. `server` is the address of WebKit's driver; its window is never narrower than 447 px, so there a
// page stands in a frame.

import {text} from "node:stream/consumers";

import puppeteer from "puppeteer-core";
import {Builder, Capabilities} from "selenium-webdriver";

const wanted = JSON.parse(await text(process.stdin));

async function* inFirefox() {
  const browser = await puppeteer.launch({browser: "firefox", executablePath: wanted.program, protocolTimeout: 60000});
  const bar = 12; // its scrollbar takes of the width, as on a desk; on a phone it lies above the page
  for (const {address, width} of wanted.visits) {
    const page = await browser.newPage();
    await page.setViewport({width: width + bar, height: 800});
    await page.goto(address);
    yield await page.evaluate(`(${wanted.run})()`);
    await page.close();
  }
  await browser.close();
}

async function* inWebKit() {
  const options = {binary: wanted.program, args: ["--automation"]};
  const asked = new Capabilities({browserName: "MiniBrowser", "webkitgtk:browserOptions": options});
  const driver = await new Builder().usingServer(wanted.server).withCapabilities(asked).build();
  const call = `const done = arguments[arguments.length - 1]; (${wanted.run})().then(done, error => done(String(error)))`;
  await driver.manage().setTimeouts({script: 60000});
  for (const {address, width} of wanted.visits) {
    await driver.get(`data:text/html,<iframe style="border:0" width="${width}" height="800" src="${encodeURI(address)}"></iframe>`);
    await driver.switchTo().frame(0);
    yield await driver.executeAsyncScript(call);
  }
  await driver.quit();
}

const given = [];
for await (const each of wanted.browser === "firefox" ? inFirefox() : inWebKit()) given.push(each);
console.log(JSON.stringify(given));
