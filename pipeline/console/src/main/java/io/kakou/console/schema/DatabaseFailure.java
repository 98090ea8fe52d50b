package io.kakou.console.schema;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    private final boolean duplicate;

    DatabaseFailure(SQLException cause) {
        super("the database: " + cause.getMessage(), cause);
        this.duplicate = UNIQUE_VIOLATION.equals(cause.getSQLState());
    }

    /** Whether a row of this key was there already. */
    public boolean duplicate() {
        return duplicate;
    }
}
