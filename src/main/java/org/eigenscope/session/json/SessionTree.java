package org.eigenscope.session.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.Screen;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.StudyView;

/** Writes a session into a JSON tree, field by field in the order in which {@link SessionFields} names them. */
final class SessionTree {
    private final ObjectNode root;

    SessionTree(ObjectNode root) {
        this.root = root;
    }

    void write(Session session) {
        ArrayNode inputs = root.putArray("inputs");
        for (SessionInput input : session.inputs()) {
            ObjectNode node = inputs.addObject();
            node.put("path", input.path());
            node.put("tensor", input.tensor().orElse(null));
            node.put("sha256", input.sha256());
            node.put("bytes", input.bytes());
        }
        write(session.conventions(), root.putObject("conventions"));
        ArrayNode panels = root.putArray("panels");
        for (PanelPlan panel : session.panels()) {
            ObjectNode node = panels.addObject();
            node.put("title", panel.title());
            ArrayNode series = node.putArray("series");
            panel.series().forEach(plan -> write(plan, series.addObject()));
        }
        write(session.look(), root.putObject("look"));
        write(session.page(), root.putObject("page"));
        write(session.screen(), root.putObject("screen"));
    }

    private static void write(Conventions conventions, ObjectNode node) {
        node.put("normalization", conventions.normalization().id());
        node.put("flattening", id(conventions.flattening()));
        node.put("interpretation", conventions.interpretation().id());
        node.put("solver", conventions.solver().id());
        node.put("drop_nonfinite_rows", conventions.dropNonFiniteRows());
        node.put("trim_bottom", conventions.trimBottom());
        node.put("trim_top", conventions.trimTop());
    }

    private static void write(SeriesPlan plan, ObjectNode node) {
        node.put("input", plan.input());
        node.put("label", plan.label());
        put(node, "at", plan.at().isPresent() ? plan.at().getAsDouble() : Double.NaN);
        ArrayNode laws = node.putArray("laws");
        plan.laws().forEach(law -> write(law, laws.addObject()));
        ArrayNode ghosts = node.putArray("ghosts");
        plan.ghosts().forEach(ghost -> write(ghost, ghosts.addObject()));
        if (plan.spikes().isPresent()) {
            ObjectNode band = node.putObject("spikes");
            band.put("lower", plan.spikes().get().lower());
            band.put("upper", plan.spikes().get().upper());
        } else {
            node.putNull("spikes");
        }
        if (plan.range().isPresent()) {
            write(plan.range().get(), node.putObject("range"));
        } else {
            node.putNull("range");
        }
    }

    private static void write(GhostPlan ghost, ObjectNode node) {
        node.put("kind", ghost.kind().id());
        node.put("label", ghost.label());
        node.put("input", ghost.input());
        if (ghost.kind() == GhostPlan.Kind.KEPT) {
            write(ghost.conventions().orElseThrow(), node.putObject("conventions"));
        } else {
            node.put("seed", ghost.seed().orElseThrow());
        }
    }

    private static void write(KappaByRange range, ObjectNode node) {
        put(node, "all", range.all());
        write(range.beginnings(), node.putArray("beginnings"));
        write(range.ends(), node.putArray("ends"));
    }

    private static void write(List<KappaByRange.Estimate> estimates, ArrayNode array) {
        for (KappaByRange.Estimate estimate : estimates) {
            array.addObject().put("end", estimate.end()).put("kappa", estimate.kappa());
        }
    }

    private static void write(Screen screen, ObjectNode node) {
        node.put("residuals", screen.residuals());
        node.put("range", screen.range());
        node.put("spikes", screen.spikes());
        node.put("kept", screen.kept());
        node.put("table", screen.table());
        // without a study the text is as it was before there were studies
        screen.study().ifPresent(study -> write(study, node.putObject("study")));
        if (!screen.training().isEmpty()) {
            ObjectNode training = node.putObject("training");
            screen.training().forEach(training::put);
        }
    }

    static void write(StudyView study, ObjectNode node) {
        node.put("path", study.path());
        node.put("settings", study.settings());
        node.put("filter", study.filter());
        ObjectNode plot = node.putObject("plot");
        plot.put("kind", study.plot().kind());
        plot.put("x", study.plot().x());
        plot.put("y", study.plot().y());
        plot.put("group", study.plot().group());
        putUnlessEmpty(plot, "layer", study.plot().layer());
        putUnlessEmpty(plot, "a", study.plot().a());
        putUnlessEmpty(plot, "b", study.plot().b());
        study.step().ifPresentOrElse(step -> node.put("step", step), () -> node.putNull("step"));
        study.chosen().ifPresent(row -> {
            ObjectNode chosen = node.putObject("chosen");
            chosen.put("source", row.source());
            chosen.put("tensor", row.tensor());
            chosen.put("base", row.base());
        });
    }

