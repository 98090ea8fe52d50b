package io.kakou.app.data;

/**
 * Generated once, kept in {@code secrets.json}, readable by the owner alone.
 *
 * @param storeAccessKey of the object store
 * @param storeSecretKey of the object store
 * @param doorToken of the analysis process's internal door
 * @param logPassword of the broker
 */
public record Secrets(String storeAccessKey, String storeSecretKey, String doorToken, String logPassword) {
    /** The same with another token of the door. */
    public Secrets withDoorToken(String other) {
        return new Secrets(storeAccessKey, storeSecretKey, other, logPassword);
    }

    /** Says nothing: it must not be in a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
