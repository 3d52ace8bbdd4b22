// What is drawn over and under vis-network's lines: shapes, labels that never cover each other, badges.

const paths = Object.fromEntries(Object.entries(data.types).map(([type, style]) => [type, new Path2D(style.path)]));
const FADED = 0.13;
const FEW = 40; // so few lit names are all worth a label, even over a small shape
let ink = {};
let drawn = [];
let hovered = { node: null, edge: null };
let glow = null;

function readColours() {
  ink = { paper: css("--paper"), text: css("--ink"), soft: css("--soft"), edge: css("--edge"), accent: css("--accent"), alarm: css("--alarm"), font: css("--font") };
}

function alphaOf(id) { return glow === null || glow.has(id) ? 1 : FADED; }

/** The renderer that vis-network calls for each node: it draws the shape of the node's type. */
function drawNode({ ctx, id, x, y }) {
  const node = nodes.get(id);
  const { path, fill, line, radius: size } = shapeOf(node);
  const radius = size * swell();
  return {
    drawNode() {
      drawn.push({ node, x, y });
      const chosen = state.node === id;
      ctx.save();
      ctx.globalAlpha = alphaOf(id);
      ctx.translate(x, y);
      if (isRinged(id)) ring(ctx, radius, chosen);
      ctx.scale(radius, radius);
      if (alphaOf(id) < 1) hideLines(ctx, path, alphaOf(id));
      ctx.fillStyle = fill;
      ctx.fill(path);
      ctx.lineWidth = Math.max(1.3, radius * 0.09) / radius;
      ctx.strokeStyle = line;
      ctx.lineJoin = "round";
      ctx.stroke(path);
      ctx.restore();
    },
    nodeDimensions: { width: radius * 2, height: radius * 2 },
  };
}

/** A faded shape lets the lines beneath shine through; paper under it keeps them away. */
function hideLines(ctx, path, alpha) {
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink.paper;
  ctx.fill(path);
  ctx.globalAlpha = alpha;
}

/** Seen from afar shapes shrink less than the distances between them, or nothing of them would be left. */
function swell() { return clamp(camera.scale, 0.12, 1) ** -0.4; }

function isRinged(id) { return state.node === id || hovered.node === id || (currentPath() !== null && glow.has(id)); }

function ringAround(radius) { return radius * 1.2 + 5; }

function ring(ctx, radius, chosen) {
  ctx.beginPath();
  ctx.arc(0, 0, ringAround(radius), 0, 2 * Math.PI);
  ctx.lineWidth = chosen ? 3 : 2;
  ctx.strokeStyle = ink.accent;
  ctx.stroke();
}

/** Rectangles already taken, to be asked whether another still fits. */
function makeRoom() {
  const cells = new Map();
  const size = 60;
  const each = function* (box) {
    for (let x = Math.floor(box.x / size); x <= (box.x + box.w) / size; x += 1) {
      for (let y = Math.floor(box.y / size); y <= (box.y + box.h) / size; y += 1) yield x * 10007 + y;
    }
  };
  const meet = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  return {
    free(box, overMinor = false) {
      for (const key of each(box)) if (cells.get(key)?.some((other) => meet(box, other) && !(overMinor && other.minor))) return false;
      return true;
    },
    take(box) { for (const key of each(box)) cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box]); },
  };
}

/** Draw labels and badges in pixels of the screen, above shapes and lines. */
function drawOverlay(ctx, camera) {
  if (drawn.length && !performance.getEntriesByName("picture").length) performance.mark("picture");
  const [room, shapes] = [makeRoom(), makeRoom()];
  const onScreen = [];
  for (const item of drawn) {
    const point = camera.toScreen(item);
    if (point.x < -80 || point.y < -30 || point.x > camera.width + 80 || point.y > camera.height + 30) continue;
    const size = shapeOf(item.node).radius * swell();
    const radius = size * camera.scale;
    const reach = isRinged(item.node.id) ? ringAround(size) * camera.scale + 1 : radius;
    onScreen.push({ node: item.node, point, radius, reach, weight: weightOf(item.node) });
    const half = radius * 0.8;
    if (alphaOf(item.node.id) === 1) shapes.take({ x: point.x - half, y: point.y - half, w: 2 * half, h: 2 * half, minor: item.node.degree < 10 });
  }
  onScreen.sort((a, b) => b.weight - a.weight || (a.node.id < b.node.id ? -1 : 1));
  drawBadges(ctx, camera, room);
  let budget = Math.round((camera.width * camera.height) / 9000);
  labels = [];
  for (const item of onScreen) {
    const urgent = item.weight >= 1e6;
    if (!urgent && (budget <= 0 || alphaOf(item.node.id) < 1)) continue;
    if (drawLabel(ctx, item, { room, shapes }, urgent)) budget -= 1;
  }
  drawRelations(ctx, camera, { room, shapes });
  for (const item of onScreen) drawCount(ctx, item, room);
}

