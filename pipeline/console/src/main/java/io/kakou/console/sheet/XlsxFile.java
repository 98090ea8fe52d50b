package io.kakou.console.sheet;

import io.kakou.console.sheet.Sheet.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook (ECMA-376), unpacked only after its parts were counted. */
final class XlsxFile {
    private static final int MOST_PARTS = 500;
    private static final long MOST_UNPACKED = 64L << 20;
    /** A double holds no more; further digits are zeros that a spreadsheet made up. */
    private static final int SIGNIFICANT_DIGITS = 15;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private XlsxFile() {}

    static Sheet read(byte[] file) throws UnreadableSheet {
        try {
            checkUnpacked(file);
            return new Sheet(Form.XLSX, lines(file));
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new UnreadableSheet("the file is no whole XLSX workbook; allowed: XLSX, CSV");
        }
    }

    /** By the central directory, as the reader goes by it; what an entry says of its size is not believed. */
    private static void checkUnpacked(byte[] file) throws IOException, UnreadableSheet {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts++;
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = 0; read >= 0 && unpacked <= MOST_UNPACKED; read = in.read(buffer)) {
                        unpacked += read;
                    }
                }
                if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) {
                    throw new UnreadableSheet("the workbook unpacks to too much; allowed: " + MOST_PARTS
                            + " parts of together " + (MOST_UNPACKED >> 20) + " MB");
                }
            }
        }
    }

    private static List<Sheet.Line> lines(byte[] file) throws IOException, UnreadableSheet {
        SheetLines lines = new SheetLines();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                lines.add(row.getRowNum(), cells(row));
            }
        }
        return lines.all();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        return CellFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString()) ? date(cell, raw) : number(raw);
    }

    /** As the person sees it, whatever order its format has: a day, a time of day, or both. */
    private static String date(Cell cell, String raw) {
        try {
            LocalDateTime date = cell.asDate();
            if (new BigDecimal(raw).compareTo(BigDecimal.ONE) < 0) {
                return CLOCK.format(date);
            }
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toLocalDate() + " " + CLOCK.format(date);
        } catch (NumberFormatException | DateTimeException | ExcelReaderException e) {
            return number(raw);
        }
    }

    /** Plain digits as far as they are true; beyond that with an exponent, so that nobody takes it for an id. */
    private static String number(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            boolean whole = number.precision() - number.scale() <= SIGNIFICANT_DIGITS;
            return whole ? number.stripTrailingZeros().toPlainString() : String.format(Locale.ROOT, "%.5E", number);
        } catch (NumberFormatException e) {
            return raw;
        }
    }
}
