package io.vouchline.otp.delivery;

import java.net.URI;

/** What the address of another's door, or of ours, must be like. */
final class PublicUrl {

    private PublicUrl() {}

    /**
     * Refuses an address that cannot be used, or in production one that sends in clear.
     *
     * @throws IllegalStateException naming the setting
     */
    static void demand(String setting, URI url, boolean isProduction) {
        boolean secure = "https".equals(url.getScheme());
        if (url.getHost() == null
                || !(secure || "http".equals(url.getScheme()))
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalStateException(
                    "%s=%s is no usable address; give one like https://voice.bank.example, without query, fragment or user"
                            .formatted(setting, url));
        }
        if (isProduction && !secure) {
            throw new IllegalStateException(
                    "%s=%s is not https:, which the prod profile refuses; codes and reports would travel in clear"
                            .formatted(setting, url));
        }
    }
}
