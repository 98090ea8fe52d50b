package io.kakou.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing("a test");

    @Test
    void what_was_started_last_is_closed_first_and_once() {
        AutoCloseable first = closing.add(() -> closed.add("first"));
        AutoCloseable second = closing.add(() -> closed.add("second"));
        assertThat(first).isNotSameAs(second);
        closing.close();
        closing.close();
        assertThat(closed).containsExactly("second", "first");
        assertThat(closing.isEmpty()).isTrue();
    }

    @Test
    void one_that_fails_does_not_keep_the_others_open() {
        AutoCloseable first = closing.add(() -> closed.add("first"));
        AutoCloseable broken = closing.add(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(first).isNotSameAs(broken);
        closing.close();
        assertThat(closed).containsExactly("first");
    }
}
