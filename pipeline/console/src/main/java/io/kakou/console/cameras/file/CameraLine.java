package io.kakou.console.cameras.file;

import io.kakou.console.cameras.Logins;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.sheet.Sheet.Line;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Recording;
import io.kakou.events.secret.SecretBox;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line as a camera; what is wrong with it goes to the findings. */
final class CameraLine {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern GB_CODE = Pattern.compile("[0-9]{20}");
    /** As spreadsheets write a number of more digits than they keep. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]+");
    /** Digits 16 to 20 are lost where a spreadsheet took the number for one. */
    private static final String LOST_DIGITS = "00000";

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,100}");
    /** What marks a number as text in a spreadsheet: {@code '330} and {@code ="330"}. */
    private static final Pattern TEXT_MARK = Pattern.compile("^(?:=\"(.*)\"|'(.*))$");

    private final Heading heading;
    private final Line line;
    private final Findings findings;

    CameraLine(Heading heading, Line line, Findings findings) {
        this.heading = heading;
        this.line = line;
        this.findings = findings;
    }

    /** Empty where the line was refused. */
    Optional<Camera> read(CoordinateSystem system, SecretBox secrets) {
        int refusedBefore = findings.refused();
        String gbCode = gbCode();
        String id = id(gbCode);
        CameraKind kind = kind();
        Point place = new PlaceCells(cell(Column.LONGITUDE), cell(Column.LATITUDE)).read(system, this::found);
        Logins main = address(Column.MAIN_STREAM);
        Logins sub = address(Column.SUB_STREAM);
        String login = login(main, sub);
        if (main == null && sub == null && findings.refused() == refusedBefore) {
            found(Fault.ADDRESS_MISSING, "");
        }
        String name = name(id);
        if (findings.refused() > refusedBefore) {
            return Optional.empty();
        }
        return Optional.of(new Camera(
                id,
                name,
                kind,
                place,
                gbCode.isEmpty() ? null : gbCode,
                main == null ? null : main.address(),
                sub == null ? null : sub.address(),
                List.of(),
                kind.usualEvents(),
                login == null ? null : secrets.seal(login),
                Recording.ALERTS));
    }

    private String gbCode() {
        String code = unmarked(cell(Column.GB_CODE));
        if (ROUNDED.matcher(code).matches()) {
            found(Fault.GB_ROUNDED, code);
        } else if (!code.isEmpty() && !GB_CODE.matcher(code).matches()) {
            found(Fault.GB_WRONG, code);
        } else if (code.endsWith(LOST_DIGITS)) {
            found(Fault.GB_ZEROS, code);
        }
        return code;
    }

    private String id(String gbCode) {
        String id = unmarked(cell(Column.ID));
        if (id.isEmpty() && gbCode.isEmpty()) {
            found(Fault.ID_MISSING, "");
        } else if (ROUNDED.matcher(id).matches()) {
            found(Fault.ID_ROUNDED, id);
        } else if (!id.isEmpty() && !ID.matcher(id).matches()) {
            found(Fault.ID_WRONG, id);
        }
        return id.isEmpty() ? gbCode : id;
    }

    private String name(String id) {
        String name = cell(Column.NAME);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            found(Fault.NAME_WRONG, name);
        }
        return name.isEmpty() ? id : name;
    }

    private CameraKind kind() {
        String word = cell(Column.KIND);
        Optional<CameraKind> kind = KindWords.of(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            found(Fault.KIND_UNKNOWN, word);
        }
        return kind.orElse(CameraKind.UNKNOWN);
    }

    private @Nullable Logins address(Column column) {
        String pasted = cell(column);
        if (pasted.isEmpty()) {
            return null;
        }
        try {
            return Logins.part(column.heading(), pasted);
        } catch (Refusal e) {
            found(Fault.ADDRESS_WRONG, "");
            return null;
        }
    }

    /** The camera's one login, wherever it was written. */
    private @Nullable String login(@Nullable Logins main, @Nullable Logins sub) {
        String login = loginCells();
        for (Logins each : new @Nullable Logins[] {main, sub}) {
            if (each != null && each.login() != null) {
                if (login != null && !login.equals(each.login())) {
                    found(Fault.LOGINS_DIFFER, "");
                }
                login = each.login();
            }
        }
        return login;
    }

    private @Nullable String loginCells() {
        String user = cell(Column.USER);
        String password = cell(Column.PASSWORD);
        if (user.contains(":") || (user.isEmpty() && !password.isEmpty())) {
            found(Fault.LOGIN_WRONG, "");
        }
        return user.isEmpty() ? null : user + ':' + password;
    }

    private String cell(Column column) {
        return heading.of(column, line);
    }

    private void found(Fault fault, String value) {
        findings.add(line.number(), fault, value);
    }

    private static String unmarked(String cell) {
        return TEXT_MARK.matcher(cell).replaceAll("$1$2");
    }
}
