package io.kakou.console.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements inside one transaction. Arguments: JDK types, {@link Instant}, byte arrays, collections of strings. */
public final class Sql {
    private final Connection connection;

    /** One row as the object it stands for. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Every row of a query. */
    public <T> List<T> list(String query, Row<T> row, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(query, arguments);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> one(String query, Row<T> row, @Nullable Object... arguments) throws SQLException {
        return list(query, row, arguments).stream().findFirst();
    }

    /** Changes rows and says how many. */
    public int run(String statement, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepared(statement, arguments)) {
            return prepared.executeUpdate();
        }
    }

    /** Until this transaction ends nobody else holds the lock of this name. */
    public void lock(String name) throws SQLException {
        list("select pg_advisory_xact_lock(hashtext(?)), 1", row -> row.getInt(2), name);
    }

    /** A time as it was stored. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private PreparedStatement prepared(String statement, @Nullable Object... arguments) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, sqlValue(arguments[i]));
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private @Nullable Object sqlValue(@Nullable Object argument) throws SQLException {
        if (argument instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (argument instanceof Collection<?> words) {
            return connection.createArrayOf("text", words.toArray());
        }
        return argument;
    }
}
