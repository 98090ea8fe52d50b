package io.kakou.events;

import io.kakou.events.truck.DailyWindow;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.SeenTruck;
import io.kakou.events.truck.SiteColour;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One full record of each kind on the log, every field set; the golden files hold the same. */
public final class Samples {
    private static final Instant ONSET = Instant.parse("2026-03-01T15:14:02.120Z");
    private static final Instant AT = Instant.parse("2026-03-01T15:14:05.120Z");
    private static final Point PLACE = new Point(120.2103, 30.2841);

    private Samples() {}

    /** As the first version knew them. */
    public static List<Record> version1() {
        return List.of(action(), alert(), area(), camera(), health(), incident());
    }

    /** What the second version added or widened. */
    public static List<Record> version2() {
        return List.of(ClockProfile.DEFAULT, handledIncident(), recordedCamera());
    }

    /** What the third version added or widened. */
    public static List<Record> version3() {
        return List.of(dispatchedIncident());
    }

    public static List<Record> version4() {
        return List.of(advisedHealth());
    }

    /** What the fifth version added or widened. */
    public static List<Record> version5() {
        return List.of(
                recordedCamera().forgetting("waterlogging").forgetting(Camera.EVERY_RULE),
                advisedHealth().behind("http://10.0.0.5:8470"),
                learnedMemory(),
                new Claim("worker-1", "http://10.0.0.5:8470", AT));
    }

    /** What the sixth version added or widened. */
    public static List<Record> version6() {
        List<Record> all = new ArrayList<>(rooms());
        all.addAll(SearchSamples.all());
        return all;
    }

    private static List<Record> rooms() {
        return List.of(
                suspension(),
                profile(),
                wetRoad(),
                road(),
                calendar(),
                duty(),
                enforcement(),
                cardNotice(),
                dismissalHour(),
                new AlarmBudget("pengbu-room", 8, 12, 900, 4, 5, 1_800, 20),
                mute(),
                shelf(),
                brake(),
                modelUse(),
                lift(),
                new LiftRelease(lift().id(), "operator-3", "居民被困，先放行", ONSET, AT.plusSeconds(600)),
                new LiftState(
                        lift().id(),
                        lift().camera(),
                        PLACE,
                        LiftStage.FAILING,
                        ONSET,
                        "c0ffee01",
                        AT,
                        "10.0.0.9:502 does not answer",
                        AT,
                        "worker-1",
                        42,
                        7),
                new LiftTally(lift().id(), List.of(new LiftDay("2026-03-01", 5, 1, 2, 3, 4)), AT),
                permit(),
                site(),
                new TruckPosition("浙A12345", AT, PLACE, 36.5, 271, 1, 3, true),
                verdict(),
                advisedHealth()
                        .held(List.of(new Braked(EventKind.LOST_CHILD, brake().id(), brake().reason())))
                        .judgedBy(new JudgedBy(
                                "coco@0ec51c35fc17", null, "it is not in this worker's folder of models")));
    }

    private static ModelUse modelUse() {
        return new ModelUse(
                "model-77aa01b2",
                "2fd5fe94945f9e2d091f73a6968b337660c807d49f59fcf698bb788dddb4ed4a",
                "ebike-in-lift-head",
                List.of(CameraKind.LIFT),
                List.of("lift-7", "lift-8"),
                List.of("lift-8"),
                "engineer-1",
                "新模型试运行",
                ONSET,
                null);
    }

    private static Lift lift() {
        LiftController controller = new LiftController(
                LiftWire.MODBUS_REGISTER, LiftDrive.PULSE, "10.0.0.9", 502, 1, 40, true, 3, 4, 45, null, 8);
        return new Lift(
                "lift-7",
                "彭埠景苑 3 幢 1 单元",
                "lift-7",
                controller,
                "电动车禁止进入电梯，请退出。",
                "http://10.0.0.10/say",
                new LiftProof(ONSET, 7.9, "admin-1", controller.fingerprint()));
    }

