"""The certificate as a document: words, typesetting, layout, PDF."""
