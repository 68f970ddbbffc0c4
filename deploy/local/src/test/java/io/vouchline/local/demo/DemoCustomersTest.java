package io.vouchline.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCustomersTest {

    private record Request(
            String path, String contentType, String key, String authorization, String body) {}

    private final List<Request> requests = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir private Path folder;
    private HttpServer lookup;
    private KeyFolder keys;

    @BeforeEach
    void start() throws IOException {
        keys = KeyFolder.open(folder);
        lookup = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lookup.start();
    }

    @AfterEach
    void stop() {
        lookup.stop(0);
        http.close();
    }

    @Test
    void theCustomersArePostedWithATokenForJustThat() throws Exception {
        answer(
                200,
                "{\"state\":\"SUCCEEDED\",\"created\":1,\"updated\":3,\"unchanged\":4,\"removed\":0,\"rejected\":0,\"errors\":[]}");

        assertEquals(8, load());

        Request request = requests.getFirst();
        assertEquals("/v1/customers:import", request.path());
        assertEquals("application/x-ndjson", request.contentType());
        assertTrue(request.key().matches("demo-[A-Za-z0-9_-]{16}"), request.key());
        assertEquals(8, request.body().lines().count());
        JwtClaims claims = verified(request.authorization());
        assertEquals("demo", claims.getSubject());
        assertEquals("demo-bank", claims.getStringClaimValue("tenant"));
        assertEquals("local-fleet", claims.getStringClaimValue("client"));
        assertEquals("customers:import", claims.getStringClaimValue("scope"));
        assertEquals(300, claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
        assertTrue(claims.hasClaim("jti"));
    }

    private JwtClaims verified(String authorization) throws Exception {
        String published = Files.readString(keys.internalKeys());
        return new JwtConsumerBuilder()
                .setExpectedType(true, "vouchline-internal+jwt")
                .setExpectedIssuer("vouchline-gateway")
                .setExpectedAudience("lookup-service")
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(
                                new JsonWebKeySet(published).getJsonWebKeys()))
                .build()
                .processToClaims(authorization.replaceFirst("^Bearer ", ""));
    }

    @Test
    void aRejectedCustomerStopsTheStartWithTheFirstReason() throws Exception {
        answer(
                200,
                "{\"accepted\":7,\"rejected\":1,\"errors\":[{\"line\":3,\"detail\":\"no such day\"}]}");

        String sentence = assertThrows(StartFailure.class, this::load).sentence();

        assertTrue(
                sentence.startsWith(
                        "The lookup-service does not take the demo customers (1 rejected, the first because of {\"line\":3,\"detail\":\"no such day\"}):"),
                sentence);
    }

    @Test
    void anImportThatFailsStopsTheStartWithItsDetail() throws Exception {
        answer(
                200,
                "{\"state\":\"FAILED\",\"created\":7,\"rejected\":0,\"detail\":\"database away\",\"errors\":[]}");

        String sentence = assertThrows(StartFailure.class, this::load).sentence();

        assertTrue(sentence.contains("(the import ended as FAILED database away)"), sentence);
    }

    @Test
    void aRefusalStopsTheStartWithItsReason() throws Exception {
        answer(403, "{\"title\":\"Forbidden\"}");

        String sentence = assertThrows(StartFailure.class, this::load).sentence();

        assertTrue(sentence.contains("(it answered 403 {\"title\":\"Forbidden\"})"), sentence);
    }

    @Test
    void thePersonsOfTheStoriesAreThere() throws Exception {
        List<JsonNode> customers = new ArrayList<>();
        for (String line : DemoCustomers.lines().lines().toList()) {
            customers.add(new JsonMapper().readTree(line));
        }

        JsonNode caller = withNumber(customers, "+16502530000").getFirst();
        assertEquals("1995-02-03", caller.path("birth_date").asText());
        assertEquals("1234", caller.at("/accounts/0/debit_cards/0/last_four").asText());
        assertEquals("500.00", caller.at("/accounts/0/last_transaction/amount").asText());
        assertEquals(
                "1234567890",
                withNumber(customers, "+46706170786").getFirst().at("/accounts/0/number").asText());
        assertTrue(customers.stream().anyMatch(each -> each.path("accounts").isEmpty()));
        assertTrue(customers.stream().anyMatch(each -> each.path("accounts").size() == 2));
        assertEquals(2, withNumber(customers, "+12025550178").size());
        assertEquals(8, customers.stream().map(each -> each.path("birth_date")).distinct().count());
    }

    @Test
    void theAttorneysAccountBelongsToAnotherCustomer() throws Exception {
        String attorney = "\"accounts\":[{\"number\":\"4567890123\",\"capacity\":\"attorney\"}]";
        String owner = "\"accounts\":[{\"number\":\"4567890123\",\"capacity\":\"self\"";

        assertEquals(
                1, DemoCustomers.lines().lines().filter(line -> line.contains(attorney)).count());
        assertEquals(1, DemoCustomers.lines().lines().filter(line -> line.contains(owner)).count());
    }

    private static List<JsonNode> withNumber(List<JsonNode> customers, String number) {
        return customers.stream()
                .filter(each -> each.at("/phones/0/number").asText().equals(number))
                .toList();
    }

    private int load() throws InterruptedException {
        return DemoCustomers.load(
                "http://127.0.0.1:" + lookup.getAddress().getPort(), keys.signer(), http);
    }

    private void answer(int status, String body) {
        lookup.createContext("/", exchange -> take(exchange, status, body.getBytes(UTF_8)));
    }

    private void take(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            requests.add(
                    new Request(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders().getFirst("Content-Type"),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
