// Small helpers: elements are built from parts, text is always text, never markup.

const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

/** An element with properties and children; strings become text nodes. */
function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A text of unknown direction, kept from disturbing its surroundings. */
function bdi(text) { return h("bdi", {}, text); }

const darkness = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const narrowness = matchMedia("(max-width: 760px)");

function colourOf(type) {
  const style = data.types[type];
  return darkness.matches ? { fill: style.dark_colour, line: style.dark_outline } : { fill: style.colour, line: style.outline };
}

/** The shape of a type, as a small picture. */
function swatch(type) {
  const { fill, line } = colourOf(type);
  const shape = svg("path", { d: data.types[type].path, fill, stroke: line, "stroke-width": ".16", "stroke-linejoin": "round" });
  return svg("svg", { class: "swatch", viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": "true" }, shape);
}

/** A stretch of line as a status draws it. */
function lineSwatch(status) {
  const style = data.statuses[status];
  const line = svg("line", { x1: 1, x2: 29, y1: 10, y2: 10, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": style.dashes.join(" ") || "none" });
  return svg("svg", { class: "swatch line", viewBox: "0 0 30 20", "aria-hidden": "true" }, line);
}

function use(icon) { const picture = svg("svg", { class: "icon", "aria-hidden": "true" }); picture.append(svg("use", { href: "#" + icon })); return picture; }

function plural(count, one, many) { return `${count.toLocaleString("en")} ${count === 1 ? one : many}`; }

function announce(text) { $("announce").textContent = text; }

function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
