package io.vouchline.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose requests prove themselves by a signature that a service behind checks, since
 * only that service has the secret. Anybody comes in, but on nobody's behalf: what is called from
 * here gets a token without a tenant, and nothing that needs a client can be called.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SelfProving {}
