package io.kakou.console.task;

import io.kakou.console.incidents.ActionConflict;
import io.kakou.console.incidents.Actions;
import io.kakou.console.schema.Sql;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Takes what a room does; a dispatch leaves the building as a link, made in the same transaction. */
public final class Dispatches {
    private final Actions actions;
    private final Tasks tasks;

    /** Tells a unit of its link, inside the transaction that makes it. */
    public interface Telling {
        void tell(Sql sql, String token) throws SQLException;
    }

    public Dispatches(Actions actions, Tasks tasks) {
        this.actions = actions;
        this.tasks = tasks;
    }

    /**
     * Takes an action.
     *
     * @return the token of the link that a dispatch makes, told once; empty for anything else, and where the dispatch
     *     was taken before
     * @throws ActionConflict where it is not allowed from where the incident stands
     */
    public Optional<String> take(Action action, Telling telling) throws ActionConflict {
        if (action.kind() != ActionKind.DISPATCH) {
            actions.take(action);
            return Optional.empty();
        }
        AtomicReference<String> told = new AtomicReference<>();
        actions.take(action, sql -> {
            String token = LinkToken.fresh();
            tasks.issue(sql, action, token);
            telling.tell(sql, token);
            told.set(token);
        });
        return Optional.ofNullable(told.get());
    }
}
