package io.kakou.analysis.track;

import io.kakou.models.Box;
import io.kakou.models.Detection;

/**
 * One thing followed from look to look.
 *
 * @param id counts up within a camera's memory
 * @param label the model's word in the newest look that saw it
 * @param score the detection's score in that look, 0 to 1
 * @param box where it was seen in that look
 * @param firstSeconds when it was first seen, on the camera's timeline
 * @param lastSeconds when it was last seen
 * @param hits looks that saw it
 */
public record Track(
        long id,
        Subject subject,
        String label,
        double score,
        Box box,
        Motion motion,
        double firstSeconds,
        double lastSeconds,
        int hits) {
    static Track begin(long id, Detection seen, double seconds) {
        return new Track(
                id,
                Subject.of(seen.label()),
                seen.label(),
                seen.score(),
                seen.box(),
                Motion.of(seen.box()),
                seconds,
                seconds,
                1);
    }

    /** Where it should be by now; the motion is that of when it was last seen. */
    Box expectedAt(double seconds) {
        return motion.after(seconds - lastSeconds).box();
    }

    Track seen(Detection detection, double seconds) {
        Motion moved = motion.after(seconds - lastSeconds).seenAt(detection.box());
        return new Track(
                id,
                subject,
                detection.label(),
                detection.score(),
                detection.box(),
                moved,
                firstSeconds,
                seconds,
                hits + 1);
    }

    Track standing(double seconds) {
        return new Track(id, subject, label, score, box, motion.standing(), firstSeconds, seconds, hits);
    }

    public boolean seenAt(double seconds) {
        return lastSeconds == seconds;
    }
}
