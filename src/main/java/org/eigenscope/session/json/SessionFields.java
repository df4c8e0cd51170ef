package org.eigenscope.session.json;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.Screen;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.StripView;
import org.eigenscope.session.StudyView;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.solve.Solvers;

/** Reads the parts of a session, each from its JSON object. */
final class SessionFields {
    private SessionFields() {}

    static SessionInput input(Fields fields) throws BadInputException {
        return new SessionInput(
                fields.text("path"), fields.optionalText("tensor"), fields.text("sha256"), fields.integer("bytes"));
    }

    /** Version 1 knew neither interpretations nor rows left out. */
    static Conventions conventions(Fields fields, long version) throws BadInputException {
        boolean first = version == 1;
        return new Conventions(
                fields.choice("normalization", Normalization.values(), Normalization::id),
                fields.choice("flattening", ConvolutionFlattening.values(), SessionTree::id),
                first
                        ? Interpretation.AUTO
                        : fields.choice("interpretation", Interpretation.values(), Interpretation::id),
                fields.choice("solver", Solvers.choices().toArray(SolverChoice[]::new), SolverChoice::id),
                !first && fields.flag("drop_nonfinite_rows"),
                fields.smallInteger("trim_bottom"),
                fields.smallInteger("trim_top"));
    }

    static PanelPlan panel(Fields fields, long version) throws BadInputException {
        return new PanelPlan(fields.text("title"), fields.objects("series", s -> series(s, version)));
    }

    /** Before version 4 there were no extras. */
    private static SeriesPlan series(Fields fields, long version) throws BadInputException {
        SeriesPlan plain = series(fields);
        return version < 4
                ? plain
                : plain.withGhosts(fields.objects("ghosts", SessionFields::ghost))
                        .withSpikes(fields.optionalObject("spikes", SessionFields::spikes))
                        .withRange(fields.optionalObject("range", SessionFields::range));
    }

    private static GhostPlan ghost(Fields fields) throws BadInputException {
        GhostPlan.Kind kind = fields.choice("kind", GhostPlan.Kind.values(), GhostPlan.Kind::id);
        boolean kept = kind == GhostPlan.Kind.KEPT;
        return new GhostPlan(
                kind,
                fields.text("label"),
                fields.smallInteger("input"),
                kept ? Optional.of(fields.object("conventions", c -> conventions(c, 4))) : Optional.empty(),
                kept ? OptionalLong.empty() : OptionalLong.of(fields.integer("seed")));
    }

    private static SpikesPlan spikes(Fields fields) throws BadInputException {
        return new SpikesPlan(fields.number("lower"), fields.number("upper"));
    }

    private static KappaByRange range(Fields fields) throws BadInputException {
        return new KappaByRange(
                fields.numberOr("all", Double.NaN),
                fields.objects("beginnings", SessionFields::estimate),
                fields.objects("ends", SessionFields::estimate));
    }

    private static KappaByRange.Estimate estimate(Fields fields) throws BadInputException {
        return new KappaByRange.Estimate(fields.number("end"), fields.number("kappa"));
    }

    private static SeriesPlan series(Fields fields) throws BadInputException {
        double at = fields.numberOr("at", Double.NaN);
        return new SeriesPlan(
                fields.smallInteger("input"),
                fields.text("label"),
                Double.isNaN(at) ? OptionalDouble.empty() : OptionalDouble.of(at),
                fields.objects("laws", SessionFields::law));
    }

    private static LawPlan law(Fields fields) throws BadInputException {
        LawPlan plan = new LawPlan(
                fields.choice("family", LawFamily.values(), LawFamily::id),
                fields.object("parameters", SessionFields::parameters),
                fields.choice("origin", LawPlan.Origin.values(), LawPlan.Origin::id),
                parameterNames(fields, "held"),
                parameterNames(fields, "by_hand"),
                fields.optionalObject("evidence", SessionFields::evidence));
        // refuses parameters outside their domains here, where the sentence can say in which law of which series they
        // stand
        plan.law();
        return plan;
    }

    private static ParameterSet parameters(Fields fields) throws BadInputException {
        ParameterSet set = ParameterSet.EMPTY;
        for (String name : fields.names()) {
            set = set.with(parameter(name), fields.number(name));
        }
        return set;
    }

    private static Parameter parameter(String id) {
        return Parameter.byId(id).orElseThrow(() -> new IllegalArgumentException("parameter " + id + " is unknown"));
    }

    private static Set<Parameter> parameterNames(Fields fields, String name) throws BadInputException {
        Set<Parameter> set = EnumSet.noneOf(Parameter.class);
        fields.texts(name).forEach(text -> set.add(parameter(text)));
        return set;
    }

    private static LawPlan.Evidence evidence(Fields fields) throws BadInputException {
        return new LawPlan.Evidence(
                fields.text("objective"),
                fields.smallInteger("n"),
                fields.numberOr("log_likelihood", Double.NaN),
                fields.numberOr("aic", Double.NaN),
                fields.numberOr("bic", Double.NaN),
                fields.numberOr("ks", Double.NaN),
                fields.object("intervals", SessionFields::intervals));
    }

