# What one does with a clone of 问效.  `make help` lists it.
# Only Python ≥ 3.11, git and make are needed; everything else comes, pinned and hashed, from requirements/.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet
CODE := $(shell find bot seed store -type f ! -name '*.pyc' ! -name '* *' 2>/dev/null)

# `value` and `:=` hand the question over to the letter: make must not expand a “$$” that a person typed.
# Q itself is not exported, since exporting would expand it.
QUESTION := $(value Q)
export QUESTION
unexport Q

# The demo never touches the data of an installation, whatever the environment or a .env says.
IN_DEMO := WENXIAO_DATA_DIR='$(DEMO)' WENXIAO_DATABASE_URL=

.PHONY: help demo test check format-check lint types imports docs-check marks-check docs marks bench bench-full prove lock clean

help: ## 列出这些命令 (this list)
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

demo: $(DEMO)/loaded ## 装好、导入自带文件、开始对话；make demo Q="…" 只答一句
	@if [ -n "$$QUESTION" ]; then $(IN_DEMO) $(BIN)/wenxiao ask -- "$$QUESTION"; \
	elif [ -t 0 ] && [ -t 1 ]; then $(IN_DEMO) $(BIN)/wenxiao chat; \
	else echo '没有终端，只答一个示例问题；自己提问：make demo Q="…" (no terminal: one example)' >&2; \
	  $(IN_DEMO) $(BIN)/wenxiao ask -- 乡村振兴经费多少; fi

test: $(VENV)/dev $(VENV)/peers ## 运行测试
	$(BIN)/python -m pytest -n auto --dist worksteal

check: format-check lint types imports docs-check marks-check ## 格式、规则、类型、引用方向、文档、句型表（测试另有 make test）

format-check: $(VENV)/dev
	$(BIN)/ruff format --check .

lint: $(VENV)/dev
	$(BIN)/ruff check .

types: $(VENV)/dev
	$(BIN)/mypy

imports: $(VENV)/dev
	$(BIN)/lint-imports

docs-check: $(VENV)/dev
	$(BIN)/python -m pytest -q tests/test_docs.py

marks-check: $(VENV)/dev
	$(BIN)/python -m pytest -q tests/bot/language/test_patterns.py

docs: $(VENV)/dev ## 按程序现在的样子重写文档里的列表、例子和对话
	$(BIN)/python scripts/make_docs.py

marks: $(VENV)/dev ## 句型有改动后，重做 bot/language/marks.tsv
	$(BIN)/python -m scripts.make_marks

bench: $(VENV)/dev ## 测量：与别的做法在同一次运行里并排比较
	$(BIN)/python -m bench

bench-full: $(VENV)/dev ## 同上，连同费时的规模：一百万个名称、十万个项目
	$(BIN)/python -m bench full

prove: $(VENV)/dev ## 费时的证明：标记为 prove 的测试、镜像、从零克隆
	$(BIN)/python -m pytest -m prove
	$(BIN)/python -m scripts.try_image
	scripts/fresh_clone

lock: $(VENV)/dev ## 按 pyproject.toml 重做 requirements/
	$(LOCK) --upgrade --all-extras --group dev -o requirements/dev.txt
	$(LOCK) --group build -c requirements/dev.txt -o requirements/run.txt
	$(LOCK) --all-extras --group build -c requirements/dev.txt -o requirements/image.txt

clean: ## 删除 make 做出的一切
	rm -rf $(VENV) $(DEMO) tests/peers/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist

# A stamp is newer than what it was made from: a second run is instant, and a changed lock installs anew.
# Installing speaks on stderr: with Q, only the answer is on stdout.

$(VENV)/run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo '正在安装，首次约一分钟…… (installing, once)' >&2
	@scripts/install run >&2
	@touch $@

$(VENV)/dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@scripts/install dev >&2
	@touch $@ $(VENV)/run

# Peers that are not ours, for tests that are skipped without them.  No stamp without them, so that the next run tries again.
$(VENV)/peers: tests/peers/package.json tests/peers/package-lock.json | $(BIN)/python
	@if ! command -v npm >/dev/null; then \
	  echo '没有 npm：跳过与 Node 程序对话的测试 (no npm: tests with Node peers are skipped)' >&2; \
	elif (cd tests/peers && npm ci --loglevel=error) >&2; then touch $@; \
	else echo 'npm ci 失败：跳过与 Node 程序对话的测试 (npm ci failed: tests with Node peers are skipped)' >&2; fi

$(BIN)/python:
	@scripts/make_venv $(VENV) >&2

$(DEMO)/loaded: $(VENV)/run $(CODE)
	@mkdir -p $(DEMO)
	@$(BIN)/python -m compileall -q bot seed store
	@$(IN_DEMO) $(BIN)/wenxiao load seed/data >$(DEMO)/report.txt || { cat $(DEMO)/report.txt >&2; exit 1; }
	@head -n 1 $(DEMO)/report.txt >&2
	@touch $@
