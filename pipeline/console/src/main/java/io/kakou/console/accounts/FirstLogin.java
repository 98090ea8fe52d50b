package io.kakou.console.accounts;

/** The first administrator's way in; said once to whoever starts the installation. */
public record FirstLogin(String user, String password) {
    /** With a new password that can be read and typed. */
    public static FirstLogin generated(String user) {
        return new FirstLogin(user, Passwords.generate());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "first login of " + user;
    }
}
