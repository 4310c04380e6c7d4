"""How well every text of a page stands out from what lies under it, by the colours that the browser computed.

Axe asks for 4.5:1, gives up on text in drawings and on single characters, and cannot tell forced colours. Here
every text counts, and what is forced is what the reader sees. A drawing behind a text counts where the text lies on it.
"""

_MEASURE = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true}), known = new Map();
  const rgba = text => {
    if (!known.has(text)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = text;
      pen.fillRect(0, 0, 1, 1);
      known.set(text, [...pen.getImageData(0, 0, 1, 1).data].map((part, n) => n < 3 ? part : part / 255));
    }
    return known.get(text);
  };
  const over = (top, under) => [0, 1, 2].map(n => top[n] * top[3] + under[n] * (1 - top[3])).concat(1);
  const light = colour => {
    const [r, g, b] = colour.map(part => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const opaque = it => {
    let whole = 1;
    for (; it; it = it.parentElement) whole *= getComputedStyle(it).opacity;
    return whole;
  };
  const inside = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const drawnUnder = it => {
    const box = it.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    return [...it.ownerSVGElement.querySelectorAll("rect, circle, path, polygon, ellipse")].filter(shape =>
      shape.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING
      && getComputedStyle(shape).fill.startsWith("rgb") && inside(shape.getBoundingClientRect(), x, y))
      .map(shape => rgba(getComputedStyle(shape).fill)).reverse();
  };
  const ground = it => {
    const layers = it.ownerSVGElement ? drawnUnder(it) : [];
    for (; it && !(layers.at(-1)?.[3] === 1); it = it.parentElement) {
      const style = getComputedStyle(it);
      if (style.backgroundImage.includes("gradient")) return null;
      layers.push(rgba(style.backgroundColor));
    }
    return layers.at(-1)[3] === 1 ? layers.reduceRight((under, top) => over(top, under)) : null;
  };
  // The squares behind a title are a mask in the style sheet: they are put into the page, as they are painted, to be looked at.
  const masks = [...document.querySelectorAll(".ms-motif")].flatMap(it => {
    const painted = getComputedStyle(it), data = painted.maskImage?.match(/^url\\("data:image\\/svg\\+xml,(.*)"\\)$/);
    if (!data) return [];
    const svg = new DOMParser().parseFromString(decodeURIComponent(data[1]), "image/svg+xml").documentElement;
    const {position, right, bottom, width, height} = painted;
    svg.setAttribute("preserveAspectRatio", "xMaxYMax meet");
    Object.assign(svg.style, {position, right, bottom, width, height, fill: painted.backgroundColor});
    return [it.parentElement.appendChild(svg)];
  });
  const drawings = [...document.querySelectorAll("svg")].filter(svg => svg.checkVisibility()
    && Math.min(svg.getBoundingClientRect().width, svg.getBoundingClientRect().height) > 60);
  const painted = (x, y, under) => drawings.flatMap(svg => [...svg.querySelectorAll("path, rect, circle")]
    .filter(shape => inside(svg.getBoundingClientRect(), x, y)
      && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse())))
    .map(shape => { const [r, g, b, a] = rgba(getComputedStyle(shape).fill); return [r, g, b, a * opaque(shape)] }))
    .reduce((below, top) => over(top, below), under);
  const grounds = (node, under) => {
    const whole = document.createRange(), found = [under];
    whole.selectNodeContents(node);
    // An open menu lies above the drawings of the page.
    if (!drawings.length || node.parentElement.closest("svg, .ms-menu__panel")) return found;
    for (const box of whole.getClientRects()) for (let n = 0; n <= 80; n++)
      found.push(painted(box.left + box.width * (n % 27) / 26, box.top + box.height * (1 + Math.floor(n / 27)) / 4, under));
    return found;
  };
  const faults = [];
  let least = 21, texts = 0;
  const below = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = below.nextNode();) {
    const it = node.parentElement;
    if (!node.data.trim() || it.closest("script, style, template, noscript, title") || !it.checkVisibility()) continue;
    const style = getComputedStyle(it), under = ground(it);
    const colour = [...rgba(it.ownerSVGElement ? style.fill : style.color)];
    colour[3] *= opaque(it);
    const found = under ? Math.min(...grounds(node, under).map(each => ratio(over(colour, each), each))) : 0;
    texts += 1;
    least = Math.min(least, found);
    if (found < 7) faults.push(`${it.localName}.${it.getAttribute("class") || ""} in .${it.parentElement.getAttribute("class") || ""}: `
      + `${node.data.trim().slice(0, 20)}: ${found.toFixed(2)}:1`);
  }
  for (const svg of masks) svg.remove();
  return {texts, least, faults};
}"""


def of(page):
    """``texts``: how many; ``least``: the weakest of them; ``faults``: what is below 7:1, a line each."""
    return page.evaluate(_MEASURE)
