package io.vouchline.local;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.key.DemoCredentials;
import io.vouchline.local.process.Member;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file that tells scripts where a fleet is and how to get in; it is there while the fleet is
 * ready.
 */
final class EnvironmentFile {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./?-]*");

    private EnvironmentFile() {}

    static void write(Path file, Fleet fleet) {
        DemoCredentials credentials = fleet.credentials();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("VOUCHLINE_GATEWAY_URL", fleet.gatewayUrl());
        variables.put("VOUCHLINE_LOOKUP_URL", fleet.url(Member.LOOKUP));
        variables.put("VOUCHLINE_POSTGRES_URL", fleet.postgresUrl());
        variables.put("VOUCHLINE_REDIS_URL", fleet.redisUrl());
        variables.put("VOUCHLINE_DEMO_API_KEY", credentials.apiKey());
        variables.put("VOUCHLINE_DEMO_DOCUMENT_API_KEY", credentials.documentApiKey());
        variables.put("VOUCHLINE_DEMO_CUSTOMER_ID", credentials.customerId());
        variables.put("VOUCHLINE_DEMO_CUSTOMER_KEY", credentials.customerKey());
        variables.put("VOUCHLINE_DEMO_BLOCKED_CUSTOMER_ID", credentials.blockedCustomerId());
        variables.put("VOUCHLINE_DEMO_BLOCKED_CUSTOMER_KEY", credentials.blockedCustomerKey());
        variables.put("VOUCHLINE_DEMO_APP_SECRET", credentials.appSecret());
        PrivateFiles.write(file, text(variables));
    }

    private static String text(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** For a shell, and only where one needs it: other readers take the value as it stands. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
