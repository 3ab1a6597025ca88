# make demo：装好一切，读 corpus/reports，问一个问题。make help：还有什么。
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXTRAS := $(VENV)/.extras
QUALITY := $(VENV)/.quality
DB := index.db
QUESTION := 哪些科目因为人员变动没有完成年初预算？

.DEFAULT_GOAL := help
.PHONY: demo test lint bench torture coverage mutants audit clean help

help: ## 列出这些命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Installs again only when the pins or the package's metadata change.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新的版本，例如：make demo PYTHON=python3.12"; exit 1; }
	@echo "安装到 $(VENV) ……（第一次约一分钟）"
	@if uv --version >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
		uv pip install --quiet --python $(BIN)/python -r requirements.txt && \
		uv pip install --quiet --python $(BIN)/python --no-deps -e . ; \
	else \
		{ $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
			echo "这个 Python 不带 venv：Debian、Ubuntu 请先 sudo apt install python3-venv，再 make demo。"; exit 1; }; } && \
		$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt && \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $@

# The tests read a scanned page and run a cluster for real: some 390 and 110 MB, once.
$(EXTRAS): $(READY) requirements-ocr.txt requirements-dask.txt
	@echo "安装 OCR、dask 和 DuckDB（约 500 MB，只为测试）……"
	@if uv --version >/dev/null 2>&1; then \
		uv pip install --quiet --python $(BIN)/python --no-deps -r requirements-ocr.txt -r requirements-dask.txt ; \
	else \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps -r requirements-ocr.txt -r requirements-dask.txt ; \
	fi
	@touch $@

demo: $(READY) ## 安装，索引示例报告，问一个问题
	@$(BIN)/juesuan index corpus/reports --db $(DB)
	@echo && echo "$$ juesuan ask $(QUESTION)"
	@$(BIN)/juesuan ask "$(QUESTION)" --db $(DB)
	@echo && echo "接着试试：$(BIN)/juesuan browse　（q 退出）"
	@echo "自己的报告：$(BIN)/juesuan index 文件夹"

test: $(READY) $(EXTRAS) ## 运行测试（先装 OCR、dask）
	@$(BIN)/pytest

lint: $(READY) ## 检查格式、写法和类型
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy -p extractor -p tui -p benchmarks

bench: $(READY) $(EXTRAS) ## 测速度和准确率（准确率写进 docs/accuracy.md）
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.scaling
	@$(BIN)/python -m benchmarks.rivals
	@$(BIN)/python -m benchmarks.search --documents 1000 20000
	@$(BIN)/python -m benchmarks.ocr
	@$(BIN)/python -m benchmarks.scale
	@$(BIN)/python -m benchmarks.accuracy
	@$(BIN)/python -m benchmarks.tui

torture: $(READY) ## 杀进程、填满磁盘、抢着读写、喂有害文件，看会不会丢东西（约一刻钟）
	@$(BIN)/python -m benchmarks.torture

# Tools for the tests of the tests; not among what `make demo` installs.
$(QUALITY): $(READY) pyproject.toml
	@echo "安装检验测试用的工具……"
	@if uv --version >/dev/null 2>&1; then uv pip install --quiet --python $(BIN)/python -e '.[quality]'; \
	else $(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[quality]'; fi
	@touch $@

coverage: $(QUALITY) $(EXTRAS) ## 测试覆盖了 extractor 的多少行（连同它起的进程，约半小时）
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -q
	@$(BIN)/coverage combine -q || true
	@$(BIN)/coverage report --sort=cover

mutants: $(QUALITY) ## 在事实、核对、提问里各处放小错，看测试发现多少
	@$(BIN)/python -m benchmarks.mutants --sample 200 --seed 1

audit: $(READY) ## 查已知漏洞（要联网，断网就说明并跳过）和许可
	@$(MAKE) --no-print-directory $(QUALITY) || true
	@$(BIN)/python -m benchmarks.audit

clean: ## 删除环境、索引和缓存
	@rm -rf $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.* $(DB) $(DB)-wal $(DB)-shm
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
