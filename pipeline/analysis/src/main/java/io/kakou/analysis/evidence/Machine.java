package io.kakou.analysis.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What judges: this build on this processor. */
public final class Machine {
    private Machine() {}

    /** Version of this program. */
    public static String build() {
        Properties build = new Properties();
        try (InputStream in = Machine.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the build's version cannot be read", e);
        }
        return build.getProperty("version", "unknown");
    }

    static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    }

    /** Linux tells the flags (proc(5), /proc/cpuinfo); elsewhere the kind of processor has to do. */
    static String cpu() {
        String kind = System.getProperty("os.arch", "unknown");
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            List<String> words = lines.takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith("model name") || line.startsWith("flags"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .toList();
            return kind + ": " + String.join(": ", words);
        } catch (IOException | UncheckedIOException e) {
            return kind;
        }
    }
}
