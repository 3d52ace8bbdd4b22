// Names without regard to accents, case or script.

const LETTERS = data.letters;

/** A name as plain lower-case Latin words: "Кантемир Балагов" and "Kantemir BALAGOV" are one. */
function fold(text) {
  let plain = "";
  for (const letter of text.normalize("NFC").toLowerCase()) {
    plain += letter < "\x80" ? letter : LETTERS[letter] ?? letter.normalize("NFKD").replace(/\p{M}/gu, "");
  }
  return plain.toLowerCase().replace(/['’`ʹʺ]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** What is left of a folded name when habits of transliteration are taken away: Sergei, Sergey and Sergej are one. */
function skeleton(folded) {
  return folded
    .replace(/shch|sch|sh/g, "s").replace(/tch|ch/g, "c").replace(/zh/g, "z").replace(/kh/g, "h").replace(/t[sz]/g, "c").replace(/ph/g, "f")
    .replace(/ck|q/g, "k").replace(/x/g, "ks").replace(/w/g, "v").replace(/[yj]/g, "i").replace(/(.)\1+/g, "$1").replace(/ii+/g, "i");
}

/** A node's names, folded; once, when first asked for. */
function keysOf(node) {
  node.keys ??= node.names.map((text) => { const folded = fold(text); return { text, folded, skeleton: skeleton(folded) }; });
  return node.keys;
}

/** How well a query meets a name: 0 is the name itself, Infinity is nothing in common. */
function distance(query, name) {
  if (name.folded === query.folded) return 0;
  if (name.folded.startsWith(query.folded)) return 1;
  if (name.folded.includes(" " + query.folded)) return 2;
  if (query.folded.length > 2 && name.folded.includes(query.folded)) return 3;
  if (query.folded.length > 2 && (" " + name.skeleton).includes(" " + query.skeleton)) return 4;
  if (query.words.length > 1 && query.words.every((word) => (" " + name.folded).includes(" " + word))) return 5;
  return Infinity;
}

/** The same where a letter is wrong. */
function slipped(query, name) {
  return query.folded.length > 4 && [name.skeleton, ...name.skeleton.split(" ")].some((word) => oneSlip(query.skeleton, word)) ? 6 : Infinity;
}

/** Whether two words differ by one letter put in, left out or exchanged. */
function oneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [left, right] = [a.slice(i), b.slice(i)];
  return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1);
}

/** The names that meet a query best, each node once, with the alias that met it; slips count where little else is found. */
function find(text, limit = 12) {
  const folded = fold(text);
  if (!folded) return [];
  const query = { folded, skeleton: skeleton(folded), words: folded.split(" ") };
  const found = matches(query, distance, new Set());
  if (found.length < limit) found.push(...matches(query, slipped, new Set(found.map((each) => each.node))));
  return found.slice(0, limit);
}

function matches(query, measure, without) {
  const found = [];
  for (const node of nodes.values()) {
    if (without.has(node)) continue;
    let best = Infinity;
    let by = null;
    for (const name of keysOf(node)) {
      const score = measure(query, name);
      if (score < best) [best, by] = [score, name.text];
    }
    if (best < Infinity) found.push({ node, by, best });
  }
  return found.sort((a, b) => a.best - b.best || b.node.degree - a.node.degree || (a.node.id < b.node.id ? -1 : 1));
}
