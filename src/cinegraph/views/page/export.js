// The picture as a file: PNG as it stands on the screen, SVG drawn anew from the same shapes.

function save(blob, ending) {
  const link = h("a", { href: URL.createObjectURL(blob), download: `${fold(data.title).replaceAll(" ", "-") || "cinegraph"}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function savePng() {
  const from = $("stage").querySelector("canvas");
  const canvas = h("canvas", { width: from.width, height: from.height });
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = ink.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(from, 0, 0);
  canvas.toBlob((blob) => { save(blob, "png"); announce("Saved as PNG"); }, "image/png");
}

function saveSvg() {
  save(new Blob([new XMLSerializer().serializeToString(picture())], { type: "image/svg+xml" }), "svg");
  announce("Saved as SVG");
}

/** What is on the screen, as an SVG document: lines with their dashes, shapes, labels. */
function picture() {
  const { width, height } = camera;
  const root = svg("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, "font-family": ink.font });
  root.append(svg("title", {}, data.title), svg("rect", { width, height, fill: ink.paper }));
  for (const claim of visible.edges.values()) root.append(pictureLine(claim));
  for (const { node, x, y } of network.onScreen()) {
    const point = camera.toScreen({ x, y });
    const { d, fill, line, radius } = shapeOf(node);
    const scale = radius * camera.scale;
    const shape = svg("path", { d, fill, stroke: line, "stroke-width": 0.12, transform: `translate(${point.x.toFixed(1)} ${point.y.toFixed(1)}) scale(${scale.toFixed(2)})`, opacity: alphaOf(node.id) });
    shape.append(svg("title", {}, captionOf(node)));
    root.append(shape);
  }
  for (const label of labels) {
    const node = nodes.get(label.id);
    const size = clamp(10.5 + Math.sqrt(node.degree) * 0.55, 11.5, 15);
    root.append(svg("text", { x: (label.x + label.w / 2).toFixed(1), y: (label.y + label.h / 2).toFixed(1), "text-anchor": "middle", "dominant-baseline": "central", "font-size": size, fill: ink.text, stroke: ink.paper, "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round" }, shorten(captionOf(node), 48)));
  }
  return root;
}

function pictureLine(claim) {
  const [a, b] = [camera.placeOf(claim.subject), camera.placeOf(claim.object)];
  const bend = bendOf(claim, a, b);
  const point = (place) => { const { x, y } = camera.toScreen(place); return `${x.toFixed(1)} ${y.toFixed(1)}`; };
  const d = bend ? `M${point(a)}Q${point(bend)} ${point(b)}` : `M${point(a)}L${point(b)}`;
  const { color, width } = lookOf(claim);
  return svg("path", { d, fill: "none", stroke: color.color, opacity: color.opacity, "stroke-width": width * Math.max(camera.scale, 0.5), "stroke-dasharray": data.statuses[claim.status].dashes.join(" ") || "none" });
}
