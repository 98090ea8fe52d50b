package io.kakou.events.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(new byte[SecretBox.KEY_BYTES]);

    @ParameterizedTest
    @ValueSource(strings = {"", "admin:12345", "用户:密:码"})
    void what_was_sealed_opens(String text) {
        assertThat(box.open(box.seal(text))).isEqualTo(text);
    }

    @Test
    void a_sealed_text_tells_nothing_not_even_that_two_are_equal() {
        String sealed = box.seal("admin:12345");
        assertThat(sealed).matches("k1\\.[A-Za-z0-9_-]+").isNotEqualTo(box.seal("admin:12345"));
    }

    @Test
    void what_the_first_release_sealed_opens() {
        assertThat(box.open("k1.gbLlRSKfihCb24VB8MDafW0Z3ge2x_oemqy5m6FK4_5x2JubaNnd"))
                .isEqualTo("admin:12345");
    }

    @Test
    void another_key_does_not_open_it() {
        byte[] other = new byte[SecretBox.KEY_BYTES];
        other[31] = 1;
        refuses(new SecretBox(other), box.seal("admin:12345"));
    }

    @Test
    void a_changed_letter_anywhere_is_noticed() {
        String sealed = box.seal("a");
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            refuses(box, sealed.substring(0, i) + other + sealed.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "k1.", "k1.AAAA", "admin:12345", "k1.%%%%", "k2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_sealed_is_refused(String text) {
        refuses(box, text);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretBox(new byte[16]))
                .withMessage("the key has 16 bytes; allowed: 32");
    }

    private static void refuses(SecretBox box, String sealed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> box.open(sealed))
                .withMessage("the secret does not open: it was sealed with another key, or was changed");
    }
}
