package io.kakou.analysis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.json.UnreadableRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what journals wrote: from the store, and from a worker's own folder what is not in the store yet. */
public final class StoredJournal {
    private static final String ENDING = ".log";

    private final Shelf shelf;
    private final @Nullable Path folder;

    /**
     * A reader.
     *
     * @param folder of a worker on this machine, or null
     */
    public StoredJournal(Shelf shelf, @Nullable Path folder) {
        this.shelf = shelf;
        this.folder = folder;
    }

    /** A page. */
    private interface Source {
        byte[] read() throws StoreException, IOException;
    }

    /**
     * A camera's lines of a span, in order, from the beginning of the page that holds its first look on: from there all
     * looks are there that the span's depend on, or the memory they left.
     *
     * @throws StoreException where a page cannot be had
     * @throws IOException where one is none of ours
     */
    List<JournalLine> lines(String camera, Instant from, Instant to) throws StoreException, IOException {
        List<JournalLine> lines = new ArrayList<>();
        for (Source page : pages(camera, from, to)) {
            for (String line : new String(page.read(), UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    lines.add(read(camera, line));
                }
            }
        }
        return lines;
    }

    private static JournalLine read(String camera, String line) throws IOException {
        try {
            return JournalLine.read(line);
        } catch (UnreadableRecord | IllegalArgumentException e) {
            throw new IOException("the look log of " + camera + ": " + e.getMessage(), e);
        }
    }

    /** Those of the hours from {@code from} to {@code to}. */
    private List<Source> pages(String camera, Instant from, Instant to) throws StoreException, IOException {
        String first = PageName.of(Page.hourOf(from), "");
        String last = PageName.of(to, "");
        TreeMap<String, Source> pages = new TreeMap<>();
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        for (; !day.isAfter(LocalDate.ofInstant(to, ZoneOffset.UTC)); day = day.plusDays(1)) {
            for (String key : shelf.list(PageName.prefix(camera, day))) {
                pages.put(key.substring(PageName.prefix(camera).length()), () -> unpacked(shelf.get(key)));
            }
            local(camera, day, pages);
        }
        return List.copyOf(pages.subMap(first, true, last, true).values());
    }

    private void local(String camera, LocalDate day, Map<String, Source> pages) throws IOException {
        Path here = folder == null ? null : folder.resolve(camera).resolve(day.toString());
        if (here == null || !Files.isDirectory(here)) {
            return;
        }
        try (Stream<Path> files = Files.list(here)) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .forEach(file -> pages.put(day + "/" + file.getFileName(), () -> Files.readAllBytes(file)));
        }
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
