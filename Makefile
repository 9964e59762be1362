# gisa: press pages to a searchable corpus.
#   make          build build/gisa
#   make extension  build build/gisa_fts5.so, the tokenizer for any SQLite
#   make demo     install what is missing, build, run the main job on the sample corpus
#   make test     install what the tests need, build, run all tests
#   make SAN=1    the same under the address and undefined-behaviour sanitizers, in build/san
#   make model DATA=folder   train the tagger's model anew from the data folder
#   make held-out DATA=folder   the same without the text that tests/bench measures on, and a gisa with that model
#   make V=1      print the commands
#   make install  PREFIX=/usr/local

BUILD ?= build
CC ?= cc
Q := $(if $(V),,@)
PREFIX ?= /usr/local
PKGS := libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libcrypto

WARN := -Wall -Wextra -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wshadow -Werror
OPT ?= -O2 -g
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
CFLAGS_ALL = -std=c11 -D_GNU_SOURCE $(WARN) $(OPT) -ffp-contract=off -fPIC -I. $(PKG_CFLAGS) $(CFLAGS)
LIBS = $(PKG_LIBS) -lm -lpthread

ifdef SAN
override BUILD := $(BUILD)/san
WARN += -Wno-format-truncation
OPT := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
endif

# Sums over candidates are loops over short arrays: worth unrolling.
ifndef SAN
$(BUILD)/nlp/%.o: OPT := $(OPT) -O3
endif

# The folders of the library, a layer a line: docs/ARCHITECTURE.md.
ROOMS := base corpus \
	ingest $(addprefix ingest/,fetch page flat fields site) \
	nlp $(addprefix nlp/,word tagger names facts) \
	index $(addprefix index/,store postings query) \
	report $(addprefix report/,trend topics digest export draw) \
	pipeline
EXTENSION_SRC := pipeline/sqlite_extension.c
LIB_SRC := $(filter-out $(EXTENSION_SRC),$(sort $(foreach d,$(ROOMS),$(wildcard $(d)/*.c))))
CLI_SRC := $(sort $(wildcard cli/*.c))
TEST_SRC := $(sort $(shell find tests/unit -name '*.c'))
FAULT_SRC := $(sort $(wildcard tests/fault/fault_*.c))
TRAIN_SRC := $(sort $(wildcard nlp/train/*.c))
FUZZ_SRC := $(sort $(wildcard tests/fuzz/fuzz_*.c))
MODEL := corpus/lexicon/model.bin
SHIPPED := $(sort $(wildcard corpus/lexicon/*.tsv corpus/sources/*.profile) corpus/lexicon/model.bin)

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(BUILD)/data.o
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
CLI_LIB_OBJ := $(filter-out $(BUILD)/cli/main.o,$(CLI_OBJ))
TRAIN_OBJ := $(TRAIN_SRC:%.c=$(BUILD)/%.o)
TEST_BIN := $(TEST_SRC:%.c=$(BUILD)/%)
FAULT_BIN := $(FAULT_SRC:%.c=$(BUILD)/%)
FUZZ_BIN := $(FUZZ_SRC:%.c=$(BUILD)/%)
EXTENSION_OBJ := $(EXTENSION_SRC:%.c=$(BUILD)/%.o) $(BUILD)/pipeline/extension_fts.o

.PHONY: all libgisa extension model held-out deps test-deps demo test tests clean install format lint
all: $(BUILD)/gisa
libgisa: $(BUILD)/libgisa.a

$(BUILD)/gisa: $(CLI_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

$(BUILD)/libgisa.a: $(LIB_OBJ)
	$(Q)rm -f $@ && ar rcs $@ $^

# One shared object for the tests: linking the model into each of them takes minutes and gigabytes.
$(BUILD)/libgisa-tests.so: $(CLI_LIB_OBJ) $(LIB_OBJ)
	$(Q)$(CC) $(OPT) -shared -o $@ $^ $(LIBS) $(LDFLAGS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/pipeline/extension_fts.o: index/postings/fts.c pipeline/sqlite_api.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -include pipeline/sqlite_api.h -MMD -MP -c $< -o $@

# Only the entry point is seen from outside, and no SQLite is linked: the host lends its own.
$(BUILD)/gisa_fts5.so: $(EXTENSION_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -shared -o $@ $^ -Wl,--exclude-libs,ALL -Wl,-Bsymbolic -Wl,--as-needed \
		$(filter-out -lsqlite3,$(LIBS)) $(LDFLAGS)

extension: $(BUILD)/gisa_fts5.so

$(BUILD)/data.S: Makefile corpus/data.sh $(SHIPPED) $(MODEL)
	@mkdir -p $(@D)
	$(Q)sh corpus/data.sh $(SHIPPED:%/model.bin=%/model.bin=$(MODEL)) > $@.part && mv $@.part $@

$(BUILD)/data.o: $(BUILD)/data.S
	$(Q)$(CC) -c $< -o $@

$(TEST_BIN) $(FAULT_BIN): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/libgisa-tests.so
	$(Q)$(CC) $(OPT) -o $@ $^ '-Wl,-rpath,$(abspath $(BUILD))' $(LIBS) $(LDFLAGS)

$(BUILD)/tests/unit/nlp/train/train: $(filter-out $(BUILD)/nlp/train/main.o,$(TRAIN_OBJ))

$(FUZZ_BIN): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libgisa-tests.so
	$(Q)$(CC) $(OPT) -o $@ $^ '-Wl,-rpath,$(abspath $(BUILD))' $(LIBS) $(LDFLAGS)

$(BUILD)/gisa-train: $(TRAIN_OBJ) $(BUILD)/libgisa.a
	$(Q)$(CC) $(OPT) -o $@ $^ $(LIBS) $(LDFLAGS)

model: $(BUILD)/gisa-train
	sh nlp/train/model.sh $< $(DATA) $(BUILD)/train-text corpus/lexicon/model.bin

held-out: $(BUILD)/gisa-train
	sh nlp/train/model.sh $< $(DATA) $(BUILD)/held-out/text $(BUILD)/held-out/model.bin --held-out
	$(MAKE) BUILD=$(BUILD)/held-out MODEL=$(BUILD)/held-out/model.bin

tests: all $(TEST_BIN) $(FAULT_BIN) $(FUZZ_BIN)

deps:
	@sh tests/install.sh build

test-deps:
	@sh tests/install.sh test

demo: deps
	@$(MAKE) --no-print-directory all
	@sh corpus/sample/demo.sh $(BUILD)/gisa

test: test-deps
	@sh tests/run.sh $(BUILD)

lint:
	@sh tests/lint/run.sh

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

install: all
	install -D -m 755 $(BUILD)/gisa $(DESTDIR)$(PREFIX)/bin/gisa
	for page in docs/man/*.[1-9]; do \
		install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}; done

clean:
	rm -rf $(BUILD)

-include $(wildcard $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(TRAIN_OBJ:.o=.d) $(EXTENSION_OBJ:.o=.d) $(TEST_BIN:=.d) $(FAULT_BIN:=.d) $(FUZZ_BIN:=.d))
