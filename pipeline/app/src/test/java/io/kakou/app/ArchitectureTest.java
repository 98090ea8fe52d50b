package io.kakou.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** The house: arrows run one way, rooms form no ring, and each outside thing has one room that knows it. */
@AnalyzeClasses(packages = "io.kakou", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_run_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("rtsp")
            .definedBy("io.kakou.rtsp..")
            .layer("models")
            .definedBy("io.kakou.models..")
            .layer("events")
            .definedBy("io.kakou.events..")
            .layer("analysis")
            .definedBy("io.kakou.analysis..")
            .layer("jobs")
            .definedBy("io.kakou.jobs..")
            .layer("console")
            .definedBy("io.kakou.console..")
            .layer("app")
            .definedBy("io.kakou.app..")
            .whereLayer("rtsp")
            .mayNotAccessAnyLayer()
            .whereLayer("models")
            .mayNotAccessAnyLayer()
            .whereLayer("events")
            .mayNotAccessAnyLayer()
            .whereLayer("analysis")
            .mayOnlyAccessLayers("rtsp", "models", "events")
            .whereLayer("jobs")
            .mayOnlyAccessLayers("events")
            .whereLayer("console")
            .mayOnlyAccessLayers("events")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule rooms_form_no_ring =
            slices().matching("io.kakou.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule records_on_the_log_are_of_jdk_types = classes()
            .that()
            .resideInAPackage("io.kakou.events")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.kakou.events", "org.jspecify..");

    @ArchTest
    static final ArchRule only_decode_knows_ffmpeg = onlyKnows("io.kakou.analysis.decode..", "org.bytedeco..");

    @ArchTest
    static final ArchRule each_module_has_one_room_that_knows_s3 = noClasses()
            .that()
            .resideOutsideOfPackages("io.kakou.analysis.store..", "io.kakou.console.clips..", "io.kakou.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.minio..");

    @ArchTest
    static final ArchRule only_those_who_speak_to_the_network_know_netty = noClasses()
            .that()
            .resideOutsideOfPackages("io.kakou.rtsp..", "io.kakou.analysis.lift.modbus..", "io.kakou.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule one_room_knows_modbus = onlyKnows("io.kakou.analysis.lift.modbus..", "com.digitalpetri..");

    @ArchTest
    static final ArchRule only_the_models_know_djl = onlyKnows("io.kakou.models..", "ai.djl..");

    @ArchTest
    static final ArchRule only_one_room_of_the_contract_knows_json = noClasses()
            .that(resideInAPackage("io.kakou.events..").and(not(resideInAPackage("io.kakou.events.json"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    /** Where the same input must give the same answer for ever, nobody asks what time it is. */
    @ArchTest
    static final ArchRule judging_asks_no_clock = asksNoClock(
            "io.kakou.events..",
            "io.kakou.analysis.gate..",
            "io.kakou.analysis.look..",
            "io.kakou.analysis.track..",
            "io.kakou.analysis.stature..",
            "io.kakou.analysis.walk..",
            "io.kakou.analysis.rule..",
            "io.kakou.analysis.judge..",
            "io.kakou.jobs..",
            "io.kakou.console..");

    @ArchTest
    static final ArchRule no_rooms_without_a_noun = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

    @ArchTest
    static void every_room_says_what_it_is(JavaClasses house) {
        Set<String> silent = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        for (JavaClass each : house) {
            (each.getSimpleName().equals("package-info") ? said : silent).add(each.getPackageName());
        }
        silent.removeAll(said);
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    private static ArchRule onlyKnows(String room, String library) {
        return noClasses()
                .that(not(resideInAPackage(room)).and(not(resideInAPackage("io.kakou.benchmarks.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchRule asksNoClock(String... rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now");
    }
}
