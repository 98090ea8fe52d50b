package io.kakou.jobs.log;

import java.io.Serializable;

/** A record's key on its topic. */
@FunctionalInterface
public interface KeyOf<T> extends Serializable {
    String key(T record);
}
