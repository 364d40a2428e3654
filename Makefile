# Short names for the usual commands; CMake does the work (see CMakePresets.json).
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
HANDOUT ?= handout.pdf
PREFIX ?= /usr/local
# OFF: check without veraPDF, which takes Java and Maven, and without the Chinese, Japanese and Korean fonts; both take the
# network once.
VERAPDF ?= ON
# OFF: check without the page, which takes another compiler and three browsers.
WEB ?= ON
MAKEFLAGS += --no-print-directory

.PHONY: handout cjk-fonts web page release screenshot check same-bytes random fresh attack logos busy faults fuzz fuzz-coverage soak valgrind bench bench-large pages gallery testpage art golden format install uninstall clean build-release build-tests

# The faces of Chinese, Japanese and Korean: one file of 29 MB, which `make install` then installs. The parts come from the
# npm registry.
cjk-fonts:
	@tests/setup.sh cjk
	@fonts/cjk.sh build/dgs-pdf-cjk.fonts
	@realpath build/dgs-pdf-cjk.fonts

handout: build-release
	@build/release/dgs-pdf -q --out $(HANDOUT)
	@realpath $(HANDOUT)

build-release:
	@tests/setup.sh build
	@cmake --preset release $(if $(wildcard build/release/CMakeCache.txt),,-DBUILD_TESTING=OFF) -DCMAKE_INSTALL_PREFIX=$(PREFIX) >/dev/null
	@cmake --build --preset release --parallel $(JOBS)

# The page, build/web/handout.html: the whole program in one file for a browser.
web: build-release
	@tests/setup.sh web
	@src/web/sources.sh build/web/sources
	@$(MAKE) page
	@realpath build/web/handout.html

page:
	@cmake -S src/web -B build/web -DCMAKE_TOOLCHAIN_FILE=$(CURDIR)/src/web/toolchain.cmake -DDGS_NATIVE=$(CURDIR)/build/release -DDGS_SOURCES=$(CURDIR)/build/web/sources >/dev/null
	@cmake --build build/web --parallel $(JOBS)

# All that a release has, in build/dist: the page, the source, bills of materials, sums.
release: web
	@tests/web/release.sh build/dist

# A picture of the page, for README.
screenshot: web
	@tests/setup.sh browser
	@python3 tests/web/screenshot.py build/web/handout.html build/web/screenshot assets/docs/page.png

# Two trees, one test run: the program as it ships and the program under ASan and UBSan.
build-tests:
	@tests/setup.sh $(if $(filter ON,$(VERAPDF)),verapdf,check)
	@cmake --preset release -DBUILD_TESTING=ON -DDGS_WERROR=ON -DDGS_VERAPDF=$(VERAPDF) -DDGS_WEB=$(WEB) >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@tests/cjk.sh $(VERAPDF)
	@[ $(WEB) != ON ] || tests/setup.sh browser
	@[ $(WEB) != ON ] || tests/web/build.sh $(JOBS)
	@cmake --preset asan >/dev/null
	@cmake --build --preset asan --parallel $(JOBS)
	@mkdir -p build/check
	@printf 'subdirs("$(CURDIR)/build/release" "$(CURDIR)/build/asan")\n' >build/check/CTestTestfile.cmake

check: build-tests
	@ctest --test-dir build/check --parallel $(JOBS) --output-on-failure --no-tests=error; code=$$?; [ $(WEB) != ON ] || cat build/web/missing; cat build/cjk-missing 2>/dev/null; exit $$code

# Whether two revisions, A and B, make the same bytes of the golden cases and of all that the judges look at.
B ?= HEAD
same-bytes:
	@tests/setup.sh check
	@JOBS=$(JOBS) tests/tools/same_bytes.sh $(A) $(B)

# So many random practices, options, logos and texts before all judges; CASES=n,n are some of them alone. What fails stays in
# build/random/failed, with a script that makes it again.
COUNT ?= 1000
random: build-release
	@tests/setup.sh verapdf
	@python3 tests/random/run.py build/release/dgs-pdf build/random --seed $(or $(SEED),$(shell date +%Y%m%d)) --count $(COUNT) --jobs $(JOBS) $(if $(CASES),--cases $(CASES))

# README's two commands on a new, minimal system of each Debian release; the handout has the same bytes there.
RELEASES ?= bookworm trixie
fresh: build-release
	@tests/setup.sh fresh
	@mkdir -p build/fresh
	@build/release/dgs-pdf -q --no-profile --out build/fresh/handout.pdf
	@tests/fresh/fresh.sh build/fresh build/fresh/handout.pdf $(RELEASES)

# Public pictures, kills, swaps and hostile words; what `make check` does of it, at length. SEED=n does one again.
SEED ?=
attack: build-tests
	@tests/attack/attack.sh $(CURDIR)/build $(SEED)

