/** How a service becomes ready. */
@NullMarked
package io.vouchline.contract.startup;

import org.jspecify.annotations.NullMarked;
