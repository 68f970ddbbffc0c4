package io.vouchline.gateway.assertion;

/**
 * What an assertion states.
 *
 * @param subject names the person for good, as lookup-service does
 * @param level how well the person has proven who they are: 1 by one factor, 2 by two
 */
public record Proof(String subject, int level) {}
