package io.kakou.console.cameras.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column can hold, by the headings that people give it; the first is the template's. */
@SuppressWarnings("ImmutableEnumChecker") // List.of does not change; only its type does not say so.
enum Column {
    ID("编号", "点位编号", "点位id", "摄像机编号", "设备编号", "id", "camera", "cameraid"),
    NAME("名称", "点位名称", "设备名称", "摄像机名称", "name", "cameraname"),
    KIND("类型", "点位类型", "场景", "场景类型", "监看场景", "kind", "type"),
    LONGITUDE("经度", "longitude", "lon", "lng"),
    LATITUDE("纬度", "latitude", "lat"),
    MAIN_STREAM("主码流", "主码流地址", "rtsp", "rtsp地址", "视频流地址", "url", "main", "mainstream"),
    SUB_STREAM("子码流", "子码流地址", "辅码流", "辅码流地址", "sub", "substream"),
    USER("用户名", "账号", "用户", "登录名", "user", "username"),
    PASSWORD("密码", "口令", "登录密码", "password"),
    GB_CODE("国标编码", "国标编号", "国标id", "国标码", "gb28181编码", "gbt28181编码", "gb编码", "设备编码", "gbcode", "gbid", "gb28181");

    /** A remark in brackets, and what stands between words. */
    private static final Pattern DECORATION = Pattern.compile("[(（\\[【].*|[\\s_*:：/.-]");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** The template's heading. */
    String heading() {
        return headings.get(0);
    }

    static Optional<Column> of(String heading) {
        String plain = DECORATION.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
        for (Column each : values()) {
            if (each.headings.contains(plain)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
