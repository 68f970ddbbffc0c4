package io.vouchline.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.GatewayFixture;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class LookupTest {

    @Inject Lookup lookup;
    @Inject Clients clients;
    @Inject CurrentRequest current;

    @Test
    @ActivateRequestContext
    void anAnswerIsCheckedAsTheCallerGaveIt() {
        assertTrue(isRight(JsonNodeFactory.instance.objectNode().put("day", 3)));
        assertFalse(isRight(TextNode.valueOf("the third")));
    }

    private boolean isRight(JsonNode answer) {
        current.begin(
                clients.any().orElseThrow(),
                Deadline.in(Duration.ofSeconds(10), InstantSource.system()));
        return lookup.checkAnswer(
                        PhoneNumber.ofE164("+16502530000"), null, SecurityQuestion.DOB, answer)
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
