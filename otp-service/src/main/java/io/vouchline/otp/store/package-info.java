/** How Redis is laid out and scripted: partitions, key names, Lua scripts. */
@NullMarked
package io.vouchline.otp.store;

import org.jspecify.annotations.NullMarked;
