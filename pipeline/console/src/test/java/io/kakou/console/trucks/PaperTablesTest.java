package io.kakou.console.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.console.trucks.TruckPositions.Lift;
import io.kakou.events.truck.DailyWindow;
import io.kakou.events.truck.SiteColour;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.WorkSite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTablesTest {
    private static final Instant MAY = Instant.parse("2026-04-30T16:00:00Z");
    private static final String HEADING = "准运证号,车牌,运输企业,工地,消纳场,有效期起,有效期止,运输时段,路线\n";

    @Test
    void permits_are_read_as_offices_write_them() {
        String file =
                HEADING + "hz-1,浙a·12345,某某,site-1,tip-1,2026/5/1,2026-05-31,22:00-24:00 0:00-5:00,road-1；road-2\n";

        List<TruckPermit> permits =
                PaperTables.permits(table(file, "GB18030"), Set.of("site-1", "tip-1"), Set.of("road-1", "road-2"));

        TruckPermit permit = permits.get(0);
        assertThat(permit.plate()).isEqualTo("浙A12345");
        assertThat(permit.from()).isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
        assertThat(permit.until()).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
        assertThat(permit.windows())
                .containsExactly(new DailyWindow("22:00", "00:00"), new DailyWindow("00:00", "05:00"));
        assertThat(permit.route()).containsExactly("road-1", "road-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ,浙A12345,x,s,t,2026-05-01,2026-05-31,,             | permit id "" is not an id
                    hz-1,ABC,x,s,t,2026-05-01,2026-05-31,,              | plate is "ABC"; allowed: a plate
                    hz-1,浙A12345,x,,t,2026-05-01,2026-05-31,,          | site of permit hz-1 "" is not an id
                    hz-1,浙A12345,x,s,t,,2026-05-31,,                   | from is missing; allowed
                    hz-1,浙A12345,x,s,t,五月一日,2026-05-31,,           | from is "五月一日"; allowed: a day or a time
                    hz-1,浙A12345,x,s,t,2026-06-01,2026-05-01,,         | permit hz-1 holds from
                    hz-1,浙A12345,x,s,t,2026-05-01,2026-05-31,夜间,     | windows is "夜间"; allowed: 22:00-05:00
                    hz-1,浙A12345,x,s,t,2026-05-01,2026-05-31,25:00-5:00,| a window's from is 25:00
                    """)
    void a_wrong_line_is_told_with_its_number_and_the_next_is_read(String line, String reason) {
        Table table = table(HEADING + line + "\nhz-2,浙A22222,x,s,t,2026-05-01,2026-05-31,,\n", "UTF-8");

        List<TruckPermit> permits = PaperTables.permits(table, Set.of("s", "t"), Set.of());

        assertThat(permits).extracting(TruckPermit::id).containsExactly("hz-2");
        assertThat(table.refused()).isEqualTo(1);
        PaperReport.Finding finding = table.report(0, 0, 0, false).findings().get(0);
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.text()).startsWith(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-01", "2026/5/1", "2026.5.1", "2026年5月1日", "2026年05月01日 00:00", "2026-04-30T16:00:00Z"})
    void a_day_is_read_in_every_way_that_offices_write_it(String day) {
        assertThat(Cell.time("from", day, false)).isEqualTo(MAY);
    }

    @Test
    void a_workbook_with_days_as_days_is_read_as_a_table_is() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "kakou", "1.0")) {
            Worksheet sheet = book.newWorksheet("准运证");
            List<String> heading = List.of(HEADING.strip().split(","));
            List<String> cells = List.of("hz-1", "浙A12345", "某某", "site-1", "tip-1", "", "", "22:00-05:00", "");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
                sheet.value(1, i, cells.get(i));
            }
            sheet.value(1, 5, LocalDate.parse("2026-05-01"));
            sheet.style(1, 5).format("yyyy/m/d").set();
            sheet.value(1, 6, LocalDate.parse("2026-05-31"));
            sheet.style(1, 6).format("[$-804]yyyy年m月d日").set();
        }
        Table table = PaperTables.permits(out.toByteArray());

        TruckPermit permit =
                PaperTables.permits(table, Set.of("site-1", "tip-1"), Set.of()).get(0);

        assertThat(table.refused()).isZero();
        assertThat(permit.from()).isEqualTo(MAY);
        assertThat(permit.until()).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
    }

    @Test
    void papers_have_the_numbers_that_offices_give_them() {
        String file = HEADING + "杭城管运〔2026〕031号,浙A12345,某某,彭埠-3号地块,tip#1,2026-05-01,2026-05-31,,\n"
                + "杭/运,浙A12345,某某,s,t,2026-05-01,2026-05-31,,\n";
        Table table = table(file, "UTF-8");

        assertThat(PaperTables.permits(table, Set.of("彭埠-3号地块", "tip#1"), Set.of()))
                .extracting(TruckPermit::id)
                .containsExactly("杭城管运〔2026〕031号");
        assertThat(table.report(0, 0, 0, false).findings())
                .extracting(PaperReport.Finding::text)
                .containsExactly(
                        "permit id \"杭/运\" is not an id; allowed: 1 to 64 letters and digits of any script, and"
                                + " . _ - # ( ) [ ] （ ） 〔 〕 【 】");
    }

    @Test
    void a_line_that_comes_twice_is_refused_and_what_is_not_known_yet_is_told() {
        String line = "hz-1,浙A12345,x,site-9,tip-9,2026-05-01,2026-05-31,,\n";
        Table table = table(HEADING + line + line, "UTF-8");
        List<TruckPermit> unused = PaperTables.permits(table, Set.of(), Set.of());

        assertThat(table.report(0, 0, 0, false).findings())
                .extracting(PaperReport.Finding::text)
                .contains("site site-9 is not known yet", "hz-1 stands in line 2 already; allowed: once");
    }

    @Test
    void a_missing_column_is_told_once() {
        Table table = table("准运证号,车牌\nhz-1,浙A12345\nhz-2,浙A12346\n", "UTF-8");

        assertThat(PaperTables.permits(table, Set.of(), Set.of())).isEmpty();
        assertThat(table.refused()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"白,2026-06-10", "黄,2026-05-25", "红,2026-05-17", "'',2026-05-17"})
    void a_site_is_due_by_its_colour(String colour, String due) {
        Table table = PaperTables.sites(
                ("编号,名称,类型,文号,卡口,经度,纬度,分级,上次检查\ns1,一号地块,工地,核准 1,g1 g2,120.2,30.3," + colour + ",2026-05-10\n")
                        .getBytes(UTF_8));

        WorkSite site = PaperTables.sites(table, Set.of("g1", "g2")).get(0);

        assertThat(site.due()).isEqualTo(LocalDate.parse(due));
        assertThat(site.gates()).containsExactly("g1", "g2");
        assertThat(site.colour() == SiteColour.UNKNOWN).isEqualTo(colour.isEmpty());
    }

    @Test
    void the_item_of_a_raised_body_is_named_in_hexadecimal() {
        assertThat(Lift.of("E3:01")).isEqualTo(new Lift(0xE3, 1));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Lift.of("lift"))
                .withMessage("lift is \"lift\"; allowed: item:mask in hexadecimal, as in E3:01");
    }

    @Test
    void the_tables_to_begin_with_are_read_without_a_word_against_them() {
        Table sites = PaperTables.sites(TruckTable.SITES.template().getBytes(UTF_8));
        Set<String> ids = PaperTables.sites(sites, Set.of("gate-1", "gate-2", "gate-9")).stream()
                .map(WorkSite::id)
                .collect(Collectors.toSet());
        Table permits = table(TruckTable.PERMITS.template(), "UTF-8");
        Instant then = Instant.parse("2026-05-01T15:00:00Z");
        Table positions = TruckPositions.table(TruckTable.POSITIONS.template().getBytes(UTF_8));

        assertThat(ids).hasSize(2);
        assertThat(PaperTables.permits(permits, ids, Set.of("road-12", "road-13")))
                .hasSize(2);
        assertThat(TruckPositions.positions(positions, null, then))
                .extracting(TruckPosition::lifted)
                .containsExactly(false, true);
        assertThat(List.of(sites, permits, positions))
                .allSatisfy(each ->
                        assertThat(each.report(0, 0, 0, false).findings()).isEmpty());
    }

    @Test
    void a_plate_of_a_terminal_may_be_written_as_on_a_permit() {
        Instant then = Instant.parse("2026-05-01T15:00:00Z");
        String file = TruckTable.POSITIONS.template().replace("浙A12345", "浙a·12345");

        assertThat(TruckPositions.positions(TruckPositions.table(file.getBytes(UTF_8)), null, then))
                .extracting(TruckPosition::plate)
                .containsOnly("浙A12345");
    }

    private static Table table(String text, String charset) {
        return PaperTables.permits(text.getBytes(Charset.forName(charset)));
    }
}
