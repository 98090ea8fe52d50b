package io.kakou.analysis.face;

import io.kakou.analysis.stature.Build;

/**
 * What the looks at one person's face said.
 *
 * @param child looks that said child
 * @param adult looks that said adult
 * @param asked looks in all
 * @param lastSeconds the newest, on the camera's timeline
 */
public record FaceVotes(int child, int adult, int asked, double lastSeconds) {
    public static final FaceVotes NONE = new FaceVotes(0, 0, 0, 0);

    /** One look more. */
    public FaceVotes and(FaceSaid said, double seconds) {
        return new FaceVotes(
                child + (said == FaceSaid.CHILD ? 1 : 0), adult + (said == FaceSaid.ADULT ? 1 : 0), asked + 1, seconds);
    }

    /** Child or adult where enough looks agree. */
    public Build build(FaceSettings settings) {
        int votes = child + adult;
        if (votes < settings.votes() || votes == 0) {
            return Build.UNKNOWN;
        }
        if (child >= settings.agreeing() * votes) {
            return Build.CHILD;
        }
        return adult >= settings.agreeing() * votes ? Build.ADULT : Build.UNKNOWN;
    }

    /** Whether another look is worth its time. */
    public boolean isOpen(FaceSettings settings, double seconds) {
        boolean told = asked >= settings.mostAsked() || child + adult >= 2 * settings.votes();
        return asked == 0 || (!told && seconds - lastSeconds >= settings.everySeconds());
    }
}
