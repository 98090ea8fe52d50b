package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An administrator of a {@link RunProgram}: at its page, at its command line, and with signals for its processes. */
final class OnRun {
    private static final int ASKS_A_SECOND = 4;
    private static final int PATIENCE_SECONDS = 240;

    private final Path folder;
    private final String url;
    private final Browser page;

    OnRun(RunProgram run, Path folder) throws Exception {
        this.folder = folder;
        url = run.await("the page's address", line -> line.startsWith("http://127.0.0.1:"), 1)
                .strip();
        String login = run.await("the first login", line -> line.contains("first login: admin "), 1);
        String first = login.replaceAll(".*first login: admin (\\S+) .*", "$1");
        page = new Browser(url).signIn("admin", first);
        String change = "{\"old\":\"" + first + "\",\"new\":\"" + People.PASSWORD + "\"}";
        assertThat(page.post("/api/password", change).status()).isEqualTo(200);
        page.signIn("admin", People.PASSWORD);
    }

    /** What a command prints, once it has ended well. */
    List<String> kakou(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--console", url));
        return KakouProcess.run(folder, 0, line);
    }

    /** What the console answers once it is so; it may be away meanwhile. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        String last = "";
        for (int i = 0; i < PATIENCE_SECONDS * ASKS_A_SECOND; i++) {
            try {
                Browser.Answer answer = page.get(path);
                last = answer.body();
                if (answer.status() == 200 && wanted.test(answer.json())) {
                    return answer.json();
                }
            } catch (IOException e) {
                last = String.valueOf(e);
            }
            boolean unused = never.await(1000 / ASKS_A_SECOND, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(path + " is not so within " + PATIENCE_SECONDS + " s: " + last);
    }

    /** Its own clients of the log. */
    Map<String, Object> log() throws IOException {
        return Deployment.read(folder.resolve("d/run/deployment.json")).logClients();
    }

    /** To both before either is waited for. */
    void signal(String name, Role... roles) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        for (Role role : roles) {
            command.add(Files.readString(folder.resolve("d/run/" + role.word() + ".pid"))
                    .strip());
        }
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
