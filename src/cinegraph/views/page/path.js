// The way between two names, with the sentence of every step.

function startPathForm(from) {
  const ends = [from, null];
  const fields = ["From", "To"].map((title, i) => pathField(title, ends[i], (node) => {
    ends[i] = node.id;
    fields[i].querySelector("input").value = node.label;
    if (ends[0] && ends[1]) findPath(ends[0], ends[1]);
    else fields.map((field) => field.querySelector("input")).find((input) => !input.value)?.focus();
  }));
  $("panel").replaceChildren(h("div", { class: "card" },
    h("div", { class: "sheet-head" }, h("div", {}, h("p", { class: "kind" }, "Path"), h("h2", {}, "How are two names connected?")), closer("Close the path")),
    h("div", { class: "pathform" }, fields)));
  $("panel").classList.add("open");
  fields[from ? 1 : 0].querySelector("input").focus();
}

function pathField(title, id, onchoose) {
  const key = "path-" + title.toLowerCase();
  const input = h("input", { id: key, type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": key + "-list", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", placeholder: "A name, in any spelling", value: id ? labelOf(id) : "" });
  const list = h("ul", { id: key + "-list", class: "suggestions", role: "listbox", "aria-label": title, hidden: true });
  makeFinder(input, list, onchoose);
  return h("div", {}, h("label", { for: key }, title), h("div", { class: "finder" }, input, list));
}

function showPath() {
  const steps = currentPath();
  const [start, end] = state.path;
  const head = h("div", { class: "card" },
    h("div", { class: "sheet-head" },
      h("div", {}, h("p", { class: "kind" }, "Path", steps ? ` · ${plural(steps.length - 1, "step", "steps")}` : ""), h("h2", {}, bdi(labelOf(start)), " to ", bdi(labelOf(end)))), closer("Close the path")),
    h("div", { class: "actions" }, h("button", { type: "button", class: "button", "data-key": "other", onclick: () => startPathForm(null) }, "Other names")),
    steps ? null : h("p", { class: "lead" }, "Nothing that passes the filters connects them."));
  const list = steps ? h("section", { class: "group", "aria-label": "Steps" }, steps.map((step) => pathStep(step))) : null;
  $("panel").replaceChildren(...[head, list, h("div", { class: "end" })].filter(Boolean));
}

function pathStep(step) {
  return h("div", { class: "step" }, swatch(nodes.get(step.id).type), nameButton(step.id),
    step.claims.map((claim) => h("div", {}, h("p", { class: "via" }, wordsOf(claim, step.id), claim.year === null ? "" : `, ${claim.year}`, badge(claim)), sentences(claim, 1))));
}
