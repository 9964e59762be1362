#include "ingest/binary_kind.h"

#include "ingest/decode.h"

enum {
    EDGE = 65536,        /* bytes at both ends in which names of members are looked for */
    SIGNED = 4,          /* bytes of a mark that no text begins with by chance */
    SHOW_CONTROLS = 512, /* bytes in which a shorter one wants more control bytes than */
    MIN_CONTROLS = 2,
};

static const char xlsx[] = "an Excel workbook (XLSX)", xls[] = "an Excel workbook (XLS)",
                  ods[] = "a spreadsheet (ODS)", docx[] = "a Word document (DOCX)",
                  odt[] = "a text document (ODT)", hwp[] = "a Hangul document (HWP)",
                  hwpx[] = "a Hangul document (HWPX)", parquet[] = "a table (Parquet)",
                  pdf[] = "a PDF", zip[] = "a ZIP archive", tar[] = "a TAR archive",
                  office[] = "an Office document (OLE)", gzip[] = "compressed (gzip)",
                  word[] = "a Word document (DOC)", rtf[] = "a text document (RTF)",
                  sqlite[] = "a SQLite database", mhtml[] = "a saved page (MHTML)";

typedef struct mark {
    const char *bytes;
    size_t n, at;
    const char *kind;
} mark;

#define MARK(text, kind)                                                                           \
    {                                                                                              \
        text, sizeof(text) - 1, 0, kind                                                            \
    }

static const mark marks[] = {
    MARK("\xFF\xD8\xFF", "an image (JPEG)"),
    MARK("\x89PNG", "an image (PNG)"),
    MARK("GIF8", "an image (GIF)"),
    MARK("RIFF", "an image or sound (RIFF)"),
    MARK("BM", "an image (BMP)"),
    MARK("II*\0", "an image (TIFF)"),
    MARK("MM\0*", "an image (TIFF)"),
    MARK("\0\0\1\0", "an image (ICO)"),
    MARK("%PDF", pdf),
    MARK("PK\3\4", zip),
    MARK("PK\5\6", zip),
    MARK("\x1F\x8B", gzip),
    MARK("BZh", "compressed (bzip2)"),
    MARK("\xFD"
         "7zXZ",
         "compressed (xz)"),
    MARK("\x28\xB5\x2F\xFD", "compressed (zstd)"),
    MARK("7z\xBC\xAF", "an archive (7z)"),
    MARK("Rar!", "an archive (RAR)"),
    MARK("ALZ\1", "an archive (ALZ)"),
    MARK("EGGA", "an archive (EGG)"),
    MARK("\xD0\xCF\x11\xE0", office),
    MARK("HWP Document File", hwp),
    MARK("{\\rtf", rtf),
    MARK("SQLite format 3", sqlite),
    MARK("PAR1", parquet),
    MARK("ARROW1", "a table (Arrow)"),
    MARK("bplist00", "a property list"),
    MARK("\x7F"
         "ELF",
         "a program"),
    MARK("MZ", "a program"),
    MARK("OggS", "sound (Ogg)"),
    MARK("ID3", "sound (MP3)"),
    MARK("fLaC", "sound (FLAC)"),
    MARK("wOFF", "a font"),
    MARK("wOF2", "a font"),
    {"ftyp", 4, 4, "a film or image (MP4)"},
    {"ustar", 5, 257, tar},
};

static bool has_mark(gisa_str bytes, const mark *m)
{
    if (bytes.n < m->at + m->n) return false;
    if (memcmp(bytes.p + m->at, m->bytes, m->n) != 0) return false;
    if (m->n >= SIGNED) return true;
    size_t controls = 0;
    for (size_t i = 0; i < bytes.n && i < SHOW_CONTROLS; i++)
        controls += (unsigned char)bytes.p[i] < '\t';
    return controls > MIN_CONTROLS;
}

/* Whether a name is near the beginning, where a ZIP has its first members, or near the end, where
 * it lists them all. */
static bool names(gisa_str bytes, gisa_str name)
{
    size_t tail = bytes.n > EDGE ? bytes.n - EDGE : 0;
    return gisa_str_has(gisa_str_cut(bytes, 0, EDGE), name) ||
           gisa_str_has(gisa_str_cut(bytes, tail, bytes.n), name);
}

/* What a container holds: the first name in it. */
static const char *inside(gisa_str bytes, const char *container)
{
    static const struct {
        const char *container;
        gisa_str name;
        const char *kind;
    } members[] = {
        {zip, GISA_STR("xl/workbook."), xlsx},
        {zip, GISA_STR("word/document."), docx},
        {zip, GISA_STR("ppt/presentation."), "slides (PPTX)"},
        {zip, GISA_STR("application/hwp+zip"), hwpx},
        {zip, GISA_STR("application/vnd.oasis.opendocument.spreadsheet"), ods},
        {zip, GISA_STR("application/vnd.oasis.opendocument.text"), odt},
        {zip, GISA_STR("application/epub+zip"), "a book (EPUB)"},
        {office, GISA_STR("HWP Document File"), hwp},
        {office, GISA_STR("W\0o\0r\0k\0b\0o\0o\0k"), xls},
        {office, GISA_STR("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"), word},
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (members[i].container == container && names(bytes, members[i].name))
            return members[i].kind;
    return container;
}

/* Mail of several parts, which browsers save pages as. */
static bool is_mhtml(gisa_str bytes)
{
    gisa_str head = gisa_str_cut(bytes, 0, 1024);
    return (gisa_str_starts(head, GISA_STR("From: <Saved by")) ||
            gisa_str_starts(head, GISA_STR("MIME-Version:"))) &&
           gisa_str_find_nocase(head, GISA_STR("multipart/related"), 0) != GISA_NPOS;
}

const char *gisa_binary_kind(gisa_str bytes)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (has_mark(bytes, &marks[i])) return inside(bytes, marks[i].kind);
    if (is_mhtml(bytes)) return mhtml;
    return gisa_decode_is_text(gisa_str_cut(bytes, 0, EDGE)) ? NULL : "binary data, no text";
}

const char *gisa_binary_advice(const char *kind)
{
    static const struct {
        const char *kind, *advice;
    } rows[] = {{xlsx, "save the sheet as CSV (UTF-8)"},
                {xls, "save the sheet as CSV (UTF-8)"},
                {ods, "save the sheet as CSV (UTF-8)"},
                {parquet, "export it as CSV or JSONL"},
                {sqlite, "export the table as CSV, with a head line"},
                {docx, "save it as text or HTML"},
                {word, "save it as text or HTML"},
                {odt, "save it as text or HTML"},
                {rtf, "save it as text or HTML"},
                {hwp, "save it as text or HTML"},
                {hwpx, "save it as text or HTML"},
                {mhtml, "save the page as HTML"},
                {zip, "unpack it first"},
                {tar, "unpack it first"},
                {gzip, "unpack it first"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].kind == kind) return rows[i].advice;
    if (gisa_str_starts(gisa_str_from(kind), GISA_STR("compressed")) ||
        gisa_str_starts(gisa_str_from(kind), GISA_STR("an archive")))
        return "unpack it first";
    return NULL;
}
