package io.kakou.jobs.program;

import io.kakou.jobs.log.Log;
import io.kakou.jobs.search.SearchJob;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The search job for {@code flink run -c io.kakou.jobs.program.SearchProgram}, with the settings of {@link RoomsProgram}. */
public final class SearchProgram {
    private SearchProgram() {}

    /**
     * Hands the job to the cluster that started it.
     *
     * @throws InvalidSetting in one line that names key, value and what is allowed
     */
    public static void main(String... words) throws Exception {
        ProgramSettings settings = ProgramSettings.read(List.of(words));
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(settings.toFlink());
        Log log = new Log(settings.clients(), SearchJob.NAME);
        SearchJob.build(flow, SearchJob.from(log), SearchJob.to(log));
        var unused = flow.execute(SearchJob.NAME);
    }
}
