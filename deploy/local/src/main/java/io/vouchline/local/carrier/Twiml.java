package io.vouchline.local.carrier;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a callee hears of a call's script.
 *
 * @param spoken what is said, in order
 * @param question where the keys go that are pressed now; empty if the script asks for none, or
 *     nobody presses any
 */
record Twiml(String spoken, Optional<String> question) {

    /** What somebody hears who will answer the first question. */
    static Twiml parse(String script) throws IOException {
        return parse(script, true);
    }

    /** All that somebody hears who answers nothing. */
    static Twiml unanswered(String script) throws IOException {
        return parse(script, false);
    }

    private static Twiml parse(String script, boolean answers) throws IOException {
        try {
            Element response =
                    builder().parse(new InputSource(new StringReader(script))).getDocumentElement();
            return read(response, answers);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("the script is not readable: " + e.getMessage());
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // Without a document type there are no entities to expand and no files to fetch.
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // The default one prints to the terminal what is thrown anyway.
        builder.setErrorHandler(null);
        return builder;
    }

    private static Twiml read(Element response, boolean answers) {
        List<String> spoken = new ArrayList<>();
        for (Element verb : elements(response).toList()) {
            switch (verb.getTagName()) {
                case "Say" -> spoken.add(text(verb));
                case "Gather" -> {
                    elements(verb)
                            .filter(inner -> inner.getTagName().equals("Say"))
                            .map(Twiml::text)
                            .forEach(spoken::add);
                    if (answers && verb.hasAttribute("action")) {
                        return new Twiml(
                                String.join(" ", spoken), Optional.of(verb.getAttribute("action")));
                    }
                }
                default -> {
                    // Pauses, recordings and the like leave no words.
                }
            }
        }
        return new Twiml(String.join(" ", spoken), Optional.empty());
    }

    private static Stream<Element> elements(Node parent) {
        return children(parent).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Stream<Node> children(Node parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }

    /** The words, also those within speech marks like {@code <prosody>}. */
    private static String text(Node node) {
        return words(node).filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE
                ? Stream.of(node.getNodeValue().strip().replaceAll("\\s+", " "))
                : children(node).flatMap(Twiml::words);
    }
}
