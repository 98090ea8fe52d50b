package io.kakou.console.sheet;

import java.util.Arrays;
import java.util.HexFormat;

/** Reads a table out of a file's bytes; what it is, the bytes tell. */
public final class SheetReader {
    /** A street of 1,562 cameras takes 0.4 MB. */
    public static final int MOST_BYTES = 8 << 20;

    private SheetReader() {}

    /**
     * Reads CSV (RFC 4180; comma, semicolon or tab) in UTF-8 or GBK, or the first sheet of an XLSX workbook.
     *
     * @throws UnreadableSheet in one line that says what is allowed
     */
    public static Sheet read(byte[] file) throws UnreadableSheet {
        if (file.length > MOST_BYTES) {
            throw new UnreadableSheet("the file has " + file.length + " bytes; allowed: " + MOST_BYTES);
        }
        String start = HexFormat.of().formatHex(Arrays.copyOf(file, 4));
        if (start.equals("504b0304")) {
            return XlsxFile.read(file);
        }
        if (start.equals("d0cf11e0")) {
            throw new UnreadableSheet("the file is an old or an encrypted Excel workbook (.xls); allowed: XLSX, CSV");
        }
        if (start.startsWith("fffe") || start.startsWith("feff")) {
            throw new UnreadableSheet("the file is UTF-16 text; allowed: XLSX, CSV in UTF-8 or GBK");
        }
        return CsvFile.read(file);
    }
}
