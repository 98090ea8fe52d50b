package io.kakou.console.outbox;

/** The log did not acknowledge a record. */
public final class PublishFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public PublishFailure(String why) {
        super(why);
    }

    public PublishFailure(String why, Throwable cause) {
        super(why, cause);
    }
}
