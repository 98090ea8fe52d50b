package io.kakou.analysis.decode;

import java.nio.ByteBuffer;

/**
 * Notices that coded pictures were lost between two H.264 access units, by the gap in {@code frame_num} (ITU-T H.264
 * §7.4.3), and where a stream without IDR pictures is whole again: so many frames after a recovery point (§D.2.8) by
 * {@code frame_num}. FFmpeg fills gaps with pictures of its own making and says nothing.
 */
final class FrameNumbers {
    private static final int SLICE = 1;
    private static final int SLICE_OF_IDR = 5;
    private static final int SUPPLEMENT = 6;
    private static final int SEQUENCE_PARAMETERS = 7;

    /** Bytes of a NAL unit's length before it (ISO/IEC 14496-15), or 0 where start codes stand there. */
    private final int lengthBytes;

    /** Bits of {@code frame_num} in a slice header; 0 before the first sequence parameter set. */
    private int bits;

    private boolean gapsAllowed;
    private boolean separatePlanes;
    private int previous = -1;

    private long units;
    /** Frames from this unit's recovery point to a whole picture; −1 where it has none. */
    private int recoveryFrames;

    private long recoveryBegan;
    /** The {@code frame_num} at which the picture is whole; −1 where no recovery goes on. */
    private int recoveryNumber = -1;

    private long recoveredAfter;

    /** Bytes of the NAL unit last found, where lengths are known. */
    private int nalLength;

    FrameNumbers(int lengthBytes) {
        this.lengthBytes = lengthBytes;
    }

    /** Whether nothing that others refer to is missing between the access unit before and this one. */
    boolean follows(ByteBuffer unit) {
        units++;
        recoveryFrames = -1;
        recoveredAfter = -1;
        for (int at = nextNal(unit, 0); at < unit.limit(); at = nextNal(unit, at + skip())) {
            int type = unit.get(at) & 0x1f;
            if (type == SEQUENCE_PARAMETERS) {
                learn(new ExpGolomb(unit, at + 1));
            } else if (type == SUPPLEMENT) {
                recoveryFrames = Math.max(recoveryFrames, new ExpGolomb(unit, at + 1).recoveryFrames());
            } else if (type == SLICE_OF_IDR) {
                previous = 0;
                recoveryNumber = -1;
                return true;
            } else if (type == SLICE) {
                return bits == 0 || follows((unit.get(at) & 0x60) != 0, frameNumber(new ExpGolomb(unit, at + 1)));
            }
        }
        return true;
    }

    /** Access units since the recovery point with which this one is whole; −1 where it is not whole by one. */
    long recoveredAfter() {
        return recoveredAfter;
    }

    private int skip() {
        return lengthBytes == 0 ? 1 : nalLength;
    }

    /** Takes a sequence parameter set that is kept apart from the pictures; {@code at} is the index of its first byte. */
    void learn(ByteBuffer bytes, int at) {
        learn(new ExpGolomb(bytes, at + 1));
    }

    /** Forgets the picture before. */
    void reset() {
        previous = -1;
        recoveryNumber = -1;
    }

    private boolean follows(boolean reference, int number) {
        int mask = (1 << bits) - 1;
        boolean follows = previous < 0 || gapsAllowed || number == previous || number == ((previous + 1) & mask);
        if (reference || !follows) {
            previous = number;
        }
        recover(follows, number);
        return follows;
    }

    /** Of recovery points in each other's way the earlier counts; a gap ends what began before it. */
    private void recover(boolean follows, int number) {
        if (recoveryFrames >= 0 && (recoveryNumber < 0 || !follows)) {
            recoveryNumber = (number + recoveryFrames) & ((1 << bits) - 1);
            recoveryBegan = units;
        } else if (!follows) {
            recoveryNumber = -1;
        }
        if (number == recoveryNumber) {
            recoveryNumber = -1;
            recoveredAfter = units - recoveryBegan;
        }
    }

    /** Index of the next NAL unit's first byte at or after {@code from}, or the limit. */
    private int nextNal(ByteBuffer unit, int from) {
        if (lengthBytes == 0) {
            int zeros = 0;
            for (int i = from; i + 1 < unit.limit(); i++) {
                if (zeros >= 2 && unit.get(i) == 1) {
                    return i + 1;
                }
                zeros = unit.get(i) == 0 ? zeros + 1 : 0;
            }
            return unit.limit();
        }
        if (from < 0 || from + lengthBytes >= unit.limit()) {
            return unit.limit();
        }
        nalLength = 0;
        for (int i = 0; i < lengthBytes; i++) {
            nalLength = nalLength << 8 | (unit.get(from + i) & 0xff);
        }
        return nalLength <= 0 ? unit.limit() : from + lengthBytes;
    }

