package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;

/**
 * What a camera's next session asks for, by what became of the last one. One thread.
 *
 * <pre>
 *   AUTO ── packets over UDP (TCP was refused) ──▶ UDP    what worked is asked for first …
 *   AUTO ── silent over TCP ─────────────────────▶ UDP    some cameras agree to frames and send none
 *   UDP  ── SETUP refused, or nothing comes ─────▶ AUTO   … and forgotten when it does not
 *   UDP  ── packets, but no whole keyframe ──────▶ AUTO   firewalls let small datagrams through, and no pieces
 * </pre>
 *
 * <p>A camera that is away, or breaks while it streams, says nothing of its transport: an outage forgets nothing. One
 * that is silent both ways is asked for each in turn, at the supervisor's growing intervals; one that refuses UDP is not
 * asked for it again. Another choice than {@link Transport#AUTO} is kept, and so is TLS's connection.
 */
final class TransportChoice {
    private final Transport wanted;
    private final boolean tls;
    private Transport next;
    private Transport carrier = Transport.AUTO;
    private State reached = State.NEW;
    private boolean udpRefused;

    TransportChoice(Transport wanted, boolean tls) {
        this.wanted = wanted;
        this.tls = tls;
        this.next = wanted;
    }

    /** A session begins: what it is to ask for. */
    Transport begin() {
        carrier = Transport.AUTO;
        reached = State.NEW;
        return next;
    }

    /** How its packets are to come. */
    void carried(Transport how) {
        carrier = how;
    }

    void reached(State state) {
        reached = state;
        if (wanted == Transport.AUTO && came() && carrier == Transport.UDP) {
            next = Transport.UDP;
            udpRefused = false;
        }
    }

    /** It broke; says whether the next session asks for another transport because of it. */
    boolean failed(Code code) {
        Transport asked = next;
        if (wanted == Transport.AUTO) {
            next = asked == Transport.UDP ? afterUdp(code) : afterAuto(code);
        }
        return next != asked;
    }

    /** What the next session asks for. */
    Transport next() {
        return next;
    }

    private Transport afterAuto(Code code) {
        boolean silent = code == Code.SILENT && !came() && carrier == Transport.TCP;
        return silent && !tls && !udpRefused ? Transport.UDP : Transport.AUTO;
    }

    private Transport afterUdp(Code code) {
        boolean refused = reached == State.SETUP && (code == Code.REJECTED || code == Code.FAULT);
        udpRefused |= refused;
        boolean nothing = carrier == Transport.UDP && !came();
        return refused || nothing || code == Code.NO_KEYFRAME ? Transport.AUTO : Transport.UDP;
    }

    private boolean came() {
        return reached == State.RECEIVING || reached == State.STREAMING;
    }
}
