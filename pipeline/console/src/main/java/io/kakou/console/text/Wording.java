package io.kakou.console.text;

import io.kakou.events.ClockStep;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.LiftReason;
import java.util.stream.Stream;

/** The words people in a command room use, Chinese first. */
final class Wording {
    private static final String TWO_WHEELER = "two-wheeler";

    static final String REINFORCED = "增援 reinforced";

    private Wording() {}

    static String event(Incident incident) {
        String subject =
                incident.alerts().isEmpty() ? "" : incident.alerts().get(0).subject();
        return switch (incident.kind()) {
            case WATERLOGGING -> "道路积水 waterlogging";
            case LOST_CHILD -> "疑似走失儿童 possible lost child";
            case EBIKE_IN_LIFT -> lift(subject);
            case MUCK_TRUCK -> "渣土车 muck truck";
            case DUMPING -> "偷倒渣土 illegal dumping";
            case UNKNOWN -> "未知类型警情 event of an unknown kind";
        };
    }

    /** A two-wheeler may be a bicycle: nobody is told it is an e-bike before that can be seen. */
    private static String lift(String subject) {
        for (LiftReason reason : LiftReason.values()) {
            if (subject.equals(reason.word())) {
                return held(reason);
            }
        }
        return subject.equals(TWO_WHEELER)
                ? "疑似电动车（两轮车）进入电梯 suspected e-bike in lift (two-wheeler)"
                : "电动车进入电梯 e-bike in lift";
    }

    private static String held(LiftReason reason) {
        return switch (reason) {
            case STAYS -> "电动车滞留电梯 e-bike stays in lift";
            case REPEATS -> "电动车反复进入电梯 e-bike brought into lift again and again";
            case FORCED -> "电动车强行关门 door forced with e-bike in lift";
            case CONTROLLER_FAILS -> "电梯门控失效 lift controller fails";
        };
    }

    static String over(EventKind kind) {
        return switch (kind) {
            case WATERLOGGING -> "积水已退 released";
            case LOST_CHILD -> "画面中已无落单儿童 released";
            case EBIKE_IN_LIFT -> "已离开电梯 released";
            case MUCK_TRUCK -> "车辆已驶离 released";
            case DUMPING -> "倾倒已停止 released";
            case UNKNOWN -> "警情已解除 released";
        };
    }

    static String state(IncidentState state) {
        return switch (state) {
            case REPORTED -> "已上报 reported";
            case ACCEPTED -> "已受理 accepted";
            case DISPATCHED -> "已派遣 dispatched";
            case ON_SITE -> "已到场 on site";
            case HANDLED -> "已处置 handled";
            case VERIFIED -> "已核查 verified";
            case SUSPENDED -> "已挂账 suspended";
            case CLOSED -> "已结案 closed";
            case REJECTED -> "判为误报 rejected as false";
            case JOINED -> "已并案 joined to another";
            case UNKNOWN -> "状态已更新 updated";
        };
    }

    static String overdue(String step) {
        return switch (step(step)) {
            case RESPOND -> "响应超时 not answered in time";
            case DISPATCH -> "派遣超时 not dispatched in time";
            case ARRIVE -> "到场超时 not on site in time";
            case REINFORCE -> "增援超时 not reinforced in time";
            case HANDLE -> "处置超时 not handled in time";
            case VERIFY -> "核查超时 not verified in time";
            case CLOSE -> "结案超时 not closed in time";
            case RESUME -> "挂账到期 suspension has ended";
            case FOLLOW_UP -> "回访超时 not followed up in time";
            case UNKNOWN -> "时限已过 overdue";
        };
    }

    static String withdrawn(String step) {
        return switch (step(step)) {
            case RESPOND -> "撤销响应超时（实为按时） answered in time after all";
            case DISPATCH -> "撤销派遣超时（实为按时） dispatched in time after all";
            case ARRIVE -> "撤销到场超时（实为按时） on site in time after all";
            case REINFORCE -> "撤销增援超时（实为按时） reinforced in time after all";
            case HANDLE -> "撤销处置超时（实为按时） handled in time after all";
            case VERIFY -> "撤销核查超时（实为按时） verified in time after all";
            case CLOSE -> "撤销结案超时（实为按时） closed in time after all";
            case RESUME -> "撤销挂账到期（已按时恢复） taken up again in time after all";
            case FOLLOW_UP -> "撤销回访超时（实为按时） followed up in time after all";
            case UNKNOWN -> "撤销超时（实为按时） in time after all";
        };
    }

    private static ClockStep step(String name) {
        return Stream.of(ClockStep.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(ClockStep.UNKNOWN);
    }

    static String chineseDuration(long seconds) {
        return inUnits(seconds, " 小时 ", " 分 ", " 秒");
    }

    static String englishDuration(long seconds) {
        return inUnits(seconds, " h ", " min ", " s");
    }

    private static String inUnits(long seconds, String hour, String minute, String second) {
        String hours = seconds >= 3600 ? seconds / 3600 + hour : "";
        String minutes = seconds >= 60 ? seconds / 60 % 60 + minute : "";
        return hours + minutes + seconds % 60 + second;
    }
}
