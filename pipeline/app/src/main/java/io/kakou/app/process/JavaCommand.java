package io.kakou.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further processes of this program. */
public final class JavaCommand {
    /** As the launcher gives them to the first process. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Djava.awt.headless=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private JavaCommand() {}

    /**
     * This program by other words. The flags and the class path go through an argument file: a long command line breaks
     * ONNX Runtime's loader.
     *
     * @param argumentFile is written
     * @param flags more of them: the heap
     */
    public static List<String> of(Path argumentFile, List<String> flags, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(flags);
        return of(argumentFile, all, System.getProperty("java.class.path"), words);
    }

    /**
     * Another program.
     *
     * @param argumentFile is written
     * @param flags all of them
     */
    public static List<String> of(Path argumentFile, List<String> flags, String classPath, List<String> words)
            throws IOException {
        List<String> lines = new ArrayList<>(flags);
        lines.add("-cp");
        lines.add(classPath);
        Files.write(argumentFile, lines.stream().map(JavaCommand::quoted).toList());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + argumentFile);
        command.addAll(words);
        return command;
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
