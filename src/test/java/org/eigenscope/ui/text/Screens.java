package org.eigenscope.ui.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The texts that the FXML files name, as they are written there. */
final class Screens {
    private static final Path ROOT = Path.of("src", "main", "resources", "org", "eigenscope", "ui");
    private static final Set<String> KINDS = Set.of(
            "text", "promptText", "accessibleText", "accessibleHelp", "title", "headerText", "contentText", "fx:value");

    private Screens() {}

    /** A text: its file, its attribute and the attribute's value. */
    record Text(String file, String attribute, String value) {}

    static List<Text> texts() throws IOException {
        List<Text> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".fxml")).toList()) {
                addTexts(file, texts);
            }
        }
        return texts;
    }

    private static void addTexts(Path file, List<Text> texts) throws IOException {
        NodeList elements = parse(file).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            NamedNodeMap attributes = element.getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                Node attribute = attributes.item(j);
                if (KINDS.contains(attribute.getNodeName())) {
                    texts.add(
                            new Text(file.getFileName().toString(), attribute.getNodeName(), attribute.getNodeValue()));
                }
            }
            addContent(file, element, texts);
        }
    }

    /** Words between tags, as in {@code <text>Open</text>}. */
    private static void addContent(Path file, Element element, List<Text> texts) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE && !child.getNodeValue().isBlank()) {
                texts.add(new Text(
                        file.getFileName().toString(),
                        element.getNodeName(),
                        child.getNodeValue().strip()));
            }
        }
    }

    private static Document parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
        } catch (ParserConfigurationException | SAXException damaged) {
            throw new IOException(file.toString(), damaged);
        }
    }
}
