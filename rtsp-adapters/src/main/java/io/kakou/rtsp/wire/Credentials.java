package io.kakou.rtsp.wire;

/** Who asks. The password is shown nowhere. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[" + user + ", ***]";
    }
}
