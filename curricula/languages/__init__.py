"""One text in nine languages: which translation stands for which words, which is stale, and which may be taught."""
