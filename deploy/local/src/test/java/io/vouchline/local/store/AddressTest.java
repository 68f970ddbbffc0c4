package io.vouchline.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.local.report.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void aPostgresUrlIsTakenApartAndPutTogether() {
        String url = "postgresql://vou%40ch:p%3Ass+word@db.example:6432/vouchline?sslmode=require";

        PostgresAddress address = PostgresAddress.parse(url);

        assertEquals("vou@ch", address.user());
        assertEquals("p:ss+word", address.password());
        assertEquals(
                "postgresql://db.example:6432/vouchline?sslmode=require", address.reactiveUrl());
        assertEquals(
                "jdbc:postgresql://db.example:6432/vouchline?sslmode=require", address.jdbcUrl());
        assertEquals(address, PostgresAddress.parse(address.url()));
    }

    @Test
    void thePortsOfTheVendorsNeedNotBeNamed() {
        assertEquals(5432, PostgresAddress.parse("postgresql://a:b@db/vouchline").port());
        assertEquals(6379, RedisAddress.parse("redis://cache").port());
    }

    @Test
    void passwordsAreNotShown() {
        assertEquals(
                "postgresql://a:***@db:5432/vouchline",
                PostgresAddress.parse("postgresql://a:secret@db/vouchline").toString());
        assertEquals(
                "redis://:***@cache:6379",
                RedisAddress.parse("redis://:secret@cache:6379").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://a:secret@db/vouchline",
                "postgresql://db/vouchline",
                "postgresql://a@db/vouchline",
                "postgresql://a:secret@db",
                "postgresql://a:secret@db/",
                "jdbc:postgresql://a:secret@db/vouchline",
                "not a url"
            })
    void aPostgresUrlOfAnotherFormIsRefusedWithoutItsPassword(String url) {
        String sentence =
                assertThrows(StartFailure.class, () -> PostgresAddress.parse(url)).sentence();

        assertEquals(
                "VOUCHLINE_POSTGRES_URL is %s, which is not of the form postgresql://user:password@host:port/database: correct it, or unset it to use the fleet's own PostgreSQL."
                        .formatted(url.replace("secret", "***")),
                sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rediss://cache:6379", "cache:6379", "redis:6379", "not a url"})
    void aRedisUrlOfAnotherFormIsRefused(String url) {
        String sentence =
                assertThrows(StartFailure.class, () -> RedisAddress.parse(url)).sentence();

        assertEquals(
                "VOUCHLINE_REDIS_URL is %s, which is not of the form redis://host:port: correct it, or unset it to use the fleet's own Redis."
                        .formatted(url),
                sentence);
    }
}
