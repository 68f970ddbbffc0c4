package io.vouchline.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource that an operator of the institution may use as well, with a token and no client. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OpenToOperators {

    /** The scope that the operator's token must carry. */
    String value();
}
