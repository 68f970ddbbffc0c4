package io.vouchline.gateway;

import com.google.cloud.dialogflow.cx.v3.Webhook;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is shipped for import into an agent. */
final class WebhookDefinitions {

    static final Path FOLDER = Path.of("..", "deploy", "dialogflow").toAbsolutePath().normalize();

    private WebhookDefinitions() {}

    /** Every definition by the name of its file, as Google's classes read it. */
    static Map<String, Webhook> all() throws IOException {
        Map<String, Webhook> definitions = new TreeMap<>();
        for (Map.Entry<String, String> file : files().entrySet()) {
            Webhook.Builder webhook = Webhook.newBuilder();
            JsonFormat.parser().merge(file.getValue(), webhook);
            definitions.put(file.getKey(), webhook.build());
        }
        return definitions;
    }

    static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(FOLDER.resolve("webhooks"))) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                files.put(name.substring(0, name.length() - 5), Files.readString(file));
            }
        }
        return files;
    }
}
