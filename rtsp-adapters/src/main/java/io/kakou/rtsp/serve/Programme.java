package io.kakou.rtsp.serve;

import io.kakou.rtsp.ClockRange;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What one path of a server shows. Asked on event loops by many sessions at once, so nothing here blocks. */
public interface Programme {
    /** The session description (RFC 4566). */
    String description();

    /** Has the last word on the headers of a DESCRIBE answer: a camera that lies about its sizes does it here. */
    default void amend(HttpHeaders described) {}

    /**
     * Makes one client's showing.
     *
     * @param connection the client's
     * @param rtpChannel interleaved channel of RTP; RTCP goes on the next one
     */
    Showing show(Channel connection, int rtpChannel);

    /** Likewise for a client that asked for datagrams: what is written to the connection leaves as such. */
    default Showing showByDatagrams(Channel connection) {
        return show(connection, 0);
    }

    /**
     * What of it lies in a range of the clock; completes, on any thread, with null where nothing does, or where it is no
     * record of the past.
     */
    default CompletionStage<@Nullable Past> past(ClockRange range) {
        return CompletableFuture.completedFuture(null);
    }

    /** A part of the past, and what of the clock it is. */
    record Past(Programme programme, ClockRange range) {}

    /** What one client is shown from PLAY on, until it is stopped. Called on its connection's event loop. */
    interface Showing {
        /**
         * Completes, on any thread, with what {@code RTP-Info} says of the first packet, {@code seq=1;rtptime=2}; empty
         * where that is not known yet.
         */
        CompletionStage<String> prepare();

        /** Begins to send; once, after {@link #prepare}. */
        void start();

        /** Sends nothing more and lets go of what it held. */
        void stop();
    }
}
