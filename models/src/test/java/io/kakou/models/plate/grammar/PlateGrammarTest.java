package io.kakou.models.plate.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateGrammarTest {
    @ParameterizedTest
    @CsvSource({
        "浙A12345, ORDINARY",
        "浙A8K2B7, ORDINARY",
        "浙AD12345, NEW_ENERGY",
        "浙AF1234D, ",
        "浙AFA1234, NEW_ENERGY",
        "浙A12345F, NEW_ENERGY",
        "浙AK12345, NEW_ENERGY",
        "浙AL12345, ",
        "浙A1234学, LEARNER",
        "浙A1234警, POLICE",
        "豫CG117挂, TRAILER",
        "粤ZP560港, BORDER",
        "粤Z5A55澳, BORDER",
        "粤B5A55澳, ",
        "使224578, EMBASSY",
        "224578使, EMBASSY",
        "沪A0023领, CONSULATE",
    })
    void knows_what_a_plate_may_say(String text, PlateKind kind) {
        assertThat(PlateGrammar.kind(text)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "浙",
                "浙A1234",
                "浙A123456",
                "浙AO1234",
                "浙A1I345",
                "浙O12345",
                "AA12345",
                "浙112345",
                "浙A123挂4",
                "FORLAND"
            })
    void what_is_none_has_no_kind(String text) {
        assertThat(PlateGrammar.kind(text)).isNull();
    }
}
