package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentMovesTest {
    private static final List<ActionKind> OF_ALL_OPEN = List.of(ActionKind.SPLIT, ActionKind.JOIN, ActionKind.TAKE);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            REPORTED,   ACCEPT:ACCEPTED REJECT:REJECTED
            ACCEPTED,   REJECT:REJECTED DISPATCH:DISPATCHED SUSPEND:SUSPENDED CLOSE:CLOSED
            DISPATCHED, REJECT:REJECTED DISPATCH:DISPATCHED ARRIVE:ON_SITE SUSPEND:SUSPENDED CLOSE:CLOSED
            ON_SITE,    DISPATCH:ON_SITE ARRIVE:ON_SITE HANDLE:HANDLED SUSPEND:SUSPENDED CLOSE:CLOSED
            HANDLED,    DISPATCH:DISPATCHED VERIFY:VERIFIED SUSPEND:SUSPENDED CLOSE:CLOSED
            VERIFIED,   CLOSE:CLOSED
            SUSPENDED,  RESUME:ACCEPTED CLOSE:CLOSED
            CLOSED,     FOLLOW_UP:CLOSED
            REJECTED,   ''
            JOINED,     ''
            UNKNOWN,    ''
            """)
    void the_whole_table(IncidentState from, String moves) {
        assertThat(Stream.of(ActionKind.values())
                        .filter(kind -> !OF_ALL_OPEN.contains(kind))
                        .filter(kind -> IncidentMoves.allowed(from, kind))
                        .map(kind -> kind + ":" + IncidentMoves.next(from, kind))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(moves);
        assertThat(IncidentMoves.allowed(from, ActionKind.UNKNOWN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(IncidentState.class)
    void what_is_open_is_split_and_joined_and_nothing_else_is(IncidentState from) {
        boolean open = from.isOpen() && from != IncidentState.UNKNOWN;

        assertThat(OF_ALL_OPEN).allMatch(kind -> IncidentMoves.allowed(from, kind) == open);
        if (open) {
            assertThat(IncidentMoves.next(from, ActionKind.SPLIT)).isEqualTo(from);
            assertThat(IncidentMoves.next(from, ActionKind.TAKE)).isEqualTo(from);
            assertThat(IncidentMoves.next(from, ActionKind.JOIN)).isEqualTo(IncidentState.JOINED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REPORTED   | ARRIVE   | from state REPORTED kind ARRIVE; allowed: ACCEPT, REJECT, SPLIT, JOIN, TAKE
            DISPATCHED | ACCEPT   | from state DISPATCHED kind ACCEPT; allowed: REJECT, DISPATCH, ARRIVE, SUSPEND, CLOSE, SPLIT, JOIN, TAKE
            CLOSED     | CLOSE    | from state CLOSED kind CLOSE; allowed: FOLLOW_UP
            ACCEPTED   | DISPATCH | kind DISPATCH without a unit; allowed: a unit's name
            REJECTED   | ACCEPT   | from state REJECTED kind ACCEPT; allowed: nothing
            ACCEPTED   | SUSPEND  | kind SUSPEND without a reason and a later day; allowed: both note and until
            ACCEPTED   | SPLIT    | kind SPLIT without parts; allowed: some of the incident's
            ACCEPTED   | JOIN     | kind JOIN without another incident; allowed: the id of one
            ACCEPTED   | TAKE     | kind TAKE without parts; allowed: those of the incident that is joined
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

    private static Action action(
            ActionKind kind, @Nullable String unit, @Nullable String verdict, @Nullable Boolean needed) {
        String incident = Samples.incident().id();
        return new Action("x1", incident, kind, "operator-3", Instant.EPOCH, 1, unit, verdict, needed, null);
    }
}
