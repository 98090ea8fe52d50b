package io.kakou.events;

/** What a lift's controller speaks. */
public enum LiftWire {
    /** A holding register over Modbus TCP: seconds of a pulse, or a heartbeat. */
    MODBUS_REGISTER,
    /** A coil over Modbus TCP that the controller takes back by itself. */
    MODBUS_COIL,
    /** JSON over HTTP. */
    HTTP,
    /** A constant written by a newer release: not driven here. */
    UNKNOWN
}
