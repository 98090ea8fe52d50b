package io.kakou.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Four seconds of 320x180 in H.265, made by the ffmpeg program: no library here writes it. */
final class H265Film {
    private static final String MADE = "ffmpeg -v error -y -f lavfi -i testsrc2=s=320x180:r=25 -frames:v 100"
            + " -pix_fmt yuv420p -c:v libx265 -x265-params log-level=none:keyint=25:min-keyint=25:bframes=2";

    private H265Film() {}

    static Path write(Path file) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(MADE.split(" ", -1)));
        command.add(file.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assumeTrue(process.exitValue() == 0, "needs program: an ffmpeg with libx265");
            return file;
        } catch (IOException e) {
            return abort("needs program: ffmpeg");
        }
    }
}
