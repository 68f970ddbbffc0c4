package io.vouchline.local.key;

/**
 * What the demo clients, and the demo bank's app, show at the door.
 *
 * @param apiKey the header key of {@link DemoClient#DEFAULT}
 * @param documentApiKey the header key of {@link DemoClient#DOCUMENT}
 * @param customerId the customer of {@link DemoClient#TELESIGN}
 * @param customerKey that customer's secret, base64
 * @param blockedCustomerId the customer of {@link DemoClient#TELESIGN_BLOCKED}
 * @param blockedCustomerKey that customer's secret, base64
 * @param appSecret what the demo bank's app signs its answers with
 */
public record DemoCredentials(
        String apiKey,
        String documentApiKey,
        String customerId,
        String customerKey,
        String blockedCustomerId,
        String blockedCustomerKey,
        String appSecret) {

    /** The customer of the Telesign document's sample. */
    public static final String CUSTOMER_ID = "12345678-9ABC-DEF0-1234-56789ABCDEF0";

    /** Ours, in the same form. */
    public static final String BLOCKED_CUSTOMER_ID = "0FEDCBA9-8765-4321-0FED-CBA987654321";
}