    /** §7.3.3: first_mb_in_slice, slice_type, pic_parameter_set_id, colour_plane_id, frame_num. */
    private int frameNumber(ExpGolomb header) {
        header.ue();
        header.ue();
        header.ue();
        if (separatePlanes) {
            header.u(2);
        }
        return header.u(bits);
    }

    /** §7.3.2.1.1, up to gaps_in_frame_num_value_allowed_flag. */
    private void learn(ExpGolomb sps) {
        int profile = sps.u(8);
        sps.u(16);
        sps.ue();
        separatePlanes = profile >= 100 && profile != 128 && profile != 118 && highProfile(sps);
        int lengthMinus4 = sps.ue();
        bits = lengthMinus4 >= 0 && lengthMinus4 <= 12 ? lengthMinus4 + 4 : 0;
        int orderType = sps.ue();
        if (orderType == 0) {
            sps.ue();
        } else if (orderType == 1) {
            sps.u(1);
            sps.ue();
            sps.ue();
            for (int cycle = Math.min(255, sps.ue()); cycle > 0; cycle--) {
                sps.ue();
            }
        }
        sps.ue();
        gapsAllowed = sps.u(1) == 1;
    }

    /** Chroma format, depths and scaling lists; whether the colour planes are coded apart. */
    private static boolean highProfile(ExpGolomb sps) {
        int chroma = sps.ue();
        boolean apart = chroma == 3 && sps.u(1) == 1;
        sps.ue();
        sps.ue();
        sps.u(1);
        boolean scaling = sps.u(1) == 1;
        for (int list = 0; scaling && list < (chroma == 3 ? 12 : 8); list++) {
            if (sps.u(1) == 1) {
                sps.skipScalingList(list < 6 ? 16 : 64);
            }
        }
        return apart;
    }

    /** Bits and Exp-Golomb codes (§9.1) of a NAL unit, past emulation prevention bytes; zeros beyond its end. */
    private static final class ExpGolomb {
        private static final int RECOVERY_POINT = 6;
        private static final int MOST_FRAME_NUMBERS = 1 << 16;

        private final ByteBuffer bytes;
        private int at;
        private int zeros;
        private int current;
        private int left;

        ExpGolomb(ByteBuffer bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int u(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 1 | bit();
            }
            return value;
        }

        int ue() {
            int leading = 0;
            while (leading < 31 && at <= bytes.limit() && bit() == 0) {
                leading++;
            }
            return (1 << leading) - 1 + u(leading);
        }

        /** §D.1.8 among the messages of an SEI unit, §7.3.2.3.1: recovery_frame_cnt, or −1 where it is not there. */
        int recoveryFrames() {
            while (at < bytes.limit()) {
                int type = sum();
                int size = sum();
                if (type == RECOVERY_POINT) {
                    int frames = ue();
                    return at <= bytes.limit() && frames < MOST_FRAME_NUMBERS ? frames : -1;
                }
                for (int i = 0; i < size && at < bytes.limit(); i++) {
                    u(8);
                }
            }
            return -1;
        }

        private int sum() {
            int sum = 0;
            int part = 0xff;
            while (part == 0xff && at < bytes.limit()) {
                part = u(8);
                sum += part;
            }
            return sum;
        }

        /** §7.3.2.1.1.1; its entries are signed, se(v). */
        void skipScalingList(int size) {
            int last = 8;
            for (int i = 0; i < size && last != 0; i++) {
                int code = ue();
                int delta = (code & 1) == 1 ? (code + 1) / 2 : -code / 2;
                last = (last + delta + 256) & 0xff;
            }
        }

        private int bit() {
            if (left == 0) {
                current = next();
                left = 8;
            }
            left--;
            return current >> left & 1;
        }

        private int next() {
            int value = raw();
            if (zeros >= 2 && value == 3) {
                zeros = 0;
                value = raw();
            }
            zeros = value == 0 ? zeros + 1 : 0;
            return value;
        }

        private int raw() {
            int index = at++;
            return index < bytes.limit() ? bytes.get(index) & 0xff : 0;
        }
    }
}
