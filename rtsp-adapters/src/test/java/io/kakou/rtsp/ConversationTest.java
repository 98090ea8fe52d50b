package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One side of a session against a script, on a clock that only the test moves. */
class ConversationTest {
    private static final Pattern CSEQ = Pattern.compile("(?i)cseq: (\\d+)");
    private static final String SDP = "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:t1\r\n";
    private static final String URL = "rtsp://h/live";

    private final Heard heard = new Heard();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<byte[]> reports = new ArrayList<>();
    private int sequence;

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @CsvSource({
        "'OPTIONS, GET_PARAMETER, PLAY', ';timeout=20', GET_PARAMETER, 10",
        "'OPTIONS, SET_PARAMETER', ' ; Timeout = 20', OPTIONS, 10",
        "'', '', OPTIONS, 30",
        "'GET_PARAMETER', ';timeout=3600', GET_PARAMETER, 30",
        "'GET_PARAMETER', ';timeout=1', GET_PARAMETER, 1",
    })
    void is_kept_alive_in_time_by_what_the_server_knows(String known, String timeout, String method, int seconds) {
        play(known, "77" + timeout);
        keyframe();
        for (int round = 0; round < 3; round++) {
            feed(seconds - 1);
            assertThat(sent()).as("before its time").isEmpty();
            feed(1);
            String request = sent();
            assertThat(request).startsWith(method + " rtsp://h/live RTSP/1.0").contains("session: 77\r\n");
            if (round != 1) { // one that is never answered changes nothing
                answer(request, "200 OK", "");
            }
        }
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void a_keep_alive_that_is_not_understood_is_followed_by_options() {
        play("GET_PARAMETER", "77;timeout=20");
        feed(10);
        answer(sent(), "501 Not Implemented", "");
        feed(10);
        assertThat(sent()).startsWith("OPTIONS ");
    }

    @Test
    void a_forgotten_session_is_over() {
        play("GET_PARAMETER", "77;timeout=20");
        feed(10);
        answer(sent(), "454 Session Not Found", "");
        assertThat(failure().code()).isEqualTo(Code.CLOSED);
    }

    @Test
    void a_nonce_that_grew_old_in_mid_session_is_replaced_once() {
        play("GET_PARAMETER", "77;timeout=20");
        feed(10);
        String first = sent();
        answer(first, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"new\", stale=true\r\n");
        String second = sent();
        assertThat(second)
                .startsWith("GET_PARAMETER ")
                .contains("nonce=\"new\"")
                .doesNotContain("sesame");
        answer(second, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"newer\"\r\n");
        assertThat(failure()).hasMessage("cam-1: GET_PARAMETER: wrong user or password (401) at rtsp://h/live");
    }

    @Test
    void a_nonce_that_grew_old_between_two_tries_says_nothing_of_the_password() {
        play("GET_PARAMETER", "77;timeout=20");
        feed(10);
        String stale = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n%d\", stale=true\r\n";
        for (int i = 1; i < 3; i++) {
            answer(sent(), "401 Unauthorized", stale.formatted(i));
        }
        String third = sent();
        assertThat(third).startsWith("GET_PARAMETER ").contains("nonce=\"n2\"");
        answer(third, "200 OK", "");
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void a_nonce_that_is_always_too_old_ends_it() {
        play("GET_PARAMETER", "77;timeout=20");
        feed(10);
        for (int i = 0; i < 3; i++) {
            String nonce = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n%d\", stale=true\r\n".formatted(i);
            answer(sent(), "401 Unauthorized", nonce);
        }
        assertThat(sent()).isEmpty();
        assertThat(failure().code()).isEqualTo(Code.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"300-301", "4-4", "255"})
    void channels_that_no_frame_can_bear_are_refused(String channels) {
        converse();
        answer(sent(), "200 OK", "");
        answer(sent(), "200 OK", "Content-Length: " + SDP.length() + "\r\n", SDP);
        answer(sent(), "200 OK", "Session: 7\r\nTransport: RTP/AVP/TCP;interleaved=" + channels + "\r\n");
        assertThat(failure().code()).isEqualTo(Code.GARBAGE);
        assertThat(failure())
                .hasMessageContaining("SETUP: interleaved=")
                .hasMessageContaining("allowed: two of 0 to 255");
    }

    @Test
    void what_came_is_reported_to_the_camera_every_five_seconds() {
        play("", "77");
        pass(6);
        assertThat(sent()).isEmpty();
        assertThat(reports).as("before anything came").isEmpty();
        feed(11);
        sequence += 3; // lost
        feed(1);
        pass(3);
        assertThat(sent()).isEmpty();
        assertThat(reports).hasSize(3);
        ByteBuf last = Unpooled.wrappedBuffer(reports.get(2));
        assertThat(last.getByte(1)).as("the RTCP channel").isEqualTo((byte) 1);
        assertThat(last.getUnsignedShort(2)).isEqualTo(last.readableBytes() - 4);
        assertThat(last.getUnsignedByte(5)).as("a receiver report").isEqualTo((short) 201);
        assertThat(last.getInt(12)).as("on this sender").isEqualTo(1);
        assertThat(last.getMedium(17)).as("lost").isEqualTo(3);
        assertThat(last.getInt(20)).as("the highest number").isEqualTo(sequence);
    }

    @Test
    void silence_ends_it() {
        play("", "77");
        feed(5);
        pass(8);
        assertThat(heard.failures).isEmpty();
        pass(1);
        assertThat(failure().code()).isEqualTo(Code.SILENT);
    }

    @Test
    void a_camera_that_never_sends_the_first_packet_is_silent() {
        play("", "77");
        pass(10);
        assertThat(failure()).hasMessage("cam-1: no packet for 10.0 s, at rtsp://h/live");
    }

    @Test
    void packets_without_a_keyframe_are_no_picture() {
        play("", "77");
        feed(60);
        assertThat(failure().code()).isEqualTo(Code.NO_KEYFRAME);
    }

    @Test
    void an_answer_must_come_in_time() {
        converse();
        pass(5);
        assertThat(failure()).hasMessage("cam-1: OPTIONS: no answer within 5.0 s from rtsp://h/live");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 Not Found | NOT_FOUND | cam-1: DESCRIBE: no such stream (404), at rtsp://h/live",
                "403 Forbidden | UNAUTHORIZED | cam-1: DESCRIBE: 403 Forbidden, at rtsp://h/live",
                "503 Busy | REJECTED | cam-1: DESCRIBE: 503 Busy, at rtsp://h/live",
                "200 OK | NO_VIDEO | cam-1: DESCRIBE: no H.264, H.265 or JPEG video, it offers nothing, at rtsp://h/live",
            })
    void a_refusal_is_said_in_one_line(String status, Code code, String message) {
        converse();
        answer(sent(), "200 OK", "");
        answer(sent(), status, "");
        RtspException why = failure();
        assertThat(why.code()).isEqualTo(code);
        assertThat(why).hasMessage(message);
    }

    @Test
    void stages_are_reached_in_order_and_frames_between_answers_are_no_hindrance() {
        play("", "77");
        assertThat(heard.states).containsExactly(State.OPTIONS, State.DESCRIBE, State.SETUP, State.PLAY, State.PLAYING);
        keyframe();
        channel.writeInbound(packet(1, Nal.p(9, 1)));
        assertThat(heard.units).hasSize(2);
        assertThat(heard.states).endsWith(State.PLAYING, State.RECEIVING, State.STREAMING);
    }

    @Test
    void leaving_says_tear_down() {
        play("", "77");
        var context = channel.pipeline().context(Conversation.class);
        var unused = ((Conversation) context.handler()).leave(context);
        String goodbye = sent();
        assertThat(goodbye).startsWith("TEARDOWN rtsp://h/live RTSP/1.0").contains("session: 77\r\n");
        keyframe();
        assertThat(heard.units).as("it listens no more").isEmpty();
        assertThat(channel.isOpen()).as("the goodbye is not answered yet").isTrue();
        answer(goodbye, "200 OK", "");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_goodbye_that_is_not_answered_is_waited_for_half_a_second() {
        play("", "77");
        var context = channel.pipeline().context(Conversation.class);
        var unused = ((Conversation) context.handler()).leave(context);
        assertThat(sent()).startsWith("TEARDOWN ");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard.failures).isEmpty();
    }

    private void converse() {
        channel.freezeTime();
        RtspPipeline.addTo(channel.pipeline());
        Conversation conversation = new Conversation(
                RtspAddress.of("cam-1", "rtsp://admin:sesame@h/live"),
                SessionSettings.defaults(),
                InstantSource.fixed(Instant.EPOCH),
                heard);
        channel.pipeline().addLast(conversation);
        channel.pipeline().fireChannelActive();
    }

    private void play(String known, String session) {
        converse();
        answer(sent(), "200 OK", known.isEmpty() ? "" : "Public: " + known + "\r\n");
        String describe = sent();
        assertThat(describe).startsWith("DESCRIBE " + URL + " RTSP/1.0").contains("accept: application/sdp");
        answer(describe, "200 OK", "Content-Length: " + SDP.length() + "\r\n", SDP);
        String setup = sent();
        assertThat(setup).startsWith("SETUP " + URL + "/t1 RTSP/1.0").contains("RTP/AVP/TCP;unicast;interleaved=0-1");
        answer(setup, "200 OK", "Session: " + session + "\r\nTransport: RTP/AVP/TCP;interleaved=0-1\r\n");
        String play = sent();
        assertThat(play).startsWith("PLAY " + URL + " RTSP/1.0").contains("range: npt=0.000-");
        answer(play, "200 OK", "");
        assertThat(heard.failures).isEmpty();
    }

    private void keyframe() {
        byte[] sets = Nal.join(new byte[] {0x78, 0, 8}, Nal.SPS, new byte[] {0, 4}, Nal.PPS);
        channel.writeInbound(packet(1, sets), packet(1, Nal.idr(9, 1)));
    }

    /** Lets seconds pass in which P pictures come. */
    private void feed(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.writeInbound(packet(i, Nal.p(9, 1)));
            pass(1);
        }
    }

