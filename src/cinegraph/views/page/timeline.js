// The years: a range to narrow, and a button that lets them pass.

let playing = null;

// The sliders count the years that the graph knows, so that one claim about 1793 does not push the others together.

function startTimeline() {
  if (span.years.length < 2) return;
  $("time").hidden = false;
  for (const id of ["from", "to"]) {
    Object.assign($(id), { min: 0, max: span.years.length - 1, step: 1 });
    $(id).addEventListener("input", () => { stopPlaying(); moveYear(id); });
  }
  $("play").addEventListener("click", () => (playing === null ? play() : stopPlaying()));
  $("all-years").addEventListener("click", () => { stopPlaying(); change({ from: null, to: null }); });
}

function drawBars() {
  if ($("time").hidden) return;
  const counts = countBy(data.claims.filter((claim) => claim.object !== null && claim.when !== null), (claim) => claim.when);
  const most = Math.sqrt(Math.max(...counts.values()));
  span.years.forEach((year, i) => {
    const bar = h("i", { title: `${year}: ${plural(counts.get(year), "claim", "claims")}`, class: i && year - span.years[i - 1] > 1 ? "gap" : "" });
    bar.style.height = `${Math.round((100 * Math.sqrt(counts.get(year))) / most)}%`;
    $("bars").append(bar);
  });
}

function moveYear(id) {
  const [from, to] = [Number($("from").value), Number($("to").value)];
  setYears(span.years[id === "from" ? Math.min(from, to) : from], span.years[id === "to" ? Math.max(to, from) : to]);
}

function setYears(from, to) { change({ from: from <= span.low ? null : from, to: to >= span.high ? null : to }); }

/** Let the last year move from the first to the end, a step at a time. */
function play() {
  const first = state.from ?? span.low;
  const coming = span.years.filter((year) => (state.to === null ? year >= first : year > state.to));
  const tick = () => {
    const year = coming.shift();
    if (year === undefined) { stopPlaying(); return; }
    change({ from: state.from, to: year >= span.high ? null : year }, { push: year >= span.high });
    announce(String(year));
  };
  playing = setInterval(tick, clamp(9000 / (coming.length + 1), 350, 900));
  showPlaying();
  tick();
}

function stopPlaying() {
  if (playing === null) return;
  clearInterval(playing);
  playing = null;
  showPlaying();
  writeHash();
}

function showPlaying() {
  $("play").setAttribute("aria-pressed", String(playing !== null));
  $("play").setAttribute("aria-label", playing === null ? "Play the years" : "Stop the years");
  $("play").replaceChildren(use(playing === null ? "i-play" : "i-pause"));
}

function drawTimeline() {
  if ($("time").hidden) return;
  const [from, to] = [state.from ?? span.low, state.to ?? span.high];
  const last = span.years.findLastIndex((year) => year <= to);
  [$("from").value, $("to").value] = [Math.max(0, span.years.findIndex((year) => year >= from)), Math.max(0, last)];
  for (const [id, year] of [["from", from], ["to", to]]) $(id).setAttribute("aria-valuetext", String(year));
  $("years").textContent = from === to ? String(from) : `${from}–${to}`;
  $("all-years").hidden = !yearsNarrowed();
  [...$("bars").children].forEach((bar, i) => bar.classList.toggle("on", span.years[i] >= from && span.years[i] <= to));
}
