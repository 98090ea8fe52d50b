package io.kakou.events;

/**
 * An event that a camera is not judged for because a person has switched its rule off.
 *
 * @param brake id of the {@link Brake}
 * @param reason why, as its author wrote it
 */
public record Braked(EventKind kind, String brake, String reason) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Braked {
        kind = kind == null ? EventKind.UNKNOWN : kind;
        Id.plain("brake", brake);
        reason = reason == null ? "" : reason;
    }
}
