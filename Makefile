# `make run` and `make test` are all a newcomer needs; the README has the same lines for machines without make.
.PHONY: run test test-long check bench clean
MAKEFLAGS += --no-print-directory

run: ; @python3 deploy/start.py run
# make test FOLDER=tests/trainings: a part, in one process.
test: ; @python3 deploy/start.py test $(FOLDER)
test-long: ; @python3 deploy/start.py test-long

# The checks that need no test run: style, floors, migrations, production settings, known holes.
check: ; @.ci/check

# Figures, not a test: docs/performance.md says how to read them.
bench: ; @python3 deploy/start.py setup && .venv/bin/python -m bench.run

clean: ; @rm -rf .venv var .pytest_cache .ruff_cache .hypothesis .import_linter_cache
