# demo   build the example: Word reports and PowerPoint briefings in Chinese, English and Russian
# test   everything that must hold: lint, types and all tests
# check  lint, types and the quick tests, for work in between
# lint   ruff and mypy

BIN := .venv/bin
EXAMPLE := examples/ciep18

.PHONY: demo test check lint clean

demo: .venv/installed
	$(BIN)/cieprep-docs build $(EXAMPLE) -o build/ciep18

test: .venv/installed-for-tests lint
	@.ci/programs
	$(BIN)/pytest -n 2 --dist loadgroup

check: .venv/installed-for-tests lint
	$(BIN)/pytest -n 2 --dist loadgroup -m "not draw and not slow"

lint: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf build dist .venv

# Editable, so that a change of a template or a catalog shows in the next build.
.venv/installed: pyproject.toml .ci/environment
	@.ci/environment
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-for-tests: pyproject.toml .ci/environment
	@.ci/environment
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch .venv/installed $@