let labels = [];
let upright = false;

/** A path that is too long for the stage's width stands upright, where its names have room beside it. */
function turnPath() {
  upright = data.path.length > 2 && $("stage").clientWidth < 150 * data.path.length;
  if (upright) for (const node of nodes.values()) [node.x, node.y] = [node.y, node.x];
}

/** Who gets room for a label first: the chosen, then what is lit by nearness, then by degree. */
function weightOf(node) {
  if (state.node === node.id || hovered.node === node.id) return 1e8;
  if (currentPath() && glow?.has(node.id)) return 1e7;
  if (folded.has(node.id)) return 1e5 + communityAt(node.id).size;
  if (glow?.has(node.id)) return (state.edge ? 1e7 : 1e4 * (4 - glow.get(node.id))) + node.degree;
  return node.degree;
}

const widths = new Map();
function widthOf(ctx, text, font) {
  const key = font + "\n" + text;
  if (!widths.has(key)) { ctx.font = font; widths.set(key, ctx.measureText(text).width); }
  return widths.get(key);
}

function shorten(text, most) {
  const letters = [...text];
  return letters.length > most ? letters.slice(0, most - 1).join("").trimEnd() + "…" : text;
}

function fontOf(item, urgent) {
  const size = urgent ? 14 : clamp(10.5 + Math.sqrt(item.node.degree) * 0.55, 11.5, 15);
  return `${urgent || item.node.degree > 11 ? 600 : 500} ${size}px ${ink.font}`;
}

/** Draw a node's label where it covers nothing: below, above, right or left of it, or else askew. */
function drawLabel(ctx, item, { room, shapes }, urgent) {
  const text = shorten(captionOf(item.node), urgent || folded.has(item.node.id) ? 48 : item.node.degree > 11 ? 36 : 26);
  const font = fontOf(item, urgent);
  const width = widthOf(ctx, text, font) + 6;
  const height = 17;
  const { x, y } = item.point;
  const gap = item.reach + 3;
  const boxes = [[x - width / 2, y + gap], [x - width / 2, y - gap - height], [x + gap, y - height / 2], [x - gap - width, y - height / 2],
    [x - 8, y + gap], [x + 8 - width, y + gap], [x - 8, y - gap - height], [x + 8 - width, y - gap - height]];
  const step = currentPath()?.findIndex(({ id }) => id === item.node.id) ?? -1;
  if (step >= 0) boxes.unshift(...(upright ? [2, 3] : step % 2 ? [1, 7, 6, 0, 5, 4] : [0, 5, 4, 1, 7, 6]).map((place) => boxes[place])); // off the line
  if (urgent) for (const row of [1, 2]) boxes.push([x - width / 2, y + gap + row * height], [x - width / 2, y - gap - (row + 1) * height]);
  const places = boxes.map(([left, top]) => ({ x: left, y: top, w: width, h: height }));
  const open = places.filter((box) => room.free(box) && onStage(box));
  const clear = open.find((box) => shapes.free(box));
  const over = item.node.degree >= 8 || (glow !== null && glow.size <= FEW) ? open.find((box) => shapes.free(box, true)) : null;
  const place = clear ?? over ?? (urgent ? open[0] ?? places[0] : null);
  if (!place) return false;
  room.take(place);
  labels.push({ id: item.node.id, ...place });
  haloed(ctx, text, place.x + width / 2, place.y + height / 2, font, ink.text, alphaOf(item.node.id) < 1 && !urgent ? FADED : 1);
  return true;
}

function onStage(box) { return box.x >= 2 && box.y >= 2 && box.x + box.w <= camera.width - 2 && box.y + box.h <= camera.height - 2; }

function haloed(ctx, text, x, y, font, colour, alpha = 1) {
  ctx.globalAlpha = alpha;
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = ink.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
  ctx.globalAlpha = 1;
}

/** The number of neighbours that wait to be opened, at the shoulder of a shape that is big enough to carry it. */
function drawCount(ctx, { node, point, radius, reach }, room) {
  const count = waiting(node.id);
  if (!count || alphaOf(node.id) < 1 || (radius < 7 && state.node !== node.id)) return;
  const shoulder = reach > radius ? reach * 0.75 + 2 : radius * 0.8;
  const box = { x: point.x + shoulder - 4, y: point.y - shoulder - 10, w: 26, h: 13 };
  if (!room.free(box) && state.node !== node.id) return;
  room.take(box);
  haloed(ctx, `+${count}`, box.x + 12, box.y + 7, `600 10.5px ${ink.font}`, ink.soft);
}

