# `make run` and `make test` are all a newcomer needs; the README has the same lines for machines without make.
.PHONY: run test test-long check mutate bench schema clean
MAKEFLAGS += --no-print-directory

run: ; @python3 deploy/start.py run
# make test FOLDER=tests/trainings: a part, in one process.
test: ; @python3 deploy/start.py test $(FOLDER)
test-long: ; @python3 deploy/start.py test-long

# The checks that need no test run: style, layers, migrations, production settings, known holes.
check: ; @.ci/check

# Mutants of the rules and the tests that kill them (docs/mutation.md); goes on where it was stopped, for hours at first.
# make mutate NAMES="lms.people.matching*": these, anew.
mutate:
	@python3 deploy/start.py setup
	@unset PYTHONDONTWRITEBYTECODE; .venv/bin/python deploy/mutate.py forget-survivors && .venv/bin/python deploy/mutate.py run $(if $(NAMES),"$(NAMES)") && .venv/bin/python deploy/mutate.py report

# Figures, not a test: docs/performance.md says how to read them.
bench: ; @python3 deploy/start.py setup && .venv/bin/python -m bench.run

# After a migration or a new library: what all migrations make, kept for empty databases (docs/decisions/0010-*).
POSTGRES ?= postgres://postgres@127.0.0.1:5432/pssm_schema
schema:
	@rm -f var/schema.sqlite3
	@DEBUG=1 DATABASE_URL=sqlite:///var/schema.sqlite3 .venv/bin/python manage.py dump_schema
	@rm -f var/schema.sqlite3
	@DEBUG=1 DATABASE_URL=$(POSTGRES) .venv/bin/python manage.py dump_schema

clean: ; @rm -rf .venv var mutants .pytest_cache .ruff_cache .hypothesis .import_linter_cache
