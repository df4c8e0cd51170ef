package org.eigenscope.cli.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.bridge.BridgeAnswers;
import org.eigenscope.bridge.Received;
import org.eigenscope.cli.fit.FitDocument;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.draw.LawPlanner;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.Spectrum;

/** Fits and draws spectra that were sent as {@code eigenscope fit --json} and {@code eigenscope figure} do unasked. */
public final class SpectrumAnswers implements BridgeAnswers {
    private static final LawFamily USUAL = LawFamily.INVERSE_HTMP;

    @Override
    public byte[] fit(Received received, Optional<String> law) throws EigenscopeException, IOException {
        return FitDocument.of(sample(received), family(law)).getBytes(StandardCharsets.UTF_8);
    }

    private static FitSample sample(Received received) {
        return new FitSample(received.label().text(), received.spectrum());
    }

    private static LawFamily family(Optional<String> law) throws BadInputException {
        if (law.isEmpty()) {
            return USUAL;
        }
        return LawFamily.byId(law.get())
                .orElseThrow(() -> new BadInputException("There is no law of that name; there are "
                        + String.join(
                                ", ",
                                List.of(LawFamily.values()).stream()
                                        .map(LawFamily::id)
                                        .toList())
                        + "."));
    }

    @Override
    public byte[] figure(Received received, Optional<String> law, PictureFormat format)
            throws EigenscopeException, IOException {
        LawPlanner.Wish wish = new LawPlanner.Wish(
                List.of(family(law)),
                ParameterSet.EMPTY,
                law.isEmpty(),
                Conventions.DEFAULT,
                new FitPlan.Bootstrap(0, 1));
        LawPlanner planner = new LawPlanner(new FitService(new SpectralFitter()), wish);
        String label = received.label().text();
        SeriesPlan series = new SeriesPlan(
                0,
                label,
                OptionalDouble.empty(),
                planner.plan(sample(received), ProgressListener.NONE, CancelToken.NONE));
        Session session = new Session(
                List.of(input(received)),
                Conventions.DEFAULT,
                List.of(new PanelPlan("", List.of(series))),
                FigureLook.DEFAULT,
                PagePlan.DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Drawing.of(session, SessionSpectra.of(List.of(received.spectrum()))).write(format(format), out);
        return out.toByteArray();
    }

    private static FigureFormat format(PictureFormat format) {
        return switch (format) {
            case SVG -> FigureFormat.SVG;
            case PNG -> FigureFormat.PNG;
            case PDF -> FigureFormat.PDF;
        };
    }

    /** What was sent is in no file; the session that the picture carries names it, and cannot be drawn again from it. */
    private static SessionInput input(Received received) {
        Spectrum spectrum = received.spectrum();
        double[] values = spectrum.computed();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return new SessionInput(
                    "sent/" + received.label().text(),
                    Optional.empty(),
                    HexFormat.of().formatHex(digest),
                    bytes.capacity());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
