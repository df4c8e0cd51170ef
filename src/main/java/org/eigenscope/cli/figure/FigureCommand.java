package org.eigenscope.cli.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.SpectrumNotes;
import org.eigenscope.cli.option.TableOptions;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.draw.StudyDrawing;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.study.plot.PlotRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws figures. */
@Command(
        name = "figure",
        description = {
            "Draws the spectra of matrices with laws over them, as a paper wants them: PDF, SVG, PNG, PGFPlots, or the"
                    + " numbers. Without --laws, the inverse HTMP law is fitted and drawn with its limits, as in the window.",
            "Several files make one panel each, or one plot with --overlay.",
            "With --study, columns of the study's rows are drawn: --plot says how, --x and --y which."
        },
        footer = {
            "",
            "Every picture carries its session: '--session PICTURE' draws it again, byte for byte in SVG and CSV, from the"
                    + " same files. In labels, $...$ is set as a formula.",
            "A picture of a study is drawn again from the study where it was or beside the picture, or from --study; if the rows"
                    + " that it shows have changed, it says how many. Its .csv holds those rows."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class FigureCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE[#NAME]", arity = "0..*", description = "Matrix files, and which of their tensors.")
    private List<String> targets = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description =
                    "Where to, by its ending: .pdf, .svg, .png, .tex, .csv (bins, eigenvalues, curves), .json (the fit),"
                            + " .eigenscope (the session); may be repeated.")
    private List<Path> outputs = List.of();

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "Draw what a session file, or a picture made by Eigenscope, describes.")
    private Path sessionFile;

    @Option(names = "--caption", description = "Write a caption that states every convention to standard output.")
    private boolean caption;

    @Mixin
    private FigureLaws laws;

    @Mixin
    private FigureContent content;

    @Mixin
    private FigureExtras extras;

    @Mixin
    private FigureStudy ofStudy;

    @Mixin
    private FigurePage page;

    @Mixin
    private TableOptions table;

    public FigureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (ofStudy.study().isPresent() || ofStudy.isGiven()) {
            return drawStudy();
        }
        if (targets.isEmpty() == (sessionFile == null)) {
            throw new ParameterException(
                    spec.commandLine(), "name either FILE[#NAME] to draw or --session, and not both");
        }
        Optional<StudyFigure> figure =
                sessionFile == null ? Optional.empty() : SessionFile.readStudyFigure(sessionFile);
        if (figure.isPresent()) {
            return drawAgain(figure.get(), StudyDrawing.locate(figure.get(), sessionFile));
        }
        FigureOutputs files = new FigureOutputs(outputs);
        Drawing drawing = sessionFile == null ? drawFiles(files) : drawSession(files);
        files.write(drawing);
        drawing.leftOut().forEach(console::say);
        drawing.missingLetters(files.formats()).ifPresent(console::say);
        if (caption) {
            console.out().line(drawing.caption());
        }
        return ExitCode.OK;
    }

    private int drawStudy() throws EigenscopeException, IOException {
        Path study = ofStudy.study()
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--plot and its options go with --study STUDY"));
        if (!targets.isEmpty() || laws.isGiven() || extras.isGiven() || table.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--study draws rows, and goes with no FILE and no option of spectra and laws");
        }
        if (sessionFile != null) {
            return drawAgain(
                    SessionFile.readStudyFigure(sessionFile)
                            .orElseThrow(() -> new BadInputException(sessionFile + " is no figure of a study.")),
                    study);
        }
        PlotRequest request = ofStudy.request(content.ofStudy());
        // panels of free energies stand side by side
        PagePlan plan = page.plan(1, 1);
        return write(study, plan, () -> StudyDrawing.of(study, request, plan));
    }

    private int drawAgain(StudyFigure figure, Path study) throws EigenscopeException, IOException {
        if (laws.isGiven() || content.isGiven() || extras.isGiven() || page.isGiven() || ofStudy.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--session says everything already; only -o, --caption and --study go with it");
        }
        return write(study, figure.page(), () -> StudyDrawing.again(figure, study));
    }

    /** Draws a study. */
    @FunctionalInterface
    private interface StudyWork {
        StudyDrawing draw() throws EigenscopeException;
    }

    private int write(Path study, PagePlan plan, StudyWork work) throws EigenscopeException, IOException {
        FigureOutputs files = new FigureOutputs(outputs);
        files.requireOfStudies();
        files.requireOtherThan(study);
        if (sessionFile != null) {
            files.requireOtherThan(sessionFile);
        }
        files.requireRoomFor(plan.style());
        StudyDrawing drawing = work.draw();
        files.write(drawing);
        Drawing.missingLetters(drawing.plot().sheet(), files.formats()).ifPresent(console::say);
        if (caption) {
            console.out().line(drawing.plot().description());
        }
        return ExitCode.OK;
    }

    private Drawing drawFiles(FigureOutputs files) throws EigenscopeException {
        List<MatrixTarget> matrices = new ArrayList<>();
        for (String target : targets) {
            MatrixTarget typed = MatrixTarget.parse(table.applied(target));
            files.requireOtherThan(typed.file());
            matrices.add(asRead(typed, files));
        }
        FigurePlan plan = new FigurePlan(laws, content, extras, page);
        plan.check(matrices.size());
        files.requireRoomFor(plan.page(matrices.size()).style());
        return plan.draw(matrices);
    }

    /** Which of the file's matrices is meant; says what was assumed in reading, such as which lines name a table's columns. */
    private MatrixTarget asRead(MatrixTarget typed, FigureOutputs outputs) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(typed.file())) {
            SelectedTensor tensor = laws.tensor(SelectedTensor.of(file, typed.name()));
            for (Path companion : tensor.file().companions()) {
                outputs.requireOtherThan(companion);
            }
            SpectrumNotes.ofReading(tensor).ifPresent(console::say);
            return new MatrixTarget(typed.file(), tensor.target().name());
        }
    }

    private Drawing drawSession(FigureOutputs files) throws EigenscopeException {
        if (laws.isGiven() || content.isGiven() || extras.isGiven() || page.isGiven() || table.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--session says everything already; only -o and --caption go with it");
        }
        files.requireOtherThan(sessionFile);
        Session session = SessionFile.read(sessionFile);
        files.requireRoomFor(session.page().style());
        List<MatrixTarget> matrices = SessionInputs.locate(session, Optional.of(sessionFile), CancelToken.NONE);
        for (MatrixTarget matrix : matrices) {
            files.requireOtherThan(matrix.file());
        }
        return Drawing.of(
                session, SessionInputs.alone().read(session, matrices, ProgressListener.NONE, CancelToken.NONE));
    }
}
