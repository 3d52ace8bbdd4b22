// Mouse, finger and wheel on our own canvas (field.js): they drag, pinch, zoom and choose as on vis-network's.

const SLIP = 4; // pixels that a click may move
const TWICE = 500; // milliseconds between the taps of a double tap; a mouse's double click is the system's to tell

function followPointers(field) {
  const { stage } = field;
  const down = new Map();
  let dragged = false;
  let handle = null;
  let kind = null;
  let last = { time: -Infinity, x: 0, y: 0 };
  const at = (event) => { const box = stage.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target !== field.canvas) return;
    if (!down.size) { dragged = false; handle = handleAt(field, at(event)); }
    else if (!field.held) handle = null; // two fingers pinch
    down.set(event.pointerId, { start: at(event), now: at(event) });
    stage.setPointerCapture(event.pointerId);
    stage.focus({ preventScroll: true });
    field.flight = null;
  });
  stage.addEventListener("pointermove", (event) => {
    const finger = down.get(event.pointerId);
    if (!finger) { hoverAt(field, at(event)); return; }
    const before = [...down.values()].map(({ now }) => now);
    finger.now = at(event);
    if (!dragged && Math.hypot(finger.now.x - finger.start.x, finger.now.y - finger.start.y) < SLIP) return;
    dragged = true;
    if (handle) { if (finger === [...down.values()][0]) carry(field, handle, finger.now); return; }
    followFingers(field, before, [...down.values()].map(({ now }) => now));
  });
  const lift = (event) => {
    const finger = down.get(event.pointerId);
    if (!down.delete(event.pointerId) || down.size) return;
    if (field.held) { field.drop(); return; }
    if (dragged) { field.look({}, true); return; }
    if (event.type !== "pointerup") return;
    const twice = event.timeStamp - last.time < TWICE && Math.hypot(finger.now.x - last.x, finger.now.y - last.y) < 12;
    last = twice ? { time: -Infinity, x: 0, y: 0 } : { time: event.timeStamp, ...finger.now };
    kind = event.pointerType;
    if (!twice) field.emit("click", { pointer: { DOM: finger.now } });
    else if (kind !== "mouse") field.emit("doubleClick", { pointer: { DOM: finger.now } });
  };
  stage.addEventListener("dblclick", (event) => { if (kind === "mouse") field.emit("doubleClick", { pointer: { DOM: at(event) } }); });
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 30 : 1);
    zoomAround(field, at(event), Math.exp(-clamp(pixels, -240, 240) * 0.0022));
  }, { passive: false });
}

/** One finger drags; two pinch around their middle. */
function followFingers(field, before, now) {
  const middle = (points) => ({ x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points.reduce((sum, { y }) => sum + y, 0) / points.length });
  const spread = ([a, b]) => (b ? Math.hypot(a.x - b.x, a.y - b.y) : 1);
  const [from, to] = [middle(before), middle(now)];
  const { x, y, scale } = field.view;
  field.look({ x: x - (to.x - from.x) / scale, y: y - (to.y - from.y) / scale }, false);
  if (now.length > 1) zoomAround(field, to, spread(now) / Math.max(spread(before), 1));
}

function zoomAround(field, point, factor) {
  const scale = clamp(field.view.scale * factor, field.least, 6);
  const { x, y } = field.placeUnder(point);
  field.look({ x: x - (point.x - field.width / 2) / scale, y: y - (point.y - field.height / 2) / scale, scale }, false);
}

function hoverAt(field, point) {
  const node = field.getNodeAt(point) ?? null;
  const edge = node || field.near.length > 1500 ? null : field.getEdgeAt(point) ?? null;
  if (node !== hovered.node || edge !== hovered.edge) hover({ node, edge });
}
