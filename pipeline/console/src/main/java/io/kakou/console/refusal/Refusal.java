package io.kakou.console.refusal;

import org.jspecify.annotations.Nullable;

/** Why somebody is not served: a status of HTTP (RFC 9110 §15.5), one line, and the field that is meant. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String line;
    private final @Nullable String field;
    private final long seconds;

    private Refusal(int status, String line, @Nullable String field) {
        this(status, line, field, 0);
    }

    private Refusal(int status, String line, @Nullable String field, long seconds) {
        super(line, null, false, false);
        this.seconds = seconds;
        this.status = status;
        this.line = line;
        this.field = field;
    }

    /** 400. */
    public static Refusal badField(String field, String line) {
        return new Refusal(400, line, field);
    }

    /** 400, of the request as a whole. */
    public static Refusal badRequest(String line) {
        return new Refusal(400, line, null);
    }

    /** 401. */
    public static Refusal notSignedIn(String line) {
        return new Refusal(401, line, null);
    }

    /** 403. */
    public static Refusal forbidden(String line) {
        return new Refusal(403, line, null);
    }

    /** 403, until the password was changed. */
    public static Refusal passwordFirst() {
        return new Refusal(403, "change your password first", "password");
    }

    /** 403, until the person has been shown what is to be judged. */
    public static Refusal lookFirst() {
        return new Refusal(403, "a verdict needs a look: open the picture or the clip of this incident first", "view");
    }

    /** 404: not there, or not theirs to see. */
    public static Refusal notFound(String what) {
        return new Refusal(404, "there is no " + what, null);
    }

    /** 409. */
    public static Refusal conflict(String line) {
        return new Refusal(409, line, null);
    }

    /** 421: it was sent to another host than this. */
    public static Refusal misdirected(String line) {
        return new Refusal(421, line, null);
    }

    /** 413. */
    public static Refusal tooLarge(String line) {
        return new Refusal(413, line, "file");
    }

    /** 429. */
    public static Refusal tooMany(long seconds) {
        return new Refusal(429, "too many wrong passwords; wait " + seconds + " s", null, seconds);
    }

    /**
     * 404, 409 or 410 of a unit's link.
     *
     * @param reason a word that the phone's page knows
     */
    public static Refusal link(int status, String reason, String line) {
        return new Refusal(status, line, "link." + reason);
    }

    /** 429 of links that open nothing. */
    public static Refusal tooManyLinks(long seconds) {
        return new Refusal(429, "too many wrong links; wait " + seconds + " s", "link.throttled", seconds);
    }

    /** 502: something behind the console is away. */
    public static Refusal away(String line) {
        return new Refusal(502, line, null);
    }

    /** What the web library refused by itself: a body too large, a path that is none. */
    public static Refusal ofStatus(int status) {
        return new Refusal(status, status == 413 ? "the body is too large" : "the request is not readable", null);
    }

    /** 500: a fault of ours, told in the log alone. */
    public static Refusal failed() {
        return new Refusal(500, "this failed here; the log says why", null);
    }

    /** To wait before another try. */
    public long seconds() {
        return seconds;
    }

    public int status() {
        return status;
    }

    public String line() {
        return line;
    }

    public @Nullable String field() {
        return field;
    }
}
