package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
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
                "AUTO   | false | UDP     | false    | SILENT      | AUTO | true",
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
}
