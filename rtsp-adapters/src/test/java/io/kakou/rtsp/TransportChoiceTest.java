package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next session asks for, by what became of this one. */
class TransportChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wanted | tls   | carrier | reached   | code        | next | said",
                "AUTO   | false | TCP     | PLAYING   | SILENT      | UDP  | true",
                "AUTO   | false | TCP     | RECEIVING | SILENT      | AUTO | false",
                "AUTO   | false | TCP     | STREAMING | SILENT      | AUTO | false",
                "AUTO   | false | TCP     | RECEIVING | NO_KEYFRAME | AUTO | false",
                "AUTO   | false | TCP     | PLAYING   | GARBAGE     | AUTO | false",
                "AUTO   | false | TCP     | PLAYING   | CLOSED      | AUTO | false",
                "AUTO   | false | AUTO    | CONNECTING| REFUSED     | AUTO | false",
                "AUTO   | false | UDP     | PLAYING   | SILENT      | AUTO | false",
                "AUTO   | false | UDP     | STREAMING | SILENT      | UDP  | false",
                "AUTO   | true  | TCP     | PLAYING   | SILENT      | AUTO | false",
                "TCP    | false | TCP     | PLAYING   | SILENT      | TCP  | false",
                "UDP    | false | UDP     | PLAYING   | SILENT      | UDP  | false",
                "UDP    | false | UDP     | RECEIVING | NO_KEYFRAME | UDP  | false",
            },
            useHeadersInDisplayName = true)
    void follows_what_became_of_the_last_session(
            Transport wanted, boolean tls, Transport carrier, State reached, Code code, Transport next, boolean said) {
        TransportChoice choice = new TransportChoice(wanted, tls);
        assertThat(choice.begin()).isEqualTo(wanted);
        assertThat(broke(choice, carrier, reached, code)).isEqualTo(said);
        assertThat(choice.next()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carrier | reached    | code         | next | said",
                "UDP     | PLAYING    | SILENT       | AUTO | true",
                "UDP     | PLAYING    | CLOSED       | AUTO | true",
                "UDP     | RECEIVING  | NO_KEYFRAME  | AUTO | true",
                "AUTO    | SETUP      | REJECTED     | AUTO | true",
                "AUTO    | SETUP      | FAULT        | AUTO | true",
                "UDP     | RECEIVING  | SILENT       | UDP  | false",
                "UDP     | STREAMING  | CLOSED       | UDP  | false",
                "AUTO    | CONNECTING | REFUSED      | UDP  | false",
                "AUTO    | CONNECTING | UNKNOWN_HOST | UDP  | false",
                "AUTO    | DESCRIBE   | REJECTED     | UDP  | false",
                "AUTO    | SETUP      | CLOSED       | UDP  | false",
            },
            useHeadersInDisplayName = true)
    void udp_that_worked_is_kept_until_it_does_not(
            Transport carrier, State reached, Code code, Transport next, boolean said) {
        TransportChoice choice = new TransportChoice(Transport.AUTO, false);
        choice.begin();
        broke(choice, Transport.UDP, State.STREAMING, Code.CLOSED);
        assertThat(choice.begin()).isEqualTo(Transport.UDP);
        assertThat(broke(choice, carrier, reached, code)).isEqualTo(said);
        assertThat(choice.next()).isEqualTo(next);
    }

    @Test
    void a_camera_silent_both_ways_is_asked_for_each_in_turn() {
        TransportChoice choice = new TransportChoice(Transport.AUTO, false);
        for (int pair = 0; pair < 3; pair++) {
            assertThat(choice.begin()).isEqualTo(Transport.AUTO);
            broke(choice, Transport.TCP, State.PLAYING, Code.SILENT);
            assertThat(choice.begin()).isEqualTo(Transport.UDP);
            broke(choice, Transport.UDP, State.PLAYING, Code.SILENT);
        }
    }

    @Test
    void a_camera_that_refuses_udp_is_not_asked_for_it_again() {
        TransportChoice choice = new TransportChoice(Transport.AUTO, false);
        choice.begin();
        broke(choice, Transport.TCP, State.PLAYING, Code.SILENT);
        assertThat(choice.begin()).isEqualTo(Transport.UDP);
        broke(choice, Transport.AUTO, State.SETUP, Code.REJECTED);
        assertThat(choice.begin()).isEqualTo(Transport.AUTO);
        broke(choice, Transport.TCP, State.PLAYING, Code.SILENT);
        assertThat(choice.begin()).isEqualTo(Transport.AUTO);
    }

    private static boolean broke(TransportChoice choice, Transport carrier, State reached, Code code) {
        choice.carried(carrier);
        choice.reached(reached);
        return choice.failed(code);
    }
}
