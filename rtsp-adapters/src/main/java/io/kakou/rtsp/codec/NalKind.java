package io.kakou.rtsp.codec;

/** What a NAL unit is to the picture it comes with. */
enum NalKind {
    SLICE,
    /** A slice of a picture where decoding can begin: IDR, and H.265's other random access pictures. */
    ENTRY,
    /** A slice of a picture that is shown before the entry it follows, and needs what came before that (H.265 RASL). */
    LEADING,
    SET,
    /** Supplemental information, which may say that decoding can begin here after all. */
    SUPPLEMENT,
    /** Delimiters, end marks and filler: a decoder needs none, and they would stand before the parameter sets. */
    DROPPED,
    OTHER
}
