/** What risk-service answers: should we trust this number enough to call it? */
@NullMarked
package io.vouchline.contract.risk;

import org.jspecify.annotations.NullMarked;
