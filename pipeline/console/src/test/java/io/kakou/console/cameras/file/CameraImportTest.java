package io.kakou.console.cameras.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Scope;
import io.kakou.console.cameras.Cameras.Known;
import io.kakou.console.cameras.file.CameraImport.Checked;
import io.kakou.console.cameras.file.CameraImport.Ground;
import io.kakou.console.cameras.file.ImportReport.Finding;
import io.kakou.console.cameras.file.ImportRequest.Existing;
import io.kakou.console.cameras.file.ImportRequest.Mode;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.refusal.Refusal;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.events.secret.SecretBox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraImportTest {
    private static final SecretBox SECRETS = new SecretBox(new byte[SecretBox.KEY_BYTES]);
    private static final String GB = "33010400001320000017";
    private static final String HEADING = "编号,名称,类型,经度,纬度,主码流,子码流,用户名,密码,国标编码\n";
    private static final Scope EVERYTHING = new Scope(true, Set.of());

    @Test
    void the_template_is_a_file_that_can_be_imported() {
        Checked checked = check(CameraImport.template());
        assertThat(checked.report().findings()).isEmpty();
        Camera camera = checked.ready().get(0);
        assertThat(camera.id()).isEqualTo("lift-017");
        assertThat(camera.name()).isEqualTo("新塘苑 3 幢 2 单元电梯");
        assertThat(camera.kind()).isEqualTo(CameraKind.LIFT);
        assertThat(camera.watched()).containsExactly(EventKind.EBIKE_IN_LIFT);
        assertThat(camera.place()).isEqualTo(new Point(120.210312, 30.287415));
        assertThat(camera.mainStream()).isEqualTo("rtsp://10.0.0.17:554/Streaming/Channels/101");
        assertThat(camera.subStream()).isEqualTo("rtsp://10.0.0.17:554/Streaming/Channels/102");
        assertThat(camera.gbCode()).isEqualTo("33010400001320000017");
        assertThat(SECRETS.open(Objects.requireNonNull(camera.login()))).isEqualTo("viewer:");
    }

    @Test
    void columns_stand_in_any_order_in_either_language_and_others_are_ignored_by_name() {
        Checked checked = check("厂商,Longitude (WGS84),latitude,GB/T 28181编码,sub_stream,* 名称\n" + "大华,120.21,30.25,'"
                + GB + ",rtsp://u:p%40ss@10.0.0.2/x,东门\n");
        assertThat(checked.report().findings())
                .extracting(Finding::text)
                .containsExactly(
                        "the column \"厂商\" is none of ours and is ignored",
                        "1 cameras have no kind: nothing is watched there until somebody gives them one");
        Camera camera = checked.ready().get(0);
        assertThat(camera.id())
                .as("the GB/T 28181 number, where no id is given")
                .isEqualTo(GB);
        assertThat(camera.subStream()).isEqualTo("rtsp://10.0.0.2/x");
        assertThat(SECRETS.open(Objects.requireNonNull(camera.login()))).isEqualTo("u:p@ss");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ID_MISSING       | ,n,电梯,120.21,30.25,,rtsp://h/s,,,",
                "ID_ROUNDED       | 3.30104E+19,n,电梯,120.21,30.25,,rtsp://h/s,,,",
                "ID_WRONG         | 东门 1,n,电梯,120.21,30.25,,rtsp://h/s,,,",
                "ID_TAKEN         | there,n,电梯,120.21,30.25,,rtsp://h/s,,,",
                "GB_ROUNDED       | a,n,电梯,120.21,30.25,,rtsp://h/s,,,3.30104E+19",
                "GB_WRONG         | a,n,电梯,120.21,30.25,,rtsp://h/s,,,330104",
                "GB_TAKEN         | a,n,电梯,120.21,30.25,,rtsp://h/s,,,33010400001320000001",
                "KIND_UNKNOWN     | a,n,球机,120.21,30.25,,rtsp://h/s,,,",
                "PLACE_HALF       | a,n,电梯,120.21,,,rtsp://h/s,,,",
                "PLACE_WRONG      | a,n,电梯,120°12′,30.25,,rtsp://h/s,,,",
                "PLACE_WRONG      | a,n,电梯,0,0,,rtsp://h/s,,,",
                "PLACE_WRONG      | a,n,电梯,181,30,,rtsp://h/s,,,",
                "PLACE_SWAPPED    | a,n,电梯,30.25,120.21,,rtsp://h/s,,,",
                "ADDRESS_MISSING  | a,n,电梯,120.21,30.25,,,,,",
                "ADDRESS_WRONG    | a,n,电梯,120.21,30.25,,http://h/s,,,",
                "ADDRESS_WRONG    | a,n,电梯,120.21,30.25,rtsp://,rtsp://h/s,,,",
                "LOGINS_DIFFER    | a,n,电梯,120.21,30.25,,rtsp://u:hidden1@h/s,u,hidden2,",
                "LOGIN_WRONG      | a,n,电梯,120.21,30.25,,rtsp://h/s,,hidden3,",
                "LOGIN_WRONG      | a,n,电梯,120.21,30.25,,rtsp://h/s,u:hidden4,p,",
            })
    void a_bad_line_is_refused_for_its_own_reason_and_shows_no_secret(Fault fault, String line) {
        Checked checked = check(HEADING + "good,n,电梯,120.21,30.25,,rtsp://h/s,,,\n" + line + "\n");
        assertThat(checked.report().findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.fault()).isEqualTo(fault);
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.text()).hasLineCount(1).doesNotContain("hidden");
            assertThat(finding.value()).doesNotContain("hidden");
        });
        assertThat(checked.report().ready()).isEqualTo(1);
        assertThat(checked.report().refused()).isEqualTo(1);
    }

    @Test
    void a_name_of_two_lines_is_refused_and_shown_in_one() {
        Checked checked = check(HEADING + "a,\"north\neast\",电梯,120.21,30.25,,rtsp://h/s,,,\n");
        assertThat(checked.report().findings())
                .extracting(Finding::text)
                .containsExactly("the name \"north east\" is none; allowed: up to 100 characters in one line");
    }

    @Test
    void what_stands_twice_in_the_file_is_refused_the_second_time() {
        Checked checked = check(HEADING
                + "a,n,电梯,120.21,30.25,,rtsp://h/1,,," + GB + "\n"
                + "a,n,电梯,120.21,30.25,,rtsp://h/2,,,\n"
                + "b,n,电梯,120.21,30.25,,rtsp://h/3,,," + GB + "\n");
        assertThat(checked.report().findings())
                .extracting(Finding::line, Finding::fault)
                .containsExactly(tuple(3, Fault.ID_TWICE), tuple(4, Fault.GB_TWICE));
    }

    @Test
    void who_asks_to_keep_what_is_there_imports_the_others() {
        String file = HEADING + "there,n,电梯,120.21,30.25,,rtsp://h/1,,,\nnew,n,电梯,120.21,30.25,,rtsp://h/2,,,\n";
        Checked checked = CameraImport.check(
                file.getBytes(UTF_8),
                new ImportRequest(CoordinateSystem.WGS84, Mode.CHECK, Existing.KEEP),
                ground(EVERYTHING));
        assertThat(checked.report().kept()).isEqualTo(1);
        assertThat(checked.ready()).extracting(Camera::id).containsExactly("new");
        assertThat(checked.report().findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of 100 outside")
    @CsvSource({"0, false", "2, false", "3, true"})
    void more_than_two_in_a_hundred_places_outside_every_area_are_a_warning(int outside, boolean warned) {
        StringBuilder file = new StringBuilder(HEADING);
        for (int i = 0; i < 100; i++) {
            file.append("c-%d,n,电梯,%s,30.25,,rtsp://h/s,,,%n".formatted(i, i < outside ? "120.9" : "120.21"));
        }
        Checked checked = check(file.toString());
        assertThat(checked.ready()).hasSize(100);
        assertThat(checked.report().findings().stream().map(Finding::fault).toList())
                .isEqualTo(warned ? List.of(Fault.PLACES_OUTSIDE) : List.of());
    }

    @Test
    void a_place_outside_ones_own_areas_is_refused() {
        Checked checked = CameraImport.check(
                (HEADING + "a,n,电梯,120.9,30.25,,rtsp://h/s,,,\nb,n,电梯,120.21,30.25,,rtsp://h/s,,,\n").getBytes(UTF_8),
                new ImportRequest(CoordinateSystem.WGS84, Mode.CHECK, Existing.REFUSE),
                ground(new Scope(false, Set.of("pengbu"))));
        assertThat(checked.report().findings())
                .extracting(Finding::text)
                .containsExactly("the place 120.9,30.25 lies outside your areas; allowed: a place inside them");
    }

    @Test
    void coordinates_of_chinese_maps_are_moved_and_hold_in_china_alone() {
        String file = HEADING + "a,n,电梯,121.531541859215,31.17530398364597,,rtsp://h/s,,,\n"
                + "b,n,电梯,2.35,48.86,,rtsp://h/s,,,\n";
        Checked checked = CameraImport.check(
                file.getBytes(UTF_8),
                new ImportRequest(CoordinateSystem.GCJ02, Mode.CHECK, Existing.REFUSE),
                ground(EVERYTHING));
        Point place = Objects.requireNonNull(checked.ready().get(0).place());
        assertThat(place.longitude()).isCloseTo(121.5272106, within(1e-6));
        assertThat(place.latitude()).isCloseTo(31.1774276, within(1e-6));
        assertThat(checked.report().findings()).extracting(Finding::fault).contains(Fault.PLACE_ABROAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称,主码流             | COLUMN_MISSING",
                "编号,名称               | COLUMN_MISSING",
                "编号,id,主码流          | COLUMN_TWICE"
            })
    void a_heading_that_is_not_understood_is_told_once_and_no_line_is_read(String heading, Fault fault) {
        Checked checked = check(heading + "\nx,y,z\n3.3E+19,,\n");
        assertThat(checked.report().findings()).extracting(Finding::fault).containsExactly(fault);
        assertThat(checked.ready()).isEmpty();
    }

    @Test
    void findings_beyond_a_thousand_are_counted_alone() {
        Checked checked = check(HEADING + "东门,n,电梯,120.21,30.25,,rtsp://h/s,,,\n".repeat(1_200));
        assertThat(checked.report().findings()).hasSize(1_000);
        assertThat(checked.report().refused()).isEqualTo(1_200);
    }

    @Test
    void a_file_that_is_no_table_is_refused() {
        assertThatThrownBy(() -> check("")).isInstanceOf(Refusal.class).hasMessageContaining("the file is empty");
    }

    private static Checked check(String file) {
        return CameraImport.check(
                file.getBytes(UTF_8),
                new ImportRequest(CoordinateSystem.WGS84, Mode.CHECK, Existing.REFUSE),
                ground(EVERYTHING));
    }

    private static Ground ground(Scope scope) {
        Ring ring = new Ring(List.of(
                new Point(120.2, 30.2), new Point(120.3, 30.2), new Point(120.3, 30.3), new Point(120.2, 30.3)));
        Area area =
                new Area("pengbu", "彭埠街道", AreaLevel.STREET, null, "room-pengbu", List.of(new Polygon(List.of(ring))));
        return new Ground(
                new Known(Set.of("there"), Map.of("33010400001320000001", "there")),
                new AreaMap(List.of(area)),
                scope,
                SECRETS);
    }
}
