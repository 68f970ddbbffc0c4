/** What the carrier tells and asks in the course of a message. */
@NullMarked
package io.vouchline.gateway.carrier;

import org.jspecify.annotations.NullMarked;