# Logos beside Chromium's drawings of the same files, by pixels: librsvg's public tests, and exports in the manner of drawing
# programs. What differs and is not told stays in build/logos. `make check` holds the exports beside pictures that were kept.
logos: build-release
	@tests/setup.sh logos
	@cmake --preset release -DBUILD_TESTING=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS) --target logo-look logo-compare
	@mkdir -p build/logos/made
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/logos/makers.py build/logos/made
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/logos/beside.py browser build/release/tests build/logos/look \
	    build/logos/made tests/logos/inkscape /usr/libexec/installed-tests/RSVG/fixtures

# The tests, or those that REGEX names, so many times beside so many loops that only take time.
LOOPS ?= 4
TIMES ?= 5
REGEX ?= .
busy: build-tests
	@tests/busy.sh build/check $(LOOPS) $(TIMES) '$(REGEX)'

# Lets each of the first 5,000 allocations and every call of the system fail, where `make check` takes samples.
faults: build-tests
	@for test in calls memory; do \
	    DGS_FAULTS_FULL=1 DGS_PDF=$(CURDIR)/build/release/dgs-pdf DGS_SRC=$(CURDIR) \
	    DGS_FAULTS=$(CURDIR)/build/release/tests/libdgs_faults.so bash tests/e2e/faults_$$test.sh || exit 1; done

# Every end-to-end test with the program under valgrind.
valgrind: build-release
	@tests/setup.sh check
	@bash tests/valgrind.sh build/release/dgs-pdf build/valgrind $(JOBS)

# Fuzzes each target for so many minutes; what breaks the program stays in build/fuzz/faults.
MINUTES ?= 10
fuzz: build-release
	@tests/setup.sh fuzz
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz --parallel $(JOBS)
	@python3 tests/fuzz/seeds.py build/release/dgs-pdf build/fuzz/corpus
	@tests/fuzz/campaign.sh build/fuzz $(MINUTES)

# One batch of so many rows: flat memory, every file verified and then deleted; takes at most 2 GB of disk meanwhile.
ROWS ?= 1000000
soak: build-release
	@tests/setup.sh check
	@mkdir -p build/soak
	@python3 tests/soak/soak.py build/release/dgs-pdf build/soak $(JOBS) $(ROWS)

# Which code the inputs reach: those that are kept, and those that `make fuzz` has found here.
fuzz-coverage:
	@tests/setup.sh fuzz
	@cmake --preset fuzz-coverage >/dev/null
	@cmake --build --preset fuzz-coverage --parallel $(JOBS)
	@python3 tests/fuzz/coverage.py build/fuzz-coverage tests/fuzz/corpus build/fuzz/corpus

bench: web
	@python3 tests/bench/bench.py build/release/dgs-pdf build/bench
	@tests/setup.sh browser
	@python3 tests/web/bench.py build/web/handout.html build/bench/page
	@mkdir -p build/bench/words
	@python3 tests/bench/words.py build/release/dgs-pdf build/bench/words 30
	@node tests/web/bench_modules.mjs build/web/dgs.wasm build/bench/words $(wildcard build/bench/node_modules/@myriaddreamin/typst-ts-web-compiler)

# The growth of time and memory with the number of rows; the last list takes about 10 GB of disk for some minutes.
bench-large: build-release
	@python3 tests/bench/large.py build/release/dgs-pdf build/bench $(JOBS) 1000 10000 100000

pages: build-release
	@tests/pages.sh build/release/dgs-pdf build/pages

# The pages and the variants, for README.
gallery: build-release
	@tests/gallery.sh build/release/dgs-pdf build/gallery
	@cp build/gallery/sheet.png assets/gallery.png
	@cp build/gallery/pages.png assets/pages.png

# The printer's test page, for README.
testpage: build-release
	@tests/setup.sh check
	@tests/testpage.sh build/release/dgs-pdf assets/testpage.png

# Every plate and icon on one sheet.
art: build-release
	@tests/art.sh build/release/dgs-pdf build/art

# Writes the golden cases anew; look at the difference before you commit it.
golden: build-release
	@for args in tests/golden/*/args; do \
	    DGS_UPDATE=1 DGS_PDF=$(CURDIR)/build/release/dgs-pdf DGS_SRC=$(CURDIR) bash tests/golden.sh $${args%/args}; done
	@DGS_UPDATE=1 DGS_PDF=$(CURDIR)/build/release/dgs-pdf DGS_SRC=$(CURDIR) bash tests/e2e/pictures.sh

format:
	@find src tests -name '*.[ch]' -exec clang-format-19 -i {} +

install: build-release
	@cmake --install build/release

# What the last `make install` here put there.
uninstall:
	@[ -s build/release/install_manifest.txt ] || { echo 'nothing was installed from here: run this where you ran make install' >&2; exit 1; }
	@sed 's|^|$(DESTDIR)|' build/release/install_manifest.txt | xargs -d '\n' rm -f

clean:
	@rm -rf build
