package io.kakou.app.cameras;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line for people for each trouble of a camera, however often it is tried, and one when it is well again. When a
 * switch takes hundreds of cameras along, the first are named and the rest counted. One thread.
 */
final class CameraNews {
    /** A camera that shows pictures for seconds only is not well. */
    static final double WELL_SECONDS = 5;

    static final int MOST_LINES = 40;
    static final double WINDOW_SECONDS = 10;

    private final Consumer<String> out;
    private final Map<String, Story> stories = new HashMap<>();
    private Instant window = Instant.MIN;
    private int lines;
    private int unsaid;

    /** One camera since it was last well. */
    private static final class Story {
        private final Map<String, Instant> began = new HashMap<>();
        private final Set<String> said = new HashSet<>();
        private @Nullable Instant wellSince;
        private @Nullable Instant troubleSaid;
    }

    CameraNews(Consumer<String> out) {
        this.out = out;
    }

    /** Takes how a camera stands; called again and again. */
    void see(Standing standing) {
        Instant now = standing.health().at();
        turn(now);
        String camera = standing.health().camera();
        Trouble trouble = standing.trouble();
        Story story = stories.get(camera);
        if (trouble != null) {
            troubled(camera, stories.computeIfAbsent(camera, id -> new Story()), trouble, now);
        } else if (story != null) {
            untroubled(camera, story, standing.isWell() ? now : null);
        }
    }

    void forget(String camera) {
        stories.remove(camera);
    }

    private void troubled(String camera, Story story, Trouble trouble, Instant now) {
        story.wellSince = null;
        Instant began = story.began.computeIfAbsent(trouble.kind(), kind -> now);
        if (seconds(began, now) >= trouble.lastingSeconds() && story.said.add(trouble.kind())) {
            story.troubleSaid = story.troubleSaid == null ? now : story.troubleSaid;
            say(trouble.line(camera));
        }
    }

    private void untroubled(String camera, Story story, @Nullable Instant well) {
        Instant since = well == null || story.wellSince == null ? well : story.wellSince;
        story.wellSince = since;
        if (well == null || since == null || seconds(since, well) < WELL_SECONDS) {
            return;
        }
        stories.remove(camera);
        if (story.troubleSaid != null) {
            say("camera " + camera + " is watched again, after " + Math.round(seconds(story.troubleSaid, since))
                    + " s");
        }
    }

    private void say(String line) {
        if (lines < MOST_LINES) {
            lines++;
            out.accept(line);
        } else {
            unsaid++;
        }
    }

    private void turn(Instant now) {
        if (window.equals(Instant.MIN) || seconds(window, now) >= WINDOW_SECONDS) {
            if (unsaid > 0) {
                out.accept(unsaid + " more changes of cameras are not told here; the page shows every camera");
            }
            window = now;
            lines = 0;
            unsaid = 0;
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
