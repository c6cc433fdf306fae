"""Languages: transliteration, currency, translations, PO files, the matrix, what may be taught."""
