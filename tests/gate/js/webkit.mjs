// Opens pages in WebKitGTK (WebDriver) and runs one function in each.
//
// Reads {program, server, visits: [{address, width}], run} from standard input, prints a JSON list of what the
// function gave. `server` is the address of WebKit's driver; its window is never narrower than 447 px, so a page
// stands in a frame.

import {text} from "node:stream/consumers";

import {Builder, Capabilities} from "selenium-webdriver";

const {program, server, visits, run} = JSON.parse(await text(process.stdin));
const options = {binary: program, args: ["--automation"]};
const asked = new Capabilities({browserName: "MiniBrowser", "webkitgtk:browserOptions": options});
const call = `const done = arguments[arguments.length - 1]; (${run})().then(done, error => done(String(error)))`;
const given = [];

const driver = await new Builder().usingServer(server).withCapabilities(asked).build();
await driver.manage().setTimeouts({script: 60000});
for (const {address, width} of visits) {
  await driver.get(`data:text/html,<iframe style="border:0" width="${width}" height="800" src="${encodeURI(address)}"></iframe>`);
  await driver.switchTo().frame(0);
  given.push(await driver.executeAsyncScript(call));
}
await driver.quit();
console.log(JSON.stringify(given));
