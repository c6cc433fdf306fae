"""The question bank: test items of modules, forms drawn from them, and the files they travel in."""
