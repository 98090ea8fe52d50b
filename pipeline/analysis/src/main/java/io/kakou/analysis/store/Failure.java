package io.kakou.analysis.store;

import io.kakou.analysis.store.StoreException.Code;
import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.util.Set;

/** What the store's library says, in one line and one of three codes. */
final class Failure {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchObject");
    private static final Set<String> KEYS =
            Set.of("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidTokenId");
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int LONGEST = 200;

    private Failure() {}

    static StoreException of(StoreSettings store, String what, Exception e) {
        String where = what + " at store " + store + ": ";
        if (e instanceof ErrorResponseException answered) {
            Code code = code(answered);
            String why = KEYS.contains(answered.errorResponse().code())
                    ? "the access key or secret key is not accepted"
                    : answered.errorResponse().code() + ", "
                            + line(answered.errorResponse().message());
            return new StoreException(code, where + why, e);
        }
        return new StoreException(Code.AWAY, where + line(reason(e)), e);
    }

    private static Code code(ErrorResponseException e) {
        if (MISSING.contains(e.errorResponse().code())) {
            return Code.NOT_FOUND;
        }
        int status = e.response().code();
        return status >= SERVER_ERRORS || status == TOO_MANY ? Code.AWAY : Code.REFUSED;
    }

    /** The network's own word where there is one. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String line(String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
