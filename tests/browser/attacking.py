"""A site in which every text is an attack, and how one sees that an attack succeeded."""

import builders
import building
import hostile_site
import payloads
import publishing

GROUPS = 8
TEXTS = payloads.groups(GROUPS)

# What a payload calls; whoever calls it is seen in the console, which is watched.
PWN = "window.pwned = 0; window.pwn = () => { window.pwned++; console.error('a payload ran') }"

# Nothing in a page may run, load or lead where the site did not mean it to, whatever a reader does with it.
SUSPECTS = """() => {
  const faults = [], here = location.origin;
  const say = (what, each) => faults.push(`${what}: ${each.outerHTML.slice(0, 200)}`);
  for (const each of document.querySelectorAll("*")) {
    for (const {name, value} of each.attributes) {
      if (name.startsWith("on")) say("a handler", each);
      if (name === "style") say("a style", each);
      if (["src", "action", "formaction", "data", "background", "poster"].includes(name)
          && new URL(value, document.baseURI).origin !== here) say("an address elsewhere", each);
    }
    const name = each.localName;
    if (["base", "iframe", "object", "embed", "applet", "style", "frame", "marquee", "animate", "set"].includes(name))
      say("an element", each);
    if (name === "script" && !each.src && each.type !== "application/ld+json") say("a script", each);
    if (name === "meta" && each.httpEquiv.toLowerCase() === "refresh") say("a refresh", each);
    const link = each.href?.baseVal ?? each.href;
    if (name === "link" && each.rel === "icon" && /^data:image\\/svg\\+xml,/.test(link)) continue;
    if (link && !/^(https?|mailto|tel):/.test(new URL(link, document.baseURI).protocol)) say("a link", each);
    if (each.hasAttribute("href") && /^[\\s/\\\\]*[/\\\\]{2}/.test(each.getAttribute("href"))) say("a link", each);
  }
  document.querySelectorAll("details").forEach(each => { each.open = true });
  return [window.pwned, faults];
}"""


def suspects(page, path):
    """What ran in an open page and what in it could, a line each."""
    ran, faults = page.evaluate(SUSPECTS)
    return [f"{path}: {fault}" for fault in faults] + ([f"{path}: {ran} payloads ran"] if ran else [])


def site(root, texts):
    """The site of a folder in which every text is one of these, in both languages; gives the folder of the site."""
    hostile_site.folder(root / "data", texts)
    hostile_site.translate_all(root / "data", builders.data(root / "data"), texts)
    settings = {"site_url": building.SITE_URL, "as_of": builders.AS_OF, **hostile_site.settings(texts[0])}
    made = publishing.site(builders.data(root / "data"), **settings)
    for path, content in publishing.everything(made).items():
        file = root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root / "site"