    private static void putUnlessEmpty(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void write(LawPlan law, ObjectNode node) {
        node.put("family", law.family().id());
        write(law.parameters(), node.putObject("parameters"));
        node.put("origin", law.origin().id());
        write(law.held(), node.putArray("held"));
        write(law.byHand(), node.putArray("by_hand"));
        if (law.evidence().isEmpty()) {
            node.putNull("evidence");
        } else {
            write(law.evidence().get(), node.putObject("evidence"));
        }
    }

    private static void write(ParameterSet parameters, ObjectNode node) {
        parameters.asMap().forEach((parameter, value) -> node.put(parameter.id(), value));
    }

    private static void write(Set<Parameter> parameters, ArrayNode node) {
        parameters.stream().sorted().map(Parameter::id).forEach(node::add);
    }

    private static void write(LawPlan.Evidence evidence, ObjectNode node) {
        node.put("objective", evidence.objective());
        node.put("n", evidence.n());
        put(node, "log_likelihood", evidence.logLikelihood());
        put(node, "aic", evidence.aic());
        put(node, "bic", evidence.bic());
        put(node, "ks", evidence.ks());
        ObjectNode intervals = node.putObject("intervals");
        new TreeMap<>(evidence.intervals()).forEach((p, interval) -> write(interval, intervals.putObject(p.id())));
    }

    private static void write(Interval interval, ObjectNode node) {
        put(node, "lower", interval.lower());
        put(node, "upper", interval.upper());
        node.put("lower_open", interval.lowerOpen());
        node.put("upper_open", interval.upperOpen());
        node.put("method", interval.method().id());
    }

    private static void write(FigureLook look, ObjectNode node) {
        node.put("view", FigureLook.id(look.view()));
        node.put("estimate", look.estimate().map(Parameter::id).orElse(null));
        write(look.x(), node.putObject("x"));
        write(look.y(), node.putObject("y"));
        node.put("legend", id(look.legend()));
        node.put("box", look.extras().box());
        node.put("strip", look.extras().strip().id());
        node.put("inset", look.extras().inset().map(FigureLook.InsetView::id).orElse(null));
        node.put("bins", look.extras().bins());
        // left out where they are as usual, so that programs before them read the figure
        FigureLook.Lines lines = look.extras().lines();
        if (!lines.equals(FigureLook.Lines.USUAL)) {
            node.put("box_place", id(lines.box()));
            node.put("line_width", lines.width());
        }
        write(look.names().colors(), node.putObject("colors"));
        write(look.names().labels(), node.putObject("labels"));
        look.names().hidden().stream().sorted().forEach(node.putArray("hidden")::add);
        node.put("columns", look.columns());
    }

    private static void write(FigureLook.Axis axis, ObjectNode node) {
        node.put("scale", axis.scale().id());
        node.put("label", axis.label().orElse(null));
        Optional<AxisRange> range = axis.range();
        put(node, "lower", range.map(AxisRange::lower).orElse(Double.NaN));
        put(node, "upper", range.map(AxisRange::upper).orElse(Double.NaN));
        put(node, "threshold", threshold(axis.scale()));
    }

    /** The threshold that somebody chose; NaN for the data's. */
    private static double threshold(AxisScale scale) {
        return scale instanceof SymmetricLogScale symmetric && !symmetric.automatic()
                ? symmetric.threshold()
                : Double.NaN;
    }

    private static void write(Map<String, String> texts, ObjectNode node) {
        new TreeMap<>(texts).forEach(node::put);
    }

    static void write(PagePlan page, ObjectNode node) {
        PageStyle style = page.style();
        node.put("preset", page.preset());
        node.put("width_pt", style.width());
        node.put("height_pt", style.height());
        node.put("type_pt", style.typeSize());
        node.put("theme", id(style.colors().theme()));
        node.put("grey", style.colors().grey());
        node.put("transparent", style.colors().transparent());
        node.put("dpi", style.dpi());
    }

    /** JSON has no NaN and no infinities; null replaces them. */
    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    /** The name of an enum constant in files. */
    static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The laws alone, with what follows from their parameters. */
    void writeFits(Session session) {
        ArrayNode fits = root.putArray("fits");
        for (SeriesPlan series : session.series()) {
            for (LawPlan law : series.laws()) {
                ObjectNode node = fits.addObject();
                node.put("spectrum", series.label());
                write(law, node);
                DerivedQuantities derived = DerivedQuantities.of(law.family(), law.parameters());
                ObjectNode numbers = node.putObject("derived");
                put(numbers, "alpha", derived.alpha().orElse(Double.NaN));
                put(numbers, "beta", derived.beta().orElse(Double.NaN));
                put(numbers, "tail_exponent", derived.tailExponent().orElse(Double.NaN));
            }
        }
    }
}
