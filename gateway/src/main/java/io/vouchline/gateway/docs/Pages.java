package io.vouchline.gateway.docs;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is served. It is written when somebody first asks: nothing of it ever changes. */
@Singleton
class Pages {

    private @Nullable Written written;

    String index() {
        return written().index();
    }

    String style() {
        return written().style();
    }

    /** The page of a dialect's document, if there is one. */
    Optional<String> page(String dialect) {
        return Optional.ofNullable(written().pages().get(dialect));
    }

    /** A dialect's document, if there is one: YAML. */
    Optional<String> source(String dialect) {
        return Optional.ofNullable(written().sources().get(dialect));
    }

    private synchronized Written written() {
        if (written == null) {
            written = write();
        }
        return written;
    }

    private static Written write() {
        List<ApiDocument> all = ApiDocument.NAMES.stream().map(ApiDocument::read).toList();
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (ApiDocument document : all) {
            String _ = pages.put(document.name(), DocumentPage.of(document, all));
            String _ = sources.put(document.name(), document.source());
        }
        return new Written(IndexPage.of(all), ClassPathText.read("style.css"), pages, sources);
    }

    /** Pages and documents by their dialects. */
    private record Written(
            String index, String style, Map<String, String> pages, Map<String, String> sources) {}
}
