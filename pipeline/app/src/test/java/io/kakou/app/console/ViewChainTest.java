package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.schema.Database;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Incident;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record of who looked at what. */
@ExtendWith(SharedConsole.class)
class ViewChainTest {
    private static final String HASH_OF_THE_FIRST_RELEASE =
            "6f89cd7e5c1d64c934e6bef798bd2b0d9295d1e29865e37123eb72ebbb98b206";

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void every_view_is_on_record_once_a_session() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        String alert = incident.alerts().get(0).id();
        desk.installation.neighbours.keep(alert);
        Browser.Answer manifest = desk.pengbu.get("/api/clips/" + alert + "/manifest?reason=first+look");
        assertThat(manifest.json().get("parts").get(0).get("key").asText()).isEqualTo("0001.m4s");
        assertThat(desk.pengbu.get("/api/clips/" + alert + "/init.mp4").body()).isEqualTo("init");
        assertThat(desk.pengbu.get("/api/clips/" + alert + "/0001.m4s").body()).isEqualTo("part");
        assertThat(desk.pengbu.get("/api/clips/" + alert + "/0009.m4s").status())
                .isEqualTo(404);
        assertThat(desk.pengbu.get("/api/pictures/" + alert + ".jpg").body()).isEqualTo("jpeg");
        assertThat(desk.pengbu.get("/api/cameras/lift-1/live.mp4").body()).contains("\"field\":\"reason\"");
        assertThat(desk.pengbu.get("/api/cameras/lift-1/live.mp4?reason=call").body())
                .isEqualTo("live");
        assertThat(desk.pengbu
                        .get("/api/cameras/lift-1/picture.jpg?reason=call")
                        .body())
                .isEqualTo("picture");
        Browser.Answer audit = desk.auditor.get("/api/audit?limit=1000");
        assertThat(audit.response().headers().firstValue("X-Kakou-Chain")).hasValue("intact");
        List<String> rows = new ArrayList<>();
        audit.json().forEach(row -> {
            if (row.get("object").asText().equals(alert)) {
                rows.add(row.get("kind").asText() + " " + row.get("reason").asText());
            }
        });
        assertThat(rows).containsExactly("PICTURE incident", "CLIP first look");
    }

    /** What is done to the last row is seen at once; what is done to an older one when everything is read again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            reason = concat(reason, '!') | reason = rtrim(reason, '!')
            area = 'jianqiao'           | area = 'pengbu'
            version = 1                 | version = 2
            """)
    void a_changed_row_breaks_the_chain_until_it_is_as_it_was(String change, String back) throws Exception {
        look();
        assertThat(chain("")).isEqualTo("intact");
        change(change, "order by seq desc limit 1");
        look();
        assertThat(chain("")).startsWith("broken at ");
        change(back, "order by seq desc limit 1 offset 1");
        assertThat(chain("")).as("once broken it is read whole again").startsWith("broken at ");
        assertThat(chain("?check=full")).isEqualTo("intact");
        assertThat(chain("")).isEqualTo("intact");
    }

    @Test
    void an_old_row_that_was_changed_is_found_when_everything_is_read_again() throws Exception {
        look();
        assertThat(chain("?check=full")).isEqualTo("intact");
        change("reason = reason || '!'", "order by seq limit 1");
        assertThat(chain("?check=full")).isEqualTo("broken at 1");
        change("reason = rtrim(reason, '!')", "order by seq limit 1");
        assertThat(chain("?check=full")).isEqualTo("intact");
    }

    @Test
    void a_row_as_the_first_release_wrote_it_still_holds() throws Exception {
        try (Database database = new Database(desk.installation.another("old_views"))) {
            database.start();
            database.transaction(sql -> sql.run("insert into view (seq, at, account, session, kind, object, reason,"
                    + " previous, hash) values (1, '2026-03-01T15:14:05.120Z', 'zhao', 's-1', 'CLIP', 'a-1', 'incident',"
                    + " decode(repeat('00', 32), 'hex'),"
                    + " decode('%s', 'hex'))".formatted(HASH_OF_THE_FIRST_RELEASE)));
            Views views = new Views(database, InstantSource.system());
            assertThat(views.wholeChain().brokenAt()).isNull();
            views.record(new Views.Asked("zhao", "s-1", ViewKind.LIVE, "lift-1", "pengbu", "call"));
            assertThat(views.chain().rows()).isEqualTo(2);
            assertThat(views.chain().brokenAt()).isNull();
        }
    }

    private static void look() throws Exception {
        assertThat(desk.pengbu.get("/api/cameras/lift-1/live.mp4?reason=call").status())
                .isEqualTo(200);
    }

    private static String chain(String how) throws Exception {
        return desk.auditor
                .get("/api/audit" + how)
                .response()
                .headers()
                .firstValue("X-Kakou-Chain")
                .orElseThrow();
    }

    private static void change(String what, String which) throws Exception {
        run("alter table view disable trigger view_is_append_only; update view set " + what
                + " where seq = (select seq from view " + which + "); alter table view enable trigger"
                + " view_is_append_only");
    }

    private static void run(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        desk.installation.postgres.url(), "kakou", desk.installation.postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
