package org.eigenscope.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.Sheet;

/** Writes a sheet as a standalone LaTeX document of PGFPlots axes that stand where the other formats put them. */
final class PgfWriter {
    static final String SESSION_COMMENT = "% eigenscope-session: ";

    private PgfWriter() {}

    static void write(Sheet sheet, PageStyle style, Attachment attachment, OutputStream out) throws IOException {
        Ink ink = new Ink(style);
        Typefaces faces = Typefaces.load();
        Typesetter type = new Typesetter(faces, faces);
        List<String> lines = new ArrayList<>();
        preamble(lines, style, attachment);
        PgfColors colors = new PgfColors(ink);
        List<String> body = new ArrayList<>();
        for (PanelLayout panel : SheetLayout.of(sheet, style, type)) {
            new PgfPanel(panel, style, type, colors, body).write();
        }
        lines.addAll(colors.definitions());
        lines.add("\\begin{document}");
        lines.add("\\begin{tikzpicture}[x=1bp,y=1bp]");
        lines.add("\\useasboundingbox (0,0) rectangle (" + PgfPanel.number(style.width()) + ","
                + PgfPanel.number(style.height()) + ");");
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
        String width = PgfPanel.number(style.width()) + "bp";
        String height = PgfPanel.number(style.height()) + "bp";
        lines.add("\\documentclass{article}");
        lines.add("\\usepackage[paperwidth=" + width + ",paperheight=" + height + ",margin=0bp]{geometry}");
        lines.add("\\pagestyle{empty}\\setlength{\\parindent}{0bp}\\setlength{\\topskip}{0bp}");
        lines.add("\\usepackage{pgfplots}");
        lines.add("\\pgfplotsset{compat=1.16}");
        String size = PgfPanel.number(style.typeSize());
        lines.add("\\newcommand{\\labelsize}{\\fontsize{" + size + "}{" + PgfPanel.number(1.2 * style.typeSize())
                + "}\\selectfont}");
        lines.add("\\newcommand{\\ticksize}{\\fontsize{" + PgfPanel.number(0.9 * style.typeSize()) + "}{"
                + PgfPanel.number(1.08 * style.typeSize()) + "}\\selectfont}");
        String inset = PgfPanel.number(0.9 * InsetLayout.TYPE * style.typeSize());
        lines.add("\\newcommand{\\insetsize}{\\fontsize{" + inset + "}{" + inset + "}\\selectfont}");
    }
}
