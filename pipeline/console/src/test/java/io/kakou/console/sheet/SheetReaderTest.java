package io.kakou.console.sheet;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kakou.console.sheet.Sheet.Form;
import io.kakou.console.sheet.Sheet.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void utf_8_with_and_without_a_byte_order_mark_and_gbk_give_the_same_lines() throws Exception {
        String text = "编号,名称\r\nlift-1,新塘苑一幢\r\n";
        Sheet plain = SheetReader.read(text.getBytes(UTF_8));
        Sheet marked = SheetReader.read(('\uFEFF' + text).getBytes(UTF_8));
        Sheet chinese = SheetReader.read(text.getBytes(GBK));
        assertThat(plain.lines())
                .containsExactly(new Line(1, List.of("编号", "名称")), new Line(2, List.of("lift-1", "新塘苑一幢")));
        assertThat(marked).isEqualTo(plain);
        assertThat(chinese.lines()).isEqualTo(plain.lines());
        assertThat(plain.form()).isEqualTo(Form.CSV_UTF_8);
        assertThat(chinese.form()).isEqualTo(Form.CSV_GBK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"x,y\"", "a;b\n1;x,y", "a\tb\n1\tx,y", "a,b\r\n\r\n,,\r\n1,\" x,y \"\r\n"})
    void separators_quotes_blanks_and_empty_lines_are_what_they_are(String text) throws Exception {
        List<Line> lines = SheetReader.read(text.getBytes(UTF_8)).lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).cells()).containsExactly("1", "x,y");
    }

    @Test
    void a_line_keeps_the_number_that_the_persons_program_shows() throws Exception {
        Sheet sheet = SheetReader.read("a\n\n\"two\nlines\"\nb\n".getBytes(UTF_8));
        assertThat(sheet.lines()).extracting(Line::number).containsExactly(1, 3, 5);
    }

    @Test
    void a_workbook_gives_its_first_sheet_and_keeps_rounded_numbers_visibly_rounded() throws Exception {
        Sheet sheet = SheetReader.read(workbook());
        assertThat(sheet.form()).isEqualTo(Form.XLSX);
        assertThat(sheet.lines().get(0)).isEqualTo(new Line(1, List.of("id", "国标编码", "经度", "国标文本")));
        assertThat(sheet.lines().get(1))
                .isEqualTo(new Line(3, List.of("17", "3.30104E+19", "120.2103", "33010400001320000017")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            yyyy-mm-dd                 | 46143   | 2026-05-01
            m/d/yy                     | 46143   | 2026-05-01
            yyyy"年"m"月"d"日"           | 46143   | 2026-05-01
            [$-804]yyyy/m/d h:mm       | 46143.9375 | 2026-05-01 22:30:00
            h:mm                       | 0.9375  | 22:30:00
            0.00                       | 46143   | 46143
            "day "0                    | 46143   | 46143
            #,##0_);[Red](#,##0)       | 46143   | 46143
            """)
    void a_date_is_read_as_the_day_that_the_person_sees(String format, double value, String seen) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "kakou", "1.0")) {
            Worksheet sheet = book.newWorksheet("permits");
            sheet.value(0, 0, "有效期起");
            sheet.value(1, 0, value);
            // The writer does not do so by itself.
            sheet.style(1, 0).format(format.replace("\"", "&quot;")).set();
        }
        assertThat(SheetReader.read(out.toByteArray()).lines().get(1).cells()).containsExactly(seen);
    }

    static Stream<Arguments> bad() throws IOException {
        byte[] old = new byte[2000];
        byte[] oldMagic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
        System.arraycopy(oldMagic, 0, old, 0, 4);
        return Stream.of(
                arguments("nothing", new byte[0], "the file is empty; allowed: a heading"),
                arguments("blank lines", "\n\n,,\n".getBytes(UTF_8), "the file is empty; allowed: a heading"),
                arguments("too large", new byte[SheetReader.MOST_BYTES + 1], "bytes; allowed: 8388608"),
                arguments("an old workbook", old, "old or an encrypted Excel workbook (.xls); allowed: XLSX, CSV"),
                arguments("UTF-16", "编号,名称".getBytes(UTF_16), "UTF-16 text; allowed: XLSX"),
                arguments("no text", new byte[] {1, 2, (byte) 0xff, (byte) 0xff, 0}, "no text in UTF-8 or GBK"),
                arguments("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1}, "no text in UTF-8 or GBK"),
                arguments("too wide", ("a" + ",".repeat(200)).getBytes(UTF_8), "line 1 has 201 columns; allowed: 100"),
                arguments("too long", ("a\n" + "x\n".repeat(20_001)).getBytes(UTF_8), "more than 20000 lines; allowed"),
                arguments(
                        "a quotation mark left open",
                        ("a,b\n1,\"" + "x\n".repeat(2_000)).getBytes(UTF_8),
                        "line 2 has a cell of 3999 characters; allowed: 2000; a quotation mark may not be closed"),
                arguments("half a workbook", Arrays.copyOf(workbook(), 900), "no whole XLSX workbook"),
                arguments("a zip of something else", zip("hello.txt", 10), "no whole XLSX workbook"),
                arguments(
                        "a zip bomb", zip("xl/worksheets/sheet1.xml", 65 << 20), "unpacks to too much; allowed: 500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_file_that_is_no_table_is_refused_in_one_line(String name, byte[] file, String line) {
        assertThatThrownBy(() -> SheetReader.read(file))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining(line)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void an_entity_in_a_workbook_is_not_followed(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "what-is-in-the-file");
        assertThatThrownBy(() -> SheetReader.read(asking(secret)))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessage("the file is no whole XLSX workbook; allowed: XLSX, CSV");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "kakou", "1.0")) {
            Worksheet sheet = book.newWorksheet("cameras");
            List<String> heading = List.of("id", "国标编码", "经度", "国标文本");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(2, 0, 17);
            sheet.value(2, 1, 3.301040000132E19);
            sheet.value(2, 2, 120.2103);
            sheet.value(2, 3, "33010400001320000017");
            book.newWorksheet("other").value(0, 0, "not this one");
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[bytes]);
        }
        return out.toByteArray();
    }

    /** A workbook whose sheet asks for a file of this machine. */
    private static byte[] asking(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                ZipFile book = ZipFile.builder().setByteArray(workbook()).get()) {
            for (ZipArchiveEntry part : Collections.list(book.getEntries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                String text = new String(book.getInputStream(part).readAllBytes(), UTF_8);
                zip.write(part.getName().equals("xl/sharedStrings.xml") ? asking(text, file) : text.getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] asking(String strings, Path file) {
        String body = strings.substring(strings.indexOf("?>") + 2).replace(">id<", ">&host;<");
        return ("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY host SYSTEM \"" + file.toUri() + "\">]>" + body)
                .getBytes(UTF_8);
    }
}
