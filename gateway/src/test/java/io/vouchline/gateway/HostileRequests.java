package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests as platforms should never send them: a good one, mutated up to three times. The same
 * seed makes the same requests.
 */
final class HostileRequests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String CALL_FORM =
            "phone_number=15552345678&language=en-US&template=Your+code+is+%24%24CODE%24%24";

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");

    private static final List<String> MEDIA_TYPES =
            List.of(
                    "",
                    JSON,
                    FORM,
                    "application/json; charset=utf-16",
                    "application/json;;;",
                    "APPLICATION/JSON",
                    "text/plain",
                    "text/html; charset=nonsense",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/xml",
                    "*/*",
                    "nonsense",
                    "/",
                    "a/b/c;=");

    /** What stands behind the first segment of a path. */
    private static final List<String> PATHS =
            List.of(
                    "/",
                    "//",
                    "/%00",
                    "/%2e%2e",
                    ";a=b",
                    "/a%2Fb",
                    "%20",
                    "/%C3%28",
                    "/%F0%9F%98%80");

    /** Each is a header line, or two. */
    private static final List<String> HEADERS =
            List.of(
                    "Accept: text/html",
                    "Accept: nonsense",
                    "Accept: application/json;q=x",
                    "Accept-Language: $(x)",
                    "Accept-Encoding: gzip;q=9, br",
                    "X-Forwarded-For: , [::1, 999.1.1.1, %",
                    "Forwarded: for=\"_x\";proto=gopher",
                    "X-HTTP-Method-Override: DELETE",
                    "traceparent: 00-zz-zz-01",
                    "traceparent: 00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
                    "tracestate: " + "a=b,".repeat(60),
                    "Vouchline-Correlation-Id: ../../x",
                    "Purpose: prefetch",
                    "Range: bytes=0-1",
                    "If-None-Match: *",
                    "Cookie: a=b; =; ;",
                    "Origin: null",
                    "Expect: 100-continue",
                    "Content-Encoding: gzip",
                    "x-ts-nonce: 1",
                    "x-ts-date: yesterday",
                    "x-ts-auth-method: none",
                    "X-Long: " + "x".repeat(8_000),
                    "X-Umlaut: \u00e4\u00ff");

    private final RandomGeneratorFactory<RandomGenerator> generators =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private final long seed;

    HostileRequests(long seed) {
        this.seed = seed;
    }

    /** The n-th request: it does not depend on those before it. */
    Request request(int n) {
        Draft draft = new Draft(generators.create(seed + n));
        for (int i = draft.random.nextInt(4); i > 0; i--) {
            draft.mutate();
        }
        return draft.request();
    }

    /**
     * A request.
     *
     * @param method as the server should read it
     * @param target path and query
     * @param unreadable whether the HTTP server itself may refuse to read it
     * @param otherPath whether the path may lead elsewhere than its first segment says
     * @param text all of it, a character for each byte
     */
    record Request(
            String method, String target, boolean unreadable, boolean otherPath, String text) {

        byte[] bytes() {
            return text.getBytes(ISO_8859_1);
        }

        /** Its beginning, for whoever has to find out what failed. */
        @Override
        public String toString() {
            return text.substring(0, Math.min(text.length(), 1_500)).replace("\0", "\\0");
        }
    }

    /** A request that is not yet finished. */
    private static final class Draft {

        private final RandomGenerator random;
        private final List<String> headers = new ArrayList<>();
        private String method;
        private String path;
        private String query = "";
        private String type = "";
        private byte[] body = new byte[0];
        private boolean unreadable;
        private boolean otherPath;

        Draft(RandomGenerator random) {
            this.random = random;
            switch (random.nextInt(5)) {
                case 0 -> flexible();
                case 1 -> standard();
                case 2 -> telavox();
                case 3 -> telesign();
                default -> other();
            }
        }

        private void flexible() {
            String webhook = any(WebhookCalls.names());
            path = "/dialogflow/" + (random.nextInt(8) == 0 ? "no_such_webhook" : webhook);
            if (random.nextInt(3) == 0) {
                method = "GET";
                query = "?phone_number=6502530000&channel=mobile&otp=012345&question=dob&answer=x";
            } else {
                post(JSON, WebhookCalls.flat(WebhookCalls.members(webhook)));
            }
            header(GatewayFixture.KEY, GatewayFixture.DOCUMENT_KEY, GatewayFixture.STRICT_KEY);
        }

        private void standard() {
            String webhook = any(WebhookCalls.names());
            path = random.nextBoolean() ? "/dialogflow" : "/dialogflow/" + webhook;
            post(
                    JSON,
                    """
                    {"fulfillmentInfo":{"tag":"%s"},"languageCode":"en","sessionInfo":
                    {"session":"projects/p/sessions/s","parameters":{%s}}}"""
                            .formatted(
                                    WebhookCalls.fullName(webhook), WebhookCalls.members(webhook)));
            header(GatewayFixture.KEY, GatewayFixture.DOCUMENT_KEY, GatewayFixture.STRICT_KEY);
        }

        private void telavox() {
            String[] targets = {
                "/telavox/customer?accountNumber=1234567890&callId=c-1",
                "/telavox/customer?phoneNumber=%2B16502530000",
                "/telavox/calls?event=ringing&callId=c-1&caller=+16502530000&agent=104",
                "/telavox/lists/deny?phoneNumber=6502530000&reason=a",
                "/telavox/nothing"
            };
            target(any(Arrays.asList(targets)));
            method = random.nextBoolean() ? "GET" : "POST";
            header(GatewayFixture.KEY, GatewayFixture.DESK_KEY, GatewayFixture.RIVAL_KEY);
        }

        private void telesign() {
            post(FORM, CALL_FORM);
            switch (random.nextInt(6)) {
                case 0 -> path = "/v1/verify/call";
                case 1 -> path = "/v1/verify/sms";
                case 2 -> get("/v1/verify/" + Upstreams.REFERENCE + "?verify_code=012345");
                case 3 -> {
                    path = "/v1/verify/completion/" + Upstreams.REFERENCE;
                    method = "PUT";
                }
                case 4 -> path = "/v1/phoneid/15552345678";
                default -> {
                    path = "/v1/score/15552345678";
                    post(JSON, "{\"account_lifecycle_event\":\"create\",\"external_id\":\"a\"}");
                }
            }
            credential(
                    "Authorization: Basic "
                            + base64(
                                    GatewayFixture.CUSTOMER_ID
                                            + ":"
                                            + GatewayFixture.CUSTOMER_KEY));
        }

        private void other() {
            switch (random.nextInt(8)) {
                case 0 -> {
                    path = "/oauth/token";
                    post(FORM, "grant_type=client_credentials&client_id=a&client_secret=b");
                }
                case 1 -> get("/calls?agent=104");
                case 2 -> get("/calls/c-1");
                case 3 ->
                        own(
                                "/verifications/check",
                                "\"phone_number\":\"6502530000\",\"code\":\"1\"");
                case 4 ->
                        own(
                                "/authenticators/check",
                                "\"phone_number\":\"6502530000\",\"key\":\"1\"");
                case 5 -> own("/lists/deny", "\"phone_number\":\"6502530000\",\"reason\":\"a\"");
                case 6 -> own("/feedback", "\"phone_number\":\"6502530000\",\"outcome\":\"FRAUD\"");
                default -> own("/attempts/clear", "\"phone_number\":\"6502530000\"");
            }
            header(GatewayFixture.CONSOLE_KEY, GatewayFixture.BLIND_KEY, GatewayFixture.RIVAL_KEY);
        }

        private void own(String to, String members) {
            path = to;
            post(JSON, WebhookCalls.flat(members));
        }

        private void get(String target) {
            target(target);
            method = "GET";
            type = "";
            body = new byte[0];
        }

        private void target(String target) {
            int mark = target.indexOf('?');
            path = mark < 0 ? target : target.substring(0, mark);
            query = mark < 0 ? "" : target.substring(mark);
        }

        private void post(String mediaType, String text) {
            method = "POST";
            type = mediaType;
            body = text.getBytes(UTF_8);
        }

        private void header(String... keys) {
            credential("X-API-Key: " + any(Arrays.asList(keys)));
        }

        /** Two of three are right. */
        private void credential(String right) {
            switch (random.nextInt(9)) {
                case 0 -> {}
                case 1 -> headers.add("X-API-Key: wrong");
                case 2 ->
                        headers.add(
                                any(
                                        List.of(
                                                "Authorization: Basic ****",
                                                "Authorization: Bearer e30.e30.e30",
                                                "Authorization: TSA a:b",
                                                "Authorization:",
                                                "X-API-Key: " + GatewayFixture.FULL_KEY)));
                default -> headers.add(right);
            }
        }

        void mutate() {
            switch (random.nextInt(8)) {
                case 0 -> method = any(METHODS);
                case 1 -> type = any(MEDIA_TYPES);
                case 2, 3, 4 -> body = mutatedBody();
                case 5 -> query = mutatedQuery();
                case 6 -> mutateHead();
                default -> {
                    path += any(PATHS);
                    otherPath = true;
                }
            }
        }

        private byte[] mutatedBody() {
            String text = new String(body, ISO_8859_1);
            int at = body.length == 0 ? 0 : random.nextInt(body.length);
            return switch (random.nextInt(16)) {
                case 0 -> new byte[0];
                case 1 -> Arrays.copyOf(body, at);
                case 2 -> bytes(text + text);
                case 3 -> bytes(text.substring(0, at) + "\0" + text.substring(at));
                case 4 -> bytes(text.substring(0, at) + "\u00ff\u00fe" + text.substring(at));
                case 5 -> bytes("[".repeat(20_000));
                case 6 -> bytes("{\"a\":".repeat(900) + "1" + "}".repeat(900));
                case 7 -> bytes(text.replaceAll("\"?6502530000\"?", "1e999999999"));
                case 8 -> bytes(text.replaceAll("\"?6502530000\"?", "9".repeat(1_200)));
                case 9 ->
                        bytes(text.replaceFirst("\\{", "{\"phone_number\":1,\"phone_number\":2,"));
                case 10 -> new byte[] {0, 0, 0, '{', 0, 0x11, 0x22, 0x33};
                case 11 -> new byte[] {0, 0, '{', 0, 0, 0, '}', 0};
                case 12 -> bytes(text + "&phone_number=%zz&a=%");
                case 13 -> bytes(text.replace("\"", "'").replace(":", "\\u0000"));
                case 14 -> bytes("x".repeat(70_000));
                default -> {
                    byte[] noise = new byte[1 + random.nextInt(200)];
                    random.nextBytes(noise);
                    yield noise;
                }
            };
        }

        private String mutatedQuery() {
            String begun = query.isEmpty() ? "?" : query + "&";
            return switch (random.nextInt(8)) {
                case 0 -> {
                    unreadable = true;
                    yield begun + "phoneNumber=%zz&verify_code=%";
                }
                case 1 -> begun + (query.isEmpty() ? "a=b" : query.substring(1));
                case 2 -> {
                    unreadable = true;
                    yield begun + "a=" + "x".repeat(8_192);
                }
                case 3 -> begun + "a&&==&=b&;c";
                case 4 -> begun + "verify_code=%00&phone_number=%00&agent=%0D%0AX:y";
                case 5 -> begun + "verify_code=%ff%fe&phone_number=%C0%AE&callId=%ED%A0%80";
                case 6 -> begun + "phoneNumber=" + "9".repeat(2_000);
                default ->
                        begun
                                + IntStream.range(0, 300)
                                        .mapToObj(i -> "p" + i + "=" + i)
                                        .collect(Collectors.joining("&"));
            };
        }

        private void mutateHead() {
            switch (random.nextInt(10)) {
                case 0 -> {
                    for (int i = 0; i < 150; i++) {
                        headers.add("X-H" + i + ": " + i);
                    }
                }
                case 1 -> unreadable("X-Nul: a\0b");
                case 2 -> unreadable("X-Enormous: " + "x".repeat(20_000));
                case 3 -> unreadable("Content-Length: " + any(List.of("abc", "-1", "+5", "1 1")));
                case 4 -> unreadable("X Blank: 1");
                case 5 -> headers.add(headers.isEmpty() ? "X-API-Key: a" : headers.getFirst());
                default -> headers.add(any(HEADERS));
            }
        }

        private void unreadable(String header) {
            headers.add(header);
            unreadable = true;
        }

        Request request() {
            StringBuilder head = new StringBuilder();
            head.append(method).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
            head.append("Host: localhost\r\nConnection: close\r\n");
            if (!type.isEmpty()) {
                head.append("Content-Type: ").append(type).append("\r\n");
            }
            headers.forEach(header -> head.append(header).append("\r\n"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            boolean chunked = body.length > 0 && random.nextInt(4) == 0;
            if (chunked) {
                head.append("Transfer-Encoding: chunked\r\n\r\n");
                head.append(Integer.toHexString(body.length)).append("\r\n");
            } else {
                head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            }
            bytes.writeBytes(bytes(head.toString()));
            bytes.writeBytes(body);
            bytes.writeBytes(bytes(chunked ? "\r\n0\r\n\r\n" : ""));
            return new Request(
                    method, path + query, unreadable, otherPath, bytes.toString(ISO_8859_1));
        }

        private <T> T any(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(ISO_8859_1);
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        }
    }
}
