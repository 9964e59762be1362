/* The bytes of a file or of standard input, in pieces that end where the reader is done with them:
 * mapped, or read on as they are wanted when they come from a pipe, are gzipped, or are in a
 * character set that has to be decoded. A file need not fit into memory in any case, and what comes
 * from a pipe is kept nowhere. */
#ifndef GISA_PIPELINE_INPUT_H
#define GISA_PIPELINE_INPUT_H

#include "base/buf.h"
#include "corpus/gzip.h"
#include "ingest/transcoder.h"

enum { GISA_INPUT_HEAD = 65536 /* bytes that say what a file is */ };

typedef struct gisa_input { /* {0} is closed */
    const char *path;       /* "-" is standard input; borrowed */
    gisa_str rest;          /* what is there and not done; dead after gisa_input_more */
    bool goes_on;           /* more will come after rest */
    bool gzip;              /* the bytes are what a gzip file holds */
    gisa_str map;
    size_t forgotten; /* of map: bytes that were let go of */
    size_t taken;     /* of map: bytes that were decoded */
    int fd;
    bool opened; /* fd is ours */
    bool piped;  /* it is standard input, a named pipe or a device: `stream` is all there is */
    gisa_stream *stream;
    gisa_transcoder *decoder;
    gisa_buf raw, whole; /* read and not decoded; read and not done */
} gisa_input;

/* Opens a path and reads its first bytes. Gzip is expanded, but for what is named a WARC file,
 * which gisa_archive_read reads. Closed by gisa_input_close, also when it fails.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_input_open(gisa_input *in, const char *path, gisa_error *err);

/* Whether the first bytes of a file are gzip that is to be expanded. */
bool gisa_input_is_packed(const char *path, gisa_str bytes);

/* Keeps its memory for the next file. */
void gisa_input_close(gisa_input *in);
void gisa_input_clear(gisa_input *in);

/* Reads more after rest; only while it goes on. Errors: GISA_EIO, GISA_ECORRUPT (a gzip file that
 * is cut off or damaged), GISA_ENOMEM. */
gisa_status gisa_input_more(gisa_input *in, gisa_error *err);

/* Reads on in UTF-8: rest, which is as it was at first, is decoded too. charset: not "utf-8".
 * Errors: GISA_EENCODING, GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_input_decode(gisa_input *in, const char *charset, gisa_error *err);

/* Reads on until all of it is in rest. `max`: more bytes are GISA_ELIMIT. Errors: those of
 * gisa_input_more. */
gisa_status gisa_input_read_all(gisa_input *in, size_t max, gisa_error *err);

/* Decodes what is no UTF-8, as values and rows of a file are cut from UTF-8, and passes over a byte
 * order mark. Errors: those of gisa_input_decode. */
gisa_status gisa_input_to_utf8(gisa_input *in, gisa_error *err);

/* What rest has left behind takes no memory any longer. */
void gisa_input_forget(gisa_input *in);

#endif
