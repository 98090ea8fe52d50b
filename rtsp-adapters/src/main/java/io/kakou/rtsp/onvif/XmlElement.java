package io.kakou.rtsp.onvif;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a small document, by local names: devices choose their own prefixes. */
final class XmlElement {
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 20_000;
    private static final XMLInputFactory FACTORY = hardened();

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** A document that is none, or one that no camera sends. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean hostile;

        private Unreadable(String message, boolean hostile) {
            super(message);
            this.hostile = hostile;
        }

        boolean hostile() {
            return hostile;
        }
    }

    private XmlElement(XMLStreamReader reader) {
        this.name = reader.getLocalName();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    /** The document's root. */
    static XmlElement parse(byte[] document) throws Unreadable {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("no XML", false);
        }
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString().strip();
    }

    /** Empty where it is not there. */
    String attribute(String local) {
        return attributes.getOrDefault(local, "");
    }

    /** This element and everything below it, in the document's order. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    Stream<XmlElement> all(String local) {
        return all().filter(each -> each.name.equals(local));
    }

    Optional<XmlElement> find(String local) {
        return all(local).findFirst();
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        List<XmlElement> open = new ArrayList<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new Unreadable("its XML defines entities", true);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new Unreadable("its XML is deeper or longer than any camera's", true);
                    }
                    open.add(within(open, new XmlElement(reader)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1).text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.remove(open.size() - 1);
                    if (open.isEmpty()) {
                        return closed;
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        throw new Unreadable("no XML", false);
    }

    private static XmlElement within(List<XmlElement> open, XmlElement element) {
        if (!open.isEmpty()) {
            open.get(open.size() - 1).children.add(element);
        }
        return element;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
