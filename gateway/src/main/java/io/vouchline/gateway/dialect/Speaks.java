package io.vouchline.gateway.dialect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The dialect of a resource: only clients that are allowed this dialect come in. A resource without
 * it lets nobody in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Speaks {

    /** The dialect. */
    Dialect value();
}
