// What a reader can do, whatever the door: pointer, keyboard, panel, table or link.

/** Choose a node: the panel shows its card, its neighbourhood stays lit. */
function choose(id, { look = true, keepTable = false } = {}) {
  if (!nodes.has(id)) return;
  change({ node: id, edge: null, path: null, finding: false, table: keepTable && state.table });
  const node = nodes.get(id);
  announce(`${node.label}, ${node.type}, tied to ${plural(node.degree, "name", "names")}`);
  if (look) lookAt(id);
}

function chooseEdge(id, { keepTable = false } = {}) {
  if (!claims.has(id)) return;
  const claim = claims.get(id);
  if (claim.object === null) { choose(claim.subject, { keepTable }); return; }
  change({ edge: id, node: null, path: null, finding: false, table: keepTable && state.table });
  announce(`${labelOf(claim.subject)} ${wordsOf(claim)} ${labelOf(claim.object)}, ${claim.status}`);
}

/** Open a node's other neighbours, or close them again. */
function open(id) {
  if (folded.has(id)) { foldThese([id], false); return; }
  const opened = new Set(state.opened);
  if (opened.has(id)) opened.delete(id);
  else opened.add(id);
  const before = visible.nodes.size;
  change({ opened, node: id, edge: null });
  const more = visible.nodes.size - before;
  announce(more > 0 ? `${plural(more, "name", "names")} opened` : "Closed again");
  if (more > 0) fitTo(within(id, 1).keys(), { most: 1 });
}

function findPath(start, end) {
  change({ path: [start, end], finding: true, node: null, edge: null, table: false });
  const steps = currentPath();
  announce(steps ? `A path of ${plural(steps.length - 1, "step", "steps")}` : "No path");
  if (steps) fitTo(steps.map((step) => step.id), { most: 1 });
}

function showFinding(from = null) {
  change({ finding: !state.finding || from !== null, path: null, node: null, edge: null, table: false });
  if (state.finding) startPathForm(from);
}

/** One step back: from a menu, from a path, from an edge, from a node, from the table. */
function stepBack() {
  if (!$("menu").hidden) { toggleMenu(false); return; }
  if ($("legend").classList.contains("open")) { toggleLegend(false); return; }
  if (state.path || state.finding) change({ path: null, finding: false });
  else if (state.edge || state.node) change({ edge: null, node: null });
  else if (state.table) change({ table: false });
}

/** Take away every filter. */
function clearFilters() {
  change({ types: new Set(), relations: new Set(), statuses: new Set(), from: null, to: null });
}

function sayEmpty() {
  const nothing = !data.nodes.length;
  $("empty").replaceChildren(
    h("p", {}, nothing ? "No article says anything about this." : "The filters hide everything."),
    nothing ? h("p", {}, "Try other names, other years or another query, or build the graph with more articles.") : h("button", { type: "button", class: "button", onclick: clearFilters }, "Take the filters away"),
  );
}

/** The neighbour that lies best in a direction (one of the arrow keys). */
function neighbourTowards(id, [dx, dy]) {
  const from = camera.placeOf(id);
  let best = null;
  for (const other of besides(id)) {
    if (other === id) continue;
    const to = camera.placeOf(other);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const ahead = (x * dx + y * dy) / Math.hypot(x, y);
    if (ahead < 0.38) continue;
    const cost = Math.hypot(x, y) * (2 - ahead);
    if (!best || cost < best.cost) best = { other, cost };
  }
  return best?.other ?? null;
}

let anchor = null;
/** The next or previous neighbour, in order of degree, of the node where the round began. */
function nextNeighbour(step) {
  if (!state.node) { choose(mostConnected()); return; }
  if (anchor === null || !(within(anchor, 1).has(state.node))) anchor = state.node;
  const round = [...within(anchor, 1).keys()].sort((a, b) => nodes.get(b).degree - nodes.get(a).degree || (a < b ? -1 : 1));
  const ring = round.filter((id) => id !== anchor);
  if (!ring.length) return;
  const at = ring.indexOf(state.node);
  choose(ring[at < 0 ? (step > 0 ? 0 : ring.length - 1) : (at + step + ring.length) % ring.length]);
}

let turned = null;
/** The next line of the chosen name, or of the name whose line is chosen: its claim shows. */
function nextClaim() {
  const at = state.edge ? claims.get(state.edge) : null;
  if (!at || !turned || !linesOf(turned).includes(at)) turned = state.node ?? at?.subject ?? mostConnected();
  const round = turned === null ? [] : linesOf(turned);
  if (!round.length) return;
  const next = round[(round.indexOf(at) + 1) % round.length];
  chooseEdge(next.id);
  lookAt(next.subject === turned ? next.object : next.subject);
}

/** The drawn claims that a name is an end of, then those that name it in passing. */
function linesOf(id) {
  const node = nodes.get(id);
  return [...node.edges, ...node.asides].filter((claim) => visible.edges.has(claim.id));
}

function mostConnected() {
  let best = null;
  for (const id of visible.nodes) if (best === null || nodes.get(id).degree > nodes.get(best).degree) best = id;
  return best;
}
