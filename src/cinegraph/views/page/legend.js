// The legend is also the filter: types, relations and degrees of certainty, each with its count.

let allRelations = false;

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** The rows are those of everything asked for, so that none jumps away while years pass; the counts are those of the years. */
function drawLegend() {
  const focused = document.activeElement?.dataset?.filter;
  const asked = wanted();
  const all = countedIn(asked);
  const now = yearsNarrowed() ? countedIn(asked, true) : all;
  const body = [
    ...section("types", "Names", Object.keys(data.types).filter((type) => all.types.has(type)), now.types, (type) => [swatch(type), data.types[type].plural]),
    ...section("statuses", "How certain", Object.keys(data.statuses).filter((s) => all.statuses.has(s)), now.statuses, statusParts),
    ...relationSection(all.relations, now.relations),
    ...communitySection(),
  ];
  $("legend-body").replaceChildren(...body);
  if (focused) document.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
}

/** How many names of each type and claims of each relation and status there are among some names, in all years or in those that show. */
function countedIn(asked, narrowed = false) {
  const edges = narrowed
    ? [...claimsAmong(asked, passesYears).values()]
    : data.claims.filter((claim) => claim.object !== null && asked.has(claim.subject) && asked.has(claim.object));
  const names = narrowed ? new Set([...edges.flatMap((claim) => [claim.subject, claim.object]), ...(state.node ? [state.node] : [])]) : asked;
  return { types: countBy([...names].map((id) => nodes.get(id)), (node) => node.type), relations: countBy(edges, (claim) => claim.relation), statuses: countBy(edges, (claim) => claim.status) };
}

function statusParts(status) {
  const sign = data.statuses[status].badge;
  return [lineSwatch(status), status[0].toUpperCase() + status.slice(1) + (sign ? ` ${sign}` : "")];
}

function section(kind, title, names, counts, parts) {
  if (!names.length) return [];
  const reset = state[kind].size ? h("button", { type: "button", onclick: () => change({ [kind]: new Set() }) }, "show all") : null;
  return [h("h2", {}, title, reset), h("div", { role: "group", "aria-label": title }, names.map((name) => filter(kind, name, counts.get(name) ?? 0, parts(name))))];
}

function relationSection(all, counts) {
  const names = [...all.keys()].sort((a, b) => all.get(b) - all.get(a) || (a < b ? -1 : 1));
  const few = allRelations || names.length <= 11 ? names : names.slice(0, 9);
  const words = (name) => [data.relations[name][0]];
  const more = few.length < names.length || (allRelations && names.length > 11)
    ? h("button", { type: "button", class: "fold", "data-filter": "more", "aria-expanded": String(allRelations), onclick: () => { allRelations = !allRelations; drawLegend(); } }, allRelations ? "Fewer relations" : `${names.length - few.length} more relations`)
    : null;
  return [...section("relations", "Relations", few, counts, words), more].filter(Boolean);
}

function filter(kind, name, count, parts) {
  const toggle = () => {
    const next = new Set(state[kind]);
    if (next.has(name)) next.delete(name);
    else next.add(name);
    change({ [kind]: next });
  };
  const box = h("input", { type: "checkbox", checked: !state[kind].has(name), "data-filter": `${kind} ${name}`, onchange: toggle });
  const [picture, text] = parts.length > 1 ? parts : [null, parts[0]];
  const about = kind === "statuses" ? data.statuses[name].meaning : null;
  return h("label", { class: "filter", title: about }, box, picture, h("span", {}, text), h("output", {}, count.toLocaleString("en")));
}

function toggleLegend(on) {
  $("legend").classList.toggle("open", on);
  $("show-filters").setAttribute("aria-expanded", String(on));
  if (on) $("panel").classList.remove("open");
}
