# Một Cửa: queue and dossier system of a commune's one-stop shop.
#
#   make                the three programs, in build/
#   make run            install what is missing, build, create a sample centre in run/ and serve it
#   make run-lan        the same for the whole network, over TLS and plain HTTP, behind caddy
#   make check          install what the tests need; every test, every sanitizer, every source check
#   make check-unit     C tests only, no sanitizer       make check-flow    tests of the whole programs
#   make check-asan     C tests under ASan+UBSan         make check-tsan    ... under TSan
#   make check-clang    build and C tests with clang     make check-source  layers, purity, rules, ...
#   make check-fuzz     the fuzzers' corpora, replayed   make check-http     hostile HTTP clients
#   make check-print    paper: CUPS and virtual printers on loopback
#   make web            the screens, in build/web    make check-web      their types, units, budgets
#   make check-browser  the screens in Chromium, against the real server
#   make bench          one table of speeds, as ratios   make fuzz          fuzz for FUZZ_SECONDS (60)
#   make format         rewrite the C sources            make install       into $(DESTDIR)$(PREFIX)
#   make deps           Debian packages to build         make test-deps     ... and to test
#   make demo           a centre with a year behind it, and a day that plays itself (DAY=, SPEED= 1..60)
#   make clean
#
# V=1 shows the compiler's commands. JOBS is what `run` and `check` give their sub-makes.
# CC, CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS are added to, never replaced. VARIANT names the tree.
CC      ?= cc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
JOBS    ?= -j$(shell nproc)
V       ?= 0
Q        = $(if $(filter 0,$(V)),@)
PYTHON  ?= /usr/bin/python3
VARIANT ?= build
LISTEN  ?= 127.0.0.1:8080
RUN_DIR ?= run
B        = $(VARIANT)

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
       -Wpointer-arith -Wwrite-strings -Wvla -Wswitch-enum -Wundef -Wno-overlength-strings -Werror
# llhttp: Debian 13 has a library, Debian 12 the C sources (docs/architecture.md).
ifeq ($(shell pkg-config --exists libllhttp 2>/dev/null && echo yes),yes)
LLHTTP_CFLAGS := $(shell pkg-config --cflags libllhttp)
LLHTTP_LIBS   := $(shell pkg-config --libs libllhttp)
LLHTTP_OBJ     =
else
LLHTTP_CFLAGS := -isystem /usr/include/llhttp -isystem /usr/share/include/llhttp -DLLHTTP_STRICT_MODE=1
LLHTTP_LIBS    =
LLHTTP_OBJ     = $(patsubst %,$(B)/llhttp/%.o,llhttp api http)
endif
pkg = $(shell pkg-config $(1) $(2) 2>/dev/null)
SERVER_PKGS  = libuv sqlite3 jansson libsodium libcurl
CLIENT_PKGS  = libsodium libuv libcurl jansson ncursesw
PRINTER_PKGS = pangocairo pangoft2 fontconfig libqrencode jansson libsodium
SERVER_LIBS  := $(call pkg,--libs,$(SERVER_PKGS)) $(LLHTTP_LIBS) -lm
# workbooks, written (reports) and read (imports); only the server itself links them
XLSX_LIBS     = -lxlsxwriter $(call pkg,--libs,libzip expat)
CLIENT_LIBS  := $(call pkg,--libs,$(CLIENT_PKGS))
PRINTER_LIBS := $(call pkg,--libs,$(PRINTER_PKGS)) -lcups -lm
VERSION      = 0.1.0

ALL_CPPFLAGS = -D_GNU_SOURCE -DMOTCUA_VERSION='"$(VERSION)"' -Iqueue_server -Itests -I. -I$(B) $(CPPFLAGS)
PKG_CFLAGS  := $(subst -I/,-isystem /,$(call pkg,--cflags,$(SERVER_PKGS) $(CLIENT_PKGS) $(PRINTER_PKGS)))
ALL_CFLAGS   = -std=c17 $(WARN) $(LLHTTP_CFLAGS) $(PKG_CFLAGS) $(CFLAGS)

