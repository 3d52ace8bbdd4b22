// The same content as a table: every claim that shows, sortable, with the first sentence that says so.

const COLUMNS = [
  ["Subject", (claim) => labelOf(claim.subject)],
  ["Relation", (claim) => wordsOf(claim)],
  ["Object", (claim) => claim.value ?? labelOf(claim.object)],
  ["Year", (claim) => claim.year ?? 9999],
  ["Status", (claim) => claim.status],
  ["Says who", (claim) => data.articles[claim.evidence[0]?.[0]]?.title ?? ""],
];
const CHUNK = 150;
let order = { column: 0, down: false };
let rowsShown = CHUNK;

function tableClaims() {
  const facts = [...visible.nodes].flatMap((id) => nodes.get(id).facts).filter((claim) => passes(claim));
  return [...visible.edges.values(), ...facts];
}

function drawTable() {
  $("table").hidden = !state.table;
  $("stage").toggleAttribute("inert", state.table);
  $("show-table").setAttribute("aria-pressed", String(state.table));
  if (!state.table) return;
  const focused = $("table").contains(document.activeElement) ? document.activeElement.textContent : null;
  const [, key] = COLUMNS[order.column];
  const collator = new Intl.Collator("en", { numeric: true });
  const sorted = tableClaims().map((claim) => [key(claim), claim]);
  sorted.sort(([a, x], [b, y]) => (typeof a === "number" ? a - b : collator.compare(a, b)) * (order.down ? -1 : 1) || (x.id < y.id ? -1 : 1));
  const rows = sorted.slice(0, rowsShown).map(([, claim]) => tableRow(claim));
  const table = h("table", {}, h("caption", {}, `${plural(sorted.length, "claim", "claims")} about ${plural(visible.nodes.size, "name", "names")}. Filters and years apply here too.`), h("thead", {}, h("tr", {}, COLUMNS.map(headCell))), h("tbody", {}, rows));
  const more = sorted.length > rowsShown ? h("p", { class: "more" }, h("button", { type: "button", class: "button", onclick: () => { rowsShown += CHUNK * 4; drawTable(); } }, `Show more of ${sorted.length.toLocaleString("en")}`)) : null;
  $("table").replaceChildren(...[table, more].filter(Boolean));
  if (focused) [...$("table").querySelectorAll("th button")].find((button) => button.textContent === focused)?.focus();
}

function headCell([title], column) {
  const sort = order.column === column ? (order.down ? "descending" : "ascending") : null;
  const turn = () => { order = { column, down: order.column === column && !order.down }; rowsShown = CHUNK; drawTable(); };
  return h("th", { scope: "col", "aria-sort": sort }, h("button", { type: "button", onclick: turn }, title));
}

/** A claim as a row; its names and its relation show their cards, on a telephone in place of the table. */
function tableRow(claim) {
  const jump = (id) => (nodes.has(id) ? h("button", { type: "button", class: "name", onclick: () => choose(id, { keepTable: !narrowness.matches }) }, bdi(labelOf(id))) : bdi(labelOf(id)));
  const first = claim.evidence[0];
  const more = claim.evidence.length > 1 ? ` (+${claim.evidence.length - 1})` : "";
  const chosen = claim.id === state.edge || claim.subject === state.node || (state.node !== null && claim.object === state.node);
  return h("tr", { class: chosen ? "chosen" : "" }, h("td", {}, jump(claim.subject)), h("td", {}, claim.object === null ? wordsOf(claim) : h("button", { type: "button", class: "name", onclick: () => chooseEdge(claim.id, { keepTable: !narrowness.matches }) }, wordsOf(claim))), h("td", {}, claim.object === null ? bdi(claim.value) : jump(claim.object)),
    h("td", {}, claim.year === null ? "" : String(claim.year)), h("td", {}, badge(claim) ?? claim.status),
    h("td", { class: "says", dir: "auto" }, first ? [emphasised(shorten(first[1], 180)), more] : ""));
}
