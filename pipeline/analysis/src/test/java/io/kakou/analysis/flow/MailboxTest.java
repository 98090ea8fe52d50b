package io.kakou.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keyframes are written K, the pictures that lean on them a, b, c. */
class MailboxTest {
    @ParameterizedTest(name = "{0} through a box of {1} leaves {2}, {3} let go")
    @CsvSource({
        "Kabc,     4, Kabc, 0",
        "Kabcd,    4, '',   5",
        "KabcdKe,  4, Ke,   5",
        "KabcK,    4, K,    4",
        "KabcdeKf, 4, Kf,   6",
        "abKc,     4, abKc, 0",
        "KKK,      1, K,    2",
    })
    void a_full_box_begins_again_at_a_keyframe(String offered, int capacity, String left, long dropped)
            throws InterruptedException {
        Mailbox<Character> box = new Mailbox<>(capacity, c -> c == 'K');
        offered.chars().forEach(c -> box.offer((char) c));
        assertThat(drain(box)).isEqualTo(left);
        assertThat(box.dropped()).isEqualTo(dropped);
    }

    @Test
    void a_waiting_reader_is_woken_by_a_picture_and_by_closing() throws Exception {
        Mailbox<Character> box = new Mailbox<>(4, c -> true);
        CompletableFuture<List<Character>> read = CompletableFuture.supplyAsync(() -> readAll(box));
        box.offer('K');
        box.close();
        assertThat(read.get(10, TimeUnit.SECONDS)).containsExactly('K');
    }

    @Test
    void nothing_enters_a_closed_box() throws InterruptedException {
        Mailbox<Character> box = new Mailbox<>(4, c -> true);
        box.close();
        box.offer('K');
        assertThat(box.take(0)).isNull();
        assertThat(box.dropped()).isEqualTo(1);
    }

    private static String drain(Mailbox<Character> box) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (Character c = box.take(0); c != null; c = box.take(0)) {
            all.append(c);
        }
        return all.toString();
    }

    private static List<Character> readAll(Mailbox<Character> box) {
        List<Character> all = new ArrayList<>();
        try {
            for (Character c = box.take(10); c != null; c = box.take(10)) {
                all.add(c);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }
}
