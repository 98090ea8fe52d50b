package io.kakou.jobs;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.TypeExtractor;

/**
 * Days and times of day in records: Flink has serializers for them and does not find them by itself (its type extractor
 * takes them for generic types). Whoever asks for the type of a record that holds a calendar or a rota registers them
 * first, in each process.
 */
public final class LocalTimes {
    private LocalTimes() {}

    /** Has them found; twice is fine. */
    public static synchronized void register() {
        if (TypeExtractor.getTypeInfoFactory(LocalDate.class) == null) {
            TypeExtractor.registerFactory(LocalDate.class, OfDate.class);
        }
        if (TypeExtractor.getTypeInfoFactory(LocalTime.class) == null) {
            TypeExtractor.registerFactory(LocalTime.class, OfTime.class);
        }
    }

    /** Made by Flink. */
    public static final class OfDate extends TypeInfoFactory<LocalDate> {
        @Override
        public TypeInformation<LocalDate> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return Types.LOCAL_DATE;
        }
    }

    /** Made by Flink. */
    public static final class OfTime extends TypeInfoFactory<LocalTime> {
        @Override
        public TypeInformation<LocalTime> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return Types.LOCAL_TIME;
        }
    }
}
