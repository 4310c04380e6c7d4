# `make` says what there is. Everything lives in .venv; nothing is installed into the system except
# by `make tools`, which only the tests need.

PYTHON ?= python3
VENV   ?= .venv
ADDR   ?= 127.0.0.1:8000

# What somebody types reaches the programs as it is: neither make nor the shell reads it.
TYPED := ADDR DEST EXAMPLE FAULTS FILE FROM ID OFFLINE ONLY PEERS PROFILE PYTHON SOURCE_DATE_EPOCH UPGRADE VENV VERBOSE YEAR
TOLD  := FAULTS ONLY PROFILE SOURCE_DATE_EPOCH
$(foreach name,$(TYPED),$(if $(filter-out undefined,$(origin $(name))),\
  $(eval override $(if $(filter $(name),$(TOLD)),export) $(name) := $$(value $(name)))))
export GIVEN_FILE := $(FILE)
export GIVEN_ID := $(ID)
export GIVEN_YEAR := $(YEAR)
export GIVEN_FROM := $(FROM)
export GIVEN_DEST := $(DEST)
export GIVEN_ADDR := $(ADDR)
# These three are words of commands.
$(foreach name,PYTHON UPGRADE VENV,$(foreach sign,$$ ` ; & | < > " ' ( ) { } * ?,$(if $(findstring $(sign),$($(name))),\
  $(error $(name) 里不能有 $(sign) / must not have $(sign)))))

BIN     := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing
GATING  := $(VENV)/.gating
NODE    := tests/js/node_modules/.installed
JUDGES  := tests/gate/js/node_modules/.installed
# By its own version, not the newest: the locked files say which versions the project stands on.
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Both themes print advertisements at every build; they are about the theme, not about this site.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install site check import new status release publish pack serve demo test gate tools gate-tools golden bench lock audit clean

help: ## 列出这些命令 / print this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(RUNTIME) ## 准备环境（.venv） / set up the environment (.venv)

site: $(RUNTIME) check ## 检查数据并生成网站到 site/（ONLY=方案 只生成一个地区） / check, then build into site/ (ONLY=campaign: one region)
	$(BIN)/mkdocs build --strict

check: $(RUNTIME) ## 只检查数据 / check the data
	$(BIN)/python -m microsite check

import: $(RUNTIME) ## 从通知生成数据文件（FILE=通知.docx） / make data files from a notice (FILE=notice.docx)
	@[ -n "$$GIVEN_FILE" ] || { echo '请写明通知文件 / name the notice: make import FILE=通知.docx' >&2; exit 1; }
	$(BIN)/python -m microsite import $(if $(ID),--id="$$GIVEN_ID") -- "$$GIVEN_FILE"

new: $(RUNTIME) ## 以去年的方案为底稿起草今年的（YEAR=2025 FROM=去年的方案） / next year's plan from this one (YEAR=2025 FROM=campaign)
	@[ -n "$$GIVEN_YEAR" ] && [ -n "$$GIVEN_FROM" ] || { echo 'make new YEAR=2025 FROM=shandong-2024' >&2; exit 1; }
	$(BIN)/python -m microsite new --from="$$GIVEN_FROM" -- "$$GIVEN_YEAR"

status: $(RUNTIME) ## 每一届还缺什么 / what each edition still lacks
	$(BIN)/python -m microsite status

release: $(RUNTIME) ## 登记新公布的地址（VERBOSE=1 列出每一个） / add new addresses to the ledger (VERBOSE=1: list them)
	$(BIN)/python -m microsite release $(if $(EXAMPLE),--example) $(if $(VERBOSE),--verbose)

publish: $(RUNTIME) ## 把 site/ 整个换到服务器的文件夹（DEST=文件夹） / put site/ into a web server's folder (DEST=folder)
	@[ -n "$$GIVEN_DEST" ] || { echo '请写明文件夹 / name the folder: make publish DEST=/srv/www/campaign' >&2; exit 1; }
	$(BIN)/python -m microsite publish -- "$$GIVEN_DEST"

pack: $(RUNTIME) ## 把 site/ 打成一个文件（FILE=site.zip，OFFLINE=1 不用服务器就能看） / pack site/ into one file (OFFLINE=1: opens without a server)
	@[ -n "$$GIVEN_FILE" ] || { echo '请写明文件 / name the file: make pack FILE=site.zip' >&2; exit 1; }
	$(BIN)/python -m microsite pack $(if $(OFFLINE),--offline) -- "$$GIVEN_FILE"

serve: $(RUNTIME) ## 本机预览，改动即见（ADDR=地址:端口） / preview while editing
	$(BIN)/mkdocs serve --dev-addr "$$GIVEN_ADDR"

demo: $(RUNTIME) ## 演示：虚构的一届，各种写法都有 / demo: an invented edition with everything that a plan can say
	$(BIN)/python -m microsite --data examples/data check
	$(BIN)/mkdocs serve --config-file examples/mkdocs.yml --dev-addr "$$GIVEN_ADDR"

test: $(TESTING) tools $(NODE) ## 全部测试 / run every test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

gate: $(GATING) tools gate-tools $(NODE) $(JUDGES) ## 发布前的全面检验，约一小时（FAULTS=all 试每一处小错，再加两小时） / the full checks before a release, about an hour (FAULTS=all: every small fault, two hours more)
	$(BIN)/pytest tests/gate -o python_files='gate_*.py' --report tests/gate/REPORT.md

# --- the environment -------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo '需要 Python 3.11 或更新的版本；可用 make PYTHON=/路径/python3.11 指定。' >&2; \
	  echo 'Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python3.11' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.txt requirements-build.txt hooks/install.py | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-build.txt
	$(PIP) install --require-hashes --no-build-isolation -r requirements.txt
	@$(BIN)/python hooks/install.py
	@touch $@

$(TESTING): requirements-dev.txt $(RUNTIME)
	$(PIP) install --require-hashes --no-build-isolation -r requirements.txt -r requirements-dev.txt
	@touch $@

$(GATING): requirements-gate.txt $(TESTING)
	$(PIP) install --require-hashes --no-build-isolation -r requirements-dev.txt -r requirements-gate.txt
	@touch $@

# Programs from npm, in the versions of their lock files; nothing of them runs while they are installed.
$(NODE) $(JUDGES): %/node_modules/.installed: %/package.json %/package-lock.json %/.npmrc | tools
	cd $* && npm ci --loglevel=error
	@touch $@

# The tests need a real browser and a Chinese font (Playwright downloads neither, and its own program needs
# libatomic), and Node.js. Where the system has the headless shell beside Chromium, they take a third of the time in it.
tools:
	@missing=''; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null || missing='chromium'; \
	command -v chromium-headless-shell >/dev/null || [ -z "$$(apt-cache search --names-only '^chromium-headless-shell$$' 2>/dev/null)" ] \
	  || missing="$$missing chromium-headless-shell"; \
	fc-list :lang=zh 2>/dev/null | grep -q . || missing="$$missing fonts-noto-cjk"; \
	command -v node >/dev/null || missing="$$missing nodejs"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	/sbin/ldconfig -p 2>/dev/null | grep -q libatomic.so.1 || missing="$$missing libatomic1"; \
	command -v firefox-esr >/dev/null || missing="$$missing firefox-esr"; \
	command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$$missing nginx-light"; \
	$(ADD_MISSING)

# The gate besides: another clock, Java for the checker of HTML, and what readers and editors open its files with.
gate-tools:
	@missing=''; \
	command -v faketime >/dev/null || missing='faketime'; \
	[ -x /usr/sbin/debootstrap ] || missing="$$missing debootstrap"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	[ -x /usr/sbin/apache2 ] || missing="$$missing apache2-bin"; \
	[ -x /usr/sbin/lighttpd ] || missing="$$missing lighttpd lighttpd-mod-deflate"; \
	for program in khal khard calcurse newsboat lynx w3m elinks caddy gnumeric; do \
	  command -v $$program >/dev/null || missing="$$missing $$program"; \
	done; \
	command -v msgcat >/dev/null || missing="$$missing gettext"; \
	[ -e /usr/lib/libreoffice/program/libsclo.so ] || missing="$$missing libreoffice-calc"; \
	command -v WebKitWebDriver >/dev/null || missing="$$missing webkit2gtk-driver"; \
	command -v Xvfb >/dev/null || missing="$$missing xvfb"; \
	$(ADD_MISSING)

define ADD_MISSING
[ -n "$$missing" ] || exit 0; \
	sudo=''; [ "$$(id -u)" = 0 ] || sudo='sudo -n'; \
	if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
	  echo "apt-get install $$missing"; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $$missing >/dev/null && exit 0; \
	fi; \
	echo "测试还缺：$$missing。请先安装，例如：sudo apt-get install $$missing" >&2; \
	echo "The tests need: $$missing. Install first: sudo apt-get install $$missing" >&2; exit 1
endef

# --- for the maintainers ---------------------------------------------------------------------------

golden: $(TESTING) ## 重写 tests/cases 里的预期结果 / rewrite what the golden cases expect
	UPDATE_GOLDEN=1 $(BIN)/pytest tests/test_cases.py tests/unit/test_source_messages.py

bench: $(RUNTIME) ## 测量生成速度（PEERS=1 连同 Hugo、Eleventy） / measure how fast builds are (PEERS=1: with Hugo and Eleventy)
	$(BIN)/python bench/run.py $(if $(PEERS),--peers)

LOCKING := $(VENV)-lock/.installed
COMPILE = $(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)

$(LOCKING): requirements-tools.txt
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-tools.txt
	@touch $@

lock: $(LOCKING) ## 重写各个 requirements*.txt（UPGRADE=--upgrade 连版本一起更新） / rewrite the locked requirements
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) requirements-build.in --output-file requirements-build.txt
	$(COMPILE) requirements-dev.in --output-file requirements-dev.txt
	$(COMPILE) requirements-gate.in --output-file requirements-gate.txt
	$(COMPILE) requirements-tools.in --output-file requirements-tools.txt

audit: $(LOCKING) ## 查锁定的程序包有没有已知的漏洞 / look for known vulnerabilities of the locked packages
	@wrong=0; \
	for each in requirements*.txt; do \
	  echo "$$each"; $(VENV)-lock/bin/pip-audit --strict --disable-pip --require-hashes --requirement "$$each" || wrong=1; \
	done; \
	for each in tests/js tests/gate/js; do \
	  echo "$$each"; (cd "$$each" && npm audit --package-lock-only) || wrong=1; \
	done; \
	exit $$wrong

clean: ## 删去可以再生成的一切 / delete everything that can be made again
	rm -rf $(VENV) $(VENV)-lock site .site.spare .site.host .cache examples/site examples/.site.* examples/.cache .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/js/node_modules tests/gate/js/node_modules
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +
