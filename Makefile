# gisa: press pages to a searchable corpus.
#   make          build build/gisa, build/libgisa.a and build/libgisa.so
#   make extension  build build/gisa_fts5.so, the tokenizer for any SQLite
#   make demo     install what is missing, build, run the main job on the sample corpus
#   make test     install what the tests need, build, run all tests
#   make test-more  what is long or needs more: valgrind, hundreds of kills, mutants, empty Debians
#   make SAN=1 tests   everything under the address and undefined-behaviour sanitizers, in build/san
#   make model DATA=folder   train the models of the tagger, of names and of sections anew from the data folder
#   make held-out DATA=folder   the same without the text that tests/bench measures on, and a gisa with that model
#   make install  PREFIX=/usr/local; make uninstall takes it away again
#   DEV=1         warnings are errors (make test sets it)
#   V=1           print the commands
# The output goes to BUILD, or to build/ below the folder that make was called from:
#   make -f ../gisa/Makefile

MAKEFLAGS += --no-builtin-rules
SOURCES := $(patsubst %/,%,$(dir $(realpath $(lastword $(MAKEFILE_LIST)))))
BUILD ?= build
ifneq ($(CURDIR),$(SOURCES))

.PHONY: all $(MAKECMDGOALS)
all $(MAKECMDGOALS):
	@$(MAKE) --no-print-directory -C $(SOURCES) BUILD=$(abspath $(BUILD)) $@

else

CC ?= cc
Q := $(if $(V),,@)
PREFIX ?= /usr/local
PKGS := libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto

WARN := -Wall -Wextra -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wshadow
# Lines for backtraces; variables too (-g) take a quarter more time to compile.
OPT ?= -O2 -g1
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
CFLAGS_ALL = -std=c11 -D_GNU_SOURCE $(WARN) $(OPT) -ffp-contract=off -fPIC -fvisibility=hidden -I. -Iinclude $(PKG_CFLAGS) $(CFLAGS)
LIBS = $(PKG_LIBS) -lm -lpthread
WERROR := $(if $(DEV),-Werror)

ifdef SAN
override BUILD := $(BUILD)/san
WARN += -Wno-format-truncation
OPT := -O1 -g1 -fsanitize=address,undefined,float-cast-overflow \
	-fno-sanitize-recover=undefined,float-cast-overflow -fno-omit-frame-pointer
# What optimizing takes longer here than it saves the tests.
SAN_PLAIN := cli report pipeline index/store index/query ingest/page ingest/fields ingest/site nlp/facts nlp/train
$(SAN_PLAIN:%=$(BUILD)/%/%.o): OPT := $(filter-out -O%,$(OPT)) -O0
else
# Sums over candidates are loops over short arrays: worth unrolling.
$(BUILD)/nlp/%.o: OPT := $(OPT) -O3
endif

# Tests run for a moment, and there are many of them to compile.
$(BUILD)/tests/%.o: OPT := $(filter-out -O%,$(OPT)) -O0

# The folders of the library, a layer a line: docs/ARCHITECTURE.md.
ROOMS := base corpus \
	ingest $(addprefix ingest/,fetch page flat fields site) \
	nlp $(addprefix nlp/,word tagger names section facts) \
	index $(addprefix index/,store postings query) \
	report $(addprefix report/,trend topics digest export draw network) \
	pipeline
