package io.kakou.benchmarks.lifts;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftWire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A lift's controller with a program of its own behind j2mod's Modbus TCP slave: five fenced registers, a pulse or a watchdog
 * that ends a hold, and a register that speaks. Whatever else is written to is told to the referee.
 */
public final class Plc implements AutoCloseable {
    private static final int UNIT = 1;
    private static final int POOL = 8;
    private static final int BLOCK = 10;
    private static final int HOLD = BLOCK + 4;
    private static final int VOICE = 20;
    private static final int REGISTERS = 32;
    private static final int COILS = 8;
    private static final int DOOR_INPUT = 0;

    private final LiftDrive drive;
    private final Watchdog watchdog;
    private final double releaseSeconds;
    private final @Nullable Referee referee;
    private final LongConsumer taken;
    private final ModbusSlave slave;
    private final int port;
    private final int[] offered = new int[REGISTERS];
    private final SimpleDigitalIn closed = new SimpleDigitalIn(false);

    private long generation;
    private long expires;
    private int value;
    private double heldUntil = Double.NEGATIVE_INFINITY;
    private long said;

    /** Whether a hold ends by itself. */
    public enum Watchdog {
        WORKS,
        /** As in a coil that latches. */
        MISSING
    }

    /** A register of the controller's program. */
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

    /**
     * A controller that listens.
     *
     * @param referee hears of every command that it takes, or null
     * @param taken hears when it does, nanoseconds of this machine
     */
    Plc(LiftDrive drive, Watchdog watchdog, double releaseSeconds, @Nullable Referee referee, LongConsumer taken)
            throws IOException, ModbusException {
        this.drive = drive;
        this.watchdog = watchdog;
        this.releaseSeconds = releaseSeconds;
        this.referee = referee;
        this.taken = taken;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SimpleProcessImage image = new SimpleProcessImage(UNIT);
        for (int i = 0; i < REGISTERS; i++) {
            image.addRegister(new Word(i));
        }
        for (int i = 0; i < COILS; i++) {
            image.addDigitalOut(new SimpleDigitalOut(false));
        }
        image.addDigitalIn(closed);
        slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, POOL, false);
        slave.addProcessImage(UNIT, image);
        slave.open();
    }

    /** How it is reached; with fenced registers. */
    LiftController controller(int throughPort) {
        return new LiftController(
                LiftWire.MODBUS_REGISTER,
                drive,
                InetAddress.getLoopbackAddress().getHostAddress(),
                throughPort,
                UNIT,
                BLOCK,
                true,
                null,
                DOOR_INPUT,
                VOICE,
                null,
                releaseSeconds);
    }

    /** Without a fence: the hold register by itself. */
    LiftController plain() {
        return new LiftController(
                LiftWire.MODBUS_REGISTER,
                drive,
                InetAddress.getLoopbackAddress().getHostAddress(),
                port,
                UNIT,
                HOLD,
                false,
                null,
                null,
                null,
                null,
                releaseSeconds);
    }

    int port() {
        return port;
    }

    /** Somebody pulls the door shut. */
    void close(boolean shut) {
        closed.set(shut);
    }

    synchronized long said() {
        return said;
    }

    synchronized boolean isHeld() {
        return now() < heldUntil;
    }

    private synchronized int read(int address) {
        return switch (address) {
            case BLOCK -> (int) (generation >> 16) & 0xFFFF;
            case BLOCK + 1 -> (int) generation & 0xFFFF;
            case BLOCK + 2 -> (int) (expires >> 16) & 0xFFFF;
            case BLOCK + 3 -> (int) expires & 0xFFFF;
            case HOLD -> isHeld() ? value : 0;
            default -> 0;
        };
    }

    private synchronized void write(int address, int written) {
        switch (address) {
            case BLOCK, BLOCK + 1, BLOCK + 2, BLOCK + 3 -> offered[address] = written;
            case HOLD -> program(written);
            case VOICE -> said++;
            default -> strange("register " + address + " was written to: " + written);
        }
    }

    /** What the controller's own program does with a block that was written. */
    private void program(int written) {
        long by = ((long) offered[BLOCK] << 16) | offered[BLOCK + 1];
        long end = ((long) offered[BLOCK + 2] << 16) | offered[BLOCK + 3];
        if (written == 0) {
            heldUntil = Double.NEGATIVE_INFINITY;
            return;
        }
        if (by < generation || (end != 0 && System.currentTimeMillis() >= end * 1000)) {
            return;
        }
        generation = by;
        expires = end;
        boolean beats = drive == LiftDrive.PULSE || written != value;
        value = written;
        double seconds = drive == LiftDrive.PULSE ? Math.min(written, releaseSeconds) : releaseSeconds;
        if (beats) {
            double at = now();
            heldUntil = watchdog == Watchdog.WORKS ? at + seconds : Double.POSITIVE_INFINITY;
            taken.accept(System.nanoTime());
            if (referee != null) {
                referee.took(at, by, seconds);
            }
        }
    }

    private void strange(String what) {
        if (referee != null) {
            referee.strange(what);
        }
    }

    static double now() {
        return System.nanoTime() / 1e9;
    }

    @Override
    public void close() {
        ModbusSlaveFactory.close(slave);
    }
}
