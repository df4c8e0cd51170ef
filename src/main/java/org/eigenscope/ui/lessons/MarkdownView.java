package org.eigenscope.ui.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Shows Markdown as text: paragraphs, lists, quotations, headings, emphasis, code,
 * tables, exponents (λ^−2) and letters with a hat (κ̂). Links and pictures show their words. */
public final class MarkdownView extends VBox {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** An exponent: in parentheses that are not shown, or a sign and then a number, letters or parentheses that are. */
    private static final Pattern POWER =
            Pattern.compile("\\^(?:\\(([^()]*)\\)|([−-]?(?:\\([^()]*\\)|\\d+(?:\\.\\d+)?|\\p{L}+)))");

    /** A letter with a combining circumflex, and punctuation that must not be parted from it. */
    private static final Pattern HAT = Pattern.compile("(\\p{L})\\u0302([.,;:!?)]*)");

    /** How far an exponent is raised, in its own size. */
    private static final double RISE = 0.5;

    public MarkdownView() {
        getStyleClass().add("markdown");
    }

    /** Replaces what is shown. */
    public void setText(String markdown) {
        getChildren().clear();
        Node document = PARSER.parse(markdown);
        document.accept(new Blocks(this));
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    /** Turns blocks into nodes of a box. */
    private static final class Blocks extends AbstractVisitor {
        private final VBox box;

        Blocks(VBox box) {
            this.box = box;
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(paragraph, "markdown-paragraph");
        }

        @Override
        public void visit(Heading heading) {
            add(heading, "markdown-heading");
        }

        @Override
        public void visit(FencedCodeBlock code) {
            TextFlow flow = flow("markdown-paragraph");
            Text text = new Text(code.getLiteral().stripTrailing());
            text.getStyleClass().addAll("markdown-text", "markdown-code");
            flow.getChildren().add(text);
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox inner = new VBox();
            inner.getStyleClass().addAll("markdown", "markdown-quote");
            box.getChildren().add(inner);
            visitChildren(quote, new Blocks(inner));
        }

        @Override
        public void visit(BulletList list) {
            items(list, 0);
        }

        @Override
        public void visit(OrderedList list) {
            Integer start = list.getMarkerStartNumber();
            items(list, start == null ? 1 : start);
        }

        /** A table, the only custom block that the parser makes. */
        @Override
        public void visit(CustomBlock table) {
            GridPane grid = new GridPane();
            grid.getStyleClass().add("markdown-table");
            box.getChildren().add(grid);
            int rows = 0;
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    cells(grid, row, rows++);
                }
            }
        }

        private static void cells(GridPane grid, Node row, int index) {
            int column = 0;
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                MarkdownCell inner = new MarkdownCell(index == 0);
                new Blocks(inner).add(cell, "markdown-paragraph");
                GridPane.setHgrow(inner, Priority.SOMETIMES);
                grid.add(inner, column++, index);
            }
        }

        private void items(Node list, int firstNumber) {
            int number = firstNumber;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    item(item, firstNumber == 0 ? "•" : number + ".");
                    number++;
                }
            }
        }

        private void item(Node item, String bullet) {
            Label marker = new Label(bullet);
            marker.getStyleClass().add("markdown-bullet");
            VBox inner = new VBox();
            inner.getStyleClass().add("markdown");
            HBox.setHgrow(inner, Priority.ALWAYS);
            HBox row = new HBox(marker, inner);
            row.getStyleClass().add("markdown-item");
            box.getChildren().add(row);
            visitChildren(item, new Blocks(inner));
        }

        private static void visitChildren(Node parent, Blocks visitor) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(visitor);
            }
        }

        private void add(Node block, String styleClass) {
            TextFlow flow = flow(styleClass);
            visitInline(block, new Words(flow));
        }

        private TextFlow flow(String styleClass) {
            TextFlow flow = new TextFlow();
            flow.getStyleClass().add(styleClass);
            box.getChildren().add(flow);
            return flow;
        }

        private static void visitInline(Node parent, Words words) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(words);
            }
        }
    }

    /** Turns the words of a block into pieces of text. */
    private static final class Words extends AbstractVisitor {
        private final TextFlow flow;
        private int strong;
        private int emphasised;

        Words(TextFlow flow) {
            this.flow = flow;
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            String literal = text.getLiteral();
            Matcher hat = HAT.matcher(literal);
            int from = 0;
            while (hat.find()) {
                addWithPowers(literal.substring(from, hat.start()));
                flow.getChildren().add(new HattedLetter(hat.group(1), hat.group(2), styles(false)));
                from = hat.end();
            }
            addWithPowers(literal.substring(from));
        }

        private void addWithPowers(String literal) {
            Matcher power = POWER.matcher(literal);
            int from = 0;
            while (power.find()) {
                add(literal.substring(from, power.start()), false);
                raise(add(power.group(1) == null ? power.group(2) : power.group(1), false));
                from = power.end();
            }
            add(literal.substring(from), false);
        }

        private static void raise(Text exponent) {
            exponent.getStyleClass().add("markdown-superscript");
            exponent.translateYProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> -RISE * exponent.getFont().getSize(), exponent.fontProperty()));
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), true);
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ", false);
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            add("\n", false);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            strong++;
            visitChildren(emphasis);
            strong--;
        }

        @Override
        public void visit(Emphasis emphasis) {
            emphasised++;
            visitChildren(emphasis);
            emphasised--;
        }

        private Text add(String words, boolean code) {
            Text text = new Text(words);
            text.getStyleClass().addAll(styles(code));
            flow.getChildren().add(text);
            return text;
        }

        private List<String> styles(boolean code) {
            List<String> styles = new ArrayList<>(List.of("markdown-text"));
            if (code) {
                styles.add("markdown-code");
            }
            if (strong > 0) {
                styles.add("markdown-strong");
            }
            if (emphasised > 0) {
                styles.add("markdown-emphasis");
            }
            return styles;
        }
    }
}
