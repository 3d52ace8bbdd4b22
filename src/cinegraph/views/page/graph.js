// The graph that the page carries: nodes with their claims, claims with their sentences.

const nodes = new Map();
const claims = new Map();

function readGraph() {
  const edges = data.edges.map((edge) => ({ ...edge, subject: edge.from, object: edge.to, value: null }));
  data.claims = [...edges, ...data.facts.map((fact) => ({ ...fact, object: null }))];
  for (const claim of data.claims) for (const evidence of claim.evidence) evidence[1] = data.quotes[evidence[1]];
  for (const raw of data.nodes) {
    const keys = raw.names.map((text) => { const folded = fold(text); return { text, folded, skeleton: skeleton(folded) }; });
    nodes.set(raw.id, { ...raw, keys, edges: [], facts: [], asides: [], near: new Set(), radius: raw.size });
  }
  for (const claim of data.claims) {
    claims.set(claim.id, claim);
    if (claim.object === null) { nodes.get(claim.subject).facts.push(claim); continue; }
    for (const end of new Set([claim.subject, claim.object])) nodes.get(end).edges.push(claim);
    for (const id of circumstanceIds(claim)) nodes.get(id).asides.push(claim);
    nodes.get(claim.subject).near.add(claim.object);
    nodes.get(claim.object).near.add(claim.subject);
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
function opponents(claim) { return claim.contradicts.map((id) => claims.get(id)).filter(Boolean); }

/** The cheapest way between two nodes over claims that pass the filters; through a hub costs a little more. */
function shortestPath(start, end) {
  const cost = new Map([[start, 0]]);
  const via = new Map();
  const open = new Set([start]);
  while (open.size) {
    let id = null;
    for (const other of open) if (id === null || cost.get(other) < cost.get(id)) id = other;
    open.delete(id);
    if (id === end) return trace(via, start, end);
    for (const claim of nodes.get(id).edges) {
      const next = otherEnd(claim, id);
      if (!passes(claim) || claim.status === "denied" || !typeShown(nodes.get(next))) continue;
      const price = cost.get(id) + 1 + Math.min(nodes.get(next).degree, 400) / 1000 + (claim.status === "accepted" ? 0 : 0.2);
      if (price >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, price);
      via.set(next, { id, claim });
      open.add(next);
    }
  }
  return null;
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
