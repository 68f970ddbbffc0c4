package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Requests as real clients of Telesign sent them, byte for byte. */
public final class Captures {

    /** The document's own sample, as it stands there. */
    public static final String SAMPLE = "seed/literal_sample.http";

    private static final String JAVA = "java-2.3.0/";
    private static final String NODE = "node-3.0.4/";
    private static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";

    private Captures() {}

    /** The calls that were ordered. */
    public static List<String> calls() {
        return List.of(
                JAVA + "01_POST_v1_verify_call.http",
                JAVA + "04_POST_v1_verify_call.http",
                JAVA + "08_POST_v1_verify_call.http",
                NODE + "01_POST_v1_verify_call.http",
                NODE + "04_POST_v1_verify_call.http",
                SAMPLE);
    }

    /** The checks of codes. */
    public static List<String> checks() {
        return List.of(
                JAVA + "02_GET_v1_verify_" + REFERENCE + ".http",
                JAVA + "09_GET_v1_verify_" + REFERENCE + ".http",
                NODE + "02_GET_v1_verify_" + REFERENCE + ".http");
    }

    /** The completions. */
    public static List<String> completions() {
        return List.of(
                JAVA + "03_PUT_v1_verify_completion_" + REFERENCE + ".http",
                JAVA + "10_PUT_v1_verify_completion_" + REFERENCE + ".http",
                NODE + "03_PUT_v1_verify_completion_" + REFERENCE + ".http");
    }

    /** The scores that were asked for. */
    public static List<String> scores() {
        return List.of(
                JAVA + "06_POST_v1_score_15552345678.http",
                NODE + "06_POST_v1_score_15552345678.http");
    }

    /** The intelligence that was asked for. */
    public static List<String> phoneIds() {
        return List.of(
                JAVA + "07_POST_v1_phoneid_15552345678.http",
                NODE + "07_POST_v1_phoneid_15552345678.http");
    }

    /** Messages that are none of ours. */
    public static List<String> voices() {
        return List.of(JAVA + "05_POST_v1_voice.http", NODE + "05_POST_v1_voice.http");
    }

    /** A Basic credential of the client of all captures. */
    public static final String BASIC = NODE + "04_POST_v1_verify_call.http";

    /** The bytes of a request. */
    public static byte[] bytes(String name) {
        try (InputStream in = Captures.class.getResourceAsStream("/telesign/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body alone. */
    public static byte[] body(String name) {
        byte[] all = bytes(name);
        int begin = new String(all, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return Arrays.copyOfRange(all, begin, all.length);
    }

    /** The same request with this credential instead of its signature. */
    public static byte[] with(String authorization, String name) {
        return new String(bytes(name), ISO_8859_1)
                .replaceFirst("(?m)^Authorization: [^\r]*", "Authorization: " + authorization)
                .getBytes(ISO_8859_1);
    }
}
