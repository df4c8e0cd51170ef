package org.eigenscope.ui.plot;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Theme;

/**
 * Shows the chart alone, to look at. Arguments: width, height, light or dark, and any of: empty, linearx, lineary,
 * titled, bare.
 */
public final class PlotDemo {
    private PlotDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Demo.class, arguments);
    }

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Demo extends Application {
        @Override
        public void start(Stage stage) {
            var arguments = getParameters().getRaw();
            boolean dark = arguments.get(2).equals("dark");
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            SpectrumPlot plot = new SpectrumPlot();
            plot.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
            FigureSpec figure = PlotSamples.full();
            if (arguments.contains("linearx")) {
                figure = figure.withXAxis(figure.xAxis().withScale(AxisScale.LINEAR));
            }
            if (arguments.contains("lineary")) {
                figure = figure.withYAxis(figure.yAxis().withScale(AxisScale.LINEAR));
            }
            if (arguments.contains("titled")) {
                figure = figure.withTitle("fc1 400×64: eigenvalues of the activation Gram matrix");
            }
            if (arguments.contains("bare")) {
                figure = figure.withCurves(java.util.List.of()).withGuides(java.util.List.of());
            }
            if (!arguments.contains("empty")) {
                plot.setFigure(figure);
            }
            stage.setScene(new Scene(plot, Double.parseDouble(arguments.get(0)), Double.parseDouble(arguments.get(1))));
            stage.setX(0);
            stage.setY(0);
            stage.show();
        }
    }
}
