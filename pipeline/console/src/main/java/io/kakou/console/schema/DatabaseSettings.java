package io.kakou.console.schema;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, without credentials
 */
public record DatabaseSettings(String url, String user, String password) {
    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database's url is another's; allowed: jdbc:postgresql://…");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
