/** What the launcher tells the person who started it. */
@NullMarked
package io.vouchline.local.report;

import org.jspecify.annotations.NullMarked;
