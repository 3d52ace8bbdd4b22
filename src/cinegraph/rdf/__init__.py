"""Claims to quads and back: IRIs, vocabulary, status, exports, exchange through rdflib, validation by SHACL."""
