package io.kakou.analysis.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares the cores among all cameras of a process, by what each cost lately. Everybody is glanced at first; then, in the
 * order of {@link Rank}, cameras are given what their events need while the cores last. Where not even glances have room,
 * their intervals stretch evenly; lifts and what is open do not. Roads stretch together before one is given up. One thread
 * at a time.
 *
 * <p>It knows no clock: {@link #replan} is told what became of the plan before.
 */
public final class StreetPlanner {
    /** So much of the cores is planned; the rest is for what comes unforeseen. */
    private static final double PLANNED = 0.9;
    /** A plan is taken to be wrong by no more than this, and corrected in steps. */
    private static final double MOST_CORRECTION = 4;

    private static final double LEAST_CORRECTION = 0.4;

    private static final double CORRECTING = 0.1;
    /** What is due is looked at within this, or what was spent is not all that was planned. */
    private static final double LATE_SECONDS = 2.5;

    /** Of the cores, what is open is put before all others up to so much; lifts are beyond it. */
    private static final double OPEN_SHARE = 0.7;
    /** Of the cores, so much more is followed from one planning to the next: what it does to all the rest shows later. */
    private static final double ADMITTED = 0.03;

    private static final double LEAST_HAD = 0.2;
    private static final double LOSING = 0.3;
    private static final double REGAINING = 0.1;
    /** Share of the time that a camera is followed, until its own is known. */
    private static final double USUAL_ACTIVE = 0.05;

    private static final double ACTIVE_WEIGHT = 0.02;
    private static final double USUAL_DETECTING = 0.2;
    private static final double DETECTING_WEIGHT = 0.05;

    private final StreetSettings settings;
    private final Map<Rank, Costs> usual = new HashMap<>();
    private final Map<String, Share> shares = new HashMap<>();
    private Circumstances circumstances = Circumstances.USUAL;
    private double correction = 1;
    /** Share of the cores that looking really gets. */
    private double had = 1;

    private double predicted;
    private double stretch = 1;
    /** Of the newest plan, uncorrected. */
    private double urgent;

    private double glances;
    /** By the newest plan, what those cost that are followed since. */
    private double admitted;

    /** One camera's. */
    private static final class Share {
        final String camera;
        final Wish wish;
        /** Of its rank. */
        final Costs usual;

        final Costs costs;
        double active = USUAL_ACTIVE;
        /** Share of the glances that a detection followed. */
        double detecting = USUAL_DETECTING;

        double gopSeconds = 2;
        /** Whether it is not asked whether there is room. */
        boolean urgent;

        Plan plan;

        Share(String camera, Wish wish, Costs usual, Plan plan) {
            this.camera = camera;
            this.wish = wish;
            this.usual = usual;
            this.costs = new Costs(usual);
            this.plan = plan;
        }

        void learn(Work work) {
            switch (work) {
                case GLANCE -> detecting -= DETECTING_WEIGHT * detecting;
                case DETECTION -> detecting += DETECTING_WEIGHT;
                case FOLLOWED -> {}
            }
        }

        double glance(double seconds) {
            return costs.of(Work.GLANCE) / Math.max(seconds, gopSeconds);
        }

        /** What following costs beyond glancing. */
        double follow(double glanceSeconds) {
            double keys = (costs.of(Work.GLANCE) + detecting * costs.of(Work.DETECTION)) / gopSeconds;
            double followed = active * costs.of(Work.FOLLOWED);
            return Math.max(0, (1 - active) * keys + followed - glance(glanceSeconds));
        }
    }

    /**
     * How the cores are shared.
     *
     * @param cores that may be spent: those of the settings, less what others on the machine take of them
     * @param planned that the plan comes to, by what things cost lately
     * @param glanceStretch how many times the promised interval everybody waits
     * @param followed cameras that are given all that their events need by following
     * @param sampled roads that are
     * @param withLess cameras that are not
     * @param urgent of what is planned, in cores: glances at lifts and at what is open, and following them
     * @param glances the same: glances at all others
     */
    public record Sharing(
            double cores,
            double planned,
            double glanceStretch,
            int followed,
            int sampled,
            int withLess,
            double urgent,
            double glances) {}

    public StreetPlanner(StreetSettings settings) {
        this.settings = settings;
    }

    /** Adds a camera; it begins with what it wishes for, until the next planning. */
    public void add(String camera, Wish wish) {
        Costs ofRank = usual.computeIfAbsent(wish.rank(), rank -> new Costs(null));
        Plan first = Plan.asWished(wish, settings.promisedSeconds());
        shares.put(camera, new Share(camera, wish, ofRank, first));
    }

    public void remove(String camera) {
        shares.remove(camera);
    }

    /** What a piece of a camera's work cost. */
    public void spent(String camera, Work work, double cpuSeconds) {
        Share share = shares.get(camera);
        if (share != null) {
            share.costs.spent(work, cpuSeconds);
            share.learn(work);
            share.usual.spent(work, cpuSeconds);
        }
    }

    /**
     * How a camera spent its last seconds.
     *
     * @param followed whether something was followed in them
     * @param gopSeconds from keyframe to keyframe
     */
    public void lasted(String camera, Activity followed, double gopSeconds) {
        Share share = shares.get(camera);
        if (share != null) {
            share.active += ACTIVE_WEIGHT * ((followed == Activity.FOLLOWED ? 1 : 0) - share.active);
            share.gopSeconds = gopSeconds;
        }
    }

    /** Whether anything went on at a camera. */
    public enum Activity {
        QUIET,
        FOLLOWED
    }

    public void under(Circumstances now) {
        circumstances = now;
    }

    /** What a camera is given; null where it is not known. */
    public @Nullable Plan plan(String camera) {
        Share share = shares.get(camera);
        return share == null ? null : share.plan;
    }

    /** Whether a camera is looked at though the cores are spent; false where it is not known. */
    public boolean isUrgent(String camera) {
        Share share = shares.get(camera);
        return share != null && share.urgent;
    }

    /** Shares the cores anew. */
    public Sharing replan(Spent spent) {
        have(spent.openCores());
        correct(spent.cores(), spent.lateSeconds() > LATE_SECONDS ? 1 : LEAST_CORRECTION);
        double cores = PLANNED * had * settings.cores() / correction;
        List<Share> order = new ArrayList<>(shares.values());
        order.sort(Comparator.comparingDouble((Share share) -> circumstances.order(share.camera, share.wish))
                .thenComparing(share -> share.camera));
        double left = cores - first(order, cores);
        List<Share> roads =
                order.stream().filter(share -> effort(share) == Effort.SAMPLE).toList();
        boolean sampled = false;
        admitted = 0;
        for (Share share : order) {
            switch (effort(share)) {
                case GLANCE -> share.plan = glancing(share, true);
                case FOLLOW -> left -= follow(share, left);
                case SAMPLE -> {
                    // Roads share evenly: all of them at the place of the first.
                    if (!sampled) {
                        sampled = true;
                        left -= sample(roads, left);
                    }
                }
            }
        }
        predicted = cores - left;
        return sharing();
    }

    /** What glances at everybody take, and lifts and what is open: they are not asked whether there is room. */
    private double first(List<Share> order, double cores) {
        urgent = 0;
        double wanted = 0;
        for (Share share : order) {
            double cost = share.glance(settings.promisedSeconds()) + share.follow(settings.promisedSeconds());
            share.urgent = isUrgent(share, urgent + cost <= OPEN_SHARE * cores);
            if (share.urgent) {
                urgent += cost;
            } else {
                wanted += share.glance(settings.promisedSeconds());
            }
        }
        double most = settings.longestSeconds() / settings.promisedSeconds();
        double room = Math.max(1e-6, cores - urgent);
        stretch = Math.max(1, Math.min(most, wanted / room));
        glances = wanted / stretch;
        return urgent + glances;
    }

    private Effort effort(Share share) {
        return circumstances.effort(share.camera, share.wish);
    }

    private boolean isUrgent(Share share, boolean fits) {
        boolean asked = effort(share) == Effort.FOLLOW && circumstances.isUrgent(share.camera, share.wish);
        return asked && (fits || share.wish.rank() == Rank.LIFT);
    }

    /** What is spent of what is left. */
    private double follow(Share share, double left) {
        if (share.urgent) {
            share.plan = following(share);
            return 0;
        }
        double cost = share.follow(glanceSeconds());
        // One that is followed stays so as long as it fits; a new one needs room to spare.
        boolean fresh = share.plan.effort() != Effort.FOLLOW;
        boolean fits = fresh ? 1.2 * cost <= left && admitted < ADMITTED * settings.cores() : cost <= left;
        admitted += fits && fresh ? cost : 0;
        share.plan = fits ? following(share) : glancing(share, false);
        return fits ? cost : 0;
    }

    private Plan following(Share share) {
        return new Plan(Effort.FOLLOW, share.gopSeconds, share.wish.pace().intervalSeconds(), 1, true);
    }

    private Plan glancing(Share share, boolean whole) {
        return new Plan(Effort.GLANCE, glanceSeconds(), share.wish.pace().intervalSeconds(), stretch, whole);
    }

    private double sample(List<Share> roads, double left) {
        double wanted = roads.stream().mapToDouble(StreetPlanner::sampling).sum();
        double most = roads.stream()
                .mapToDouble(road -> settings.sampleSeconds() / road.wish.pace().intervalSeconds())
                .min()
                .orElse(1);
        double slower = Math.max(1, Math.min(most, wanted / Math.max(1e-6, left)));
        double spent = 0;
        for (Share road : roads) {
            double cost = sampling(road) / slower;
            boolean fits = spent + cost <= left + 1e-9;
            spent += fits ? cost : 0;
            double seconds = road.wish.pace().intervalSeconds() * slower;
            road.plan = fits ? new Plan(Effort.SAMPLE, glanceSeconds(), seconds, slower, true) : glancing(road, false);
        }
        return spent;
    }

    private static double sampling(Share road) {
        return road.costs.of(Work.DETECTION) / road.wish.pace().intervalSeconds();
    }

    private double glanceSeconds() {
        return settings.promisedSeconds() * stretch;
    }

    /** What others on the machine take cannot be planned. */
    private void have(double openCores) {
        double open = Math.max(LEAST_HAD, Math.min(1, openCores / settings.cores()));
        had += (open < had ? LOSING : REGAINING) * (open - had);
    }

    /** A plan is what things cost lately; what it leaves out shows in what was spent. */
    private void correct(double spentCores, double least) {
        if (predicted > 0 && spentCores > 0) {
            double wrong = Math.max(least, Math.min(MOST_CORRECTION, spentCores / predicted));
            correction += CORRECTING * (wrong - correction);
        }
    }

    private Sharing sharing() {
        int followed = 0;
        int sampled = 0;
        int less = 0;
        for (Share share : shares.values()) {
            followed += share.plan.effort() == Effort.FOLLOW ? 1 : 0;
            sampled += share.plan.effort() == Effort.SAMPLE ? 1 : 0;
            less += share.plan.whole() ? 0 : 1;
        }
        return new Sharing(
                had * settings.cores(),
                predicted * correction,
                stretch,
                followed,
                sampled,
                less,
                urgent * correction,
                glances * correction);
    }
}
