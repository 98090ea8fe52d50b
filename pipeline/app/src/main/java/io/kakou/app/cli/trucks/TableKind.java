package io.kakou.app.cli.trucks;

import io.kakou.console.trucks.TruckTable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which table a word on the command line means. */
final class TableKind {
    private TableKind() {}

    /** For {@code --help}. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TruckTable.values()).map(TruckTable::word).iterator();
        }
    }

    /** @throws ParameterException naming what is allowed */
    static TruckTable of(String what, String word, CommandSpec spec) {
        return Arrays.stream(TruckTable.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        what + " is \"" + word + "\"; allowed: "
                                + Arrays.stream(TruckTable.values())
                                        .map(TruckTable::word)
                                        .collect(Collectors.joining(", "))));
    }
}
