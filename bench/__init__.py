"""The benchmark: `python -m bench.run` measures on a scratch copy of the demo and prints one table."""
