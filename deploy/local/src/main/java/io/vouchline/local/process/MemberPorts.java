package io.vouchline.local.process;

/** Where one service listens, on loopback. */
public record MemberPorts(int http, int management) {

    /** Where it is called. */
    public String url() {
        return "http://127.0.0.1:" + http;
    }

    /** Where its health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + management;
    }
}