    private static Map<Parameter, Interval> intervals(Fields fields) throws BadInputException {
        Map<Parameter, Interval> intervals = new EnumMap<>(Parameter.class);
        for (String name : fields.names()) {
            intervals.put(parameter(name), fields.object(name, SessionFields::interval));
        }
        return intervals;
    }

    private static Interval interval(Fields fields) throws BadInputException {
        return new Interval(
                fields.numberOr("lower", Double.NEGATIVE_INFINITY),
                fields.numberOr("upper", Double.POSITIVE_INFINITY),
                fields.flag("lower_open"),
                fields.flag("upper_open"),
                fields.choice("method", Interval.Method.values(), Interval.Method::id));
    }

    /** Before version 4 a strip was there or not, and nothing was hidden. */
    static FigureLook look(Fields fields, long version) throws BadInputException {
        return new FigureLook(
                fields.choice("view", Ordinate.values(), FigureLook::id),
                fields.optionalChoice("estimate", Parameter.values(), Parameter::id),
                fields.object("x", x -> axis(x, version)),
                fields.object("y", y -> axis(y, version)),
                fields.choice("legend", LegendPosition.values(), SessionTree::id),
                new FigureLook.Extras(
                        fields.flag("box"),
                        version < 4
                                ? fields.flag("residuals") ? StripView.RATIO : StripView.NONE
                                : fields.choice("strip", StripView.values(), StripView::id),
                        fields.optionalChoice("inset", FigureLook.InsetView.values(), FigureLook.InsetView::id),
                        fields.smallInteger("bins"),
                        lines(fields)),
                new FigureLook.Names(
                        fields.textMap("colors"),
                        fields.textMap("labels"),
                        version < 4 ? Set.of() : new HashSet<>(fields.texts("hidden"))),
                fields.smallInteger("columns"));
    }

    private static FigureLook.Lines lines(Fields fields) throws BadInputException {
        return fields.has("box_place") || fields.has("line_width")
                ? new FigureLook.Lines(
                        fields.choice("box_place", LegendPosition.values(), SessionTree::id),
                        fields.number("line_width"))
                : FigureLook.Lines.USUAL;
    }

    private static FigureLook.Axis axis(Fields fields, long version) throws BadInputException {
        AxisScale scale = scale(fields, version);
        Optional<String> label = fields.optionalText("label");
        double lower = fields.numberOr("lower", Double.NaN);
        double upper = fields.numberOr("upper", Double.NaN);
        boolean automatic = Double.isNaN(lower) && Double.isNaN(upper);
        return new FigureLook.Axis(
                scale, label, automatic ? Optional.empty() : Optional.of(new AxisRange(lower, upper)));
    }

    /** Before version 5 no scale had a threshold. */
    private static AxisScale scale(Fields fields, long version) throws BadInputException {
        AxisScale kind = fields.choice("scale", AxisScale.kinds().toArray(AxisScale[]::new), AxisScale::id);
        double threshold = version < 5 ? Double.NaN : fields.numberOr("threshold", Double.NaN);
        if (Double.isNaN(threshold)) {
            return kind;
        }
        if (kind != AxisScale.SYMMETRIC_LOG) {
            throw new IllegalArgumentException("threshold " + threshold + " on a scale that has none");
        }
        return SymmetricLogScale.of(threshold);
    }

    /** Version 3 knew the residuals alone. */
    static Screen screen(Fields fields, long version) throws BadInputException {
        boolean residuals = fields.flag("residuals");
        return version < 4
                ? Screen.DEFAULT.withResiduals(residuals)
                : new Screen(
                        residuals,
                        fields.flag("range"),
                        fields.flag("spikes"),
                        fields.flag("kept"),
                        fields.flag("table"),
                        fields.has("study")
                                ? Optional.of(fields.object("study", SessionFields::study))
                                : Optional.empty(),
                        fields.has("training") ? fields.textMap("training") : Map.of());
    }

    static StudyView study(Fields fields) throws BadInputException {
        double step = fields.numberOr("step", Double.NaN);
        return new StudyView(
                fields.text("path"),
                fields.text("settings"),
                fields.text("filter"),
                fields.object(
                        "plot",
                        plot -> new StudyView.Plot(
                                plot.text("kind"),
                                plot.text("x"),
                                plot.text("y"),
                                plot.text("group"),
                                textOrNone(plot, "layer"),
                                textOrNone(plot, "a"),
                                textOrNone(plot, "b"))),
                Double.isNaN(step) ? OptionalDouble.empty() : OptionalDouble.of(step),
                fields.has("chosen")
                        ? Optional.of(fields.object(
                                "chosen",
                                row -> new StudyView.Row(row.text("source"), row.text("tensor"), row.text("base"))))
                        : Optional.empty());
    }

    private static String textOrNone(Fields fields, String name) throws BadInputException {
        return fields.has(name) ? fields.text(name) : "";
    }

    static PagePlan page(Fields fields) throws BadInputException {
        String preset = fields.text("preset");
        PageStyle style = new PageStyle(
                fields.number("width_pt"),
                fields.number("height_pt"),
                fields.number("type_pt"),
                new PageStyle.Colors(
                        fields.choice("theme", Theme.values(), SessionTree::id),
                        fields.flag("grey"),
                        fields.flag("transparent")),
                fields.smallInteger("dpi"));
        return new PagePlan(preset, style);
    }
}
