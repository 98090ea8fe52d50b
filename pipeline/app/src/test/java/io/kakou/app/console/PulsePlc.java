package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import io.kakou.app.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A lift's controller behind j2mod's Modbus TCP slave: five fenced registers from 0 on, and a program that ends a hold by
 * itself. It keeps what it took, and when.
 */
final class PulsePlc implements AutoCloseable {
    static final int RELEASE_SECONDS = 2;
    private static final int UNIT = 1;
    private static final int WORDS = 5;
    private static final int HOLD = 4;
    private static final int POOL = 4;

    private final int[] words = new int[WORDS];
    private final List<Taken> taken = new ArrayList<>();
    private final ModbusSlave slave;
    private final int port;
    private long generation;
    private Instant heldUntil = Instant.MIN;

    /** A hold that it took. */
    record Taken(Instant at, Instant until, long generation) {}

    /** One register of its program. */
    private final class Word implements Register {
        private final int address;

        Word(int address) {
            this.address = address;
        }

        @Override
        public int getValue() {
            return read(address);
        }

        @Override
        public int toUnsignedShort() {
            return read(address);
        }

        @Override
        public short toShort() {
            return (short) read(address);
        }

        @Override
        public byte[] toBytes() {
            int now = read(address);
            return new byte[] {(byte) (now >> 8), (byte) now};
        }

        @Override
        public void setValue(int written) {
            write(address, written & 0xFFFF);
        }

        @Override
        public void setValue(short written) {
            write(address, written & 0xFFFF);
        }

        @Override
        public void setValue(byte[] written) {
            write(address, ((written[0] & 0xFF) << 8) | (written[1] & 0xFF));
        }
    }

    PulsePlc() throws IOException, ModbusException {
        port = LoopbackPorts.free();
        SimpleProcessImage image = new SimpleProcessImage(UNIT);
        for (int i = 0; i < WORDS; i++) {
            image.addRegister(new Word(i));
        }
        slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, POOL, false);
        slave.addProcessImage(UNIT, image);
        slave.open();
    }

    /** As a lift's file names it. */
    String controller() {
        return "{wire: MODBUS_REGISTER, drive: PULSE, host: 127.0.0.1, port: " + port + ", unit: " + UNIT
                + ", address: 0, fenced: true, releaseSeconds: " + RELEASE_SECONDS + "}";
    }

    private synchronized int read(int address) {
        return switch (address) {
            case 0 -> (int) (generation >> 16) & 0xFFFF;
            case 1 -> (int) generation & 0xFFFF;
            case HOLD -> isHeld() ? 1 : 0;
            default -> words[address];
        };
    }

    /** The hold comes last of a block. */
    private synchronized void write(int address, int written) {
        words[address] = written;
        long by = ((long) words[0] << 16) | words[1];
        Instant end = Instant.ofEpochSecond(((long) words[2] << 16) | words[3]);
        Instant now = Instant.now();
        if (address == HOLD && written > 0 && by >= generation && now.isBefore(end)) {
            generation = by;
            heldUntil = now.plusSeconds(Math.min(written, RELEASE_SECONDS));
            taken.add(new Taken(now, heldUntil, by));
            notifyAll();
        }
    }

    synchronized boolean isHeld() {
        return Instant.now().isBefore(heldUntil);
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** The first hold that it takes after so many. */
    synchronized Taken awaitTaken(int before, double seconds) throws InterruptedException {
        Instant last = Instant.now().plusMillis(Math.round(seconds * 1000));
        while (taken.size() <= before) {
            long left = Duration.between(Instant.now(), last).toMillis();
            assertThat(left).as("a hold within %s s", seconds).isPositive();
            TimeUnit.MILLISECONDS.timedWait(this, left);
        }
        return taken.get(before);
    }

    /** When it let its door go by itself, once it has. */
    synchronized Instant awaitFree(double seconds) throws InterruptedException {
        Instant last = Instant.now().plusMillis(Math.round(seconds * 1000));
        while (isHeld()) {
            assertThat(Instant.now()).as("let go within %s s", seconds).isBefore(last);
            TimeUnit.MILLISECONDS.timedWait(
                    this, Math.max(1, Duration.between(Instant.now(), heldUntil).toMillis()));
        }
        return heldUntil;
    }

    @Override
    public void close() {
        ModbusSlaveFactory.close(slave);
    }
}
