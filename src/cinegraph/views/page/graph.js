// The graph that the page carries: nodes with their claims, claims with their sentences.

const nodes = new Map();
/** The claims by their ids, of which a packed page has the beginnings only; sorted when the first is asked for. */
const claims = {
  byId: null,
  known(id) { return data.packed && id ? id.slice(0, data.packed.telling) : id; },
  all() { return (this.byId ??= new Map(data.claims.map((claim) => [claim.id, claim]))); },
  get(id) { return this.all().get(this.known(id)); },
  has(id) { return this.all().has(this.known(id)); },
};

const NONE = Object.freeze([]);

/** A node with what the graph says of it: lines to others, facts, and lines between others that name it. */
class GraphNode {
  constructor(raw) {
    this.id = raw.id;
    this.label = raw.label;
    this.type = raw.type;
    this.names = raw.names;
    this.x = raw.x;
    this.y = raw.y;
    this.radius = raw.size;
    this.degree = raw.degree;
    this.community = raw.community;
    this.first_year = raw.first_year;
    this.last_year = raw.last_year;
    this.own = { edges: NONE, facts: NONE, asides: NONE };
    this.keys = null;
    this.neighbours = null;
  }

  get edges() { tie(); return this.own.edges; }
  get facts() { tie(); return this.own.facts; }
  get asides() { tie(); return this.own.asides; }

  /** The ids of the nodes it is tied to. */
  get near() {
    this.neighbours ??= new Set(this.edges.map((claim) => otherEnd(claim, this.id)));
    return this.neighbours;
  }
}

function readGraph() {
  if (!data.packed) {
    const edges = data.edges.map((edge) => ({ ...edge, subject: edge.from, object: edge.to, value: null }));
    data.claims = [...edges, ...data.facts.map((fact) => ({ ...fact, object: null }))];
    for (const claim of data.claims) for (const evidence of claim.evidence) evidence[1] = data.quotes[evidence[1]];
  }
  for (const raw of data.nodes) nodes.set(raw.id, raw instanceof GraphNode ? raw : new GraphNode(raw));
}

let tied = false;

/** Give every node its claims: when the first is asked for, as a large picture is drawn without. */
function tie() {
  if (tied) return;
  tied = true;
  const give = (node, kind, claim) => { if (node.own[kind] === NONE) node.own[kind] = [claim]; else node.own[kind].push(claim); };
  for (const claim of data.claims) {
    const subject = claim.tail ?? nodes.get(claim.subject);
    if (claim.object === null) { give(subject, "facts", claim); continue; }
    const object = claim.head ?? nodes.get(claim.object);
    give(subject, "edges", claim);
    if (object !== subject) give(object, "edges", claim);
    for (const id of claim.beside ?? circumstanceIds(claim)) give(nodes.get(id), "asides", claim);
  }
}

/** The nodes that a claim names beside its ends: the festival of a prize, the film it was given for. */
function circumstanceIds(claim) {
  const ids = claim.qualifiers.map(([, , id]) => id).filter((id) => id !== null && nodes.has(id));
  return new Set(ids.filter((id) => id !== claim.subject && id !== claim.object));
}

function otherEnd(claim, id) { return claim.subject === id ? claim.object : claim.subject; }

function labelOf(id) { return nodes.get(id)?.label ?? id; }

/** A relation's words as seen from one of its ends. */
function wordsOf(claim, from = claim.subject) {
  const words = data.relations[claim.relation];
  return claim.subject === from ? words[0] : words[1];
}

/** All claims a node is part of, in which it stands as subject or object. */
function claimsOf(node) { return [...node.edges, ...node.facts]; }

/** Claims that the articles set against this one. */
function opponents(claim) { return claim.against ?? claim.contradicts.map((id) => claims.get(id)).filter(Boolean); }

/** The cheapest way between two nodes over claims that pass the filters; through a hub costs a little more. */
function shortestPath(start, end) {
  const cost = new Map([[start, 0]]);
  const via = new Map();
  const done = new Set();
  const open = makeHeap();
  open.push(0, start);
  for (let id = open.pop(); id !== null; id = open.pop()) {
    if (done.has(id)) continue;
    done.add(id);
    if (id === end) return trace(via, start, end);
    for (const claim of nodes.get(id).edges) {
      const next = otherEnd(claim, id);
      if (!passes(claim) || claim.status === "denied" || !typeShown(nodes.get(next))) continue;
      const price = cost.get(id) + 1 + Math.min(nodes.get(next).degree, 400) / 1000 + (claim.status === "accepted" ? 0 : 0.2);
      if (price >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, price);
      via.set(next, { id, claim });
      open.push(price, next);
    }
  }
  return null;
}

/** What waits in order of its price, and of its coming where prices are the same (a binary heap). */
function makeHeap() {
  const heap = [];
  let turn = 0;
  const before = (a, b) => a.price < b.price || (a.price === b.price && a.turn < b.turn);
  const swap = (i, j) => { [heap[i], heap[j]] = [heap[j], heap[i]]; };
  return {
    push(price, id) {
      let at = heap.push({ price, id, turn: (turn += 1) }) - 1;
      for (let up = (at - 1) >> 1; at > 0 && before(heap[at], heap[up]); at = up, up = (at - 1) >> 1) swap(at, up);
    },
    pop() {
      if (!heap.length) return null;
      swap(0, heap.length - 1);
      const { id } = heap.pop();
      for (let at = 0, down = 1; down < heap.length; at = down, down = 2 * at + 1) {
        if (down + 1 < heap.length && before(heap[down + 1], heap[down])) down += 1;
        if (!before(heap[down], heap[at])) break;
        swap(at, down);
      }
      return id;
    },
  };
}

/** The steps of a path: each a node and the claims that lead from it to the next. */
function trace(via, start, end) {
  const steps = [{ id: end, claims: [] }];
  for (let id = end; id !== start; id = via.get(id).id) {
    const from = via.get(id).id;
    const between = nodes.get(from).edges.filter((claim) => otherEnd(claim, from) === id && passes(claim));
    steps.unshift({ id: from, claims: between });
  }
  return steps;
}

/** The nodes at the other ends of a node's drawn lines, and at both ends of those that name it in passing. */
function besides(id) {
  const node = nodes.get(id);
  if (folded.has(id)) return [...visible.edges.values()].map(ends).filter((pair) => pair.includes(id)).map(([a, b]) => (a === id ? b : a));
  const near = node.edges.filter((claim) => visible.edges.has(claim.id)).map((claim) => standIn(otherEnd(claim, id)));
  const asides = node.asides.filter((claim) => visible.edges.has(claim.id)).flatMap(ends);
  return [...near, ...asides];
}

/** Every node within some steps of one, with its distance, over what is drawn. */
function within(id, hops) {
  const found = new Map([[id, 0]]);
  let edge = [id];
  for (let step = 1; step <= hops; step += 1) {
    const next = [];
    for (const at of edge) {
      for (const other of besides(at)) {
        if (found.has(other)) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}
