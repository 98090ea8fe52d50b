package io.kakou.console.task;

/** What a unit says by its link. */
public enum ReportKind {
    /** 收到: it is on its way. */
    ACCEPTED,
    /** 到场. */
    ARRIVED,
    /** A photo from the place. */
    PHOTO,
    /** 处置完成. */
    DONE
}
