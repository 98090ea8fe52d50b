package io.kakou.app.cli.trucks;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.cli.KakouCommand;
import io.kakou.console.trucks.TruckTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrucksCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void a_table_to_begin_with_is_printed(TruckTable table) {
        assertThat(run("trucks", "template", table.word())).isZero();
        assertThat(out).hasToString(table.template());
    }

    @Test
    void it_is_one_of_permits_where_nothing_is_said() {
        assertThat(run("trucks", "template")).isZero();
        assertThat(out).hasToString(TruckTable.PERMITS.template());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | trucks                                  | nothing to do; allowed: import, template, list",
                "2 | trucks template lorries                 | KIND is \"lorries\"; allowed: permits, sites, positions",
                "2 | trucks import f.csv --as lorries        | --as is \"lorries\"; allowed: permits, sites, positions",
                "2 | trucks import f.csv --lift E3:01        | --lift is of positions; allowed: with --as positions",
                "2 | trucks import f.csv --as positions --lift up | --lift is \"up\"; allowed: item:mask in hexadecimal",
                "1 | trucks import none.csv                  | none.csv cannot be read",
            })
    void a_wrong_word_is_told_with_what_is_allowed_before_anybody_is_asked_for_a_password(
            int code, String words, String line) {
        assertThat(run(words.strip().split(" +", -1))).isEqualTo(code);
        assertThat(err.toString()).contains(line);
    }

    private int run(String... words) {
        return KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
