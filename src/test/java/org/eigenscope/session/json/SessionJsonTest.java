package org.eigenscope.session.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.AbstractThrowableAssert;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.ExampleSessions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.Screen;
import org.eigenscope.session.Session;
import org.eigenscope.session.StripView;
import org.eigenscope.session.StudyView;
import org.eigenscope.spectrum.SolverChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionJsonTest {
    private static final String SCREEN =
            ",\"screen\":{\"residuals\":false,\"range\":true,\"spikes\":true," + "\"kept\":true,\"table\":true}";

    private final SessionJson json = new SessionJson();

    @Test
    void sessionComesBackEqualToTheLastBit() throws BadInputException {
        assertThat(json.read(json.write(ExampleSessions.full()))).isEqualTo(ExampleSessions.full());
    }

    @Test
    void equalSessionsAreWrittenEqually() throws BadInputException {
        String text = json.write(ExampleSessions.full());
        assertThat(json.write(json.read(text))).isEqualTo(text);
    }

    @Test
    void unknownFieldIsRefusedWhereverItStands() {
        refusal("\"n\":195", "\"n\":195,\"extra\":1")
                .hasMessageContaining("session.panels[0].series[0].laws[0].evidence.extra is unknown");
        refusal("{\"format\"", "{\"more\":{},\"format\"").hasMessageContaining("session.more is unknown");
    }

    @Test
    void newerVersionIsRefusedWithAdvice() {
        refusal("\"version\":5", "\"version\":6").hasMessageContaining("version 6", "a newer Eigenscope is needed");
    }

    /** The session as an older version would have written it. */
    private String writtenBy(int version) {
        String text = json.write(ExampleSessions.full())
                .replace("\"version\":5", "\"version\":" + version)
                .replaceAll(",\"ghosts\":.*?(?=}]}],\"look\")", "")
                .replace("\"strip\":\"excess\"", "\"residuals\":true")
                .replaceAll(",\"threshold\":[^,}]*", "")
                .replaceAll(",\"hidden\":\\[[^]]*]", "");
        return version == 3 ? text.replace(SCREEN, ",\"screen\":{\"residuals\":false}") : text.replace(SCREEN, "");
    }

    @Test
    void versionOneMeantEveryRowAndWhatSymmetryTells() throws BadInputException {
        String first = writtenBy(1)
                .replace("\"interpretation\":\"features\",", "")
                .replace("\"drop_nonfinite_rows\":true,", "");
        Conventions read = json.read(first).conventions();
        assertThat(read.interpretation()).isEqualTo(Interpretation.AUTO);
        assertThat(read.dropNonFiniteRows()).isFalse();
        assertThat(read.solver()).isEqualTo(SolverChoice.EJML);
    }

    @Test
    void versionTwoDidNotSayWhichExtrasTheWindowShowed() throws BadInputException {
        assertThat(json.read(writtenBy(2)).screen()).isEqualTo(Screen.DEFAULT);
        assertThat(json.read(writtenBy(2)).conventions())
                .isEqualTo(ExampleSessions.full().conventions());
    }

    private Session withAbscissa(FigureLook.Axis x) {
        Session full = ExampleSessions.full();
        return full.withLook(full.look().withAxes(x, full.look().y()));
    }

    @Test
    void aChosenThresholdIsKeptAndThatOfTheDataIsLeftToThem() throws BadInputException {
        FigureLook.Axis chosen = FigureLook.Axis.LOG.withScale(SymmetricLogScale.of(0.03));
        assertThat(json.read(json.write(withAbscissa(chosen))).look().x()).isEqualTo(chosen);
        FigureLook.Axis automatic = FigureLook.Axis.LOG.withScale(SymmetricLogScale.chosen(0.01));
        assertThat(json.write(withAbscissa(automatic))).contains("\"scale\":\"symlog\"", "\"threshold\":null");
        assertThat(json.read(json.write(withAbscissa(automatic))).look().x().scale())
                .isEqualTo(AxisScale.SYMMETRIC_LOG);
    }

    @Test
    void versionFourKnewNoThreshold() throws BadInputException {
        String fourth = json.write(ExampleSessions.full())
                .replace("\"version\":5", "\"version\":4")
                .replaceAll(",\"threshold\":null", "");
        assertThat(json.read(fourth)).isEqualTo(ExampleSessions.full());
    }

    @Test
    void thresholdsThatNoScaleHasAreRefused() {
        refusal("\"threshold\":null", "\"threshold\":1").hasMessageContaining("on a scale that has none");
        refusal("\"scale\":\"log\"", "\"scale\":\"pie\"").hasMessageContaining("linear, log, symlog");
        refusal("\"scale\":\"linear\"", "\"scale\":\"symlog\"").hasMessageContaining("no height is negative");
    }

    @Test
    void versionThreeKnewOneStripAndNothingThatAccompaniesASpectrum() throws BadInputException {
        Session read = json.read(writtenBy(3));
        assertThat(read.look().extras().strip()).isEqualTo(StripView.RATIO);
        assertThat(read.look().names().hidden()).isEmpty();
        assertThat(read.screen()).isEqualTo(Screen.DEFAULT.withResiduals(false));
        assertThat(read.series().get(0).isAccompanied()).isFalse();
        assertThat(read.series().get(0).laws())
                .isEqualTo(ExampleSessions.full().series().get(0).laws());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void olderVersionsDoNotKnowFieldsOfTheFourth(int version) {
        refusal("\"version\":5", "\"version\":" + version).hasMessageContaining("is unknown");
    }

    @Test
    void theStudyInTheWindowIsReadBackAndMayBeMissing() throws BadInputException {
        Session plain = ExampleSessions.full();
        StudyView study = new StudyView(
                "/data/runs.eigenstudy",
                "law=better",
                "kappa<2 role:fc1",
                new StudyView.Plot("compare", "step", "kappa", "batch_size", "fc1", "5", "50"),
                OptionalDouble.of(300),
                Optional.of(new StudyView.Row("a/b.npz", "fc1.weight", "")));
        Session with = plain.withScreen(plain.screen().withStudy(Optional.of(study)));
        assertThat(json.read(json.write(with))).isEqualTo(with);
        assertThat(json.read(json.write(with)
                                .replace("\"layer\":\"fc1\",\"a\":\"5\",\"b\":\"50\"", "")
                                .replace("\"group\":\"batch_size\",", "\"group\":\"batch_size\""))
                        .screen()
                        .study()
                        .orElseThrow()
                        .plot())
                .isEqualTo(new StudyView.Plot("compare", "step", "kappa", "batch_size", "", "", ""));
        assertThat(json.write(plain)).doesNotContain("\"study\"");
        assertThat(json.read(json.write(plain)).screen().study()).isEmpty();
        assertThatThrownBy(() -> json.read(json.write(with).replace("\"step\":300.0", "\"step\":\"last\"")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("session.screen.study.step is not a number");
    }

    @Test
    void theFieldsOfATrainingAreReadBackAndMayBeMissing() throws BadInputException {
        Session plain = ExampleSessions.full();
        Session with = plain.withScreen(plain.screen().withTraining(Map.of("batch", "5,20", "net", "lenet")));
        assertThat(json.read(json.write(with))).isEqualTo(with);
        assertThat(json.write(plain)).doesNotContain("\"training\"");
        assertThatThrownBy(() -> json.read(json.write(with).replace("\"lenet\"", "7")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("session.screen.training.net is not a text");
    }

    @Test
    void fieldGivenTwiceIsRefused() {
        refusal("\"version\":5", "\"version\":5,\"version\":5").hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"trim_top\":3 | \"trim_top\":3.5 | session.conventions.trim_top is not a whole number",
                "\"trim_top\":3 | \"trim_top\":-3 | must not be negative",
                "\"trim_bottom\":2, | | session.conventions.trim_bottom is missing",
                "\"dpi\":601 | \"dpi\":99999999 | 99999999 dpi is outside",
                "\"type_pt\":6.5 | \"type_pt\":1e9 | pt is outside",
                "\"view\":\"ccdf\" | \"view\":\"pie\" | session.look.view is not one of density, ecdf, ccdf",
                "\"box\":true | \"box\":1 | session.look.box is not true or false",
                "\"kappa\":1.7800000000000002 | \"kappa\":-1 | kappa = -1.0 is outside its domain",
                "\"gamma\":0.5, | | inverse-htmp lacks gamma",
                "\"input\":1 | \"input\":7 | series of input 7 has none among 2",
                "\"sha256\":\"0123 | \"sha256\":\"x123 | is not 64 hexadecimal digits",
                "\"htmp\":\"#123456\" | \"htmp\":\"red\" | colour red is not of the form",
                "\"strip\":\"excess\" | \"strip\":true | session.look.strip is not a text",
                "\"kind\":\"kept\" | \"kind\":\"shuffled\" | ghosts[0].seed is missing",
                "\"seed\":-9223372036854775808 | \"seed\":0.5 | ghosts[1].seed is not a whole number",
                "\"label\":\"before\",\"input\":0 | \"label\":\"before\",\"input\":9 | ghost of input 9 has none",
                "\"upper\":0.7000000000000001 | \"upper\":0.1 | the band of an edge from",
                "\"end\":7.0 | \"end\":-7 | an estimate κ = 10000.0 at -7.0 is not positive",
                "\"bins\":31 | \"bins\":2000000 | bins = 2000000 is outside",
            })
    void valueOutOfItsDomainIsRefusedWithItsPlace(String before, String after, String sentence) {
        refusal(before.strip(), after == null ? "" : after.strip()).hasMessageContaining(sentence.strip());
    }

    @Test
    void otherJsonIsNoSession() {
        assertThatThrownBy(() -> json.read("{\"format\":\"geojson\",\"version\":1}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no session of Eigenscope");
        assertThatThrownBy(() -> json.read("[1,2]")).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> json.read("")).isInstanceOf(BadInputException.class);
    }

    @Test
    void deepNestingIsRefusedWithoutOverflow() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> json.read(deep)).isInstanceOf(BadInputException.class);
    }

    private AbstractThrowableAssert<?, ?> refusal(String before, String after) {
        String text = json.write(ExampleSessions.full());
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        String changed = text.substring(0, at) + after + text.substring(at + before.length());
        return assertThatThrownBy(() -> json.read(changed)).isInstanceOf(BadInputException.class);
    }
}