    private static TruckPermit permit() {
        return new TruckPermit(
                "hz-2026-117",
                "浙A12345",
                "某某运输有限公司",
                "site-7",
                "tip-2",
                ONSET,
                AT.plusSeconds(2_592_000),
                List.of(new DailyWindow("22:00", "05:00")),
                TruckPermit.ZONE,
                List.of("road-3", "road-4"),
                AT.plusSeconds(864_000));
    }

    private static WorkSite site() {
        return new WorkSite(
                "site-7",
                "天城路 7 号地块",
                SiteKind.SITE,
                "杭渣〔2026〕7",
                ONSET,
                AT.plusSeconds(2_592_000),
                List.of("gate-2"),
                PLACE,
                SiteColour.YELLOW,
                "2026-02-20");
    }

    private static TruckVerdict verdict() {
        return new TruckVerdict(
                "verdict-1",
                2,
                "浙A12345",
                Judgement.CLEAN,
                TruckReason.PERMITTED,
                "gate-2",
                PLACE,
                AT,
                permit().id(),
                site().id(),
                "浙A12346",
                List.of(new SeenTruck("gate-2", AT, PLACE, 0.93, site().id())),
                "alert-9",
                TruckReason.NO_PERMIT,
                AT.plusSeconds(7_200));
    }

    private static Brake brake() {
        return new Brake(
                "brake-4f21c0de",
                EventKind.LOST_CHILD,
                List.of("lift-7", "gate-2"),
                List.of("gate-2"),
                "engineer-1",
                "放学时段误报过多",
                ONSET,
                AT.plusSeconds(86_400));
    }

    private static Action suspension() {
        return new Action(
                "action-9",
                wetRoad().id(),
                ActionKind.SUSPEND,
                "operator-3",
                AT.plusSeconds(90),
                4,
                "patrol-2",
                null,
                null,
                "等待排水公司",
                List.of("part-1"),
                ActedBy.UNIT,
                PLACE,
                AT.plusSeconds(86_400),
                incident().id(),
                wetRoad().parts());
    }

    private static ClockProfile profile() {
        return new ClockProfile(
                "30515",
                List.of(EventKind.WATERLOGGING),
                List.of(
                        new ClockLimit(ClockStep.RESPOND, 30),
                        new ClockLimit(ClockStep.CLOSE, 86_400, Counting.WORKING_HOURS),
                        new ClockLimit(ClockStep.FOLLOW_UP, 86_400)),
                List.of("pengbu"),
                "office",
                List.of(new Rung(ClockStep.RESPOND, 30, null), new Rung(ClockStep.RESPOND, 120, "shangcheng-room")));
    }

    private static Incident wetRoad() {
        Incident one = incident();
        String mergeKey = "road-tiancheng~WATERLOGGING";
        String id = Incident.id(mergeKey, ONSET, alert().id());
        Part part = new Part(
                "part-1",
                "road-3",
                List.of("road-3", "road-4"),
                PLACE,
                IncidentState.DISPATCHED,
                "patrol-2",
                ONSET,
                AT,
                2);
        return new Incident(
                id,
                EventKind.WATERLOGGING,
                mergeKey,
                one.area(),
                one.room(),
                "road-3",
                PLACE,
                IncidentState.DISPATCHED,
                ONSET,
                AT,
                1,
                2,
                List.of(),
                List.of(Transition.of(id, TransitionKind.JOINED, IncidentState.DISPATCHED, AT, alert().id())
                        .ofPart("part-1")),
                "patrol-2",
                List.of(Deadline.running(ClockStep.ARRIVE, AT.plusSeconds(180)).ofPart("part-1")),
                "tiancheng",
                List.of(part),
                List.of(new Informed("police-room", InformedAs.SECOND_OWNER, AT, "pengbu")),
                incident().id());
    }

    private static Notice cardNotice() {
        return new Notice(
                "notice-1",
                "pengbu-room",
                AT,
                NoticeKind.CEILING,
                EventKind.LOST_CHILD,
                NoticeCause.OPENED,
                incident().id(),
                "situation-1",
                "grid-4",
                true,
                "mute-1",
                AT.plusSeconds(1_800));
    }

