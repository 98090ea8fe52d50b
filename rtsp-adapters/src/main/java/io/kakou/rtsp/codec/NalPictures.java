package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * NAL units to pictures, as far as H.264 and H.265 are alike.
 *
 * <p>A picture ends at a packet with the marker or where the timestamp changes. A keyframe is a picture where decoding
 * can begin, by its slices or by a recovery point (H.264 D.2.8, H.265 D.3.8): cameras that refresh bit by bit send no
 * other. It is given out with all parameter sets known in front, and not at all before any are known. Nothing is given
 * out before the first keyframe, nor, with {@link AfterLoss#WAIT_FOR_KEYFRAME}, after a loss. Pictures that are torn or
 * larger than the bound are dropped and counted, and so are those shown before a keyframe that begins anew, since they
 * need what came before it. Parameter sets that change between keyframes stand in front of the picture they came with.
 *
 * <p>Where keyframes alone are wanted, what is in between is passed over as its first slice shows, and again up to the
 * next keyframe when all is wanted: nothing in between leads on from there.
 *
 * <p>One thread.
 */
final class NalPictures {
    private static final byte[] NOTHING = {};
    private static final int START_CODE_BYTES = 4;
    private static final int FIRST_SLICE_BIT = 0x80;

    private final ParameterSets sets;
    private final NalSyntax syntax;
    private final UnitBuffer unit;
    private final AfterLoss afterLoss;
    private final Consumer<CodedPicture> out;
    private Supplier<Wanted> wanted = () -> Wanted.EVERY_PICTURE;

    private boolean waiting = true;
    /** Whether this picture is passed over. */
    private boolean passed;
    /** Whether one was since the keyframe. */
    private boolean sparse;

    private boolean torn;
    private boolean lossBefore;
    private boolean keyframe;
    private boolean leading;
    private boolean withoutLeading;
    private boolean slices;
    private boolean newSets;
    private int fragmentAt = -1;
    private int timestamp;
    private long dropped;

    NalPictures(ParameterSets sets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        this.sets = sets;
        this.syntax = sets.syntax();
        this.unit = new UnitBuffer(mostBytes);
        this.afterLoss = afterLoss;
        this.out = out;
    }

    /** Asks from now on, as a picture begins, whether it is wanted. */
    void ask(Supplier<Wanted> whom) {
        wanted = whom;
    }

    void lost() {
        torn |= unit.size() > 0;
        fragmentAt = -1;
        lossBefore = true;
        switch (afterLoss) {
            case WAIT_FOR_KEYFRAME -> waiting = true;
            case GO_ON -> {}
        }
    }

    /** What comes next is of this time. */
    void at(int next) {
        if (next != timestamp) {
            finish();
            timestamp = next;
        }
    }

    /** Something of this picture is missing. */
    void tear() {
        torn = true;
    }

    /** Takes a whole unit. */
    void add(ByteBuf nal) {
        endFragments();
        if (nal.readableBytes() >= syntax.headerBytes() && passes(syntax.header(nal))) {
            return;
        }
        int start = unit.size();
        unit.start();
        unit.add(nal);
        unitEnded(start);
    }

    /** Parameter sets and SEI alone are no picture: some cameras mark their end, though the slices still follow. */
    void marked() {
        if (passed || slices || torn || unit.full() || fragmentAt >= 0) {
            finish();
        }
    }

    /**
     * Takes a part of a unit.
     *
     * @param fuHeader its highest bits say whether a unit begins or ends here (RFC 6184 §5.8, RFC 7798 §4.4.3)
     * @param unitHeader of the whole unit
     */
    void addFragment(int fuHeader, int unitHeader, ByteBuf part) {
        boolean start = (fuHeader & 0x80) != 0;
        if (start ? passes(unitHeader) : passed) {
            return;
        }
        torn |= start == fragmentAt >= 0; // a beginning inside a fragment, or a fragment without its beginning
        if (start) {
            fragmentAt = unit.size();
            unit.start();
            unit.header(unitHeader, syntax.headerBytes());
        }
        if (fragmentAt >= 0) {
            unit.add(part);
            if ((fuHeader & 0x40) != 0) {
                unitEnded(fragmentAt);
                fragmentAt = -1;
            }
        }
    }

    /** No more fragments of the unit that was begun, if one was: what comes next is none. */
    void endFragments() {
        torn |= fragmentAt >= 0;
        fragmentAt = -1;
    }

    long dropped() {
        return dropped;
    }

    /** Whether a unit with this header belongs to a picture that nobody wants. */
    private boolean passes(int header) {
        if (passed || slices || keyframe || waiting) {
            return passed;
        }
        switch (syntax.kind(header)) {
            case SLICE, LEADING -> passed = sparse || wanted.get() == Wanted.KEYFRAMES;
            case ENTRY, SET, SUPPLEMENT, DROPPED, OTHER -> {}
        }
        return passed;
    }

    private void unitEnded(int start) {
        int from = start + START_CODE_BYTES;
        if (unit.full() || unit.size() < from + syntax.headerBytes()) {
            return;
        }
        NalKind kind = syntax.kind(syntax.header(unit.bytes(), from));
        switch (kind) {
            case DROPPED -> unit.cutTo(start);
            case SET -> {
                newSets |= !torn && sets.learn(unit.copy(from, unit.size()));
                unit.cutTo(start);
            }
            case SLICE, ENTRY, LEADING -> slice(kind, from + syntax.headerBytes());
            case SUPPLEMENT -> keyframe |= RecoveryPoint.isIn(unit.copy(from + syntax.headerBytes(), unit.size()));
            case OTHER -> {}
        }
    }

    private void slice(NalKind kind, int body) {
        // H.264 §7.3.3: first_mb_in_slice is 0 and so one bit where a picture begins; H.265 §7.3.6.1 has a flag there.
        boolean beginsPicture = unit.size() > body && (unit.bytes()[body] & FIRST_SLICE_BIT) != 0;
        torn |= lossBefore && !slices && !beginsPicture;
        slices = true;
        keyframe |= kind == NalKind.ENTRY;
        leading |= kind == NalKind.LEADING;
    }

    private void finish() {
        boolean whole = slices && !torn && !unit.full() && fragmentAt < 0;
        boolean unneeded = whole && leading && withoutLeading;
        boolean decodable = (slices && keyframe) ? sets.complete() : !waiting;
        if (passed) {
            sparse = true;
        } else if (whole && decodable && !unneeded) {
            give();
        } else if (slices || torn || unit.full() || fragmentAt >= 0) {
            dropped++;
            lossBefore |= !whole;
            waiting |= !whole && afterLoss == AfterLoss.WAIT_FOR_KEYFRAME;
        }
        unit.clear();
        passed = false;
        torn = false;
        keyframe = false;
        leading = false;
        slices = false;
        fragmentAt = -1;
    }

    private void give() {
        byte[] front = keyframe || newSets ? sets.annexB() : NOTHING;
        withoutLeading = keyframe ? waiting : withoutLeading;
        waiting &= !keyframe;
        sparse &= !keyframe;
        lossBefore = false;
        newSets = false;
        out.accept(new CodedPicture(keyframe, timestamp, unit.copyBehind(front)));
    }
}