    /** In half seconds: this channel would run two tasks of one moment inside one another, which no event loop does. */
    private void pass(int seconds) {
        for (int half = 0; half < 2 * seconds; half++) {
            channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
            channel.runPendingTasks();
        }
    }

    private ByteBuf packet(int timestamp, byte[] payload) {
        ByteBuf frame = Unpooled.buffer().writeByte('$').writeByte(0).writeShort(12 + payload.length);
        boolean marker = (payload[0] & 0x1f) < 6;
        frame.writeByte(0x80).writeByte(marker ? 0xe0 : 0x60).writeShort(++sequence);
        return frame.writeInt(timestamp).writeInt(1).writeBytes(payload);
    }

    private String sent() {
        StringBuilder all = new StringBuilder();
        for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            ByteBuf bytes = (ByteBuf) out;
            if (bytes.isReadable() && bytes.getByte(bytes.readerIndex()) == '$') {
                reports.add(ByteBufUtil.getBytes(bytes));
            } else {
                all.append(bytes.toString(StandardCharsets.US_ASCII));
            }
            bytes.release();
        }
        return all.toString();
    }

    private void answer(String request, String status, String headers, String... body) {
        Matcher number = CSEQ.matcher(request);
        assertThat(number.find()).as(request).isTrue();
        String text = "RTSP/1.0 " + status + "\r\nCSeq: " + number.group(1) + "\r\n" + headers + "\r\n"
                + String.join("", List.of(body));
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private RtspException failure() {
        return Objects.requireNonNull(heard.failures.peek(), "it has not failed");
    }
}
