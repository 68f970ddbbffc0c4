/** What must hold before this service says that it is ready. */
@NullMarked
package io.vouchline.otp.startup;

import org.jspecify.annotations.NullMarked;
