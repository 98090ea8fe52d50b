package io.kakou.console.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Finding;
import io.kakou.events.PersonSighting;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of searches, from the log into the database; of a search that is over, or unknown here, nothing. */
public final class Findings implements TopicReader.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    private final Database database;
    private final LogPositions positions;
    private final Runnable changed;

    /** @param changed called after each commit that changed something */
    public Findings(Database database, Runnable changed) {
        this.database = database;
        this.positions = new LogPositions(database, Topic.FINDINGS);
        this.changed = changed;
    }

    @Override
    public Map<Integer, Long> positions() {
        return positions.read();
    }

    @Override
    public void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
        int changes = database.transaction(sql -> {
            int stored = 0;
            for (TopicReader.Entry entry : entries) {
                if (entry.value() != null) {
                    stored += put(sql, entry.value());
                }
            }
            positions.keep(sql, next);
            return stored;
        });
        if (changes > 0) {
            changed.run();
        }
    }

    private static int put(Sql sql, byte[] value) throws SQLException {
        try {
            Finding finding = Json.read(Finding.class, value);
            PersonSighting seen = finding.seen();
            String record = new String(Json.write(finding), UTF_8);
            return seen == null ? footage(sql, finding, record) : candidate(sql, finding, seen, record);
        } catch (UnreadableRecord e) {
            LOG.error("on the topic findings: {}", e.reason());
            return 0;
        }
    }

    private static int footage(Sql sql, Finding finding, String record) throws SQLException {
        return sql.run(
                "insert into search_footage select id, ?, ? from search where id = ?"
                        + " on conflict (search, camera) do update set record = excluded.record",
                finding.camera(),
                record,
                finding.search());
    }

    private static int candidate(Sql sql, Finding finding, PersonSighting seen, String record) throws SQLException {
        return sql.run(
                "insert into search_finding select id, ?, ?, ?, ?, ?, ? from search where id = ?"
                        + " on conflict (search, sighting) do update set likeness = excluded.likeness,"
                        + " walk = excluded.walk, seen_at = excluded.seen_at, record = excluded.record",
                seen.id(),
                seen.camera(),
                finding.likeness(),
                finding.walk(),
                seen.lastSeen(),
                record,
                finding.search());
    }

    /** How far footage was looked at, by camera. */
    public List<Finding> footage(String search) {
        return database.transaction(sql -> sql.list(
                "select record from search_footage where search = ? order by camera", Findings::finding, search));
    }

    /** Who may be the child, as it was told while it happened; the newest first. */
    public List<Finding> newest(String search, int most) {
        return database.transaction(sql -> sql.list(
                "select record from search_finding where search = ? order by seen_at desc, sighting limit " + most,
                Findings::finding,
                search));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        try {
            return Json.read(Finding.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a finding in the database: " + e.reason(), e);
        }
    }
}
