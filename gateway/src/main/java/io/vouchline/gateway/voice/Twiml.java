package io.vouchline.gateway.voice;

import io.vouchline.gateway.prompt.Said;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A TwiML document while it is written. */
final class Twiml {

    static final String MEDIA_TYPE = "application/xml";

    /** What XML 1.0 cannot hold (section 2.2). */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Pattern DASHES = Pattern.compile("--+|-$");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Twiml() {
        try {
            // The platform's own: another one on the class path might escape in another way.
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Response");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** Begins a verb that holds others. */
    Twiml begin(String verb, Map<String, String> attributes) {
        try {
            xml.writeStartElement(verb);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                xml.writeAttribute(attribute.getKey(), writable(attribute.getValue()));
            }
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Twiml end() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** A verb with a text. */
    Twiml verb(String verb, Map<String, String> attributes, String content) {
        Twiml _ = begin(verb, attributes);
        try {
            xml.writeCharacters(writable(content));
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return end();
    }

    /** What is said or played. */
    Twiml say(List<Said> prompts, String language) {
        for (Said said : prompts) {
            if (said.audio() == null) {
                Twiml _ = verb("Say", Map.of("language", language), said.aloud());
            } else {
                Twiml _ = verb("Play", Map.of(), said.audio());
            }
        }
        return this;
    }

    /** Words for whoever reads the document; no caller hears them. */
    Twiml remark(String words) {
        try {
            xml.writeComment(DASHES.matcher(writable(words)).replaceAll(""));
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Twiml hangup() {
        return begin("Hangup", Map.of()).end();
    }

    /** The document; it is finished then. */
    String document() {
        try {
            xml.writeEndDocument();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static String writable(String words) {
        return UNWRITABLE.matcher(words).replaceAll("");
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("a text in memory can always be written to", e);
    }
}
