package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.accounts.Role;
import io.kakou.events.Incident;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody sees, changes or hands out what lies outside their areas. */
@ExtendWith(SharedConsole.class)
class AreaScopeTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void what_another_area_holds_is_not_there() throws Exception {
        Incident incident = desk.reported("jianqiao", "lift-2");
        String alert = incident.alerts().get(0).id();
        desk.installation.neighbours.keep(alert);
        for (String path : List.of(
                "/api/incidents/" + incident.id(),
                "/api/clips/" + alert + "/manifest",
                "/api/clips/" + alert + "/init.mp4",
                "/api/clips/" + alert + "/0001.m4s",
                "/api/pictures/" + alert + ".jpg",
                "/api/cameras/lift-2/picture.jpg?reason=test",
                "/api/cameras/lift-2/live.mp4?reason=test",
                "/api/cameras/lift-2/near")) {
            assertThat(desk.pengbu.get(path).status()).as(path).isEqualTo(404);
            assertThat(desk.jianqiao.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(Desk.act(desk.pengbu, incident, Desk.accept()).status()).isEqualTo(404);
        assertThat(desk.pengbu.get("/api/incidents?state=all").body()).doesNotContain(incident.id());
        assertThat(desk.jianqiao.get("/api/incidents?state=all").body()).contains(incident.id(), "笕桥街道指挥室", "笕桥2幢电梯");
        assertThat(desk.pengbu.get("/api/cameras").body()).contains("lift-1").doesNotContain("lift-2");
        assertThat(desk.pengbu.get("/api/areas").body()).contains("pengbu").doesNotContain("jianqiao");
        assertThat(desk.pengbu.get("/api/units").body()).contains("patrol-1").doesNotContain("patrol-2");
        assertThat(desk.pengbu.get("/api/watch").json().get("cameras").asInt()).isEqualTo(1);
    }

    @Test
    void whoever_has_no_area_sees_nothing() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        Browser nobody = new People(desk.installation).browser(Role.OPERATOR, "no-such-area");
        assertThat(nobody.get("/api/incidents?state=all").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/cameras").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/units").body()).isEqualTo("[]");
        assertThat(nobody.get("/api/incidents/" + incident.id()).status()).isEqualTo(404);
    }

    @Test
    void an_auditor_of_one_area_reads_the_views_of_that_area_alone() throws Exception {
        look(desk.pengbu, "lift-1");
        look(desk.jianqiao, "lift-2");
        Browser local = new People(desk.installation).browser(Role.AUDITOR, "pengbu");
        Browser.Answer audit = local.get("/api/audit?limit=1000");
        assertThat(audit.body()).contains("lift-1").doesNotContain("lift-2");
        audit.json().forEach(row -> assertThat(row.get("area").asText()).isEqualTo("pengbu"));
        assertThat(desk.auditor.get("/api/audit?limit=1000").body()).contains("lift-1", "lift-2");
    }

    private static void look(Browser operator, String camera) throws Exception {
        operator.get("/api/cameras/" + camera + "/live.mp4?reason=call");
    }

    @Test
    void an_administrator_of_one_area_rules_the_people_of_that_area_alone() throws Exception {
        Browser local = new People(desk.installation).browser(Role.ADMINISTRATOR, "pengbu");
        String boss = desk.admin.get("/api/me").json().get("user").asText();
        String theirs = desk.pengbu.get("/api/me").json().get("user").asText();
        String others = desk.jianqiao.get("/api/me").json().get("user").asText();
        assertThat(local.get("/api/users").body())
                .contains(quoted(theirs))
                .doesNotContain(quoted(boss), quoted(others));
        assertThat(local.call("PUT", "/api/users/" + boss, "{\"enabled\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(local.call("PUT", "/api/users/" + others, "{\"password\":\"a much better one\"}")
                        .status())
                .isEqualTo(404);
        for (String areas : List.of("[\"*\"]", "[\"jianqiao\"]", "[\"shangcheng\"]", "[]")) {
            assertThat(local.post("/api/users", user("too-much", areas)).status())
                    .as(areas)
                    .isEqualTo(403);
            assertThat(local.call("PUT", "/api/users/" + theirs, "{\"areas\":" + areas + "}")
                            .status())
                    .as(areas)
                    .isEqualTo(403);
        }
        assertThat(local.post("/api/users", user("local-one", "[\"pengbu\"]")).status())
                .isEqualTo(201);
        assertThat(desk.admin
                        .post("/api/users", user("lost-one", "[\"nowhere\"]"))
                        .body())
                .contains("there is no area nowhere");
        assertThat(local.call("PUT", "/api/areas", "{}").status()).isEqualTo(403);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String user(String name, String areas) {
        return "{\"name\":\"" + name + "\",\"role\":\"OPERATOR\",\"areas\":" + areas + ",\"password\":\""
                + People.PASSWORD + "\"}";
    }
}
