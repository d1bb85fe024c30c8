# Dossier. `make site` is all that a fresh Debian, Ubuntu or macOS with Swift 6.3 needs.

SHELL := /bin/bash
# On Linux all of Swift is in the binary, without symbols, which would be a third of it.
RELEASE := -c release --product dossier \
  $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xlinker -s)

# In CI a warning in our own targets is an error, and tests find every program that they compare with.
ifeq ($(CI),true)
export WARNINGS_AS_ERRORS := 1
PEERS := peers python venv:icalendar==7.3.0 venv:vobject==0.9.9 venv:jsonschema==4.25.1
endif

.PHONY: help site check serve test browser soak lint bench bench-names bench-serve timeline man mutate mend differential fuzz clean

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

site: ## install what is missing, build dossier, publish Content/ into Public/
	@.ci/install libcmark
	swift build $(RELEASE)
	"$$(swift build $(RELEASE) --show-bin-path)/dossier" build
	@echo "The site is in Public/: run 'python3 -m http.server -d Public' and open http://localhost:8000/."

check: ## hold this repository's Content/ against every rule; warnings count
	@.ci/install libcmark
	swift build $(RELEASE)
	"$$(swift build $(RELEASE) --show-bin-path)/dossier" check --strict

serve: export PORT ?= 8000
serve: ## preview this repository's Content/: make serve [PORT=8000]
	@.ci/install libcmark
	swift build $(RELEASE)
	"$$(swift build $(RELEASE) --show-bin-path)/dossier" serve --port $(PORT) --open

test: ## run every test
	@.ci/install libcmark $(PEERS)
	@.ci/test

browser: ## hold preview and timeline against a browser: reload, errors, names, order, nothing touches
	@.ci/install libcmark python chromium venv:selenium
	@.venv/bin/python Tests/Preview/browser.py
	@.venv/bin/python Tests/Timeline/browser.py

soak: export EDITS ?= 2000
soak: export SEED ?= 1
soak: ## edit under load, then compare with a build: make soak [EDITS=2000] [SEED=1]
	@.ci/install libcmark python wrk
	@Tests/Preview/soak.py

lint: ## check format, imports and what is committed
	@.ci/install python
	swift format lint --strict --recursive Package.swift Sources Tests
	.ci/check-imports
	.ci/check-files

bench: export N ?= 10000
bench: export SEED ?= 1
bench: ## compare with Hugo and plain libcmark: make bench [N=10000] [SEED=1] [RUNS=5]
	@.ci/install libcmark python
	@.ci/install venv:hugo || echo 'Hugo could not be installed: measuring without it.'
	@Tests/Benchmark/measure.py

bench-names: export N ?= 2000
bench-names: export SEED ?= 1
bench-names: ## what 100, 10,000 and 100,000 names cost in the benchmark's texts
	@.ci/install libcmark
	@rm -rf .build/bench-names
	swift run -c release --package-path Tests/Benchmark --scratch-path .build/benchmark corpus $(N) $(SEED) .build/bench-names
	swift run -c release NameCost .build/bench-names/dossier

bench-serve: export N ?= 10000
bench-serve: export SEED ?= 1
bench-serve: ## how fast the preview follows an edit, and serves: make bench-serve [N=10000] [SEED=1]
	@.ci/install libcmark python wrk
	@.ci/install venv:hugo || echo 'Hugo could not be installed: measuring without it.'
	@Tests/Benchmark/serve.py

timeline: export N ?= 50000
timeline: export SEED ?= 1
timeline: ## publish that many events, print the largest page: make timeline [N=50000] [SEED=1]
	@.ci/install libcmark python
	swift build $(RELEASE)
	@Tests/Timeline/measure.py

man: ## the manual's pages into .build/man: man -M .build/man dossier
	@.ci/install libcmark
	swift build --product dossier
	swift build --product generate-manual
	@rm -rf .build/man && mkdir -p .build/man/man1
	"$$(swift build --show-bin-path)/generate-manual" "$$(swift build --show-bin-path)/dossier" \
	  --multi-page --output-directory .build/man/man1
	@if command -v groff >/dev/null; then \
	  ! groff -mandoc -ww -z .build/man/man1/*.1 2>&1 | grep -v 'Empty input line'; fi

mutate: ## quote an article, change a word in each quotation: all are found, then none
	@.ci/install libcmark python
	swift build --product dossier
	@Tests/Quotations/mutate.py "$$(swift build --show-bin-path)/dossier"

mend: ## break things in a fresh site, mend each by what its finding suggests, compare Public/
	@.ci/install libcmark python
	swift build --product dossier
	@Tests/Mending/break_ten.py "$$(swift build --show-bin-path)/dossier"

differential: export N ?= 20000
differential: export SEED ?= 1
differential: ## compare random documents with Pandoc: make differential [N=20000] [SEED=1]
	@.ci/install libcmark peers
	swift run -c release --package-path Tests/Differential --scratch-path .build/differential differential "$$N" "$$SEED"

fuzz: export SECONDS_EACH = $(or $(SECONDS),1800)
fuzz: ## look for crashes with libFuzzer: make fuzz [SECONDS=1800]
	@.ci/install libcmark python
	@Tests/Fuzz/run.py "$$SECONDS_EACH"

clean: ## remove what was built, Public/ included
	git clean -fdXq -- .build .dossier .venv Public
