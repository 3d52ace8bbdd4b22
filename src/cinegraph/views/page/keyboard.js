// The keyboard, wherever no text is being typed.

const NUDGE = 24; // pixels that a chosen name moves at once
const PAN = 80; // pixels that the picture moves at once
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CARRY = { h: [-1, 0], l: [1, 0], k: [0, -1], j: [0, 1] };
const KEYS = {
  "/": () => { $("search").focus(); $("search").select(); },
  f: () => fitTo(visible.nodes),
  t: () => change({ table: !state.table }),
  p: () => showFinding(),
  c: () => change({ coloured: !state.coloured }),
  n: () => nextNeighbour(1),
  b: () => nextNeighbour(-1),
  e: () => nextClaim(),
  "?": () => $("help").showModal(),
  "+": () => zoom(1.35),
  "=": () => zoom(1.35),
  "-": () => zoom(1 / 1.35),
  Escape: stepBack,
};

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing && event.key !== "Escape") return;
    if (handle(event)) event.preventDefault();
  });
}

function handle(event) {
  if ($("stage").contains(event.target) || event.target === document.body) {
    if (event.key in ARROWS && event.shiftKey) { pan(ARROWS[event.key]); return true; }
    if (event.key in ARROWS) { arrow(ARROWS[event.key]); return true; }
    if (event.key === "Enter" && state.node) { open(state.node); return true; }
  }
  if (/^[123]$/.test(event.key) && state.node) { change({ hops: Number(event.key) }); fitTo(lit().keys(), { most: 1.1 }); return true; }
  if (event.key in CARRY && state.node) { nudge(state.node, CARRY[event.key]); return true; }
  if (!(event.key in KEYS)) return false;
  KEYS[event.key]();
  return true;
}

function arrow(direction) {
  anchor = null;
  if (!visible.nodes.size) return;
  if (!state.node) { choose(state.edge ? claims.get(state.edge).subject : mostConnected()); return; }
  const next = neighbourTowards(state.node, direction);
  if (next) choose(next);
}

/** Move the picture, so that what lies in a direction comes into sight. */
function pan([dx, dy]) {
  const { x, y } = network.getViewPosition();
  const step = PAN / camera.scale;
  network.moveTo({ position: { x: x + dx * step, y: y + dy * step }, animation: false });
}

/** Move one name; the others stay. */
function nudge(id, [dx, dy]) {
  const { x, y } = camera.placeOf(id);
  const step = NUDGE / camera.scale;
  network.put(standIn(id), { x: x + dx * step, y: y + dy * step });
}
