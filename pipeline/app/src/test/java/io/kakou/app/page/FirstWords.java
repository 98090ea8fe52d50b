package io.kakou.app.page;

import io.kakou.app.process.Supervisor;
import java.util.concurrent.CompletableFuture;

/** What the processes of a new installation say that a person would read. */
final class FirstWords implements Supervisor.Listener {
    private static final String FIRST = "first login: admin ";

    final CompletableFuture<String> page = new CompletableFuture<>();
    final CompletableFuture<String> password = new CompletableFuture<>();

    @Override
    public void ready(String child, String detail) {
        if (detail.startsWith("http")) {
            page.complete(detail);
        }
    }

    @Override
    public void said(String child, String line) {
        if (line.startsWith(FIRST)) {
            password.complete(line.substring(FIRST.length()).split(" ", 2)[0]);
        }
    }

    @Override
    public void died(String child, int exit, double retrySeconds) {
        System.out.println(child + " died " + exit);
    }
}
