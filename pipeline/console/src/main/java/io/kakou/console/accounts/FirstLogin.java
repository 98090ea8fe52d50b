package io.kakou.console.accounts;

/** The first administrator's way in; said once to whoever starts the installation. */
public record FirstLogin(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "first login of " + user;
    }
}
