"""Questions to the graph: look-ups, search, explanations, paths, conflicts and the named queries."""
