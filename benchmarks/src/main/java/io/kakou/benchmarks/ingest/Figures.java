package io.kakou.benchmarks.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one client took for one street.
 *
 * @param cpuPercentOfCorePerStream user and kernel time of its process, all threads
 * @param rssMiB at the end of the while
 * @param threads of its own making; of a JVM without the JVM's own
 * @param processThreads all there are
 * @param deliveredShare of the pictures that were owed, 0 to 1; null where a client does not tell
 * @param gaps packets that never came (pictures, for {@link Client#GRABBER}); null where a client does not tell
 * @param broken sessions that failed meanwhile, likewise
 * @param megabitsPerSecondPerStream as received, likewise
 * @param connections open to the cameras at the end
 * @param sourcePercentOfCore what the cameras' own process took: near a hundred a loop, they are the bottleneck
 * @param load programs running in the minute before: over the cores, figures are doubtful
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        Client client,
        int cameras,
        double seconds,
        double cpuPercentOfCorePerStream,
        double rssMiB,
        int threads,
        int processThreads,
        @Nullable Double deliveredShare,
        @Nullable Long gaps,
        @Nullable Long broken,
        @Nullable Double megabitsPerSecondPerStream,
        int connections,
        double sourcePercentOfCore,
        double load) {}