BASE    := $(wildcard queue_server/base/*.c)
DOMAIN  := $(wildcard queue_server/domain/*.c)
STORE   := $(wildcard queue_server/store/*.c)
USECASE := $(wildcard queue_server/usecase/*.c)
API     := $(wildcard queue_server/api/*.c)
PAGE    := $(wildcard queue_server/page/*.c)
HTTP    := $(wildcard queue_server/http/*.c)
LIVE    := $(wildcard queue_server/live/*.c)
# the part of http/ that knows neither JSON nor the API: it is tested and fuzzed by itself
HTTP_CORE := $(patsubst %,queue_server/http/%.c,address buffer coding connection date decode limits \
               listener output parser reply request stream target web_folder web_manifest)
TOP     := $(wildcard queue_server/command/*.c queue_server/*.c)
PRINTER := $(wildcard printer/*.c)
CLIENT  := $(wildcard counter_client/terminal/*.c)
TESTS   := $(wildcard tests/unit/test_*.c tests/property/test_*.c tests/store/test_*.c \
             tests/usecase/test_*.c tests/api/test_*.c tests/page/test_*.c tests/http/test_*.c tests/live/test_*.c tests/printer/test_*.c tests/terminal/test_*.c)
SOURCES  = $(BASE) $(DOMAIN) $(STORE) $(USECASE) $(API) $(PAGE) $(HTTP) $(LIVE) $(TOP) $(PRINTER) $(CLIENT) \
           $(wildcard tests/*/*.c)
HEADERS := $(wildcard queue_server/*/*.h queue_server/*.h printer/*.h counter_client/terminal/*.h tests/*/*.h)
obj      = $(patsubst %.c,$(B)/%.o,$(1))
SERVER_OBJ  = $(call obj,$(BASE) $(DOMAIN) $(STORE) $(USECASE) $(API) $(PAGE) $(HTTP) $(LIVE) $(TOP)) $(LLHTTP_OBJ)
PRINTER_OBJ = $(call obj,$(BASE) $(PRINTER))
CLIENT_OBJ  = $(call obj,$(BASE) $(CLIENT))

.PHONY: all run run-lan serve deps test-deps check check-unit check-clang check-asan check-tsan check-source \
        check-contract check-web check-browser web check-api check-fuzz check-http check-flow check-print bench fuzz format install clean programs demo
.DEFAULT_GOAL = all
.SECONDARY:
all: programs
programs: $(B)/bin/queue_server $(B)/bin/printer $(B)/bin/counter_client

# ---- packages ----------------------------------------------------------------------------------
BUILD_PACKAGES = gcc libc6-dev make pkg-config libuv1-dev libsqlite3-dev libjansson-dev libsodium-dev \
    libcurl4-openssl-dev libncurses-dev libpango1.0-dev libcairo2-dev libqrencode-dev libcups2-dev libxlsxwriter-dev \
    libzip-dev libexpat1-dev python3-fonttools python3-brotli espeak-ng
TEST_PACKAGES  = libcmocka-dev clang clang-format python3 python3-yaml python3-jsonschema curl tmux \
    cups-daemon cups cups-client cups-core-drivers cups-ipp-utils cups-filters poppler-utils zbar-tools chromium caddy libnss3-tools
# Packages that Debian 12 and 13 name differently: the first that there is. llhttp is C sources in
# node-llhttp on 12; version 2 of the Liberation fonts stands beside version 1 there.
LLHTTP_PACKAGES = libllhttp-dev node-llhttp
FONT_PACKAGES   = fonts-liberation2 fonts-liberation
INSTALL = missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | \
      grep -q 'ok installed' || printf '%s ' $$p; done); \
    [ -z "$$missing" ] || { sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update -q && \
      DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -yq --no-install-recommends $$missing; }
