// The years: a range to narrow, and a button that lets them pass.

let playing = null;

function startTimeline() {
  if (span.low === null || span.low === span.high) return;
  $("time").hidden = false;
  for (const id of ["from", "to"]) {
    Object.assign($(id), { min: span.low, max: span.high, step: 1 });
    $(id).addEventListener("input", () => { stopPlaying(); moveYear(id); });
  }
  const counts = countBy(data.claims.filter((claim) => claim.object !== null && claim.when !== null), (claim) => claim.when);
  const most = Math.sqrt(Math.max(...counts.values()));
  for (let year = span.low; year <= span.high; year += 1) {
    const bar = h("i", { title: `${year}: ${plural(counts.get(year) ?? 0, "claim", "claims")}` });
    bar.style.height = `${Math.round((100 * Math.sqrt(counts.get(year) ?? 0)) / most)}%`;
    $("bars").append(bar);
  }
  $("play").addEventListener("click", () => (playing === null ? play() : stopPlaying()));
  $("all-years").addEventListener("click", () => { stopPlaying(); change({ from: null, to: null }); });
}

function moveYear(id) {
  const from = id === "from" ? Math.min(Number($("from").value), Number($("to").value)) : Number($("from").value);
  const to = id === "to" ? Math.max(Number($("to").value), Number($("from").value)) : Number($("to").value);
  setYears(from, to);
}

function setYears(from, to) { change({ from: from <= span.low ? null : from, to: to >= span.high ? null : to }); }

/** Let the last year move from the first to the end, a step at a time. */
function play() {
  const first = state.from ?? span.low;
  let year = state.to === null ? first - 1 : state.to;
  const tick = () => {
    year += 1;
    if (year > span.high) { stopPlaying(); return; }
    change({ from: state.from, to: year >= span.high ? null : year }, { push: year >= span.high });
    announce(String(year));
  };
  playing = setInterval(tick, clamp(9000 / (span.high - first + 1), 350, 900));
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
  [$("from").value, $("to").value] = [from, to];
  $("years").textContent = from === to ? String(from) : `${from}–${to}`;
  $("all-years").hidden = !yearsNarrowed();
  [...$("bars").children].forEach((bar, i) => bar.classList.toggle("on", span.low + i >= from && span.low + i <= to));
}
