package org.eigenscope.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes web pages of the project's Markdown documents, with the pictures that they show. The same documents give the same bytes. Run by
 * {@code mvn package} for the distribution and by {@code mvn site}, at the top of the project, without being compiled.
 *
 * <p>Links between documents become links between pages. A link to a file of the project that is not among the pages becomes text. The
 * links of the guide's first page, in their order, are the menu of every page.
 *
 * <p>Argument: the folder for the pages, which is emptied first.
 */
public final class RenderPages {
    private static final Path SITE = Path.of("src", "site", "markdown");
    private static final Path STYLE = Path.of("src", "site", "pages", "style.css");
    private static final Path CONTENTS = SITE.resolve("guide").resolve("index.md");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    /** What there is besides pages: where it lies in the project, and where it goes. */
    private final Map<Path, Path> copied = new TreeMap<>();

    private final Map<Path, Path> pages = new TreeMap<>();
    private final Path out;

    private RenderPages(Path out) {
        this.out = out;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        new RenderPages(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        pages.put(Path.of("README.md"), Path.of("readme.html"));
        pages.put(Path.of("samples", "README.md"), Path.of("samples.html"));
        for (Path document : files(SITE)) {
            if (document.toString().endsWith(".md")) {
                pages.put(document, withEnding(SITE.relativize(document)));
            }
        }
        for (Path picture : files(Path.of("assets"))) {
            copied.put(picture, picture);
        }
        for (String text : List.of("LICENSE", "NOTICE")) {
            copied.put(Path.of(text), Path.of(text + ".txt"));
        }
        clear();
        write(Path.of("index.html"), forward());
        copy(STYLE, Path.of("style.css"));
        for (Map.Entry<Path, Path> page : pages.entrySet()) {
            write(page.getValue(), page(page.getKey()));
        }
        for (Map.Entry<Path, Path> file : copied.entrySet()) {
            copy(file.getKey(), file.getValue());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path withEnding(Path document) {
        return Path.of(document.toString().replaceFirst("\\.md$", ".html"));
    }

    private void clear() throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> all = Files.walk(out)) {
                for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(old);
                }
            }
        }
    }

    private void write(Path place, String text) throws IOException {
        Path file = out.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void copy(Path file, Path place) throws IOException {
        Path target = out.resolve(place);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The page that leads to the guide. */
    private static String forward() {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Eigenscope</title>
                <meta http-equiv="refresh" content="0; url=guide/index.html"></head>
                <body><p><a href="guide/index.html">The guide</a></p></body></html>
                """;
    }

    private String page(Path document) throws IOException {
        Node content = parser.parse(Files.readString(document));
        content.accept(new Redirection(document));
        Map<Node, String> anchors = anchors(content);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                    }
                })
                .build();
        String body = renderer.render(content).replace("<table>", "<div class=\"table\"><table>");
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="stylesheet" href="%s"></head>
                <body><nav>%s</nav>
                <main>
                %s</main></body></html>
                """.formatted(
                        escaped(title(content)) + " – Eigenscope",
                        relative(document, Path.of("style.css")),
                        menu(document),
                        body.replace("</table>", "</table></div>"));
    }

    /** The links of the guide's first page as a list. */
    private String menu(Path document) throws IOException {
        StringBuilder list = new StringBuilder("<ul>\n");
        list.append(entry(document, CONTENTS, "Guide"));
        for (Map.Entry<Path, String> target : contents().entrySet()) {
            list.append(entry(document, target.getKey(), target.getValue()));
        }
        return list.append("</ul>").toString();
    }

    private String entry(Path document, Path target, String title) {
        String current = target.equals(document) ? " class=\"current\"" : "";
        return "<li><a" + current + " href=\"" + relative(document, pages.get(target)) + "\">" + escaped(title)
                + "</a></li>\n";
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> targets = new LinkedHashMap<>();
        parser.parse(Files.readString(CONTENTS)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Path target = target(CONTENTS, link.getDestination());
                if (pages.containsKey(target)) {
                    targets.putIfAbsent(target, words(link));
                }
            }
        });
        return targets;
    }

    /** The file of the project that a link of a document names, without the place in it. */
    private static Path target(Path document, String link) {
        String file = link.replaceFirst("#.*", "");
        Path top = Path.of("").toAbsolutePath();
        return file.isEmpty()
                ? document
                : top.relativize(document.toAbsolutePath().resolveSibling(file).normalize());
    }

    /** A link from the page of a document to a place among the pages. */
    private String relative(Path document, Path place) {
        Path folder = Optional.ofNullable(pages.get(document).getParent()).orElse(Path.of(""));
        return folder.relativize(place).toString().replace('\\', '/');
    }

    private static String title(Node content) {
        return content.getFirstChild() instanceof Heading heading ? words(heading) : "Eigenscope";
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak softLineBreak) {
                words.append(' ');
            }
        });
        return words.toString();
    }

    /** The names of headings, as GitHub makes them: lower case, blanks as hyphens, no punctuation, a number where one comes again. */
    private static Map<Node, String> anchors(Node content) {
        Map<Node, String> anchors = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        content.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String name = words(heading)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                        .replace(' ', '-');
                int times = seen.merge(name, 1, Integer::sum);
                anchors.put(heading, times == 1 ? name : name + "-" + (times - 1));
            }
        });
        return anchors;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Turns the links of a document into links of its page. */
    private final class Redirection extends AbstractVisitor {
        private final Path document;

        Redirection(Path document) {
            this.document = document;
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String destination = link.getDestination();
            if (destination.matches("[a-z]+:.*|#.*")) {
                return;
            }
            Path target = target(document, destination);
            int anchor = destination.indexOf('#');
            String rest = anchor < 0 ? "" : destination.substring(anchor);
            place(target)
                    .ifPresentOrElse(
                            place -> link.setDestination(relative(document, place) + rest), () -> unlink(link));
        }

        @Override
        public void visit(Image image) {
            Path target = target(document, image.getDestination());
            Path place = place(target)
                    .orElseThrow(() -> new UncheckedIOException(
                            new IOException(document + " shows " + target + ", which is not in assets")));
            image.setDestination(relative(document, place));
        }

        private Optional<Path> place(Path target) {
            return Optional.ofNullable(pages.getOrDefault(target, copied.get(target)));
        }

        private void unlink(Link link) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
