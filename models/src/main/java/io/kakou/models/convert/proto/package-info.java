/**
 * An ONNX file's bytes.
 *
 * <p>Door: {@link io.kakou.models.convert.proto.OnnxGraph}.
 *
 * <p>In: nodes and numbers. Out: the protobuf message {@code ModelProto}.
 *
 * <p>Do not touch: fields are written in the order in which they come; the same calls give the same bytes.
 */
@NullMarked
package io.kakou.models.convert.proto;

import org.jspecify.annotations.NullMarked;
