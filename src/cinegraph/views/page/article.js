// Sentence to claims, claim to sentence: what the pointer or the keyboard is on lights up on both sides.

const segments = [...document.querySelectorAll("[data-claims]")];
const rows = [...document.querySelectorAll("[data-claim]")];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let pinned = null;

const claimsOf = (segment) => segment.dataset.claims.split(" ");

/** Light up some claims and every stretch of text that says one of them. */
function light(claims) {
  const wanted = new Set(claims);
  for (const row of rows) row.classList.toggle("lit", wanted.has(row.dataset.claim));
  for (const segment of segments) segment.classList.toggle("lit", claimsOf(segment).some((claim) => wanted.has(claim)));
}

function show(element) {
  const folded = element?.closest("details");
  if (folded) folded.open = true;
  element?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
}

function fromText(segment) {
  light(claimsOf(segment));
  show(rows.find((row) => row.classList.contains("lit")));
}

function fromClaim(row) {
  light([row.dataset.claim]);
  show(segments.find((segment) => segment.classList.contains("lit")));
}

function pin(element, act) {
  pinned?.classList.remove("pinned");
  pinned = pinned === element ? null : element;
  pinned?.classList.add("pinned");
  if (pinned) act(element);
  else light([]);
}

function listen(elements, act) {
  for (const element of elements) {
    element.addEventListener("pointerenter", (event) => { if (!pinned && event.pointerType === "mouse") act(element); });
    element.addEventListener("focus", () => { if (!pinned) act(element); });
    element.addEventListener("click", () => pin(element, act));
    element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pin(element, act); } });
  }
}

listen(segments, fromText);
listen(rows, fromClaim);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { pinned?.classList.remove("pinned"); pinned = null; light([]); } });
for (const box of document.querySelectorAll("[data-type]")) {
  box.addEventListener("change", () => document.documentElement.classList.toggle(`hide-${box.dataset.type}`, !box.checked));
}
