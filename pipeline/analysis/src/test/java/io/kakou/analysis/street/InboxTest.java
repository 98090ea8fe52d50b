package io.kakou.analysis.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.street.Inbox.Keep;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten pictures a second, a keyframe each. */
class InboxTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final int GOP = 10;

    private final Inbox inbox = new Inbox();
    private int shown;

    @BeforeEach
    void begin() {
        inbox.sessionBegins();
    }

    @Test
    void a_camera_that_is_glanced_at_keeps_its_newest_keyframe_alone() {
        show(4 * GOP + 3, Keep.KEYFRAME);
        assertThat(times()).containsExactly(4.0);
        assertThat(inbox.dropped()).isZero();
        assertThat(inbox.gopSeconds(0)).isEqualTo(1);
    }

    @Test
    void until_a_second_keyframe_came_all_is_kept_because_none_may_come() {
        show(GOP, Keep.KEYFRAME);
        assertThat(times()).hasSize(GOP);
    }

    @Test
    void one_that_is_followed_from_now_on_is_so_from_its_next_keyframe() {
        show(3 * GOP + 2, Keep.KEYFRAME);
        show(3, Keep.TWO_GOPS);
        assertThat(times()).containsExactly(3.0);
        show(5 + 2, Keep.TWO_GOPS);
        assertThat(times()).containsExactly(4.0, 4.1);
        show(GOP, Keep.TWO_GOPS);
        assertThat(times()).hasSize(GOP + 2).startsWith(4.0).endsWith(5.1);
    }

    @Test
    void a_new_session_leads_nowhere_from_the_one_before() {
        show(2 * GOP + 3, Keep.TWO_GOPS);
        inbox.sessionBegins();
        shown += 7;
        show(1, Keep.TWO_GOPS);
        assertThat(times()).hasSize(1);
    }

    private void show(int pictures, Keep keep) {
        for (int i = 0; i < pictures; i++) {
            double seconds = shown / (double) GOP;
            Instant at = NOON.plusMillis(100L * shown);
            AccessUnit unit = new AccessUnit(Codec.H264, shown % GOP == 0, seconds, at, null, new byte[] {1});
            Coded unused = inbox.offer(unit, seconds, keep);
            shown++;
        }
    }

    private List<Double> times() {
        return inbox.together().stream()
                .map(coded -> Math.round(coded.seconds() * 10) / 10.0)
                .toList();
    }
}
