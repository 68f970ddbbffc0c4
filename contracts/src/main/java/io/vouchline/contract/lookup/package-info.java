/** What lookup-service answers: who is this caller, and what do we hold about them? */
@NullMarked
package io.vouchline.contract.lookup;

import org.jspecify.annotations.NullMarked;
