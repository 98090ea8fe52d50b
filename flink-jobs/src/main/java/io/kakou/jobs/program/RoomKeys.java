package io.kakou.jobs.program;

import io.kakou.jobs.room.RoomSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The room's own settings, each by its component's name: a new one is a new key. */
final class RoomKeys {
    private static final RecordComponent[] COMPONENTS = RoomSettings.class.getRecordComponents();

    private RoomKeys() {}

    static List<String> all() {
        return Stream.of(COMPONENTS).map(RecordComponent::getName).toList();
    }

    /** What holds where nothing is said. */
    static String usual(String key) {
        return Stream.of(COMPONENTS)
                .filter(each -> each.getName().equals(key))
                .map(each -> String.valueOf(usual(each)))
                .findFirst()
                .orElse("");
    }

    static RoomSettings read(Map<String, String> given) {
        Object[] values = Stream.of(COMPONENTS)
                .map(each -> given.containsKey(each.getName()) ? value(each, given.get(each.getName())) : usual(each))
                .toArray();
        Class<?>[] types =
                Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return RoomSettings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new InvalidSetting(refused);
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, String said) {
        try {
            if (component.getType() == double.class) {
                return Double.valueOf(said);
            }
            if (component.getType() == int.class) {
                return Integer.valueOf(said);
            }
            if (component.getType() == long.class) {
                return Long.valueOf(said);
            }
        } catch (NumberFormatException e) {
            throw new InvalidSetting(component.getName(), said, "a number");
        }
        throw new InvalidSetting(component.getName(), said, "nothing: it cannot be set from outside");
    }

    private static Object usual(RecordComponent component) {
        try {
            return component.getAccessor().invoke(RoomSettings.DEFAULT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
