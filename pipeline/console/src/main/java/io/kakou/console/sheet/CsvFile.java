package io.kakou.console.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.kakou.console.sheet.Sheet.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Comma-separated values (RFC 4180). Bytes that are UTF-8 are taken for it: Chinese in GBK hardly ever is. */
final class CsvFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvFile() {}

    static Sheet read(byte[] file) throws UnreadableSheet {
        Optional<String> utf8 = decoded(file, UTF_8);
        Optional<String> text = utf8.isPresent() ? utf8 : decoded(file, GB18030);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            throw new UnreadableSheet("the file is no text in UTF-8 or GBK; allowed: CSV in one of them, XLSX");
        }
        String plain = text.get().startsWith(BYTE_ORDER_MARK) ? text.get().substring(1) : text.get();
        return new Sheet(utf8.isPresent() ? Form.CSV_UTF_8 : Form.CSV_GBK, lines(plain));
    }

    private static List<Sheet.Line> lines(String text) throws UnreadableSheet {
        SheetLines lines = new SheetLines();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                lines.add(each.getStartingLineNumber(), each.getFields());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableSheet("the file is no CSV: " + e.getMessage() + "; allowed: RFC 4180");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be closed", e);
        }
        return lines.all();
    }

    private static char separator(String text) {
        String heading = text.lines().findFirst().orElse("");
        char most = ',';
        for (char each : SEPARATORS) {
            most = count(heading, each) > count(heading, most) ? each : most;
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
