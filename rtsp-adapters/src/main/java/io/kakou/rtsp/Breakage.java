package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a session breaks of, without where.
 *
 * @param why one clear line
 */
record Breakage(Code code, String why) {
    /** What an answer says, or null where it says yes. */
    static @Nullable Breakage of(HttpResponseStatus answer, RtspSession.State stage, Transport transport) {
        int status = answer.code();
        if (status >= 200 && status < 300) {
            return null;
        }
        String why = stage + ": " + status + ' ' + answer.reasonPhrase().strip();
        return switch (status) {
            case 403 -> new Breakage(Code.UNAUTHORIZED, why);
            case 404 -> new Breakage(Code.NOT_FOUND, stage + ": no such stream (404)");
            case 461 -> new Breakage(Code.REJECTED, stage + ": no RTP over " + transport + " (461)");
            default -> new Breakage(Code.REJECTED, why);
        };
    }

    /** What was thrown on a connection. */
    static Breakage of(Throwable cause) {
        boolean wrapped = cause instanceof DecoderException || cause instanceof CompletionException;
        Throwable root = wrapped && cause.getCause() != null ? cause.getCause() : cause;
        if (root instanceof PrematureChannelClosureException) {
            return new Breakage(Code.CLOSED, "the camera closed the connection in mid-message");
        }
        if (root instanceof SSLException) {
            return new Breakage(Code.REJECTED, "TLS: " + root.getMessage());
        }
        if (root instanceof IOException) {
            return new Breakage(Code.CLOSED, "the connection broke (" + root.getMessage() + ')');
        }
        return root instanceof DecoderException
                ? new Breakage(Code.GARBAGE, String.valueOf(root.getMessage()))
                : new Breakage(Code.FAULT, "fault of our own: " + root);
    }
}
