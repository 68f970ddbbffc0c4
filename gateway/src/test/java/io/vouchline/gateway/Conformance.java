package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.dialogflow.cx.v3.WebhookResponse;
import com.google.protobuf.util.JsonFormat;

/** Whether an answer is what Google's own classes read, and JSON besides: they let more through. */
final class Conformance {

    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Conformance() {}

    static WebhookResponse read(String body) throws Exception {
        assertTrue(STRICT.readTree(body).isObject(), body);
        assertTrue(body.getBytes(UTF_8).length <= MOST_BYTES, "more than Dialogflow reads");
        WebhookResponse.Builder response = WebhookResponse.newBuilder();
        JsonFormat.parser().merge(body, response);
        return response.build();
    }
}