EXTENSION_SRC := pipeline/sqlite_extension.c
LIB_SRC := $(filter-out $(EXTENSION_SRC),$(sort $(foreach d,$(ROOMS),$(wildcard $(d)/*.c))))
CLI_SRC := $(sort $(wildcard cli/*.c))
TRAIN_SRC := $(sort $(wildcard nlp/train/*.c))
UNIT_SRC := $(filter-out tests/unit/runner.c,$(sort $(shell find tests/unit -name '*.c')))
FAULT_SRC := $(sort $(wildcard tests/fault/fault_*.c))
FUZZ_SRC := $(sort $(wildcard tests/fuzz/fuzz_*.c))
MODEL := corpus/lexicon/model.bin
LISTS := $(sort $(wildcard corpus/lexicon/lists/*.tsv))
SHIPPED := $(sort $(wildcard corpus/lexicon/*.tsv corpus/sources/*.profile corpus/lexicon/names.bin corpus/lexicon/sections.bin) corpus/lexicon/model.bin)

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(BUILD)/wordlists.o $(BUILD)/data.o
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
TRAIN_OBJ := $(TRAIN_SRC:%.c=$(BUILD)/%.o)
UNIT_OBJ := $(UNIT_SRC:%.c=$(BUILD)/%.o)
EXAMPLE_BIN := $(patsubst examples/%,$(BUILD)/examples/%,$(basename $(sort $(wildcard examples/*.c examples/*.cpp))))
FAULT_BIN := $(FAULT_SRC:%.c=$(BUILD)/%)
FUZZ_OBJ := $(FUZZ_SRC:%.c=$(BUILD)/%.o)
EXTENSION_OBJ := $(EXTENSION_SRC:%.c=$(BUILD)/%.o) $(BUILD)/pipeline/extension_fts.o
# Tests may see what commands are made of, but the program's main is their own.
TESTED_OBJ := $(filter-out $(BUILD)/cli/main.o,$(CLI_OBJ)) $(filter-out $(BUILD)/nlp/train/main.o,$(TRAIN_OBJ)) \
	$(EXTENSION_SRC:%.c=$(BUILD)/%.o)

.PHONY: all libgisa extension examples model held-out deps test-deps demo test test-more tests clean install uninstall format lint FORCE
all: $(BUILD)/gisa $(BUILD)/libgisa.so
libgisa: $(BUILD)/libgisa.a
examples: $(EXAMPLE_BIN)

# A library that is missing is named with its package, before a compiler stumbles over its header.
ifneq ($(filter-out clean deps test-deps demo test test-more lint format uninstall,$(or $(MAKECMDGOALS),all)),)
DEBIAN_libcurl := libcurl4-openssl-dev
DEBIAN_libxml-2.0 := libxml2-dev
DEBIAN_icu-uc := libicu-dev
DEBIAN_icu-i18n := libicu-dev
DEBIAN_libpcre2-8 := libpcre2-dev
DEBIAN_sqlite3 := libsqlite3-dev
DEBIAN_jansson := libjansson-dev
DEBIAN_zlib := zlib1g-dev
DEBIAN_libbrotlidec := libbrotli-dev
DEBIAN_libcrypto := libssl-dev
ifeq ($(shell command -v pkg-config),)
$(error pkg-config is missing; on Debian the package pkg-config has it, and `make deps` installs all that is needed)
endif
MISSING := $(foreach p,$(PKGS),$(if $(shell pkg-config --exists $(p) && echo yes),,$(p) (package $(DEBIAN_$(p)))))
ifneq ($(strip $(MISSING)),)
$(error missing: $(strip $(MISSING)); on Debian `make deps` installs all that is needed)
endif
endif

# What everything is compiled with. Other flags or another compiler compile everything anew. Two makes may
# look at the same time.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@{ $(CC) --version | head -n 1; echo '$(CFLAGS_ALL) $(LIBS) $(LDFLAGS)'; } >$@.$$$$; \
		cmp -s $@.$$$$ $@ && rm $@.$$$$ || mv $@.$$$$ $@

# What the archive and the test program consist of, so that what was removed leaves them.
$(BUILD)/parts: FORCE
	@mkdir -p $(@D)
	@echo '$(LIB_OBJ) $(UNIT_OBJ) $(FUZZ_OBJ) $(LISTS)' >$@.$$$$; \
		cmp -s $@.$$$$ $@ && rm $@.$$$$ || mv $@.$$$$ $@

$(BUILD)/gisa: $(CLI_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

$(BUILD)/libgisa.a: $(LIB_OBJ) $(BUILD)/parts
	$(Q)rm -f $@ && ar rcs $@ $(LIB_OBJ)

# What include/ marks GISA_API can be called; all else is hidden.
$(BUILD)/libgisa.so: $(LIB_OBJ) $(BUILD)/parts
	$(Q)$(CC) $(OPT) -shared -o $@ $(LIB_OBJ) $(LIBS) $(LDFLAGS)

# Examples are compiled as a user would: by the public headers, against the shared library.
$(BUILD)/examples/%: examples/%.c $(BUILD)/libgisa.so $(wildcard include/*.h include/*/*.h)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -Wall -Wextra -pedantic $(WERROR) $(OPT) -Iinclude -o $@ $< -L$(BUILD) -lgisa '-Wl,-rpath,$$ORIGIN/..'

$(BUILD)/examples/%: examples/%.cpp $(BUILD)/libgisa.so $(wildcard include/*.h include/*/*.h)
	@mkdir -p $(@D)
	$(Q)$(CXX) -Wall -Wextra $(WERROR) $(OPT) -Iinclude -o $@ $< -L$(BUILD) -lgisa '-Wl,-rpath,$$ORIGIN/..'

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(WERROR) -MMD -MP -c $< -o $@

$(BUILD)/pipeline/extension_fts.o: index/store/fts.c pipeline/sqlite_api.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(WERROR) -include pipeline/sqlite_api.h -MMD -MP -c $< -o $@

# Only the entry point is seen from outside, and no SQLite is linked: the host lends its own.
$(BUILD)/gisa_fts5.so: $(EXTENSION_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -shared -o $@ $^ -Wl,--exclude-libs,ALL -Wl,-Bsymbolic -Wl,--as-needed \
		$(filter-out -lsqlite3,$(LIBS)) $(LDFLAGS)

extension: $(BUILD)/gisa_fts5.so

$(BUILD)/wordlists.c: corpus/wordlists.sh $(LISTS) $(BUILD)/parts
	$(Q)sh corpus/wordlists.sh $(LISTS) >$@.part && mv $@.part $@

$(BUILD)/wordlists.o: $(BUILD)/wordlists.c corpus/wordlist.h $(BUILD)/flags
	$(Q)$(CC) $(CFLAGS_ALL) $(WERROR) -c $< -o $@

$(BUILD)/data.S: Makefile corpus/data.sh $(SHIPPED) $(MODEL)
	@mkdir -p $(@D)
	$(Q)sh corpus/data.sh $(SHIPPED:%/model.bin=%/model.bin=$(MODEL)) > $@.part && mv $@.part $@

$(BUILD)/data.o: $(BUILD)/data.S
	$(Q)$(CC) -c $< -o $@

# One program holds all unit tests, and one all fuzz targets, as each would hold the model else. The
# main of tests/unit/base/arena.c is called unit__base__arena there.
unit_name = unit__$(subst /,__,$(1:tests/unit/%.c=%))
$(UNIT_OBJ): $(BUILD)/tests/unit/%.o: tests/unit/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(WERROR) -Wno-missing-prototypes -Dmain=$(call unit_name,$<) -MMD -MP -c $< -o $@

$(BUILD)/tests/unit/list.h: $(BUILD)/parts
	@mkdir -p $(@D)
	@for t in $(UNIT_SRC:tests/unit/%.c=%); do \
		echo "TEST(\"$$t\", unit__$$(echo $$t | sed 's|/|__|g'))"; done >$@

$(BUILD)/tests/unit/runner.o: $(BUILD)/tests/unit/list.h
$(BUILD)/tests/unit/runner.o: CFLAGS_ALL += -I$(BUILD)/tests/unit

$(BUILD)/unit: $(UNIT_OBJ) $(BUILD)/tests/unit/runner.o $(TESTED_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

$(FAULT_BIN): $(BUILD)/%: $(BUILD)/%.o $(TESTED_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

$(FUZZ_OBJ): $(BUILD)/tests/fuzz/%.o: tests/fuzz/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(WERROR) -Wno-missing-prototypes -DLLVMFuzzerTestOneInput=$* -MMD -MP -c $< -o $@

$(BUILD)/tests/fuzz/list.h: $(BUILD)/parts
	@mkdir -p $(@D)
	@for t in $(FUZZ_SRC:tests/fuzz/fuzz_%.c=%); do echo "TARGET(\"$$t\", fuzz_$$t)"; done >$@

$(BUILD)/tests/fuzz/replay.o: $(BUILD)/tests/fuzz/list.h
$(BUILD)/tests/fuzz/replay.o: CFLAGS_ALL += -I$(BUILD)/tests/fuzz

$(BUILD)/replay: $(FUZZ_OBJ) $(BUILD)/tests/fuzz/replay.o $(TESTED_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

$(BUILD)/gisa-train: $(TRAIN_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

model: $(BUILD)/gisa-train
	sh nlp/train/model.sh $< $(DATA) $(BUILD)/train-text corpus/lexicon/model.bin
	sh nlp/train/names.sh $< $(DATA) $(BUILD)/train-text corpus/lexicon/names.bin
	sh nlp/train/sections.sh $< $(DATA) $(BUILD)/train-text corpus/lexicon/sections.bin

held-out: $(BUILD)/gisa-train
	sh nlp/train/model.sh $< $(DATA) $(BUILD)/held-out/text $(BUILD)/held-out/model.bin --held-out
	$(MAKE) BUILD=$(BUILD)/held-out MODEL=$(BUILD)/held-out/model.bin

tests: all $(BUILD)/unit $(BUILD)/replay $(FAULT_BIN)

deps:
	@sh tests/install.sh build

test-deps:
	@sh tests/install.sh test

demo:
	@sh tests/install.sh demo
	@$(MAKE) --no-print-directory all
	@sh corpus/sample/demo.sh $(BUILD)/gisa

test: test-deps
	@DEV=1 sh tests/run.sh $(BUILD)

test-more: test-deps
	@DEV=1 sh tests/more.sh $(BUILD)

lint:
	@sh tests/lint/run.sh

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

# What `make install` puts below PREFIX; completions are made from the option tables.
COMPLETIONS := share/bash-completion/completions/gisa share/zsh/site-functions/_gisa \
	share/fish/vendor_completions.d/gisa.fish
UNITS := $(patsubst docs/systemd/%,lib/systemd/user/%,$(wildcard docs/systemd/*))
INSTALLED = bin/gisa $(COMPLETIONS) $(UNITS) \
	$(foreach p,$(wildcard docs/man/*.[1-9]),share/man/man$(subst .,,$(suffix $(p)))/$(notdir $(p)))

install: all
	install -D -m 755 $(BUILD)/gisa $(DESTDIR)$(PREFIX)/bin/gisa
	for page in docs/man/*.[1-9]; do \
		install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}; done
	for shell in bash zsh fish; do \
		$(BUILD)/gisa completions $$shell >$(BUILD)/completions.$$shell || exit 1; done
	install -D -m 644 $(BUILD)/completions.bash $(DESTDIR)$(PREFIX)/$(word 1,$(COMPLETIONS))
	install -D -m 644 $(BUILD)/completions.zsh $(DESTDIR)$(PREFIX)/$(word 2,$(COMPLETIONS))
	install -D -m 644 $(BUILD)/completions.fish $(DESTDIR)$(PREFIX)/$(word 3,$(COMPLETIONS))
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/user
	for unit in $(notdir $(UNITS)); do \
		sed 's|^ExecStart=gisa|ExecStart=$(PREFIX)/bin/gisa|' docs/systemd/$$unit \
			>$(DESTDIR)$(PREFIX)/lib/systemd/user/$$unit || exit 1; done

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,$(INSTALLED))

clean:
	rm -rf $(BUILD)

# What an older build depended on may have moved since.
%.c: ;
%.h: ;

-include $(patsubst %.o,%.d,$(LIB_OBJ) $(CLI_OBJ) $(TRAIN_OBJ) $(EXTENSION_OBJ) $(UNIT_OBJ) $(FUZZ_OBJ)) $(addsuffix .d,$(FAULT_BIN)) $(BUILD)/tests/unit/runner.d $(BUILD)/tests/fuzz/replay.d
endif
