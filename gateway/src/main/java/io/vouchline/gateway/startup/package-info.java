/** What must hold before the gateway says that it is ready. */
@NullMarked
package io.vouchline.gateway.startup;

import org.jspecify.annotations.NullMarked;
