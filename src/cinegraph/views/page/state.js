// What the reader has chosen, what follows from it, and the link that brings it back.

const state = {
  node: null, edge: null, hops: 1, types: new Set(), relations: new Set(), statuses: new Set(),
  from: null, to: null, path: null, finding: false, table: false, opened: new Set(),
  coloured: false, folded: new Set(),
};
const visible = { nodes: new Set(), edges: new Map() };
const watchers = [];
const span = { low: null, high: null, years: [] };

/** Change the state; everything that shows it follows. */
function change(part, { push = true } = {}) {
  Object.assign(state, part);
  pathCache.asked = false;
  refresh();
  if (push) writeHash();
}

function refresh() {
  seeWhatShows();
  for (const watch of watchers) watch();
}

function measureYears() {
  const years = data.claims.filter((claim) => claim.object !== null && claim.when !== null).map((claim) => claim.when);
  span.years = [...new Set(years)].sort((a, b) => a - b);
  if (years.length) [span.low, span.high] = [span.years[0], span.years.at(-1)];
}

function typeShown(node) { return !state.types.has(node.type); }

function yearsNarrowed() { return state.from !== null || state.to !== null; }

function inYears(year) { return year >= (state.from ?? span.low) && year <= (state.to ?? span.high); }

/** Whether a claim passes the filters of relation, status and year. */
function passes(claim) { return !state.relations.has(claim.relation) && !state.statuses.has(claim.status) && passesYears(claim); }

/** Claims without a year wait for their ends to show. */
function passesYears(claim) { return !yearsNarrowed() || claim.when === null || inYears(claim.when); }

/** The nodes that were asked for: those shown at first, those opened, the chosen one, and the path. */
function wanted() {
  const asked = new Set(data.shown);
  for (const id of state.opened) { asked.add(id); for (const other of nodes.get(id).near) asked.add(other); }
  if (state.node) { asked.add(state.node); if (!data.shown.includes(state.node)) for (const other of nearest(state.node)) asked.add(other); }
  if (state.edge) for (const id of bothSides(state.edge)) asked.add(id);
  for (const step of currentPath() ?? []) asked.add(step.id);
  return asked;
}

/** A few neighbours, the best connected, so that a name found by search does not stand alone. */
function nearest(id) {
  return [...nodes.get(id).near].sort((a, b) => nodes.get(b).degree - nodes.get(a).degree || (a < b ? -1 : 1)).slice(0, 24);
}

/** The ends of a claim, and of those that contradict it. */
function bothSides(id) {
  const sides = [claims.get(id), ...opponents(claims.get(id))];
  return [...new Set(sides.flatMap((claim) => [claim.subject, claim.object ?? claim.subject]))];
}

let pathCache = { key: null, steps: null, asked: false };

/** The steps of the path that is asked for; null where none is, or there is none. */
function currentPath() {
  if (!state.path) return null;
  if (pathCache.asked) return pathCache.steps;
  const key = JSON.stringify([state.path, [...state.types], [...state.relations], [...state.statuses], state.from, state.to]);
  if (pathCache.key !== key) pathCache = { key, steps: shortestPath(...state.path), asked: true };
  pathCache.asked = true;
  return pathCache.steps;
}

function seeWhatShows() {
  foldUp();
  const asked = wanted();
  const kept = state.types.size ? new Set([...asked].filter((id) => typeShown(nodes.get(id)) || id === state.node)) : asked;
  const edges = claimsAmong(kept, passes);
  if (folded.size) for (const [id, claim] of edges) if (claim.subject !== claim.object && ends(claim)[0] === ends(claim)[1]) edges.delete(id);
  visible.edges = edges;
  visible.nodes = withoutStragglers(folded.size ? new Set([...kept].map(standIn)) : kept, edges);
}

