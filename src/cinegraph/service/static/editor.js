// YASGUI over this service only: nothing is asked of any other place.
(() => {
  "use strict";
  const { prefixes, examples, vocabulary } = JSON.parse(document.getElementById("data").textContent);
  const endpoint = new URL("/sparql", location.href).href;
  const Yasqe = Yasgui.Yasqe;

  // The completers that come with it ask the web; ours know this graph.
  Yasqe.defaults.prefixCcApi = null;
  Yasqe.defaults.autocompleters = [];
  const own = (name, given) => Yasqe.forkAutocompleter(name, { name: `own-${name}`, persistenceId: null, bulk: true, autoShow: false, ...given });
  own("class", { get: () => Promise.resolve(vocabulary.class) });
  own("property", { get: () => Promise.resolve(vocabulary.property) });
  own("prefixes", { autoShow: true, get: () => Promise.resolve(Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort()) });
  Yasqe.defaults.autocompleters.push("variables");

  const declared = (text) => {
    const bare = text.replace(/^\s*#.*$/gm, "").replace(/"(?:[^"\\]|\\.)*"/g, "");
    const used = Object.keys(prefixes).filter((name) => new RegExp(`(^|[^\\w:-])${name}:`).test(bare));
    const missing = used.filter((name) => !new RegExp(`PREFIX\\s+${name}:`, "i").test(text));
    return missing.map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("") + (missing.length ? "\n" : "") + text;
  };
  const opening = declared(`# Films, their prizes, and for how many sentences each prize is known
SELECT ?film ?prize (COUNT(DISTINCT ?sentence) AS ?sentences) WHERE {
  ?claim rdf:predicate cg:won ; rdf:subject ?f ; rdf:object ?p ; cg:status "accepted" .
  ?f a cg:Film ; rdfs:label ?film .
  ?p rdfs:label ?prize .
  ?evidence oa:hasBody ?claim ; oa:hasTarget ?sentence .
}
GROUP BY ?film ?prize
ORDER BY DESC(?sentences) ?film
LIMIT 50`);

  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST", acceptHeaderGraph: "text/turtle,*/*;q=0.9" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [], renderItem: (item, element) => { element.textContent = item.value.endpoint; } },
    copyEndpointOnNewTab: true,
    persistenceId: "cinegraph",
    populateFromUrl: (config) => {
      config.requestConfig.endpoint = endpoint;
      config.yasqe.value = declared(config.yasqe.value);
      return config;
    },
    yasqe: { value: opening, prefixCcApi: null },
    yasr: { prefixes },
  });
  for (const tab of Object.values(yasgui._tabs)) if (tab.getEndpoint() !== endpoint) tab.setEndpoint(endpoint);

  document.getElementById("examples").addEventListener("change", async (event) => {
    const example = examples.find((each) => each.name === event.target.value);
    if (!example) return;
    event.target.value = "";
    const answer = await fetch(`/questions/${encodeURIComponent(example.name)}?format=sparql`);
    if (!answer.ok) return;
    const text = (await answer.text()).trim();
    const tab = yasgui.addTab(true, { ...Yasgui.Tab.getDefaults(yasgui), name: example.name });
    tab.setEndpoint(endpoint);
    tab.setQuery(declared(text));
  });
  window.cinegraphEditor = yasgui;
})();
