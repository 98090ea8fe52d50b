package io.kakou.models.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The little of XML that annotations need; a document type, and so anything outside the file, is refused. */
final class Xml {
    private Xml() {}

    static Element root(Path file) throws UnreadableDataset {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new UnreadableDataset(file + " is no annotation in XML: " + e.getMessage(), e);
        }
    }

    static List<Element> children(Element in, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = in.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The text of the first element of that name, empty where there is none. */
    static String text(Element in, String name) {
        List<Element> found = children(in, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
