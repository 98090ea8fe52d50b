package io.kakou.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Ours and the peer, one after the other, once an iteration: a neighbour's load meets both. Who begins changes from turn
 * to turn.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Turns {
    static final String OURS = "ours";
    static final String PEER = "peer";

    /** CPU µs a piece of work. */
    public double ours;

    /** The same for the peer. */
    public double peer;

    private boolean peerBegins;

    /** What one piece of work costs. */
    interface Cost {
        /** CPU µs. */
        double micros() throws Exception;
    }

    void take(Cost ofOurs, Cost ofPeer) throws Exception {
        if (peerBegins) {
            peer = ofPeer.micros();
            ours = ofOurs.micros();
        } else {
            ours = ofOurs.micros();
            peer = ofPeer.micros();
        }
        peerBegins = !peerBegins;
    }
}
