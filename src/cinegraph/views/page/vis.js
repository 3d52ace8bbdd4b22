// vis-network draws the lines and moves the camera, as long as there are no more than some thousand names.

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const looks = new Map();
const CROWD = 1500;
let lightened = false;

function makeNetwork(stage) {
  const made = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shape: "custom", ctxRenderer: drawNode, chosen: false },
    edges: { smooth: false, chosen: false, arrowStrikethrough: false, hoverWidth: 0, selectionWidth: 0 },
    interaction: { hover: true, selectable: false, keyboard: false, zoomSpeed: 0.7, tooltipDelay: 1e9 },
  });
  for (const element of stage.querySelectorAll("[tabindex]")) element.tabIndex = -1;
  made.on("beforeDrawing", () => { drawn = []; });
  made.on("afterDrawing", (ctx) => {
    const ratio = ctx.canvas.width / stage.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawOverlay(ctx, camera);
    ctx.restore();
  });
  made.on("dragEnd", ({ pointer }) => { const id = made.getNodeAt(pointer.DOM); if (id) keepPlace(id); });
  return Object.assign(made, { least: 0.04, sync, stir, put, recolour: () => looks.clear(), onScreen: () => drawn });
}

function keepPlace(id) { const { x, y } = network.body.nodes[id]; Object.assign(nodes.get(id), { x, y }); }

function put(id, { x, y }) { network.moveNode(id, x, y); keepPlace(id); }

/** Bring vis-network's data in line with what shows. */
function sync() {
  edgeSet.remove(edgeSet.getIds().filter((id) => !visible.edges.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((id) => !visible.nodes.has(id)));
  for (const id of [...looks.keys()]) if (!visible.edges.has(id)) looks.delete(id);
  nodeSet.add([...visible.nodes].filter((id) => !nodeSet.get(id)).map((id) => ({ id, x: nodes.get(id).x, y: nodes.get(id).y, size: nodes.get(id).radius })));
  const changed = [];
  for (const claim of visible.edges.values()) {
    const look = lookOf(claim);
    const [from, to] = ends(claim);
    const key = JSON.stringify([look, from, to]);
    if (looks.get(claim.id) === key) continue;
    looks.set(claim.id, key);
    changed.push({ id: claim.id, from, to, ...look });
  }
  edgeSet.update(changed);
  lightenMoves(visible.edges.size > CROWD);
}

/** While a crowd of lines is dragged or zoomed, only shapes and labels move along, so that the picture keeps up. */
function lightenMoves(on) {
  if (on === lightened) return;
  lightened = on;
  network.setOptions({ interaction: { hideEdgesOnDrag: on, hideEdgesOnZoom: on } });
}

function stir(on) {
  network.setOptions({ physics: on ? { enabled: true, stabilization: false, solver: "barnesHut", barnesHut: { gravitationalConstant: -5200, springLength: 110, damping: 0.3, avoidOverlap: 0.2 } } : { enabled: false } });
  if (!on) for (const id of visible.nodes) keepPlace(id);
}
