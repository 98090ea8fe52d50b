package io.kakou.benchmarks.child;

import io.kakou.analysis.stature.Build;
import io.kakou.benchmarks.child.ChildBench.Found;
import io.kakou.benchmarks.child.ChildBench.Line;
import io.kakou.models.evaluation.Share;
import java.util.List;
import java.util.Map;

/**
 * The figures, a walker alone being one case: its track's build is what most looks that knew one said.
 *
 * @param children staged children alone that were called children, of those called anything
 * @param adults the same of adults
 * @param unknown of both, those never called anything, and those never seen
 * @param balanced the mean of the two shares
 * @param told children alone for whom an alert was raised within half a minute
 * @param largeTold the same of those at least {@link #LARGE} pixels tall
 * @param toldBesideStranger the same while an adult goes elsewhere in the picture
 * @param accompanied children with an adult for whom one was raised: all of them false
 * @param adultAlerts adults alone for whom one was raised: all of them false
 */
public record ChildFigures(
        Share children,
        Share adults,
        Share unknown,
        double balanced,
        Share told,
        Share largeTold,
        Share toldBesideStranger,
        Share accompanied,
        Share adultAlerts) {
    /** From here on a person is measured as asked for. */
    static final double LARGE = 60;

    /** Of what was found. */
    public static ChildFigures of(Found found) {
        List<Build> small = builds(found, ChildBench.CHILD_ALONE);
        List<Build> tall = builds(found, ChildBench.ADULT_ALONE);
        Share children = right(small, Build.CHILD);
        Share adults = right(tall, Build.ADULT);
        return new ChildFigures(
                children,
                adults,
                Share.of(count(small, Build.UNKNOWN) + count(tall, Build.UNKNOWN), small.size() + tall.size()),
                (children.value() + adults.value()) / 2,
                alerted(lines(found, ChildBench.CHILD_ALONE)),
                alerted(large(found)),
                alerted(lines(found, ChildBench.CHILD_AND_STRANGER)),
                alerted(lines(found, ChildBench.CHILD_WITH_ADULT)),
                alerted(lines(found, ChildBench.ADULT_ALONE)));
    }

    private static List<Build> builds(Found found, String scene) {
        return lines(found, scene).stream()
                .map(line -> most(line.outcome().builds().get(0)))
                .toList();
    }

    private static Build most(Map<Build, Integer> looks) {
        int child = looks.getOrDefault(Build.CHILD, 0);
        int adult = looks.getOrDefault(Build.ADULT, 0);
        if (child == adult) {
            return Build.UNKNOWN;
        }
        return child > adult ? Build.CHILD : Build.ADULT;
    }

    private static Share right(List<Build> builds, Build truth) {
        return Share.of(count(builds, truth), builds.size() - count(builds, Build.UNKNOWN));
    }

    private static int count(List<Build> builds, Build build) {
        return (int) builds.stream().filter(one -> one == build).count();
    }

    private static List<Line> large(Found found) {
        return lines(found, ChildBench.CHILD_ALONE).stream()
                .filter(line -> line.pixels() >= LARGE)
                .toList();
    }

    private static Share alerted(List<Line> lines) {
        return Share.of(
                (int) lines.stream().filter(line -> line.outcome().raised() > 0).count(), lines.size());
    }

    private static List<Line> lines(Found found, String scene) {
        return found.lines().stream().filter(line -> line.scene().equals(scene)).toList();
    }
}
