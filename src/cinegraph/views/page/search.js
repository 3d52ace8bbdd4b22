// A field that finds names: used for the search in the head and for both ends of a path.

let finders = 0;

/** Give an input and its list the behaviour of a combobox (WAI-ARIA Authoring Practices, list autocomplete). */
function makeFinder(input, list, onchoose) {
  const prefix = `option-${(finders += 1)}-`;
  let found = [];
  let at = -1;
  const show = () => {
    found = find(input.value);
    at = found.length ? 0 : -1;
    draw();
  };
  const draw = () => {
    const typed = fold(input.value) !== "";
    list.hidden = !typed;
    input.setAttribute("aria-expanded", String(typed));
    if (at >= 0) input.setAttribute("aria-activedescendant", prefix + at);
    else input.removeAttribute("aria-activedescendant");
    const rows = found.map((item, i) => option(item, prefix + i, i === at, () => take(i)));
    list.replaceChildren(...(rows.length ? rows : [h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name like this. Try fewer letters.")]));
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const hide = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (i) => { const { node } = found[i]; hide(); onchoose(node); };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value && document.activeElement === input) input.select(); });
  input.addEventListener("blur", hide);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      draw();
    } else if (event.key === "Enter" && !list.hidden && at >= 0) take(at);
    else if (event.key === "Escape") { if (list.hidden) input.blur(); else hide(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function option({ node, by }, id, selected, take) {
  const alias = by === node.label ? data.types[node.type].plural === node.type ? "" : node.type : by;
  return h("li", { role: "option", id, "aria-selected": String(selected), onmousedown: (event) => { event.preventDefault(); take(); } },
    swatch(node.type), h("b", {}, bdi(node.label)), h("small", {}, bdi(alias)));
}

function startSearch() {
  makeFinder($("search"), $("search-list"), (node) => {
    $("search").value = "";
    $("search").blur();
    choose(node.id);
    $("stage").focus({ preventScroll: true });
  });
}
