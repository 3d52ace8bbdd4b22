// A page of ten thousands of names carries columns in place of rows, and its sentences in chunks, all compressed
// (packed.py): a chunk is unpacked when a claim of it is looked at. The chunks stand behind this script, so that the
// picture is there before they are.

const chunks = new Map(); // by their numbers; null while one is on its way
const NOTHING_YET = { qualifiers: [], evidence: [], reasons: [] };
const wholePage = new Promise((done) => { if (document.readyState === "loading") addEventListener("DOMContentLoaded", done); else done(); });
let coming = 0;

/** The JSON in an element, written in base64 and compressed. */
async function unpacked(element) {
  const letters = atob(element.textContent);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}

/** The chunk of a claim; null while it is on its way: when the last that was asked for is there, the words are written anew. */
function chunkOf(index) {
  const number = Math.floor(index / data.packed.chunk);
  if (!chunks.has(number)) bring(number);
  return chunks.get(number);
}

async function bring(number) {
  chunks.set(number, null);
  coming += 1;
  await wholePage;
  chunks.set(number, await unpacked($(`chunk-${number}`)));
  coming -= 1;
  if (coming > 0) return;
  if (state.node || state.edge || state.path) drawPanel();
  drawTable();
}

/** A claim whose sentences come when they are asked for. */
class PackedClaim {
  constructor(index, columns, row, tail, head, value, smooth) {
    this.index = index;
    this.id = columns.id[row];
    this.tail = tail;
    this.head = head;
    this.subject = tail.id;
    this.object = head === null ? null : head.id;
    this.value = value;
    this.relation = columns.relation[row];
    this.status = columns.status[row];
    this.ended = columns.ended[row];
    this.year = columns.year[row];
    this.when = columns.when[row];
    this.smooth = smooth;
    this.against = NONE;
    this.beside = NONE;
    this.said = null;
  }

  get details() {
    if (this.said === null) {
      const chunk = chunkOf(this.index);
      if (!chunk) return NOTHING_YET;
      const { rows, quotes } = chunk;
      const [qualifiers, evidence, reasons] = rows[this.index % data.packed.chunk];
      this.said = { qualifiers, reasons, evidence: evidence.map(([article, quote, ...rest]) => [article, quotes[quote], ...rest]) };
    }
    return this.said;
  }

  get pending() { return this.details === NOTHING_YET; }
  get qualifiers() { return this.details.qualifiers; }
  get evidence() { return this.details.evidence; }
  get reasons() { return this.details.reasons; }
}

/** A column as it was before it was packed: steps added up, common values put back, numbers of words as words. */
function unfoldColumn(column) {
  if (Array.isArray(column)) return column;
  if (column.words) return unfoldColumn(column.codes).map((code) => column.words[code]);
  if (column.steps) { let at = 0; return column.steps.map((step) => (at += step)); }
  const whole = new Array(column.count).fill(column.common);
  column.rows.forEach((row, i) => { whole[row] = column.values[i]; });
  return whole;
}

function unfoldColumns(columns) { return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, unfoldColumn(column)])); }

/** Put the rows back: nodes, claims, and what refers to them by number. */
function readColumns({ shown, communities, articles, contradicts, beside, ...columns }) {
  const [node, edges, facts] = ["nodes", "edges", "facts"].map((name) => unfoldColumns(columns[name]));
  const ids = node.id;
  data.nodes = ids.map((id, i) => new GraphNode({ id, label: node.label[i], type: node.type[i], names: node.names[i] ?? [node.label[i]], x: node.x[i], y: node.y[i], size: node.size[i], degree: node.degree[i], community: node.community[i], first_year: node.first_year[i], last_year: node.last_year[i] }));
  data.shown = shown.map((i) => ids[i]);
  data.communities = communities.map((each) => ({ ...each, members: each.members.map((i) => ids[i]) }));
  data.articles = articles;
  const at = data.nodes;
  data.claims = edges.id.map((_, i) => new PackedClaim(i, edges, i, at[edges.from[i]], at[edges.to[i]], null, edges.smooth[i]));
  for (let i = 0; i < facts.id.length; i += 1) data.claims.push(new PackedClaim(data.claims.length, facts, i, at[facts.subject[i]], null, facts.value[i], null));
  for (const [index, others] of Object.entries(contradicts)) data.claims[index].against = others.map((other) => data.claims[other]);
  for (const [index, named] of Object.entries(beside)) data.claims[index].beside = named.map((i) => ids[i]);
}

/** Begin when the columns are there; an old browser, which cannot unpack them, says so. */
function startPacked() {
  if (typeof DecompressionStream === "undefined") { sayTooOld(); return; }
  unpacked($("columns")).then((columns) => { readColumns(columns); start(); });
}

function sayTooOld() {
  $("empty").hidden = false;
  $("empty").replaceChildren(h("p", {}, "This browser cannot unpack so large a network."), h("p", {}, "Any browser of 2023 or later opens it; a view of one name is small enough for older ones."));
}
