// Draws ten thousands of names on a canvas: lines and shapes into pictures a little larger than the stage, labels above
// them. While the reader moves, these pictures move; when she rests they are drawn anew, the lines a few at a time, so
// that nothing ever waits for them.

const MARGIN = 0.3; // of the stage's size, on each side of it
const SLICE = 9; // milliseconds in a frame that lines may take
const BATCH = 1500; // lines in one stroke
const FAINTEST = 0.016; // of less than that a canvas keeps nothing
const REST = 90; // milliseconds without a movement
const CANDIDATES = 800; // names that compete for labels
const DETAIL = 2.4; // pixels from which on a shape is more than a dot

class Field {
  constructor(stage) {
    this.least = 0.01;
    this.body = { nodes: {} };
    this.stage = stage;
    this.view = { x: 0, y: 0, scale: 1 };
    this.listeners = new Map();
    this.canvas = h("canvas");
    stage.append(this.canvas);
    this.layers = { lines: layer(), shapes: layer(), labels: layer() };
    this.work = null;
    this.batches = [];
    this.order = [];
    this.near = [];
    this.grid = null;
    this.asked = { lines: true, shapes: true };
    this.frame = null;
    this.moved = -Infinity;
    this.flight = null;
    this.held = null;
    this.stirring = false;
    new ResizeObserver(() => this.resize()).observe(stage);
    this.resize();
    followPointers(this);
  }

