# Everything a fresh clone needs: `make demo` shows what OnRecord does, `make test` checks it.
# PYTHON=/path/to/python3.12 chooses the Python; 3.11 or newer. VENV=… puts the environment elsewhere.

.DEFAULT_GOAL := help
VENV ?= .venv
PYTHON ?= $(firstword $(foreach python,python3.14 python3.13 python3.12 python3.11 python3,$(if $(shell $(python) -c 'import sys; sys.version_info >= (3, 11) and print("new enough")' 2>/dev/null),$(python))))
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

DATA ?= ../shared/data

.PHONY: help demo test lint types tests format picture model clean

help:
	@echo 'make demo      set up OnRecord and show it at work on the bundled pages'
	@echo 'make test      set up and run every check: ruff, pyright, pytest'
	@echo 'make lint      ruff only          make types     pyright only'
	@echo 'make tests     pytest only        make format    format the code'
	@echo 'make picture   draw the picture in the README anew'
	@echo 'make model     train and export the language models anew (DATA=folder of the corpora)'
	@echo 'make clean     remove the environment and what the tools cached'

demo: $(VENV)/.installed
	@$(BIN)/onrecord demo

test: lint types tests

lint: $(VENV)/.installed-for-development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-for-development
	$(BIN)/pyright

tests: $(VENV)/.installed-for-development
	@tests/browser/get-chromium.sh
	$(BIN)/pytest

format: $(VENV)/.installed-for-development
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

picture: $(VENV)/.installed
	$(BIN)/python docs/picture.py

# Large arrays stay in the heap: without this the allocator gives their pages back and takes them anew at every step.
# Four teachers, then the two models that learn from them; about six hours on one core, resumed where it was stopped.
TEACHERS := 1 2 3 4
MODELS := src/onrecord/language/models
model: export MALLOC_MMAP_THRESHOLD_ = 2000000000
model: export MALLOC_TRIM_THRESHOLD_ = 8000000000
model: $(VENV)/.installed-for-training
	for seed in $(TEACHERS); do \
	  $(BIN)/python training/train.py --data $(DATA) --output runs/seed-$$seed --seed $$seed --epochs 10 --stop-after 4 && \
	  $(BIN)/python training/export.py --weights runs/seed-$$seed/epoch-4.pt --output runs/teachers/seed-$$seed || exit; \
	done
	$(BIN)/python training/teach.py --data $(DATA) --teachers $(TEACHERS:%=runs/teachers/seed-%) --output runs/lessons.npz
	$(BIN)/python training/train.py --data $(DATA) --taught runs/lessons.npz --epochs 5 --stop-after 5 --output runs/onrecord-en
	$(BIN)/python training/train.py --data $(DATA) --taught runs/lessons.npz --epochs 3 --stop-after 3 --rate 1e-4 \
	  --start runs/onrecord-en/epoch-5.pt --layers 0 1 3 5 --output runs/onrecord-en-fast
	cp runs/onrecord-en/epoch-5.pt runs/onrecord-en.pt
	cp runs/onrecord-en-fast/epoch-3.pt runs/onrecord-en-fast.pt
	$(BIN)/python training/export.py --weights runs/onrecord-en.pt --output $(MODELS)/onrecord-en
	$(BIN)/python training/export.py --weights runs/onrecord-en-fast.pt --output $(MODELS)/onrecord-en-fast \
	  --length 192 --context 0
	for name in onrecord-en-fast onrecord-en; do \
	  $(BIN)/python training/agreement.py --weights runs/$$name.pt --model $$name && \
	  $(BIN)/python training/calibrate.py --data $(DATA) --model $$name || exit; \
	done

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis build dist

# Stamps: set up once, and again only when what is to be installed has changed.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'installing OnRecord into $(VENV) …'
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-for-development: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'installing OnRecord and its checks into $(VENV) …'
	@$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-for-training: pyproject.toml | $(BIN)/python
	@$(INSTALL) --editable '.[train]'
	@touch $@

$(BIN)/python:
	@if [ -z '$(PYTHON)' ]; then \
	  echo 'OnRecord needs Python 3.11 or newer, and none was found.' >&2; \
	  echo 'Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make demo PYTHON=/path/to/python3' >&2; \
	  exit 3; \
	fi
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'This Python cannot make a virtual environment: its venv or ensurepip is missing.' >&2; \
	  echo 'On Debian and Ubuntu: apt install python3-venv' >&2; \
	  exit 3; \
	}
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 3; }
