// vis-network draws the lines and moves the camera; this file tells it what to draw, and where to look.

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const looks = new Map();
const hidden = new Map();
const CROWD = 1500;
let lightened = false;
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
  network = new vis.Network($("stage"), { nodes: nodeSet, edges: edgeSet }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shape: "custom", ctxRenderer: drawNode, chosen: false },
    edges: { smooth: false, chosen: false, arrowStrikethrough: false, hoverWidth: 0, selectionWidth: 0 },
    interaction: { hover: true, selectable: false, keyboard: false, zoomSpeed: 0.7, tooltipDelay: 1e9 },
  });
  for (const element of $("stage").querySelectorAll("[tabindex]")) element.tabIndex = -1;
  network.on("beforeDrawing", () => { drawn = []; });
  network.on("afterDrawing", (ctx) => {
    const ratio = ctx.canvas.width / $("stage").clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawOverlay(ctx, camera);
    ctx.restore();
  });
  listenToPointer();
  darkness.addEventListener("change", () => { readColours(); looks.clear(); refresh(); });
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
  network.on("dragEnd", ({ pointer }) => { const id = network.getNodeAt(pointer.DOM); if (id) keepPlace(id); });
}

function keepPlace(id) { const { x, y } = network.body.nodes[id]; Object.assign(nodes.get(id), { x, y }); }

function labelAt({ x, y }) { return labels.find((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)?.id; }

function hover(what) {
  hovered = what;
  $("stage").style.cursor = what.node || what.edge ? "pointer" : "";
  if (network) network.redraw();
}

/** Bring vis-network's data in line with what shows. */
function paint() {
  glow = lit();
  hidden.clear();
  for (const id of visible.nodes) hidden.set(id, hiddenNeighbours(id));
  edgeSet.remove(edgeSet.getIds().filter((id) => !visible.edges.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((id) => !visible.nodes.has(id)));
  for (const id of [...looks.keys()]) if (!visible.edges.has(id)) looks.delete(id);
  nodeSet.add([...visible.nodes].filter((id) => !nodeSet.get(id)).map((id) => ({ id, x: nodes.get(id).x, y: nodes.get(id).y, size: nodes.get(id).radius })));
  const changed = [];
  for (const claim of visible.edges.values()) {
    const look = lookOf(claim);
    const [from, to] = ends(claim);
    const key = JSON.stringify([look, from, to]);
    if (looks.get(claim.id) === key) continue;
    looks.set(claim.id, key);
    changed.push({ id: claim.id, from, to, ...look });
  }
  edgeSet.update(changed);
  lightenMoves(visible.edges.size > CROWD);
  network.redraw();
  $("empty").hidden = visible.nodes.size > 0;
  if (!visible.nodes.size) sayEmpty();
}

/** While a crowd of lines is dragged or zoomed, only shapes and labels move along, so that the picture keeps up. */
function lightenMoves(on) {
  if (on === lightened) return;
  lightened = on;
  network.setOptions({ interaction: { hideEdgesOnDrag: on, hideEdgesOnZoom: on } });
}

/** How vis-network draws a line: its colour by doubt and by the reader's choice, its dashes by its status. */
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

/** Move the camera so that some nodes fill it, clear of the sheet that covers the lower half of a telephone. */
function fitTo(ids, { animate = true, most = 1.25 } = {}) {
  const places = [...ids].map((id) => ({ ...pick(camera.placeOf(id)), r: nodes.get(id).radius }));
  if (!places.length) return;
  const covered = narrowness.matches && $("panel").classList.contains("open") ? $("panel").offsetHeight : 0;
  const [left, right] = [Math.min(...places.map((p) => p.x - p.r)), Math.max(...places.map((p) => p.x + p.r))];
  const [top, bottom] = [Math.min(...places.map((p) => p.y - p.r)), Math.max(...places.map((p) => p.y + p.r))];
  const edge = narrowness.matches ? 22 : 48;
  const across = narrowness.matches ? 40 : 72; // labels stand out to the sides
  const scale = Math.min((camera.width - 2 * across) / (right - left), (camera.height - covered - 2 * edge) / (bottom - top), most);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(scale, 0.04),
    offset: { x: 0, y: -covered / 2 },
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
  network.moveTo({ scale: clamp(camera.scale * factor, 0.04, 6), animation: stillness.matches ? false : { duration: 160, easingFunction: "easeOutQuad" } });
}

function stir(on) {
  network.setOptions({ physics: on ? { enabled: true, stabilization: false, solver: "barnesHut", barnesHut: { gravitationalConstant: -5200, springLength: 110, damping: 0.3, avoidOverlap: 0.2 } } : { enabled: false } });
  if (!on) for (const id of visible.nodes) keepPlace(id);
}
