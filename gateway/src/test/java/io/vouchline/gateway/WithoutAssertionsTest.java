package io.vouchline.gateway;

import static io.vouchline.gateway.Doors.code;
import static io.vouchline.gateway.Doors.key;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.problem;
import static io.vouchline.gateway.Doors.proven;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoorsFixture.WithoutAssertions.class)
class WithoutAssertionsTest {

    @Test
    void aRightCodeIsToldWithoutAssertionAndNobodyIsLookedUp() {
        keyed(DoorsFixture.PLAIN_KEY)
                .body(code(Services.PERSON, Services.RIGHT_CODE))
                .post("/verifications/check")
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(4))
                .body("verified", is(true))
                .body("auth_level", is(1))
                .body("assertion", nullValue());
        assertEquals(0, Services.calls("/v1/authenticators/find").size());
    }

    @Test
    void aRightKeyReachesNoLevelSinceNothingBeforeItCanBeShown() {
        keyed(DoorsFixture.PLAIN_KEY)
                .body(key(Services.PERSON, Services.RIGHT_KEY))
                .post("/authenticators/check")
                .then()
                .statusCode(200)
                .body("verified", is(true))
                .body("auth_level", nullValue())
                .body("assertion", nullValue());
    }

    @Test
    void whoNeedsAnAssertionIsRefusedWithASentence() {
        String assertion =
                AssertionKey.sign(
                        AssertionKey.file(), "bank", "person-1", claims -> {}, token -> {});
        problem(
                        403,
                        "forbidden",
                        proven(DoorsFixture.ENROLLING_KEY, assertion)
                                .body(number(Services.PERSON))
                                .post("/authenticators"))
                .body("detail", is("This gateway makes no assertions, and accepts none."));
    }
}