const BESIDE = 17; // pixels from the middle of a line at which its words may stand, if there is no room on it

/** The words of the relations around the chosen node, the chosen edge, the hovered one, and along a path. */
function drawRelations(ctx, camera, { room, shapes }) {
  const told = [];
  const said = new Set();
  for (const claim of visible.edges.values()) {
    const direct = state.edge === claim.id || (state.edge && opponents(claims.get(state.edge)).includes(claim)) || hovered.edge === claim.id || (currentPath() && onPath(claim));
    if (direct || (state.node && glow && ends(claim).includes(state.node) && isDirect(claim))) told.push({ claim, direct });
  }
  told.sort((a, b) => b.direct - a.direct || (a.claim.id < b.claim.id ? -1 : 1));
  const font = `italic 400 11.5px ${ink.font}`;
  for (const { claim, direct } of told) {
    const year = claim.year === null ? "" : ` ${claim.year}`;
    const text = wordsOf(claim) + year;
    const twin = [claim.subject, claim.object, text].join("\n");
    if (said.has(twin)) continue;
    const point = camera.toScreen(middleOf(claim, camera));
    const width = widthOf(ctx, text, font) + 4;
    const [a, b] = [camera.placeOf(claim.subject), camera.placeOf(claim.object)].map((place) => camera.toScreen(place));
    const outward = point.y < (a.y + b.y) / 2 - 1 ? -BESIDE : BESIDE; // on the side to which the line is bent
    const boxes = (direct ? [0, outward, -outward] : [0]).map((offset) => ({ x: point.x - width / 2, y: point.y - 8 + offset, w: width, h: 16 }));
    const box = boxes.find((each) => room.free(each) && shapes.free(each)) ?? (hovered.edge === claim.id ? boxes[0] : null);
    if (!box) continue;
    said.add(twin);
    room.take(box);
    haloed(ctx, text, point.x, box.y + 8, font, doubtColour(claim.status));
  }
}

function onPath(claim) {
  const steps = currentPath();
  return steps?.some((step) => step.claims.includes(claim)) ?? false;
}

/** A sign on every line that is not plainly so: rumoured, planned, disputed, denied. */
function drawBadges(ctx, camera, room) {
  if (camera.scale < 0.7 && glow === null) return;
  for (const claim of visible.edges.values()) {
    const sign = data.statuses[claim.status].badge;
    if (!sign || edgeAlpha(claim) < 0.3) continue;
    const middle = middleOf(claim, camera);
    const away = state.node === claim.subject || state.node === claim.object || state.edge === claim.id ? 15 : 0;
    const point = camera.toScreen(middle);
    if (point.x < 0 || point.y < 0 || point.x > camera.width || point.y > camera.height) continue;
    point.y -= away;
    const box = { x: point.x - 8, y: point.y - 8, w: 16, h: 16 };
    if (!room.free(box)) continue;
    ctx.beginPath();
    ctx.arc(point.x, point.y, 7.5, 0, 2 * Math.PI);
    ctx.fillStyle = ink.paper;
    ctx.fill();
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = ctx.fillStyle = doubtColour(claim.status);
    ctx.stroke();
    ctx.font = `700 11px ${ink.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(sign, point.x, point.y + (sign === "…" ? -2.5 : 0.5));
    room.take(box);
  }
}

function doubtColour(status) { return status === "disputed" || status === "denied" || status === "rejected" ? ink.alarm : ink.soft; }

/** How strongly a line is drawn. */
function edgeAlpha(claim) {
  if (glow === null) return 0.5;
  if (currentPath()) return onPath(claim) ? 1 : 0.05;
  if (state.edge) return claim.id === state.edge ? 1 : opponents(claims.get(state.edge)).includes(claim) ? 0.85 : 0.05;
  if (ends(claim).includes(state.node)) return 0.95;
  return ends(claim).every((end) => glow.has(end)) ? 0.4 : 0.05;
}

/** The middle of a line, bent as vis-network bends it (its curvedCW and curvedCCW). */
function middleOf(claim, camera) {
  const a = camera.placeOf(claim.subject);
  const b = camera.placeOf(claim.object);
  const control = bendOf(claim, a, b);
  return control ? { x: (a.x + b.x) / 4 + control.x / 2, y: (a.y + b.y) / 4 + control.y / 2 } : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function bendOf(claim, a, b) {
  const smooth = claim.smooth;
  if (!smooth) return null;
  const roundness = smooth.type === "curvedCW" ? smooth.roundness : -smooth.roundness;
  const [dx, dy] = [b.x - a.x, a.y - b.y];
  const radius = Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) + (roundness * 0.5 + 0.5) * Math.PI;
  const reach = (smooth.roundness * 0.5 + 0.5) * radius;
  return { x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) };
}
