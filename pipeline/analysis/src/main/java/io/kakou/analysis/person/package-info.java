/**
 * Who passes a camera, in words: size, clothing, company, path. What a search for a child is fed with.
 *
 * <p>Door: {@link io.kakou.analysis.person.PersonWatch}.
 *
 * <p>In: tracks of a look, and its picture. Out: {@link io.kakou.events.PersonSighting}s, each once while it is there and once
 * when it has left.
 *
 * <p>Do not touch: nobody is recognised. What a face has said stays in the rule that asked: size is told by height alone.
 */
@NullMarked
package io.kakou.analysis.person;

import org.jspecify.annotations.NullMarked;
