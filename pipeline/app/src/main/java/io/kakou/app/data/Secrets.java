package io.kakou.app.data;

/**
 * Generated once, kept in {@code secrets.json}, readable by the owner alone.
 *
 * @param storeAccessKey of the object store
 * @param storeSecretKey of the object store
 * @param doorToken of the analysis process's internal door
 */
public record Secrets(String storeAccessKey, String storeSecretKey, String doorToken) {
    /** Says nothing: it must not be in a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
