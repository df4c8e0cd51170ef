package org.eigenscope.figure.export.type;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/**
 * Collects what is painted as one outline. Formulas are painted here first: their fonts give letters codes of their own, so that
 * as text they would neither be found nor shown rightly where the fonts are missing.
 */
final class Outlines extends AbstractGraphics2D {
    private static final FontRenderContext EXACT = new FontRenderContext(new AffineTransform(), true, true);

    private final Path2D path;

    Outlines() {
        super(true);
        gc = new GraphicContext();
        path = new Path2D.Double();
    }

    private Outlines(Outlines other) {
        super(other);
        path = other.path;
    }

    Path2D path() {
        return path;
    }

    @Override
    public Graphics create() {
        return new Outlines(this);
    }

    @Override
    public void fill(Shape shape) {
        path.append(getTransform().createTransformedShape(shape), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void drawString(String text, float x, float y) {
        fill(getFont().createGlyphVector(EXACT, text).getOutline(x, y));
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw new UnsupportedOperationException("formulas hold no attributed text");
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
                .createGraphics()
                .getFontMetrics(font);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return EXACT;
    }

    @Override
    public void dispose() {
        // there are no resources to release
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw images();
    }

    @Override
    public void setXORMode(Color color) {
        throw images();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw images();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw images();
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw images();
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw images();
    }

    private static UnsupportedOperationException images() {
        return new UnsupportedOperationException("formulas hold no pixels");
    }
}