/** The claims between some names that pass, by their ids; in a range of years only between names that one of it dates. */
function claimsAmong(kept, passing) {
  const narrowed = yearsNarrowed();
  const everyone = kept.size === nodes.size;
  const edges = new Map();
  const dated = new Set();
  for (const claim of data.claims) {
    if (claim.object === null || !(everyone || (kept.has(claim.subject) && kept.has(claim.object))) || !passing(claim)) continue;
    edges.set(claim.id, claim);
    if (narrowed && claim.when !== null) { dated.add(claim.subject); dated.add(claim.object); }
  }
  if (narrowed) for (const [id, claim] of edges) if (!dated.has(claim.subject) || !dated.has(claim.object)) edges.delete(id);
  return edges;
}

/** Names whose every line a filter took away go with their lines; names that never had one stay. */
function withoutStragglers(kept, edges) {
  if (!state.types.size && !state.relations.size && !state.statuses.size && !yearsNarrowed()) return kept;
  const tied = new Set();
  for (const claim of edges.values()) for (const end of ends(claim)) tied.add(end);
  return new Set([...kept].filter((id) => tied.has(id) || id === state.node || folded.has(id) || (!yearsNarrowed() && !nodes.get(id).near.size)));
}

/** How many neighbours of a node are not drawn, though the filters would let them. */
function hiddenNeighbours(id) {
  if (folded.has(id) || visible.nodes.size === nodes.size) return 0;
  const hidden = new Set();
  for (const claim of nodes.get(id).edges) {
    const other = otherEnd(claim, id);
    if (!visible.nodes.has(standIn(other)) && typeShown(nodes.get(other)) && passes(claim)) hidden.add(other);
  }
  return hidden.size;
}

/** Nodes that stay lit while the others fade; null where nothing is chosen. */
function lit() {
  const path = currentPath();
  if (path) return new Map(path.map((step) => [step.id, 0]));
  if (state.edge) return new Map(bothSides(state.edge).map((id) => [id, 0]));
  return state.node && visible.nodes.has(state.node) ? within(state.node, state.hops) : null;
}

const SETS = { types: "hide", relations: "without", statuses: "status", opened: "open", folded: "fold" };

function writeHash() {
  if (location.protocol === "about:") return; // a frame in a notebook has no address of its own
  const parts = new URLSearchParams();
  if (state.node) parts.set("node", state.node);
  if (state.edge) parts.set("claim", state.edge);
  if (state.node && state.hops !== 1) parts.set("hops", state.hops);
  for (const [key, name] of Object.entries(SETS)) for (const value of state[key]) parts.append(name === "status" ? "without-status" : name, value);
  if (state.from !== null) parts.set("from", state.from);
  if (state.to !== null) parts.set("to", state.to);
  if (state.path) { parts.append("path", state.path[0]); parts.append("path", state.path[1]); }
  if (state.table) parts.set("table", "1");
  if (state.coloured) parts.set("colour", "community");
  const hash = parts.toString().replace(/%2F/g, "/");
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
}

/** The state that a link asks for; anything it names that is not here is passed over. */
function readHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const known = (id) => (nodes.has(id) ? id : null);
  const year = (name) => (/^\d{1,4}$/.test(parts.get(name) ?? "") && span.low !== null ? clamp(Number(parts.get(name)), span.low, span.high) : null);
  const path = parts.getAll("path").filter(known);
  return {
    node: known(parts.get("node")),
    edge: parts.has("claim") ? (claims.get(parts.get("claim"))?.id ?? null) : null,
    hops: clamp(Number(parts.get("hops")) || 1, 1, 3),
    types: new Set(parts.getAll("hide").filter((name) => name in data.types)),
    relations: new Set(parts.getAll("without").filter((name) => name in data.relations)),
    statuses: new Set(parts.getAll("without-status").filter((name) => name in data.statuses)),
    opened: new Set(parts.getAll("open").filter(known)),
    folded: new Set(parts.getAll("fold").filter((id) => data.communities.some((each) => each.head === id))),
    coloured: parts.get("colour") === "community",
    from: year("from"), to: year("to"), path: path.length === 2 ? path : null, finding: path.length === 2, table: parts.get("table") === "1",
  };
}

function clamp(value, low, high) { return Math.max(low, Math.min(high, value)); }
