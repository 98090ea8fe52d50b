package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Incident;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The police room has no area: its seat sees what it was told of, wherever that is, and nothing else. */
@ExtendWith(SharedConsole.class)
class RoomSeatTest {
    private final Installation installation = SharedConsole.installation();
    private final Desk desk = SharedConsole.desk();

    @BeforeEach
    void the_police_room_is_a_second_owner() throws Exception {
        assertThat(rooms("secondOwners: [{id: police-children, room: police, kinds: [LOST_CHILD]}]\n"))
                .isEqualTo(200);
    }

    @AfterEach
    void there_are_no_second_owners() throws Exception {
        assertThat(rooms("secondOwners: []\n")).isEqualTo(200);
    }

    private int rooms(String file) throws Exception {
        return desk.admin.call("PUT", "/api/rooms", file).status();
    }

    @Test
    void it_sees_and_acts_on_what_it_was_told_of_as_second_owner_and_looks_at_what_lies_on_its_border()
            throws Exception {
        Browser police = seat("[\"police\"]");
        assertThat(police.get("/api/me").json().get("seats").toString()).isEqualTo("[\"police\"]");
        try (Events events = police.events("")) {
            events.await("hello", data -> true);
            Incident other = desk.reported("jianqiao", "lift-2");
            Incident theirs = told(InformedAs.SECOND_OWNER);
            JsonNode shown = events.await("incident", data -> Desk.id(data).equals(theirs.id()));
            assertThat(shown.get("cameraName").asText()).isEqualTo("新塘苑1幢电梯");
            installation.tell(Told.ring(of(theirs, "police")));
            events.await("notice", data -> data.get("incident").asText().equals(theirs.id()));
            Incident bordering = told(InformedAs.NEIGHBOUR);
            events.await("incident", data -> Desk.id(data).equals(bordering.id()));

            assertThat(police.get("/api/incidents").json().findValuesAsText("id"))
                    .contains(theirs.id(), bordering.id())
                    .doesNotContain(other.id());
            assertThat(police.get("/api/incidents/" + other.id()).status()).isEqualTo(404);
            assertThat(Desk.act(police, bordering, Desk.accept()).body())
                    .contains("it lies on the border; allowed: looking");
            assertThat(Desk.act(police, theirs, Desk.accept()).status()).isEqualTo(202);
            assertThat(police.get("/api/cameras").json()).isEmpty();
        }
    }

    @Test
    void it_acts_on_what_its_room_owns() throws Exception {
        Browser police = seat("[\"police\"]");
        try (Events events = police.events("")) {
            events.await("hello", data -> true);
            Incident own = of(desk.incident("pengbu", "lift-1"), "police");
            installation.tell(own);
            events.await("incident", data -> Desk.id(data).equals(own.id()));
            assertThat(Desk.act(police, own, Desk.accept()).status()).isEqualTo(202);
        }
    }

    @Test
    void a_seat_is_given_at_rooms_that_there_are_by_those_who_see_them() throws Exception {
        assertThat(desk.admin.get("/api/rooms").json().findValuesAsText("id"))
                .contains("police", "room-pengbu", "room-jianqiao");
        assertThat(add(desk.admin, "seat-x", "[\"nowhere\"]").body())
                .contains("there is no room nowhere; allowed, of areas, duty and second owners: police, room-jianqiao");
        Browser local = new People(installation).browser(Role.ADMINISTRATOR, "pengbu");
        assertThat(add(local, "seat-y", "[\"police\"]").status()).isEqualTo(403);
        assertThat(local.get("/api/rooms").json().findValuesAsText("id")).containsExactly("room-pengbu");
    }

    private Browser seat(String rooms) throws Exception {
        String name = "seat-" + System.nanoTime();
        Browser.Answer added = add(desk.admin, name, rooms);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return new People(installation).signedIn(name);
    }

    private static Browser.Answer add(Browser by, String name, String rooms) throws Exception {
        return by.post(
                "/api/users",
                "{\"name\":\"" + name + "\",\"role\":\"OPERATOR\",\"areas\":[],\"rooms\":" + rooms
                        + ",\"password\":\"first " + People.PASSWORD + "\"}");
    }

    private Incident told(InformedAs as) throws Exception {
        Incident plain = desk.incident("pengbu", "lift-1");
        Incident incident = with(plain, plain.room(), List.of(new Informed("police", as, plain.openedAt(), null)));
        installation.tell(incident);
        return incident;
    }

    private static Incident of(Incident incident, String room) {
        return with(incident, room, incident.informed());
    }

    private static Incident with(Incident one, String room, List<Informed> informed) {
        return new Incident(
                one.id(),
                one.kind(),
                one.mergeKey(),
                one.area(),
                room,
                one.camera(),
                one.place(),
                one.state(),
                one.openedAt(),
                one.updatedAt(),
                one.version(),
                one.alertCount(),
                one.alerts(),
                one.transitions(),
                one.unit(),
                one.deadlines(),
                one.road(),
                one.parts(),
                informed,
                one.joinedInto());
    }
}