    private static Situation dismissalHour() {
        SituationPlace gate = new SituationPlace(
                "grid-4",
                incident().id(),
                "tiancheng",
                "grid-4",
                31,
                31,
                List.of("gate-1", "gate-2"),
                ONSET,
                IncidentState.REPORTED,
                true,
                true,
                AT.plusSeconds(1_800),
                "mute-1");
        return new Situation(
                "situation-1",
                "pengbu-room",
                EventKind.LOST_CHILD,
                SituationKind.CEILING,
                ONSET,
                AT.plusSeconds(1_900),
                7,
                11,
                20,
                true,
                List.of("gate-1", "gate-2"),
                List.of(gate),
                3);
    }

    private static Mute mute() {
        return new Mute(
                "mute-1",
                EventKind.LOST_CHILD,
                List.of("gate-1", "gate-2"),
                "放学时段，家长在校门外等候",
                "operator-3",
                AT,
                AT.plusSeconds(3_600));
    }

    private static Shelf shelf() {
        return new Shelf(incident().id(), "pengbu-room", "operator-3", "等待排水公司", AT, AT.plusSeconds(1_800));
    }

    private static Road road() {
        return new Road("tiancheng", "天城路", List.of("road-3", "road-4", "road-9"));
    }

    private static WorkCalendar calendar() {
        return new WorkCalendar(
                "office",
                "Asia/Shanghai",
                List.of(new WorkHours("08:30", "12:00")),
                List.of("2026-10-01"),
                List.of("2026-10-10"));
    }

    private static Duty duty() {
        return new Duty(
                "pengbu-room",
                "Asia/Shanghai",
                "office",
                List.of(new Shift(Shift.Days.WORKED, "08:00", "20:00", "0571-0000", List.of("张三"))));
    }

    private static SecondOwner enforcement() {
        return new SecondOwner("trucks", "enforcement-seat", List.of(EventKind.MUCK_TRUCK), "pengbu");
    }

    static LearnedMemory learnedMemory() {
        return new LearnedMemory(
                "road-3",
                "waterlogging",
                "9f86d081884c7d659a2feaa0c55ad015",
                "worker-1",
                Claim.generation(7),
                AT.toEpochMilli(),
                AT,
                640,
                360,
                "{\"recent\":[]}");
    }

    public static Alert alert() {
        return new Alert(
                "9f86d081884c7d659a2feaa0c55ad015",
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                "lift-7",
                PLACE,
                "tiancheng-road",
                AT,
                ONSET,
                0.83,
                List.of(new LabelledBox("bicycle", 0.83, 0.25, 0.375, 0.75, 1)),
                List.of("f-100", "f-125"),
                "worker-1",
                4);
    }

    static Action action() {
        return new Action(
                "action-1",
                incident().id(),
                ActionKind.DISPATCH,
                "operator-3",
                AT.plusSeconds(40),
                2,
                "patrol-2",
                "ebike",
                true,
                "已派巡逻二组");
    }

    static Area area() {
        Ring outer = new Ring(List.of(new Point(120, 30), new Point(121, 30), new Point(121, 31), new Point(120, 31)));
        Ring hole = new Ring(List.of(new Point(120.5, 30.5), new Point(120.75, 30.5), new Point(120.5, 30.75)));
        return new Area(
                "pengbu",
                "彭埠街道",
                AreaLevel.STREET,
                "shangcheng",
                "pengbu-room",
                List.of(new Polygon(List.of(outer, hole))));
    }

    static Camera camera() {
        return new Camera(
                "lift-7",
                "新塘苑7幢电梯",
                CameraKind.LIFT,
                PLACE,
                "33010400001320000007",
                "rtsp://10.0.0.7/main",
                "rtsp://10.0.0.7/sub",
                List.of(Zone.whole("cabin")),
                List.of(EventKind.EBIKE_IN_LIFT));
    }

