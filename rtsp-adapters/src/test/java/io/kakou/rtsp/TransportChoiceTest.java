package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next session asks for, by what became of this one. */
class TransportChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wanted | tls   | carrier | streamed | code        | next | said",
                "AUTO   | false | TCP     | false    | SILENT      | UDP  | true",
                "AUTO   | false | UDP     | false    | SILENT      | AUTO | false",
                "AUTO   | false | UDP     | true     | SILENT      | UDP  | false",
                "AUTO   | false | TCP     | true     | SILENT      | AUTO | false",
                "AUTO   | false | TCP     | false    | NO_KEYFRAME | AUTO | false",
                "AUTO   | false | AUTO    | false    | REFUSED     | AUTO | false",
                "AUTO   | true  | TCP     | false    | SILENT      | AUTO | false",
                "TCP    | false | TCP     | false    | SILENT      | TCP  | false",
                "UDP    | false | UDP     | false    | SILENT      | UDP  | false",
                "UDP    | false | UDP     | true     | CLOSED      | UDP  | false",
            },
            useHeadersInDisplayName = true)
    void follows_what_became_of_the_last_session(
            Transport wanted,
            boolean tls,
            Transport carrier,
            boolean streamed,
            Code code,
            Transport next,
            boolean said) {
        TransportChoice choice = new TransportChoice(wanted, tls);
        assertThat(choice.begin()).isEqualTo(wanted);
        choice.carried(carrier);
        if (streamed) {
            choice.streamed();
        }
        assertThat(choice.failed(code)).isEqualTo(said);
        assertThat(choice.next()).isEqualTo(next);
    }

    @Test
    void what_worked_is_asked_for_while_the_camera_is_away() {
        TransportChoice choice = silentOverTcp();
        choice.begin();
        choice.carried(Transport.UDP);
        choice.streamed();
        choice.failed(Code.CLOSED);
        for (Code away : List.of(Code.REFUSED, Code.TIMED_OUT, Code.UNKNOWN_HOST)) {
            assertThat(choice.begin()).isEqualTo(Transport.UDP);
            assertThat(choice.failed(away)).isFalse();
        }
        assertThat(choice.next()).isEqualTo(Transport.UDP);
    }

    @Test
    void udp_that_was_refused_is_not_asked_for_again_because_of_silence() {
        TransportChoice choice = silentOverTcp();
        choice.begin();
        assertThat(choice.failed(Code.REJECTED)).isFalse();
        assertThat(choice.begin()).isEqualTo(Transport.AUTO);
        choice.carried(Transport.TCP);
        assertThat(choice.failed(Code.SILENT)).isFalse();
        assertThat(choice.next()).isEqualTo(Transport.AUTO);
    }

    private static TransportChoice silentOverTcp() {
        TransportChoice choice = new TransportChoice(Transport.AUTO, false);
        choice.begin();
        choice.carried(Transport.TCP);
        assertThat(choice.failed(Code.SILENT)).isTrue();
        assertThat(choice.next()).isEqualTo(Transport.UDP);
        return choice;
    }
}
