// Everything is put together here, once.

function drawTally() {
  const [names, lines] = [visible.nodes.size, visible.edges.size];
  const of = names < data.total ? ` of ${data.total.toLocaleString("en")}` : "";
  $("tally").textContent = `${names.toLocaleString("en")}${of} names, ${plural(lines, "claim", "claims")}`;
}

/** Open or close the menu; whoever was in it by key stands on its button afterwards. */
function toggleMenu(on) {
  if (!on && $("menu").contains(document.activeElement)) $("show-menu").focus();
  $("menu").hidden = !on;
  $("show-menu").setAttribute("aria-expanded", String(on));
  if (on) $("menu").querySelector("button").focus();
}

function startMenu() {
  const item = (id, act) => $(id).addEventListener("click", () => { toggleMenu(false); act(); });
  $("show-menu").addEventListener("click", () => toggleMenu($("menu").hidden));
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#menu, #show-menu")) toggleMenu(false); });
  item("save-png", savePng);
  item("save-svg", saveSvg);
  item("copy-link", copyLink);
  item("show-help", () => $("help").showModal());
  item("stir", () => { const on = $("stir").getAttribute("aria-checked") !== "true"; $("stir").setAttribute("aria-checked", String(on)); network.stir(on); announce(on ? "The names move" : "The names stand still"); });
}

function copyLink() {
  writeHash();
  navigator.clipboard?.writeText(location.href).then(() => announce("Link copied"), () => announce("The address bar holds the link"));
}

function startButtons() {
  const on = (id, act) => $(id).addEventListener("click", act);
  on("zoom-in", () => zoom(1.35));
  on("zoom-out", () => zoom(1 / 1.35));
  on("fit", () => fitTo(visible.nodes));
  on("show-table", () => change({ table: !state.table }));
  on("show-path", () => showFinding());
  on("show-filters", () => toggleLegend(!$("legend").classList.contains("open")));
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => (button.dataset.close === "help" ? $("help").close() : toggleLegend(false)));
  }
}

/** The state to begin with: what the link asks for, or else what the page was made for. */
function firstState() {
  if (location.hash.length > 1) return readHash();
  const path = data.path.length > 1 ? [data.path[0], data.path.at(-1)] : null;
  return { node: path ? null : data.focus, hops: data.hops, path, finding: path !== null };
}

function lookAround({ animate = false } = {}) {
  const bright = lit();
  fitTo(bright && bright.size > 1 ? bright.keys() : visible.nodes, { animate, most: 1.5 });
}

/** Of ten thousands of names the picture comes first, and then the words around it. */
function whenDrawn(act) { requestAnimationFrame(() => setTimeout(act)); }

function start() {
  readColours();
  readGraph();
  turnPath();
  stretchToStage();
  measureYears();
  startCanvas();
  startTimeline();
  startSearch();
  startMenu();
  startButtons();
  startKeyboard();
  watchers.push(paint);
  const words = [drawLegend, drawPanel, drawTimeline, drawTable, drawTally, () => $("show-path").setAttribute("aria-pressed", String(state.finding))];
  if (!data.packed) { drawBars(); watchers.push(...words); }
  change(firstState(), { push: false });
  lookAround();
  if (data.packed) whenDrawn(() => { drawBars(); watchers.push(...words); for (const write of words) write(); if (state.node || state.path || state.edge) lookAround(); });
  addEventListener("hashchange", () => { change(readHash(), { push: false }); lookAround({ animate: true }); });
  // for scripts beside the page, a notebook's or a test's: choose a name, and ask where it stands on the screen
  window.cinegraph = Object.freeze({ choose, placeOf: (id) => camera.toScreen(camera.placeOf(id)), shown: () => [...visible.nodes], labels: () => labels, settled: () => watchers.length > 1 && (network.settled?.() ?? true) && !(data.packed && coming), data });
}

if (data.packed) startPacked();
else start();
