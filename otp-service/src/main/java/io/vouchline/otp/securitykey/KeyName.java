package io.vouchline.otp.securitykey;

import java.util.UUID;

/**
 * Whose security key it is.
 *
 * @param subject names the person; holds no line break
 */
record KeyName(String tenant, String subject, UUID id) {

    /** For what its secret is sealed: another tenant, person or id does not open it. */
    String purpose() {
        return String.join("\n", "security-key", tenant, subject, id.toString());
    }

    /** Under what its used time steps are kept: ids are chosen by tenants. */
    String place() {
        return tenant + '/' + id;
    }
}
