package io.kakou.benchmarks.endure;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.benchmarks.process.Running;
import io.kakou.benchmarks.record.StoreProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The measured time: asks all of it every half minute how it is, and takes the store away in the middle. */
final class Hour {
    private static final double TICK_SECONDS = 5;
    private static final int TICKS_A_SAMPLE = 6;
    private static final double UNSEEN_SECONDS = 60;
    private static final double MIB = 1 << 20;
    /** Open minutes lie in the spool too, now more of them, now less. */
    private static final double DRAINED_SHARE = 1.3;

    private final Running kakou;
    private final StoreProcess store;
    private final Plan plan;
    private final Consumer<String> said;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Threads> threads = new HashMap<>();
    private final Map<String, Long> pids = new HashMap<>();
    private final Set<String> stuck = new LinkedHashSet<>();
    private int restarts;
    private double usuallySpooled;
    private double mostSpooled;
    private double returnedAt = Double.NaN;
    private double drained = -1;

    Hour(Running kakou, StoreProcess store, Plan plan, Consumer<String> said) {
        this.kakou = kakou;
        this.store = store;
        this.plan = plan;
        this.said = said;
    }

    void pass() throws IOException, InterruptedException {
        long began = System.nanoTime();
        double passed = 0;
        for (int tick = 0; passed < plan.seconds(); tick++) {
            keepStore(passed);
            double spooled = spooledMiB();
            drain(spooled, passed);
            if (tick % TICKS_A_SAMPLE == 0) {
                sample(passed, spooled);
            }
            double next = Math.min(plan.seconds(), (tick + 1) * TICK_SECONDS);
            Pause.seconds(next - (System.nanoTime() - began) / 1e9);
            passed = (System.nanoTime() - began) / 1e9;
        }
        store.comeBack();
        sample(passed, spooledMiB());
    }

    Course course() {
        return new Course(samples);
    }

    List<String> stuck() {
        return List.copyOf(stuck);
    }

    int restarts() {
        return restarts;
    }

    double mostSpooledMiB() {
        return mostSpooled;
    }

    /** From the store's return; -1 where more waited at the end than before it went. */
    double drainSeconds() {
        return drained;
    }

    private void keepStore(double passed) throws IOException, InterruptedException {
        if (plan.awayAt(passed)) {
            store.leave();
        } else {
            store.comeBack();
        }
    }

    private double spooledMiB() throws IOException, InterruptedException {
        JsonNode recording = kakou.ask("/health").path("recording");
        return recording.path("spooledBytes").asDouble() / MIB;
    }

    private void drain(double spooled, double passed) {
        mostSpooled = Math.max(mostSpooled, spooled);
        if (passed < plan.awayFrom()) {
            usuallySpooled = Math.max(usuallySpooled, spooled);
        } else if (!plan.awayAt(passed)) {
            returnedAt = Double.isNaN(returnedAt) ? passed : returnedAt;
            boolean now = drained < 0 && spooled <= DRAINED_SHARE * usuallySpooled;
            drained = now ? passed - returnedAt : drained;
        }
    }

    private void sample(double passed, double spooled) throws IOException, InterruptedException {
        for (Map.Entry<String, ProcessMeter> role : kakou.roles().entrySet()) {
            look(role.getKey(), role.getValue());
        }
        ProcessMeter analysis = kakou.analysis();
        Jvm jvm = new Jvm(analysis);
        int[] unseen = unseen();
        Sample sample = new Sample(
                rounded(passed / 60),
                rounded(analysis.rssMiB()),
                rounded(jvm.nativeMiB(jvm.heap())),
                rounded(kakou.rssMiB() + store.rssMiB()),
                analysis.threads(),
                analysis.descriptors(),
                unseen[0],
                unseen[1],
                rounded(spooled));
        samples.add(sample);
        said.accept(String.format(Locale.ROOT, "%s, stuck: %d, restarts: %d", sample, stuck.size(), restarts));
    }

    private void look(String role, ProcessMeter meter) throws InterruptedException {
        Long before = pids.put(role, meter.pid());
        if (before != null && before != meter.pid()) {
            restarts++;
            threads.remove(role);
        }
        try {
            String dump = new Jvm(meter).threads();
            for (String each :
                    threads.computeIfAbsent(role, name -> new Threads()).stuck(dump)) {
                stuck.add(role + ": " + each);
            }
        } catch (IOException e) {
            said.accept("the threads of " + role + " are not known: " + e.getMessage());
        }
    }

    /** Cameras that were not looked at for a minute: those without a fault, others. */
    private int[] unseen() throws IOException, InterruptedException {
        JsonNode cameras = kakou.street().path("cameras");
        int[] unseen = new int[2];
        for (int number = 1; number <= plan.cameras(); number++) {
            JsonNode stale = cameras.path(Plan.id(number)).path("staleSeconds");
            boolean seen = stale.isNumber() && stale.asDouble() <= UNSEEN_SECONDS;
            if (!seen) {
                unseen[Group.of(number) == Group.HEALTHY ? 0 : 1]++;
            }
        }
        return unseen;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
