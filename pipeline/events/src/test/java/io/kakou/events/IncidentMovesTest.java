package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentMovesTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            REPORTED,   ACCEPTED, REJECTED, -,          -,       -
            ACCEPTED,   -,        REJECTED, DISPATCHED, -,       CLOSED
            DISPATCHED, -,        REJECTED, DISPATCHED, ON_SITE, CLOSED
            ON_SITE,    -,        -,        ON_SITE,    ON_SITE, CLOSED
            CLOSED,     -,        -,        -,          -,       -
            REJECTED,   -,        -,        -,          -,       -
            UNKNOWN,    -,        -,        -,          -,       -
            """)
    void the_whole_table(
            IncidentState from, String accept, String reject, String dispatch, String arrive, String close) {
        assertThat(to(from, ActionKind.ACCEPT)).isEqualTo(accept);
        assertThat(to(from, ActionKind.REJECT)).isEqualTo(reject);
        assertThat(to(from, ActionKind.DISPATCH)).isEqualTo(dispatch);
        assertThat(to(from, ActionKind.ARRIVE)).isEqualTo(arrive);
        assertThat(to(from, ActionKind.CLOSE)).isEqualTo(close);
        assertThat(to(from, ActionKind.UNKNOWN)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REPORTED   | ARRIVE   | from state REPORTED kind ARRIVE; allowed: ACCEPT, REJECT
            DISPATCHED | ACCEPT   | from state DISPATCHED kind ACCEPT; allowed: REJECT, DISPATCH, ARRIVE, CLOSE
            CLOSED     | CLOSE    | from state CLOSED kind CLOSE; allowed: nothing
            ACCEPTED   | DISPATCH | kind DISPATCH without a unit; allowed: a unit's name
            REPORTED   | REJECT   | kind REJECT without verdict or actionNeeded; allowed: both
            """)
    void a_refusal_says_what_would_be_allowed(IncidentState from, ActionKind kind, String why) {
        assertThat(IncidentMoves.refusal(from, action(kind, null, null, null))).contains(why);
    }

    @Test
    void a_dispatch_with_its_unit_and_a_rejection_with_both_words_are_allowed() {
        assertThat(IncidentMoves.refusal(IncidentState.ACCEPTED, action(ActionKind.DISPATCH, "patrol-2", null, null)))
                .isEmpty();
        assertThat(IncidentMoves.refusal(IncidentState.REPORTED, action(ActionKind.REJECT, null, "bicycle", false)))
                .isEmpty();
    }

    private static String to(IncidentState from, ActionKind kind) {
        if (!IncidentMoves.allowed(from, kind)) {
            assertThatIllegalArgumentException().isThrownBy(() -> IncidentMoves.next(from, kind));
            assertThat(IncidentMoves.allowed(from)).doesNotContain(kind);
            return "-";
        }
        assertThat(IncidentMoves.allowed(from)).contains(kind);
        return IncidentMoves.next(from, kind).name();
    }

    private static Action action(
            ActionKind kind, @Nullable String unit, @Nullable String verdict, @Nullable Boolean needed) {
        String incident = Samples.incident().id();
        return new Action("x1", incident, kind, "operator-3", Instant.EPOCH, 1, unit, verdict, needed, null);
    }
}
