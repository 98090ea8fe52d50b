package io.kakou.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void one_process_has_it_at_a_time_and_the_other_is_told_which() throws Exception {
        try (DataFolder first = open()) {
            first.start();
            assertThatExceptionOfType(UnusableFolder.class)
                    .isThrownBy(open()::start)
                    .withMessage(folder() + " is in use by process "
                            + ProcessHandle.current().pid() + "; allowed: one at a time");
        }
        try (DataFolder second = open()) {
            second.start();
        }
    }

    @Test
    void secrets_and_the_key_stay_the_same_and_are_their_owners_alone() throws Exception {
        Secrets secrets;
        byte[] key;
        try (DataFolder first = open()) {
            first.start();
            secrets = first.secrets();
            key = first.key();
        }
        try (DataFolder again = open()) {
            again.start();
            assertThat(again.secrets()).isEqualTo(secrets);
            assertThat(again.key()).isEqualTo(key).hasSize(32);
            assertThat(again.keyFile()).isEqualTo(parent.resolve("d.key"));
        }
        for (Path file : List.of(folder().resolve("secrets.json"), parent.resolve("d.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(secrets.toString()).doesNotContain(secrets.doorToken());
    }

    @Test
    void a_secret_that_an_earlier_release_knew_nothing_of_is_made_and_kept() throws Exception {
        Secrets secrets;
        try (DataFolder folder = open()) {
            folder.start();
            Files.writeString(
                    folder().resolve("secrets.json"),
                    "{\"storeAccessKey\":\"a\",\"storeSecretKey\":\"s\",\"doorToken\":\"t\"}");
            secrets = folder.secrets();
            assertThat(folder.secrets()).isEqualTo(secrets);
        }
        assertThat(secrets.storeAccessKey()).isEqualTo("a");
        assertThat(secrets.logPassword()).hasSize(64);
    }

    @Test
    void a_newer_folder_is_refused_and_left_as_it_is() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("version"), "3\n");
        assertThatExceptionOfType(UnusableFolder.class)
                .isThrownBy(open()::start)
                .withMessageContaining("is of version 3; allowed: 1 to 2");
        assertThat(folder().resolve("run")).doesNotExist();
    }

    /** Heights lie on the log since version 2, where every worker finds them. */
    @Test
    void of_version_1_heights_in_files_are_dropped() throws Exception {
        Path heights = Files.createDirectories(folder().resolve("analysis").resolve("heights"));
        Files.writeString(heights.resolve("street-3.json"), "{}");
        Files.writeString(folder().resolve("version"), "1\n");
        try (DataFolder old = open()) {
            old.start();
        }
        assertThat(heights).doesNotExist();
        assertThat(folder().resolve("version")).hasContent("2\n");
    }

    @Test
    void an_older_folder_is_brought_up_step_by_step_after_a_backup() throws Exception {
        try (DataFolder old = new DataFolder(folder(), new Version(List.of()))) {
            old.start();
        }
        Path trace = folder().resolve("trace");
        Version third = new Version(List.of(
                data -> Files.writeString(trace, "two"),
                data -> Files.writeString(trace, Files.readString(trace) + " three")));
        try (DataFolder now = new DataFolder(folder(), third)) {
            now.start();
        }
        assertThat(trace).hasContent("two three");
        assertThat(folder().resolve("version")).hasContent("3\n");
        assertThat(folder().resolve("backup-of-version-1/version")).hasContent("1\n");
        assertThat(folder().resolve("backup-of-version-2/trace")).hasContent("two");
    }

    private Path folder() {
        return parent.resolve("d").toAbsolutePath();
    }

    private DataFolder open() {
        return new DataFolder(folder());
    }
}
