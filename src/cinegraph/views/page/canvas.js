// Where the reader looks, and what pointer and camera do, whichever renderer draws: vis-network (vis.js), or for ten
// thousands of names a canvas of our own (field.js).

const hidden = new Map();
let network = null;

const camera = {
  get scale() { return network.getScale(); },
  get width() { return $("stage").clientWidth; },
  get height() { return $("stage").clientHeight; },
  toScreen({ x, y }) {
    const view = network.getViewPosition();
    return { x: (x - view.x) * this.scale + this.width / 2, y: (y - view.y) * this.scale + this.height / 2 };
  },
  placeOf(id) { return network.body.nodes[standIn(id)] ?? nodes.get(standIn(id)); },
};

function startCanvas() {
  network = makeNetwork($("stage"));
  listenToPointer();
  darkness.addEventListener("change", () => { readColours(); network.recolour(); refresh(); });
}

function listenToPointer() {
  const at = ({ pointer }) => ({ node: network.getNodeAt(pointer.DOM) ?? labelAt(pointer.DOM), edge: network.getEdgeAt(pointer.DOM) });
  network.on("click", (event) => {
    const { node, edge } = at(event);
    if (node) choose(node, { look: false });
    else if (edge) chooseEdge(edge);
    else if (state.node || state.edge) change({ node: null, edge: null });
  });
  network.on("doubleClick", (event) => { const { node } = at(event); if (node) open(node); });
  network.on("hoverNode", ({ node }) => hover({ node, edge: null }));
  network.on("blurNode", () => hover({ node: null, edge: null }));
  network.on("hoverEdge", ({ edge }) => hover({ node: null, edge }));
  network.on("blurEdge", () => hover({ node: null, edge: null }));
}

function labelAt({ x, y }) { return labels.find((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)?.id; }

function hover(what) {
  hovered = what;
  $("stage").style.cursor = what.node || what.edge ? "pointer" : "";
  if (network) network.redraw();
}

/** Bring the picture in line with what shows. */
function paint() {
  glow = lit();
  hidden.clear();
  network.sync();
  network.redraw();
  $("empty").hidden = visible.nodes.size > 0;
  if (!visible.nodes.size) sayEmpty();
}

/** How many neighbours of a node wait to be opened; counted once for each picture. */
function waiting(id) {
  if (!hidden.has(id)) hidden.set(id, hiddenNeighbours(id));
  return hidden.get(id);
}

/** How a line is drawn, in the words of vis-network: its colour by doubt and by the reader's choice, its dashes by its status. */
function lookOf(claim) {
  const alpha = edgeAlpha(claim);
  const strong = glow !== null && alpha > 0.9;
  const base = claim.status === "disputed" || claim.status === "denied" ? ink.alarm : strong ? ink.accent : ink.edge;
  const dashes = data.statuses[claim.status].dashes;
  return {
    color: { color: base, hover: base, highlight: base, inherit: false, opacity: alpha },
    width: strong ? 2 : 1.5,
    dashes: dashes.length ? dashes : false,
    smooth: claim.smooth ? { enabled: true, ...claim.smooth } : false,
    arrows: { to: { enabled: glow !== null && alpha > 0.3, scaleFactor: 0.45 } },
  };
}

/** Stretch the places to the shape of the stage, so that a wide picture does not stand small in a telephone's tall one. */
function stretchToStage(most = 1.6) {
  if (data.path.length > 2 || data.shown.length < 3) return;
  const places = data.shown.map((id) => nodes.get(id));
  const extent = (axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const { [axis]: at } of places) { if (at < low) low = at; if (at > high) high = at; }
    return high - low;
  };
  const free = { x: $("stage").clientWidth, y: $("stage").clientHeight * (narrowness.matches && data.focus ? 0.46 : 1) };
  const slack = free.x / free.y / (extent("x") / extent("y"));
  if (!Number.isFinite(slack) || slack === 0) return;
  const axis = slack > 1 ? "x" : "y";
  const factor = Math.min(Math.max(slack, 1 / slack), most);
  for (const node of nodes.values()) node[axis] *= factor;
}

/** Move the camera so that some nodes fill it, clear of the sheet that covers the lower half of a telephone. */
function fitTo(ids, { animate = true, most = 1.25 } = {}) {
  const places = [...ids].map((id) => ({ ...pick(camera.placeOf(id)), r: nodes.get(id).radius }));
  if (!places.length) return;
  const covered = narrowness.matches && $("panel").classList.contains("open") ? $("panel").offsetHeight : 0;
  const [left, top] = ["x", "y"].map((axis) => places.reduce((low, p) => Math.min(low, p[axis] - p.r), Infinity));
  const [right, bottom] = ["x", "y"].map((axis) => places.reduce((high, p) => Math.max(high, p[axis] + p.r), -Infinity));
  const edge = narrowness.matches ? 22 : 48;
  const across = narrowness.matches ? 40 : 72; // labels stand out to the sides
  const aside = upright && currentPath() && narrowness.matches ? 56 - camera.width / 2 : 0; // its names stand to the right
  const scale = Math.min((camera.width - 2 * across) / (right - left), (camera.height - covered - 2 * edge) / (bottom - top), most);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, network.least),
    offset: { x: aside, y: -covered / 2 },
    animation: animate && !stillness.matches ? { duration: 380, easingFunction: "easeInOutCubic" } : false,
  });
}

function pick({ x, y }) { return { x, y }; }

/** Keep a chosen node in sight; a far-off or tiny one is approached together with its neighbours. */
function lookAt(id) {
  const point = camera.toScreen(camera.placeOf(id));
  const margin = 70;
  const covered = narrowness.matches && $("panel").classList.contains("open") ? $("panel").offsetHeight : 0;
  const inside = point.x > margin && point.y > margin && point.x < camera.width - margin && point.y < camera.height - covered - margin;
  if (!inside || camera.scale < 0.6) fitTo([...(lit() ?? new Map([[id, 0]])).keys()], { most: 1.1 });
}

function zoom(factor) {
  network.moveTo({ scale: clamp(camera.scale * factor, network.least, 6), animation: stillness.matches ? false : { duration: 160, easingFunction: "easeOutQuad" } });
}
