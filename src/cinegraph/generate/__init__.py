"""Film graphs of any size, made up: for measuring, for teaching, for trying things out. The same seed, the same graph.

>>> from cinegraph.generate import knowledge_in_parts
>>> first = next(knowledge_in_parts(10_000, seed=1))
>>> sorted({entity.type.value for entity in first.entities})
['Award', 'Festival', 'Place', 'Section']
"""

from cinegraph.generate.writing import generate_quads, generate_store, knowledge_in_parts

__all__ = ["generate_quads", "generate_store", "knowledge_in_parts"]
