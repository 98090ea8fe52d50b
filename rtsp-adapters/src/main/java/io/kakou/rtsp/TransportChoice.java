package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;

/**
 * What a camera's next session asks for, by what became of the last one. One thread.
 *
 * <pre>
 *   AUTO ── pictures over UDP ──▶ UDP       what worked is asked for first …
 *   AUTO ── silent over TCP ────▶ UDP       some cameras agree to frames and send none
 *   UDP  ── fails in any way ───▶ AUTO      … and forgotten when it does not
 * </pre>
 *
 * Another choice than {@link Transport#AUTO} is kept, and so is TLS's connection.
 */
final class TransportChoice {
    private final Transport wanted;
    private final boolean tls;
    private Transport next;
    private Transport carrier = Transport.AUTO;
    private boolean streamed;

    TransportChoice(Transport wanted, boolean tls) {
        this.wanted = wanted;
        this.tls = tls;
        this.next = wanted;
    }

    /** A session begins: what it is to ask for. */
    Transport begin() {
        Transport now = next;
        next = wanted;
        carrier = Transport.AUTO;
        streamed = false;
        return now;
    }

    /** How its packets are to come. */
    void carried(Transport how) {
        carrier = how;
    }

    /** Pictures came. */
    void streamed() {
        streamed = true;
        next = wanted == Transport.AUTO && carrier == Transport.UDP ? Transport.UDP : wanted;
    }

    /** It broke; says whether the next session asks for another transport because of it. */
    boolean failed(Code code) {
        boolean silent = code == Code.SILENT && !streamed && wanted == Transport.AUTO;
        if (silent && carrier == Transport.TCP && !tls) {
            next = Transport.UDP;
        }
        return silent && (carrier == Transport.UDP || next == Transport.UDP);
    }

    /** What the next session asks for. */
    Transport next() {
        return next;
    }
}
