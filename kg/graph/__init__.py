"""Reports and knowledge in; RDF out: IRIs, triples, validation, the store, exports. No language code."""
