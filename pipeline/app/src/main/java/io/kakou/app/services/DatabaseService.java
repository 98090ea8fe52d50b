package io.kakou.app.services;

import io.kakou.app.services.ServiceTrouble.Code;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL, as its clients reach it.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, without credentials
 */
public record DatabaseService(String url, String user, String password) {
    /** Of a process that asks none. */
    public static final DatabaseService NONE = new DatabaseService("jdbc:postgresql:", "", "");

    /** SQLSTATE class 28: the login is not taken. */
    private static final String LOGIN_REFUSED = "28";

    /**
     * Connects once.
     *
     * @param seconds longest wait, rounded up
     */
    public void reach(double seconds) throws ServiceTrouble {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        String longest = String.valueOf((int) Math.ceil(seconds));
        properties.put("connectTimeout", longest);
        properties.put("loginTimeout", longest);
        properties.put("socketTimeout", longest);
        try {
            DriverManager.getConnection(url, properties).close();
        } catch (SQLException e) {
            boolean refused = e.getSQLState() != null && e.getSQLState().startsWith(LOGIN_REFUSED);
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ServiceTrouble(
                    refused ? Code.REFUSED : Code.AWAY,
                    this + (refused ? " refuses: " : " does not answer: ") + line,
                    e);
        }
    }

    /** Where it is, without the password; it may be logged. */
    @Override
    public String toString() {
        int options = url.indexOf('?');
        return "the database at "
                + (options < 0 ? url : url.substring(0, options)).substring("jdbc:postgresql:".length());
    }
}
