package io.kakou.console.incidents;

import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The incident does not stand where the person saw it; it comes along as it stands. */
public final class ActionConflict extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Incident current;
    private final transient Stand stand;

    /**
     * Where an incident stands once what people have done is counted that the log has not answered yet.
     *
     * @param parts its places as they stand then
     * @param by who acted last of those, or null where nobody waits
     */
    public record Stand(IncidentState state, List<Part> parts, @Nullable String by) {
        public Stand {
            parts = List.copyOf(parts);
        }
    }

    ActionConflict(String line, Incident current, Stand stand) {
        super(line);
        this.current = current;
        this.stand = stand;
    }

    public Stand stand() {
        return stand;
    }

    public Incident current() {
        return current;
    }
}
