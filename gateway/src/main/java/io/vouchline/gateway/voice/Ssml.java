package io.vouchline.gateway.voice;

import io.vouchline.gateway.prompt.Said;
import java.util.List;
import java.util.stream.Collectors;

/** Several SSML documents as one. */
final class Ssml {

    private static final String ROOT = "<speak";
    private static final String END = "</speak>";

    private Ssml() {}

    /** What is said, one after the other, under the first one's root; empty for nothing. */
    static String joined(List<Said> prompts) {
        if (prompts.isEmpty()) {
            return "";
        }
        String first = prompts.getFirst().ssml();
        return first.substring(0, contentAt(first))
                + prompts.stream()
                        .map(said -> content(said.ssml()))
                        .collect(Collectors.joining(" "))
                + END;
    }

    private static String content(String document) {
        return document.substring(contentAt(document), document.lastIndexOf(END));
    }

    private static int contentAt(String document) {
        return document.indexOf('>', document.indexOf(ROOT)) + 1;
    }
}
