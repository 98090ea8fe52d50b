package io.kakou.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRuleTest {
    private final HostRule rule = new HostRule("console.street", List.of("room.example"));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "localhost, true",
        "LOCALHOST, true",
        "[::1], true",
        "10.0.0.5, true",
        "console.street, true",
        "Room.Example, true",
        "evil.example, false",
        "127.0.0.1.evil.example, false",
        "localhost.evil.example, false",
        "room.example.evil, false",
        "'', false",
    })
    void a_name_must_be_a_known_one_and_an_address_in_numbers_always_is(String host, boolean allowed) {
        assertThat(rule.allows(host)).isEqualTo(allowed);
    }

    @Test
    void who_names_nobody_is_refused() {
        assertThat(rule.allows(null)).isFalse();
    }
}
