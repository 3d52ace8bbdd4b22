// Communities: names that hang together, in a colour of their own, and folded into one shape each if the reader likes.

const folded = new Set();
const DISC = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z";
const DISC_PATH = new Path2D(DISC);

function headOf(id) { const index = nodes.get(id).community; return index === null ? null : data.communities[index].head; }

/** The node that stands for another: the head of its community where that is folded, else itself. */
function standIn(id) { if (!folded.size) return id; const head = nodes.has(id) ? headOf(id) : null; return head !== null && folded.has(head) ? head : id; }

/** The nodes between which a claim is drawn. */
function ends(claim) { return folded.size === 0 ? [claim.subject, claim.object] : [standIn(claim.subject), standIn(claim.object)]; }

/** Communities stay open while something chosen lies in them. */
function foldUp() {
  const chosen = [state.node, ...(currentPath() ?? []).map((step) => step.id)];
  if (state.edge) chosen.push(...bothSides(state.edge));
  const open = new Set(chosen.filter((id) => nodes.has(id) && headOf(id) !== id).map(headOf));
  if (currentPath() || state.edge) for (const id of chosen) if (nodes.has(id)) open.add(headOf(id));
  folded.clear();
  for (const head of state.folded) if (!open.has(head)) folded.add(head);
}

/** How a node looks: the shape and colour of its type, the colour of its community, or a disc for a folded one. */
function shapeOf(node) {
  const community = node.community === null ? null : data.communities[node.community];
  const isFolded = folded.has(node.id);
  const { fill, line } = state.coloured || isFolded ? colourOfCommunity(community) : colourOf(node.type);
  if (!isFolded) return { path: paths[node.type], d: data.types[node.type].path, fill, line, radius: node.radius };
  return { path: DISC_PATH, d: DISC, fill, line, radius: Math.max(node.radius, 9 + 2.2 * Math.sqrt(community.size)) };
}

function colourOfCommunity(community) {
  const style = community?.style ?? data.plain;
  return darkness.matches ? { fill: style[2], line: style[3] } : { fill: style[0], line: style[1] };
}

/** Whether a claim is drawn between the very names that it is about. */
function isDirect(claim) { return standIn(claim.subject) === claim.subject && standIn(claim.object) === claim.object; }

/** What is written beside a node. */
function captionOf(node) {
  if (!folded.has(node.id)) return node.label;
  return `${shorten(communityAt(node.id).name, 38)} (${communityAt(node.id).size})`;
}

function communityAt(head) { return data.communities.find((each) => each.head === head); }

function foldThese(heads, on) {
  const next = new Set(state.folded);
  for (const head of heads) if (on) next.add(head); else next.delete(head);
  change({ folded: next, node: null, edge: null, path: null, finding: false });
  announce(on ? `${plural(heads.length, "community", "communities")} folded` : `${plural(heads.length, "community", "communities")} unfolded`);
}

/** The part of the legend that colours and folds. */
function communitySection() {
  const here = data.communities.filter((each) => each.members.some((id) => visible.nodes.has(standIn(id))));
  if (here.length < 2) return [];
  const toggle = h("label", { class: "filter switch" },
    h("input", { type: "checkbox", role: "switch", checked: state.coloured, "data-filter": "communities colour", onchange: () => change({ coloured: !state.coloured }) }),
    h("span", {}, "Colour by community"));
  if (!state.coloured && !state.folded.size) return [h("h2", {}, "Communities"), toggle];
  const all = here.every((each) => state.folded.has(each.head));
  const heads = here.map((each) => each.head);
  const button = h("button", { type: "button", "data-filter": "communities all", onclick: () => foldThese(heads, !all) }, all ? "unfold all" : "fold all");
  return [h("h2", {}, "Communities", button), toggle, h("div", { role: "group", "aria-label": "Communities" }, here.map(communityRow))];
}

function communityRow(community) {
  const { fill, line } = colourOfCommunity(community);
  const mark = svg("svg", { class: "swatch", viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": "true" }, svg("path", { d: DISC, fill, stroke: line, "stroke-width": ".16" }));
  const on = state.folded.has(community.head);
  return h("button", { type: "button", class: "filter community", "aria-pressed": String(on), title: on ? "Unfold" : "Fold into one", "data-filter": "community " + community.head, onclick: () => foldThese([community.head], !on) },
    mark, h("span", {}, bdi(community.name), on ? " · folded" : null), h("output", {}, community.size.toLocaleString("en")));
}

/** The card of a folded community: its names, the most central first. */
function communityCard(node) {
  const community = communityAt(node.id);
  return [
    h("div", { class: "card" },
      h("div", { class: "sheet-head" }, h("div", {}, h("p", { class: "kind" }, "Community"), h("h2", {}, bdi(community.name))), closer("Close the card")),
      h("p", { class: "lead" }, `${plural(community.size, "name", "names")} that the articles tie among themselves more than to others, folded into one.`),
      h("div", { class: "actions" }, h("button", { type: "button", class: "button", "data-key": "unfold", onclick: () => foldThese([node.id], false) }, "Unfold"))),
    h("section", { class: "group" }, h("h3", {}, "Most central"), h("ul", { class: "list" }, community.members.slice(0, 30).map((id) => h("li", {}, swatch(nodes.get(id).type), id === node.id ? bdi(labelOf(id)) : nameButton(id))))),
    h("div", { class: "end" }),
  ];
}
