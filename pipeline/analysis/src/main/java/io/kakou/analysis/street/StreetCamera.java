package io.kakou.analysis.street;

import io.kakou.analysis.look.Effort;
import io.kakou.analysis.look.Plan;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;

/**
 * One live camera of a street. Network threads bring its pictures; whichever looking thread is free takes them, never two
 * at once.
 */
public final class StreetCamera implements AutoCloseable {
    /** While it is followed, pictures are decoded so many seconds at a time. */
    private static final double BATCH_SECONDS = 0.5;
    /** A keyframe that can wait is judged within this. */
    private static final double PATIENCE_SECONDS = 1;

    private final String id;
    private final Street street;
    private final Inbox inbox;
    private final Hints hints = new Hints();
    private final Looking looking;
    private volatile Plan plan;
    private volatile boolean urgent;
    private volatile boolean hinted;
    private volatile boolean broken;
    private volatile Wanted wanted = Wanted.EVERY_PICTURE;

    /** This and what follows is guarded by the street's lock. */
    double deadline;

    /** Its place in the queue. */
    double turn;

    State state = State.RESTING;
    /** Whether more came due while it was looked at. */
    boolean again;

    boolean lookedAt;

    /** Where a camera stands in the street's queue. */
    enum State {
        RESTING,
        QUEUED,
        LOOKED_AT,
        CLOSED
    }

    /** @param first what it is given until the first planning */
    StreetCamera(Street street, Plan first, Looking looking) {
        this.id = looking.camera();
        this.street = street;
        this.plan = first;
        this.looking = looking;
        this.inbox = looking.inbox();
    }

    String id() {
        return id;
    }

    /** @param goesFirst whether it is looked at though the cores are spent */
    void give(Plan now, boolean goesFirst) {
        plan = now;
        urgent = goesFirst;
        want(now);
    }

    /** Whether it is looked at though the cores are spent. */
    boolean isUrgent() {
        return urgent;
    }

    /** A new session begins: what comes now has a timeline of its own. */
    public void sessionBegins() {
        inbox.sessionBegins();
    }

    /** Which pictures it has a use for now; asked by network threads, and answered at once. */
    public Wanted wanted() {
        return wanted;
    }

    private void want(Plan given) {
        boolean rests = looking.keeps(given) == Inbox.Keep.KEYFRAME && !Double.isNaN(inbox.gopSeconds(Double.NaN));
        wanted = rests ? Wanted.KEYFRAMES : Wanted.EVERY_PICTURE;
    }

    /** Takes a coded picture of the newest session; never waits. Pictures come one after the other. */
    public void accept(AccessUnit unit) {
        double now = street.now();
        Plan given = plan;
        boolean hint = isHint(unit);
        Coded coded = inbox.offer(unit, now, looking.keeps(given));
        if (coded == null) {
            return;
        }
        if (unit.keyframe()) {
            want(given);
        }
        if (looking.isFollowing()) {
            if (coded.seconds() - looking.decodedSeconds() >= BATCH_SECONDS) {
                street.due(this, now + BATCH_SECONDS);
            }
        } else if (unit.keyframe()) {
            keyframe(coded, given, now);
        } else if (hint && given.effort() == Effort.FOLLOW && street.hasSpare()) {
            hinted = true;
            street.due(this, now + PATIENCE_SECONDS);
        }
    }

    private boolean isHint(AccessUnit unit) {
        if (unit.keyframe()) {
            hints.keyframe();
            return false;
        }
        return hints.see(unit.bytes().length);
    }

    /** One that is looked at now and then is so when the next keyframe would come too late. */
    private void keyframe(Coded coded, Plan given, double now) {
        double since = coded.seconds() - looking.lookedSeconds();
        double gop = inbox.gopSeconds(0);
        boolean follows = given.effort() == Effort.FOLLOW;
        double least = follows ? Looking.LEAST_SECONDS : given.glanceSeconds() - Looking.SLACK_SECONDS - gop;
        if (since >= least) {
            double spare = Math.max(0, given.glanceSeconds() - Looking.SLACK_SECONDS - since);
            street.due(this, now + (follows ? PATIENCE_SECONDS : Math.min(PATIENCE_SECONDS, spare)));
        }
    }

    /** On a looking thread. */
    void look(Lenses lenses) {
        boolean asked = hinted;
        hinted = false;
        switch (looking.look(plan, asked ? Looking.Reason.HINT : Looking.Reason.KEYFRAME, lenses)) {
            case HINT_CAME_TRUE -> hints.cameTrue();
            case HINT_CAME_TO_NOTHING -> hints.cameToNothing();
            case LOOKED -> {}
        }
    }

    void broke() {
        broken = true;
    }

    /** Coded pictures let go because looking took longer than they lasted, or for want of a keyframe. */
    public long dropped() {
        return inbox.dropped();
    }

    /** Whether a bug ended the watching; only a new camera goes on. */
    public boolean isBroken() {
        return broken;
    }

    /** How it is watched now. */
    public Attention attention() {
        double received = looking.judgedReceived();
        Double stale = received == Double.NEGATIVE_INFINITY ? null : street.now() - received;
        return new Attention(plan, stale, looking.isFollowing(), hints.isUseful());
    }

    double gopSeconds() {
        return inbox.gopSeconds(2);
    }

    boolean isFollowing() {
        return looking.isFollowing();
    }

    /** On whichever thread has it last. */
    void end() {
        looking.close();
    }

    /** Nobody looks at it any more when this returns. */
    @Override
    public void close() {
        street.remove(this);
    }
}
