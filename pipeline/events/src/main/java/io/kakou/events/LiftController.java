package io.kakou.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a lift's door is asked to stay open, {@link Lift#controller}.
 *
 * @param host of Modbus TCP; null over HTTP
 * @param port of Modbus TCP, 502
 * @param unit Modbus unit, 0 to 255
 * @param address zero-based, of the register or coil, 0 to 65535; where it is {@code fenced}, of the first of five registers
 * @param fenced whether the registers are generation (high word, low word), end of the command in seconds since 1970 (high,
 *     low), hold; and the controller takes no block with a generation below the one it has. Registers alone
 * @param heldInput discrete input that is set while the door is held, or null: then the register or coil itself says so
 * @param doorInput discrete input that is set while the door is closed, or null where there is none
 * @param voiceRegister register that speaks the controller's own warning when 1 is written to it, or null
 * @param url of HTTP; null over Modbus
 * @param releaseSeconds the controller ends a hold by itself after this at most, 1 to {@value #MOST_SECONDS}
 */
public record LiftController(
        LiftWire wire,
        LiftDrive drive,
        @Nullable String host,
        int port,
        int unit,
        int address,
        boolean fenced,
        @Nullable Integer heldInput,
        @Nullable Integer doorInput,
        @Nullable Integer voiceRegister,
        @Nullable String url,
        double releaseSeconds) {
    /** A door that nobody asks to stay open any more closes within this. */
    public static final int MOST_SECONDS = 10;

    public static final int MODBUS_PORT = 502;

    private static final int MOST_ADDRESS = 0xFFFF;
    private static final int LONGEST_HOST = 253;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftController {
        wire = wire == null ? LiftWire.UNKNOWN : wire;
        drive = drive == null ? LiftDrive.UNKNOWN : drive;
        port = port == 0 ? MODBUS_PORT : port;
        Range.check("releaseSeconds of the controller", releaseSeconds, 1, MOST_SECONDS);
        switch (wire) {
            case MODBUS_REGISTER, MODBUS_COIL -> {
                Range.check("length of the controller's host", host == null ? 0 : host.length(), 1, LONGEST_HOST);
                Range.check("port of the controller", port, 1, 0xFFFF);
                Range.check("unit of the controller", unit, 0, 0xFF);
                address("address", address);
                address("heldInput", heldInput);
                address("doorInput", doorInput);
                address("voiceRegister", voiceRegister);
            }
            case HTTP -> web("url of the controller", url);
            case UNKNOWN -> {}
        }
        if (fenced && wire != LiftWire.MODBUS_REGISTER) {
            throw new IllegalArgumentException("the controller is fenced over " + wire
                    + "; allowed: registers alone (over HTTP each command carries its generation)");
        }
        if (drive == LiftDrive.HEARTBEAT && wire != LiftWire.MODBUS_REGISTER) {
            throw new IllegalArgumentException(
                    "the controller has a heartbeat over " + wire + "; allowed: MODBUS_REGISTER");
        }
    }

    private static void address(String what, @Nullable Integer address) {
        if (address != null) {
            Range.check(what + " of the controller", address, 0, MOST_ADDRESS);
        }
    }

    /** @throws IllegalArgumentException where it is no address that can be called */
    static void web(String what, @Nullable String url) {
        try {
            URI uri = url == null ? null : URI.create(url);
            if (uri != null
                    && uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told below, in one way for all.
        }
        throw new IllegalArgumentException(what + " is no address; allowed: http://host/… or https://host/…");
    }

    /** The same for the same controller, another for any other: what was proven of one is proven of no other. */
    public String fingerprint() {
        return Id.hash(
                wire.name(),
                drive.name(),
                String.valueOf(host),
                String.valueOf(port),
                String.valueOf(unit),
                String.valueOf(address),
                String.valueOf(fenced),
                String.valueOf(heldInput),
                String.valueOf(doorInput),
                String.valueOf(voiceRegister),
                String.valueOf(url),
                String.valueOf(releaseSeconds));
    }
}
