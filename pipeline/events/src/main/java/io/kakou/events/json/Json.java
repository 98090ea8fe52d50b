package io.kakou.events.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records to JSON and back. Times are ISO-8601 in UTC; what is null is left out. Safe for many threads. */
public final class Json {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** UTF-8, one line. The same record gives the same bytes. */
    public static byte[] write(Record value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads one record.
     *
     * @param bytes a value from the log, null where there was none
     * @throws UnreadableRecord where the bytes are no JSON, are of another shape, or break the record's own rules
     */
    public static <T extends Record> T read(Class<T> type, byte @Nullable [] bytes) throws UnreadableRecord {
        if (bytes == null || bytes.length == 0) {
            throw new UnreadableRecord("no " + type.getSimpleName() + ": it is empty");
        }
        try {
            @Nullable T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new UnreadableRecord("no " + type.getSimpleName() + ": it is null");
            }
            return value;
        } catch (IOException e) {
            throw new UnreadableRecord("no " + type.getSimpleName() + ": " + Reason.of(e));
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // A record's fields are what it is made of; a question that it answers is none.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addHandler(new UnknownConstants())
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build());
        return mapper;
    }

    /** A constant this release does not know reads as the enum's {@code UNKNOWN}; people decide what it is. */
    private static final class UnknownConstants extends DeserializationProblemHandler {
        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String text, String why)
                throws IOException {
            if (!type.isEnum()) {
                return NOT_HANDLED;
            }
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals("UNKNOWN")) {
                    return constant;
                }
            }
            return NOT_HANDLED;
        }
    }
}
