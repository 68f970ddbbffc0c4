package io.vouchline.contract.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The published requirements that a test shows to be kept; on a class, those that each of its tests
 * shows. Goes where the test would fail if the requirement were broken, not where it is only
 * touched.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {

    /** Numbers of lines in {@link Requirements the list of requirements}, from 1. */
    int[] value();
}