  on(name, listener) { this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]); }
  emit(name, event) { for (const listener of this.listeners.get(name) ?? []) listener(event); }
  getScale() { return this.view.scale; }
  getViewPosition() { return this.view; }
  recolour() {}
  onScreen() { return this.near; }
  settled() { return !this.stirring && !this.held && !this.work && !this.flight && !this.asked.lines && !this.asked.shapes && this.frame === null; }

  resize() {
    this.width = this.stage.clientWidth;
    this.height = this.stage.clientHeight;
    this.ratio = Math.min(devicePixelRatio || 1, 2);
    Object.assign(this.canvas, { width: this.width * this.ratio, height: this.height * this.ratio });
    Object.assign(this.canvas.style, { width: `${this.width}px`, height: `${this.height}px` });
    this.ask({ lines: true });
  }

  /** Take over what shows: lines sorted into batches of one look, names in the order of their weight. */
  sync() {
    const byStatus = new Map();
    for (const claim of visible.edges.values()) {
      const alpha = edgeAlpha(claim);
      if (!byStatus.has(claim.status)) byStatus.set(claim.status, new Map());
      const batches = byStatus.get(claim.status);
      if (!batches.has(alpha)) batches.set(alpha, { look: lookOf(claim), dashes: data.statuses[claim.status].dashes, claims: [] });
      batches.get(alpha).claims.push(claim);
    }
    this.batches = [...byStatus.values()].flatMap((batches) => [...batches.values()]).sort((a, b) => a.look.color.opacity - b.look.color.opacity);
    for (const batch of this.batches) batch.places = placesOf(batch.claims);
    this.order = data.nodes.filter(({ id }) => visible.nodes.has(id)).sort((a, b) => b.degree - a.degree); // by their ids among equals, as the page has them
    this.grid = null;
    this.work = null;
    this.ask({ lines: true });
  }

  /** Take over where the names stand now. */
  replace() {
    for (const batch of this.batches) batch.places = placesOf(batch.claims);
    this.grid = null;
    this.work = null;
    this.ask({ lines: true });
  }

  stir(on) { this.stirring = on; this.next(); }

  drop() { this.held = null; this.moved = -Infinity; this.replace(); }

  put(id, place) { Object.assign(nodes.get(id), place); this.replace(); }

  redraw() { this.ask({ shapes: true }); }

  ask(what) {
    this.asked.shapes = true;
    if (what.lines) this.asked.lines = true;
    this.next();
  }

  next() { this.frame ??= requestAnimationFrame((now) => { this.frame = null; this.tick(now); }); }

  tick(now) {
    if (this.flight) this.fly(now);
    const resting = !this.flight && performance.now() - this.moved > REST;
    if (this.stirring && resting && !this.work && !this.asked.lines) { shake(this.order, this.batches); this.replace(); }
    if (resting && this.asked.shapes) {
      this.drawShapes();
      this.asked.shapes = false;
      if (this.asked.lines) this.work = this.drawLines();
      this.asked.lines = false;
    }
    if (this.work) this.continueLines();
    this.show();
    if (this.stirring || this.flight || this.work || this.asked.shapes || this.asked.lines) this.next();
  }

  continueLines() {
    const end = performance.now() + SLICE;
    while (performance.now() < end) if (this.work.next().done) { this.work = null; return; }
  }

  /** Put the layers on the stage, each where the camera has moved it since it was drawn. */
  show() {
    const ctx = this.canvas.getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    for (const { canvas, view, margin } of Object.values(this.layers)) {
      if (!view) continue;
      const grown = this.view.scale / view.scale;
      const x = (view.x - this.view.x) * this.view.scale + this.width / 2 - (this.width / 2 + margin.x) * grown;
      const y = (view.y - this.view.y) * this.view.scale + this.height / 2 - (this.height / 2 + margin.y) * grown;
      ctx.drawImage(canvas, x * this.ratio, y * this.ratio, canvas.width * grown, canvas.height * grown);
    }
    if (this.held) drawHeld(this, ctx);
  }

  /** A layer made ready to be drawn on, in pixels of the stage; it reaches beyond it by a margin. */
  clean(target, share) {
    target.margin = { x: Math.round(this.width * share), y: Math.round(this.height * share) };
    target.view = { ...this.view };
    target.canvas.width = (this.width + 2 * target.margin.x) * this.ratio;
    target.canvas.height = (this.height + 2 * target.margin.y) * this.ratio;
    const ctx = target.canvas.getContext("2d");
    ctx.setTransform(this.ratio, 0, 0, this.ratio, target.margin.x * this.ratio, target.margin.y * this.ratio);
    return ctx;
  }

  /** What the camera sees, and a margin more, in places of the graph. */
  sight(share) {
    const [across, down] = [(this.width * (0.5 + share)) / this.view.scale, (this.height * (0.5 + share)) / this.view.scale];
    return { left: this.view.x - across, right: this.view.x + across, top: this.view.y - down, bottom: this.view.y + down };
  }

  drawShapes() {
    const ctx = this.clean(this.layers.shapes, MARGIN);
    const { left, right, top, bottom } = this.sight(MARGIN);
    this.near = this.order.filter(({ x, y }) => x > left && x < right && y > top && y < bottom).map((node) => ({ node, x: node.x, y: node.y }));
    const big = [];
    const dots = new Map();
    const fills = new Map(Object.keys(data.types).map((type) => [type, colourOf(type).fill]));
    const byType = !state.coloured && !folded.size;
    const grown = swell() * this.view.scale;
    for (const item of this.near) {
      const { fill, radius } = byType ? { fill: fills.get(item.node.type), radius: item.node.radius } : shapeOf(item.node);
      const size = radius * grown;
      if (size >= DETAIL || item.node.id === state.node || (glow?.has(item.node.id) && glow.size < 2000)) { big.push(item); continue; }
      const key = `${alphaOf(item.node.id)} ${fill}`;
      if (!dots.has(key)) dots.set(key, []);
      dots.get(key).push([item, Math.max(size * 1.8, 1.4)]);
    }
    for (const [key, items] of dots) this.drawDots(ctx, key, items);
    ctx.save();
    ctx.translate(this.width / 2, this.height / 2);
    ctx.scale(this.view.scale, this.view.scale);
    ctx.translate(-this.view.x, -this.view.y);
    for (const { node, x, y } of big.reverse()) drawNode({ ctx, id: node.id, x, y }).drawNode();
    ctx.restore();
    this.drawLabels();
  }

  drawDots(ctx, key, items) {
    const [alpha, fill] = key.split(" ");
    ctx.globalAlpha = Number(alpha);
    ctx.fillStyle = fill;
    for (const [{ x, y }, size] of items) {
      ctx.fillRect((x - this.view.x) * this.view.scale + this.width / 2 - size / 2, (y - this.view.y) * this.view.scale + this.height / 2 - size / 2, size, size);
    }
    ctx.globalAlpha = 1;
  }

  drawLabels() {
    const { left, right, top, bottom } = this.sight(0.05);
    const inside = this.near.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
    const bright = glow === null ? [] : inside.filter(({ node }) => glow.has(node.id)).slice(0, CANDIDATES);
    drawn = [...new Set([...bright, ...inside.slice(0, CANDIDATES)])];
    drawOverlay(this.clean(this.layers.labels, 0), camera);
  }

  /** Draws the lines, a batch at a time; between two batches others may do something else. */
  *drawLines() {
    const target = layer();
    const ctx = this.clean(target, MARGIN);
    const fresh = this.layers.lines.view === undefined;
    if (fresh) this.layers.lines = target; // the first picture shows as it grows
    const sight = this.sight(MARGIN);
    const thin = this.thinness();
    ctx.lineJoin = "round";
    for (const batch of this.batches) {
      const { look, dashes, claims, places } = batch;
      ctx.strokeStyle = ctx.fillStyle = look.color.color;
      ctx.globalAlpha = look.color.opacity > 0.8 ? look.color.opacity : Math.max(look.color.opacity * thin, FAINTEST);
      ctx.lineWidth = clamp(look.width * Math.max(this.view.scale, 0.12) ** 0.5, 0.5, 2.4);
      ctx.setLineDash(this.view.scale > 0.2 ? dashes : []);
      for (let from = 0; from < claims.length; from += BATCH) {
        this.strokeLines(ctx, sight, batch, places, from, Math.min(from + BATCH, claims.length));
        yield;
      }
    }
    this.layers.lines = target;
  }

  /** Where lines crowd each is fainter, or together they would be a blot. */
  thinness() {
    const all = this.batches.reduce((sum, { claims }) => sum + claims.length, 0);
    const here = (all * this.near.length) / Math.max(this.order.length, 1);
    return clamp(3000 / Math.max(here, 1), 0.02, 1);
  }

  strokeLines(ctx, sight, { claims, look }, places, from, to) {
    const { x: atX, y: atY, scale } = this.view;
    const [midX, midY] = [this.width / 2 - atX * scale, this.height / 2 - atY * scale];
    const bent = scale > 0.2;
    const heads = [];
    ctx.beginPath();
    for (let i = from; i < to; i += 1) {
      const [ax, ay, bx, by] = [places[4 * i], places[4 * i + 1], places[4 * i + 2], places[4 * i + 3]];
      if ((ax < sight.left && bx < sight.left) || (ax > sight.right && bx > sight.right) || (ay < sight.top && by < sight.top) || (ay > sight.bottom && by > sight.bottom)) continue;
      const bend = bent ? bendOf(claims[i], { x: ax, y: ay }, { x: bx, y: by }) : null;
      ctx.moveTo(ax * scale + midX, ay * scale + midY);
      if (bend) ctx.quadraticCurveTo(bend.x * scale + midX, bend.y * scale + midY, bx * scale + midX, by * scale + midY);
      else ctx.lineTo(bx * scale + midX, by * scale + midY);
      if (bent && look.arrows.to.enabled) heads.push([claims[i], bend ?? { x: ax, y: ay }, { x: bx, y: by }]);
    }
    ctx.stroke();
    for (const [claim, before, tip] of heads) this.drawHead(ctx, claim, before, tip);
  }

  drawHead(ctx, claim, before, tip) {
    const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
    const gap = nodes.get(ends(claim)[1]).radius * swell() * this.view.scale + 2;
    const point = { x: (tip.x - this.view.x) * this.view.scale + this.width / 2 - gap * Math.cos(angle), y: (tip.y - this.view.y) * this.view.scale + this.height / 2 - gap * Math.sin(angle) };
    ctx.beginPath();
    ctx.moveTo(point.x, point.y);
    for (const turn of [2.75, -2.75]) ctx.lineTo(point.x + 7 * Math.cos(angle + turn), point.y + 7 * Math.sin(angle + turn));
    ctx.fill();
  }

  /** Move the camera, as vis-network's method of this name does. */
  moveTo({ position = null, scale = this.view.scale, offset = { x: 0, y: 0 }, animation = false }) {
    const at = position ?? this.view;
    const goal = { x: at.x - offset.x / scale, y: at.y - offset.y / scale, scale };
    if (!animation) { this.flight = null; this.look(goal, true); return; }
    this.flight = { from: { ...this.view }, goal, began: performance.now(), duration: animation.duration };
    this.next();
  }

  fly(now) {
    const { from, goal, began, duration } = this.flight;
    const part = clamp((now - began) / duration, 0, 1);
    const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
    const between = (a, b) => a + (b - a) * eased;
    if (part === 1) this.flight = null;
    this.look({ x: between(from.x, goal.x), y: between(from.y, goal.y), scale: from.scale * (goal.scale / from.scale) ** eased }, part === 1);
  }

  /** Look elsewhere: at once with what is drawn, and when the movement rests with a new picture. */
  look(view, rests) {
    Object.assign(this.view, view);
    this.moved = rests ? -Infinity : performance.now();
    if (rests || !this.work) this.ask({ lines: true });
    else this.asked.lines = true;
  }

  getNodeAt(point) {
    const { x, y } = this.placeUnder(point);
    const reach = 90;
    this.grid ??= gridOf(this.order, reach);
    let best = null;
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const node of this.grid.get(`${Math.floor(x / reach) + dx} ${Math.floor(y / reach) + dy}`) ?? []) {
          const away = Math.hypot(node.x - x, node.y - y);
          if (away <= Math.max(shapeOf(node).radius * swell(), 4 / this.view.scale) && (!best || away < best.away)) best = { node, away };
        }
      }
    }
    return best?.node.id;
  }

  getEdgeAt(point) {
    const { x, y } = this.placeUnder(point);
    let best = { away: 6 / this.view.scale, id: undefined };
    for (const { claims, places, look } of this.batches) {
      if (look.color.opacity < 0.1) continue;
      for (let i = 0; i < claims.length; i += 1) {
        const [ax, ay, bx, by] = [places[4 * i], places[4 * i + 1], places[4 * i + 2], places[4 * i + 3]];
        if (Math.min(ax, bx) - best.away > x || Math.max(ax, bx) + best.away < x || Math.min(ay, by) - best.away > y || Math.max(ay, by) + best.away < y) continue;
        const part = clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1), 0, 1);
        const away = Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y);
        if (away < best.away) best = { away, id: claims[i].id };
      }
    }
    return best.id;
  }

  placeUnder({ x, y }) { return { x: (x - this.width / 2) / this.view.scale + this.view.x, y: (y - this.height / 2) / this.view.scale + this.view.y }; }
}

function makeNetwork(stage) { return new Field(stage); }

function layer() { return { canvas: document.createElement("canvas"), view: undefined, margin: { x: 0, y: 0 } }; }

/** Both ends of every line, four numbers each. */
function placesOf(list) {
  const places = new Float32Array(4 * list.length);
  list.forEach((claim, i) => {
    const [a, b] = folded.size ? ends(claim).map((id) => nodes.get(id)) : [claim.tail, claim.head];
    places[4 * i] = a.x;
    places[4 * i + 1] = a.y;
    places[4 * i + 2] = b.x;
    places[4 * i + 3] = b.y;
  });
  return places;
}

function gridOf(list, size) {
  const grid = new Map();
  for (const node of list) {
    const key = `${Math.floor(node.x / size)} ${Math.floor(node.y / size)}`;
    if (grid.has(key)) grid.get(key).push(node);
    else grid.set(key, [node]);
  }
  return grid;
}
