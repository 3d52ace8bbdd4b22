// The panel: the card of a name, of a claim, of the whole view; every claim with its sentences.

function drawPanel() {
  const panel = $("panel");
  const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  if (state.finding) { if (state.path) showPath(); else if (!panel.querySelector(".pathform")) startPathForm(null); }
  else if (state.edge) panel.replaceChildren(...edgeCard(claims.get(state.edge)));
  else if (state.node) panel.replaceChildren(...(folded.has(state.node) ? communityCard : nodeCard)(nodes.get(state.node)));
  else panel.replaceChildren(...aboutCard());
  const opened = state.finding || state.edge !== null || state.node !== null;
  if (panel.dataset.shown !== subject()) { panel.scrollTop = 0; panel.dataset.shown = subject(); }
  panel.classList.toggle("open", opened && !state.table);
  if (focused) panel.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function subject() { return String(state.finding ? "path " + state.path : state.edge ?? state.node ?? ""); }

function closer(label) { return h("button", { type: "button", class: "close", "aria-label": label, onclick: stepBack }, use("i-close")); }

function nameButton(id, text = null) {
  if (!nodes.has(id)) return bdi(text ?? labelOf(id));
  return h("button", { type: "button", class: "name", "data-key": "to " + id, onclick: () => choose(id) }, bdi(text ?? labelOf(id)));
}

function nodeCard(node) {
  const others = otherNames(node);
  const years = node.first_year === null ? "" : node.first_year === node.last_year ? ` · ${node.first_year}` : ` · ${node.first_year}–${node.last_year}`;
  const head = h("div", { class: "card" },
    h("div", { class: "sheet-head" },
      h("div", {}, h("p", { class: "kind" }, swatch(node.type), node.type + years), h("h2", {}, bdi(node.label))), closer("Close the card")),
    others.length ? alsoCalled(others) : null,
    nodeActions(node));
  return [head, ...claimGroups(node), h("div", { class: "end" })];
}

/** Other names, in a row; of very many (a prize has dozens of spellings) the first, the rest behind a line that counts them. */
function alsoCalled(names, most = 10) {
  const row = (some) => some.flatMap((name, i) => [i ? ", " : "", bdi(name)]);
  if (names.length <= most + 2) return h("p", { class: "names" }, "Also ", row(names));
  const rest = names.slice(most);
  return h("div", { class: "names" }, h("p", {}, "Also ", row(names.slice(0, most))), h("details", {}, h("summary", {}, `${rest.length} more spellings`), row(rest)));
}

/** A node's other names, without those that only write one of them in other letters, large or small. */
function otherNames(node) {
  const told = new Set([node.label.toLowerCase()]);
  return [...node.names].sort((a, b) => (a === a.toUpperCase()) - (b === b.toUpperCase())).filter((name) => {
    const plain = name.toLowerCase();
    return !told.has(plain) && told.add(plain);
  });
}

function nodeActions(node) {
  const count = hiddenNeighbours(node.id);
  const depth = [1, 2, 3].map((hops) => h("button", { type: "button", "data-key": "depth " + hops, "aria-label": plural(hops, "step", "steps") + " around", "aria-pressed": String(state.hops === hops), onclick: () => { change({ hops }); fitTo(lit().keys(), { most: 1.1 }); } }, String(hops)));
  const opener = count || state.opened.has(node.id)
    ? h("button", { type: "button", class: "button", "data-key": "open", onclick: () => open(node.id) }, state.opened.has(node.id) ? "Close again" : `Open ${plural(count, "more name", "more names")}`) : null;
  return h("div", { class: "actions" },
    h("div", { class: "depth", role: "group", "aria-label": "Steps around" }, h("span", {}, "Steps"), depth),
    opener,
    h("button", { type: "button", class: "button", "data-key": "path", onclick: () => showFinding(node.id) }, "Path to …"));
}

/** All claims of a node, grouped by relation as seen from it, each group in order of years. */
function claimGroups(node) {
  const order = Object.keys(data.relations);
  const groups = new Map();
  for (const claim of claimsOf(node)) {
    const title = wordsOf(claim, node.id);
    const rank = order.indexOf(claim.relation) + (claim.subject === node.id ? 0 : 0.5);
    if (!groups.has(title)) groups.set(title, { title, rank, claims: [] });
    groups.get(title).claims.push(claim);
  }
  const sorted = [...groups.values()].sort((a, b) => a.rank - b.rank);
  if (node.asides.length) sorted.push({ title: "named in", claims: [...node.asides] });
  if (!sorted.length) return [h("section", { class: "group" }, h("p", { class: "lead" }, "The articles name it, and say nothing more about it here."))];
  return sorted.map((group) => {
    const rows = group.claims.sort((a, b) => (a.year ?? a.when ?? 9999) - (b.year ?? b.when ?? 9999) || (claimTitle(a, node) < claimTitle(b, node) ? -1 : 1));
    return h("section", { class: "group" }, h("h3", {}, group.title, h("small", {}, rows.length > 1 ? String(rows.length) : "")), rows.map((claim) => claimRow(claim, node.id, rows.some(yearShown))));
  });
}

/** The year that stands before a claim: its own, or that of the film. */
function yearShown(claim) { return claim.year ?? (claim.object === null ? null : claim.when); }

function claimTitle(claim, node) { return claim.object === null ? claim.value : labelOf(otherEnd(claim, node.id)); }

function badge(claim) {
  if (claim.ended) return h("span", { class: "badge", title: "True once, and no longer" }, "former");
  if (claim.status === "accepted") return null;
  const style = data.statuses[claim.status];
  return h("span", { class: `badge ${claim.status}`, title: style.meaning }, `${style.badge} ${claim.status}`);
}

/** The qualifiers of a claim in a few words, without the year, which stands before it. */
function circumstances(claim, about = null) {
  const parts = claim.qualifiers.filter(([name, , id]) => name !== "year" && (id === null || id !== about)).map(([name, text, id]) => {
    const word = { for_work: "for ", festival: "", section: "", role: "as ", ordinal: "", award: "" }[name] ?? name.replaceAll("_", " ") + " ";
    return [word, id && nodes.has(id) ? nameButton(id, text) : bdi(text)];
  });
  return parts.length ? h("div", { class: "how" }, parts.flatMap((part, i) => [i ? ", " : "", ...part])) : null;
}

const unfolded = new Set();

/** The other end of a claim; the whole claim where the card is about neither of its ends. */
function whatItSays(claim, from) {
  if (claim.object === null) return bdi(claim.value);
  if (claim.subject === from || claim.object === from) return nameButton(otherEnd(claim, from));
  return [nameButton(claim.subject), ` ${wordsOf(claim)} `, nameButton(claim.object)];
}

/** @param dated whether others beside it have a year: a blank below a year would read as that year */
function claimRow(claim, from, dated = false) {
  const year = yearShown(claim);
  const what = whatItSays(claim, from);
  const shown = unfolded.has(claim.id);
  const count = claim.evidence.length;
  const toggle = h("button", { type: "button", class: "sources", "aria-expanded": String(shown), "data-key": "sources " + claim.id, onclick: () => { if (!unfolded.delete(claim.id)) unfolded.add(claim.id); drawPanel(); } },
    claim.pending ? "sources" : plural(count, "source", "sources"));
  return h("article", { class: "claim" },
    h("div", { class: "line" }, h("span", { class: claim.year === null ? "year inferred" : "year", title: claim.year === null && year !== null ? "The year of the film" : null }, year === null ? (dated ? "–" : "") : String(year)), h("div", { class: "what" }, what, badge(claim), circumstances(claim, from)), toggle),
    shown ? sentences(claim) : null,
    shown && claim.status === "disputed" ? conflict(claim) : null);
}

/** The sentences of a claim: the first ones at once, the others behind a line that counts them. */
function sentences(claim, most = 3) {
  const [first, rest] = [claim.evidence.slice(0, most), claim.evidence.slice(most)];
  const more = rest.length ? h("details", {}, h("summary", {}, `${rest.length} more ${rest.length === 1 ? "sentence" : "sentences"}`), rest.map(sentence)) : null;
  return h("div", { class: "evidence" }, first.map(sentence), more);
}

/** A sentence as the article has it, with the words that hedge or deny marked, and where it stands. */
function sentence([article, quote, modality, cue, speaker]) {
  const record = data.articles[article];
  const link = /^https?:\/\//i.test(record.url ?? "") ? h("a", { href: record.url, rel: "noreferrer noopener" }, bdi(record.title ?? record.name)) : h("b", {}, bdi(record.title ?? record.name));
  const rest = [record.publisher, record.author, record.date].filter(Boolean);
  const said = modality === "asserted" ? null : h("span", { class: "badge" + (modality === "negated" ? " denied" : "") }, modality === "negated" ? "denies it" : modality);
  return h("figure", {}, h("blockquote", { dir: "auto" }, marked(quote, cue)),
    h("figcaption", {}, speaker ? [bdi(speaker), ", in "] : null, link, rest.flatMap((text) => [", ", bdi(text)]), said));
}

function marked(quote, cue) {
  const at = cue ? quote.toLowerCase().indexOf(cue.toLowerCase()) : -1;
  if (at < 0) return emphasised(quote);
  return [emphasised(quote.slice(0, at)), h("mark", {}, quote.slice(at, at + cue.length)), emphasised(quote.slice(at + cue.length))];
}

/** A quote with what Markdown's signs make italic or bold set so, and without the signs. */
function emphasised(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(/(?<![\\*\w])(\*{1,2})(?=[^\s*])([^*]+?)(?<=\S)\1(?![*\w])/g)) {
    parts.push(text.slice(from, found.index), h(found[1].length === 2 ? "strong" : "em", {}, found[2]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

/** Both sides of a conflict: why it is one, and the sentences that stand against it. */
function conflict(claim) {
  const others = opponents(claim);
  const denied = claim.evidence.some(([, , modality]) => modality === "negated");
  return h("div", { class: "conflict" },
    h("p", {}, claim.reasons.length ? `Disputed: ${claim.reasons.join("; ")}.` : denied ? "Disputed: some articles say it, others deny it." : "Disputed."),
    others.map((other) => [h("p", { class: "side" }, other.evidence.every(([, , modality]) => modality === "negated") ? "Denied: " : "Against it: ", bdi(sayClaim(other))), sentences(other)]));
}

function sayClaim(claim) {
  const end = claim.object === null ? claim.value : labelOf(claim.object);
  return `${labelOf(claim.subject)} ${wordsOf(claim)} ${end}${claim.year === null ? "" : ", " + claim.year}`;
}

function edgeCard(claim) {
  const facts = claim.qualifiers.map(([name, text, id]) => [h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, id && nodes.has(id) ? nameButton(id, text) : bdi(text))]);
  return [h("div", { class: "card edge-card" },
    h("div", { class: "sheet-head" }, h("p", { class: "kind" }, "Claim", badge(claim)), closer("Close the claim")),
    h("h2", { class: "statement" }, nameButton(claim.subject), h("em", {}, ` ${wordsOf(claim)} `), nameButton(claim.object)),
    h("dl", { class: "details" }, facts, h("dt", {}, "status"), h("dd", {}, `${claim.status}: ${data.statuses[claim.status].meaning.toLowerCase()}`)),
    sentences(claim), claim.status === "disputed" ? conflict(claim) : null), h("div", { class: "end" })];
}

function aboutCard() {
  const disputes = findDisputes();
  const top = [...visible.nodes].map((id) => nodes.get(id)).sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, 8);
  const left = whatIsLeftOut();
  return [
    h("div", { class: "card" }, h("p", { class: "kind" }, "This view"), h("h2", {}, bdi(data.title)), h("p", { class: "lead" }, bdi(data.rule), left ? " " + left : "")),
    top.length ? h("section", { class: "group" }, h("h3", {}, "Most connected"), h("ul", { class: "list" }, top.map((node) => h("li", {}, swatch(node.type), nameButton(node.id), h("small", {}, plural(node.degree, "tie", "ties")))))) : null,
    disputes.length ? h("section", { class: "group disputes" }, h("h3", {}, "Where articles disagree", h("small", {}, String(disputes.length))), disputes.slice(0, 12).map(disputeRow)) : null,
    h("div", { class: "end" }),
  ].filter(Boolean);
}

/** What is not drawn at first, why, and how to come by it. */
function whatIsLeftOut() {
  const missing = data.total - data.shown.length;
  if (missing <= 0 || !data.nodes.length) return "";
  const atFirst = new Set(data.shown);
  const alone = data.nodes.filter((node) => node.degree === 0 && !atFirst.has(node.id)).length;
  const absent = data.total - data.nodes.length;
  return [
    `${plural(missing, "name is", "names are")} not drawn at first${alone ? `, ${alone === missing ? "" : `${alone.toLocaleString("en")} of them `}because no claim ties ${alone === 1 ? "it" : "them"} to another` : ""}.`,
    data.nodes.length > data.shown.length ? "Search finds them; a + beside a shape opens its neighbours." : "",
    absent > 0 ? `${plural(absent, "name is", "names are")} not in this file: a view of one name, or --max-nodes with a higher number, shows more.` : "",
  ].filter(Boolean).join(" ");
}

/** Every dispute once: a claim with all that is set against it. */
function findDisputes() {
  const told = new Set();
  const found = [];
  for (const claim of data.claims) {
    if (claim.status !== "disputed" || told.has(claim.id)) continue;
    const sides = [claim, ...opponents(claim)];
    for (const side of sides) told.add(side.id);
    found.push(sides);
  }
  return found;
}

/** A dispute in a line: what both sides share, then what each of them says. */
function disputeRow(sides) {
  const [claim] = sides;
  const sameEnd = sides.every((side) => side.object === claim.object && side.value === claim.value);
  const ends = sides.map((side) => side.value ?? labelOf(side.object));
  const years = [...new Set(sides.map((side) => side.year).filter((year) => year !== null))].sort();
  const text = sameEnd
    ? `${labelOf(claim.subject)} ${wordsOf(claim)} ${ends[0]}: ${years.length > 1 ? years.join(" or ") : "said and denied"}`
    : `${labelOf(claim.subject)} ${wordsOf(claim)} ${[...new Set(ends)].join(" or ")}`;
  const show = () => {
    for (const side of sides) unfolded.add(side.id);
    if (claim.object === null) { choose(claim.subject); return; }
    chooseEdge(claim.id);
    fitTo(bothSides(claim.id), { most: 2 });
  };
  return h("article", { class: "claim" }, h("button", { type: "button", class: "name", onclick: show }, bdi(text)));
}
