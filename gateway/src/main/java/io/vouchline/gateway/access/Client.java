package io.vouchline.gateway.access;

import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.dialect.Dialect;
import java.util.Set;

/**
 * A platform account of a tenant.
 *
 * @param id the client's id
 * @param tenant the institution that it belongs to
 * @param dialects what it may speak
 * @param region the region of numbers without a country calling code
 * @param policy what it may and gets
 */
public record Client(
        String id, String tenant, Set<Dialect> dialects, String region, PolicyConfig policy) {}
