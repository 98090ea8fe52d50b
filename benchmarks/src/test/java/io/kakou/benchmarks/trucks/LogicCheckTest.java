package io.kakou.benchmarks.trucks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kakou.benchmarks.trucks.story.Story.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real job on a small story; {@code kakou bench trucks} sends a whole night through. */
class LogicCheckTest {
    /** 22:00 in Hangzhou, at least ten hours ago. */
    private static Instant night() {
        return Instant.now()
                .minusSeconds(36_000)
                .minusSeconds(14 * 3_600)
                .truncatedTo(ChronoUnit.DAYS)
                .plusSeconds(14 * 3_600);
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_clean_reading_is_judged_exactly_and_a_noisy_one_accuses_nobody(Reading reading) throws Exception {
        LogicFigures figures = new LogicCheck(folder, 1, 200, 20, reading).run(night());

        assertThat(figures.unknownAsViolation()).as("%s", figures.wrong()).isZero();
        assertThat(figures.precision()).as("%s", figures.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(figures.clonesTold()).isEqualTo(figures.clonesFound());
        assertThat(figures.withdrawn()).isPositive();
        assertThat(figures.dead()).isEqualTo(Map.of("sightings-dead", LogicCheck.BAD));
        if (reading == Reading.CLEAN) {
            assertThat(figures.exact()).as("%s", figures.wrong()).isEqualTo(figures.comparable());
            assertThat(figures.clonesFound()).isEqualTo(figures.clones());
            assertThat(figures.tippedFound()).isEqualTo(figures.tipped() - figures.tippedCovered());
        } else {
            assertThat(figures.recall()).isGreaterThan(0.5);
        }
    }

    @Test
    void the_story_knows_no_rule() {
        classes()
                .that()
                .resideInAPackage("io.kakou.benchmarks.trucks.story")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.kakou.events",
                        "io.kakou.events.truck",
                        "io.kakou.benchmarks.trucks.story")
                .check(new ClassFileImporter().importPackages("io.kakou.benchmarks.trucks.story"));
    }
}
