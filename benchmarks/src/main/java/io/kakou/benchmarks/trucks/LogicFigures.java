package io.kakou.benchmarks.trucks;

import io.kakou.benchmarks.trucks.story.Pass;
import io.kakou.benchmarks.trucks.story.Story;
import io.kakou.benchmarks.trucks.story.Truth;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a story. A logic check, no accuracy: trucks, papers and readings are made up.
 *
 * @param seconds that it took, the broker's start and its last quiet too
 * @param passes times that a truck passed a camera
 * @param misread the share of readings with a wrong sign
 * @param exact passes judged as they are: lawful as clean, unlawful as a violation, what cannot be said as unknown
 * @param comparable of so many; clones are counted apart
 * @param violations passes judged a violation
 * @param precision of these, the share that is one
 * @param recall of unlawful passes, the share judged a violation
 * @param unknownAsViolation passes of which nothing can be said, judged a violation
 * @param lawfulAsViolation lawful ones, likewise
 * @param clonesFound plates that two trucks bear and that were told
 * @param clonesTold plates told as such
 * @param tippedFound dumped loads told with the right truck and the right site
 * @param tippedTold with any truck
 * @param tippedCovered of which no camera read the plate at the site's gate before: nobody can say where such a load is from
 * @param withdrawn violations withdrawn when the late permits came
 * @param dead records refused, by the topic
 * @param wrong the first passes that differ, for people
 */
public record LogicFigures(
        String kind,
        String reading,
        long seed,
        int trucks,
        int sites,
        double seconds,
        int passes,
        double misread,
        int exact,
        int comparable,
        int violations,
        double precision,
        double recall,
        int unlawful,
        int unknownAsViolation,
        int lawfulAsViolation,
        int clones,
        int clonesFound,
        int clonesTold,
        int tipped,
        int tippedFound,
        int tippedTold,
        int tippedCovered,
        int withdrawn,
        Map<String, Integer> dead,
        List<String> wrong) {
    private static final int MOST_SHOWN = 12;

    /** @param verdicts the newest of each pass, by camera and time, and those of no pass */
    static LogicFigures of(
            Story story, LogicCheck check, Verdicts verdicts, Map<String, Integer> dead, double seconds) {
        Count count = new Count();
        for (Pass pass : story.passes()) {
            count.add(story, pass, verdicts.of(pass));
        }
        Set<String> told = verdicts.cloned();
        Set<String> found = new HashSet<>(told);
        found.retainAll(story.cloned());
        return new LogicFigures(
                "logic check, no accuracy",
                check.reading().name(),
                check.seed(),
                check.trucks(),
                check.sites(),
                Math.round(seconds),
                story.passes().size(),
                story.misread(),
                count.exact,
                count.comparable,
                count.violations,
                count.violations == 0 ? 1 : (double) count.rightly / count.violations,
                count.unlawful == 0 ? 1 : (double) count.foundUnlawful / count.unlawful,
                count.unlawful,
                count.unknownAsViolation,
                count.lawfulAsViolation,
                story.cloned().size(),
                found.size(),
                told.size(),
                count.tipped,
                count.tippedFound,
                count.tippedTold,
                count.tippedCovered,
                verdicts.withdrawn(),
                new TreeMap<>(dead),
                List.copyOf(count.wrong));
    }

    private static final class Count {
        private int exact;
        private int comparable;
        private int violations;
        private int rightly;
        private int unlawful;
        private int foundUnlawful;
        private int unknownAsViolation;
        private int lawfulAsViolation;
        private int tipped;
        private int tippedFound;
        private int tippedTold;
        private int tippedCovered;
        private final Set<String> wrong = new TreeSet<>();

        private void add(Story story, Pass pass, TruckVerdict verdict) {
            boolean covered = story.unread().contains(Story.key(pass)) && pass.origin() == null;
            Truth truth = covered ? Truth.CANNOT_SAY : pass.truth();
            boolean violation = verdict.judgement() == Judgement.VIOLATION;
            violations += violation ? 1 : 0;
            rightly += violation && (truth == Truth.UNLAWFUL || truth == Truth.CLONED) ? 1 : 0;
            unlawful += truth == Truth.UNLAWFUL ? 1 : 0;
            foundUnlawful += violation && truth == Truth.UNLAWFUL ? 1 : 0;
            unknownAsViolation += violation && truth == Truth.CANNOT_SAY ? 1 : 0;
            lawfulAsViolation += violation && truth == Truth.LAWFUL ? 1 : 0;
            if (truth != Truth.CLONED) {
                comparable++;
                boolean same = verdict.judgement() == expected(truth);
                exact += same ? 1 : 0;
                boolean grave = violation && truth != Truth.UNLAWFUL;
                if (!same && (grave || wrong.size() < MOST_SHOWN)) {
                    wrong.add((grave ? "" : "~ ") + pass + " judged " + verdict.plate() + " " + verdict.reason() + " "
                            + verdict.sightings().stream()
                                    .map(each -> each.camera() + " " + each.share())
                                    .toList());
                }
            }
            if (pass.origin() != null) {
                tipped++;
                boolean told = verdict.reason() == TruckReason.DUMPED;
                tippedTold += told ? 1 : 0;
                boolean right =
                        pass.plate().equals(verdict.plate()) && pass.origin().equals(verdict.site());
                tippedFound += told && right ? 1 : 0;
                boolean unseen = isUnseen(story, pass);
                tippedCovered += unseen ? 1 : 0;
                if (told && !right && !unseen) {
                    wrong.add(pass + " told as " + verdict.plate() + " from " + verdict.site());
                }
            }
        }

        /** Whether the plate was covered at each gate of a site that it left before. */
        private static boolean isUnseen(Story story, Pass tipped) {
            return story.passes().stream()
                    .filter(each ->
                            each.truck().equals(tipped.truck()) && each.at().isBefore(tipped.at()))
                    .filter(each -> each.camera().equals("gate-" + tipped.origin()))
                    .allMatch(each -> story.unread().contains(Story.key(each)));
        }

        private static Judgement expected(Truth truth) {
            return switch (truth) {
                case LAWFUL -> Judgement.CLEAN;
                case UNLAWFUL -> Judgement.VIOLATION;
                case CANNOT_SAY, CLONED -> Judgement.UNKNOWN;
            };
        }
    }
}
