// On our own canvas (field.js) too the reader may move a name, or let all of them find places of their own.

const APART = 120; // how far names push each other away
const TIED = 110; // the length that a line would like to have
const STRIDE = 14; // no name goes further in one step
const COMPANY = 24; // names of one neighbourhood that are heeded; a crowd must not stop the page

/** The name under the pointer, where it is drawn as a shape: a dot of a crowd is no handle, there the whole picture moves. */
function handleAt(field, point) {
  const id = field.getNodeAt(point);
  return id && nodes.get(id).radius * swell() * field.view.scale >= 2 * DETAIL ? id : null;
}

function carry(field, id, point) {
  Object.assign(nodes.get(id), field.placeUnder(point));
  field.held = id;
  field.next();
}

/** The carried name and its lines, above a picture that is drawn anew when the name is let go. */
function drawHeld(field, ctx) {
  const { x: atX, y: atY, scale } = field.view;
  const held = nodes.get(field.held);
  ctx.save();
  ctx.setTransform(field.ratio, 0, 0, field.ratio, 0, 0);
  ctx.translate(field.width / 2, field.height / 2);
  ctx.scale(scale, scale);
  ctx.translate(-atX, -atY);
  ctx.strokeStyle = ink.accent;
  ctx.lineWidth = 1.5 / scale;
  ctx.beginPath();
  for (const claim of held.edges) {
    if (!visible.edges.has(claim.id)) continue;
    const [a, b] = ends(claim).map((id) => nodes.get(id));
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
  }
  ctx.stroke();
  drawNode({ ctx, id: field.held, x: held.x, y: held.y }).drawNode();
  ctx.restore();
}

/** One step of all names: ties pull, neighbours push. Nothing is random: the same picture stirs in the same way. */
function shake(list, batches) {
  const moves = new Map(list.map((node) => [node, { x: 0, y: 0 }]));
  const push = (node, x, y) => { const move = moves.get(node); if (move) { move.x += x; move.y += y; } };
  for (const { claims: tied } of batches) {
    for (const claim of tied) {
      const [a, b] = ends(claim).map((id) => nodes.get(id));
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = Math.hypot(dx, dy) || 1;
      const pull = (0.06 * (length - TIED)) / length;
      push(a, dx * pull / Math.max(a.near.size ** 0.5, 1), dy * pull / Math.max(a.near.size ** 0.5, 1));
      push(b, -dx * pull / Math.max(b.near.size ** 0.5, 1), -dy * pull / Math.max(b.near.size ** 0.5, 1));
    }
  }
  const cells = gridOf(list, APART);
  for (const node of list) {
    const [column, row] = [Math.floor(node.x / APART), Math.floor(node.y / APART)];
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) {
      for (const other of (cells.get(`${column + dx} ${row + dy}`) ?? []).slice(0, COMPANY)) {
        if (other === node) continue;
        const [x, y] = [node.x - other.x, node.y - other.y];
        const away = Math.hypot(x, y) || 1;
        if (away < APART) push(node, (x / away) * (APART - away) * 0.12, (y / away) * (APART - away) * 0.12);
      }
    }
  }
  for (const [node, { x, y }] of moves) {
    const much = Math.max(Math.hypot(x, y) / STRIDE, 1);
    node.x += x / much;
    node.y += y / much;
  }
}