FIRST = for p in $(1); do apt-cache show $$p >/dev/null 2>&1 && break; done; $(call INSTALL,$$p)
# node and npm may also come from elsewhere than Debian: only a missing command is installed.
NODE_PACKAGES   = nodejs npm
deps:
	@$(call INSTALL,$(BUILD_PACKAGES))
	@command -v node >/dev/null && command -v npm >/dev/null || { $(call INSTALL,$(NODE_PACKAGES)); }
	@[ -e /usr/share/llhttp/llhttp.c ] || pkg-config --exists libllhttp || { $(call FIRST,$(LLHTTP_PACKAGES)); }
	@ls /usr/share/fonts/truetype/liberation*/LiberationSerif-Bold.ttf >/dev/null 2>&1 || { $(call FIRST,$(FONT_PACKAGES)); }
test-deps: deps
	@$(call INSTALL,$(TEST_PACKAGES))

# ---- building ----------------------------------------------------------------------------------
$(B)/sql_text.h: sql/embed.sh $(wildcard sql/*/*.sql)
	@mkdir -p $(@D)
	sh sql/embed.sh sql >$@.new && mv $@.new $@

$(B)/%.o: %.c $(B)/sql_text.h
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC  $<")
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/llhttp/%.o: /usr/share/llhttp/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(LLHTTP_CFLAGS) $(CFLAGS) -w -c -o $@ $<

$(B)/bin/queue_server: $(SERVER_OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(SERVER_LIBS) $(XLSX_LIBS) $(LDLIBS)
$(B)/bin/printer: $(PRINTER_OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PRINTER_LIBS) $(LDLIBS)
$(B)/bin/counter_client: $(CLIENT_OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CLIENT_LIBS) $(LDLIBS)

# ---- the screens: npm installs by the lock file, tsc checks, esbuild bundles ---------------------
WEB = counter_client/web
WEB_FILES := $(shell find $(WEB)/src $(WEB)/public 2>/dev/null) $(addprefix $(WEB)/,build.mjs tsconfig.json)
NPM_CI = cd $(WEB) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
web: $(B)/web/manifest.txt
$(B)/web/manifest.txt: $(WEB)/node_modules/.installed $(WEB)/gen/fonts $(WEB)/gen/audio/.made $(WEB_FILES) $(WEB)/tools/clips.mjs
	cd $(WEB) && node node_modules/typescript/bin/tsc
	cd $(WEB) && node build.mjs $(abspath $(@D))
$(WEB)/node_modules/.installed: $(WEB)/package-lock.json
	$(NPM_CI) --omit=dev
	@touch $@
$(WEB)/node_modules/.tests: $(WEB)/package-lock.json
	$(NPM_CI)
	@touch $(@D)/.installed $@
$(WEB)/gen/fonts: $(WEB)/tools/make_tabular.py $(WEB)/node_modules/.installed
	$(PYTHON) $< $(WEB)/node_modules/@fontsource/be-vietnam-pro/files $(@D)
	@touch $@
$(WEB)/gen/audio/.made: $(WEB)/tools/make_clips.mjs $(WEB)/tools/clips.mjs
	node $< $(@D)
	@touch $@
# schema.d.ts must be what openapi.yaml says; core/ knows no framework; sizes stay in their budgets
check-web: $(WEB)/node_modules/.tests
	$(MAKE) web
	cd $(WEB) && node node_modules/openapi-typescript/bin/cli.js ../../docs/openapi.yaml -o ../../$(B)/schema.d.ts >/dev/null
	cmp $(B)/schema.d.ts $(WEB)/src/core/schema.d.ts || { echo 'run: cd $(WEB) && npm run schema'; exit 1; }
	cd $(WEB) && node --test test/
	node $(WEB)/tools/budget.mjs $(B)/web
check-browser: programs $(WEB)/node_modules/.tests
	$(MAKE) web
	MOTCUA_BUILD=$(B) sh tests/browser/run.sh $(sort $(wildcard tests/browser/*.test.mjs))

# ---- C tests: each links its own layer and those below, so purity is by construction -------------
T = $(B)/tests
CORE = $(call obj,$(BASE) $(DOMAIN))
link = @mkdir -p $(@D); $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(1) -lcmocka $(LDLIBS)
$(T)/unit/%: $(T)/unit/%.o $(CORE)
	$(call link,-lsodium -lpthread -lm)
$(T)/property/%: $(T)/property/%.o $(CORE)
	$(call link,-lsodium -lpthread -lm)
$(T)/bench/bench_due $(T)/bench/bench_estimate: $(T)/bench/%: $(T)/bench/%.o $(CORE)
	$(call link,-lsodium -lpthread -lm)
# Fixtures of tests/support: a store, and a centre with its catalogue on top of it.
STORE_FIXTURE  = $(call obj,$(addprefix tests/support/,temp_folder.c store_fixture.c disk_faults.c \
                   recording_disk.c))
OFFICE_FIXTURE = $(STORE_FIXTURE) $(call obj,$(addprefix tests/support/,office_fixture.c catalogue_fixture.c slow_due.c))
$(T)/store/%: $(T)/store/%.o $(STORE_FIXTURE) $(CORE) $(call obj,$(STORE))
	$(call link,$(SERVER_LIBS))
$(T)/usecase/%: $(T)/usecase/%.o $(OFFICE_FIXTURE) $(CORE) $(call obj,$(STORE) $(USECASE))
	$(call link,$(SERVER_LIBS))
$(T)/api/test_estimates: $(T)/api/test_estimates.o $(CORE) $(call obj,tests/support/temp_folder.c $(STORE) \
                         $(USECASE) $(addprefix queue_server/api/,estimates.c estimate_cache.c))
	$(call link,$(SERVER_LIBS))
$(T)/page/%: $(T)/page/%.o $(call obj,$(BASE) $(addprefix queue_server/page/,html.c page_texts.c))
	$(call link,$(SERVER_LIBS))
$(T)/api/test_table_file: $(T)/api/test_table_file.o $(CORE) $(call obj,queue_server/usecase/report_table.c \
                          $(addprefix queue_server/api/,table_csv.c table_xlsx.c))
	$(call link,$(SERVER_LIBS) $(XLSX_LIBS))
$(T)/live/%: $(T)/live/%.o $(CORE) $(call obj,$(STORE) $(USECASE) $(addprefix queue_server/live/,print_lanes.c print_line.c))
	$(call link,$(SERVER_LIBS))
$(T)/http/%: $(T)/http/%.o $(call obj,tests/support/temp_folder.c $(BASE) $(HTTP_CORE)) $(LLHTTP_OBJ)
	$(call link,$(SERVER_LIBS))
$(T)/printer/%: $(T)/printer/%.o $(call obj,tests/support/temp_folder.c $(BASE) $(filter-out printer/main.c,$(PRINTER)))
	$(call link,$(PRINTER_LIBS))
$(T)/terminal/%: $(T)/terminal/%.o $(call obj,$(BASE) $(filter-out counter_client/terminal/main.c,$(CLIENT)))
	$(call link,$(CLIENT_LIBS))

$(T)/bench/bench_report: $(T)/bench/bench_report.o $(OFFICE_FIXTURE) $(CORE) $(call obj,$(STORE) $(USECASE))
	$(call link,$(SERVER_LIBS))
$(T)/bench/bench_store: $(T)/bench/bench_store.o $(CORE) $(call obj,$(STORE))
	$(call link,$(SERVER_LIBS))

TEST_BINS = $(patsubst %.c,$(B)/%,$(TESTS))
check-unit: $(TEST_BINS)
	@for t in $(TEST_BINS); do echo "== $$t"; LSAN_OPTIONS=suppressions=tests/support/lsan.supp:print_suppressions=0 ./$$t || exit 1; done
check-clang:
	$(MAKE) programs VARIANT=build-clang CC=clang
	$(MAKE) check-unit VARIANT=build-clang CC=clang
check-asan:
	$(MAKE) programs VARIANT=build-asan CFLAGS='$(SANITIZE)'
	$(MAKE) check-unit VARIANT=build-asan CFLAGS='$(SANITIZE)'
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/support/lsan.supp:print_suppressions=0 $(MAKE) check-api B=build-asan
check-tsan:
	$(MAKE) check-unit VARIANT=build-tsan CFLAGS='-O1 -g -fsanitize=thread' TESTS='$(wildcard tests/store/test_*.c tests/usecase/test_*.c)'

# ---- fuzzing: always under ASan+UBSan; the corpus is part of `make check` ----------------------
FUZZ_SECONDS ?= 60
SANITIZE   = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
$(T)/fuzz/fuzz_http: $(call obj,$(wildcard tests/fuzz/fuzz_http.c tests/fuzz/fuzz_input.c tests/fuzz/uv_stub.c) \
                     $(addprefix queue_server/base/,civil.c instant.c error.c) $(HTTP_CORE)) $(LLHTTP_OBJ)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc -o $@ $^ $(LLHTTP_LIBS) -lm $(LDLIBS)
$(T)/fuzz/fuzz_table: $(call obj,$(addprefix tests/fuzz/,fuzz_table.c fuzz_input.c uv_stub.c) $(BASE) \
                      $(addprefix queue_server/,domain/csv.c domain/date_form.c api/sheet.c api/sheet_xlsx.c))
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc -o $@ $^ -lsodium $(XLSX_LIBS) -lm $(LDLIBS)
check-fuzz fuzz:
	$(MAKE) build-asan/tests/fuzz/fuzz_http build-asan/tests/fuzz/fuzz_table VARIANT=build-asan CFLAGS='$(SANITIZE)'
	build-asan/tests/fuzz/fuzz_http $(if $(filter fuzz,$@),--seconds $(FUZZ_SECONDS)) tests/fuzz/corpus/http/*
	build-asan/tests/fuzz/fuzz_table $(if $(filter fuzz,$@),--seconds $(FUZZ_SECONDS)) tests/fuzz/corpus/table/*

# hostile, slow and odd clients against a small server on the HTTP layer, under the sanitizers
check-http:
	$(MAKE) build-asan/tests/http/echo_server VARIANT=build-asan CFLAGS='$(SANITIZE)'
	$(PYTHON) tests/flow/http_robustness.py build-asan/tests/http/echo_server

# paper, under the sanitizers: pages read back, a receipt printer, a virtual IPP printer, a private cupsd
check-print:
	$(MAKE) build-asan/bin/printer VARIANT=build-asan CFLAGS='$(SANITIZE)'
	CC='$(CC)' PYTHON=$(PYTHON) tests/printing/run.sh build-asan/bin/printer

# the contract of the HTTP API by itself; test_contract.py holds a server to it (check-flow)
check-contract:
	$(PYTHON) tests/api/lint_openapi.py
	cd tests/api && $(PYTHON) -m unittest -q test_client test_lint_openapi

# the load generator of `make bench`; it needs nothing but libc
$(T)/bench/load: $(call obj,$(addprefix tests/bench/,load.c load_client.c load_requests.c load_streams.c histogram.c))
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# ---- the whole programs ------------------------------------------------------------------------
# Each test starts its own server on a free port of loopback, in a temporary folder.
check-flow: programs
	$(PYTHON) tests/flow/due_vectors.py $(B)/bin/queue_server
	$(PYTHON) tests/flow/due_command.py $(B)/bin/queue_server
	$(PYTHON) tests/flow/queue_days.py $(B)/bin/queue_server
	@for t in $(wildcard tests/api/test_*.py tests/flow/test_*.py); do echo "== $$t"; \
	    MOTCUA_BUILD=$(B) $(PYTHON) $$t || exit 1; done

# the API alone: of the build tree B, whose programs are built
check-api:
	@for t in $(wildcard tests/api/test_*.py); do echo "== $(B): $$t"; \
	    MOTCUA_BUILD=$(B) $(PYTHON) $$t || exit 1; done

# Everything. A build tree for each variant; the sub-makes begin once the packages are there.
check: test-deps
	$(MAKE) $(JOBS) programs
	$(MAKE) $(JOBS) check-source
	$(MAKE) $(JOBS) check-contract
	$(MAKE) $(JOBS) check-unit
	$(MAKE) $(JOBS) check-flow
	$(MAKE) check-web
	$(MAKE) check-browser
	$(MAKE) $(JOBS) check-clang
	$(MAKE) $(JOBS) check-asan
	$(MAKE) $(JOBS) check-tsan
	$(MAKE) $(JOBS) check-fuzz
	$(MAKE) $(JOBS) check-http
	$(MAKE) $(JOBS) check-print
	@echo "make check: every check passed"

# ---- running and installing --------------------------------------------------------------------
# Sub-makes, so that pkg-config is asked again once the packages are there.
run: deps
	@$(MAKE) --no-print-directory -j$$(nproc) programs web
	@$(MAKE) --no-print-directory serve
serve: programs web
	@[ -e $(RUN_DIR)/motcua.db ] || PUBLIC_URL=http://$(LISTEN) sh queue_server/sample/make_centre.sh $(B)/bin/queue_server $(RUN_DIR)
	@echo; $(B)/bin/queue_server serve --data $(RUN_DIR) --listen $(LISTEN)

# the same over TLS and plain HTTP for the whole network, behind caddy (docs/operations.md)
LAN_PORTS ?= 8443 8000 8080
LAN_URL    = http://$(shell hostname):$(word 2,$(LAN_PORTS))
run-lan: deps
	@$(call INSTALL,caddy)
	@$(MAKE) --no-print-directory -j$$(nproc) programs web
	@[ -e $(RUN_DIR)/motcua.db ] || PUBLIC_URL=$(LAN_URL) sh queue_server/sample/make_centre.sh $(B)/bin/queue_server $(RUN_DIR)
	@sh queue_server/sample/serve_lan.sh $(B)/bin/queue_server $(RUN_DIR) $(LAN_PORTS)

DEMO_DIR ?= demo
DAY      ?= 2026-11-23
SPEED    ?= 10
demo: deps
	@$(MAKE) --no-print-directory -j$$(nproc) programs web
	@PYTHON=$(PYTHON) sh queue_server/sample/demo/demo.sh $(B) $(DEMO_DIR) $(LISTEN) $(DAY) $(SPEED)

BENCH = $(addprefix $(B)/tests/bench/,load bench_store bench_due bench_estimate bench_report)
bench: programs $(BENCH)
	$(PYTHON) tests/bench/run.py $(B)

install: programs web
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/motcua/sample $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(B)/bin/queue_server $(B)/bin/printer $(B)/bin/counter_client $(DESTDIR)$(PREFIX)/bin
	cp -R $(B)/web $(DESTDIR)$(PREFIX)/share/motcua/
	install -m 644 queue_server/sample/*.json $(DESTDIR)$(PREFIX)/share/motcua/sample
	install -m 644 queue_server/sample/Caddyfile $(DESTDIR)$(PREFIX)/share/motcua/sample
	install -m 755 queue_server/sample/make_centre.sh queue_server/sample/serve_lan.sh $(DESTDIR)$(PREFIX)/share/motcua/sample
	install -m 644 $(wildcard docs/*.1) $(DESTDIR)$(PREFIX)/share/man/man1

# ---- source checks -----------------------------------------------------------------------------
PURE_OBJ = $(call obj,$(DOMAIN)) -- $(call obj,$(BASE))
COMPILE  = $(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS)
check-source: $(B)/sql_text.h $(call obj,$(DOMAIN) $(BASE))
	sh tests/source/check_layers.sh
	sh tests/source/check_pure.sh $(PURE_OBJ)
	sh tests/source/check_calls.sh
	sh tests/source/check_rules.sh
	$(PYTHON) tests/source/check_size.py
	$(PYTHON) tests/source/check_sql.py
	@sh tests/source/check_format.sh $(COMPILE)
	@sh tests/source/test_checks.sh $(COMPILE)

format:
	clang-format -i $(SOURCES) $(HEADERS)
clean:
	rm -rf build build-* $(WEB)/gen

-include $(wildcard $(B)/*/*.d $(B)/*/*/*.d $(B)/*/*/*/*.d)