    private static Camera recordedCamera() {
        Camera old = camera();
        return new Camera(
                old.id(),
                old.name(),
                old.kind(),
                old.place(),
                old.gbCode(),
                old.mainStream(),
                old.subStream(),
                old.zones(),
                old.watched(),
                "k1.c2VhbGVk",
                Recording.CONTINUOUS);
    }

    static Health health() {
        return new Health(
                "lift-7",
                Stage.LOOKING,
                AT,
                ONSET,
                "covered",
                -1.25,
                "worker-1",
                4,
                List.of(EventKind.EBIKE_IN_LIFT),
                List.of(EventKind.LOST_CHILD),
                null,
                List.of());
    }

    private static Health advisedHealth() {
        Health old = health();
        return new Health(
                old.camera(),
                old.stage(),
                old.at(),
                old.lastLook(),
                null,
                old.clockOffsetSeconds(),
                old.worker(),
                old.generation(),
                old.watched(),
                old.notWatched(),
                12.5,
                List.of("keyframes are up to 20.0 s apart: set the interval to 2 s"));
    }

    static Incident incident() {
        String mergeKey = "lift-7~EBIKE_IN_LIFT";
        String id = Incident.id(mergeKey, ONSET, alert().id());
        Transition opened = new Transition(
                "5421d416ac7766576c240da704ff6edc",
                TransitionKind.OPENED,
                IncidentState.REPORTED,
                AT,
                alert().id(),
                null,
                null,
                null);
        return new Incident(
                id,
                EventKind.EBIKE_IN_LIFT,
                mergeKey,
                "pengbu",
                "pengbu-room",
                "lift-7",
                PLACE,
                IncidentState.REPORTED,
                ONSET,
                AT,
                1,
                1,
                List.of(alert()),
                List.of(opened),
                null,
                List.of());
    }

    static Incident handledIncident() {
        Incident reported = incident();
        Deadline respond = new Deadline(ClockStep.RESPOND, AT.plusSeconds(60), AT.plusSeconds(40), DeadlineState.KEPT);
        Deadline arrive = new Deadline(ClockStep.ARRIVE, AT.plusSeconds(180), null, DeadlineState.OVERDUE_WHILE_DOWN);
        Transition accepted = Transition.of(
                reported.id(), TransitionKind.ACTED, IncidentState.ACCEPTED, AT.plusSeconds(40), "action-1");
        return new Incident(
                reported.id(),
                reported.kind(),
                reported.mergeKey(),
                reported.area(),
                reported.room(),
                reported.camera(),
                reported.place(),
                IncidentState.DISPATCHED,
                reported.openedAt(),
                arrive.at(),
                3,
                1,
                reported.alerts(),
                List.of(
                        reported.transitions().get(0),
                        accepted,
                        Transition.overdue(reported, arrive, "down-1772378400000"),
                        Transition.withdrawn(reported, respond, AT.plusSeconds(40))),
                "patrol-2",
                List.of(respond, arrive, Deadline.running(ClockStep.REINFORCE, AT.plusSeconds(300))));
    }

    static Incident dispatchedIncident() {
        Incident reported = incident();
        Action dispatch = new Action(
                "action-2",
                reported.id(),
                ActionKind.DISPATCH,
                "zhang-san",
                AT.plusSeconds(50),
                2,
                "patrol-2",
                null,
                null,
                null);
        return new Incident(
                reported.id(),
                reported.kind(),
                reported.mergeKey(),
                reported.area(),
                reported.room(),
                reported.camera(),
                reported.place(),
                IncidentState.DISPATCHED,
                reported.openedAt(),
                dispatch.at(),
                2,
                1,
                reported.alerts(),
                List.of(reported.transitions().get(0), asWrittenThen(dispatch)),
                "patrol-2",
                List.of());
    }

    /** Before a transition said what was done. */
    private static Transition asWrittenThen(Action dispatch) {
        Transition today = Transition.acted(dispatch, IncidentState.DISPATCHED);
        return new Transition(
                today.id(), today.kind(), today.state(), today.at(), today.cause(), null, today.user(), today.unit());
    }
}
