/** What each service is told about the others. */
@NullMarked
package io.vouchline.local.setting;

import org.jspecify.annotations.NullMarked;
