/** What a customer may ask of an institution: all that is held about them, and an end of it. */
@NullMarked
package io.vouchline.lookup.subject;

import org.jspecify.annotations.NullMarked;
