"""cinegraph reads articles about cinema and makes of them a knowledge graph in which every claim shows its sentence."""

__version__ = "0.1.0"
