// Names as they are typed, in every field that asks for one; "/" goes to the search.
(() => {
  "use strict";
  const shapes = new Map();
  for (const path of document.querySelectorAll("path[class^='t-']")) shapes.set(path.className.baseVal.slice(2), path.getAttribute("d"));

  const node = (tag, fields = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...children);
    return made;
  };

  const swatch = (kind) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "-1.3 -1.3 2.6 2.6");
    svg.setAttribute("class", "swatch");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", `t-${kind}`);
    path.setAttribute("d", shapes.get(kind) ?? "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z");
    svg.append(path);
    return svg;
  };

  function suggest(input, number) {
    const list = node("ul", { className: "suggestions", id: `suggestions-${number}`, hidden: true });
    list.setAttribute("role", "listbox");
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    let hits = [], chosen = -1, asked = 0, timer;

    const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const take = (hit) => {
      if (input.dataset.suggest === "fill") { input.value = hit.id; close(); } else location.assign(hit.page);
    };
    const mark = (place) => {
      chosen = place;
      [...list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === place)));
      if (place >= 0) { input.setAttribute("aria-activedescendant", list.children[place].id); list.children[place].scrollIntoView({ block: "nearest" }); }
    };
    const show = (found) => {
      hits = found;
      list.replaceChildren(...hits.map((hit, index) => {
        const row = node("li", { id: `${list.id}-${index}` }, swatch(hit.type), node("b", { textContent: hit.label }), node("small", { textContent: hit.line }));
        row.setAttribute("role", "option");
        row.addEventListener("pointerdown", (event) => { event.preventDefault(); take(hit); });
        return row;
      }));
      list.hidden = !hits.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      chosen = -1;
    };
    const ask = async () => {
      const text = input.value.trim(), turn = ++asked;
      if (!text || text.length > 200) { close(); return; }
      const query = new URLSearchParams({ q: text, limit: "8", ...(input.dataset.type ? { type: input.dataset.type } : {}) });
      try {
        const answer = await fetch(`/search?${query}`, { headers: { Accept: "application/json" } });
        if (answer.ok && turn === asked) show(await answer.json());
      } catch { close(); }
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); mark((chosen + 1) % hits.length); }
      else if (event.key === "ArrowUp") { event.preventDefault(); mark((chosen <= 0 ? hits.length : chosen) - 1); }
      else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(hits[chosen]); }
      else if (event.key === "Escape") { event.preventDefault(); close(); }
    });
  }

  document.querySelectorAll("input[data-suggest]").forEach(suggest);
  document.addEventListener("keydown", (event) => {
    const field = document.querySelector(".finder input");
    if (event.key !== "/" || !field || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, .CodeMirror, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
