package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class NpmCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_missing_npm_is_named_with_what_is_needed() {
        refuses(new NpmCommand(List.of("no-such-npm"), 10), "no-such-npm", "needed: npm");
    }

    @Test
    void a_refusal_is_told_in_one_line() {
        refuses(shell("echo code E404; echo not found; exit 7"), "ended with 7", "code E404 not found");
    }

    @Test
    void a_silent_refusal_asks_for_the_network() {
        refuses(shell("exit 1"), "ended with 1", "registry reachable");
    }

    @Test
    void success_without_a_tarball_is_refused() {
        refuses(shell("exit 0"), "left no .tgz");
    }

    @Test
    void one_that_hangs_is_ended() {
        refuses(new NpmCommand(List.of("sh", "-c", "exec sleep 600"), 0.2), "longer than 0.2 s");
    }

    @Test
    void the_tarball_is_given_back() throws Exception {
        assertThat(shell("touch a-1.0.0.tgz").pack("a@1.0.0", folder)).isEqualTo(folder.resolve("a-1.0.0.tgz"));
    }

    private void refuses(Npm npm, String... parts) {
        assertThatThrownBy(() -> npm.pack("a@1.0.0", folder))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContainingAll(parts)
                .message()
                .doesNotContain("\n");
    }

    private static NpmCommand shell(String script) {
        return new NpmCommand(List.of("sh", "-c", script), 10);
    }
}
