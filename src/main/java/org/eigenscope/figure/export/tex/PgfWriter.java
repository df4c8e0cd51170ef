package org.eigenscope.figure.export.tex;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.SheetLayout;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.paint.PaintStyles;
import org.eigenscope.figure.export.type.Typefaces;
import org.eigenscope.figure.export.type.Typesetter;

/** Writes a sheet as a standalone LaTeX document of PGFPlots axes that stand where the other formats put them. */
public final class PgfWriter {
    public static final String SESSION_COMMENT = "% eigenscope-session: ";

    /** From this size on, in points, Computer Modern has one drawing of its letters; smaller ones are drawn wider. */
    private static final double TEXT_SIZE = 10;

    private static final double WIDER_A_POINT = 0.08;
    private static final double LEAST_DRAWN = 5;

    private PgfWriter() {}

    public static void write(Sheet sheet, PageStyle style, Attachment attachment, OutputStream out) throws IOException {
        PaintStyles ink = new PaintStyles(style);
        Typefaces faces = Typefaces.load();
        Typesetter type = new Typesetter(faces, faces).widened(PgfWriter::computerModern);
        List<String> lines = new ArrayList<>();
        preamble(lines, style, attachment);
        PgfColors colors = new PgfColors(ink);
        List<String> body = new ArrayList<>();
        PgfPage page = new PgfPage(style, colors, type, body);
        if (ink.paintsGround()) {
            page.fill(
                    new Rectangle2D.Double(0, 0, style.width(), style.height()),
                    colors.palette().background());
        }
        SheetLayout.Laid laid = SheetLayout.of(sheet, style, type);
        for (PanelLayout panel : laid.panels()) {
            new PgfPanel(panel, page).write();
        }
        laid.legend().ifPresent(rows -> new PgfBoxes(page).rows(rows.box(), rows.below()));
        new PgfCells(page).footnotes(laid.footnotes());
        lines.addAll(colors.definitions());
        lines.add("\\begin{document}");
        lines.add("\\begin{tikzpicture}[x=1bp,y=1bp,every node/.append style={inner sep=0bp,text="
                + colors.name(colors.palette().text()) + "}]");
        lines.add("\\useasboundingbox (0,0) rectangle (" + PgfPage.number(style.width()) + ","
                + PgfPage.number(style.height()) + ");");
        lines.addAll(body);
        lines.add("\\end{tikzpicture}");
        lines.add("\\end{document}");
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (String line : lines) {
            writer.write(line);
            writer.write('\n');
        }
        writer.flush();
    }

    private static void preamble(List<String> lines, PageStyle style, Attachment attachment) {
        lines.add("% Made by Eigenscope; compile with pdflatex, lualatex or xelatex.");
        attachment.session().ifPresent(session -> lines.add(SESSION_COMMENT + session.replace("\n", " ")));
        String width = PgfPage.number(style.width()) + "bp";
        String height = PgfPage.number(style.height()) + "bp";
        lines.add("% type of every size, not of the nearest of a few");
        lines.add("\\RequirePackage{fix-cm}");
        lines.add("\\documentclass{article}");
        lines.add("\\usepackage[paperwidth=" + width + ",paperheight=" + height + ",margin=0bp]{geometry}");
        lines.add("\\pagestyle{empty}\\setlength{\\parindent}{0bp}\\setlength{\\topskip}{0bp}");
        lines.add("\\usepackage{amsmath,amssymb,pgfplots}");
        lines.add("\\pgfplotsset{compat=1.16}");
        lines.add("\\newcommand{\\eigentype}[1]{\\fontsize{#1bp}{#1bp}\\selectfont}");
    }

    /** By what the letters of LaTeX's own fonts are wider than Roboto's, in which the other formats are set, at most. */
    private static double computerModern(double size) {
        return 1.05 + WIDER_A_POINT * Math.max(0, TEXT_SIZE - Math.max(LEAST_DRAWN, size));
    }
}
