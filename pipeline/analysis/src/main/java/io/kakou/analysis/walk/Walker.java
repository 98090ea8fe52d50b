package io.kakou.analysis.walk;

import io.kakou.analysis.face.FaceSettings;
import io.kakou.analysis.face.FaceVotes;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.Statures.Judged;
import io.kakou.models.Box;
import java.util.List;
import java.util.Objects;

/**
 * One person under way.
 *
 * @param id the first track's that was this person
 * @param track the present one
 * @param box where it was seen last
 * @param firstSeconds when it was first seen, on the camera's timeline
 * @param lastSeconds when it was last seen
 * @param stoppedSeconds since when it stands; the same as {@code lastSeconds} while it walks
 * @param stoppedAt the box in which it came to stand
 * @param bearings how it was under way in its looks
 * @param sights its upright, whole looks, the newest; a rider's with what it rides
 * @param stature what they come to
 * @param company who was near lately
 * @param face what its face said
 */
public record Walker(
        long id,
        long track,
        Box box,
        double firstSeconds,
        double lastSeconds,
        double stoppedSeconds,
        Box stoppedAt,
        Bearings bearings,
        List<Standing> sights,
        Judged stature,
        List<Companion> company,
        FaceVotes face) {
    public Walker {
        face = Objects.requireNonNullElse(face, FaceVotes.NONE);
        sights = List.copyOf(sights);
        company = List.copyOf(company);
    }

    public Bearing bearing() {
        return bearings.most();
    }

    public boolean seenAt(double seconds) {
        return lastSeconds == seconds;
    }

    /** Whether it ever left the place where it was first seen: posts and dolls do not. */
    public boolean hasMoved() {
        return stoppedSeconds > firstSeconds;
    }

    Walker with(List<Companion> newCompany) {
        return new Walker(
                id,
                track,
                box,
                firstSeconds,
                lastSeconds,
                stoppedSeconds,
                stoppedAt,
                bearings,
                sights,
                stature,
                newCompany,
                face);
    }

    /** Child or adult by height and by face: by the one that knows, and by neither where they disagree. */
    public Build build(FaceSettings settings) {
        Build byFace = face.build(settings);
        Build byHeight = stature.build();
        if (byFace == Build.UNKNOWN || byFace == byHeight) {
            return byHeight;
        }
        return byHeight == Build.UNKNOWN ? byFace : Build.UNKNOWN;
    }
}
