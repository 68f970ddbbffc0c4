package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.dialogflow.cx.v3.Webhook;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** deploy/dialogflow/apply, against something that answers like Google's service. */
class ApplyTest {

    private static final String AGENT = "projects/p-1/locations/europe-west1/agents/a-1";
    private static final String PATH = "/v3/" + AGENT + "/webhooks";
    private static final String GATEWAY = "https://gateway.example.com";
    private static final String SECRET = "projects/p-1/secrets/vouchline/versions/latest";

    /** Two pages; a mapping and a display name that look like members, which they are not. */
    private static final String FIRST_PAGE =
            """
            {
              "webhooks": [
                {
                  "name": "%s/webhooks/1",
                  "displayName": "prebuilt_components_authentication:send_otp old",
                  "genericWebService": {
                    "parameterMapping": {
                      "displayName": "prebuilt_components_authentication:send_otp"
                    }
                  }
                },
                {
                  "displayName": "prebuilt_components_authentication:send_otp",
                  "name": "%s/webhooks/2"
                }
              ],
              "nextPageToken": "a+b/c="
            }"""
                    .formatted(AGENT, AGENT);

    private static final String SECOND_PAGE =
            "{\"webhooks\":[{\"name\":\"%s/webhooks/3\",\"displayName\":\"vouchline:verify_otp\"}]}"
                    .formatted(AGENT);

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int status;
    private boolean empty;

    record Call(String method, String path, String query, String token, String body) {}

    record Run(int exit, String output) {}

    @BeforeEach
    void start() throws IOException {
        status = 200;
        empty = false;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsThereIsChangedByItsNameAndWhatIsMissingIsMade() throws Exception {
        Run run = apply(AGENT, GATEWAY + "/", SECRET);
        assertEquals(0, run.exit(), run.output());
        assertEquals(2, made("GET").count());
        assertEquals(
                List.of(PATH + "/2", PATH + "/3"), made("PATCH").map(Call::path).sorted().toList());
        assertEquals(WebhookCalls.names().size() - 2, made("POST").count());
        for (Call change : made("PATCH").toList()) {
            assertEquals("updateMask=genericWebService,timeout", change.query());
        }
        Map<String, Webhook> sent = sent();
        for (String name : WebhookCalls.names()) {
            Webhook webhook = sent.get(WebhookCalls.fullName(name));
            assertEquals(GATEWAY + "/dialogflow/" + name, webhook.getGenericWebService().getUri());
            assertEquals(
                    SECRET,
                    webhook.getGenericWebService()
                            .getSecretVersionsForRequestHeadersOrThrow("X-API-Key")
                            .getSecretVersion());
            assertTrue(
                    run.output()
                            .lines()
                            .anyMatch(
                                    line ->
                                            line.matches(
                                                    "(changed|made): " + webhook.getDisplayName())),
                    run.output());
        }
        assertTrue(calls.stream().allMatch(call -> call.token().equals("Bearer a-token")));
        assertFalse(run.output().contains("a-token"));
    }

    @Test
    void anAgentWithoutWebhooksGetsThemAll() throws Exception {
        empty = true;
        assertEquals(0, apply(AGENT, GATEWAY, SECRET).exit());
        assertEquals(WebhookCalls.names().size(), made("POST").count());
        assertEquals(0, made("PATCH").count());
    }

    @Test
    void aDryRunTellsWhatItWouldDoAndDoesNothing() throws Exception {
        Run run = apply("--dry-run", AGENT, GATEWAY, SECRET);
        assertEquals(0, run.exit(), run.output());
        assertTrue(
                run.output()
                        .contains("would be changed: prebuilt_components_authentication:send_otp"),
                run.output());
        assertTrue(
                run.output().contains("would be made: vouchline:check_security_answer"),
                run.output());
        assertEquals(calls.size(), made("GET").count());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void aRefusalStopsItAndIsTold(int refusal) throws Exception {
        status = refusal;
        Run run = apply(AGENT, GATEWAY, SECRET);
        assertEquals(1, run.exit());
        assertTrue(run.output().contains("was answered " + refusal), run.output());
        assertTrue(run.output().contains("the reason"), run.output());
        assertEquals(1, calls.size());
    }

    @Test
    void aServiceThatIsAwayStopsIt() throws Exception {
        server.stop(0);
        Run run = apply(AGENT, GATEWAY, SECRET);
        assertEquals(1, run.exit());
        assertTrue(run.output().contains("failed"), run.output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.example.com",
                "gateway.example.com",
                "https://gateway.example.com?x=1",
                "https://gateway.example.com/$(id)",
                "https://gateway.example.com|p",
                "https://a\nhttps://b",
                ""
            })
    void aGatewayThatDialogflowCannotCallIsRefused(String gateway) throws Exception {
        assertNotEquals(0, apply(AGENT, gateway, SECRET).exit());
        assertEquals(List.of(), calls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a-1",
                "projects/p/agents/a",
                "projects/p/locations/l/agents/a/webhooks",
                "projects/p/locations/l/agents/../x"
            })
    void whatNamesNoAgentIsRefused(String agent) throws Exception {
        assertEquals(2, apply(agent, GATEWAY, SECRET).exit());
        assertEquals(2, apply(AGENT, GATEWAY).exit());
        assertEquals(2, apply(AGENT, GATEWAY, "the key itself").exit());
        assertEquals(List.of(), calls);
    }

    private Stream<Call> made(String method) {
        return calls.stream().filter(call -> call.method().equals(method));
    }

    private Map<String, Webhook> sent() throws IOException {
        Map<String, Webhook> sent = new HashMap<>();
        for (Call call : calls) {
            if (!call.body().isEmpty()) {
                Webhook.Builder webhook = Webhook.newBuilder();
                JsonFormat.parser().merge(call.body(), webhook);
                sent.put(webhook.getDisplayName(), webhook.build());
            }
        }
        return sent;
    }

    private Run apply(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "apply"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .directory(WebhookDefinitions.FOLDER.toFile())
                        .redirectErrorStream(true);
        process.environment().put("ACCESS_TOKEN", "a-token");
        process.environment()
                .put("DIALOGFLOW_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort());
        Process running = process.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertTrue(running.waitFor(30, TimeUnit.SECONDS), "it does not end");
        return new Run(running.exitValue(), output);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Call call =
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        query == null ? "" : query,
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        calls.add(call);
        byte[] body = body(call).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(Call call) {
        if (status != 200) {
            return "{\"error\":{\"message\":\"the reason\"}}";
        }
        if (!call.method().equals("GET") || empty) {
            return "{}";
        }
        return call.query().endsWith("&pageToken=a%2Bb%2Fc%3D") ? SECOND_PAGE : FIRST_PAGE;
    }
}
