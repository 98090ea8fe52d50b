package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;

/**
 * What a camera's next session asks for, by what became of the last one. One thread.
 *
 * <pre>
 *   AUTO ── pictures over UDP ────────▶ UDP       what worked is asked for first, however long the camera is away …
 *   AUTO ── silent over TCP ──────────▶ UDP       some cameras agree to frames and send none
 *   UDP  ── refused, or no pictures ──▶ AUTO      … and forgotten where it does not
 * </pre>
 *
 * A camera that refused UDP is not asked for it again because of silence. Another choice than {@link Transport#AUTO} is
 * kept, and so is TLS's connection.
 */
final class TransportChoice {
    private final Transport wanted;
    private final boolean changes;
    private Transport next;
    private Transport carrier = Transport.AUTO;
    private boolean streamed;
    private boolean refusesUdp;

    TransportChoice(Transport wanted, boolean tls) {
        this.wanted = wanted;
        this.changes = wanted == Transport.AUTO && !tls;
        this.next = wanted;
    }

    /** A session begins: what it is to ask for. */
    Transport begin() {
        carrier = Transport.AUTO;
        streamed = false;
        return next;
    }

    /** How its packets are to come. */
    void carried(Transport how) {
        carrier = how;
    }

    /** Pictures came. */
    void streamed() {
        streamed = true;
        next = changes && carrier == Transport.UDP ? Transport.UDP : wanted;
    }

    /** It broke; says whether the next session tries UDP because of it. */
    boolean failed(Code code) {
        if (!changes || streamed) {
            return false;
        }
        if (next == Transport.UDP) {
            refusesUdp |= code == Code.REJECTED;
            next = code == Code.REJECTED || carrier == Transport.UDP ? wanted : next;
            return false;
        }
        boolean silent = code == Code.SILENT && carrier == Transport.TCP && !refusesUdp;
        next = silent ? Transport.UDP : next;
        return silent;
    }

    /** What the next session asks for. */
    Transport next() {
        return next;
    }
}
