package org.eigenscope.session.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.query.Settings;

/** Figures of studies as JSON, read as strictly as sessions. */
public final class StudyFigureJson {
    static final String FORMAT = "eigenscope-study-figure";
    static final int VERSION = 2;
    /** Columns of a study are on plain scales. */
    private static final List<AxisScale> SCALES = List.of(AxisScale.LINEAR, AxisScale.LOG);

    private static final int DIGITS = 12;
    /** Digests in one text. */
    private static final int TOGETHER = 300;

    private StudyFigureJson() {}

    /** One line of JSON. */
    public static String write(StudyFigure figure) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        root.put("study", figure.study());
        ArrayNode rows = root.putArray("rows");
        for (int from = 0; from < figure.rows().size(); from += TOGETHER) {
            int to = Math.min(from + TOGETHER, figure.rows().size());
            rows.add(String.join("", figure.rows().subList(from, to)));
        }
        write(figure.request(), root.putObject("plot"));
        SessionTree.write(figure.page(), root.putObject("page"));
        return root.toString();
    }

    private static void write(PlotRequest request, ObjectNode node) {
        node.put("kind", request.kind().id());
        node.put("x", request.x());
        node.put("y", request.y());
        node.put("group", request.group());
        node.put("a", request.sides().a());
        node.put("b", request.sides().b());
        ArrayNode where = node.putArray("where");
        for (PlotRequest.Condition condition : request.selection().where()) {
            where.addObject().put("column", condition.column()).put("glob", condition.glob());
        }
        node.put("law", request.selection().law());
        node.put("layer", request.selection().layer());
        node.put("filter", request.selection().filter());
        OptionalDouble at = request.selection().step();
        node.put("at", at.isPresent() ? (Double) at.getAsDouble() : null);
        node.put("convention", request.selection().settings().convention());
        node.put("fit", request.selection().settings().fit());
        node.put("title", request.look().title());
        write(request.look().x(), node.putObject("x_axis"));
        write(request.look().y(), node.putObject("y_axis"));
        node.put("legend", SessionTree.id(request.look().legend()));
    }

    private static void write(PlotRequest.Axis axis, ObjectNode node) {
        node.put("scale", axis.scale().map(AxisScale::id).orElse(null));
        node.put("label", axis.label().orElse(null));
        node.put("lower", axis.range().map(AxisRange::lower).orElse(null));
        node.put("upper", axis.range().map(AxisRange::upper).orElse(null));
    }

    /** Whether a tree says that it is a figure of a study. */
    static boolean isMeantBy(JsonNode tree) {
        return tree.path("format").asText().equals(FORMAT);
    }

    /**
     * Reads a figure of a study.
     *
     * @throws BadInputException if the tree is none, or one of a newer version
     */
    static StudyFigure read(JsonNode tree) throws BadInputException {
        return Fields.read("figure", tree, fields -> {
            fields.text("format");
            long version = fields.integer("version");
            if (version < 1 || version > VERSION) {
                throw new BadInputException("The figure of a study is of version " + version
                        + "; this Eigenscope reads versions 1 to " + VERSION + ", a newer Eigenscope is needed.");
            }
            return new StudyFigure(
                    fields.text("study"),
                    digests(fields.texts("rows")),
                    fields.object("plot", plot -> request(plot, version)),
                    fields.object("page", SessionFields::page));
        });
    }

    private static List<String> digests(List<String> texts) throws BadInputException {
        List<String> digests = new ArrayList<>();
        for (String text : texts) {
            if (text.length() % DIGITS != 0) {
                throw new BadInputException("The session is damaged: a digest of its rows is cut short.");
            }
            for (int from = 0; from < text.length(); from += DIGITS) {
                digests.add(text.substring(from, from + DIGITS));
            }
        }
        return digests;
    }

    private static PlotRequest request(Fields fields, long version) throws BadInputException {
        return new PlotRequest(
                fields.choice("kind", PlotKind.values(), PlotKind::id),
                fields.text("x"),
                fields.text("y"),
                fields.text("group"),
                new PlotRequest.Sides(fields.text("a"), fields.text("b")),
                selection(fields, version),
                new PlotRequest.Look(
                        fields.text("title"),
                        fields.object("x_axis", StudyFigureJson::axis),
                        fields.object("y_axis", StudyFigureJson::axis),
                        fields.choice("legend", LegendPosition.values(), SessionTree::id)));
    }

    /** Version 1 had neither filter nor step nor settings. */
    private static PlotRequest.Selection selection(Fields fields, long version) throws BadInputException {
        PlotRequest.Selection selection = PlotRequest.Selection.ALL
                .withWhere(fields.objects(
                        "where",
                        condition -> new PlotRequest.Condition(condition.text("column"), condition.text("glob"))))
                .withLaw(fields.text("law"))
                .withLayer(fields.text("layer"));
        if (version == 1) {
            return selection;
        }
        double at = fields.numberOr("at", Double.NaN);
        return selection
                .withFilter(fields.text("filter"))
                .withStep(Double.isNaN(at) ? OptionalDouble.empty() : OptionalDouble.of(at))
                .withSettings(new Settings(fields.text("convention"), fields.text("fit")));
    }

    private static PlotRequest.Axis axis(Fields fields) throws BadInputException {
        Optional<AxisScale> scale = fields.optionalChoice("scale", SCALES.toArray(AxisScale[]::new), AxisScale::id);
        Optional<String> label = fields.optionalText("label");
        double lower = fields.numberOr("lower", Double.NaN);
        double upper = fields.numberOr("upper", Double.NaN);
        boolean automatic = Double.isNaN(lower) && Double.isNaN(upper);
        return new PlotRequest.Axis(
                label, scale, automatic ? Optional.empty() : Optional.of(new AxisRange(lower, upper)));
    }
}
